"""Mouse, keys and turns in any order, on texts that are hard to set: nothing breaks and nothing slips."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.reading.desk import PHONETICS, SCRIPTS, Desk, Make
from meipi.exchange.draft import ArticleDraft

Key, Keys = Qt.Key, Qt.KeyboardModifier

TEXTS = {
    "everything": (
        "他用U盘和内存。\r\n\r\n\u3000\u3000cafe\u0301 don’t 24小時👨\u200d👩\u200d👧葛\U000e0100餅。\n"
    )
    * 30,
    "one phrase after the other": "内存" * 900,
    "one letter": "x",
    "blank lines": "\n\n湖\n\n\u3000\n水",
    "marks without width": "湖\u0301\u0301" * 500 + "\n" + "a" * 3000 + "\n\n\u0301\n\u200b\n",
    "tabs": "\ufeff湖水\n\t天\tb\n" * 40,
}
KEYS = (
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End,
    Key.Key_PageUp, Key.Key_PageDown, Key.Key_Escape,
)  # fmt: skip
MODIFIERS = (
    Keys.NoModifier,
    Keys.ShiftModifier,
    Keys.ControlModifier,
    Keys.ShiftModifier | Keys.ControlModifier,
)


def check(desk: Desk) -> None:
    """What is selected is within the text and in whole units; the place at the top holds still."""
    page = desk.page
    assert page.sheet is not None
    if page.selection is not None:
        assert 0 <= page.selection.start < page.selection.end <= len(desk.text)
    assert page.caret is None or 0 <= page.caret <= len(desk.text)
    position, value = page.position, page.verticalScrollBar().value()
    page.arrange()
    assert (page.position, page.verticalScrollBar().value()) == (position, value)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_events(desk_with: Make, text: str) -> None:
    desk, chance = desk_with(ArticleDraft("難", text)), random.Random(len(text))
    page, bar = desk.page, desk.page.verticalScrollBar()
    for _ in range(6):
        start = chance.randrange(len(text))
        desk.workspace.marking.highlight((start, min(len(text), start + chance.randrange(1, 30))), "tian")

    def somewhere() -> QPoint:
        return QPoint(chance.randrange(-20, 920), chance.randrange(-20, 720))

    def key() -> None:
        desk.key(chance.choice(KEYS), modifiers=chance.choice(MODIFIERS))
        if page.selection is not None and page.sheet is not None:
            shown = page.sheet.shown
            assert shown.to_source(shown.to_shown(page.selection)) == page.selection

    acts: list[Callable[[], object]] = [
        *[key] * 8,
        lambda: desk.drag(somewhere(), somewhere()),
        lambda: bar.setValue(chance.randrange(bar.maximum() + 1)),
        lambda: page.set_selection(None, page.caret),
        lambda: desk.show(chance.choice(SCRIPTS), chance.choice(PHONETICS)),
        lambda: page.resize(chance.randrange(200, 1_200), chance.randrange(100, 900)),
        lambda: desk.viewing.set_size(chance.randrange(16, 33)),
        lambda: page.show_caret(chance.random() < 0.8),
        lambda: page.select_sentence(),
        lambda: desk.grabbed(),
    ]
    for _ in range(120):
        chance.choice(acts)()
        check(desk)
