"""The part of the word card that scrolls: what it says of the word."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from meipi.reading.word_card_layout import CardLayout

_STEP = 40


class CardBody(QAbstractScrollArea):
    """Shows a `CardLayout`, scrolls it, and tells which candidate was clicked on."""

    candidate_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout: CardLayout | None = None
        self._colours: Mapping[str, str] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusInside", True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_layout(self, layout: CardLayout, colours: Mapping[str, str]) -> None:
        """Show contents so laid out, as far down as before."""
        self._layout, self._colours = layout, colours
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, layout.height - self.height()))
        bar.setPageStep(self.height())
        bar.setSingleStep(_STEP)
        self.viewport().update()

    def scroll_on(self, forward: bool) -> None:
        """To the next entry, or the one before; within a long one, by less than what is in view."""
        bar, layout = self.verticalScrollBar(), self._layout
        if layout is None:
            return
        here, far = bar.value(), max(_STEP, self.height() - _STEP)
        if forward:
            stops = [place for place in layout.entries if here < place <= here + far]
            bar.setValue(stops[0] if stops else here + far)
        else:
            stops = [place for place in layout.entries if here - far <= place < here]
            bar.setValue(stops[-1] if stops else here - far)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._colours.get("raised", "#000000")))
        if self._layout is not None:
            painter.translate(0, -self.verticalScrollBar().value())
            self._layout.paint(painter, self._colours)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # At its end too: the page would be scrolled, and the card go away with it.
        super().wheelEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_one = self._candidate_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if on_one else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._candidate_at(event.position())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.candidate_chosen.emit(number)

    def _candidate_at(self, point: QPointF) -> int | None:
        if self._layout is None:
            return None
        place = point + QPointF(0, self.verticalScrollBar().value())
        rects = self._layout.candidates
        return next((number for number, rect in enumerate(rects) if rect.contains(place)), None)
