"""What the store holds of the reader's own words, as records; see `records` for offsets and times.

A record made anew has no id, uid and times until it is added. Nothing is ever taken out: what is not wanted
any more has the time of that in `deleted`, so that it can come back as it was, and so that two copies of a
library can agree.

Plain tuples, since there may be ten thousand of them, which are read whenever one has changed.
"""

from __future__ import annotations

from typing import NamedTuple


class SavedWord(NamedTuple):
    """A word that was saved where it was met, with the sentence it stood in."""

    article_id: int
    start: int
    end: int
    simplified: str
    traditional: str
    pinyin: str
    """Syllables with tone marks, a space between two; as it is read where it was met."""
    sense: str
    """The meaning that was chosen, in short; empty for none."""
    sentence: str
    """As the text has it."""
    note: str = ""
    id: int = 0
    uid: str = ""
    created: str = ""
    deleted: str | None = None

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


class ReadingFix(NamedTuple):
    """How a word is read: at one span of one article, or, without them, wherever it stands."""

    word: str
    """As the text has it."""
    pinyin: str
    """A syllable with tone marks for each hanzi, a space between two."""
    article_id: int | None = None
    start: int | None = None
    end: int | None = None
    id: int = 0
    uid: str = ""
    created: str = ""
    deleted: str | None = None


class Split(NamedTuple):
    """Where the words of a few hanzi end, wherever these stand together."""

    pieces: str
    """The words with a space between two, in Simplified form; without a space the hanzi are one word."""
    id: int = 0
    uid: str = ""
    created: str = ""
    deleted: str | None = None


class ConversionException(NamedTuple):
    """How a form of the source is shown in a script, against the converter: in one article, or in all."""

    script: str
    """The script it is shown in: "simplified" or "traditional"."""
    source_form: str
    shown_form: str
    article_id: int | None = None
    id: int = 0
    uid: str = ""
    created: str = ""
    deleted: str | None = None


class KnownWord(NamedTuple):
    """A word that the reader knows, by its Simplified form."""

    simplified: str
    since: str
    deleted: str | None = None


WordRecord = SavedWord | ReadingFix | Split | ConversionException
"""The records that have an id."""
