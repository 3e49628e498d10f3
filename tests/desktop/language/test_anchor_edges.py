"""A mark keeps the punctuation it had at its edges, in whatever style."""

from __future__ import annotations

import pytest

from meipi.language.anchor_edges import matching, widen
from meipi.language.span import Span


@pytest.mark.parametrize(
    ("beside", "wanted", "taken"),
    [
        ("。”\n", "。”", 2),
        (".」", "。”", 2),
        ('."', "。”", 2),
        ("！\n“", "。", 1),
        ("。\u3000”", "。”", 3),
        ("，", "”", 0),
        ("“", "”", 0),
        ("\n", "\n", 1),
        ("\u3000\n", "。\n", 0),
        ("。\n", "\n", 0),
        ("", "。", 0),
        ("。", "", 0),
        ("\u0301。", "。", 0),
        ("😀", "😀", 1),
        ("\ud800", "\ud800", 1),
        ("\0", "。", 0),
    ],
)
def test_what_stands_for_what(beside: str, wanted: str, taken: int) -> None:
    assert matching(beside, wanted) == taken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：“走吧。”然后", "“走吧。”"),
        ("他说：「走吧！」然后", "「走吧！」"),
        ("他说：走吧然后", "走吧"),
        ("他说，“走吧”，然后", "“走吧"),
    ],
)
def test_widened_in_the_room_it_has(text: str, expected: str) -> None:
    core = Span(text.index("走"), text.index("走") + 2)
    room = Span(text.index("说") + 1, text.index("然"))
    start, end = widen(text, core, room, "“", "。”")
    assert text[start:end] == expected
