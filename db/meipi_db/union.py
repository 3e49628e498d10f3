"""Two copies of a library brought together: what a backup has comes into the library, and nothing leaves it.

A record is the same in both by its uid. What is there in either is there afterwards; of a mark that differs
the one changed later counts; a note that was changed in both is kept in both forms. Text and place in an
article are those of the library. Doing it twice changes nothing more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from meipi_db import opening, schema, tags
from meipi_db.connection import Connection, told
from meipi_db.errors import LibraryMissing, LibraryNewer
from meipi_db.records import new_uid, now, quoted

Row = dict[str, Any]

BETWEEN = "\n\n———\n\n"
"""Stands between the two forms of a note."""

_NOTES = ("note", "colour", "style", "tags")
# By table of the reader's words: what a record is about. Two about the same are one too many.
_ABOUT = {
    "word": ("article_id", "start", "end"),
    "reading_fix": ("article_id", "start", "end", "word"),
    "split": ("pieces",),
    "conversion_exception": ("article_id", "script", "source_form"),
}


class Difference(NamedTuple):
    """What a union does, or would do, to the library, in numbers of records that are there to see."""

    articles: int
    """that come, or come back;"""
    marks: int
    words: int
    """saved words, known ones and corrections that do;"""
    changed: int
    """marks that become as they are in the backup, where they were changed later;"""
    joined: int
    """marks whose two notes are both kept;"""
    only_here_articles: int
    """articles that the backup has not: with it in the library's place they would be lost. They stay."""
    only_here_marks: int
    changed_here: int
    """marks that were changed here later than there. They stay as they are here."""

    @property
    def nothing(self) -> bool:
        """Whether the library has all that the backup has."""
        return not any(self[:5])


class Step(NamedTuple):
    """What was written in one row: its columns before, and after. One that is new was put away before."""

    table: str
    key: str
    value: int | str
    before: Row
    after: Row


class Union(NamedTuple):
    """What was done, so that it can be taken back."""

    difference: Difference
    steps: tuple[Step, ...]


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """A backup, to be read. One of an older form is brought to today's in memory; the file stays."""
    if opening.is_new(path):
        raise LibraryMissing(path)
    with told(path), closing(opening.reading(path)) as sqlite:
        opening.check_whole(path, sqlite, newer_allowed=True)
        form = opening.version(sqlite)
        if form < schema.VERSION:
            connection = opening.open_empty()
            connection.path = path
            connection.read_only = False
            connection.take_from(sqlite)
            with connection.transaction():
                schema.migrate(connection.database)
            connection.read_only = True
    if form > schema.VERSION:
        raise LibraryNewer(path)
    if form == schema.VERSION:
        connection = opening.open_file(path, read_only=True)
    try:
        yield connection
    finally:
        connection.close()


def take_in(library: Connection, backup: Connection) -> Union:
    """Bring what the backup has into the library. Use it inside `transaction()`."""
    return _Taking(library, backup).all()


def take_back(library: Connection, union: Union) -> None:
    """Undo it: rows are as they were, and those that came are put away. Use it inside `transaction()`."""
    for step in reversed(union.steps):
        _put(library, step, step.before)


def take_again(library: Connection, union: Union) -> None:
    """Do again what was taken back. Use it inside `transaction()`."""
    for step in union.steps:
        _put(library, step, step.after)


def _put(library: Connection, step: Step, row: Row) -> None:
    library.update(step.table, step.value, {name: row[name] for name in row if name != "tags"}, name=step.key)
    if "tags" in row:
        tags.put(library, "mark", int(step.value), row["tags"])


class _Taking:
    def __init__(self, library: Connection, backup: Connection) -> None:
        self._library, self._backup = library, backup
        self._steps: list[Step] = []
        self._counts: Counter[str] = Counter()
        self._homes: dict[int, int] = {}
        """By id of an article in the backup, its id here."""
        self._other_text: set[int] = set()
        """Ids in the backup of those whose text is another here."""
        self._extra: dict[int, int] = {}
        """By id in the backup, the article here that was made to hold its marks."""

    def all(self) -> Union:
        self._articles()
        self._marks()
        for table, about in _ABOUT.items():
            self._words(table, about)
        self._known_words()
        counts = self._counts
        return Union(Difference(*(counts[name] for name in Difference._fields)), tuple(self._steps))

    # Articles

    def _articles(self) -> None:
        columns = "id, uid, sha256, deleted"
        here = {row["uid"]: row for row in _rows(self._library, f"SELECT {columns} FROM article")}
        there = {row["uid"]: row for row in _rows(self._backup, f"SELECT {columns} FROM article")}
        for uid, row in there.items():
            own = here.get(uid)
            if own is None:
                self._homes[row["id"]] = self._add_article(row["id"])
                self._counts["articles"] += row["deleted"] is None
                continue
            self._homes[row["id"]] = own["id"]
            if own["sha256"] != row["sha256"]:
                self._other_text.add(row["id"])
            if own["deleted"] is not None and row["deleted"] is None:
                self._write("article", own, {"deleted": None})
                self._counts["articles"] += 1
        self._counts["only_here_articles"] += sum(
            1 for uid, own in here.items() if own["deleted"] is None and not _there(there.get(uid))
        )

    def _add_article(self, article_id: int, **other: object) -> int:
        (row,) = _rows(self._backup, "SELECT * FROM article WHERE id = ?", article_id)
        new = self._insert("article", row | other)
        (reading,) = _rows(self._backup, "SELECT * FROM reading WHERE article_id = ?", article_id)
        self._add_child("reading", reading | {"article_id": new})
        for original in _rows(self._backup, "SELECT * FROM original WHERE article_id = ?", article_id):
            self._add_child("original", original | {"article_id": new})
        return new

    # Marks

    def _marks(self) -> None:
        here, there = _all_marks(self._library), _all_marks(self._backup)
        parted = self._parted(here, there)
        texts = _Texts(self._library)
        for uid, mark in there.items():
            own = here.get(uid)
            if own is None:
                self._add_mark(mark, texts)
            else:
                self._bring_together(own, mark, parted)
        self._counts["only_here_marks"] += sum(
            1 for uid, own in here.items() if own["deleted"] is None and not _there(there.get(uid))
        )

    def _parted(self, here: Mapping[str, Row], there: Mapping[str, Row]) -> str:
        """The time after which a change was made in one of the two alone."""
        if self._backup.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'backup'"):
            ((made,),) = self._backup.rows("SELECT max(made) FROM backup")
            return str(made or "")
        # A plain copy of the file: the last time at which both were the same.
        both = [
            own["modified"]
            for uid, own in here.items()
            if uid in there and there[uid]["modified"] == own["modified"]
        ]
        return max(both, default="")

    def _add_mark(self, mark: Row, texts: _Texts) -> None:
        there, names = mark["article_id"], mark["tags"]
        start, end = mark["start"], mark["end"]
        article_id = self._homes[there]
        row = {name: value for name, value in mark.items() if name not in ("id", "tags")}
        if there in self._other_text:
            place = texts.nearest(article_id, mark["exact"], start)
            if place is None:
                article_id = self._extra_article(there)
            else:
                end, start = place + end - start, place
                exact, prefix, suffix = quoted(texts.of(article_id), (start, end))
                row |= {"exact": exact, "prefix": prefix, "suffix": suffix}
        new = self._insert("mark", row | {"article_id": article_id, "start": start, "end": end})
        tags.put(self._library, "mark", new, names)
        self._take_draft(mark["id"], new)
        self._counts["marks"] += mark["deleted"] is None

    def _bring_together(self, own: Row, mark: Row, parted: str) -> None:
        if mark["deleted"] is not None:
            return  # what was thrown away there changes nothing here
        later = mark if mark["modified"] > own["modified"] else own
        both = own["modified"] > parted and mark["modified"] > parted
        wanted = {name: later[name] for name in _NOTES} | {"modified": later["modified"]}
        if both and not _same(own, mark):
            wanted["note"] = _joined(own["note"], mark["note"])
            wanted["tags"] = tuple(dict.fromkeys((*later["tags"], *own["tags"], *mark["tags"])))
        back = own["deleted"] is not None and mark["deleted"] is None
        wanted["deleted"] = own["deleted"] if not back else None
        if all(own[name] == value for name, value in wanted.items() if name != "modified"):
            self._counts["changed_here"] += _seen(own) and not _same(own, mark)
            return
        if wanted["note"] not in (own["note"], mark["note"]):
            self._counts["joined"] += 1
            wanted["modified"] = now()
        elif not back:
            self._counts["changed"] += _seen(own)
        self._counts["marks"] += back
        self._write("mark", own, wanted)
        if back:
            self._take_draft(mark["id"], own["id"])

    def _extra_article(self, there: int) -> int:
        """The article as the backup has it, beside the one whose text is another by now."""
        if there not in self._extra:
            (row,) = _rows(self._backup, "SELECT sha256 FROM article WHERE id = ?", there)
            same = _rows(
                self._library, "SELECT id FROM article WHERE sha256 = ? AND deleted IS NULL", row["sha256"]
            )
            self._extra[there] = (
                same[0]["id"] if same else self._add_article(there, uid=new_uid(), deleted=None)
            )
            self._counts["articles"] += not same
        return self._extra[there]

    def _take_draft(self, there: int, here: int) -> None:
        if not _rows(self._library, "SELECT 1 FROM draft WHERE mark_id = ?", here):
            for draft in _rows(self._backup, "SELECT * FROM draft WHERE mark_id = ?", there):
                self._add_child("draft", draft | {"mark_id": here})

    # The reader's words

    def _words(self, table: str, about: tuple[str, ...]) -> None:
        here = {row["uid"]: row for row in _rows(self._library, f"SELECT * FROM {table}")}
        taken = {tuple(row[name] for name in about) for row in here.values() if row["deleted"] is None}
        for row in _rows(self._backup, f"SELECT * FROM {table}"):
            own = here.get(row["uid"])
            if row.get("article_id") is not None:
                row["article_id"] = self._homes[row["article_id"]]
            key = tuple(row[name] for name in about)
            there = row["deleted"] is None
            if own is None:
                comes = there and key not in taken
                self._insert(table, row if comes or not there else row | {"deleted": now()})
            else:
                # A correction that was taken back here was wrong; a word that was removed may come back.
                comes = table == "word" and there and own["deleted"] is not None and key not in taken
                if comes:
                    self._write(table, own, {"deleted": None})
            self._counts["words"] += comes

    def _known_words(self) -> None:
        here = {row["simplified"]: row for row in _rows(self._library, "SELECT * FROM known_word")}
        for row in _rows(self._backup, "SELECT * FROM known_word"):
            own = here.get(row["simplified"])
            comes = row["deleted"] is None and not _there(own)
            self._counts["words"] += comes
            if own is None:
                self._library.insert("known_word", row)
                self._library.note("known_word", "simplified", row["simplified"])
                own = row | {"deleted": now()}
            elif comes:
                self._library.update("known_word", row["simplified"], row, name="simplified")
            else:
                continue
            self._steps.append(Step("known_word", "simplified", row["simplified"], own, row))

    # Writing

    def _insert(self, table: str, row: Row) -> int:
        row = {name: value for name, value in row.items() if name != "id"}
        new = self._library.insert(table, row)
        self._steps.append(Step(table, "id", new, {"deleted": now()}, {"deleted": row["deleted"]}))
        return new

    def _add_child(self, table: str, row: Row) -> None:
        """A row that comes and goes with its parent: when that is put away, this is out of sight."""
        self._library.insert(table, row)

    def _write(self, table: str, own: Row, wanted: Row) -> None:
        step = Step(table, "id", own["id"], {name: own[name] for name in wanted}, wanted)
        self._steps.append(step)
        _put(self._library, step, wanted)


class _Texts:
    """Texts of the library, read when they are asked for."""

    def __init__(self, library: Connection) -> None:
        self._library = library
        self._texts: dict[int, str] = {}

    def of(self, article_id: int) -> str:
        if article_id not in self._texts:
            (row,) = _rows(self._library, "SELECT text FROM article WHERE id = ?", article_id)
            self._texts[article_id] = row["text"]
        return self._texts[article_id]

    def nearest(self, article_id: int, exact: str, near: int) -> int | None:
        """Where the passage stands nearest to an offset; None if it is not there."""
        text = self.of(article_id)
        after, before = text.find(exact, near), text.rfind(exact, 0, near + len(exact) - 1)
        places = [place for place in (after, before) if place >= 0]
        return min(places, key=lambda place: abs(place - near), default=None)


def _rows(connection: Connection, sql: str, *parameters: object) -> list[Row]:
    return [dict(row) for row in connection.rows(sql, parameters)]


def _all_marks(connection: Connection) -> dict[str, Row]:
    found = {row["id"]: row | {"tags": ()} for row in _rows(connection, "SELECT * FROM mark")}
    tags = connection.rows(
        "SELECT mark_id, name FROM mark_tag JOIN tag ON tag.id = tag_id ORDER BY mark_id, place"
    )
    for mark_id, name in tags:
        found[mark_id]["tags"] += (name,)
    return {row["uid"]: row for row in found.values()}


def _there(row: Row | None) -> bool:
    return row is not None and row["deleted"] is None


def _seen(mark: Row) -> bool:
    return mark["deleted"] is None


def _same(own: Row, mark: Row) -> bool:
    return all(own[name] == mark[name] for name in _NOTES)


def _joined(note: str, other: str) -> str:
    """Both notes; one where it has the other in it."""
    if other in note:
        return note
    return other if note in other else note + BETWEEN + other
