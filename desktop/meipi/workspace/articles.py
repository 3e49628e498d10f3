"""The changes to articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from meipi.support.translation import counted_phrase, tr_noop
from meipi.workspace.history import Apart
from meipi_db import Article, Library

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft

_ARTICLES = frozenset({"articles"})
_BOTH = frozenset({"articles", "marks"})


@dataclass(frozen=True)
class AddArticles(Apart):
    """New articles, one for each draft."""

    drafts: tuple[ArticleDraft, ...]
    made: tuple[int, ...] = ()
    """Their ids, once they were made."""
    beside: frozenset[int] = frozenset()
    """Articles that what was read together with the drafts gives other texts: that joins this step."""

    kinds = _ARTICLES
    mark_id = None

    @property
    def text(self) -> str:
        return counted_phrase(len(self.drafts), tr_noop("Add article"), tr_noop("Add {n} articles"))

    @property
    def article_id(self) -> int | None:
        return self.made[0] if self.made else None

    def do(self, library: Library) -> Self:
        return replace(self, made=tuple(_add(library, draft).id for draft in self.drafts))


def _add(library: Library, draft: ArticleDraft) -> Article:
    from meipi.exchange.draft import structure_to_json
    from meipi.exchange.kept_page import with_kept_page

    draft = with_kept_page(draft)
    return library.add_article(
        title=draft.title,
        text=draft.text,
        source=draft.source,
        author=draft.author,
        url=draft.url,
        published=draft.published,
        script=draft.script or _script(draft.text),
        encoding=draft.encoding,
        path=draft.path,
        blocks=structure_to_json(draft.blocks, draft.inlines),
        original=draft.original,
    )


def _script(text: str) -> str:
    from meipi.language.script import detect

    return detect(text).script
