"""The small bar at a selection: five inks, a note, a copy. It never covers what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from meipi.support.icons import icon
from meipi.support.swatch import Swatch
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.workspace import COLOURS, Colour

if TYPE_CHECKING:
    from meipi.reading.page import Page

_HEIGHT = 38
_GAP = 8
_EDGE = 12
_KEYS_MS = 150


class HighlightBar(QFrame):
    """Stands at the page's selection: after the mouse is let go, or shortly after a key selected."""

    ink_chosen = Signal(str)
    note_wanted = Signal()
    copy_wanted = Signal()
    look_up_wanted = Signal()

    def __init__(self, page: Page, theme: Theme) -> None:
        super().__init__(page.viewport())
        self._page, self._theme = page, theme
        self.setObjectName("highlightBar")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._swatches = [self._swatch(colour) for colour in COLOURS]
        self._note = self._button(tr("Note"))
        self._copy = self._button(tr("Copy"))
        self._look_up = self._button(tr("Look up"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for swatch, colour in zip(self._swatches, COLOURS, strict=True):
            swatch.clicked.connect(lambda _=False, ink=colour.id: self.ink_chosen.emit(ink))
            row.addWidget(swatch)
        row.addSpacing(6)
        row.addWidget(self._note)
        row.addWidget(self._copy)
        row.addWidget(self._look_up)
        self._note.clicked.connect(self.note_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._look_up.clicked.connect(self.look_up_wanted)
        self.setFixedHeight(_HEIGHT)
        self.set_theme(theme)
        self.hide()
        self._wait = QTimer(self, singleShot=True, interval=_KEYS_MS)
        self._wait.timeout.connect(self._appear)
        page.selection_changed.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for swatch in self._swatches:
            swatch.theme = theme
        self._note.setIcon(icon("note", theme.ink))
        self._copy.setIcon(icon("copy", theme.ink))
        self._look_up.setIcon(icon("book", theme.ink))
        self.setStyleSheet(
            f"#highlightBar {{ background: {theme.raised}; border: 1px solid {theme.line_strong};"
            " border-radius: 10px; }"
        )

    def _swatch(self, colour: Colour) -> Swatch:
        swatch = Swatch(colour.id, colour.hanzi[:1], self._theme, self)
        swatch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        swatch.setToolTip(f"{tr(colour.name)} ({COLOURS.index(colour) + 1})")
        swatch.setAccessibleName(tr(colour.name))
        return swatch

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("role", "small")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _follow(self) -> None:
        self.hide()
        self._wait.stop()
        if self._page.selection is not None and not self._page.selecting:
            self._wait.start()

    def _appear(self) -> None:
        page = self._page
        if page.selection is None or page.sheet is None or page.selecting:
            return
        boxes = page.boxes(page.selection)
        if not boxes:
            return
        self.adjustSize()
        self.move(self._place(boxes))
        self.show()
        self.raise_()

    def _place(self, boxes: Sequence[QRect]) -> QPoint:
        """After the selection or before it, on the side that covers fewer marks; within the page."""
        page, size = self._page, self.size()
        view = page.viewport().rect()
        last, first = boxes[-1], boxes[0]
        if page.vertical:
            middle = last.center().y() - size.height() // 2
            after = QPoint(last.left() - _GAP - size.width(), middle)
            before = QPoint(page.line_box(first).right() + _GAP, middle)
            room = view.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        else:
            middle = last.center().x() - size.width() // 2
            after = QPoint(middle, last.bottom() + _GAP)
            before = QPoint(middle, page.line_box(first).top() - _GAP - size.height())
            room = QRect(page.left, 0, page.measure, view.height())
        fitting = [side for side in (after, before) if _fits(QRect(side, size), view, page.vertical)]
        if not fitting:
            return QPoint(view.center().x() - size.width() // 2, view.height() - size.height() - _EDGE)
        chosen = min(fitting, key=lambda side: self._covered(QRect(side, size)))
        right, bottom = room.right() - size.width(), room.bottom() - size.height()
        return QPoint(max(room.left(), min(right, chosen.x())), max(room.top(), min(bottom, chosen.y())))

    def _covered(self, place: QRect) -> int:
        """How many boxes of marked text would lie under the bar."""
        page = self._page
        marked = (page.shown_boxes(mark.span) for mark in page.scene.marks)
        return sum(place.intersects(box) for boxes in marked for box in boxes)


def _fits(place: QRect, view: QRect, vertical: bool) -> bool:
    """Whether there is room on that side; along the lines the bar is moved into view anyhow."""
    if vertical:
        return view.left() <= place.left() and place.right() <= view.right()
    return view.top() <= place.top() and place.bottom() <= view.bottom()
