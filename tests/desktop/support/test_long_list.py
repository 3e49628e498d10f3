"""A list of many rows: only those near the view are measured, and what is in view does not jump."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from meipi.support.long_list import LongList
from meipi.support.row_heights import Heights

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key
GUESS = 40
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Numbers(QAbstractListModel):
    """Rows that are called by their numbers; every hundredth is a head."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.names = list(range(count))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return str(self.names[index.row()]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        return flags if self.names[index.row()] % 100 == 0 else flags | Qt.ItemFlag.ItemIsSelectable

    def take_out(self, row: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        del self.names[row : row + count]
        self.endRemoveRows()

    def put_in(self, row: int, names: list[int]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(names) - 1)
        self.names[row:row] = names
        self.endInsertRows()


class Painted(QStyledItemDelegate):
    """Rows are higher than they are thought to be, each by as much as its number says."""

    def __init__(self, model: Numbers) -> None:
        super().__init__()
        self.numbers = model
        self.measured: list[int] = []
        self.painted: dict[int, QRect] = {}
        self.more = 0

    def row_height(self, row: int, view: QAbstractScrollArea) -> int:
        name = self.numbers.names[row]
        self.measured.append(name)
        return 30 + name * 7 % 50 + self.more + (20 if view.viewport().width() < 250 else 0)

    def guessed_heights(self, first: int, last: int, view: QAbstractScrollArea) -> Heights:
        return np.full(last + 1 - first, GUESS, np.int64)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.painted[self.numbers.names[index.row()]] = QRect(option.rect)


class Listed(LongList):
    def action_under(self, event: QMouseEvent) -> tuple[int, str] | None:
        return None


@pytest.fixture
def model() -> Numbers:
    return Numbers(10_000)


@pytest.fixture
def delegate(model: Numbers) -> Painted:
    return Painted(model)


@pytest.fixture
def rows(model: Numbers, delegate: Painted, qtbot: QtBot) -> Listed:
    made = Listed(model, delegate)
    qtbot.addWidget(made)
    made.resize(300, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def seen(rows: Listed, delegate: Painted) -> dict[int, int]:
    """The numbers of the rows in view, and where each begins; they fill the view without a gap."""
    delegate.painted.clear()
    rows.viewport().repaint()
    edge = 0
    for place, rect in enumerate(delegate.painted.values()):
        assert rect.top() == edge if place else rect.top() <= 0
        assert rect.width() == rows.viewport().width()
        edge = rect.bottom() + 1
    assert edge >= rows.viewport().height()
    return {name: rect.top() for name, rect in delegate.painted.items()}


def test_only_what_is_in_view_is_measured(rows: Listed, delegate: Painted) -> None:
    first = seen(rows, delegate)
    assert list(first) == list(range(len(first)))
    assert set(first) <= set(delegate.measured) <= set(range(600 // GUESS + 1))
    rows.verticalScrollBar().setValue(200_000)
    far = seen(rows, delegate)
    assert min(far) > 4_000
    assert len(set(delegate.measured)) < 2 * (600 // GUESS + 2)


@pytest.mark.parametrize("step", [40, -40, 250, -250])
def test_what_stays_in_view_moves_as_far_as_was_scrolled(rows: Listed, delegate: Painted, step: int) -> None:
    bar = rows.verticalScrollBar()
    bar.setValue(150_000)
    for _ in range(40):
        before = seen(rows, delegate)
        bar.setValue(bar.value() + step)
        after = seen(rows, delegate)
        both = before.keys() & after.keys()
        assert both
        assert {before[name] - after[name] for name in both} == {step}


def test_the_screen_follows_by_itself(rows: Listed, delegate: Painted, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(delegate.painted))
    for value in (30, 3, 100_000):
        delegate.painted.clear()
        rows.verticalScrollBar().setValue(value)
        qtbot.waitUntil(lambda: bool(delegate.painted))
        assert all(
            rect == rows.visualRect(rows.model().index(name, 0)) for name, rect in delegate.painted.items()
        )


def test_both_ends_are_reached_exactly(rows: Listed, delegate: Painted) -> None:
    bar = rows.verticalScrollBar()
    rows.setCurrentIndex(rows.model().index(9_999, 0))
    last = seen(rows, delegate)
    assert bar.value() == bar.maximum()
    assert rows.visualRect(rows.model().index(9_999, 0)).bottom() + 1 == rows.viewport().height()
    for _ in range(20):
        bar.setValue(bar.value() - 500)
    assert max(seen(rows, delegate)) < min(last)
    bar.setValue(bar.maximum())
    assert seen(rows, delegate) == last
    bar.setValue(0)
    assert seen(rows, delegate)[0] == 0


def test_a_row_is_found_where_it_is_painted(rows: Listed, delegate: Painted) -> None:
    rows.verticalScrollBar().setValue(99_999)
    for name, top in seen(rows, delegate).items():
        index = rows.model().index(name, 0)
        assert rows.visualRect(index).top() == top
        assert rows.indexAt(QPoint(5, max(0, top))) == index


def test_rows_that_come_and_go_above_do_not_move_what_is_in_view(
    rows: Listed, model: Numbers, delegate: Painted
) -> None:
    rows.scrollTo(model.index(500), rows.ScrollHint.PositionAtTop)
    assert seen(rows, delegate)[500] == 0
    model.take_out(10, 5)
    rows.executeDelayedItemsLayout()
    assert len(seen(rows, delegate)) > 5
    model.put_in(10, [10_001, 10_002])
    rows.executeDelayedItemsLayout()
    found = next(row for row, name in enumerate(model.names) if name == 500)
    rows.scrollTo(model.index(found), rows.ScrollHint.PositionAtCenter)
    rect = rows.visualRect(model.index(found))
    assert abs(rect.center().y() - rows.viewport().height() // 2) <= 1
    model.take_out(0, len(model.names))
    rows.executeDelayedItemsLayout()
    rows.viewport().repaint()
    assert rows.verticalScrollBar().maximum() == 0
    assert not rows.indexAt(QPoint(5, 5)).isValid()


def test_rows_follow_the_width(rows: Listed, delegate: Painted) -> None:
    rows.scrollTo(rows.model().index(700, 0), rows.ScrollHint.PositionAtTop)
    before = rows.visualRect(rows.model().index(700, 0))
    rows.resize(200, 600)
    after = rows.visualRect(rows.model().index(700, 0))
    assert after.top() == before.top()
    assert after.height() == before.height() + 20
    assert 700 in seen(rows, delegate)


def test_the_current_row_stays_in_view_when_there_is_less_room(rows: Listed) -> None:
    rows.scrollTo(rows.model().index(700, 0), rows.ScrollHint.PositionAtTop)
    current = rows.indexAt(QPoint(5, rows.viewport().height() - 60))
    rows.setCurrentIndex(current)
    rows.resize(300, 400)
    assert rows.viewport().rect().contains(rows.visualRect(current))
    # One that the reader has scrolled away from is not fetched back.
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().value() + 1_000)
    rows.resize(300, 300)
    assert not rows.viewport().rect().intersects(rows.visualRect(current))


def test_the_wheel_scrolls(rows: Listed, delegate: Painted) -> None:
    before = seen(rows, delegate)
    place = QPointF(rows.viewport().rect().center())
    event = QWheelEvent(
        place,
        rows.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows.viewport(), event)
    after = seen(rows, delegate)
    assert rows.verticalOffset() == rows.verticalScrollBar().value() > 0
    both = before.keys() & after.keys()
    assert {before[name] - after[name] for name in both} == {rows.verticalOffset()}


def test_a_row_that_grows_pushes_down_what_is_below_it(rows: Listed, delegate: Painted, qtbot: QtBot) -> None:
    index, below = rows.model().index(3, 0), rows.model().index(4, 0)
    button = QPushButton("x")
    rows.setIndexWidget(index, button)
    top, next_top = rows.visualRect(index).top(), rows.visualRect(below).top()
    delegate.more = 60
    delegate.sizeHintChanged.emit(index)
    qtbot.waitUntil(lambda: rows.visualRect(below).top() == next_top + 60)
    assert rows.visualRect(index).top() == top
    rows.verticalScrollBar().setValue(25)
    qtbot.waitUntil(lambda: button.y() == rows.visualRect(index).y())


def test_keys_go_from_row_to_row_and_pass_over_heads(rows: Listed) -> None:
    def at() -> int:
        return rows.currentIndex().row()

    QTest.keyClick(rows, Key.Key_Up)
    assert at() == 1
    QTest.keyClick(rows, Key.Key_End)
    assert at() == 9_999
    QTest.keyClick(rows, Key.Key_Home)
    assert at() == 1
    rows.setCurrentIndex(rows.model().index(99, 0))
    QTest.keyClick(rows, Key.Key_Down)
    assert at() == 101
    QTest.keyClick(rows, Key.Key_Up)
    assert at() == 99
    QTest.keyClick(rows, Key.Key_PageDown)
    page = at() - 99
    assert 6 < page < 20
    QTest.keyClick(rows, Key.Key_PageUp)
    assert at() in (98, 99, 101)
    rows.go_to(200)
    assert at() == 199
    rows.go_to_first()
    assert at() == 1


def chosen(rows: Listed) -> list[int]:
    return sorted(index.row() for index in rows.selectionModel().selectedIndexes())


def test_shift_selects_to_the_current_row_however_far(rows: Listed) -> None:
    rows.setCurrentIndex(rows.model().index(5_000, 0))
    for _ in range(30):
        QTest.keyClick(rows, Key.Key_Up, SHIFT)
    # The head of the five thousandth row's hundred is not among them.
    assert chosen(rows) == [row for row in range(rows.currentIndex().row(), 5_001) if row % 100]
    QTest.keyClick(rows, Key.Key_Down, SHIFT)
    assert min(chosen(rows)) == rows.currentIndex().row()
    QTest.keyClick(rows, Key.Key_End, SHIFT)
    assert (min(chosen(rows)), max(chosen(rows))) == (5_001, 9_999)
    QTest.keyClick(rows, Key.Key_Up)
    assert chosen(rows) == [9_998]


def test_a_row_that_the_program_chooses_is_the_only_one_whatever_keys_are_held(rows: Listed) -> None:
    rows.setCurrentIndex(rows.model().index(2, 0))
    QTest.keyPress(rows, Key.Key_Shift, CONTROL | SHIFT)
    rows.setCurrentIndex(rows.model().index(5, 0))
    QTest.keyRelease(rows, Key.Key_Shift)
    assert chosen(rows) == [5]
    click = Qt.MouseButton.LeftButton, SHIFT, rows.visualRect(rows.model().index(7, 0)).center()
    QTest.mouseClick(rows.viewport(), *click)
    assert chosen(rows) == [5, 6, 7]


def test_clicks_with_control_and_shift(rows: Listed) -> None:
    def click(row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifiers, place)

    click(2)
    click(5, CONTROL)
    assert chosen(rows) == [2, 5]
    click(7, SHIFT)
    assert chosen(rows) == [2, 5, 6, 7]
    click(6, CONTROL)
    click(0)  # a head: nothing happens
    assert chosen(rows) == [2, 5, 7]
    QTest.keyClick(rows, Key.Key_A, CONTROL)
    assert len(chosen(rows)) == 9_900


def test_a_screen_reader_finds_the_rows(rows: Listed) -> None:
    interface = QAccessible.queryAccessibleInterface(rows)
    assert interface.role() == QAccessible.Role.List
    assert interface.childCount() == 10_000
    child = interface.child(3)
    assert child.text(QAccessible.Text.Name) == "3"
    assert child.rect().height() == rows.visualRect(rows.model().index(3, 0)).height()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["scroll", "to", "out", "in", "width", "height", "grow"]), st.integers(0, 400_000)
        ),
        max_size=12,
    )
)
def test_whatever_happens_the_view_is_full_and_without_gaps(
    qtbot: QtBot, steps: list[tuple[str, int]]
) -> None:
    model = Numbers(3_000)
    delegate = Painted(model)
    rows = Listed(model, delegate)
    rows.resize(300, 600)
    with qtbot.waitExposed(rows):
        rows.show()
    new = count(50_001)
    for step, number in steps:
        row = number % len(model.names)
        if step == "scroll":
            rows.verticalScrollBar().setValue(number)
        elif step == "to":
            rows.scrollTo(model.index(row), [*rows.ScrollHint][number % len(rows.ScrollHint)])
            rect = rows.visualRect(model.index(row))
            assert rect.top() >= 0
            assert rect.bottom() < rows.viewport().height()
        elif step == "out":
            model.take_out(row, min(1 + number % 300, len(model.names) - row))
        elif step == "in":
            model.put_in(row, [next(new) for _ in range(1 + number % 300)])
        elif step == "width":
            rows.resize(200 + number % 200, rows.height())
        elif step == "height":
            rows.resize(rows.width(), 100 + number % 700)
        else:
            delegate.more = number % 40
            rows.scheduleDelayedItemsLayout()
            delegate.sizeHintChanged.emit(model.index(row))
        rows.executeDelayedItemsLayout()
        if len(model.names) > 100:
            seen(rows, delegate)
        assert rows.verticalScrollBar().value() == rows.verticalOffset()
    rows.close()
    rows.deleteLater()
