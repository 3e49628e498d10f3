"""Links from notes to marks and articles: what they may lead to, and what they lead to now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from meipi_db import ArticleInfo, Mark

if TYPE_CHECKING:
    from meipi.language.matched_list import MatchedList
    from meipi.workspace.workspace import Workspace

MOST = 20
"""How many places a link may lead to are told at once."""

_LABEL, _SHOWN = 24, 100


class Place(NamedTuple):
    """What a link may lead to: what it would say, where that is, and the link in Markdown."""

    label: str
    where: str
    """The title of the article, for a mark of another; what its note says, for one of the open article."""
    link: str


class Found(NamedTuple):
    """What a link leads to; neither was thrown away."""

    article_id: int
    mark: Mark | None
    """None if the link is to the article."""


class Links:
    """Part of a workspace. What was looked up is kept until marks or articles change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._gone: dict[str, bool] = {}
        self._ids: dict[str, int] | None = None
        self._near: _Places | None = None
        self._far: _Places | None = None
        workspace.changed.connect(self._forget)
        workspace.article_opened.connect(lambda _article: self._forget(frozenset({"marks"})))

    def places(self, written: str) -> list[Place]:
        """What a link may lead to, by what is written of it, in any script or in pinyin.

        First the marks of the open article, by their quotes and notes, then those of others, then articles,
        by their titles. With nothing written, the marks of the open article.
        """
        if self._near is None:
            self._near = _Places(self._of_open_article())
        found = self._near.find(written)
        if written and len(found) < MOST:
            if self._far is None:
                self._far = _Places(self._of_others())
            found += self._far.find(written)
        return found[:MOST]

    def found(self, address: str) -> Found | None:
        """Where a link leads; None if that is not there any more, or if it is no address of ours."""
        from meipi.exchange.addresses import parsed

        to = parsed(address)
        if to is None:
            return None
        with self._workspace.problems_said():
            article_id = self._article_ids().get(to.article_uid)
            if article_id is None:
                return None
            if to.mark_id is None:
                return Found(article_id, None)
            mark = self._mark(article_id, to.mark_id, to.mark_uid)
            return Found(article_id, mark) if mark is not None else None
        return None

    def gone(self, note: str) -> frozenset[str]:
        """The addresses in a note that lead to nothing any more."""
        from meipi.exchange.addresses import addresses_in

        gone = []
        for address in addresses_in(note):
            if address not in self._gone:
                self._gone[address] = self.found(address) is None
            if self._gone[address]:
                gone.append(address)
        return frozenset(gone)

    def _mark(self, article_id: int, mark_id: int, uid: str) -> Mark | None:
        """By its number if it is the one that is meant, else by its uid: its number may be another now."""
        library = self._workspace.library
        try:
            mark = library.mark(mark_id)
        except KeyError:
            mark = None
        if mark is None or mark.article_id != article_id or not mark.uid.startswith(uid):
            same = (each for each in library.marks(article_id) if uid and each.uid.startswith(uid))
            mark = next(same, None)
        return mark if mark is not None and mark.deleted is None else None

    def _article_ids(self) -> dict[str, int]:
        """The ids of the articles by their uids. A library has thousands, and most links stay in theirs."""
        article = self._workspace.article
        if self._ids is None:
            self._ids = {info.uid: info.id for info in self._workspace.library.articles()}
        if article is not None:
            self._ids.setdefault(article.uid, article.id)
        return self._ids

    def _of_open_article(self) -> Iterator[_Known]:
        workspace = self._workspace
        if workspace.article is None:
            return
        for mark in (*workspace.marks, *workspace.orphans):
            yield _Known(mark.exact, mark.note, mark.note, workspace.article.uid, mark)

    def _of_others(self) -> Iterator[_Known]:
        workspace = self._workspace
        articles: dict[int, ArticleInfo] = {info.id: info for info in workspace.articles()}
        shown = workspace.article.id if workspace.article else None
        with workspace.problems_said():
            for mark in workspace.library.all_marks():
                info = articles.get(mark.article_id)
                if info is not None and info.id != shown:
                    yield _Known(mark.exact, mark.note, info.title, info.uid, mark)
        for info in articles.values():
            yield _Known(info.title, "", info.source, info.uid, None)

    def _forget(self, kinds: frozenset[str]) -> None:
        if kinds & {"marks", "articles"}:
            self._gone.clear()
            self._near = self._far = None
        if "articles" in kinds:
            self._ids = None


class _Known(NamedTuple):
    """What is known of a place; it is found by its text and by its note."""

    text: str
    note: str
    where: str
    article_uid: str
    mark: Mark | None

    def place(self) -> Place:
        from meipi.exchange.addresses import address, link

        mark = self.mark
        to = address(self.article_uid, mark.id, mark.uid) if mark is not None else address(self.article_uid)
        label = " ".join(self.text.split())
        short = label if len(label) <= _LABEL else label[:_LABEL] + "…"
        return Place(label[:_SHOWN], " ".join(self.where.split())[:_SHOWN], link(short, to))


class _Places:
    """Places that are looked through together."""

    def __init__(self, known: Iterator[_Known]) -> None:
        self._known = [*known]
        self._matched: MatchedList | None = None

    def find(self, written: str) -> list[Place]:
        """Those that begin so first; with nothing written, all in order."""
        if not written:
            return [known.place() for known in self._known[:MOST]]
        if self._matched is None:
            from meipi.language.matched_list import MatchedList

            self._matched = MatchedList([f"{known.text}\n{known.note}" for known in self._known])
        found = self._matched.find(written)
        best = sorted(found, key=lambda number: (found[number] > 0, number))
        return [self._known[number].place() for number in best[:MOST]]
