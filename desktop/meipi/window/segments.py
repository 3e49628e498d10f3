"""A segmented switch: one of a few choices, all in sight; one of them may open a menu of its kinds.

Where there is no room for all of them it folds to one button, which opens them as a menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QWidget

from meipi.support import icons
from meipi.support.theme import Theme

HEIGHT = 32
"""Of every control in the toolbar, in logical pixels."""

_PADDING = 12
_GAP = 5
_RADIUS = 8.0
_OFF_OPACITY = 0.45


@dataclass(frozen=True)
class Segment:
    """One choice: what it is called in code, on the button, and to a screen reader and under the pointer."""

    id: str
    label: str
    tooltip: str = ""
    family: str = ""
    """The family of type of the label, if not that of the interface."""


class Segments(QWidget):
    """The whole switch; `chosen` is emitted when the reader chooses another segment, not by `set_current`."""

    chosen = Signal(str)

    def __init__(self, options: Sequence[Segment], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("focusGroup", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[str, _SegmentButton] = {}
        last = len(options) - 1
        for index, option in enumerate(options):
            button = _SegmentButton(option, theme, first=index == 0, last=index == last)
            button.moved.connect(self._move)
            self._group.addButton(button)
            self._buttons[option.id] = button
            row.addWidget(button)
        self._pressed_again = False
        self._current = options[0].id
        self._buttons[self._current].setChecked(True)
        # A screen reader toggles a segment without a click.
        self._group.buttonToggled.connect(self._toggle)
        self._group.buttonPressed.connect(self._press)
        self._group.buttonClicked.connect(self._click)
        self._fold = _SegmentButton(options[0], theme, first=True, last=True, folded=True)
        self._fold.hide()
        self._fold.clicked.connect(self._fold.open_menu)
        row.addWidget(self._fold)
        self._refresh()

    @property
    def current(self) -> str:
        """The id of the chosen segment."""
        return self._current

    def set_current(self, id: str) -> None:
        """Show that segment as the chosen one, and say nothing."""
        self._current = id
        self._buttons[id].setChecked(True)
        self._refresh()

    def set_detail(self, id: str, detail: str) -> None:
        """Small text behind the label of a segment, such as the kind chosen in its menu: 繁 台."""
        self._buttons[id].set_detail(detail)
        self._refresh()

    def set_menu(self, id: str, menu: QMenu) -> None:
        """Give a segment a menu: its arrow opens it, so does Down, and a click when it is the chosen one."""
        self._buttons[id].set_menu(menu)

    def set_folded(self, folded: bool) -> None:
        """Show only the chosen segment, on a button that opens all of them as a menu."""
        if folded and self._fold.menu is None:
            self._fold.set_menu(self._menu())
        self._fold.setAccessibleName(self.accessibleName())
        self._fold.setVisible(folded)
        for button in self._buttons.values():
            button.setVisible(not folded)
        self._refresh()
        # At once: what stands beside it is measured before the event loop comes round.
        self.updateGeometry()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for button in self._buttons.values():
            action = menu.addAction(f"{button.text()}  {button.toolTip()}")
            action.setCheckable(True)
            action.setData(button.id)
            action.triggered.connect(button.click)
        for button in self._buttons.values():
            if button.menu is not None:
                menu.addSeparator()
                menu.addActions(button.menu.actions())
        menu.aboutToShow.connect(self._check)
        return menu

    def _check(self) -> None:
        assert self._fold.menu is not None
        for action in self._fold.menu.actions():
            if action.data() is not None:
                action.setChecked(action.data() == self._current)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        for button in (*self._buttons.values(), self._fold):
            button.theme = theme
            button.update()

    def _toggle(self, button: _SegmentButton, on: bool) -> None:
        if on and button.id != self._current:
            self._current = button.id
            self._refresh()
            self.chosen.emit(button.id)

    def _press(self, button: _SegmentButton) -> None:
        self._pressed_again = button.id == self._current

    def _click(self, button: _SegmentButton) -> None:
        if self._pressed_again and button.isVisible():
            button.open_menu()

    def _move(self, button: _SegmentButton, step: int) -> None:
        buttons = list(self._buttons.values())
        other = buttons[max(0, min(len(buttons) - 1, buttons.index(button) + step))]
        if other is not button:
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.click()

    def _refresh(self) -> None:
        """Tab stops once at the switch, on the chosen segment; the arrows go on from there."""
        for button in self._buttons.values():
            tab = Qt.FocusPolicy.StrongFocus if button.id == self._current else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self._fold.show_as(self._buttons[self._current])


class _SegmentButton(QAbstractButton):
    moved = Signal(object, int)

    def __init__(
        self, option: Segment, theme: Theme, *, first: bool, last: bool, folded: bool = False
    ) -> None:
        super().__init__()
        self.id = option.id
        self.theme = theme
        self.menu: QMenu | None = None
        self._first = first
        self._last = last
        self._folded = folded
        self._family = option.family
        self._detail = ""
        self.setText(option.label)
        self.setCheckable(not folded)
        self.setAutoExclusive(True)  # so a screen reader knows it for one of several
        self.setToolTip(option.tooltip)
        self.setAccessibleName(option.tooltip or option.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_detail(self, detail: str) -> None:
        self._detail = detail
        self.updateGeometry()
        self.update()

    def show_as(self, other: _SegmentButton) -> None:
        """Say what another button says."""
        self._family = other._family
        self.setText(other.text())
        self.setToolTip(other.toolTip())
        self.setAccessibleName(other.accessibleName())
        self.set_detail(other._detail)

    def set_menu(self, menu: QMenu) -> None:
        self.menu = menu
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        if self.menu is not None:
            self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def sizeHint(self) -> QSize:
        # The bold width always, so that nothing moves when another segment is chosen.
        wide = QFontMetrics(self._label_font(bold=True)).horizontalAdvance(self.text())
        if self._detail:
            wide += _GAP + QFontMetrics(self._detail_font(bold=True)).horizontalAdvance(self._detail)
        if self.menu is not None:
            wide += _GAP + 12
        return QSize(wide + 2 * _PADDING, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -99,
            Qt.Key.Key_End: 99,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(self, steps[key])
        elif key == Qt.Key.Key_Down and self.menu is not None:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.menu is not None and event.position().x() >= self._arrow().left() - _GAP:
            self.open_menu()
        else:
            super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(_OFF_OPACITY)
        shape = self._shape()
        hovered = self.underMouse() and self.isEnabled()
        ground = theme.cinnabar_wash if self.isChecked() else theme.hover if hovered else theme.raised
        painter.fillPath(shape, QColor(ground))
        if self.isChecked():
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRect(0, HEIGHT - 2, self.width(), 2), QColor(theme.cinnabar))
            painter.restore()
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawPath(shape)
        self._paint_text(painter)

    def _paint_text(self, painter: QPainter) -> None:
        strong = self.isChecked() or self._folded
        colour = self.theme.cinnabar_text if strong else self.theme.soft
        painter.setPen(QColor(colour))
        fonts = (self._label_font(bold=strong), self._detail_font(bold=strong))
        texts = (self.text(), self._detail)
        widths = [QFontMetrics(font).horizontalAdvance(text) for font, text in zip(fonts, texts, strict=True)]
        wide = widths[0] + (_GAP + widths[1] if self._detail else 0)
        room = self._arrow().left() - _GAP if self.menu is not None else self.width() - _PADDING
        left = _PADDING + (room - _PADDING - wide) // 2
        for font, text, width in zip(fonts, texts, widths, strict=True):
            painter.setFont(font)
            painter.drawText(QRect(left, 0, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + _GAP
        if self.menu is not None:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(self._arrow(), icons.pixmap("caret-down", colour, 12, ratio))

    def _arrow(self) -> QRect:
        return QRect(self.width() - _PADDING - 12 + 2, (HEIGHT - 12) // 2, 12, 12)

    def _label_font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        if self._family:
            font.setFamilies([self._family, *font.families()])
        font.setBold(bold)
        return font

    def _detail_font(self, *, bold: bool) -> QFont:
        font = self._label_font(bold=bold)
        font.setPixelSize(QFontInfo(font).pixelSize() - 2)
        return font

    def _shape(self) -> QPainterPath:
        """The outline: round at the ends of the switch, shared with the neighbour between."""
        left, top, bottom = 0.5, 0.5, HEIGHT - 0.5
        right = self.width() - 0.5 if self._last else self.width() + 0.5
        round_left, round_right = _RADIUS if self._first else 0.0, _RADIUS if self._last else 0.0
        side = 2 * _RADIUS
        path = QPainterPath(QPointF(left + round_left, top))
        path.lineTo(right - round_right, top)
        if self._last:
            path.arcTo(right - side, top, side, side, 90, -90)
            path.arcTo(right - side, bottom - side, side, side, 0, -90)
        else:
            path.lineTo(right, bottom)
        path.lineTo(left + round_left, bottom)
        if self._first:
            path.arcTo(left, bottom - side, side, side, 270, -90)
            path.arcTo(left, top, side, side, 180, -90)
        path.closeSubpath()
        return path
