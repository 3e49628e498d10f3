"""Which cards are listed, in what order and under which heads. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from meipi.support.translation import tr, tr_noop
from meipi.workspace import COLOURS, Mark

Order = Literal["place", "newest", "colour"]
ORDERS: Mapping[Order, str] = {
    "place": tr_noop("By place"),
    "newest": tr_noop("Newest first"),
    "colour": tr_noop("By colour"),
}
"""Each with its name, not yet translated."""

_COLOUR_ORDER = {colour.id: place for place, colour in enumerate(COLOURS)}
_ORPHANS, _TEXT, _FREE, _BEGINNING = "orphan", "text", "free", -1


class Card(NamedTuple):
    """What a card shows. `number` is the mark's place among those with a note, 0 without one;
    `paragraph` counts the lines of the text that are not blank, from 1, up to the mark's start."""

    mark: Mark
    number: int
    paragraph: int
    draft: str | None = None
    was: str = ""
    """What the mark was on before the text changed, if that is not what it is on now."""

    @property
    def shown_note(self) -> str:
        """What was last written: the draft, if there is one."""
        return self.draft if self.draft is not None else self.mark.note


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group of cards; `key` tells it from the others."""

    key: str | int
    title: str
    count: int


Row = Card | Head


class Section(NamedTuple):
    """A part of the article: where it begins, a code point, and its heading."""

    start: int
    title: str


@dataclass(frozen=True)
class Filter:
    """What a card must have to be listed; as it is made, every card passes."""

    colour: str | None = None
    tag: str | None = None
    noted: bool | None = None
    """With a note, or without one."""
    unplaced: bool = False
    """Only what the reader has to look at: marks that are to be placed by hand or that were placed anew."""
    text: str = ""
    """What the reader has typed; `passes` leaves it to `Finder`."""

    def passes(self, card: Card) -> bool:
        mark = card.mark
        return (
            self.colour in (None, mark.colour)
            and (self.tag is None or self.tag in mark.tags)
            and (self.noted is None or self.noted == bool(mark.note.strip()))
            and (not self.unplaced or mark.placed in ("orphan", "moved", "changed"))
        )


def sections_of(text: str, headings: Iterable[tuple[int, int]]) -> list[Section]:
    """The parts of a text by the spans of its headings, in order."""
    return [Section(start, " ".join(text[start:end].split())) for start, end in headings]


def arranged(cards: Sequence[Card], order: Order, sections: Sequence[Section], *, grouped: bool) -> list[Row]:
    """The cards in that order, with heads where there are groups.

    What is to be placed by hand comes first, notes without a place last; with `grouped` the others stand
    under the heading of the section in which they are, the sections in the order of the text.
    """
    groups: dict[str | int, list[Card]] = {}
    ordered = _ordered(cards, order)
    if not (grouped and sections) and all(card.mark.in_text for card in ordered):
        return [*ordered]
    for card in ordered:
        groups.setdefault(_group(card, sections if grouped else ()), []).append(card)
    rows: list[Row] = []
    for key in sorted(groups, key=_rank):
        rows.append(Head(key, _title(key, sections), len(groups[key])))
        rows.extend(groups[key])
    return rows


def _ordered(cards: Sequence[Card], order: Order) -> Sequence[Card]:
    keys: dict[Order, Callable[[Card], int | str]] = {
        "newest": lambda card: card.mark.created,
        "colour": lambda card: _COLOUR_ORDER.get(card.mark.colour, len(COLOURS)),
    }
    if order == "place":
        return cards
    # Those made at one time stay in the order of the text, like those of one colour.
    return sorted(cards, key=keys[order], reverse=order == "newest")


def _group(card: Card, sections: Sequence[Section]) -> str | int:
    if card.mark.placed == "orphan":
        return _ORPHANS
    if card.mark.placed == "free":
        return _FREE
    if not sections:
        return _TEXT
    return bisect_right(sections, card.mark.start, key=lambda section: section.start) - 1


def _rank(key: str | int) -> tuple[int, int]:
    return (1, key) if isinstance(key, int) else ({_ORPHANS: 0, _TEXT: 1}.get(key, 2), 0)


def _title(key: str | int, sections: Sequence[Section]) -> str:
    if isinstance(key, int):
        return tr("Before the first heading") if key == _BEGINNING else sections[key].title
    names = {
        _ORPHANS: tr("To be placed by hand"),
        _TEXT: tr("In the text"),
        _FREE: tr("Notes without a place"),
    }
    return names[key]
