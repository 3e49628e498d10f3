"""What stands in an article at places of its text: marks, bookmarks, and the reader's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from meipi_db import Article, Bookmark, Library, Mark, ReadingFix, SavedWord

Placeable = Mark | Bookmark | SavedWord | ReadingFix


@dataclass(frozen=True)
class Standing:
    """An article with all that has a place in it, as values: a worker may have them."""

    article: Article
    marks: tuple[Mark, ...]
    """Thrown away ones too, so that the bin stays right, and those that are not in the text."""
    bookmarks: tuple[Bookmark, ...]
    """Thrown away ones too."""
    words: tuple[SavedWord, ...]
    fixes: tuple[ReadingFix, ...]
    """Readings put right at single places of this article."""

    @classmethod
    def of(cls, library: Library, article_id: int) -> Self:
        """KeyError if there is no such article."""
        return cls(
            library.article(article_id),
            tuple(mark for deleted in (False, True) for mark in library.marks(article_id, deleted)),
            tuple(each for deleted in (False, True) for each in library.bookmarks(article_id, deleted)),
            tuple(word for word in library.words.all() if word.article_id == article_id),
            tuple(fix for fix in library.reading_fixes.all() if fix.article_id == article_id),
        )

    def same_places(self, other: Standing) -> bool:
        """Whether the other has the same text, with the same things at the same places; what a mark is like
        is of no account."""
        return self.article.text == other.article.text and self._places() == other._places()

    def _places(self) -> tuple[object, ...]:
        marks = [(mark.id, mark.span, mark.placed, mark.exact, mark.prefix) for mark in self.marks]
        bookmarks = [(bookmark.id, bookmark.start) for bookmark in self.bookmarks]
        return sorted(marks), sorted(bookmarks), self.words, self.fixes

    def like(self, now: Standing) -> Standing:
        """The same places, of things as they are in `now`: colours, notes, tags and the like."""
        current = {mark.id: mark for mark in now.marks}
        bookmarks = {bookmark.id: bookmark for bookmark in now.bookmarks}
        return replace(
            self,
            marks=tuple(_at(current[mark.id], mark) for mark in self.marks),
            bookmarks=tuple(
                replace(each, created=bookmarks[each.id].created, deleted=bookmarks[each.id].deleted)
                for each in self.bookmarks
            ),
        )


def _at(mark: Mark, place: Mark) -> Mark:
    return replace(
        mark,
        start=place.start,
        end=place.end,
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        placed=place.placed,
    )
