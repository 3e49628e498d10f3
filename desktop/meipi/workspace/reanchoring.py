"""An article's text replaced by another, and all that stands in it placed again. Values in, values out: it
may run on a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NamedTuple

from meipi.exchange.draft import ArticleDraft, structure_to_json
from meipi.language import anchor, script
from meipi.language.anchor import Anchor, Placement, Progress
from meipi.language.changes import Way
from meipi.language.folding import fold_characters
from meipi.language.span import Span
from meipi.workspace.standing import Placeable, Standing
from meipi_db import Article, Bookmark, FormerPlace, Mark, Placed, ReadingFix, SavedWord, sha256_of

Carry = Callable[[Sequence[Span]], Sequence[Span]]
"""From spans of the old text to spans of the new one."""

_ANOTHER = 0.2
"""A text in which less of the old one is left is another article's."""
_HEAD = 2_000
"""Code points at the beginning of a text in which its title, author and source stand."""
_WORSE: tuple[Placed, ...] = ("", "moved", "changed")


@dataclass(frozen=True)
class Edition:
    """The text that an article is to have."""

    draft: ArticleDraft
    reason: str
    """Why, as a version has it: "file", "address", "edition", "edit", "script", "encoding" or "back"."""
    exact: Carry | None = None
    """Where each span comes to lie, if that is known; else its words tell."""

    @property
    def is_read(self) -> bool:
        """Whether it was read from a file or the like, and not made of the article's own text."""
        return self.reason in ("file", "address", "edition", "encoding")


class Counts(NamedTuple):
    """What became of an article's marks that are not thrown away."""

    stay: int = 0
    """They quote the same, in the same surroundings;"""
    moved: int = 0
    """the same, elsewhere;"""
    changed: int = 0
    """other characters now;"""
    orphans: int = 0
    """they were in the text and are not any more;"""
    found: int = 0
    """they were not, and are again."""

    def plus(self, other: Counts) -> Counts:
        """Of two articles together."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))


@dataclass(frozen=True)
class Rewritten:
    """The article with its new text, and what stands in it."""

    before: Standing
    after: Standing
    edition: Edition
    kept: float
    """How much of the old text the new one has, 0 to 1."""

    @property
    def nothing(self) -> bool:
        """Whether the text is the one that it was, and was read in the same way."""
        before, after = self.before.article, self.after.article
        return (before.text, before.encoding, before.path) == (after.text, after.encoding, after.path)

    @property
    def another(self) -> bool:
        """Whether this seems to be no other version, but another article: nearly nothing of the text is left,
        or none of several marks."""
        counts = counts_of(self.before, self.after)
        there = counts.stay + counts.moved + counts.changed
        return self.kept < _ANOTHER or (counts.orphans > 2 and there == 0)


def counts_of(before: Standing, after: Standing) -> Counts:
    """What became of the marks."""
    then = {mark.id: mark for mark in before.marks}
    live = [(then[mark.id], mark) for mark in after.marks if mark.deleted is None]
    kinds = [_became(old, new) for old, new in live]
    return Counts(*(kinds.count(kind) for kind in Counts._fields))


def _became(old: Mark, new: Mark) -> str:
    if not old.in_text:
        return "found" if new.in_text else ""
    if not new.in_text:
        return "orphans"
    if new.placed == "changed" and new.exact != old.exact:
        return "changed"
    return "moved" if new.placed == "moved" != old.placed else "stay"


def rewritten(standing: Standing, edition: Edition, progress: Progress | None = None) -> Rewritten:
    """All of it placed in the other text, together, since the order of marks is evidence.

    A mark that cannot be placed keeps what it quoted and where that was. A bookmark then goes where its place
    was taken out, and a word or reading keeps its place unless it would then stand at another word.
    """
    old, text = standing.article.text, edition.draft.text
    way = None if edition.exact is not None else Way(old, text)
    placed = _Placed(standing, edition, way, progress)
    article = _with_text(standing.article, edition, placed.offset)
    after = Standing(
        article,
        tuple(map(placed.mark, standing.marks)),
        tuple(map(placed.bookmark, standing.bookmarks)),
        tuple(map(placed.word, standing.words)),
        tuple(map(placed.fix, standing.fixes)),
    )
    return Rewritten(standing, after, edition, 1.0 if way is None else way.kept)


def as_before(rewritten: Rewritten, places: Iterable[FormerPlace]) -> Rewritten:
    """The same, of a text that the article had before: what was marked in it stands where it stood then."""
    former = {place.mark_id: (place.start, place.end) for place in places}
    after = rewritten.after
    marks = (
        replace(mark.over(after.article.text, former[mark.id]), placed="") if mark.id in former else mark
        for mark in after.marks
    )
    return replace(rewritten, after=replace(after, marks=tuple(marks)))


class _Placed:
    """Where each record of an article stands in its new text."""

    def __init__(
        self, standing: Standing, edition: Edition, way: Way | None, progress: Progress | None
    ) -> None:
        self._edition, self._way = edition, way
        self._old, self._text = standing.article.text, edition.draft.text
        records: list[tuple[Placeable, Anchor]] = [
            *((mark, _anchor(mark)) for mark in standing.marks if self._is_sought(mark)),
            *((each, _bookmark_anchor(each)) for each in standing.bookmarks if each.exact),
            *((word, taken) for word in standing.words if (taken := self._taken(word.start, word.end))),
            *(
                (fix, taken)
                for fix in standing.fixes
                if fix.start is not None
                and fix.end is not None
                and (taken := self._taken(fix.start, fix.end))
                and taken.exact == fix.word
            ),
        ]
        found = self._found([each for _, each in records], progress)
        self._found_of = {
            (type(record), record.id): placement
            for (record, _), placement in zip(records, found, strict=True)
        }

    def _is_sought(self, mark: Mark) -> bool:
        # What was not found by its words is not found by a map of the text either.
        return mark.in_text or (mark.placed == "orphan" and self._edition.exact is None)

    def _taken(self, start: int, end: int) -> Anchor | None:
        return anchor.take(self._old, Span(start, end)) if 0 <= start < end <= len(self._old) else None

    def _found(self, anchors: Sequence[Anchor], progress: Progress | None) -> Sequence[Placement]:
        if self._edition.exact is None:
            return anchor.place(anchors, self._text, old=self._old, progress=progress)
        spans = self._edition.exact([Span(each.start, each.end) for each in anchors])
        return [Placement(self._whole(span), "exact") for span in spans]

    def _whole(self, span: Span) -> Span:
        """The span within the text, of at least one code point."""
        start = max(0, min(span.start, len(self._text) - 1))
        return Span(start, min(max(span.end, start + 1), len(self._text)))

    def offset(self, offset: int) -> int:
        """Where a place of the old text is now; its beginning stays the beginning."""
        if offset == 0:
            return 0
        if self._way is not None:
            return self._way.to_new(offset)
        assert self._edition.exact is not None
        (span,) = self._edition.exact([Span(offset, offset)])
        return min(span.start, len(self._text))

    def mark(self, mark: Mark) -> Mark:
        found = self._found_of.get((Mark, mark.id))
        if found is None:
            return mark
        if found.span is None:
            return replace(mark, placed="orphan")
        return replace(mark.over(self._text, found.span), placed=self._state(mark, found.span, found.how))

    def _state(self, mark: Mark, span: Span, how: str) -> Placed:
        now: Placed = "changed" if how == "changed" else "moved"
        if not mark.in_text:
            return now
        if how == "exact" or (now == "moved" and self._is_carried(mark, span)):
            now = ""
        # One that the reader has not looked at yet is not better for that.
        return max(now, mark.placed, key=_WORSE.index)

    def _is_carried(self, mark: Mark, span: Span) -> bool:
        """Whether a mark stands elsewhere only because text was added or removed before it."""
        return self._way is not None and self._way.carried(Span(*mark.span)) == span

    def bookmark(self, bookmark: Bookmark) -> Bookmark:
        found = self._found_of.get((Bookmark, bookmark.id))
        at = found.span.start if found is not None and found.span is not None else self.offset(bookmark.start)
        return bookmark.at(self._text, min(at, len(self._text)))

    def word(self, word: SavedWord) -> SavedWord:
        found = self._found_of.get((SavedWord, word.id))
        if found is None or found.span is None or not self._says(found.span, self._old[slice(*word.span)]):
            return word
        return word._replace(start=found.span.start, end=found.span.end)

    def fix(self, fix: ReadingFix) -> ReadingFix:
        found = self._found_of.get((ReadingFix, fix.id))
        if found is not None and found.span is not None and self._says(found.span, fix.word):
            span = found.span
            return fix._replace(word=self._text[slice(*span)], start=span.start, end=span.end)
        if self._text[fix.start : fix.end] == fix.word:
            return fix._replace(start=None, end=None)  # or it would be the reading of another word
        return fix

    def _says(self, span: Span, word: str) -> bool:
        """Whether the same word stands there, character by character, in any script."""
        there = self._text[slice(*span)]
        return len(there) == len(word) and fold_characters(there) == fold_characters(word)


def _anchor(mark: Mark) -> Anchor:
    return Anchor(mark.start, mark.end, mark.exact, mark.prefix, mark.suffix)


def _bookmark_anchor(bookmark: Bookmark) -> Anchor:
    start, exact = bookmark.start, bookmark.exact
    return Anchor(start, start + len(exact), exact, bookmark.prefix, bookmark.suffix)


def _with_text(article: Article, edition: Edition, offset: Callable[[int], int]) -> Article:
    """The article's record with another text. What is known of it follows where it had been read in the old
    text, and stays where it had not: the reader may have put it right."""
    draft = edition.draft
    if edition.is_read:
        article = _with_details(article, draft)
    elif draft.title:
        article = replace(article, title=draft.title)
    length = len(draft.text)
    return replace(
        article,
        text=draft.text,
        sha256=sha256_of(draft.text),
        url=draft.url or article.url,
        script=script.detect(draft.text).script,
        encoding=draft.encoding,
        path=draft.path,
        blocks=structure_to_json(draft.blocks, draft.inlines),
        position=min(offset(article.position), length),
        furthest=min(offset(article.furthest), length),
    )


def _with_details(article: Article, draft: ArticleDraft) -> Article:
    first = draft.text[:_HEAD].splitlines()
    from_text = article.text.strip().startswith(article.title) and article.title not in first
    from_file = article.title == PurePath(article.path).stem

    def detail(now: str, read: str) -> str:
        gone = now in article.text[:_HEAD] and now not in draft.text[:_HEAD]
        return read if gone or not now else now

    return replace(
        article,
        title=draft.title if draft.title and (from_text or from_file) else article.title,
        source=detail(article.source, draft.source),
        author=detail(article.author, draft.author),
        published=detail(article.published, draft.published),
    )
