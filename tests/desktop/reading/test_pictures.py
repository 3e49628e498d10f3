"""What the page looks like, beside pictures that were looked at when they were made.

Fonts and their rasteriser differ a little from machine to machine, so both pictures are made smaller first
and some difference is allowed: a glyph, a reading or a mark out of its place is more than that.
`MEIPI_WRITE_EXPECTED=1` writes the pictures anew; look at each of them before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from desktop.reading.desk import Desk, Make
from meipi.exchange.draft import ArticleDraft, Block
from meipi.language.span import Span
from meipi.reading.looked_up_word import LookedUpWord
from meipi.support.jobs import Jobs
from meipi.support.stylesheet import stylesheet
from meipi.support.theme import load

PICTURES = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 480, 360
FONTS = ("Noto Serif CJK TC", "Noto Serif CJK SC", "Noto Sans CJK TC")
REDUCED = 4


class Difference(NamedTuple):
    """How two pictures differ once they have been reduced: on average, and which share of their pixels."""

    mean: float
    changed: float

    @property
    def allowed(self) -> bool:
        return self.mean <= 4 and self.changed <= 0.02


NOTICED = 40  # of 255, in any colour

TRADITIONAL = (
    "長江邊的渡口叫青石渡，民國24年才有輪船。船家說：「坐慣了船的人，走路也是一搖一擺的……」銀行的出納在 GPS "
    "上找不到它，只好問路。\n"
    "過江的船\n"
    "過江八分鐘，繞行要五十分鐘——這就是為什麼還有人（譬如我的母親）天天等船。船票從3角漲到了12元。\n"
    + "她說：「慢一點，數完了再走！」渡口的人都認得她，知道她要到對岸的學校去教書。\n"
    * 3
)
SIMPLIFIED = (
    "我是在重庆的江边长大的。父亲在银行做出纳，母亲说：“慢点儿，数完了再走！”西安来的客人，在 GPS "
    "上找不到它。\n"
    "数钱的人\n"
    "女儿问24小时有没有船，我说要等到第3天——江水退了，才看得见那条路（还有对岸的学校）。\n"
    + "“大衣太贵，”他红着脸说，“口琴便宜，还能吹出音乐来。”银行行长笑了，觉得他还行。\n"
    * 3
)

Dress = Callable[[Desk], object]


def marks(desk: Desk) -> None:
    """Marks over two and three lines, one over another, an underline, one with a note."""
    heading = desk.text.index("\n")
    start = desk.offset("她說") if "她說" in desk.text else desk.offset("“大衣")
    for span, colour, style in (
        (Span(12, 34), "tian", "ground"),
        (Span(28, 38), "teng", "ground"),
        (Span(heading - 14, heading), "ou", "underline"),
        (Span(start - 30, start - 2), "zhu_qing", "ground"),
    ):
        mark = desk.workspace.marking.highlight(span, colour, style)
        assert mark is not None
    desk.workspace.marking.write_note(desk.workspace.marks[0].id, "渡")
    desk.workspace.choose_mark(None)


def night(desk: Desk) -> None:
    marks(desk)
    desk.page.set_theme(load("night"))


def selected(desk: Desk) -> None:
    desk.page.set_selection(Span(5, 30))
    desk.page.show_caret(True)


def word_card(desk: Desk) -> None:
    """The card of a word, as far as the page knows it: without the buttons of the window."""
    jobs, text = Jobs(), desk.text
    word = LookedUpWord(desk.page, jobs, desk.page.theme)
    word.card.setStyleSheet(stylesheet(desk.page.theme))
    word.open_at(text.index("銀行" if "銀行" in text else "银行"))
    jobs.wait()
    assert word.card.isVisible()


def word_card_at_night(desk: Desk) -> None:
    desk.page.set_theme(load("night"))
    word_card(desk)


class Picture(NamedTuple):
    text: str
    choice: dict[str, bool | int | str]
    dress: Dress = lambda desk: None
    ratio: int = 1


WORDS: dict[str, bool | int | str] = {"phonetics": "pinyin", "grouping": "word"}

EXPECTED = {
    "lines": Picture(TRADITIONAL, {}),
    "lines-simplified": Picture(SIMPLIFIED, {"line_end": "trim"}, selected),
    "pinyin-by-syllable": Picture(TRADITIONAL, {"phonetics": "pinyin"}),
    "pinyin-by-word": Picture(SIMPLIFIED, {**WORDS, "tones": "pleco"}),
    "zhuyin": Picture(TRADITIONAL, {"phonetics": "zhuyin"}),
    "columns": Picture(TRADITIONAL, {"vertical": True}),
    "columns-simplified": Picture(SIMPLIFIED, {"vertical": True}),
    "columns-zhuyin": Picture(TRADITIONAL, {"vertical": True, "phonetics": "zhuyin"}),
    "columns-pinyin-by-word": Picture(SIMPLIFIED, {**WORDS, "vertical": True}),
    "marks": Picture(TRADITIONAL, {}, marks),
    "marks-in-columns": Picture(TRADITIONAL, {"vertical": True, "phonetics": "zhuyin"}, marks),
    "night": Picture(SIMPLIFIED, {"phonetics": "pinyin"}, night),
    "word-card": Picture(SIMPLIFIED, {"phonetics": "pinyin", "tones": "pleco"}, word_card),
    "word-card-in-columns": Picture(TRADITIONAL, {"vertical": True, "phonetics": "zhuyin"}, word_card),
    "word-card-at-night": Picture(TRADITIONAL, {}, word_card_at_night),
    "twice-the-pixels": Picture(TRADITIONAL, {"phonetics": "zhuyin"}, marks, 2),
}


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    missing = [name for name in FONTS if name not in QFontDatabase.families()]
    if missing:
        pytest.skip(f"the pictures were made with fonts that are not installed here: {', '.join(missing)}")


def taken(make: Make, picture: Picture, monkeypatch: pytest.MonkeyPatch) -> QImage:
    """What the page shows, without what stands before the text: that says on which day it was added."""
    heading = picture.text.index("\n") + 1
    blocks = (Block("heading", heading, picture.text.index("\n", heading), 2),)
    desk = make(ArticleDraft("渡口", picture.text, blocks))
    page = desk.page
    monkeypatch.setattr(page, "devicePixelRatioF", lambda: float(picture.ratio))
    for name, value in picture.choice.items():
        desk.viewing.set(name, value)
    for _ in range(2):
        view = page.viewport()
        page.resize(page.width() + WIDTH - view.width(), page.height() + HEIGHT - view.height())
        QApplication.processEvents()
    picture.dress(desk)
    QApplication.processEvents()
    page.bar.setValue(page.header_breadth - 12)
    # A scroll bar on the card comes a moment after what it scrolls.
    QApplication.processEvents()
    image = QImage(WIDTH * picture.ratio, HEIGHT * picture.ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(picture.ratio)
    page.viewport().render(image)
    image.setDevicePixelRatio(1)
    return image.copy(QRect(0, 0, WIDTH, HEIGHT))


def difference(one: QImage, other: QImage) -> Difference:
    assert one.size() == other.size()
    apart = np.abs(reduced(one) - reduced(other))
    return Difference(float(apart.mean()), float((apart.max(axis=2) > NOTICED).mean()))


def reduced(image: QImage) -> npt.NDArray[np.float64]:
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        image.width() // REDUCED,
        image.height() // REDUCED,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixels = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.bytesPerLine() // 4, 4)
    return pixels[:, : small.width(), :3].astype(np.float64)


@pytest.mark.usefixtures("fonts")
@pytest.mark.parametrize("name", EXPECTED)
def test_the_page_looks_as_it_did(
    name: str, desk_with: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, image = PICTURES / f"{name}.png", taken(desk_with, EXPECTED[name], monkeypatch)
    if os.environ.get("MEIPI_WRITE_EXPECTED"):
        PICTURES.mkdir(exist_ok=True)
        assert image.save(str(path), quality=0)
    assert path.stat().st_size <= 60_000
    found = difference(image, QImage(str(path)))
    if not found.allowed:
        image.save(str(tmp_path / f"{name}.png"))
    assert found.allowed, f"{found}; what it looks like now is in {tmp_path}"


# -- what the comparison sees -----------------------------------------------------------------------


def redrawn(image: QImage, *, right: float = 0, down: float = 0, bolder: float = 1) -> QImage:
    """The picture moved by part of a pixel and with all but the paper darker or lighter."""
    moved = QImage(image.size(), QImage.Format.Format_RGB32)
    moved.fill(image.pixelColor(0, 0))
    painter = QPainter(moved)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform.fromTranslate(right, down))
    painter.drawImage(0, 0, image)
    painter.end()
    pixels = np.frombuffer(moved.bits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
    paper = pixels[0, 0].astype(np.float64)
    pixels[:] = np.clip(paper + (pixels - paper) * bolder, 0, 255).astype(np.uint8)
    return moved


@pytest.fixture(params=["lines", "pinyin-by-syllable", "columns-zhuyin"])
def one(request: pytest.FixtureRequest) -> QImage:
    image = QImage(str(PICTURES / f"{request.param}.png"))
    assert not image.isNull()
    return image


@pytest.mark.parametrize("bolder", [0.9, 1.0, 1.1])
@pytest.mark.parametrize(("right", "down"), [(0, 0), (0.3, 0), (0, 0.4), (-0.3, -0.3)])
def test_another_rasteriser_is_no_difference(one: QImage, right: float, down: float, bolder: float) -> None:
    assert difference(one, redrawn(one, right=right, down=down, bolder=bolder)).allowed


@pytest.mark.parametrize(("right", "down"), [(2, 0), (0, 2), (-2, 0), (0, -3)])
def test_what_is_moved_is_a_difference(one: QImage, right: int, down: int) -> None:
    assert not difference(one, redrawn(one, right=right, down=down)).allowed


def test_two_pictures_are_different() -> None:
    images = {name: QImage(str(PICTURES / f"{name}.png")) for name in EXPECTED}
    for name, image in images.items():
        for other, its in images.items():
            assert difference(image, its).allowed == (name == other)
