"""What the store is given to search with: how texts are compared, and what a query means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from meipi.language import index_words, quotes
from meipi.language.matching import Matched, parse, places
from meipi.language.query import Term
from meipi.workspace.colours import COLOURS
from meipi_db.search_language import Asked, Needle, Span, Wish, Words

_UNPAIRED = re.compile("[\ud800-\udfff]")


class SearchLanguage:
    """`meipi_db.search_language.Language` by `language`."""

    def __init__(self) -> None:
        # One text is asked about once for each term.
        self._read = lru_cache(maxsize=1)(Matched)

    @property
    def form(self) -> str:
        """Names the form of `words`."""
        return index_words.form()

    def ask(self, query: str) -> Asked:
        """What is meant by a line that was typed."""
        # No library has an unpaired surrogate, and none can be asked for one.
        asked = parse(_UNPAIRED.sub("\uffff", query))
        wishes = [
            Wish(wish.kind, _needle(Term.of(wish.value)), _colours(wish.value), wish.without)
            for wish in asked.filters
        ]
        return Asked([*map(_needle, asked.terms)], [*map(_needle, asked.without)], wishes, asked.fields)

    def places(self, text: str, needles: Sequence[Needle]) -> Sequence[Span]:
        """Where any of the needles stands in a text, in order, none over another."""
        terms = [needle.term for needle in needles if isinstance(needle.term, Term)]
        return places(self._read(text), terms)

    def words(self, text: str) -> Words:
        """A text as it is put into the index."""
        return Words(*index_words.of_text(text))

    def speeches(self, text: str) -> Mapping[Span, str]:
        """What is said in a text, and by whom, with what they are; "" where nobody is named."""
        return {
            quote.span: "".join(text[slice(*span)] for span in (quote.role, quote.speaker) if span)
            for quote in quotes.find(text)
            if quote.kind == "speech"
        }


def _needle(term: Term) -> Needle:
    written, sounding = index_words.of_term(term)
    return Needle(term, written, sounding, index_words.is_indexed(term), index_words.is_exact(term))


def _colours(value: str) -> frozenset[str]:
    """The colours that a word names: in English, in hanzi, in pinyin or by their place."""
    from meipi.support.translation import tr

    named = value.casefold().replace(" ", "_")
    return frozenset(
        colour.id
        for number, colour in enumerate(COLOURS, 1)
        if named in (colour.id, str(number), colour.name.casefold())
        or any(places(Matched(name), [Term.of(value)]) for name in (colour.hanzi, tr(colour.name)))
    )
