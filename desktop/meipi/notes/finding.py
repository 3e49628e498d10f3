"""Cards found by what the reader types: in the marked text, the note and the tags. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from meipi.language import matching
from meipi.language.matching import Matched, Query, Term
from meipi.language.query import Field
from meipi.notes.arrangement import Card

# An empty line: nothing is found across it.
_BETWEEN = "\n\n"


class Finder:
    """Looks through cards; all their texts are made ready together, when something is first looked for."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = cards

    def find(self, typed: str) -> frozenset[int] | None:
        """The ids of the marks that have every word and phrase and none of those left out; None for all.

        Of what a query can narrow down, `tag:` and `in:` hold here.
        """
        query = matching.parse(typed)
        tags = [each for each in query.filters if each.kind == "tag"]
        if not (query.terms or query.without or tags):
            return None
        found = {card.mark.id for card in self._cards}
        for term in query.terms:
            found &= self._having(term, query)
        for term in query.without:
            found -= self._having(term, query)
        for each in tags:
            tagged = self._tagged(each.value)
            found = found - tagged if each.without else found & tagged
        return frozenset(found)

    def _having(self, term: Term, query: Query) -> set[int]:
        text, starts, owners = self._joined
        hits = [span.start for span in matching.places(text, (term,))]
        parts = np.unique(np.searchsorted(starts, hits, "right") - 1).tolist()
        return {mark_id for mark_id, field in (owners[part] for part in parts) if field in query.fields}

    def _tagged(self, name: str) -> set[int]:
        wanted = matching.parse(f'"{name}"').terms
        every = {tag for card in self._cards for tag in card.mark.tags}
        fitting = {tag for tag in every if matching.places(Matched(tag), wanted)}
        return {card.mark.id for card in self._cards if not fitting.isdisjoint(card.mark.tags)}

    @cached_property
    def _joined(self) -> tuple[Matched, list[int], list[tuple[int, Field]]]:
        """All texts in one, where each begins in it, and what each is: whose, and which of its texts."""
        starts: list[int] = []
        owners: list[tuple[int, Field]] = []
        parts: list[str] = []
        place = 0
        for mark_id, field, part in _parts(self._cards):
            starts.append(place)
            owners.append((mark_id, field))
            parts.append(part)
            place += len(part) + len(_BETWEEN)
        return Matched(_BETWEEN.join(parts)), starts, owners


def _parts(cards: Iterable[Card]) -> Iterator[tuple[int, Field, str]]:
    for card in cards:
        mark = card.mark
        yield mark.id, "text", mark.exact
        note = mark.note if card.draft is None else card.draft
        if note:
            yield mark.id, "note", note
        for tag in mark.tags:
            yield mark.id, "tag", tag
