from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.exchange.draft import Block, Inline
from meipi.exchange.rows import Row, assembled, code_rows, flowed, flowed_with


@pytest.mark.parametrize(
    ("text", "span", "line", "words"),
    [
        ("  鹽 \n 湖  ", (0, 9), "鹽湖", "鹽湖"),
        ("鹽\n湖水", (2, 3), "鹽湖水", "湖"),
        ("鹽\n湖水", (0, 2), "鹽湖水", "鹽"),
        ("salt \n\t lake", (4, 8), "salt lake", None),
        ("salt \n\t lake", (6, 10), "salt lake", "la"),
        ("salt \n\t lake", (2, 6), "salt lake", "lt"),
        ("a\r\nb\u2028c", (3, 6), "a b c", "b c"),
        ("鹽", (0, 1), "鹽", "鹽"),
        (" ", (0, 1), "", None),
    ],
)
def test_an_inline_follows_its_words(text: str, span: tuple[int, int], line: str, words: str | None) -> None:
    found, inlines = flowed_with(text, [Inline("strong", *span)])
    assert found == line == flowed(text)
    assert [found[inline.start : inline.end] for inline in inlines] == ([] if words is None else [words])


@settings(max_examples=200, deadline=None)
@given(st.text("鹽湖ab。 　\t\n\r\f\v\u2028", max_size=20), st.data())
def test_an_inline_covers_the_same_words_in_the_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, inlines = flowed_with(text, [Inline("link", start, end, "#a")])
    assert line == flowed(text)
    words = "".join(text[start:end].split())
    assert len(inlines) == bool(words)
    for inline in inlines:
        assert "".join(line[inline.start : inline.end].split()) == words
        assert "".join(line[: inline.start].split()) == "".join(text[:start].split())


def test_rows_become_a_text() -> None:
    rows = [
        Row("title", 1, "題"),
        *code_rows("\na\n\n b \n"),
        Row("item", 2, "鹽湖", (Inline("link", 1, 2, "#x"),), "•"),
        Row("heading", 1, "章"),
        Row("heading", 9, "節"),
        Row("image", 0, "圖", target="a.png"),
    ]
    assert assembled(rows) == (
        "題\na\n\n b\n鹽湖\n章\n節\n圖",
        (
            Block("title", 0, 1, 1),
            Block("code", 2, 3),
            Block("code", 5, 7),
            Block("item", 8, 10, 2, "•"),
            Block("heading", 11, 12, 2),
            Block("heading", 13, 14, 6),
            Block("image", 15, 16, 0, "", "a.png"),
        ),
        (Inline("link", 9, 10, "#x"),),
    )
