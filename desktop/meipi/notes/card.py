"""How cards and the heads of groups are painted, and what lies where on them. Sizes are logical pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from meipi.notes.arrangement import Card, Head, Row
from meipi.notes.card_layout import HEAD, SIGN, TOP, CardLayout, Sizes, confirm_width
from meipi.notes.model import CardModel
from meipi.notes.note_text import hint
from meipi.support.card_painting import (
    BOTTOM,
    GAP,
    ICON,
    LEFT,
    MIDDLE,
    RIGHT,
    SIDE,
    CardActions,
    card_rect,
    draw_arrow,
    draw_chip,
    draw_ground,
    draw_ring,
    foot_of,
)
from meipi.support.dates import moment
from meipi.support.fonts import Region, ui_font
from meipi.support.row_heights import Heights
from meipi.support.theme import Theme
from meipi.support.translation import tr, tr_noop
from meipi.support.wrapping import Run

Action = Literal["edit", "copy", "delete", "jump", "attach", "free", "confirm"]
Index = QModelIndex | QPersistentModelIndex

_ABOVE_EDITOR = 5
ACTIONS: CardActions[Action] = CardActions(
    (
        ("edit", "edit", tr_noop("Edit")),
        ("copy", "copy", tr_noop("Copy")),
        ("delete", "close", tr_noop("Delete")),
    )
)
ORPHAN_ACTIONS: CardActions[Action] = CardActions(
    (
        ("attach", "place", tr_noop("Place")),
        ("free", "note", tr_noop("Keep as note")),
        ("delete", "close", tr_noop("Delete")),
    )
)
FREE_ACTIONS: CardActions[Action] = CardActions(
    (
        ("attach", "place", tr_noop("Place")),
        ("edit", "edit", tr_noop("Edit")),
        ("delete", "close", tr_noop("Delete")),
    )
)


def actions_of(card: Card) -> CardActions[Action]:
    """What can be done with the mark, in the foot of its card."""
    return {"orphan": ORPHAN_ACTIONS, "free": FREE_ACTIONS}.get(card.mark.placed, ACTIONS)


class CardDelegate(QStyledItemDelegate):
    """Paints the rows, and knows what lies where on them."""

    def __init__(self, model: CardModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self.region: Region = "TC"
        """Whose forms of hanzi the quotes have."""
        self.current: int | None = None
        """The id of the mark whose card has the ring."""
        self.several = False
        """Whether more than one card is selected: then each of them shows it."""
        self.editing: int | None = None
        """The id of the mark whose card holds the editor, which is `editor_height` high."""
        self.editor_height = 0
        self.gone: Callable[[str], frozenset[str]] = lambda _note: frozenset()
        """Gives the addresses in a note that lead to nothing any more."""
        self._sizes: tuple[Sequence[Row], Sizes] | None = None
        self._layout = lru_cache(maxsize=256)(CardLayout.of)
        self._heights: dict[int, tuple[Card, int, Region, int]] = {}

    def layout_of(self, card: Card, width: int) -> CardLayout:
        """The lines of the card at that width of the card."""
        return self._layout(card, width, self.region, self.gone(card.shown_note))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        if not isinstance(view, QAbstractScrollArea):
            return QSize()
        return QSize(view.viewport().width(), self.row_height(index.row(), view))

    def row_height(self, row: int, view: QAbstractScrollArea) -> int:
        """How high the row is in the list `view`."""
        shown = self._model.row_at(row)
        return HEAD if isinstance(shown, Head) else self._height(shown, _card_width(view)) + GAP

    def guessed_heights(self, first: int, last: int, view: QAbstractScrollArea) -> Heights:
        """About how high rows are, `last` with them."""
        rows = self._model.rows
        if (first, last) != (0, len(rows) - 1):
            return Sizes(rows[first : last + 1]).heights(_card_width(view))
        # All are asked for once more whenever the width has changed.
        if self._sizes is None or self._sizes[0] is not rows:
            self._sizes = rows, Sizes(rows)
        return self._sizes[1].heights(_card_width(view))

    def _height(self, card: Card, width: int) -> int:
        if card.mark.id == self.editing:
            quote = self.layout_of(card, width).quote
            return round(TOP + quote.height + _ABOVE_EDITOR + self.editor_height + BOTTOM)
        known = self._heights.get(card.mark.id)
        if known is None or known[0] != card or known[1:3] != (width, self.region):
            known = (card, width, self.region, self.layout_of(card, width).height)
            self._heights[card.mark.id] = known
        return known[3]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._model.card_at(index)
        if card is None:
            return
        body = card_rect(option.rect, option.widget)
        top = round(TOP + self.layout_of(card, body.width()).quote.height + _ABOVE_EDITOR)
        editor.setGeometry(body.adjusted(LEFT, top, -RIGHT, -BOTTOM))

    def action_at(self, card: Card, row: QRect, widget: QWidget, x: int, y: int) -> Action | None:
        """What a click there does, while the pointer is on the card; None: it only chooses the card."""
        if card.mark.id == self.editing:
            return None
        body = QRectF(card_rect(row, widget))
        if self.layout_of(card, round(body.width())).sign and self.confirm_rect(card, body).contains(x, y):
            return "confirm"
        foot = foot_of(body)
        if not foot.adjusted(0, -3, 3, 3).contains(x, y):
            return None
        if x >= foot.right() - ICON - 4 and card.mark.in_text:
            return "jump"
        for action, place in actions_of(card).places(foot):
            if place.contains(x, y):
                return action
        return None

    def link_at(self, card: Card, row: QRect, widget: QWidget, x: int, y: int) -> Run | None:
        """The link in the note there; None if there is none."""
        if card.mark.id == self.editing:
            return None
        body = card_rect(row, widget)
        layout = self.layout_of(card, body.width())
        if layout.note is None:
            return None
        return layout.note.link_at(x - body.left() - LEFT, y - body.top() - layout.note_top)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        card, point = self._model.card_at(index), event.pos()
        link = self.link_at(card, option.rect, view, point.x(), point.y()) if card is not None else None
        QToolTip.showText(event.globalPos(), hint(link) if link is not None else "", view.viewport())
        return True

    def links_of(self, card: Card, view: QAbstractScrollArea) -> Sequence[tuple[str, Run]]:
        """The links in the note of a card, with what each says, in order."""
        note = self.layout_of(card, _card_width(view)).note
        return [(note.text[run.start : run.end], run) for run in note.links] if note is not None else []

    def confirm_rect(self, card: Card, body: QRectF) -> QRectF:
        """Where on a card that lies at `body` the reader says that its mark was placed right."""
        width = confirm_width()
        top = body.top() + self.layout_of(card, round(body.width())).sign_top
        return QRectF(body.right() - RIGHT - width, top, width, SIGN)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row_at(index.row())
        painter.save()
        if isinstance(row, Head):
            self._paint_head(painter, QRectF(option.rect), row)
        else:
            self._paint_card(painter, option, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, head: Head) -> None:
        theme = self.theme
        body = rect.adjusted(SIDE + 4, 8, -SIDE, 0)
        count = f"{head.count:,}"
        width = QFontMetricsF(ui_font(12)).horizontalAdvance(count) + 8
        font = ui_font(12, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(theme.cinnabar_text if head.key == "orphan" else theme.soft))
        elided = QFontMetricsF(font).elidedText(
            head.title, Qt.TextElideMode.ElideRight, body.width() - width - 4
        )
        painter.drawText(body, MIDDLE, elided)
        painter.setFont(ui_font(12))
        painter.setPen(QColor(theme.soft))
        painter.drawText(body, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        theme = self.theme
        widget = option.widget
        body = QRectF(card_rect(option.rect, widget))
        states = QStyle.StateFlag
        current, editing = card.mark.id == self.current, card.mark.id == self.editing
        hovered = bool(option.state & states.State_MouseOver) and not editing
        focused = current and not editing and widget is not None and widget.hasFocus()
        selected = self.several and bool(option.state & states.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.cinnabar_wash if selected else theme.hover if hovered else theme.raised
        draw_ground(painter, body, theme, theme.edges[card.mark.colour], ground)
        if current:
            draw_ring(painter, body, theme, focused)
        layout = self.layout_of(card, round(body.width()))
        left = body.left() + LEFT
        layout.quote.draw(painter, left, body.top() + TOP, theme.ink)
        if editing:
            return
        if layout.context is not None:
            layout.context.draw(painter, left, body.top() + layout.context_top, theme.soft)
        if layout.sign:
            self._draw_sign(painter, body, card, layout)
        if layout.note is not None:
            top = body.top() + layout.note_top
            layout.note.draw(painter, left, top, theme.ink, theme.cinnabar_text, theme.soft)
        self._draw_foot(painter, foot_of(body), card, hovered or (focused and not self.several))

    def _draw_sign(self, painter: QPainter, body: QRectF, card: Card, layout: CardLayout) -> None:
        link = self.confirm_rect(card, body)
        painter.setFont(ui_font(12, bold=True))
        painter.setPen(QColor(self.theme.cinnabar_text))
        painter.drawText(link, MIDDLE, tr("Confirm"))
        space = QRectF(body.left() + LEFT, link.top(), link.left() - 10 - body.left() - LEFT, SIGN)
        font = ui_font(12)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.soft))
        shown = QFontMetricsF(font).elidedText(layout.sign, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, MIDDLE, shown)

    def _draw_foot(self, painter: QPainter, foot: QRectF, card: Card, with_actions: bool) -> None:
        colour = self.theme.ink if with_actions else self.theme.soft
        font = ui_font(12)
        place = moment(card.mark.created)
        right = foot.right()
        if card.mark.in_text:
            draw_arrow(painter, foot, colour)
            place = f"¶ {card.paragraph} · {place}"
            right -= ICON + 4
        painter.setFont(font)
        painter.setPen(QColor(colour))
        width = QFontMetricsF(font).horizontalAdvance(place)
        right -= width + 2
        # Of a mark to be placed by hand the actions are what its card is there for.
        if with_actions or card.mark.placed == "orphan":
            end = actions_of(card).draw(painter, foot, self.theme.ink)
            if end + 8 > right:
                return
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(right, foot.top(), width + 2, foot.height()), MIDDLE, place)
        if not with_actions and card.mark.placed != "orphan":
            space = QRectF(foot.left(), foot.top(), right - 8 - foot.left(), foot.height())
            self._draw_tags(painter, space, card)

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


def _card_width(view: QAbstractScrollArea) -> int:
    return card_rect(QRect(0, 0, view.viewport().width(), 0), view).width()
