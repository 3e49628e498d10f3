"""How a card is laid out and painted. All sizes are logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meipi.notes.model import Card, CardModel
from meipi.support.card_painting import (
    BOTTOM,
    FOOT,
    GAP,
    ICON,
    LEFT,
    MIDDLE,
    RIGHT,
    CardActions,
    card_rect,
    draw_arrow,
    draw_chip,
    draw_ground,
    draw_ring,
    foot_of,
)
from meipi.support.dates import moment
from meipi.support.fonts import Region, mono_family, reading_font, ui_font
from meipi.support.rendered import rendered
from meipi.support.theme import Theme
from meipi.support.translation import tr, tr_noop
from meipi.support.wrapping import WrappedText

Action = Literal["edit", "copy", "delete", "jump"]
Index = QModelIndex | QPersistentModelIndex

_TOP = 10
_QUOTE_LINE, _NOTE_LINE = 22, 20
_ABOVE_NOTE, _ABOVE_FOOT = 5, 6
_QUOTE_LINES = 2
ACTIONS: CardActions[Action] = CardActions(
    (
        ("edit", "edit", tr_noop("Edit")),
        ("copy", "copy", tr_noop("Copy")),
        ("delete", "close", tr_noop("Delete")),
    )
)


def numeral(number: int) -> str:
    """A number in a ring, ① to ㊿; in brackets beyond."""
    for first, last, code_point in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(code_point + number - first)
    return f"({number})"


@dataclass(frozen=True, eq=False)
class CardLayout:
    """The lines of a card for one width; positions are relative to the card's upper left corner."""

    quote: WrappedText
    note: WrappedText | None

    @classmethod
    def of(cls, card: Card, width: int, region: Region) -> CardLayout:
        inner = width - LEFT - RIGHT
        quote = " ".join(card.mark.exact.split())
        if card.number:
            quote = f"{numeral(card.number)} {quote}"
        text = card.draft if card.draft is not None else card.mark.note
        shown = rendered(text, mono_family())
        note = None
        if shown.text:
            note = WrappedText(shown.text, ui_font(13), inner, _NOTE_LINE, runs=shown.runs)
        font = reading_font(region, 14)
        return cls(WrappedText(quote, font, inner, _QUOTE_LINE, most_lines=_QUOTE_LINES), note)

    @property
    def note_top(self) -> float:
        return _TOP + self.quote.height + _ABOVE_NOTE

    @property
    def height(self) -> int:
        above = self.note_top + self.note.height if self.note else _TOP + self.quote.height
        return round(above + _ABOVE_FOOT + FOOT + BOTTOM)


class CardDelegate(QStyledItemDelegate):
    """Paints the cards, and knows what lies where on them."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.region: Region = "TC"
        """Whose forms of hanzi the quotes have."""
        self.current: int | None = None
        """The id of the mark whose card has the ring."""
        self.editing: int | None = None
        """The id of the mark whose card holds the editor, which is `editor_height` high."""
        self.editor_height = 0
        self._layout = lru_cache(maxsize=256)(CardLayout.of)
        self._heights: dict[int, tuple[Card, int, Region, int]] = {}

    def layout_of(self, card: Card, width: int) -> CardLayout:
        """The lines of the card at that width of the card."""
        return self._layout(card, width, self.region)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card: Card = index.data(CardModel.CARD)
        row = QRect(0, 0, _row_width(option.widget), 0)
        return QSize(row.width(), self._height(card, card_rect(row, option.widget).width()) + GAP)

    def _height(self, card: Card, width: int) -> int:
        if card.mark.id == self.editing:
            quote = self.layout_of(card, width).quote
            return round(_TOP + quote.height + _ABOVE_NOTE + self.editor_height + BOTTOM)
        known = self._heights.get(card.mark.id)
        if known is None or known[0] != card or known[1:3] != (width, self.region):
            # Not through the cache of layouts: a long list would push out those on show.
            known = (card, width, self.region, CardLayout.of(card, width, self.region).height)
            self._heights[card.mark.id] = known
        return known[3]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CardModel.CARD)
        body = card_rect(option.rect, option.widget)
        top = round(self.layout_of(card, body.width()).note_top)
        editor.setGeometry(body.adjusted(LEFT, top, -RIGHT, -BOTTOM))

    def action_at(self, card: Card, row: QRect, widget: QWidget, x: int, y: int) -> Action | None:
        """What a click there does, while the pointer is on the card; None: it only chooses the card."""
        if card.mark.id == self.editing:
            return None
        foot = foot_of(QRectF(card_rect(row, widget)))
        if not foot.adjusted(0, -3, 3, 3).contains(x, y):
            return None
        if x >= foot.right() - ICON - 4:
            return "jump"
        for action, place in ACTIONS.places(foot):
            if place.contains(x, y):
                return action
        return None

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CardModel.CARD)
        theme = self.theme
        widget = option.widget
        body = QRectF(card_rect(option.rect, widget))
        current, editing = card.mark.id == self.current, card.mark.id == self.editing
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not editing
        focused = current and not editing and widget is not None and widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, body, theme, theme.edges[card.mark.colour], hovered)
        if current:
            draw_ring(painter, body, theme, focused)
        layout = self.layout_of(card, round(body.width()))
        left = body.left() + LEFT
        layout.quote.draw(painter, left, body.top() + _TOP, theme.ink)
        if not editing:
            if layout.note is not None:
                layout.note.draw(painter, left, body.top() + layout.note_top, theme.ink)
            self._draw_foot(painter, foot_of(body), card, hovered or focused)
        painter.restore()

    def _draw_foot(self, painter: QPainter, foot: QRectF, card: Card, with_actions: bool) -> None:
        colour = self.theme.ink if with_actions else self.theme.soft
        draw_arrow(painter, foot, colour)
        font = ui_font(12)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        place = f"¶ {card.paragraph} · {moment(card.mark.created)}"
        width = QFontMetricsF(font).horizontalAdvance(place)
        right = foot.right() - ICON - width - 6
        painter.drawText(QRectF(right, foot.top(), width + 2, foot.height()), MIDDLE, place)
        if with_actions:
            ACTIONS.draw(painter, foot, colour)
        else:
            self._draw_tags(
                painter, QRectF(foot.left(), foot.top(), right - 8 - foot.left(), foot.height()), card
            )

    def _draw_tags(self, painter: QPainter, space: QRectF, card: Card) -> None:
        """The tags as chips, as many as there is room for; "+2" stands for two more."""
        theme = self.theme
        metrics = QFontMetricsF(painter.font())
        left = space.left()
        tags = list(card.mark.tags)
        if card.draft is not None:
            painter.setPen(QColor(theme.cinnabar_text))
            painter.drawText(space, MIDDLE, tr("draft"))
            left += metrics.horizontalAdvance(tr("draft")) + 8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, tag in enumerate(tags):
            more = len(tags) - place - 1
            reserve = metrics.horizontalAdvance(f"+{more}") + 6 if more else 0
            room = space.right() - left - 16 - reserve
            shown = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, min(room, 120))
            if room < 24:
                painter.setPen(QColor(theme.soft))
                painter.drawText(QRectF(left, space.top(), 40, space.height()), MIDDLE, f"+{more + 1}")
                return
            left = draw_chip(painter, left, space, shown, theme)


def _row_width(widget: QWidget | None) -> int:
    """A row is as wide as the list; what Qt puts into the option for `sizeHint` is not its width."""
    return widget.viewport().width() if isinstance(widget, QAbstractScrollArea) else 0
