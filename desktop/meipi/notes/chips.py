"""Round chips above the cards: all marks, or those of one colour."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from meipi.support.fonts import ui_font
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace import COLOURS

_HEIGHT = 26
_BETWEEN = 7
_PADDING = 8
_DOT = 12
_GAP = 5


class Chip(QAbstractButton):
    """One filter: a word or a dot in the colour's ink, and how many marks pass it."""

    def __init__(self, theme: Theme, colour_id: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour_id = colour_id
        self._theme = theme
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        marks = counted(self._count, tr("{n} mark"), tr("{n} marks"))
        colour = next((each for each in COLOURS if each.id == self.colour_id), None)
        what = f"{colour.hanzi} {tr(colour.name)}" if colour else tr("All")
        self.setText(tr("All") if colour is None else "")
        self.setToolTip(f"{what} · {marks}")
        self.setAccessibleName(f"{what}, {marks}")

    def sizeHint(self) -> QSize:
        lead = (
            _DOT if self.colour_id else QFontMetricsF(ui_font(13, bold=True)).horizontalAdvance(self.text())
        )
        count = QFontMetricsF(ui_font(13)).horizontalAdvance(str(self._count))
        width = lead + _GAP + count + 2 * _PADDING
        return QSize(round(width), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        ground = theme.cinnabar_wash if on else theme.hover if self.underMouse() else theme.paper
        painter.setPen(QPen(QColor(theme.cinnabar if on else theme.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        left = body.left() + _PADDING - 0.5
        if self.colour_id:
            painter.setPen(QPen(QColor(theme.edges[self.colour_id]), 1.2))
            painter.setBrush(QColor(theme.inks[self.colour_id]))
            painter.drawEllipse(QPointF(left + _DOT / 2, body.center().y()), _DOT / 2 - 0.6, _DOT / 2 - 0.6)
            left += _DOT + _GAP
        else:
            painter.setPen(QColor(theme.cinnabar_text if on else theme.ink))
            painter.setFont(ui_font(13, bold=on))
            painter.drawText(body.adjusted(left - body.left(), 0, 0, 0), _MIDDLE, self.text())
            left += QFontMetricsF(painter.font()).horizontalAdvance(self.text()) + _GAP
        painter.setPen(QColor(theme.cinnabar_text if on else theme.soft))
        painter.setFont(ui_font(13))
        painter.drawText(body.adjusted(left - body.left(), 0, 0, 0), _MIDDLE, str(self._count))
        painter.end()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


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
        self.chips = tuple(Chip(theme, colour_id, self) for colour_id in ids)
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
                left, top = margins.left(), top + _HEIGHT + _BETWEEN
            if moving:
                chip.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + _BETWEEN
        return top + _HEIGHT + margins.bottom()

    def _toggled(self, on: bool) -> None:
        chip = self.sender()
        if on and isinstance(chip, Chip):
            self.colour_chosen.emit(chip.colour_id)
