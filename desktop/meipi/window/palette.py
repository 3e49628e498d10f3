"""The command palette: every command by a few letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from meipi.support import icons
from meipi.support.theme import Theme, mix
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay, matches

_WIDTH = 620
_ROW = 34
_ROWS = 11
_TOP = 72
_ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class PaletteItem:
    """One command; its label is in the reader's language, its keys as `QKeySequence` shows them."""

    id: str
    label: str
    group: str
    keys: str
    action: QAction


class Palette(Overlay):
    """A field, and the commands that match it; Enter or a click runs one that is enabled now."""

    def __init__(self, parent: QWidget, actions: Sequence[PaletteItem], theme: Theme) -> None:
        super().__init__(parent, theme)
        self._items = tuple(actions)
        self._field = QLineEdit()
        self._field.setProperty("role", "search")
        self._field.setPlaceholderText(tr("Type what you want to do"))
        self._field.setAccessibleName(tr("Commands"))
        self._field.textChanged.connect(self._filter)
        self._field.installEventFilter(self)
        self._icon = self._field.addAction(
            icons.icon("search", theme.soft), QLineEdit.ActionPosition.LeadingPosition
        )
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(tr("Commands"))
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._delegate = _ItemDelegate(theme, self)
        self._list.setItemDelegate(self._delegate)
        self._list.itemClicked.connect(self._run)
        self._nothing = QLabel(tr("No command matches"))
        self._nothing.setProperty("role", "soft")
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self._field)
        box.addWidget(self._nothing)
        box.addWidget(self._list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        super().set_theme(theme)
        self._delegate.theme = theme
        self._icon.setIcon(icons.icon("search", theme.soft))

    def prepare(self) -> None:
        """Begin with every command."""
        self._field.clear()
        self._filter("")

    def place(self) -> None:
        """Centred, near the top, as high as its rows."""
        width = min(_WIDTH, self.width() - 2 * EDGE)
        rows = max(1, min(_ROWS, self._list.count()))
        height = min(12 + 32 + 8 + rows * _ROW + 2 + 12, self.height() - 2 * EDGE)
        top = min(_TOP, max(EDGE, (self.height() - height) // 2))
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    def first_field(self) -> QWidget:
        """The field."""
        return self._field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._field_key(event)
        return super().eventFilter(watched, event)

    def _field_key(self, event: QKeyEvent) -> bool:
        """True if the key was for the list, not for the field."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentItem())
        elif key in steps and self._list.count():
            row, last = self._list.currentRow() + steps[key], self._list.count() - 1
            # A single step goes round at the ends.
            if abs(steps[key]) == 1:
                row %= last + 1
            self._list.setCurrentRow(max(0, min(last, row)))
        else:
            return False
        return True

    def _filter(self, query: str) -> None:
        """Those whose name begins with the query come first; else the order of the commands stays."""
        self._list.clear()
        found = [item for item in self._items if matches(query, item.label, item.group, item.id)]
        begun = query.strip().casefold()
        for item in sorted(found, key=lambda each: not each.label.casefold().startswith(begun)):
            row = QListWidgetItem(item.label)
            row.setData(_ITEM, item)
            row.setSizeHint(QSize(0, _ROW))
            if not item.action.isEnabled():
                row.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self._list.addItem(row)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.place()

    def _run(self, row: QListWidgetItem | None) -> None:
        item = None if row is None else row.data(_ITEM)
        if isinstance(item, PaletteItem) and item.action.isEnabled():
            # Closed first: the command may depend on what has the focus.
            self.close_sheet()
            item.action.trigger()


class _ItemDelegate(QStyledItemDelegate):
    """Paints the label, the group behind it, the keys at the right end."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(_ITEM)
        theme, state = self.theme, QStyle.StateFlag
        box: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if flags & state.State_Selected:
            painter.setBrush(QColor(theme.cinnabar_wash))
            painter.drawRoundedRect(box, 6, 6)
            painter.fillRect(QRect(box.left(), box.top() + 8, 3, box.height() - 16), QColor(theme.cinnabar))
        elif flags & state.State_MouseOver:
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box, 6, 6)
        enabled = item.action.isEnabled()
        off = QColor(mix(theme.ink, theme.raised, 0.45))
        font = option.font
        metrics = QFontMetrics(font)
        inner = box.adjusted(14, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if item.keys:
            wide = metrics.horizontalAdvance(item.keys)
            painter.setPen(QColor(theme.soft) if enabled else off)
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, item.keys)
            inner.adjust(0, 0, -wide - 16, 0)
        painter.setPen(QPen(QColor(theme.ink) if enabled else off))
        label = metrics.elidedText(item.label, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, middle, label)
        inner.adjust(metrics.horizontalAdvance(label) + 12, 0, 0, 0)
        if inner.width() > 40:
            painter.setPen(QColor(theme.soft) if enabled else off)
            painter.drawText(
                inner, middle, metrics.elidedText(item.group, Qt.TextElideMode.ElideRight, inner.width())
            )
        painter.restore()
