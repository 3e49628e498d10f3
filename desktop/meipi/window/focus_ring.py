"""A ring around the control that has the keyboard, outside it, so that it shows on any ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QSlider,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from meipi.support.theme import Theme

_WIDTH = 2
_GAP = 2
_MARGIN = _WIDTH + _GAP
_RADIUS = 8

# Fields and lists show the focus by their own frame, from the style sheet.
_RINGED = (QAbstractButton, QSlider, QTabBar)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QObject):
    """One for the application: follows the focus into every window, dialogs too.

    A control within a widget that has the property `focusGroup` is ringed as that whole widget. A widget
    with the property `focusInside`, set by the time the focus has changed, is ringed at its inner edge.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme
        if self._ring is not None and isValid(self._ring):
            self._ring.colour = theme.cinnabar
            self._ring.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if new is None or not (isinstance(new, _RINGED) or new.property("focusInside")):
            if self._ring is not None and isValid(self._ring):
                self._ring.hide()
            return
        parent = new.parentWidget()
        target = parent if parent is not None and parent.property("focusGroup") else new
        window = target.window()
        if self._ring is None or not isValid(self._ring) or self._ring.around is not window:
            if self._ring is not None and isValid(self._ring):
                self._ring.deleteLater()
            self._ring = _Ring(window, self._theme.cinnabar)
        above: QWidget | None = target
        while above is not None and above is not window:
            self._watched.append(above)
            above.installEventFilter(self)
            above = above.parentWidget()
        self._place()

    def _place(self) -> None:
        ring, target = self._ring, self._watched[0] if self._watched else None
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        window = ring.around
        ring.setVisible(target.isVisible())
        area = QRect(target.mapTo(window, QPoint()), target.size())
        if not target.property("focusInside"):
            area.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        ring.setGeometry(area)
        seen = QRect(QPoint(), window.size())
        for widget in self._watched:
            parent = widget.parentWidget()
            if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
                seen &= QRect(widget.mapTo(window, QPoint()), widget.size())
        ring.setMask(QRegion(seen.translated(-area.topLeft())))
        ring.raise_()


class _Ring(QWidget):
    def __init__(self, window: QWidget, colour: str) -> None:
        super().__init__(window)
        self.around = window
        self.colour = colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colour), _WIDTH))
        half = _WIDTH / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _RADIUS + _MARGIN - half, _RADIUS + _MARGIN - half)
