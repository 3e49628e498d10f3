"""The key sheet: every command that has a key, by group, over the dimmed window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meipi.support import icons
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay, matches

_WIDTH = 1080
_COLUMN_MIN = 290
_COLUMNS = 3
_KEYS_WIDTH = 104
_ROW = 31


@dataclass(frozen=True)
class KeyRow:
    """The keys of a command, each as `QKeySequence` shows it, and what they do."""

    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class KeyGroup:
    """A heading and its rows."""

    title: str
    rows: tuple[KeyRow, ...]


class KeySheet(Overlay):
    """Typing filters it; ? or Esc closes it."""

    def __init__(self, parent: QWidget, groups: Sequence[KeyGroup], theme: Theme) -> None:
        super().__init__(parent, theme)
        self._seal = QLabel()
        self._field = QLineEdit()
        self._field.setProperty("role", "search")
        self._field.setPlaceholderText(tr("Filter shortcuts"))
        self._field.setAccessibleName(tr("Filter shortcuts"))
        self._field.setFixedWidth(200)
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._icon = self._field.addAction(
            icons.icon("search", theme.soft), QLineEdit.ActionPosition.LeadingPosition
        )
        self._close = QPushButton()
        self._close.setProperty("role", "icon")
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self.close_sheet)
        self._contents = QWidget()
        self._groups = [_GroupView(group, self._contents) for group in groups]
        self._columns = QHBoxLayout()
        self._columns.setSpacing(32)
        self._nothing = _label(tr("No key matches"), "soft")
        self._area = self._scrolled()
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(32, 18, 20, 18)
        box.setSpacing(14)
        box.addLayout(self._head())
        box.addWidget(self._nothing)
        box.addWidget(self._area, 1)
        box.addLayout(self._foot())
        self._column_count = 0
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        super().set_theme(theme)
        self._seal.setPixmap(icons.pixmap("seal", theme.cinnabar, 30, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close", theme.ink))
        self._icon.setIcon(icons.icon("search", theme.soft))

    def prepare(self) -> None:
        """Begin with every key."""
        self._field.clear()
        self._filter("")

    def place(self) -> None:
        """In the middle, in as many columns as there is room for."""
        width = min(_WIDTH, self.width() - 2 * EDGE)
        self._lay_columns(max(1, min(_COLUMNS, (width - 52) // _COLUMN_MIN)))
        self._columns.activate()
        wanted = self._contents.sizeHint().height() + 30 + 22 + 2 * 18 + 2 * 14 + 8
        height = min(wanted, self.height() - 2 * EDGE)
        self.sheet.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )
        self.update()

    def first_field(self) -> QWidget:
        """The filter."""
        return self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.text() in ("?", "？")
        ):
            self.close_sheet()
            return True
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._seal)
        row.addWidget(_label(tr("Keyboard shortcuts"), "name"))
        hint = _label(tr("Keys work on the reading page when no text field has the cursor."), "soft")
        hint.setWordWrap(True)
        row.addWidget(hint, 1)
        row.addWidget(self._field)
        row.addWidget(self._close)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(6)
        row.addStretch(1)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(_label("?", "key"), 0, middle)
        row.addWidget(_label(tr("or"), "soft"), 0, middle)
        row.addWidget(_label("Esc", "key"), 0, middle)
        row.addWidget(_label(tr("closes this sheet"), "soft"), 0, middle)
        return row

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setAccessibleName(tr("Keyboard shortcuts"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._contents.setProperty("role", "contents")
        self._contents.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 12, 0)
        area.setWidget(self._contents)
        area.viewport().setAutoFillBackground(False)
        return area

    def _lay_columns(self, count: int) -> None:
        """Deal the groups out in order, each to the column that is shortest so far."""
        if count == self._column_count:
            return
        self._column_count = count
        while self._columns.count():
            taken = self._columns.takeAt(0)
            column = taken.layout() if taken is not None else None
            while column is not None and column.count():
                column.takeAt(0)
        heights = [0] * count
        columns = [QVBoxLayout() for _ in range(count)]
        for group in self._groups:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(group)
            heights[shortest] += group.sizeHint().height()
        for column in columns:
            column.setSpacing(22)
            column.addStretch(1)
            self._columns.addLayout(column, 1)

    def _filter(self, query: str) -> None:
        found = [group.filter(query) for group in self._groups]
        self._nothing.setVisible(not any(found))
        self._area.setVisible(any(found))


class _GroupView(QWidget):
    def __init__(self, group: KeyGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = group.title
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(_label(group.title, "heading"))
        box.addSpacing(6)
        self._rows = [(row, _row_view(row)) for row in group.rows]
        for _, view in self._rows:
            box.addWidget(view)

    def filter(self, query: str) -> bool:
        """Show the rows that match; False, and nothing shown, if none does."""
        shown = [matches(query, row.label, self._title, *row.keys) for row, _ in self._rows]
        for (_, view), seen in zip(self._rows, shown, strict=True):
            view.setVisible(seen)
        self.setVisible(any(shown))
        return any(shown)


def _row_view(row: KeyRow) -> QWidget:
    view = QWidget()
    view.setMinimumHeight(_ROW)
    line = QHBoxLayout()
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(5)
    keys = QWidget()
    keys.setMinimumWidth(_KEYS_WIDTH)
    caps = QHBoxLayout(keys)
    caps.setContentsMargins(0, 0, 0, 0)
    caps.setSpacing(4)
    for key in row.keys:
        caps.addWidget(_label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
    caps.addStretch(1)
    line.addWidget(keys)
    label = QLabel(row.label)
    label.setWordWrap(True)
    line.addWidget(label, 1)
    rule = QFrame()
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    box = QVBoxLayout(view)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addLayout(line, 1)
    box.addWidget(rule)
    return view


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label
