"""Round chips above the cards: all marks, or those of one colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from meipi.support.chip import HEIGHT, Chip
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace import COLOURS

_BETWEEN = 7
_DOT = 12


class ColourChip(Chip):
    """One filter: a word or a dot in the colour's ink, and how many marks pass it."""

    def __init__(self, theme: Theme, colour_id: str | None, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.colour_id = colour_id
        self.name()

    def name(self) -> None:
        marks = counted(self.count, tr("{n} mark"), tr("{n} marks"))
        colour = next((each for each in COLOURS if each.id == self.colour_id), None)
        what = f"{colour.hanzi} {tr(colour.name)}" if colour else tr("All")
        self.setText(tr("All") if colour is None else "")
        self.setToolTip(f"{what} · {marks}")
        self.setAccessibleName(f"{what}, {marks}")

    def lead_width(self) -> float:
        return _DOT if self.colour_id else super().lead_width()

    def draw_lead(self, painter: QPainter, theme: Theme, body: QRectF) -> None:
        if self.colour_id is None:
            super().draw_lead(painter, theme, body)
            return
        painter.setPen(QPen(QColor(theme.edges[self.colour_id]), 1.2))
        painter.setBrush(QColor(theme.inks[self.colour_id]))
        middle = QPointF(body.left() + _DOT / 2, body.center().y())
        painter.drawEllipse(middle, _DOT / 2 - 0.6, _DOT / 2 - 0.6)


class ChipRow(QWidget):
    """All, and the five colours; exactly one is chosen. Tab reaches it, arrow keys move within.

    What does not fit beside each other goes into a second line.
    """

    colour_chosen = Signal(object)
    """The id of the colour, or None for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Filter by colour"))
        ids = (None, *(colour.id for colour in COLOURS))
        self.chips = tuple(ColourChip(theme, colour_id, self) for colour_id in ids)
        for chip in self.chips:
            chip.toggled.connect(self._toggled)
        self.chips[0].setChecked(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        for chip in self.chips:
            chip.set_theme(theme)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many marks there are of each colour."""
        for chip in self.chips:
            chip.set_count(counts.get(chip.colour_id, 0) if chip.colour_id else sum(counts.values()))
        self._place(self.width())
        self.updateGeometry()

    def choose(self, colour_id: str | None) -> None:
        """Choose a filter, as a click on its chip does."""
        next(chip for chip in self.chips if chip.colour_id == colour_id).setChecked(True)

    def heightForWidth(self, width: int) -> int:
        return self._place(width, moving=False)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width())

    def _place(self, width: int, *, moving: bool = True) -> int:
        """Put the chips one after another, in as many lines as they need; the height of all."""
        margins = self.contentsMargins()
        left, top = margins.left(), margins.top()
        for chip in self.chips:
            size = chip.sizeHint()
            if left > margins.left() and left + size.width() > width - margins.right():
                left, top = margins.left(), top + HEIGHT + _BETWEEN
            if moving:
                chip.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + _BETWEEN
        return top + HEIGHT + margins.bottom()

    def _toggled(self, on: bool) -> None:
        chip = self.sender()
        if on and isinstance(chip, ColourChip):
            self.colour_chosen.emit(chip.colour_id)
