"""A page over a real library, shown without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.reading.desk import Desk, Make, sample
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.opening import read_paste
from meipi.reading.page import Page
from meipi.support.jobs import Jobs
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.workspace import Library, Workspace, open_library
from meipi.workspace.viewing import Viewing


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def desk_with(library: Library, qtbot: QtBot) -> Iterator[Make]:
    """Opens an article, or a text that was pasted, on a page of 900 × 700 pixels."""
    jobs, pages = Jobs(), []
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(100)

    def make(article: ArticleDraft | str) -> Desk:
        workspace, viewing = Workspace(library), Viewing(Settings(None))
        page = Page(workspace, viewing, jobs, load("paper"))
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(900, 700)
        draft = read_paste(article) if isinstance(article, str) else article
        workspace.add_drafts([draft])
        page.show()
        qtbot.waitExposed(page)
        page.setFocus()
        # What the first page does without is made after it.
        QApplication.processEvents()
        jobs.wait()
        return Desk(page, workspace, viewing, qtbot)

    yield make
    QApplication.setDoubleClickInterval(interval)
    jobs.close()


@pytest.fixture
def desk(desk_with: Make) -> Desk:
    """The sample in Simplified: 对岸."""
    return desk_with(sample("the-far-bank.txt"))
