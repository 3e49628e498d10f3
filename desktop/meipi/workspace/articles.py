"""The changes to articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from meipi.support.translation import counted, tr
from meipi.workspace.history import Apart
from meipi_db import Article, Library, Mark, now, sha256_of

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft

_ARTICLES = frozenset({"articles"})
_BOTH = frozenset({"articles", "marks"})


@dataclass(frozen=True)
class AddArticles(Apart):
    """New articles, one for each draft."""

    drafts: tuple[ArticleDraft, ...]
    made: tuple[int, ...] = ()
    """Their ids, once they were made: done again, the same ones come back."""

    kinds = _ARTICLES
    mark_id = None

    @property
    def text(self) -> str:
        return counted(len(self.drafts), tr("Add article"), tr("Add {n} articles"))

    @property
    def article_id(self) -> int | None:
        return self.made[0] if self.made else None

    def do(self, library: Library) -> Self:
        if self.made:
            for article_id in self.made:
                _set_deleted(library, article_id, None)
            return self
        return replace(self, made=tuple(_add(library, draft).id for draft in self.drafts))

    def undo(self, library: Library) -> None:
        for article_id in self.made:
            _set_deleted(library, article_id, now())


@dataclass(frozen=True)
class Redecode(Apart):
    """The article's original bytes read in another encoding, with its marks on the same bytes."""

    before: Article
    after: Article
    marks_before: tuple[Mark, ...]
    marks_after: tuple[Mark, ...]

    kinds = _BOTH
    mark_id = None

    @property
    def text(self) -> str:
        return tr("Change encoding")

    @property
    def article_id(self) -> int:
        return self.before.id

    def do(self, library: Library) -> Self:
        _put_all(library, self.after, self.marks_after)
        return self

    def undo(self, library: Library) -> None:
        _put_all(library, self.before, self.marks_before)


def redecoded(article: Article, marks: Sequence[Mark], original: bytes, encoding: str) -> Redecode:
    """The change that reads the article in `encoding` (LookupError if it is none that is read).

    No mark is lost: each goes on the code points of the new text whose bytes it covered, at least one.
    """
    from meipi.exchange.draft import structure_to_json
    from meipi.exchange.encodings import move_offsets, move_spans
    from meipi.exchange.opening import redecode

    draft = redecode(original, encoding, article.path)
    length = len(draft.text)
    position, furthest = move_offsets(
        original, article.encoding, draft.encoding, (article.position, article.furthest)
    )
    after = replace(
        article,
        title=draft.title,
        text=draft.text,
        sha256=sha256_of(draft.text),
        source=draft.source,
        author=draft.author,
        script=_script(draft.text),
        encoding=draft.encoding,
        blocks=structure_to_json(draft.blocks, draft.inlines),
        position=min(position, length),
        furthest=min(furthest, length),
    )
    spans = move_spans(original, article.encoding, draft.encoding, [mark.span for mark in marks])
    moved = tuple(_moved(mark, draft.text, span) for mark, span in zip(marks, spans, strict=True))
    return Redecode(article, after, tuple(marks), moved)


def _moved(mark: Mark, text: str, span: tuple[int, int]) -> Mark:
    start = min(span[0], len(text) - 1)
    end = min(max(span[1], start + 1), len(text))
    return mark.over(text, (start, end))


def _add(library: Library, draft: ArticleDraft) -> Article:
    from meipi.exchange.draft import structure_to_json

    return library.add_article(
        title=draft.title,
        text=draft.text,
        source=draft.source,
        author=draft.author,
        url=draft.url,
        published=draft.published,
        script=_script(draft.text),
        encoding=draft.encoding,
        path=draft.path,
        blocks=structure_to_json(draft.blocks, draft.inlines),
        original=draft.original,
    )


def _script(text: str) -> str:
    from meipi.language.script import detect

    return detect(text).script


def _set_deleted(library: Library, article_id: int, time: str | None) -> None:
    library.put_details(replace(library.details(article_id), deleted=time))


def _put_all(library: Library, article: Article, marks: Sequence[Mark]) -> None:
    library.put_article(article)
    for mark in marks:
        library.put_mark(mark)
