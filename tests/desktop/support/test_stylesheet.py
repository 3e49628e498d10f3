from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from meipi.support import icons
from meipi.support.assets import resource
from meipi.support.stylesheet import palette, stylesheet
from meipi.support.theme import THEMES, contrast, load


def _rules(sheet: str) -> list[tuple[str, dict[str, str]]]:
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    found = re.findall(r"([^{}]+)\{([^{}]*)\}", plain)
    return [
        (selector.strip(), dict(re.findall(r"([\w-]+)\s*:\s*([^;]+?)\s*;", body))) for selector, body in found
    ]


@pytest.mark.parametrize("name", THEMES)
def test_text_has_at_least_4_5_on_its_ground(name: str) -> None:
    theme = load(name)
    seen = 0
    for selector, body in _rules(stylesheet(theme)):
        if ":disabled" in selector:
            continue
        for key in ("color", "selection-color", "placeholder-text-color"):
            if key not in body:
                continue
            ground = body.get("selection-background-color" if key == "selection-color" else "background")
            grounds = [ground] if ground and ground != "transparent" else [theme.panel, theme.raised]
            if "link" in selector:
                grounds.append(theme.cinnabar_wash)
            seen += 1
            for each in grounds:
                assert contrast(body[key], each) >= 4.5, (selector, key, each)
    assert seen > 20


@pytest.mark.parametrize("name", THEMES)
def test_grounds_of_states_carry_the_text_of_the_rule_they_vary(name: str) -> None:
    theme = load(name)
    for selector, body in _rules(stylesheet(theme)):
        ground = body.get("background", "transparent")
        if (":hover" not in selector and ":pressed" not in selector) or ground == "transparent":
            continue
        if "handle" in selector or "indicator" in selector:
            assert contrast(ground, theme.panel) >= 3 or "indicator" in selector or "Splitter" in selector
            continue
        text = body.get("color") or (theme.on_cinnabar if "primary" in selector else theme.ink)
        assert contrast(text, ground) >= 4.5, selector


@pytest.mark.parametrize("name", THEMES)
def test_controls_have_at_least_3_on_their_ground(name: str) -> None:
    theme = load(name)
    for colour in (theme.cinnabar, theme.control):
        for ground in (theme.paper, theme.panel, theme.raised):
            assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_pictures_of_the_sheet_are_there_in_the_colours_of_the_theme(name: str) -> None:
    theme = load(name)
    used = set(re.findall(r'url\("([^"]+)"\)', stylesheet(theme)))
    assert used == {
        resource(f"themes/{name}-{end}.svg").as_posix() for end in ("caret-down", "check", "menu-check")
    }
    for end, drawing, colour in (
        ("caret-down", "caret-down", theme.soft),
        ("check", "check", theme.on_cinnabar),
        ("menu-check", "check", theme.cinnabar_text),
    ):
        assert resource(f"themes/{name}-{end}.svg").read_text("utf-8") == icons.source(drawing, colour)


@pytest.mark.parametrize("name", THEMES)
def test_qt_reads_the_sheet_and_the_roles(name: str, qtbot: QtBot) -> None:
    theme = load(name)
    window = QWidget()
    qtbot.addWidget(window)
    button, field, label = QPushButton("Export"), QLineEdit(), QLabel("J / K")
    button.setProperty("role", "primary")
    label.setProperty("role", "key")
    box = QVBoxLayout(window)
    for widget in (button, field, label):
        box.addWidget(widget)
    window.setPalette(palette(theme))
    window.setStyleSheet(stylesheet(theme))
    window.resize(300, 200)
    window.show()
    assert button.height() == field.height() == 32
    assert button.grab().toImage().pixelColor(8, 16) == QColor(theme.cinnabar)
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(theme.soft)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.height() == 32
    assert field.grab().toImage().pixelColor(1, 16) == QColor(theme.cinnabar)
