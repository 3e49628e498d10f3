"""The right pane: notes and words, one of them shown, with a tab for each at its head."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from meipi.support.fonts import ui_font
from meipi.support.theme import Theme
from meipi.support.translation import tr

_HEIGHT = 44
_SIDE, _PADDING, _GAP = 9, 10, 6


class Tab(QAbstractButton):
    """A word and a count; bold and with 2 px of cinnabar below them when it is on."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, 0
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)
        self.set_count(0)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(ui_font(14, bold=True)).horizontalAdvance(self.text())
        count = QFontMetricsF(ui_font(12)).horizontalAdvance(f"{self._count:,}")
        return QSize(round(text + _GAP + count + 2 * _PADDING), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        left = float(_PADDING)
        strong = on or self.underMouse()
        for text, font, colour in (
            (self.text(), ui_font(14, bold=on), theme.ink if strong else theme.soft),
            (f"{self._count:,}", ui_font(12), theme.soft),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, 0, self.width(), _HEIGHT - 2), Qt.AlignmentFlag.AlignVCenter, text)
            left += QFontMetricsF(font).horizontalAdvance(text) + _GAP
        if on:
            painter.fillRect(QRectF(0, _HEIGHT - 2, left - _GAP + _PADDING, 2), QColor(theme.cinnabar))
        painter.end()


class TabStrip(QWidget):
    """The tabs above a line. Tab reaches the one that is on, arrow keys go from one to the next."""

    def __init__(self, theme: Theme, tabs: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(_HEIGHT)
        self.tabs = {name: Tab(theme, text, self) for name, text in tabs.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(2)
        for tab in self.tabs.values():
            row.addWidget(tab)
        row.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._theme = theme
        for tab in self.tabs.values():
            tab.set_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left and right go from tab to tab by Qt itself; the pane below is reached by Down too.
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, _HEIGHT - 1, self.width(), 1, QColor(self._theme.line))
        painter.end()


class SidePane(QWidget):
    """Holds the panes by their names, in the order of their tabs."""

    chosen = Signal(str)
    """The name of the pane that is shown now."""

    def __init__(self, theme: Theme, panes: Mapping[str, tuple[str, QWidget]]) -> None:
        """`panes`: by name, what its tab says and the pane."""
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.strip = TabStrip(theme, {name: text for name, (text, _) in panes.items()})
        self.strip.setAccessibleName(tr("Right pane"))
        self._panes = {name: pane for name, (_, pane) in panes.items()}
        self._stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self._stack, 1)
        for name, pane in self._panes.items():
            self._stack.addWidget(pane)
            self.strip.tabs[name].toggled.connect(partial(self._turn, name))
        self.strip.tabs[self.current].setChecked(True)

    @property
    def current(self) -> str:
        """The name of the pane that is shown."""
        return next(name for name, pane in self._panes.items() if pane is self._stack.currentWidget())

    def turn_to(self, name: str) -> None:
        """Show that pane, as a click on its tab does."""
        self.strip.tabs[name].setChecked(True)

    def set_count(self, name: str, count: int) -> None:
        """How many things are in a pane."""
        self.strip.tabs[name].set_count(count)

    def set_theme(self, theme: Theme) -> None:
        """Paint the tabs in these colours from now on."""
        self.strip.set_theme(theme)

    def _turn(self, name: str, on: bool) -> None:
        if on and self._stack.currentWidget() is not self._panes[name]:
            self._stack.setCurrentWidget(self._panes[name])
            self.chosen.emit(name)
