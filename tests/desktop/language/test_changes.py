"""The way from one version of a text to another: it covers both, and leads from the one to the other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language.changes import Hunk, Way, compare, within
from meipi.support.assets import resource

TEXTS = st.text(st.sampled_from("鹽湖盐水天。！？，\n “”a\U00020000"), max_size=60)


def applied(hunks: list[Hunk], old: str, new: str) -> str:
    """The new text, of what stays of the old one and of what was added."""
    return "".join(old[slice(*hunk.old)] if hunk.kind == "same" else new[slice(*hunk.new)] for hunk in hunks)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(hunk.kind, old[slice(*hunk.old)], new[slice(*hunk.new)]) for hunk in compare(old, new)]


def check(hunks: list[Hunk], old: str, new: str) -> None:
    at = (0, 0)
    for hunk in hunks:
        assert (hunk.old.start, hunk.new.start) == at
        at = hunk.old.end, hunk.new.end
        mine, theirs = old[slice(*hunk.old)], new[slice(*hunk.new)]
        assert (mine == theirs) == (hunk.kind == "same")
        assert (mine == "") == (hunk.kind == "added")
        assert (theirs == "") == (hunk.kind == "removed")
    assert at == (len(old), len(new))
    assert applied(hunks, old, new) == new


@given(old=TEXTS, new=TEXTS)
@settings(max_examples=300, deadline=None)
def test_both_texts_are_covered_and_the_new_one_comes_out(old: str, new: str) -> None:
    check(compare(old, new), old, new)
    check(within(old, new), old, new)


@given(old=TEXTS, cuts=st.lists(st.integers(0, 60), max_size=4), put=TEXTS)
@settings(max_examples=200, deadline=None)
def test_so_are_those_of_an_edited_text(old: str, cuts: list[int], put: str) -> None:
    new = old
    for cut in cuts:
        new = new[:cut] + put[:5] + new[cut + 2 :]
    hunks = compare(old, new)
    check(hunks, old, new)
    way = Way(old, new)
    places = [way.to_new(offset) for offset in range(len(old) + 1)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] == len(new)
    assert 0 <= way.kept <= 1


@pytest.mark.parametrize("text", ["", "鹽", "鹽湖。\n水天一色。", "\n\n"])
def test_nothing_changed(text: str) -> None:
    assert all(hunk.kind == "same" for hunk in compare(text, text))
    assert Way(text, text).kept == 1


def test_a_sentence_is_added_removed_and_changed() -> None:
    old = "天黑了。雨停了，路上没有人。他走了。"
    new = "天黑了。風起了。雨停了，路上没有一个人。"
    assert told(old, new) == [
        ("same", "天黑了。", "天黑了。"),
        ("added", "", "風起了。"),
        ("changed", "雨停了，路上没有人。", "雨停了，路上没有一个人。"),
        ("removed", "他走了。", ""),
    ]


def test_script_punctuation_and_spacing_leave_a_sentence_what_it_is() -> None:
    old = "盐湖很大。水天一色！他去了台湾。"
    new = "鹽湖很大！水天 一色。他去了臺灣。"
    assert [kind for kind, _, _ in told(old, new)] == ["changed"] * 3


def test_a_sentence_cut_in_two_and_two_that_become_one() -> None:
    assert told("他走了，天黑了。雨停了。", "他走了。天黑了。雨停了。") == [
        ("changed", "他走了，天黑了。", "他走了。天黑了。"),
        ("same", "雨停了。", "雨停了。"),
    ]
    assert told("他走了。天黑了。雨停了。", "他走了，天黑了。雨停了。")[0][0] == "changed"


def test_within_a_sentence() -> None:
    hunks = within("昨天路上没有人影。", "昨天的路上没一个人影！")
    assert [(hunk.kind, *hunk.old, *hunk.new) for hunk in hunks] == [
        ("same", 0, 2, 0, 2),
        ("added", 2, 2, 2, 3),
        ("same", 2, 5, 3, 6),
        ("changed", 5, 6, 6, 8),
        ("same", 6, 8, 8, 10),
        ("changed", 8, 9, 10, 11),
    ]


def test_a_place_in_a_changed_sentence_is_found_and_one_that_is_gone_is_where_it_was_taken_out() -> None:
    old, new = "天黑了。雨停了，路上没有人。他走了。", "雨停了，路上没有一个人。"
    way = Way(old, new)
    assert way.to_new(old.index("雨")) == 0
    assert way.to_new(old.index("路")) == new.index("路")
    assert way.to_new(old.index("他")) == len(new)
    assert way.to_new(2) == 0


def test_a_paragraph_that_stands_elsewhere_is_removed_and_added() -> None:
    text = (resource("samples/the-far-bank.txt")).read_text("utf-8")
    lines = [line for line in text.split("\n") if line]
    moved = "\n".join([*lines[:3], *lines[4:], lines[3]])
    kinds = {hunk.kind for hunk in compare("\n".join(lines), moved)}
    assert kinds == {"same", "added", "removed"}


def test_of_sentences_that_are_all_alike_most_stay() -> None:
    old = "哈。" * 20_000
    new = "嗨。" + old[2:-40] + "嗨。"
    hunks = compare(old, new)
    check(hunks, old, new)
    assert sum(hunk.kind != "same" for hunk in hunks) < 100


def test_of_texts_that_have_nothing_in_common_nothing_stays() -> None:
    old, new = "天地玄黃。" * 300, re.sub("鹽", "宇", "宇宙洪荒。" * 300)
    assert Way(old, new).kept == 0
