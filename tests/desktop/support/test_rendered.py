from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.support.rendered import rendered

CASES = {
    "plain, with 漢字": ("plain, with 漢字", []),
    "**bold** and *slanted* and _too_": (
        "bold and slanted and too",
        [("bold", "b"), ("slanted", "i"), ("too", "i")],
    ),
    "a `x*y*z` b": ("a x*y*z b", [("x*y*z", "code")]),
    "see [the map](https://example.org)": ("see the map", [("the map", "https://example.org")]),
    r"[a \[b\] \*c](meipi://article/6f#m1) \*d\*": (
        "a [b] *c *d*",
        [("a [b] *c", "meipi://article/6f#m1")],
    ),
    "at https://example.org/a_b_c, and https://example.org。": (
        "at https://example.org/a_b_c, and https://example.org。",
        [("https://example.org/a_b_c", "https://example.org/a_b_c"), ("https://example.org",) * 2],
    ),
    "[salt](https://example.org/Salt_(food)) and (more)": (
        "salt and (more)",
        [("salt", "https://example.org/Salt_(food)")],
    ),
    "![a picture](https://example.org/p.png)": (
        "![a picture](https://example.org/p.png)",
        [("https://example.org/p.png", "https://example.org/p.png")],
    ),
    "**see [一](#) `x`**": ("see 一 x", [("see 一 x", "b"), ("一", "#"), ("x", "code")]),
    "# Aims [一](#)": ("Aims 一", [("Aims 一", "b"), ("一", "#")]),
    "```python\nx = *y*\n\n```\n*z*": ("x = *y*\n\nz", [("x = *y*", "code"), ("z", "i")]),
    "<b onclick='x'>&amp;</b> <img src='file:///etc/passwd'>": (
        "<b onclick='x'>&amp;</b> <img src='file:///etc/passwd'>",
        [],
    ),
    "## Aims": ("Aims", [("Aims", "b")]),
    "- 一\n- **二**": ("• 一\n• 二", [("二", "b")]),
    "> quoted": ("│ quoted", []),
    "2 * 3 * 4, snake_case_name, 5*6": ("2 * 3 * 4, snake_case_name, 5*6", []),
    "#tag stays": ("#tag stays", []),
    "𠀀𠀀 **𠀀**": ("𠀀𠀀 𠀀", [("𠀀", "b")]),
    "**open": ("**open", []),
    "  \n": ("", []),
}


@pytest.mark.parametrize("note", CASES)
def test_notes_lose_their_signs_and_keep_their_words(note: str) -> None:
    text, runs = CASES[note]
    found = rendered(note, "Mono")
    assert found.text == text
    kinds = [
        (
            found.text[run.start : run.end],
            run.link or ("code" if run.family else "b" if run.bold else "i"),
        )
        for run in found.runs
    ]
    assert kinds == runs


@given(st.text(st.sampled_from("ab 漢𠀀*_`~[]()#->\\\n"), max_size=60))
def test_runs_lie_within_the_text_and_apart_or_within_each_other(note: str) -> None:
    text, runs = rendered(note, "Mono")
    around: list[int] = []
    start = 0
    for run in runs:
        assert start <= run.start < run.end <= len(text)
        start = run.start
        while around and around[-1] <= run.start:
            around.pop()
        assert not around or run.end <= around[-1]
        around.append(run.end)
    left_out = "](" in note or "~~~" in note or "```" in note
    assert set("ab漢𠀀") & set(text) == set("ab漢𠀀") & set(note) or left_out


def test_links_to_what_is_gone_are_told() -> None:
    _, runs = rendered(
        "[a](meipi://article/6f#m1) [b](meipi://article/6f#m2)", "Mono", {"meipi://article/6f#m2"}
    )
    assert [run.gone for run in runs] == [False, True]


@pytest.mark.parametrize(
    "part", ["**a ", "[", "[a](", "[a](b(", "\\", "`", "https://", "_a ", "*a ", "~~~\n"]
)
def test_no_note_takes_for_ever(part: str) -> None:
    note = part * 20_000
    assert len(rendered(note, "Mono").text) <= len(note)
