from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from meipi.exchange.front_matter import render, scalar

# Surrogates cannot be written to a file; render() of the export replaces them before.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TRICKY = st.text(alphabet="鹽a1 :#-?,[]{}&*!|>'\"%@`\\\n\t~=<._eExX0\x85\u2028\ufeff", max_size=12)


def load(text: str, version: tuple[int, int]) -> object:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return yaml.load(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("世界級鹽湖產業基地", "世界級鹽湖產業基地"),
        ("t2s (OpenCC 1.4.2)", "t2s (OpenCC 1.4.2)"),
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a?b=1", '"https://example.org/a?b=1"'),
        ("6f1c2d", "6f1c2d"),
        ("題: 目", '"題: 目"'),
        ("12e5", '"12e5"'),
        ("2026-05-11", '"2026-05-11"'),
        ("no", '"no"'),
        ("- a", '"- a"'),
        ("“引文”", '"“引文”"'),
        ('a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("a\nb", '"a\\u000ab"'),
        ("", '""'),
    ],
)
def test_scalars(text: str, written: str) -> None:
    assert scalar(text) == written


@settings(max_examples=150, deadline=None)
@given(TEXT | TRICKY, st.lists(TEXT | TRICKY, max_size=3), st.sampled_from([(1, 1), (1, 2)]))
@example("0o7", ["null", "~", "a, b"], (1, 1))
@example("1:30", ["1_000", "0b1", "1e5"], (1, 1))
@example("0?", ["a:b", "a?b"], (1, 1))
@example("<<", ["=", "Yes", "y"], (1, 1))
def test_everything_reads_back(title: str, tags: list[str], version: tuple[int, int]) -> None:
    text = render([("title", f"x{title}"), ("t", title and scalar(title)), ("tags", tags)])
    lines = text.split("\n")
    assert (lines[0], lines[-2], lines[-1]) == ("---", "---", "")
    assert len(lines) == 6
    assert load(f"[{scalar(title)}]", version) == [title]
    document = load("\n".join(lines[1:-2]), version)
    assert isinstance(document, dict)
    assert document["title"] == f"x{title}"
    assert document["tags"] == tags


def test_dates_and_empty_fields() -> None:
    text = render([("author", ""), ("saved", "2026-11-24"), ("tags", [])])
    assert text == "---\nauthor:\nsaved: 2026-11-24\ntags: []\n---\n"
    assert load(text.strip("-\n"), (1, 2)) == {
        "author": None,
        "saved": datetime.date(2026, 11, 24),
        "tags": [],
    }
