"""Where the word card lies on the page, whatever happens there."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect

from desktop.window.word_cards import TEXT, check_place, click, hover, point, word
from driving import SHIFT, Driver, Key
from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.support.theme import THEMES, load


@pytest.mark.parametrize("size", [(760, 560), (1000, 700), (1440, 900)])
@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize(
    ("phonetics", "type_size"), [("none", 20), ("pinyin", 16), ("zhuyin", 20), ("pinyin", 32), ("zhuyin", 32)]
)
def test_it_never_covers_the_line_of_its_word(
    reader: Driver, size: tuple[int, int], vertical: bool, phonetics: str, type_size: int
) -> None:
    reader.window.resize(*size)
    reader.app.viewing.set("vertical", vertical)
    reader.app.viewing.set_phonetics(phonetics)
    reader.app.viewing.set_size(type_size)
    reader.settle()
    looked_up, page = reader.window.word, reader.page
    looked_up.open_at(2)
    reader.settle()
    view = page.viewport().rect()
    seen = range(page.first_visible(), page.last_in_view())
    shown = 0
    for offset in seen[:: max(1, len(seen) // 40)]:
        looked_up.close()
        boxes = page.boxes(Span(offset, offset + 1))
        if TEXT[offset] in "，。\n" or not boxes or not view.contains(boxes[0].center()):
            continue
        assert looked_up.open_at(offset)
        check_place(reader)
        shown += 1
    assert shown > 5


def test_it_stays_at_its_word_when_the_page_is_scrolled_and_goes_with_it(reader: Driver) -> None:
    click(reader, point(reader, "打"))
    tops = []
    while word(reader) is not None:
        check_place(reader)
        tops.append(reader.window.word.card.panel.top())
        reader.page.scroll_lines(1)
        assert len(tops) < 30
    assert len(set(tops)) > 1
    assert reader.page.scene.looked_up is None


def test_it_stays_at_its_word_when_the_page_is_set_anew(reader: Driver) -> None:
    click(reader, point(reader, "重要"))
    viewing = reader.app.viewing
    for change in (
        lambda: viewing.set_phonetics("zhuyin"),
        lambda: viewing.set("vertical", True),
        lambda: viewing.set_variant("tw", True),
        lambda: reader.window.resize(900, 620),
        lambda: viewing.set("vertical", False),
        lambda: viewing.set_size(26),
    ):
        change()
        reader.settle()
        assert word(reader) == "重要"
        check_place(reader)


def test_another_article_closes_it(reader: Driver) -> None:
    click(reader, point(reader, "重要"))
    reader.app.workspace.add_drafts([ArticleDraft("另一篇", "短文。")])
    reader.settle()
    assert word(reader) is None


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_the_colours_of_the_theme(reader: Driver, theme: str) -> None:
    reader.app.viewing.set_theme(theme)
    click(reader, point(reader, "重要"))
    reader.settle()
    card = reader.window.word.card
    image = reader.page.viewport().grab(card.panel).toImage()
    ratio = image.devicePixelRatio()
    corner = QPoint(round(20 * ratio), round((card.panel.height() - 12) * ratio))
    assert image.pixelColor(corner).name().upper() == load(theme).raised
    # Below the word there is a line.
    box = reader.page.boxes(reader.find("重要"))[0]
    below = reader.page.viewport().grab(QRect(box.center().x(), box.bottom() - 1, 1, 1)).toImage()
    assert below.pixelColor(0, 0).name().upper() == load(theme).cinnabar


def test_any_events(reader: Driver) -> None:
    chance = random.Random(5)
    looked_up, page, viewing = reader.window.word, reader.page, reader.app.viewing
    looked_up.open_at(2)
    reader.settle()
    keys = (
        Key.Key_L, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_J, Key.Key_K, Key.Key_T,
        Key.Key_P, Key.Key_V, Key.Key_W, Key.Key_S, Key.Key_Escape, Key.Key_Space, Key.Key_Tab,
    )  # fmt: skip

    def somewhere() -> QPoint:
        return QPoint(chance.randrange(page.viewport().width()), chance.randrange(page.viewport().height()))

    acts: list[Callable[[], object]] = [
        *[lambda: reader.press(chance.choice(keys))] * 6,
        *[lambda: looked_up.open_at(chance.randrange(page.first_visible(), page.last_in_view()))] * 4,
        lambda: hover(reader, somewhere(), SHIFT),
        lambda: page.bar.setValue(page.bar.value() + chance.randrange(-80, 80)),
        lambda: viewing.set_phonetics(chance.choice(("none", "pinyin", "zhuyin"))),
        lambda: viewing.set("vertical", chance.random() < 0.5),
        lambda: viewing.set_variant(chance.choice(("tw", "hk")), chance.random() < 0.5),
        lambda: viewing.set_size(chance.randrange(16, 33)),
        lambda: reader.window.resize(chance.randrange(760, 1500), chance.randrange(560, 1000)),
        lambda: page.set_selection(None, chance.randrange(len(TEXT))),
    ]
    opened = 0
    for _ in range(150):
        chance.choice(acts)()
        reader.settle()
        if looked_up.is_open:
            opened += 1
            check_place(reader)
            assert page.scene.looked_up is not None
        else:
            assert not looked_up.card.isVisible()
            assert page.scene.looked_up is None
    assert opened > 40
