"""The articles of the library: what the reader says of them, putting them away, and the bin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from meipi.support.translation import counted, counted_phrase, phrase, tr, tr_noop
from meipi_db import ArticleInfo, Bin, Mark, now

if TYPE_CHECKING:
    from meipi.workspace.workspace import Workspace

BIN_DAYS = 30
"""So long what was thrown away can be brought back."""


class Shelf:
    """Part of a workspace; `Workspace.changed` tells of "articles", and of "marks" that go with them.

    A method that changes something is one undoable step, for however many articles. Where the library does
    not let it, the workspace says why and nothing has changed.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    # What the reader says of articles

    def star(self, article_ids: Iterable[int], starred: bool) -> None:
        """Give the articles a star, or take it away."""
        self._put(
            article_ids,
            lambda article: replace(article, starred=starred),
            phrase(tr_noop("Star") if starred else tr_noop("Take the star away")),
            None,
        )

    def tag(self, article_ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give the articles some tags and take others away; the order of those that stay is kept."""

        def tagged(article: ArticleInfo) -> ArticleInfo:
            kept = [tag for tag in article.tags if tag not in remove]
            return replace(article, tags=tuple(dict.fromkeys((*kept, *add))))

        self._put(article_ids, tagged, phrase(tr_noop("Change tags")), tr("Tags changed"))

    def edit(self, article: ArticleInfo) -> None:
        """Keep title, source, author, address, date and tags as they are in this record."""

        def edited(before: ArticleInfo) -> ArticleInfo:
            return replace(
                before,
                title=article.title,
                source=article.source,
                author=article.author,
                url=article.url,
                published=article.published,
                tags=article.tags,
            )

        self._put([article.id], edited, phrase(tr_noop("Edit the details")), tr("Details changed"))

    # Away and back

    def remove(self, article_ids: Iterable[int]) -> None:
        """Put the articles with their marks into the bin."""
        ids, time = list(article_ids), now()
        self._put(
            ids,
            lambda article: replace(article, deleted=time),
            counted_phrase(len(ids), tr_noop("Remove article"), tr_noop("Remove {n} articles")),
            counted(len(ids), tr("Article removed"), tr("{n} articles removed")),
        )

    def bring_back(self, article_ids: Iterable[int]) -> None:
        """Take the articles with their marks out of the bin."""
        ids = list(article_ids)
        self._put(
            ids,
            lambda article: replace(article, deleted=None),
            counted_phrase(len(ids), tr_noop("Bring the article back"), tr_noop("Bring {n} articles back")),
            counted(len(ids), tr("The article is back"), tr("{n} articles are back")),
        )

    def bring_marks_back(self, marks: Sequence[Mark]) -> None:
        """Take marks of one article out of the bin."""
        from meipi.workspace.marks_together import PutMarks

        if marks:
            self._workspace.do(
                PutMarks(
                    tuple(replace(mark, deleted=None) for mark in marks),
                    counted_phrase(
                        len(marks), tr_noop("Bring the mark back"), tr_noop("Bring {n} marks back")
                    ),
                ),
                counted(len(marks), tr("The mark is back"), tr("{n} marks are back")),
            )

    def bin(self) -> Bin:
        """What was thrown away and can come back."""
        with self._workspace.problems_said():
            return self._workspace.library.bin()
        return Bin([], [])

    def _put(
        self,
        article_ids: Iterable[int],
        change: Callable[[ArticleInfo], ArticleInfo],
        text: str,
        saying: str | None,
    ) -> None:
        from meipi.workspace.shelf_changes import PutDetails

        workspace = self._workspace
        with workspace.problems_said():
            before = [workspace.library.details(article_id) for article_id in article_ids]
            changed = tuple(new for old in before if (new := change(old)) != old)
            if changed:
                workspace.do(PutDetails(changed, text), saying)
