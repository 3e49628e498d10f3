"""The word card: a panel at a word's line, with a tip that points at the word. Sizes are logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from meipi.reading.word_card_body import CardBody
from meipi.reading.word_card_contents import Contents
from meipi.reading.word_card_layout import CardLayout
from meipi.reading.word_card_place import GAP, Placed, Side, place
from meipi.support.fonts import Region
from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr

WIDTH = 420
HIGHEST = 420
_FOOT = 44
_SHADOW, _RADIUS = 10, 10
_TIP_HALF, _TIP_HIGH = 9, 9
_WITH_TEXT = 330  # a narrower card has no words on its buttons
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Look(NamedTuple):
    """How the contents are drawn."""

    factor: float = 1.0
    """How much larger than usual."""
    region: Region = "TC"
    """Whose forms of hanzi."""
    tones: tuple[str, ...] = ()
    """The colours of the five tones, after that of what has none; empty if all are alike."""


class WordCard(QWidget):
    """Shows contents beside a line; a child of what the line is in."""

    candidate_chosen = Signal(int)
    close_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, Look()
        self._contents: Contents | None = None
        self._layouts: dict[int, CardLayout] = {}
        self._placed = Placed(QRect(), "below", 0)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Word card"))
        self.body = CardBody(self)
        self.body.candidate_chosen.connect(self.candidate_chosen)
        self._foot = QFrame(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(2)
        row.addStretch(1)
        self._row = row
        self.buttons: list[QToolButton] = []
        self._close = CardButton(self)
        self._close.setProperty("role", "small")
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self.close_wanted)
        self.set_theme(theme)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab leads, in order."""
        return (self.body, *self.buttons, self._close)

    @property
    def panel(self) -> QRect:
        """Where the card itself is in its parent: without its shadow, and without its tip."""
        return self._placed.card

    @property
    def contents(self) -> Contents | None:
        """What it shows."""
        return self._contents

    def add_buttons(self, actions: Sequence[QAction], after: QWidget) -> None:
        """Buttons at the foot for some commands; Tab leads to the card from the widget before."""
        for action in actions:
            button = CardButton(self._foot)
            button.setDefaultAction(action)
            button.setProperty("role", "small")
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        for one, next_one in pairwise((after, *self.stops)):
            QWidget.setTabOrder(one, next_one)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._close.setIcon(icon("close", theme.soft))
        self._show_layout()
        self.update()

    # -- what it shows and where --------------------------------------------------------------------

    def present(self, contents: Contents, look: Look, *, anew: bool) -> None:
        """Take other contents; `put` shows them, from their beginning if they are `anew`."""
        self._contents, self._look = contents, look
        if anew:
            self.body.verticalScrollBar().setValue(0)
        self._layouts.clear()
        name = contents.told.partition("\n")[0]
        self.body.setAccessibleName(name or contents.headword)
        self.body.setAccessibleDescription(contents.told)

    def put(self, lines: QRect, first: QRect, last: QRect, *, vertical: bool) -> None:
        """Show the card beside the lines of its word, of which these are the first part and the last."""
        parent = self.parentWidget()
        assert parent is not None
        width = round(WIDTH * self._look.factor)
        placed = place(lines, (first, last), width, self._height_for, parent.rect(), vertical=vertical)
        if placed.card.isEmpty():
            self.hide()
            return
        self._placed = placed
        self.setGeometry(placed.card.marginsAdded(_margins(placed.side)))
        self._arrange()
        self.show()
        self.raise_()

    def _height_for(self, width: int) -> int:
        wanted = self._layout(width).height + 2 + _RADIUS // 2 + max(self._foot_height, _RADIUS // 2)
        return min(wanted, round(HIGHEST * self._look.factor))

    @property
    def _foot_height(self) -> int:
        return _FOOT if self.buttons else 0

    def _layout(self, width: int) -> CardLayout:
        if width not in self._layouts:
            assert self._contents is not None
            look = self._look
            self._layouts[width] = CardLayout(
                self._contents, width - 2, look.factor, look.region, bool(look.tones)
            )
        return self._layouts[width]

    def _arrange(self) -> None:
        inside = self._panel_here().adjusted(1, 1, -1, -1)
        foot = self._foot_height
        self.body.setGeometry(inside.adjusted(0, _RADIUS // 2, 0, -max(foot, _RADIUS // 2)))
        self._foot.setGeometry(inside.left(), inside.bottom() + 1 - foot, inside.width(), foot)
        style = Qt.ToolButtonStyle
        worded = inside.width() >= _WITH_TEXT
        for button in self.buttons:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly)
        side = self._close.sizeHint()
        self._close.setGeometry(
            inside.right() - side.width() - 7, inside.top() + 8, side.width(), side.height()
        )
        self._close.raise_()
        self._show_layout()

    def _show_layout(self) -> None:
        if self._contents is None or self._placed.card.isEmpty():
            return
        theme, tones = self._theme, self._look.tones
        named = {key: value for key, value in vars(theme).items() if isinstance(value, str)}
        named.update({f"tone{tone}": colour for tone, colour in enumerate(tones)})
        self.body.show_layout(self._layout(self._placed.card.width()), named)

    def _panel_here(self) -> QRect:
        return self._placed.card.translated(-self.pos())

    # -- events -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel, theme = QRectF(self._panel_here()), self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 14, 6, 4))
        for grow in range(_SHADOW, 0, -1):
            box = panel.adjusted(-grow, -grow + 3, grow, grow)
            painter.drawRoundedRect(box & QRectF(self.rect()), _RADIUS + grow, _RADIUS + grow)
        outline = QPainterPath()
        outline.addRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QPen(QColor(theme.line_strong), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawPath(outline.united(self._tip(panel)))
        if self._foot_height:
            top = self._foot.geometry().top()
            painter.fillRect(QRectF(panel.left() + 16, top, panel.width() - 32, 1), QColor(theme.line))
        painter.end()

    def _tip(self, panel: QRectF) -> QPainterPath:
        """The triangle that points at the word; it reaches into the panel, so that no line parts the two."""
        side, along = self._placed.side, self._placed.tip
        box = panel.adjusted(0.5, 0.5, -0.5, -0.5)
        if side in ("below", "above"):
            at, out = box.left() + along, (-1 if side == "below" else 1)
            edge = box.top() if side == "below" else box.bottom()
            foot = edge - out
            points = ((at - _TIP_HALF, foot), (at, edge + out * _TIP_HIGH), (at + _TIP_HALF, foot))
        else:
            at, out = box.top() + along, (1 if side == "left" else -1)
            edge = box.right() if side == "left" else box.left()
            foot = edge - out
            points = ((foot, at - _TIP_HALF), (edge + out * _TIP_HIGH, at), (foot, at + _TIP_HALF))
        path = QPainterPath(QPointF(*points[0]))
        path.lineTo(QPointF(*points[1]))
        path.lineTo(QPointF(*points[2]))
        path.closeSubpath()
        return path

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is pressed beside the panel, in its shadow, belongs to the page.
        event.setAccepted(self._panel_here().contains(event.position().toPoint()))


def _margins(side: Side) -> QMargins:
    """The room around the panel: for its shadow, and for its tip towards the line."""
    margins = {"left": _SHADOW, "top": _SHADOW, "right": _SHADOW, "bottom": _SHADOW}
    margins[{"below": "top", "above": "bottom", "left": "right", "right": "left"}[side]] = GAP
    return QMargins(margins["left"], margins["top"], margins["right"], margins["bottom"])


class CardButton(QToolButton):
    """A button that leaves the focus where it is when it is clicked, and is pressed by Space and Enter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent) -> bool:
        # These keys are commands of the page too, which act on the card as well.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _PRESSING
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
