"""The change of an article's text, with all that stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from meipi.support.translation import counted_phrase, phrase, tr_noop
from meipi.workspace.articles import AddArticles
from meipi.workspace.history import Change
from meipi.workspace.standing import Standing
from meipi_db import Library


@dataclass(frozen=True)
class Replacement:
    """One article before and after."""

    before: Standing
    after: Standing
    original: bytes | None
    """The bytes that the new text was read from, if it was."""
    reason: str


@dataclass(frozen=True)
class ReplaceText:
    """Other texts for some articles, mostly one; the old ones are kept as versions."""

    parts: tuple[Replacement, ...]

    kinds = frozenset({"articles", "marks", "bookmarks", "words", "reading_fixes"})
    mark_id = None

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            return counted_phrase(len(self.parts), "", tr_noop("Update {n} articles"))
        names = {
            "file": tr_noop("Update the article"),
            "address": tr_noop("Update the article"),
            "edition": tr_noop("Replace the text"),
            "edit": tr_noop("Edit the text"),
            "script": tr_noop("Convert the source"),
            "encoding": tr_noop("Change encoding"),
            "back": tr_noop("Go back to a former text"),
        }
        return phrase(names[self.parts[0].reason])

    @property
    def article_id(self) -> int:
        return self.parts[0].before.article.id

    def joins(self, previous: Change) -> bool:
        """Whether articles were added just before, out of what was read together with these."""
        return isinstance(previous, AddArticles) and all(
            part.reason in ("file", "address") and part.before.article.id in previous.beside
            for part in self.parts
        )

    def do(self, library: Library) -> Self:
        for part in self.parts:
            after = part.after
            library.replace_text(
                after.article,
                original=part.original,
                reason=part.reason,
                marks=after.marks,
                bookmarks=after.bookmarks,
            )
            _put_words(library, part.before, after)
        return self


def _put_words(library: Library, before: Standing, after: Standing) -> None:
    """Write those words and readings that have another place."""
    for old_word, word in zip(before.words, after.words, strict=True):
        if word != old_word:
            library.words.put(word)
    for old_fix, fix in zip(before.fixes, after.fixes, strict=True):
        if fix != old_fix:
            library.reading_fixes.put(fix)
