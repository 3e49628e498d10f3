"""What is open and chosen, and the one door through which the window changes the library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from meipi.support.errors import sentence
from meipi.support.translation import counted, tr
from meipi.workspace.bookmarking import Bookmarking
from meipi.workspace.history import Change, History, Lost, Recorded, Stale
from meipi.workspace.links import Links
from meipi.workspace.marking import Marking
from meipi.workspace.shelf import Shelf
from meipi.workspace.tags import Tags
from meipi.workspace.versions import Versions
from meipi.workspace.vocabulary import Vocabulary
from meipi_db import Article, ArticleInfo, Bookmark, Library, LibraryError, Mark, now, sha256_of

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft, Block, Inline, Structure
    from meipi.support.jobs import Jobs


class Said(NamedTuple):
    """A sentence for the reader: about something done, perhaps with undo beside it, or about a problem."""

    text: str
    undoable: bool = False
    problem: bool = False


class Workspace(QObject):
    """The open article, its marks, the chosen mark, and every change to them.

    A method that changes something writes to the library before it returns. If the library does not let it,
    `said` tells why, nothing has changed, and the method returns None (a list: an empty one).
    """

    article_opened = Signal(object)
    """The `Article` that is now shown, or None: another one, or the same with another text."""
    changed = Signal(object)
    """After a change: a frozenset of "articles", "marks", "drafts", "bookmarks" and those of `Vocabulary`.
    The counts of an article follow its marks."""
    mark_chosen = Signal(object)
    """The id of the mark now chosen, or None."""
    history_changed = Signal()
    """`undo_text` or `redo_text` may be another."""
    said = Signal(object)
    """A `Said`."""

    def __init__(self, library: Library, parent: QObject | None = None, *, jobs: Jobs | None = None) -> None:
        """With `jobs`, what takes long is done on a worker: see `Versions`."""
        super().__init__(parent)
        self.library = library
        self.article: Article | None = None
        self.marks: tuple[Mark, ...] = ()
        """Those in the text of the open article, in its order (start, end, id)."""
        self.orphans: tuple[Mark, ...] = ()
        """Those of the open article that are not in its text: to be placed by hand, or kept as free notes."""
        self.bookmarks: tuple[Bookmark, ...] = ()
        """Of the open article, in the order of the text."""
        self.mark_id: int | None = None
        self.marking = Marking(self)
        self.bookmarking = Bookmarking(self)
        self.shelf = Shelf(self)
        self.tags = Tags(self)
        self.links = Links(self)
        self.vocabulary = Vocabulary(self)
        self.versions = Versions(self, jobs)
        self._history = History(library)
        self._structure: Structure | None = None

    # What is there

    def articles(self) -> list[ArticleInfo]:
        """All articles, the most recently opened or added first."""
        with self.problems_said():
            return self.library.articles()
        return []

    def details(self, article_id: int | None) -> ArticleInfo | None:
        """What is known of an article; None for none, and for one that is not there or was put away."""
        with self.problems_said():
            try:
                info = None if article_id is None else self.library.details(article_id)
            except KeyError:
                return None
            return None if info is None or info.deleted else info
        return None

    def mark(self, mark_id: int) -> Mark:
        """That mark of the open article, in its text or not. KeyError if it has no such mark."""
        for mark in (*self.marks, *self.orphans):
            if mark.id == mark_id:
                return mark
        raise KeyError(mark_id)

    def has_article(self, article_id: int) -> bool:
        """Whether the library has that article, and it was not put away."""
        return self.details(article_id) is not None

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the open article, in order; none if no article is open."""
        return self._known_structure().blocks

    def inlines(self) -> tuple[Inline, ...]:
        """The links, emphasis and code of the open article, in order; none if no article is open."""
        return self._known_structure().inlines

    @property
    def undo_text(self) -> str | None:
        """What `undo` would undo; None if nothing."""
        return self._history.undo_text

    @property
    def redo_text(self) -> str | None:
        """What `redo` would do again; None if nothing."""
        return self._history.redo_text

    # What is open and chosen

    def open_article(self, article_id: int | None) -> Article | None:
        """Show the article, or none. What is open stays if it is that one, or if that one is not there."""
        shown = self.article.id if self.article else None
        with self.problems_said():
            article = self._live(article_id)
            if article_id is not None and article is None:
                return None
            if article_id != shown:
                self._show(article)
        with self.problems_said():
            if self.article is not None and self.article.id == article_id and not self.library.read_only:
                self._remember(replace(self.article, opened=now()))
        return self.article

    def open_last(self, uid: str) -> None:
        """Show the article with that uid, else the one most recently opened or added, if there is one."""
        with self.problems_said():
            article_id = self.library.last_article(uid)
            if article_id is not None:
                self.open_article(article_id)

    def choose_mark(self, mark_id: int | None) -> None:
        """Choose a mark of the open article, or none."""
        if mark_id is not None:
            self.mark(mark_id)
        if mark_id != self.mark_id:
            self.mark_id = mark_id
            self.mark_chosen.emit(mark_id)

    def remember_position(self, offset: int, seen: int | None = None) -> None:
        """Keep where the reader is: `offset` is the first code point in view, `seen` the end of what is
        (`offset` itself if it is not told). Not a step to undo."""
        if self.article is None or self.library.read_only:
            return
        furthest = max(self.article.furthest, offset if seen is None else seen)
        if (offset, furthest) != (self.article.position, self.article.furthest):
            with self.problems_said():
                self._remember(replace(self.article, position=offset, furthest=furthest))

    # Changes to articles

    def add_drafts(
        self, drafts: Sequence[ArticleDraft], *, show: bool = True, beside: Collection[int] = ()
    ) -> list[Article]:
        """Add what was read, as one step, and show the first of it: with `show` False only if no article is
        open. The articles in the order of the drafts.

        A draft whose text is in the library already is not added again: its article stands in the list. If
        the articles with the ids in `beside` next get the texts of their files, that joins the step.
        """
        with self.problems_said():
            return self._add_drafts(drafts, show, frozenset(beside))
        return []

    def redecode(self, encoding: str) -> Article | None:
        """Read the open article's original bytes in another encoding; its marks stay on the same bytes.

        None if no article is open, or if it was not read from bytes. LookupError for an unknown encoding.
        """
        if self.article is None:
            return None
        with self.problems_said():
            original = self.library.original(self.article.id) if self.article.encoding else None
            if original is None:
                self.said.emit(Said(tr("This article was not read from a text file"), problem=True))
                return None
            if self.versions.redecode(self.article, original, encoding):
                return self.article
        return None

    def undo(self) -> None:
        """Undo the last change, show the article in which it was made, and choose its mark."""
        stale = tr(
            "This was changed elsewhere meanwhile; undo would have overwritten it, so nothing was changed"
        )
        self._step(self._history.undo, tr("Undone: {change}"), stale)

    def redo(self) -> None:
        """Do the last undone change again, likewise."""
        stale = tr(
            "This was changed elsewhere meanwhile; redo would have overwritten it, so nothing was changed"
        )
        self._step(self._history.redo, tr("Redone: {change}"), stale)

    # How it is done

    @contextmanager
    def problems_said(self) -> Iterator[None]:
        """The one place that catches what is wrong with the library."""
        try:
            yield
        except LibraryError as error:
            self.said.emit(Said(sentence(error), problem=True))

    def do(self, change: Change, saying: str | None) -> Change | None:
        """Make a change, and say so unless `saying` is None; None if the library does not let it, or if
        another program has just changed the text that it was meant for."""
        with self.problems_said():
            if self._text_changed_outside():
                told = tr(
                    "Another program has changed this text meanwhile. Nothing was changed; do it once more."
                )
                self.said.emit(Said(told, problem=True))
                return None
            done = self._history.do(change)
            self.refresh(done.kinds)
            if saying is not None:
                self.said.emit(Said(saying, undoable=True))
            return done
        return None

    def _text_changed_outside(self) -> bool:
        """Whether the open article has another text in the library than here; what is there is shown then."""
        shown = self.article
        if shown is None or not self.library.changed_outside():
            return False
        from meipi.workspace.restoring import EVERYTHING

        self.refresh(EVERYTHING)
        return self.article is None or self.article.text != shown.text

    def _step(self, step: Callable[[], Recorded | None], saying: str, stale: str) -> None:
        with self.problems_said():
            try:
                change = step()
            except Stale as error:
                from meipi.workspace.restoring import EVERYTHING

                self.refresh(EVERYTHING)  # what was changed elsewhere may not be shown yet
                if isinstance(error, Lost):
                    stale = tr("What was done cannot be read any more in the library; nothing was changed")
                self.said.emit(Said(stale, problem=True))
                return
            if change is None:
                return
            shown = self.article.id if self.article else None
            if change.article_id not in (None, shown):
                self._show(self._live(change.article_id) or self.article)
            self.refresh(change.kinds)
            if self._has_mark(change.mark_id):
                self.choose_mark(change.mark_id)
            self.said.emit(Said(saying.format(change=change.text)))

    def _add_drafts(
        self, drafts: Sequence[ArticleDraft], show: bool, beside: frozenset[int]
    ) -> list[Article]:
        new: dict[str, ArticleDraft] = {}
        known: dict[str, int] = {}
        order = [sha256_of(draft.text) for draft in drafts]
        for sha256, draft in zip(order, drafts, strict=True):
            found = self.library.find_article(sha256)
            if found is not None:
                known[sha256] = found.id
            else:
                new.setdefault(sha256, draft)
        if new:
            from meipi.workspace.articles import AddArticles
            from meipi.workspace.safety import before_import

            before_import(self.library.path, len(new))
            done = self._history.do(AddArticles(tuple(new.values()), beside=beside))
            assert isinstance(done, AddArticles)
            known.update(zip(new, done.made, strict=True))
        articles = [self.library.article(known[sha256]) for sha256 in dict.fromkeys(order)]
        if articles and (show or self.article is None):
            self.open_article(articles[0].id)
        if new:
            self.refresh(frozenset({"articles"}))
            added = counted(len(new), tr("Article added"), tr("{n} articles added"))
            self.said.emit(Said(added, undoable=True))
        elif articles:
            self.said.emit(Said(tr("Already in the library: {title}").format(title=articles[0].title)))
        return articles

    def refresh(self, kinds: frozenset[str]) -> None:
        """Read again what is open, after a change to these kinds of record, and tell everybody."""
        self.vocabulary.forget(kinds)
        shown = self.article
        article = self._live(shown.id) if shown and "articles" in kinds else shown
        if shown != article and (shown is None or article is None or shown.text != article.text):
            self._show(article)
        else:
            self.article = article
            self._read_marks()
            if "bookmarks" in kinds:
                self._read_bookmarks()
        self.changed.emit(kinds)
        self.history_changed.emit()

    def _known_structure(self) -> Structure:
        if self._structure is None:
            self._structure = _structure_of(self.article)
        return self._structure

    def _live(self, article_id: int | None) -> Article | None:
        if article_id is None:
            return None
        try:
            article = self.library.article(article_id)
        except KeyError:
            return None
        return None if article.deleted else article

    def _show(self, article: Article | None) -> None:
        shown = self.article.id if self.article else None
        if self.mark_id is not None and (article is None or article.id != shown):
            # While the mark is there, what is being written of it is kept: of the mark as it is now, for the
            # text that it stands in can be another already.
            self._read_marks()
            self.choose_mark(None)
        self._take_marks(self.library.marks(article.id) if article else [])
        self.article, self._structure = article, None
        self._read_bookmarks()
        self.choose_mark(None)
        self.article_opened.emit(article)

    def _read_marks(self) -> None:
        self._take_marks(self.library.marks(self.article.id) if self.article else [])
        if self.mark_id is not None and not self._has_mark(self.mark_id):
            self.choose_mark(None)

    def _take_marks(self, marks: Sequence[Mark]) -> None:
        self.marks = tuple(mark for mark in marks if mark.in_text)
        self.orphans = tuple(mark for mark in marks if not mark.in_text)

    def _has_mark(self, mark_id: int | None) -> bool:
        return any(mark.id == mark_id for mark in (*self.marks, *self.orphans))

    def _read_bookmarks(self) -> None:
        self.bookmarks = tuple(self.library.bookmarks(self.article.id)) if self.article else ()

    def _remember(self, article: Article) -> None:
        self.library.remember_position(article.id, article.position, article.furthest, article.opened)
        self.article = article


def _structure_of(article: Article | None) -> Structure:
    from meipi.exchange.draft import Structure, structure_from_json

    if article is None:
        return Structure()
    if article.blocks:
        return structure_from_json(article.blocks)
    # Their patterns take 9 ms to compile, and most articles in a library do not need them again.
    from meipi.exchange.inlines import links_of
    from meipi.exchange.structure import blocks_of

    return Structure(blocks_of(article.text), links_of(article.text))
