from __future__ import annotations

import pytest

from meipi.support.markdown_typing import indented, lead_of, outdented, wrapped


@pytest.mark.parametrize(
    ("line", "lead", "following"),
    [
        ("- one", "- ", "- "),
        ("  * one", "  * ", "  * "),
        ("9. nine", "9. ", "10. "),
        ("3) three", "3) ", "4) "),
        ("- [x] done", "- [x] ", "- [ ] "),
        ("> said", "> ", "> "),
        ("> > said", "> > ", "> > "),
        ("- ", "- ", "- "),
    ],
)
def test_a_list_and_a_quote_go_on(line: str, lead: str, following: str) -> None:
    found = lead_of(line)
    assert found == (lead, following)


@pytest.mark.parametrize("line", ["", "one", "-one", "1.5 m", "# Head", "--- ", "**bold** ", "2026-11-24"])
def test_other_lines_begin_nothing(line: str) -> None:
    assert lead_of(line) is None


@pytest.mark.parametrize(
    ("lines", "above", "moved"),
    [
        (["- b"], ["- a"], ["  - b"]),
        (["2. b"], ["1. a"], ["   1. b"]),
        (["10. k", "   more"], ["9. j"], ["   1. k", "      more"]),
        (["- c"], ["- a", "  - b"], ["  - c"]),
        (["  - c"], ["- a", "  - b"], ["    - c"]),
        (["- b", "- c"], ["- a"], ["  - b", "  - c"]),
        (["  - b"], ["- a"], None),
        (["- a"], [], None),
        (["- a"], ["text"], None),
        (["text"], ["- a"], None),
    ],
)
def test_items_move_in_as_far_as_markdown_lets_them(
    lines: list[str], above: list[str], moved: list[str] | None
) -> None:
    assert indented(lines, above) == moved


@pytest.mark.parametrize(
    ("lines", "above", "moved"),
    [
        (["  - b"], ["- a"], ["- b"]),
        (["    - c"], ["- a", "  - b"], ["  - c"]),
        (["   1. b", "      more"], ["1. a"], ["1. b", "   more"]),
        (["  - b"], [], ["- b"]),
        (["- b"], ["- a"], None),
        (["  text"], ["- a"], None),
    ],
)
def test_items_move_out_to_the_level_above(
    lines: list[str], above: list[str], moved: list[str] | None
) -> None:
    assert outdented(lines, above) == moved


@pytest.mark.parametrize(
    ("text", "sign", "made"),
    [
        ("鹽湖", "**", "**鹽湖**"),
        ("**鹽湖**", "**", "鹽湖"),
        ("**鹽湖**", "*", "***鹽湖***"),
        ("***鹽湖***", "*", "**鹽湖**"),
        ("*鹽湖*", "*", "鹽湖"),
        (" a ", "*", " *a* "),
        ("**", "*", "****"),
    ],
)
def test_a_selection_is_put_within_signs_or_out_of_them(text: str, sign: str, made: str) -> None:
    assert wrapped(text, sign) == made
