"""The lines of a card, and how high they make it. All sizes are logical pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QFontMetricsF

from meipi.notes.arrangement import Card, Row
from meipi.notes.note_text import LINE, note_text
from meipi.support.card_painting import BOTTOM, FOOT, GAP, LEFT, RIGHT
from meipi.support.fonts import Region, reading_font, ui_font
from meipi.support.row_heights import Heights
from meipi.support.translation import tr
from meipi.support.wrapping import Run, WrappedText

TOP = 10
HEAD = 32
"""How high the head of a group is."""
SIGN = 24
"""How high the line is that says that a mark was placed anew."""
_QUOTE_LINE, _CONTEXT_LINE = 22, 18
_ABOVE_CONTEXT, _ABOVE_NOTE, _ABOVE_FOOT = 3, 5, 6
_QUOTE_LINES, _CONTEXT_LINES = 2, 3
_AROUND = 16
"""Code points of the old text that are shown on each side of a mark that is to be placed by hand."""
_HANZI, _LETTER = 14, 9
"""How wide a hanzi of a quote is, and about how wide what a note is written in."""


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
    context: WrappedText | None
    """Where the quote stood, if it is to be placed by hand."""
    sign: str
    """That the mark was placed anew and the reader has not looked yet; "" if that is not so."""
    note: WrappedText | None

    @classmethod
    def of(cls, card: Card, width: int, region: Region, gone: frozenset[str] = frozenset()) -> CardLayout:
        """`gone` are the addresses in its note that lead to nothing any more."""
        inner = width - LEFT - RIGHT
        quote = _one_line(card.mark.exact)
        if card.number:
            quote = f"{numeral(card.number)} {quote}"
        font = reading_font(region, 14)
        return cls(
            WrappedText(quote, font, inner, _QUOTE_LINE, most_lines=_QUOTE_LINES),
            _context(card, inner, region) if card.mark.placed == "orphan" else None,
            _sign(card),
            note_text(card.shown_note, inner, gone),
        )

    @property
    def context_top(self) -> float:
        return TOP + self.quote.height + _ABOVE_CONTEXT

    @property
    def sign_top(self) -> float:
        if self.context is None:
            return TOP + self.quote.height
        return self.context_top + self.context.height

    @property
    def note_top(self) -> float:
        return self.sign_top + (SIGN if self.sign else 0) + _ABOVE_NOTE

    @property
    def height(self) -> int:
        above = self.note_top + self.note.height if self.note else self.note_top - _ABOVE_NOTE
        return round(above + _ABOVE_FOOT + FOOT + BOTTOM)


class Sizes:
    """How much text is in rows, by which their heights are guessed at any width."""

    def __init__(self, rows: Sequence[Row]) -> None:
        marks = [row.mark if isinstance(row, Card) else None for row in rows]
        self._quotes = np.array([len(mark.exact) if mark else -1 for mark in marks], np.int64)
        notes = [mark.note if mark else "" for mark in marks]
        self._notes = np.array([len(note) for note in notes], np.int64)
        self._breaks = np.array([note.count("\n") for note in notes], np.int64)

    def heights(self, width: int) -> Heights:
        """About how high the rows are, with the gap between cards, where a card is `width` wide."""
        inner = max(1, width - LEFT - RIGHT)
        lines = np.clip(-(-self._quotes * _HANZI // inner), 1, _QUOTE_LINES)
        noted = (self._notes * _LETTER // inner + 1 + self._breaks) * LINE + _ABOVE_NOTE
        cards = TOP + lines * _QUOTE_LINE + noted * (self._notes > 0) + _ABOVE_FOOT + FOOT + BOTTOM + GAP
        return np.where(self._quotes < 0, HEAD, cards)


def _context(card: Card, inner: int, region: Region) -> WrappedText:
    mark = card.mark
    before = f"…{_one_line(mark.prefix[-_AROUND:])}" if mark.prefix.strip() else ""
    after = f"{_one_line(mark.suffix[:_AROUND])}…" if mark.suffix.strip() else ""
    quote = _one_line(mark.exact)
    if len(quote) > 2 * _AROUND:
        quote = f"{quote[:_AROUND]}…{quote[-_AROUND:]}"
    bold = Run(len(before), len(before) + len(quote), bold=True)
    font = reading_font(region, 12)
    return WrappedText(
        before + quote + after, font, inner, _CONTEXT_LINE, most_lines=_CONTEXT_LINES, runs=(bold,)
    )


def _sign(card: Card) -> str:
    match card.mark.placed:
        case "moved":
            return tr("Moved")
        case "changed":
            return (
                tr("Changed; it was “{text}”").format(text=_one_line(card.was)) if card.was else tr("Changed")
            )
    return ""


def confirm_width() -> float:
    """How wide the word is that the reader clicks to say that a mark was placed right."""
    return QFontMetricsF(ui_font(12, bold=True)).horizontalAdvance(tr("Confirm"))


def _one_line(text: str) -> str:
    return " ".join(text.split())
