from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from meipi.support import icons
from meipi.support.assets import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def _inked(image: QImage) -> int:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).alpha() > 128 for x, y in points)


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_draws_within_its_square_in_the_given_colour(name: str, qtbot: QtBot) -> None:
    image = icons.pixmap(name, "#123456", 16, 2.0).toImage()
    assert image.size() == QSize(32, 32)
    assert image.devicePixelRatio() == 2
    assert 20 < _inked(image) <= 32 * 32
    if name != "meipi":
        solid = [
            image.pixelColor(x, y)
            for x in range(32)
            for y in range(32)
            if image.pixelColor(x, y).alpha() == 255
        ]
        assert set(map(QColor.name, solid)) == {"#123456"}


@pytest.mark.parametrize("name", NAMES)
def test_no_drawing_needs_a_font_or_another_file(name: str) -> None:
    text = icons.source(name, "#000000")
    assert not re.search(r"<text|<image|href|font", text)
    assert 'viewBox="0 0 16 16"' in text


def test_an_icon_is_made_once_and_is_sharp_at_two_ratios(qtbot: QtBot) -> None:
    made = icons.icon("add", "#B8382A")
    assert icons.icon("add", "#B8382A") is made
    assert made.actualSize(QSize(16, 16)) == QSize(16, 16)
    assert made.pixmap(QSize(16, 16), 2.0).width() == 32
    assert icons.icon("seal", "#B8382A", 30).pixmap(QSize(30, 30), 1.0).width() == 30


def test_a_drawing_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match=r"unknown\.svg"):
        icons.icon("unknown", "#000000")


def test_every_drawing_the_program_asks_for_is_there() -> None:
    sources = Path(icons.__file__).parents[1].rglob("*.py")
    asked = {
        name
        for path in sources
        for name in re.findall(r'(?:icon|pixmap)\("([\w-]+)"', path.read_text("utf-8"))
    }
    assert len(asked) > 5
    assert asked <= set(NAMES)
