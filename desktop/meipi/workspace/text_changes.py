"""The change of an article's text, with all that stands in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi.support.translation import counted, tr
from meipi.workspace.history import Apart
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
class ReplaceText(Apart):
    """Other texts for some articles, mostly one; the old ones are kept as versions."""

    parts: tuple[Replacement, ...]
    made: tuple[int, ...] = ()
    """The versions, once they were made; done again, they are made anew."""

    kinds = frozenset({"articles", "marks", "bookmarks", "words", "reading_fixes"})
    mark_id = None

    @property
    def text(self) -> str:
        if len(self.parts) > 1:
            return counted(len(self.parts), "", tr("Update {n} articles"))
        names = {
            "file": tr("Update the article"),
            "address": tr("Update the article"),
            "edition": tr("Replace the text"),
            "edit": tr("Edit the text"),
            "script": tr("Convert the source"),
            "encoding": tr("Change encoding"),
            "back": tr("Go back to a former text"),
        }
        return names[self.parts[0].reason]

    @property
    def article_id(self) -> int:
        return self.parts[0].before.article.id

    def do(self, library: Library) -> Self:
        return replace(self, made=tuple(_replaced(library, part) for part in self.parts))

    def undo(self, library: Library) -> None:
        for part, version_id in zip(self.parts, self.made, strict=True):
            before = part.before
            library.take_back_version(version_id, before.article, before.marks, before.bookmarks)
            _put_words(library, part.after, before)


def _replaced(library: Library, part: Replacement) -> int:
    after = part.after
    version = library.replace_text(
        after.article,
        original=part.original,
        reason=part.reason,
        marks=after.marks,
        bookmarks=after.bookmarks,
    )
    _put_words(library, part.before, after)
    return version.id


def _put_words(library: Library, before: Standing, after: Standing) -> None:
    """Write those words and readings that have another place."""
    for old_word, word in zip(before.words, after.words, strict=True):
        if word != old_word:
            library.words.put(word)
    for old_fix, fix in zip(before.fixes, after.fixes, strict=True):
        if fix != old_fix:
            library.reading_fixes.put(fix)
