"""A Words pane over a real library with two articles, and words saved in both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meipi.exchange.draft import ArticleDraft
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.vocabulary.pane import WordsPane
from meipi.workspace import Library, Said, Workspace, open_library
from meipi.workspace.viewing import Viewing

LAKE = "青海的鹽湖\n\n柴達木盆地的鹽湖很多，他去銀行，也去鹽湖。\n"
BANK = "银行\n\n他在银行里数钱，长大了，重要的是行长。\n"


def save(workspace: Workspace, word: str) -> None:
    """Save a word of the open article, where it stands first."""
    assert workspace.article is not None
    start = workspace.article.text.index(word)
    assert workspace.vocabulary.save_word((start, start + len(word))) is not None


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.meipi") as opened:
        yield opened


@pytest.fixture
def workspace(library: Library) -> Workspace:
    """銀行 is saved in both articles; the one about the lake is open."""
    workspace = Workspace(library)
    lake, bank = workspace.add_drafts([ArticleDraft("鹽湖", LAKE), ArticleDraft("银行", BANK)])
    workspace.open_article(bank.id)
    for word in ("银行", "重要", "行长"):
        save(workspace, word)
    workspace.open_article(lake.id)
    for word in ("鹽湖", "銀行"):
        save(workspace, word)
    return workspace


@pytest.fixture
def viewing() -> Viewing:
    return Viewing(Settings(None))


@pytest.fixture
def heard(workspace: Workspace) -> list[Said]:
    sentences: list[Said] = []
    workspace.said.connect(sentences.append)
    return sentences


@pytest.fixture
def pane(workspace: Workspace, viewing: Viewing, qtbot: QtBot) -> WordsPane:
    pane = WordsPane(workspace, viewing, load("paper"))
    qtbot.addWidget(pane)
    pane.resize(344, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    return pane
