"""What searching needs of language, which the store knows nothing of, and what a reader asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

Span = tuple[int, int]
Field = Literal["title", "text", "note", "tag"]


class Words(NamedTuple):
    """A text as the index has it: words with spaces between them, of which FTS5 takes each as it is.

    Two texts that are compared alike have the same words in the same order, and what stands together in one
    stands together in its words.
    """

    written: str
    """A word for each compared character."""
    sounding: str
    """A word for the readings of each hanzi, and one for whatever stands between."""


@dataclass(frozen=True, slots=True, eq=False)
class Needle:
    """Something that is looked for."""

    term: object
    """What `Language` knows it by."""
    written: str = ""
    """Its words as in `Words.written`; "" if it is nothing but sounds."""
    sounding: Sequence[Sequence[Sequence[str]]] = ()
    """The ways it may sound: for each syllable the words of `Words.sounding` that it may be. A last one that
    ends in an asterisk is the beginning of a word."""
    indexed: bool = True
    """Whether an index tells where it is; else all texts have to be looked through."""
    exact: bool = True
    """Whether it stands in all texts that have these words; else each has to be looked at."""


class Wish(NamedTuple):
    """What something has to have, or has not to have."""

    kind: Literal["tag", "source", "speaker", "colour"]
    needle: Needle
    """To be found in the names of tags, in the source, in the speaker's name."""
    colours: Collection[str] = ()
    """Those meant, of marks."""
    without: bool = False


class Asked(NamedTuple):
    """A whole query."""

    terms: Sequence[Needle]
    """All of which an article has to have somewhere."""
    without: Sequence[Needle]
    """None of which it may have."""
    wishes: Sequence[Wish]
    fields: Collection[Field]
    """Where the needles are looked for."""


class Language(Protocol):
    """What the store is given."""

    @property
    def form(self) -> str:
        """Names the form of `words`: an index of another form is made anew."""

    def ask(self, query: str) -> Asked:
        """What is meant by a line that was typed."""

    def places(self, text: str, needles: Sequence[Needle]) -> Sequence[Span]:
        """Where any of the needles stands in a text, in order, none over another."""

    def words(self, text: str) -> Words:
        """A text as it is put into the index."""

    def speeches(self, text: str) -> Mapping[Span, str]:
        """What is said in a text, and by whom; "" where nobody is named."""
