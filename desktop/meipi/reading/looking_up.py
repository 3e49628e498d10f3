"""Looking up: what the dictionary has at a place of the article, for the word card.

The dictionary is opened on a worker when it is first wanted, since that may take a second or two. From then
on a look-up is done at once.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from meipi.language.span import Span
from meipi.support.jobs import Jobs
from meipi.support.translation import tr

if TYPE_CHECKING:
    from meipi.language.entry import Entry
    from meipi.language.splits import Splits

# What a missing package, an unreadable file or one with other bytes in it raises.
_FAULTS = (ImportError, OSError, EOFError, UnicodeDecodeError, zlib.error)


class DictionaryError(Exception):
    """The dictionary could not be read; says why, for the reader."""


@dataclass(frozen=True)
class Found:
    """What the dictionary has at a place."""

    candidates: tuple[Span, ...]
    """The words that cover the place, longest first."""
    chosen: int
    """The one that the place belongs to by the words around it."""


class LookingUp:
    """Looks words up in the open dictionary."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self.ready = False
        """True once the dictionary is open."""
        self._waiting: list[tuple[Callable[[], None], Callable[[DictionaryError], None]]] = []

    def prepare(self, then: Callable[[], None], failed: Callable[[DictionaryError], None]) -> None:
        """Open the dictionary and what goes with it on a worker; after a fault it can be tried again."""
        self._waiting.append((then, failed))
        if len(self._waiting) == 1:
            self._jobs.run(_open, lambda _: self._opened(), self._failed)

    def _opened(self) -> None:
        self.ready = True
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()

    def _failed(self, error: Exception) -> None:
        waiting, self._waiting = self._waiting, []
        if not isinstance(error, _FAULTS):
            raise error
        for _, failed in waiting:
            failed(_fault(error))

    def at(self, text: str, offset: int, splits: Splits) -> Found | None:
        """The words that cover a code point; None if there are none. May raise `DictionaryError`.

        `splits` are the reader's corrections of the words around.
        """
        from meipi.language import words

        try:
            spans = words.candidates(text, offset)
            if not spans:
                return None
            return Found(tuple(spans), spans.index(_likeliest(text, offset, spans, splits)))
        except _FAULTS as error:
            raise _fault(error) from error

    def entries(self, text: str, span: Span, here: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
        """The entries of a candidate, and of what the first of them is made of. May raise `DictionaryError`.

        Of each dictionary those come first that have the reading which the word has here, a syllable for each
        code point.
        """
        from meipi.language import words

        try:
            entries = [entry for entry in words.look_up(text, span.start) if entry.span == span]
            order = list(dict.fromkeys(entry.dictionary for entry in entries))
            entries.sort(key=lambda entry: (order.index(entry.dictionary), not is_read(entry, here)))
            return entries, words.components(entries[0]) if entries else []
        except _FAULTS as error:
            raise _fault(error) from error


def _likeliest(text: str, offset: int, spans: Sequence[Span], splits: Splits) -> Span:
    """Of the headwords at a place, longest first, the one that the words around it leave room for.

    That is the longest that is made of whole words, as 中华人民共和国 is, unless the reader has divided it. A
    word that the dictionary lacks, a name for one, gives way to the longest part of it that it has.
    """
    from meipi.language import script, words

    word = words.word_at(text, offset, splits)
    for span in spans:
        whole = (
            span.start <= word.start
            and word.end <= span.end
            and words.word_at(text, span.start, splits).start == span.start
            and words.word_at(text, span.end - 1, splits).end == span.end
        )
        if whole:
            simplified = script.convert(text[slice(*span)], "t2s").text
            if len(splits.apply(simplified, [0, len(simplified)])) == 2:
                return span
    inside = (span for span in spans if word.start <= span.start and span.end <= word.end)
    return next(inside, spans[0])


def is_read(entry: Entry, syllables: Sequence[str]) -> bool:
    """Whether an entry has this reading, capitals apart."""
    return entry.pinyin.lower().split() == [syllable.lower() for syllable in syllables]


def _open() -> None:
    from meipi.language import pinyin, words

    words.look_up("词", 0)
    words.word_at("词", 0)
    pinyin.alternatives("词", 0)


def _fault(error: Exception) -> DictionaryError:
    reason = str(error) or type(error).__name__
    return DictionaryError(tr("The dictionary cannot be read: {reason}").format(reason=reason))
