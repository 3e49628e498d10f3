from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.reading.note_lines import note_lines

LINK = "meipi://article/6f#m1"


def lines(note: str, long: int = 8, most: int = 3) -> list[tuple[str, list[str]]]:
    made = note_lines(note, {LINK}, lambda text: min(long, len(text)), most)
    return [(line.text, [line.text[run.start : run.end] for run in line.links]) for line in made]


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("", []),
        ("**長**江", [("長江", [])]),
        ("一\n\n- 二\n  三", [("一 • 二 三", [])]),
        (f"看[母親河]({LINK})吧", [("看母親河吧", ["母親河"])]),
        (f"看到了[中國的母親河]({LINK})", [("看到了中國的母親", ["中國的母親"]), ("河", ["河"])]),
        (f"[a\n b]({LINK})", [("[a b](me", []), ("ipi://ar", []), ("ticle/6…", [])]),
        (f"[一二三四五六七八九]({LINK})十" + "百" * 20, [
            ("一二三四五六七八", ["一二三四五六七八"]), ("九十百百百百百百", ["九"]), ("百百百百百百百…", []),
        ]),
        (f"{'百' * 20}[一二三四五六七八九]({LINK})", [
            ("百百百百百百百百", []), ("百百百百百百百百", []), ("百百百百一二三…", ["一二三"]),
        ]),
        ("<b>x</b>", [("<b>x</b>", [])]),
    ],
)  # fmt: skip
def test_a_note_in_lines_with_its_links(note: str, shown: list[tuple[str, list[str]]]) -> None:
    assert lines(note) == shown


@given(st.text("ab 漢𠀀[]()*\n", max_size=40), st.integers(1, 9), st.integers(1, 4))
def test_links_lie_within_their_lines(note: str, long: int, most: int) -> None:
    made = note_lines(f"{note}[鏈 接]({LINK}){note}", {LINK}, lambda text: min(long, len(text)), most)
    assert len(made) <= most
    for line in made:
        assert 0 < len(line.text) <= long + 1
        for run in line.links:
            assert 0 <= run.start < run.end <= len(line.text)
            assert run.gone
