"""The versions of an article: its text replaced, its marks placed again, and what was there before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from meipi.support.errors import sentence
from meipi.support.translation import phrase, tr, tr_noop
from meipi_db import Article, FormerPlace, Mark, Version, now

if TYPE_CHECKING:
    from meipi.exchange.draft import Structure
    from meipi.support.jobs import Jobs
    from meipi.workspace.reanchoring import Edition, Rewritten
    from meipi.workspace.standing import Standing
    from meipi.workspace.workspace import Workspace

Make = Callable[[Article], "Edition"]
"""Makes the text that an article is to have; it may run on a worker."""

_TRIES = 3
T = TypeVar("T")


class Answer(NamedTuple):
    """One of several things that can be done."""

    text: str
    do: Callable[[], object]


class Question(NamedTuple):
    """What only the reader can decide. Nothing has been changed, and nothing is if they do not answer."""

    text: str
    answers: tuple[Answer, ...]
    """The likely one first."""


class Versions(QObject):
    """Part of a workspace. A new text takes its place as one undoable step, the old one stays as a version.

    Where marks come to lie is found on a worker, with `jobs`; without them before the method returns. What
    was marked meanwhile is placed too.
    """

    asked = Signal(object)
    """A `Question`."""
    progressed = Signal(float)
    """How much of the placing is done, 0 to 1; 1 at its end. It may come from a worker."""

    def __init__(self, workspace: Workspace, jobs: Jobs | None = None) -> None:
        super().__init__(workspace)
        self._workspace, self._jobs = workspace, jobs

    # What was there

    def former(self, article_id: int | None = None) -> Sequence[Version]:
        """The former texts of an article, or of the open one, the newest first."""
        shown = self._workspace.article
        wanted = article_id if article_id is not None else shown.id if shown else None
        with self._workspace.problems_said():
            return self._workspace.library.versions(wanted) if wanted is not None else []
        return []

    def text_of(self, version: Version) -> tuple[str, Structure] | None:
        """A former text with its structure; None if it cannot be read, which is said."""
        from meipi.exchange.draft import structure_from_json

        with self._workspace.problems_said():
            text, blocks = self._workspace.library.version_text(version.id)
            return text, structure_from_json(blocks)
        return None

    def places_in(self, version: Version) -> Sequence[FormerPlace]:
        """Where marks stood in a former text."""
        with self._workspace.problems_said():
            return self._workspace.library.former_places(version.id)
        return []

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call `work` on a worker, if there are any, and `then` with what it returns."""
        if self._jobs is None:
            then(work())
        else:
            self._jobs.run(work, then)

    # Other texts

    def replace_text(self, article_id: int, edition: Edition, *, sure: bool = False) -> None:
        """Give an article another text. If it seems to be another article's, ask first, unless `sure`."""
        self.replace_texts([(article_id, lambda _article: edition)], sure=sure)

    def replace_texts(
        self, wanted: Sequence[tuple[int, Make]], *, sure: bool = False, at_once: bool = False
    ) -> None:
        """Give several articles other texts, as one step, without a worker if it is to be `at_once`.

        Those that seem to be other articles keep theirs, unless it is `sure`: of a single one it is asked,
        of several they are added as articles of their own. What raises a `ReadError` is told.
        """
        self._begin(list(wanted), sure, 0 if at_once else _TRIES)

    def go_back(self, version: Version) -> None:
        """Give the article a text that it had before: what was marked in it stands where it stood then."""
        from meipi.workspace.editions import former

        found = self.text_of(version)
        if found is None:
            return
        with self._workspace.problems_said():
            original = self._workspace.library.version_original(version.id)
            self.replace_text(version.article_id, former(version, *found, original), sure=True)

    def update(self) -> None:
        """Read the open article's file again, or the page of the web that it came from."""
        from meipi.workspace.editions import read_again

        article = self._workspace.article
        if article is None:
            return
        if article.path or article.url.startswith(("http://", "https://")):
            self.replace_texts([(article.id, read_again)])
        else:
            self._say(tr("This article did not come from a file or from the web"))

    def read_kept(self) -> None:
        """Read the open article again from the page that was fetched and kept."""
        from meipi.workspace.editions import kept_page

        article = self._workspace.article
        if article is None:
            return
        with self._workspace.problems_said():
            original = None if article.encoding else self._workspace.library.original(article.id)
            if original is None:
                self._say(tr("No page from the web is kept with this article"))
            else:
                self.replace_texts([(article.id, partial(kept_page, original=original))], sure=True)

    def convert(self, config: str) -> None:
        """Make the open article's text by an OpenCC configuration, as it is shown, its source."""
        from meipi.language.script import script_of
        from meipi.workspace.editions import converted

        if self._workspace.article is not None:
            forms = self._workspace.vocabulary.exceptions_here(script_of(config))
            make = partial(converted, config=config, forms=dict(forms))
            self.replace_texts([(self._workspace.article.id, make)], sure=True)

    def edit(self, article_id: int, text: str) -> None:
        """Give an article a text that was edited by hand."""
        from meipi.workspace.editions import edited

        self.replace_texts([(article_id, partial(edited, text=text))], sure=True)

    def redecode(self, article: Article, original: bytes, encoding: str) -> bool:
        """Read the article's bytes in another encoding; True if it is in that one now. LookupError for one
        that is not known."""
        from meipi.workspace.editions import redecoded

        edition = redecoded(article, original, encoding)
        if edition.draft.encoding != article.encoding:
            self.replace_texts([(article.id, lambda _article: edition)], sure=True, at_once=True)
        now = self._workspace.article
        return now is not None and (now.id, now.encoding) == (article.id, edition.draft.encoding)

    # How it is done

    def _begin(self, wanted: list[tuple[int, Make]], sure: bool, tries: int) -> None:
        from meipi.workspace.standing import Standing

        with self._workspace.problems_said():
            library = self._workspace.library
            todo = [(Standing.of(library, article_id), make) for article_id, make in wanted]
            work = partial(_rewrite, todo, self.progressed.emit)
            if self._jobs is None or not tries:
                try:
                    done = work()
                except Exception as error:
                    self._failed(error)
                else:
                    self._finish(done, sure, 0)
            else:
                self._jobs.run(work, partial(self._finish, sure=sure, tries=tries), self._failed)

    def _failed(self, error: Exception) -> None:
        from meipi.exchange.opening import ReadError

        self.progressed.emit(1.0)
        if not isinstance(error, ReadError):
            raise error
        self._say(" ".join((sentence(error), tr("The article is as it was."))), problem=True)

    def _finish(self, done: Sequence[Rewritten], sure: bool, tries: int) -> None:
        """Put what a worker has found in its place, if nothing has been marked meanwhile."""
        self.progressed.emit(1.0)
        with self._workspace.problems_said():
            pairs = [
                (each, standing)
                for each in done
                if (standing := self._standing(each.before.article.id)) is not None
            ]
            if all(each.before.same_places(standing) for each, standing in pairs):
                self._decide([(self._as_before(each), standing) for each, standing in pairs], sure)
            else:
                again: list[tuple[int, Make]] = [
                    (standing.article.id, partial(_known, each.edition)) for each, standing in pairs
                ]
                self._begin(again, sure, tries - 1)

    def _standing(self, article_id: int) -> Standing | None:
        """What stands in the article now; None if it was removed."""
        from meipi.workspace.standing import Standing

        try:
            standing = Standing.of(self._workspace.library, article_id)
        except KeyError:
            return None
        return standing if standing.article.deleted is None else None

    def _as_before(self, rewritten: Rewritten) -> Rewritten:
        from meipi.workspace.reanchoring import as_before

        article = rewritten.after.article
        for version in self._workspace.library.versions(article.id):
            if version.sha256 == article.sha256:
                return as_before(rewritten, self._workspace.library.former_places(version.id))
        return rewritten

    def _decide(self, done: list[tuple[Rewritten, Standing]], sure: bool) -> None:
        changed = [pair for pair in done if not pair[0].nothing]
        held = [pair for pair in changed if not sure and self._is_file_of_before(pair[0])]
        changed = [pair for pair in changed if pair not in held]
        others = [pair for pair in changed if not sure and pair[0].another]
        if held and not changed:
            self._say(tr("What it was read from has not changed since; the text was changed here."))
        elif not changed:
            self._say(tr("The text has not changed"))
        elif len(done) == 1 and others:
            self._ask(others[0][0])
        else:
            self._put([pair for pair in changed if pair not in others])
            if others:
                self._workspace.add_drafts([rewritten.edition.draft for rewritten, _ in others])

    def _is_file_of_before(self, rewritten: Rewritten) -> bool:
        """Whether the article's file or page is as it was when the reader changed the text here."""
        article = rewritten.after.article
        if rewritten.edition.reason not in ("file", "address"):
            return False
        return replaced_by_hand(self._workspace.library.versions(article.id), article.sha256)

    def _ask(self, rewritten: Rewritten) -> None:
        from meipi.workspace import telling

        article, edition = rewritten.before.article, rewritten.edition
        add = Answer(tr("Keep both"), partial(self._workspace.add_drafts, [edition.draft]))
        force = Answer(
            tr("Replace the text all the same"),
            partial(self.replace_text, article.id, edition, sure=True),
        )
        self.asked.emit(Question(telling.another_article(article.title, rewritten), (add, force)))

    def _put(self, done: Sequence[tuple[Rewritten, Standing]]) -> None:
        from meipi.workspace import telling
        from meipi.workspace.text_changes import Replacement, ReplaceText

        parts = tuple(
            Replacement(
                standing,
                rewritten.after.like(standing),
                rewritten.edition.draft.original,
                rewritten.edition.reason,
            )
            for rewritten, standing in done
        )
        if parts and self._workspace.do(ReplaceText(parts), None) is not None:
            self._say(telling.replaced(parts), undoable=True)

    def _say(self, text: str, *, undoable: bool = False, problem: bool = False) -> None:
        from meipi.workspace.workspace import Said

        self._workspace.said.emit(Said(text, undoable, problem))

    # Marks that were placed again

    def attach(self, mark_id: int, span: tuple[int, int]) -> Mark | None:
        """Place a mark by hand over a span (code points) of the open article's text; ValueError if it is
        empty or outside."""
        workspace, article = self._workspace, self._workspace.article
        mark = workspace.mark(mark_id)
        if article is None:
            return None
        after = replace(mark.over(article.text, span), placed="", modified=now())
        return self._change(after, phrase(tr_noop("Place mark")), tr("Mark placed"))

    def keep_free(self, mark_id: int) -> Mark | None:
        """Keep a mark that is not in the text as a note of the whole article. ValueError if it is in it."""
        mark = self._workspace.mark(mark_id)
        if mark.in_text:
            raise ValueError(f"mark {mark_id} has a place in the text")
        after = replace(mark, placed="free", modified=now())
        return self._change(
            after, phrase(tr_noop("Keep as a free note")), tr("Kept as a note of the article")
        )

    def confirm(self, mark_id: int) -> Mark | None:
        """The reader has looked at a mark that was placed again, and it stands where it should. ValueError if
        it has no place."""
        mark = self._workspace.mark(mark_id)
        if not mark.in_text:
            raise ValueError(f"mark {mark_id} has no place in the text")
        if mark.placed == "":
            return mark
        return self._change(replace(mark, placed=""), phrase(tr_noop("Confirm mark")), tr("Mark confirmed"))

    def confirm_all(self) -> int:
        """The same for all marks of the open article; returns how many there were."""
        from meipi.workspace.marks_together import PutMarks

        after = tuple(replace(mark, placed="") for mark in self._workspace.marks if mark.placed)
        if not after:
            return 0
        done = self._workspace.do(PutMarks(after, phrase(tr_noop("Confirm marks"))), tr("Marks confirmed"))
        return len(after) if done else 0

    def _change(self, after: Mark, text: str, saying: str) -> Mark | None:
        from meipi.workspace.marks import PutMark

        done = self._workspace.do(PutMark(after, text), saying)
        return self._workspace.mark(after.id) if done else None


def replaced_by_hand(versions: Sequence[Version], sha256: str) -> bool:
    """Whether the reader put another text in the place of this one: what a file still holds is no news."""
    reasons = [version.reason for version in versions if version.sha256 == sha256]
    return bool(reasons) and reasons[0] not in ("file", "address", "edition")


def _rewrite(todo: Sequence[tuple[Standing, Make]], progress: Callable[[float], object]) -> list[Rewritten]:
    from meipi.workspace.reanchoring import rewritten

    done = []
    for number, (standing, make) in enumerate(todo):
        share = partial(_share, progress, number, len(todo))
        done.append(rewritten(standing, make(standing.article), share))
    return done


def _share(progress: Callable[[float], object], number: int, count: int, share: float) -> None:
    progress((number + share) / count)


def _known(edition: Edition, article: Article) -> Edition:
    return edition
