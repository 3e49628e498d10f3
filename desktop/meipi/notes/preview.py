"""How a note will look on its card, beneath the field in which it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from meipi.notes.note_text import LINE, hint, note_text
from meipi.support.translation import tr
from meipi.support.wrapping import Run, WrappedText

_EDGE = 8
_MOST_LINES = 14
_LONG, _PAUSE = 4_000, 300
"""A note of more code points is shown anew only so many milliseconds after the last key: laying it out takes
longer than the next key may wait."""

Gone = Callable[[str], frozenset[str]]
"""Gives the addresses in a note that lead to nothing any more."""


class NotePreview(QScrollArea):
    """Laid out by the same code as the card. A click on a link opens it; nothing is ever loaded."""

    link_opened = Signal(str)

    def __init__(self, gone: Gone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone = gone
        self._sheet = _Sheet()
        self._sheet.link_opened.connect(self.link_opened)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Preview of the note"))
        self.setWidget(self._sheet)
        self._shown: tuple[str, int, frozenset[str]] | None = None
        self._wanted: tuple[str, int, frozenset[str]] = ("", 0, frozenset())
        self._height = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._show_wanted)

    @property
    def text(self) -> str:
        """What is seen, without the signs of Markdown."""
        return self._sheet.accessibleDescription()

    def show_note(self, note: str, width: int) -> int:
        """Show a note in that width, a long one in the next pause; the height that it wants, in logical
        pixels."""
        self._wanted = note, width, self._gone(note)
        if self._shown is not None and len(note) > _LONG and self._shown != self._wanted:
            self._pause.start()
        elif self._shown != self._wanted:
            self._show_wanted()
        return self._height

    def _show_wanted(self) -> None:
        self._shown = note, width, gone = self._wanted
        height = self._sheet.show_note(note, width - 2 * _EDGE, gone)
        self._sheet.resize(width, height)
        # A long note is higher than the preview whatever was written last, so that nobody need be told.
        self._height = min(height, _MOST_LINES * LINE + 2 * _EDGE)

    def follow(self, share: float) -> None:
        """Keep in view what is written at that share, 0 to 1, of the note."""
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))


class _Sheet(QWidget):
    """What scrolls in the preview."""

    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: WrappedText | None = None
        self.setMouseTracking(True)
        self.installEventFilter(self)

    def show_note(self, note: str, width: int, gone: frozenset[str]) -> int:
        self._shown = note_text(note, width, gone)
        text = self._shown.text if self._shown is not None else ""
        self.setAccessibleDescription(text.replace("\u2028", "\n"))
        self.update()
        return round(self._shown.height if self._shown is not None else LINE) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not its own, in which the style sheet has thinned the soft ink.
        palette, roles = QGuiApplication.palette(), QPalette.ColorRole
        painter = QPainter(self)
        if self._shown is not None:
            ink, link, soft = (
                palette.color(role).name() for role in (roles.WindowText, roles.Link, roles.PlaceholderText)
            )
            self._shown.draw(painter, _EDGE, _EDGE, ink, link, soft)
        else:
            painter.setPen(palette.color(roles.PlaceholderText))
            line = QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE, LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, tr("Nothing written yet"))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self._link_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), hint(link) if link is not None else "", self)
            return True
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shapes = Qt.CursorShape
        on_link = self._link_at(event.position()) is not None
        self.setCursor(shapes.PointingHandCursor if on_link else shapes.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if link is not None and event.button() == Qt.MouseButton.LeftButton:
            self.link_opened.emit(link.link)

    def _link_at(self, point: QPointF) -> Run | None:
        return self._shown.link_at(point.x() - _EDGE, point.y() - _EDGE) if self._shown is not None else None
