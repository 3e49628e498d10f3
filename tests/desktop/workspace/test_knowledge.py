from __future__ import annotations

import pytest

from meipi.support.settings import Settings
from meipi.workspace import Workspace
from meipi.workspace.knowledge import Knowledge, knowledge, up_to_level
from meipi.workspace.viewing import Viewing

KNOWN = frozenset({"三", "天", "看", "银行", "银", "不", "同"})


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("银行", True),
        ("三天", True),  # no dictionary has it
        ("看看", False),  # a headword
        ("三天看", True),
        ("不同", False),  # is more than 不 and 同
        ("银行三天", True),
        ("行", False),
        ("三湖", False),
        ("饕餮", False),
        ("", False),
    ],
)
def test_what_is_known(word: str, known: bool) -> None:
    assert Knowledge(KNOWN)(word) is known


def test_nothing_is_known_of_no_words() -> None:
    assert not Knowledge(frozenset())("天")


def test_the_level_counts_where_readings_stand_above_it(workspace: Workspace) -> None:
    viewing = Viewing(Settings(None))
    workspace.vocabulary.know(["饕餮"])
    viewing.set("scope", "unknown")
    assert not knowledge(viewing, workspace.vocabulary)("我们")
    assert knowledge(viewing, workspace.vocabulary)("饕餮")
    viewing.set("scope", "level")
    assert knowledge(viewing, workspace.vocabulary)("我们")
    assert knowledge(viewing, workspace.vocabulary)("饕餮")
    assert not knowledge(viewing, workspace.vocabulary)("鲲鹏")


def test_the_words_up_to_a_level() -> None:
    first, second = up_to_level(1, "HSK 2.0"), up_to_level(2, "HSK 2.0")
    assert first < second
    assert "我们" in first
    assert len(up_to_level(7, "HSK 3.0 (2025)")) > 10_000
