"""Links in the notes on cards, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from driving import CONTROL, NONE
from meipi.exchange.addresses import address
from meipi.notes.card import CardDelegate
from meipi.notes.pane import NotesPane
from meipi.support.wrapping import Run
from meipi.workspace import Workspace

WEB = "https://example.org"


@pytest.fixture
def to(pane: NotesPane, workspace: Workspace) -> str:
    """The address of the last mark, to which the note of the first one links, after a page of the web."""
    article, last = workspace.article, workspace.marks[3]
    assert article is not None
    to = address(article.uid, last.id, last.uid)
    workspace.marking.write_note(workspace.marks[0].id, f"See [the page]({WEB}), [察爾汗]({to}).")
    return to


@pytest.fixture
def opened(pane: NotesPane) -> list[str]:
    addresses: list[str] = []
    pane.link_opened.connect(addresses.append)
    return addresses


def links(pane: NotesPane, row: int) -> list[tuple[QPoint, Run]]:
    """Where the mouse finds links on a card, once for each."""
    delegate, index = pane.list.itemDelegate(), pane.model.index(row)
    card, rect = pane.model.card_at(index), pane.list.visualRect(index)
    assert isinstance(delegate, CardDelegate)
    assert card is not None
    found: dict[str, tuple[QPoint, Run]] = {}
    for x in range(rect.left(), rect.right(), 3):
        for y in range(rect.top(), rect.bottom(), 3):
            link = delegate.link_at(card, rect, pane.list, x, y)
            if link is not None:
                found.setdefault(link.link, (QPoint(x, y), link))
    return list(found.values())


def test_a_click_on_a_link_opens_it_and_one_beside_it_jumps(
    pane: NotesPane, workspace: Workspace, to: str, opened: list[str], qtbot: QtBot
) -> None:
    (web, _), (mark, _) = links(pane, 0)
    view = pane.list.viewport()
    with qtbot.assertNotEmitted(pane.mark_jumped):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=web)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark)
    assert opened == [WEB, to]
    with qtbot.waitSignal(pane.mark_jumped):
        QTest.mouseClick(
            view, Qt.MouseButton.LeftButton, pos=pane.list.visualRect(pane.model.index(0)).center()
        )
    assert len(opened) == 2


def test_a_double_click_on_a_link_opens_it_once(pane: NotesPane, to: str, opened: list[str]) -> None:
    place, _ = links(pane, 0)[0]
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [WEB]


def test_a_link_to_a_deleted_mark_is_struck_out_until_it_comes_back(
    pane: NotesPane, workspace: Workspace, to: str
) -> None:
    def gone() -> dict[str, bool]:
        return {run.link: run.gone for _, run in links(pane, 0)}

    assert gone() == {WEB: False, to: False}
    workspace.marking.delete_mark(workspace.marks[3].id)
    assert gone() == {WEB: False, to: True}
    workspace.undo()
    assert gone() == {WEB: False, to: False}


def test_ctrl_enter_opens_the_only_link_or_asks_which(
    pane: NotesPane, workspace: Workspace, to: str, opened: list[str], qtbot: QtBot
) -> None:
    workspace.marking.write_note(workspace.marks[1].id, f"[map]({WEB})")
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Return, CONTROL)
    assert opened == [WEB]
    QTest.keyClick(pane.list, Qt.Key.Key_Up)
    QTest.keyClick(pane.list, Qt.Key.Key_Return, CONTROL)
    (menu,) = pane.list.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["the page", "察爾汗"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert opened == [WEB, to]
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.list, Qt.Key.Key_Return, CONTROL)
    assert len(opened) == 2, "a note without links"


def hover(view: QWidget, place: QPoint) -> None:
    """Move the mouse there with no button down."""
    here, none = QPointF(place), Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, here, view.mapToGlobal(here), none, none, NONE)
    QApplication.sendEvent(view, event)


def test_the_pointer_is_a_hand_on_a_link(pane: NotesPane, to: str) -> None:
    view, shapes = pane.list.viewport(), Qt.CursorShape
    hover(view, links(pane, 0)[0][0])
    assert view.cursor().shape() == shapes.PointingHandCursor
    hover(view, pane.list.visualRect(pane.model.index(0)).topLeft() + QPoint(20, 12))
    assert view.cursor().shape() == shapes.ArrowCursor
