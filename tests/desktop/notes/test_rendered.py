from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.notes.rendered import rendered

CASES = {
    "plain, with 漢字": ("plain, with 漢字", []),
    "**bold** and *slanted* and _too_": (
        "bold and slanted and too",
        [("bold", "b"), ("slanted", "i"), ("too", "i")],
    ),
    "a `x*y*z` b": ("a x*y*z b", [("x*y*z", "code")]),
    "see [the map](https://example.org)": ("see the map", []),
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
        (found.text[run.start : run.end], "code" if run.family else "b" if run.bold else "i")
        for run in found.runs
    ]
    assert kinds == runs


@given(st.text(st.sampled_from("ab 漢𠀀*_`[]()#->\n"), max_size=60))
def test_runs_lie_within_the_text_and_apart(note: str) -> None:
    text, runs = rendered(note, "Mono")
    end = 0
    for run in runs:
        assert end <= run.start < run.end <= len(text)
        end = run.end
    assert sorted(set("ab漢𠀀") & set(text)) == sorted(set("ab漢𠀀") & set(note)) or "](" in note
