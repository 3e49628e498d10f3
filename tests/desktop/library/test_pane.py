from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meipi.library.pane import LibraryPane
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.workspace import Library, Workspace, open_library

TITLES = ("背影", "故鄉（節錄）", "一個很長很長的題目，兩行也寫不完的那一種，看看怎樣省略才好，還是不夠長")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.meipi") as opened:
        for place, title in enumerate(TITLES):
            article = opened.add_article(title=title, text=title * 20, source="朱自清", published="1925")
            opened.remember_position(article.id, 0, 0, f"2026-11-2{place}T09:00:00.000000+00:00")
        yield opened


@pytest.fixture
def workspace(library: Library) -> Workspace:
    return Workspace(library)


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane(workspace, Settings(None), load("paper"))
    qtbot.addWidget(pane)
    pane.resize(256, 600)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane


def _titles(pane: LibraryPane) -> list[str]:
    return [pane.model.index(row).data() for row in range(pane.model.rowCount())]


def _drop(widget: QWidget, *urls: QUrl) -> bool:
    """Drag over the widget and let go; whether the drag was taken."""
    data = QMimeData()
    data.setUrls(list(urls))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(
            widget, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
        )
    return enter.isAccepted()


def test_the_articles_stand_with_the_last_opened_first(pane: LibraryPane) -> None:
    assert _titles(pane) == [TITLES[2], TITLES[1], TITLES[0]]
    assert pane._count.text() == "3"
    assert "朱自清 · 1925" in pane.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_click_and_enter_open(pane: LibraryPane, qtbot: QtBot) -> None:
    point = pane.list.visualRect(pane.model.index(1)).center()
    with qtbot.waitSignal(pane.article_chosen) as chosen:
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == [2]
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.article_chosen) as chosen:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert chosen.args == [1]


def test_delete_removes_and_undo_brings_back(pane: LibraryPane, workspace: Workspace) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert _titles(pane) == [TITLES[1], TITLES[0]]
    workspace.undo()
    assert _titles(pane)[0] == TITLES[2]


@pytest.mark.parametrize("name", ["paper", "night"])
def test_the_open_article_has_paper_and_an_edge(
    pane: LibraryPane, workspace: Workspace, qtbot: QtBot, name: str
) -> None:
    theme = load(name)
    pane.set_theme(theme)
    workspace.open_article(1)
    qtbot.waitUntil(lambda: _titles(pane)[0] == TITLES[0])
    rows = [pane.list.visualRect(pane.model.index(row)) for row in range(2)]
    image = pane.list.viewport().grab().toImage()
    assert image.pixelColor(1, rows[0].center().y()) == QColor(theme.cinnabar)
    assert image.pixelColor(6, rows[0].top() + 4) == QColor(theme.paper)
    assert image.pixelColor(1, rows[1].center().y()) != QColor(theme.cinnabar)


def test_rows_are_as_high_as_their_titles_need(pane: LibraryPane, qtbot: QtBot) -> None:
    heights = [pane.list.visualRect(pane.model.index(row)).height() for row in range(3)]
    assert heights == [118, 96, 96]
    pane.resize(200, 600)
    qtbot.waitUntil(lambda: pane.list.visualRect(pane.model.index(1)).width() == 200)
    pane.resize(700, 600)
    qtbot.waitUntil(lambda: pane.list.visualRect(pane.model.index(0)).height() == 96)


def test_how_far_one_has_read_is_seen_after_a_refresh(pane: LibraryPane, library: Library) -> None:
    library.remember_position(2, 10, 60, "2026-11-24T09:00:00.000000+00:00")
    pane.refresh()
    index = pane.model.index(pane.model.row_of(2))
    assert "50 %" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_files_and_links_can_be_dropped_other_things_not(
    pane: LibraryPane, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pane.dropped) as dropped:
        assert _drop(pane, QUrl.fromLocalFile(str(tmp_path / "一.txt")), QUrl("https://example.org/"))
    assert dropped.args == [[tmp_path / "一.txt", "https://example.org/"]]
    assert not _drop(pane, QUrl("ftp://example.org/"))


def test_the_button_does_the_action(pane: LibraryPane, qtbot: QtBot) -> None:
    action = QAction("&Open…")
    pane.set_add_action(action)
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(pane._add, Qt.MouseButton.LeftButton)
    assert pane._add.accessibleName() == "Open…"


def test_an_empty_library_says_what_will_be_there(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "empty.meipi") as library:
        workspace = Workspace(library)
        pane = LibraryPane(workspace, Settings(None), load("paper"))
        qtbot.addWidget(pane)
        pane.resize(256, 600)
        pane.show()
        assert pane._ghosts.isVisible()
        pane.grab()
        pane.focus_list()
        library.add_article(title="背影", text="背影")
        pane.refresh()
        assert not pane._ghosts.isVisible()
        assert pane.list.isVisible()


def test_the_title_of_the_open_article_is_bold(pane: LibraryPane, workspace: Workspace, qtbot: QtBot) -> None:
    def ink(title: str) -> int:
        rows = [pane.model.index(row) for row in range(pane.model.rowCount())]
        rect = pane.list.visualRect(next(index for index in rows if index.data() == title))
        image = pane.list.viewport().grab(rect.adjusted(16, 9, -150, 31 - rect.height())).toImage()
        spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(*spot).lightness() < 128 for spot in spots)

    before = ink("背影")
    workspace.open_article(1)
    qtbot.waitUntil(lambda: _titles(pane)[0] == "背影")
    assert ink("背影") > before * 1.2
