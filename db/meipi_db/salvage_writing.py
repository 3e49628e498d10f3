"""What was found of a damaged library written into a new one, in which nothing contradicts itself."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from meipi_db.records import LET_GO, NOT_IN_TEXT, new_uid, now, quoted, sha256_of
from meipi_db.salvage_finding import Found

_GAP = 10_000
_LET_GO_OF = ("article", "mark", "bookmark")
"""Tables out of which rows are taken when the bin is emptied: what is missing there need not be lost."""


class Writing:
    """Puts what was found into the new library."""

    def __init__(self, sqlite: sqlite3.Connection, found: Found) -> None:
        self._sqlite, self._found = sqlite, found
        self._read = dict.fromkeys(found.columns, 0)
        self._mended = 0
        self._lengths: dict[int, int] = {}
        """In code points, by the id of the article."""
        self._texts: dict[int, str] = {}
        """Old texts, by the id of the version."""

    def write_all(self) -> tuple[dict[str, int], dict[str, int], int]:
        """Write everything; what was read and lost, by table, and how many articles were mended."""
        rows = self._found.rows
        for article_id in sorted(self._articles()):
            article = self._article(article_id)
            self._write("article", article)
            self._lengths[article_id] = article["length"]
            reading = {"article_id": article_id, "opened": "", "position": 0, "furthest": 0}
            rows["reading"].setdefault(article_id, reading)
        for table, each in rows.items():
            if table != "article":
                for row in each.values():
                    if self._agrees(table, row):
                        self._write(table, row)
        return self._read, self._lost(), self._mended

    def _articles(self) -> set[int]:
        """The ids of all articles of which there is anything: themselves, or what the reader made of them."""
        rows = self._found.rows
        made = ("mark", "bookmark", "word", "version")
        children = {row["article_id"] for table in made for row in rows[table].values()}
        return {*rows["article"], *self._found.partial, *children}

    def _article(self, article_id: int) -> dict[str, Any]:
        found = self._found
        row = found.rows["article"].get(article_id)
        marks = [
            mark
            for mark in found.rows["mark"].values()
            if mark["article_id"] == article_id and mark["placed"] not in NOT_IN_TEXT
        ]
        if row is not None and _is_whole(row):
            for mark in marks:
                _requote(row["text"], mark)
            return row | {"length": len(row["text"])}
        begun = row or found.partial.get(article_id, {})
        words = [word for word in found.rows["word"].values() if word["article_id"] == article_id]
        row = {column.name: "" for column in found.columns["article"]}
        row.update({"uid": new_uid(), "added": now(), "deleted": None, "title": "…"} | begun)
        row["id"] = article_id
        row["text"] = self._text(row, marks, words)
        if not _is_whole(row):
            self._mended += 1
            row["blocks"] = ""
        row["length"], row["sha256"] = len(row["text"]), sha256_of(row["text"])
        return row

    def _agrees(self, table: str, row: dict[str, Any]) -> bool:
        """Whether the row is not at odds with what was written before it; a bookmark is brought into its
        article."""
        if table == "version":
            with suppress(zlib.error, UnicodeDecodeError):
                text = zlib.decompress(row["text"]).decode()
                zlib.decompress(row["blocks"]).decode()
                if sha256_of(text) == row["sha256"] and len(text) == row["length"]:
                    self._texts[row["id"]] = text
                    return True
            return False
        if table == "former_place":
            text = self._texts.get(row["version_id"], "")
            return bool(row["exact"]) and text[row["start"] : row["end"]] == row["exact"]
        if table == "bookmark" and row["article_id"] in self._lengths:
            row["start"] = max(0, min(row["start"], self._lengths[row["article_id"]]))
        return True

    def _text(self, row: dict[str, Any], marks: list[dict[str, Any]], words: list[dict[str, Any]]) -> str:
        """The text as well as it is to be had: from the bytes it was read from, or what is left of it with
        the quotes of marks that are not in it."""
        original = self._found.rows["original"].get(row["id"])
        if original is not None and row["encoding"]:
            with suppress(zlib.error, LookupError, UnicodeDecodeError):
                decoded = zlib.decompress(original["data"]).decode(row["encoding"])
                if sha256_of(decoded) == row["sha256"]:
                    for mark in marks:
                        _requote(decoded, mark)
                    return decoded
        text = str(row["text"])
        for mark in sorted(marks, key=lambda mark: int(mark["start"])):
            text = _placed(text, mark)
        if not text:
            text = "\n\n".join(dict.fromkeys(word["sentence"] for word in words)) or "…"
        return text

    def _write(self, table: str, row: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        with suppress(sqlite3.IntegrityError):
            self._sqlite.execute(
                f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
            )
            self._read[table] += 1

    def _lost(self) -> dict[str, int]:
        found = self._found
        lost = {}
        for table, columns in found.columns.items():
            known = found.known[table] | found.rows[table].keys()
            kept = columns[0].rowid and any(column.name == "deleted" for column in columns)
            if kept and table not in _LET_GO_OF:
                # Nothing is ever taken out of these; an id far above their number is damage itself.
                likely = (each for each in known if each <= 2 * len(known) + _GAP)
                known |= set(range(1, max(likely, default=0) + 1))
            lost[table] = max(0, len(known) - self._read[table])
        return lost


def _is_whole(row: dict[str, Any]) -> bool:
    let_go_of = row["sha256"] == LET_GO and row["deleted"] is not None and not row["text"]
    return let_go_of or sha256_of(row["text"]) == row["sha256"]


def _requote(text: str, mark: dict[str, Any]) -> None:
    """What the mark quotes, from a text that is sure."""
    mark["start"] = max(0, min(mark["start"], len(text) - 1))
    mark["end"] = max(mark["start"] + 1, min(mark["end"], len(text)))
    mark["exact"], mark["prefix"], mark["suffix"] = quoted(text, (mark["start"], mark["end"]))


def _placed(text: str, mark: dict[str, Any]) -> str:
    """Give the mark its place in the text, near where it was, else behind it. The text with what it takes."""
    exact = mark["exact"] or "…"
    start = min(_places(text, exact), key=lambda place: abs(place - int(mark["start"])), default=-1)
    if start < 0:
        text = f"{text}\n\n" if text else ""
        start = len(text) + len(mark["prefix"])
        text += mark["prefix"] + exact + mark["suffix"]
    mark["start"], mark["end"] = start, start + len(exact)
    mark["exact"], mark["prefix"], mark["suffix"] = quoted(text, (start, start + len(exact)))
    return text


def _places(text: str, exact: str) -> Iterator[int]:
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)
