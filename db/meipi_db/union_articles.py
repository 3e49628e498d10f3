"""The articles of a backup brought into a library, with their stars, tags and old texts."""

from __future__ import annotations

from meipi_db import tags, versions
from meipi_db.images import Row
from meipi_db.records import LET_GO, new_uid
from meipi_db.union_sides import Sides, is_there


class Articles:
    """Call `take`, and `finish` when the marks are there."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._extra: dict[int, int] = {}
        """By id in the backup, the article here that was made to hold its marks."""
        self._new_versions: list[int] = []
        """The ids of those that came."""

    def take(self) -> None:
        sides = self._sides
        columns = "id, uid, sha256, deleted"
        here = {row["uid"]: row for row in sides.here(f"SELECT {columns} FROM article")}
        there = {row["uid"]: row for row in sides.there(f"SELECT {columns} FROM article")}
        for uid, row in there.items():
            own = here.get(uid)
            if own is None:
                sides.homes[row["id"]] = self._add(row["id"])
                sides.counts["articles"] += row["deleted"] is None
                continue
            sides.homes[row["id"]] = own["id"]
            if row["sha256"] == LET_GO:
                continue
            if own["sha256"] == LET_GO:
                self._fill(own["id"], row)
            else:
                self._bring_together(own, row)
        sides.counts["only_here_articles"] += sum(
            1 for uid, own in here.items() if own["deleted"] is None and not is_there(there.get(uid))
        )
        self._versions()

    def extra(self, there: int) -> int:
        """The article as the backup has it, beside the one whose text is another by now."""
        if there not in self._extra:
            asked = "SELECT id FROM article WHERE sha256 = ? AND deleted IS NULL"
            same = self._sides.here(asked, self._sides.other_text[there])
            self._extra[there] = same[0]["id"] if same else self._add(there, uid=new_uid(), deleted=None)
            self._sides.counts["articles"] += not same
        return self._extra[there]

    def finish(self) -> None:
        """Where marks stood in old texts, now that the marks are there."""
        sides = self._sides
        homes = {row["uid"]: row["id"] for row in sides.here("SELECT id, uid FROM version")}
        marks = {row["uid"]: row["id"] for row in sides.here("SELECT id, uid FROM mark")}
        known = {
            (row["mark_id"], row["version_id"])
            for row in sides.here("SELECT mark_id, version_id FROM former_place")
        }
        for row in sides.there(
            "SELECT former_place.*, version.uid AS version_uid, mark.uid AS mark_uid FROM former_place"
            " JOIN version ON version.id = version_id JOIN mark ON mark.id = mark_id"
        ):
            place = homes[row.pop("version_uid")], marks[row.pop("mark_uid")]
            row["version_id"], row["mark_id"] = place
            if place[::-1] not in known:
                sides.add_child("former_place", row)
        for version_id in self._new_versions:
            versions.record(sides.library, version_id)

    def _add(self, article_id: int, **other: object) -> int:
        sides = self._sides
        (row,) = sides.there("SELECT * FROM article WHERE id = ?", article_id)
        new = sides.insert("article", row | other)
        self._take_children(article_id, new)
        tags.put(sides.library, "article", new, self._tags(article_id))
        return new

    def _take_children(self, article_id: int, new: int) -> None:
        sides = self._sides
        for table in ("reading", "original"):
            if not sides.here(f"SELECT 1 FROM {table} WHERE article_id = ?", new):
                for row in sides.there(f"SELECT * FROM {table} WHERE article_id = ?", article_id):
                    sides.add_child(table, row | {"article_id": new})

    def _fill(self, article_id: int, row: Row) -> None:
        """Bring back the text of an article that was let go of, but for the words saved in it."""
        sides = self._sides
        (own,) = sides.here("SELECT * FROM article WHERE id = ?", article_id)
        (wanted,) = sides.there("SELECT * FROM article WHERE id = ?", row["id"])
        sides.write("article", own, {name: wanted[name] for name in wanted if name not in ("id", "uid")})
        self._take_children(row["id"], article_id)
        sides.counts["articles"] += row["deleted"] is None

    def _bring_together(self, own: Row, row: Row) -> None:
        sides = self._sides
        if own["sha256"] != row["sha256"]:
            sides.other_text[row["id"]] = row["sha256"]
        if own["deleted"] is not None and row["deleted"] is None:
            sides.write("article", own, {"deleted": None})
            sides.counts["articles"] += 1
        (star,) = sides.here("SELECT article_id, starred FROM reading WHERE article_id = ?", own["id"])
        (other,) = sides.there("SELECT starred FROM reading WHERE article_id = ?", row["id"])
        names = tags.of(sides.library, "article", "article.id = ?", (own["id"],))[own["id"]]
        both = tuple(dict.fromkeys((*names, *self._tags(row["id"]))))
        if other["starred"] > star["starred"]:
            sides.write("reading", star, {"starred": 1}, key="article_id")
        if both != names:
            sides.write("article", own | {"tags": names}, {"tags": both})
        sides.counts["details"] += other["starred"] > star["starred"] or both != names

    def _tags(self, article_id: int) -> tuple[str, ...]:
        return tags.of(self._sides.backup, "article", "article.id = ?", (article_id,))[article_id]

    def _versions(self) -> None:
        sides = self._sides
        here = {row["uid"] for row in sides.here("SELECT uid FROM version")}
        for row in sides.there("SELECT id, uid, article_id FROM version ORDER BY id"):
            if row["uid"] not in here:
                (whole,) = sides.there("SELECT * FROM version WHERE id = ?", row["id"])
                new = whole | {"article_id": sides.homes[row["article_id"]]}
                del new["id"]
                self._new_versions.append(sides.library.insert("version", new))
                sides.counts["versions"] += 1
