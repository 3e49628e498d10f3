"""A pane over a small article with four marks, three of them with notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meipi.notes.pane import NotesPane
from meipi.support.theme import load
from meipi.workspace import Library, Workspace, open_library

TEXT = "鹽湖\n\n柴達木盆地星羅棋布，大大小小的鹽湖散落在𠀀上。\n水天一色的察爾汗，是最大的一個。\n"
MARKED = (
    ("柴達木盆地", "zhu", "Which **basin**?", ("check", "鹽湖")),
    ("星羅棋布", "teng", "", ()),
    ("𠀀上", "zhu", "A rare hanzi", ()),
    ("察爾汗", "tian", "Qarhan", ("place",)),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.meipi") as opened:
        article = opened.add_article(title="鹽湖", text=TEXT, source="青海新聞網", script="traditional")
        for quote, colour, note, tags in MARKED:
            start = TEXT.index(quote)
            opened.add_mark(article.id, (start, start + len(quote)), colour=colour, note=note, tags=tags)
        yield opened


@pytest.fixture
def workspace(library: Library) -> Workspace:
    workspace = Workspace(library)
    workspace.open_article(library.articles()[0].id)
    return workspace


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> NotesPane:
    pane = NotesPane(workspace, load("paper"))
    qtbot.addWidget(pane)
    pane.resize(344, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane
