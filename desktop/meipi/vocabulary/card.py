"""How the card of a word is painted. All are equally high, so that a list of thousands is there at once.

All sizes are logical pixels.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

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
from meipi.support.fonts import Region, phonetics_family, reading_font, ui_font
from meipi.support.theme import Theme
from meipi.support.translation import tr, tr_noop
from meipi.vocabulary.cards import WordCard, joined
from meipi.vocabulary.model import WordModel

Action = Literal["copy", "know", "remove", "jump"]
Index = QModelIndex | QPersistentModelIndex

_TOP = 7
_HEAD, _SENSE, _SENTENCE = 30, 20, 21
_ABOVE_FOOT = 5
HEIGHT = _TOP + _HEAD + _SENSE + _SENTENCE + _ABOVE_FOOT + FOOT + BOTTOM
"""Of a card."""
ACTIONS: CardActions[Action] = CardActions(
    (
        ("know", "check", tr_noop("Know")),
        ("copy", "copy", tr_noop("Copy")),
        ("remove", "close", tr_noop("Remove")),
    )
)
_BEFORE_WORD = 8  # code points of the sentence that are kept before the word, if it is too long


class WordDelegate(QStyledItemDelegate):
    """Paints the cards, and knows where on them an action is."""

    def __init__(self, model: WordModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self.region: Region = "TC"
        """Whose forms of hanzi the words have."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        widget = option.widget
        width = widget.viewport().width() if isinstance(widget, QAbstractScrollArea) else 0
        return QSize(width, HEIGHT + GAP)

    def action_at(self, row: QRect, widget: QWidget, x: int, y: int) -> Action | None:
        """What a click at that place of the row does; None where it is the card as a whole."""
        foot = foot_of(QRectF(card_rect(row, widget)))
        for action, place in ACTIONS.places(foot):
            if place.adjusted(-3, -4, 3, 4).contains(x, y):
                return action
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, widget = self.theme, option.widget
        card: WordCard = index.data(WordModel.CARD)
        body = QRectF(card_rect(option.rect, widget))
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = current and widget is not None and widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.edges["zhu_qing"] if card.known else theme.edges["tian"]
        draw_ground(painter, body, theme, edge, theme.hover if hovered else theme.raised)
        if current:
            draw_ring(painter, body, theme, focused)
        inner = body.adjusted(LEFT, _TOP, -RIGHT, -BOTTOM)
        self._draw_head(painter, QRectF(inner.left(), inner.top(), inner.width(), _HEAD), card)
        top = inner.top() + _HEAD
        _draw(painter, QRectF(inner.left(), top, inner.width(), _SENSE), ui_font(13), theme.ink, _sense(card))
        top += _SENSE
        self._draw_sentence(painter, QRectF(inner.left(), top, inner.width(), _SENTENCE), card)
        self._draw_foot(painter, foot_of(body), card, hovered or focused)
        painter.restore()

    def _draw_head(self, painter: QPainter, space: QRectF, card: WordCard) -> None:
        """The word, its pinyin, its zhuyin where there is room for it."""
        from meipi.language.zhuyin import zhuyin

        theme, syllables = self.theme, card.latest.pinyin.split()
        font = reading_font(self.region, 20, bold=True)
        left = space.left() + _draw(painter, space, font, theme.ink, self._model.headword(card)) + 10
        beside = QRectF(left, space.top() + 2, space.right() - left, space.height() - 2)
        left += _draw(painter, beside, ui_font(14), theme.cinnabar_text, joined(syllables)) + 10
        font = QFont(phonetics_family())
        font.setPixelSize(12)
        letters = " ".join(zhuyin(syllable) for syllable in syllables)
        if left + QFontMetricsF(font).horizontalAdvance(letters) <= space.right():
            beside.setLeft(left)
            _draw(painter, beside, font, theme.soft, letters)

    def _draw_sentence(self, painter: QPainter, space: QRectF, card: WordCard) -> None:
        """The sentence on one line, with the word in it in ink."""
        word, font = card.latest, reading_font(self.region, 13)
        sentence = " ".join(word.sentence.split())
        form = next((each for each in (word.traditional, word.simplified) if each in sentence), "")
        at = sentence.find(form) if form else 0
        metrics = QFontMetricsF(font)
        if at > _BEFORE_WORD and metrics.horizontalAdvance(sentence) > space.width():
            sentence = f"…{sentence[at - _BEFORE_WORD :]}"
            at = _BEFORE_WORD + 1
        left = space.left()
        for part, colour in (
            (sentence[:at], self.theme.soft),
            (form, self.theme.ink),
            (sentence[at + len(form) :], self.theme.soft),
        ):
            room = QRectF(left, space.top(), space.right() - left, space.height())
            left += _draw(painter, room, font, colour, part)

    def _draw_foot(self, painter: QPainter, foot: QRectF, card: WordCard, with_actions: bool) -> None:
        right = foot.right() - ICON
        strong = self.theme.ink if with_actions else self.theme.soft
        draw_arrow(painter, foot, strong)
        left = foot.left()
        if with_actions:
            left = ACTIONS.draw(painter, foot, strong) + 8
        else:
            painter.setFont(ui_font(11))
            for chip in self._chips(card):
                left = draw_chip(painter, left, foot, chip, self.theme)
        article = self._model.article
        title = self._model.titles.get(card.latest.article_id, "")
        here = article is not None and article.id == card.latest.article_id
        time = moment(card.latest.created)
        shown = time if here or not title else f"{title} · {time}"
        font = ui_font(12)
        metrics = QFontMetricsF(font)
        room = right - 6 - left
        if not here and title:
            title = metrics.elidedText(
                title, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(f" · {time}") - 2
            )
            shown = f"{title} · {time}" if len(title) > 1 else time
        width = metrics.horizontalAdvance(shown)
        if width <= room:
            _draw(painter, QRectF(right - 6 - width, foot.top(), width + 2, FOOT), font, strong, shown)

    def _chips(self, card: WordCard) -> list[str]:
        from meipi.language import words

        chips = [tr("known")] if card.known else []
        level = words.levels(self._model.level_list).get(card.latest.simplified)
        if level:
            chips.append(f"HSK {level}" if level < 7 else "HSK 7–9")
        chips.append(tr("seen {n} ×").format(n=f"{self._model.met(card):,}"))
        return chips


def _sense(card: WordCard) -> str:
    return card.latest.sense or tr("No dictionary has this word")


def _draw(painter: QPainter, space: QRectF, font: QFont, colour: str, text: str) -> float:
    """The text at the left of a line, cut with "…" if it is too long; its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, space.width()) + 1)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(space.adjusted(0, 0, 2, 0), MIDDLE | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)
