"""The library pane with many articles: order, groups, filter, several at once, the bin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meipi.library.pane import LibraryPane
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.workspace import Library, Workspace, open_library

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TITLES = ("鹽湖", "渡口", "茶山", "重慶的橋", "荷塘")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.meipi") as opened:
        for place, title in enumerate(TITLES):
            source = "茶刊" if place % 2 else "湖報"
            article = opened.add_article(title=title, text=f"{title}。湖水很鹹。" * 9, source=source)
            opened.remember_position(article.id, 0, 30, f"2026-11-2{place}T09:00:00.000000+00:00")
        yield opened


@pytest.fixture
def workspace(library: Library) -> Workspace:
    return Workspace(library)


@pytest.fixture
def settings() -> Settings:
    return Settings(None)


@pytest.fixture
def pane(workspace: Workspace, settings: Settings, qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane(workspace, settings, load("paper"))
    qtbot.addWidget(pane)
    pane.resize(256, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.focus_list()
    return pane


def shown(pane: LibraryPane) -> list[str]:
    return [str(pane.model.index(row).data()) for row in range(pane.model.rowCount())]


def choose(pane: LibraryPane, name: str) -> None:
    next(action for action in pane.arrange.actions() if action.text() == name).trigger()


def test_the_order_is_chosen_and_kept(pane: LibraryPane, settings: Settings) -> None:
    assert shown(pane) == ["荷塘", "重慶的橋", "茶山", "渡口", "鹽湖"]
    choose(pane, "Title, by pinyin")
    assert shown(pane) == ["茶山", "重慶的橋", "渡口", "荷塘", "鹽湖"]
    assert settings.get("library.order") == "pinyin"
    choose(pane, "Title, by strokes")
    assert shown(pane)[-1] == "鹽湖"


def test_groups_have_heads_that_keys_pass_over(pane: LibraryPane) -> None:
    choose(pane, "Group by source")
    assert shown(pane) == ["茶刊 2", "重慶的橋", "渡口", "湖報 3", "荷塘", "茶山", "鹽湖"]
    QTest.keyClick(pane.list, Key.Key_Home)
    met = [str(pane.list.currentIndex().data())]
    for _ in range(4):
        QTest.keyClick(pane.list, Key.Key_Down)
        met.append(str(pane.list.currentIndex().data()))
    assert met == ["重慶的橋", "渡口", "荷塘", "茶山", "鹽湖"]


def test_the_filter_finds_by_pinyin_and_goes_by_esc(pane: LibraryPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_Slash)
    assert pane.filter.hasFocus()
    QTest.keyClicks(pane.filter, "yanhu")
    assert shown(pane) == ["鹽湖"]
    pane.filter.setText("盐湖")
    assert shown(pane) == ["鹽湖"]
    pane.filter.setText("沙漠")
    assert shown(pane) == []
    assert pane._none.isVisible()
    QTest.keyClick(pane.filter, Key.Key_Escape)
    assert len(shown(pane)) == 5
    QTest.keyClick(pane.filter, Key.Key_Escape)
    assert not pane.filter.isVisible()
    assert pane.list.hasFocus()
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane.list, Key.Key_Escape)


def test_several_are_starred_and_removed_at_once(
    pane: LibraryPane, workspace: Workspace, library: Library
) -> None:
    QTest.keyClick(pane.list, Key.Key_Home)
    QTest.keyClick(pane.list, Key.Key_Down, SHIFT)
    QTest.keyClick(pane.list, Key.Key_S)
    assert {info.title for info in library.articles() if info.starred} == {"荷塘", "重慶的橋"}
    QTest.keyClick(pane.list, Key.Key_Delete)
    assert shown(pane) == ["茶山", "渡口", "鹽湖"]
    workspace.undo()
    assert len(shown(pane)) == 5
    workspace.undo()
    assert not any(info.starred for info in library.articles())


def test_a_click_opens_and_with_ctrl_it_selects(pane: LibraryPane, qtbot: QtBot) -> None:
    def middle(row: int) -> QPoint:
        return pane.list.visualRect(pane.model.index(row)).center()

    viewport, left = pane.list.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(pane.article_chosen) as caught:
        QTest.mouseClick(viewport, left, pos=middle(1))
    info = pane.model.info_at(pane.model.index(1))
    assert info is not None
    assert caught.args == [info.id]
    with qtbot.assertNotEmitted(pane.article_chosen):
        QTest.mouseClick(viewport, left, CONTROL, middle(3))
    assert [info.title for info in pane.list.selected] == ["重慶的橋", "渡口"]


def test_details_and_tags_are_asked_for(pane: LibraryPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_Home)
    info = pane.model.info_at(pane.list.currentIndex())
    assert info is not None
    with qtbot.waitSignal(pane.details_wanted) as caught:
        QTest.keyClick(pane.list, Key.Key_F2)
    assert caught.args == [info.id]
    with qtbot.waitSignal(pane.tags_wanted) as caught:
        QTest.keyClick(pane.list, Key.Key_G)
    assert caught.args == [[info.id]]


def test_the_bin_gives_back(pane: LibraryPane, workspace: Workspace, library: Library) -> None:
    (lake,) = (info for info in library.articles() if info.title == "鹽湖")
    workspace.open_article(lake.id)
    mark = workspace.marking.highlight((0, 2), "zhu")
    assert mark is not None
    workspace.marking.delete_mark(mark.id)
    (ferry,) = (info for info in library.articles() if info.title == "渡口")
    workspace.shelf.remove([ferry.id])
    QTest.mouseClick(pane._bin, Qt.MouseButton.LeftButton)
    names = [row.name for row in pane.bin.model.rows]
    assert names == ["渡口", "鹽湖"]
    assert {row.days for row in pane.bin.model.rows} <= {29, 30}
    QTest.keyClick(pane.bin.list, Key.Key_Return)
    assert ferry.id in {info.id for info in library.articles()}
    QTest.mouseClick(pane.bin._bring, Qt.MouseButton.LeftButton)
    assert [kept.id for kept in workspace.marks] == [mark.id]
    assert pane.bin.model.rowCount() == 0
    assert not pane.bin._bring.isEnabled()
    QTest.keyClick(pane.bin._back, Key.Key_Space)
    assert pane.list.isVisible()


def test_thousands_are_shown_without_being_measured(
    tmp_path: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(tmp_path / "many.meipi") as library:
        with library.transaction():
            for number in range(3_000):
                library.add_article(title=f"第{number}篇", text="湖水很鹹。")
        pane = LibraryPane(Workspace(library), settings, load("paper"))
        qtbot.addWidget(pane)
        pane.resize(256, 700)
        measured: list[int] = []
        monkeypatch.setattr(
            pane._delegate,
            "row_height",
            lambda row, view, own=pane._delegate.row_height: measured.append(row) or own(row, view),
        )
        pane.show()
        qtbot.waitExposed(pane)
        assert pane.model.rowCount() == 3_000
        assert 0 < len(set(measured)) < 60
