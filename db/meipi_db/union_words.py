"""The reader's own words and corrections of a backup brought into a library."""

from __future__ import annotations

from meipi_db.records import now
from meipi_db.union_sides import Sides, is_there

# By table of the reader's words: what a record is about. Two about the same are one too many.
_ABOUT = {
    "word": ("article_id", "start", "end"),
    "reading_fix": ("article_id", "start", "end", "word"),
    "split": ("pieces",),
    "conversion_exception": ("article_id", "script", "source_form"),
}


class Words:
    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    def take(self) -> None:
        for table, about in _ABOUT.items():
            self._words(table, about)
        self._known_words()

    def _words(self, table: str, about: tuple[str, ...]) -> None:
        here = {row["uid"]: row for row in self._sides.here(f"SELECT * FROM {table}")}
        taken = {tuple(row[name] for name in about) for row in here.values() if row["deleted"] is None}
        for row in self._sides.there(f"SELECT * FROM {table}"):
            own = here.get(row["uid"])
            if row.get("article_id") is not None:
                row["article_id"] = self._sides.homes[row["article_id"]]
            key = tuple(row[name] for name in about)
            there = row["deleted"] is None
            if own is None:
                comes = there and key not in taken
                self._sides.insert(table, row if comes or not there else row | {"deleted": now()})
            else:
                # A correction that was taken back here was wrong; a word that was removed may come back.
                comes = table == "word" and there and own["deleted"] is not None and key not in taken
                if comes:
                    self._sides.write(table, own, {"deleted": None})
            self._sides.counts["words"] += comes

    def _known_words(self) -> None:
        here = {row["simplified"]: row for row in self._sides.here("SELECT * FROM known_word")}
        for row in self._sides.there("SELECT * FROM known_word"):
            own = here.get(row["simplified"])
            comes = row["deleted"] is None and not is_there(own)
            self._sides.counts["words"] += comes
            if own is None:
                self._sides.library.insert("known_word", row)
            elif comes:
                self._sides.library.update("known_word", row["simplified"], row, name="simplified")
