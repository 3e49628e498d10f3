"""The marks and bookmarks of a backup brought into a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from meipi_db import tags
from meipi_db.connection import Connection
from meipi_db.images import Row
from meipi_db.records import NOT_IN_TEXT, now, quoted
from meipi_db.union_articles import Articles
from meipi_db.union_sides import Sides, is_there, rows

BETWEEN = "\n\n———\n\n"
"""Stands between the two forms of a note."""

_NOTES = ("note", "colour", "style", "tags")
_PLACE = ("start", "end", "exact", "prefix", "suffix")

_SURE = 4
"""So many code points beside a passage have to be the same for it to be the same passage,"""
_LONG = 6
"""or it stands in the text once, and these and its own are so many together."""

_BEGINNING = 2
"""So many code points at a bookmark have to stand there."""


class Marks:
    def __init__(self, sides: Sides, articles: Articles) -> None:
        self._sides, self._articles = sides, articles
        self._texts: dict[int, str] = {}

    def take(self) -> None:
        sides = self._sides
        here, there = _all_marks(sides.library), _all_marks(sides.backup)
        parted = self._parted(here, there)
        for uid, mark in there.items():
            own = here.get(uid)
            if own is None:
                self._add(mark)
            else:
                self._bring_together(own, mark, parted)
        sides.counts["only_here_marks"] += sum(
            1 for uid, own in here.items() if own["deleted"] is None and not is_there(there.get(uid))
        )
        self._bookmarks()

    def _parted(self, here: Mapping[str, Row], there: Mapping[str, Row]) -> str:
        """The time after which a change was made in one of the two alone."""
        backup = self._sides.backup
        if backup.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'backup'"):
            ((made,),) = backup.rows("SELECT max(made) FROM backup")
            return str(made or "")
        # A plain copy of the file: the last time at which both were the same.
        both = [
            own["modified"]
            for uid, own in here.items()
            if uid in there and there[uid]["modified"] == own["modified"]
        ]
        return max(both, default="")

    # One that is not here

    def _add(self, mark: Row) -> None:
        sides = self._sides
        article_id, version_id = sides.homes[mark["article_id"]], None
        placed: Row | None = {}
        if mark["article_id"] in sides.other_text and mark["placed"] not in NOT_IN_TEXT:
            version_id = self._version(mark["article_id"])
            placed = self._twin(version_id, mark) or self._found(article_id, mark)
            if placed is None and version_id is None and mark["deleted"] is None:
                article_id, placed = self._articles.extra(mark["article_id"]), {}
        row = {name: value for name, value in mark.items() if name not in ("id", "tags")}
        row |= {"placed": "orphan"} if placed is None else placed
        new = sides.insert("mark", row | {"article_id": article_id})
        tags.put(sides.library, "mark", new, mark["tags"])
        if version_id is not None:
            former = {"mark_id": new, "version_id": version_id} | {name: mark[name] for name in _PLACE}
            sides.add_child("former_place", former)
        self._take_draft(mark["id"], new)
        sides.counts["marks"] += mark["deleted"] is None

    def _version(self, there: int) -> int | None:
        """The old text here that is the one that the article has in the backup."""
        asked = "SELECT id FROM version WHERE article_id = ? AND sha256 = ? ORDER BY id DESC LIMIT 1"
        found = self._sides.here(asked, self._sides.homes[there], self._sides.other_text[there])
        return int(found[0]["id"]) if found else None

    def _twin(self, version_id: int | None, mark: Row) -> Row | None:
        """The place of a mark that stood where this one stands in the backup; it went with the text."""
        columns = ", ".join(f'mark."{name}"' for name in (*_PLACE, "placed"))
        found = self._sides.here(
            f"SELECT {columns} FROM former_place JOIN mark ON mark.id = mark_id WHERE deleted IS NULL"
            ' AND version_id = ? AND former_place.start = ? AND former_place."end" = ? LIMIT 1',
            version_id,
            mark["start"],
            mark["end"],
        )
        return found[0] if found else None

    def _found(self, article_id: int, mark: Row) -> Row | None:
        """Its place in the text that the article has here, if there is no doubt."""
        text = self._text(article_id)
        place = _place(text, mark)
        if place is None:
            return None
        span = place, place + len(mark["exact"])
        return dict(zip(_PLACE, (*span, *quoted(text, span)), strict=True)) | {"placed": "moved"}

    def _text(self, article_id: int) -> str:
        if article_id not in self._texts:
            (row,) = self._sides.here("SELECT text FROM article WHERE id = ?", article_id)
            self._texts[article_id] = row["text"]
        return self._texts[article_id]

    def _take_draft(self, there: int, here: int) -> None:
        if not self._sides.here("SELECT 1 FROM draft WHERE mark_id = ?", here):
            for draft in self._sides.there("SELECT * FROM draft WHERE mark_id = ?", there):
                self._sides.add_child("draft", draft | {"mark_id": here})

    # One that is in both

    def _bring_together(self, own: Row, mark: Row, parted: str) -> None:
        if mark["deleted"] is not None:
            return  # what was thrown away there changes nothing here
        later = mark if mark["modified"] > own["modified"] else own
        both = own["modified"] > parted and mark["modified"] > parted
        wanted = {name: later[name] for name in _NOTES} | {"modified": later["modified"]}
        if both and not _same(own, mark):
            wanted["note"] = _joined(own["note"], mark["note"])
            wanted["tags"] = tuple(dict.fromkeys((*later["tags"], *own["tags"], *mark["tags"])))
        if self._has_place(own, mark):
            wanted |= {name: mark[name] for name in (*_PLACE, "placed")}
        back = own["deleted"] is not None
        wanted["deleted"] = None
        if all(own[name] == value for name, value in wanted.items() if name != "modified"):
            self._sides.counts["changed_here"] += is_there(own) and not _same(own, mark)
            return
        if wanted["note"] not in (own["note"], mark["note"]):
            self._sides.counts["joined"] += 1
            wanted["modified"] = now()
        elif not back:
            self._sides.counts["changed"] += 1
        self._sides.counts["marks"] += back
        self._sides.write("mark", own, wanted)
        if back:
            self._take_draft(mark["id"], own["id"])

    def _has_place(self, own: Row, mark: Row) -> bool:
        """Whether the mark was put by hand in the backup into the text in which it is not found here."""
        there = mark["article_id"] not in self._sides.other_text and mark["placed"] not in NOT_IN_TEXT
        return bool(there and own["placed"] == "orphan")

    # Bookmarks

    def _bookmarks(self) -> None:
        sides = self._sides
        here = {row["uid"]: row for row in sides.here("SELECT id, uid, deleted FROM bookmark")}
        for row in sides.there("SELECT * FROM bookmark"):
            own, alive = here.get(row["uid"]), row["deleted"] is None
            if own is None:
                sides.insert("bookmark", row | self._bookmark_place(row))
                sides.counts["bookmarks"] += alive
            elif alive and own["deleted"] is not None:
                sides.write("bookmark", own, {"deleted": None})
                sides.counts["bookmarks"] += 1

    def _bookmark_place(self, row: Row) -> Row:
        article_id = self._sides.homes[row["article_id"]]
        start = row["start"]
        if row["article_id"] in self._sides.other_text:
            text = self._text(article_id)
            # What stands at the place need not be the same as far as it was kept.
            beginning, rest = row["exact"][:_BEGINNING], row["exact"][_BEGINNING:]
            found = _place(text, row | {"exact": beginning, "suffix": rest + row["suffix"]})
            start = min(start, len(text)) if found is None else found
        return {"article_id": article_id, "start": start}


def _place(text: str, mark: Row) -> int | None:
    """Where a passage stands with what stood beside it; None if there is any doubt."""
    found = sorted(
        ((_beside(text, place, mark), place) for place in _places(text, mark["exact"])), reverse=True
    )
    if not found:
        return None
    (best, place), others = found[0], found[1:]
    enough = min(_SURE, len(mark["prefix"]) + len(mark["suffix"]))
    if others:
        return place if best >= enough and best > others[0][0] else None
    return place if best >= enough or best + len(mark["exact"]) >= _LONG else None


def _beside(text: str, place: int, mark: Row) -> int:
    """How many code points before and behind the passage are those that stood there."""
    before, after = text[max(0, place - len(mark["prefix"])) : place], text[place + len(mark["exact"]) :]
    return _common(before[::-1], mark["prefix"][::-1]) + _common(after[: len(mark["suffix"])], mark["suffix"])


def _common(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _places(text: str, exact: str) -> Iterator[int]:
    place = text.find(exact) if exact else -1
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _all_marks(connection: Connection) -> dict[str, Row]:
    found = {row["id"]: row | {"tags": ()} for row in rows(connection, "SELECT * FROM mark")}
    for mark_id, names in tags.of(connection, "mark", "TRUE").items():
        found[mark_id]["tags"] = names
    return {row["uid"]: row for row in found.values()}


def _same(own: Row, mark: Row) -> bool:
    return all(own[name] == mark[name] for name in _NOTES)


def _joined(note: str, other: str) -> str:
    """Both notes; one where it has the other in it."""
    if other in note:
        return note
    return other if note in other else note + BETWEEN + other
