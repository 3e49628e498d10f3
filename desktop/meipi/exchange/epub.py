"""The article in an EPUB: its documents in the order of the spine, with headings as its contents have them.

Written from the specification (EPUB 3.3, and EPUB 2.0.1 for the NCX). Ruby is kept as inlines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from .draft import ArticleDraft
from .epub_package import Entry, package_of
from .html_rows import rows_and_places
from .rows import Row, assembled
from .watch import Watch
from .xhtml import page
from .zipped import Archive

_SPACES = 20
_SEARCHED = 4
"""Rows behind the place of an entry of the contents that are looked at for its heading."""


def read_epub(data: bytes, *, title: str = "", watch: Watch) -> ArticleDraft:
    """The article in a book; `title` is for one that has none. A book without text gives an empty draft.

    Raises ReadError: "protected", "encrypted", "broken", "unpacks", "slow", "cancelled".
    """
    path = watch.path
    archive = Archive(data, watch)
    package = package_of(archive, path)
    levels = _Levels()
    rows: list[Row] = []
    entries: dict[str, list[Entry]] = {}
    for entry in package.contents:
        entries.setdefault(entry.document, []).append(entry)
    for number, name in enumerate(package.documents):
        watch.at(number / len(package.documents))
        content = archive.read(name)
        listed = entries.get(name, [])
        root = page(content, path)
        found, places = rows_and_places(root, frozenset(entry.fragment for entry in listed if entry.fragment))
        rows += levels.applied(found, [(places.get(entry.fragment, 0), entry) for entry in listed])
    headline = package.title or title
    text, blocks, inlines = assembled(_titled(rows, headline))
    watch.at(1)
    return ArticleDraft(
        title=headline,
        text=text,
        blocks=blocks,
        inlines=inlines,
        source=package.publisher,
        author=package.author,
        url=package.url,
        published=package.published,
        path=path,
    )


class _Levels:
    """Gives headings the levels that the contents of the book have, from one document to the next."""

    def __init__(self) -> None:
        self._more = 0
        """By how much the headings of the book stand deeper than their elements say."""

    def applied(self, rows: list[Row], entries: Sequence[tuple[int, Entry]]) -> list[Row]:
        """The rows of a document with the headings of its entries, each with the number of its row.

        An entry whose heading is not found near its place gets one: the document has a picture of it, or
        nothing at all.
        """
        done: list[Row] = []
        if not entries:
            return self._deepened(rows)
        shared = Counter(place for place, _ in entries)
        ends = [*sorted(shared), len(rows)]
        cursor = 0
        for place, entry in sorted(entries, key=lambda placed: placed[0]):
            start, end = (
                max(cursor, place),
                ends[bisect_right(ends, place)] if place < len(rows) else len(rows),
            )
            done += self._deepened(rows[cursor:start])
            level = entry.depth + 1
            number = _heading_place(rows[start:end], entry.label, alone=shared[place] == 1)
            if number is None:
                self._more = level - 2
                done.append(Row("heading", level, entry.label))
                cursor = start
            else:
                done += self._deepened(rows[start : start + number])
                found = rows[start + number]
                self._more = level - found.level if found.kind == "heading" else level - 2
                done.append(found._replace(kind="heading", level=level, marker=""))
                cursor = start + number + 1
        return done + self._deepened(rows[cursor:])

    def _deepened(self, rows: list[Row]) -> list[Row]:
        if not self._more:
            return rows
        return [
            row._replace(level=max(row.level + self._more, 2)) if row.kind == "heading" else row
            for row in rows
        ]


def _heading_place(rows: Sequence[Row], label: str, *, alone: bool) -> int | None:
    """Which of the first rows is the heading that the contents call so; None if none is.

    It has the words of the label, or begins it, as where a number stands on a line of its own; if no other
    entry leads to the place, it may be the first row, if that is a heading in any words.
    """
    words = _bare(label)
    longest = len(label) + _SPACES
    searched = [(number, row) for number, row in enumerate(rows[:_SEARCHED]) if row.kind != "image"]
    short = [(number, row) for number, row in searched if len(row.text) <= longest]
    for number, row in short:
        if row.kind in ("heading", "paragraph") and _bare(row.text) == words:
            return number
    for number, row in short:
        text = _bare(row.text)
        following = _bare(rows[number + 1].text) if number + 1 < len(rows) else ""
        if row.kind in ("heading", "paragraph") and text and following and text + following == words:
            return number
    first = next(iter(searched), None)
    return first[0] if alone and first is not None and first[1].kind == "heading" else None


def _bare(text: str) -> str:
    return "".join(text.split())


def _titled(rows: list[Row], title: str) -> list[Row]:
    """The rows with the title where the book begins with it."""
    for number, row in enumerate(rows[:_SEARCHED]):
        if row.kind in ("heading", "paragraph") and _bare(row.text) == _bare(title):
            return [*rows[:number], row._replace(kind="title", level=1), *rows[number + 1 :]]
    return rows
