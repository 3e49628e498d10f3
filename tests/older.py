"""Libraries as older programs made them: their steps of the schema, and rows written as they wrote them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from meipi_db import schema
from meipi_db.records import CONTEXT, sha256_of

TIME = "2026-11-24T07:12:00.123456+00:00"


def make(
    path: Path, form: int, texts: Sequence[str], *, note: str = "記", original: bytes | None = None
) -> None:
    """A library of the form that `form` steps make, with an article for each text, a mark with two tags and
    a draft on its second and third code points, and from form 2 on a saved word."""
    with closing(sqlite3.connect(path, isolation_level=None)) as sqlite:
        sqlite.execute("PRAGMA journal_mode = WAL")
        database = Database(sqlite, execute_plugins=False)
        steps, version = schema.STEPS, schema.VERSION
        schema.STEPS, schema.VERSION = steps[:form], form
        try:
            with database.atomic():
                schema.migrate(database)
        finally:
            schema.STEPS, schema.VERSION = steps, version
        with database.atomic():
            for number, text in enumerate(texts, 1):
                _write(sqlite, number, text, note, original)
                if form >= 2:
                    _insert(sqlite, "word", _word(number))


def _write(sqlite: sqlite3.Connection, number: int, text: str, note: str, original: bytes | None) -> None:
    article = dict.fromkeys(("source", "author", "url", "published", "script", "path"), "")
    article |= {"uid": f"{number:032x}", "title": f"鹽{number}", "encoding": "utf-8", "added": TIME}
    _insert(
        sqlite,
        "article",
        article | {"sha256": sha256_of(text), "length": len(text), "blocks": "", "text": text},
    )
    reading = {"article_id": number, "opened": TIME, "position": 1, "furthest": number + 7}
    _insert(sqlite, "reading", reading)
    if original is not None:
        _insert(sqlite, "original", {"article_id": number, "data": zlib.compress(original)})
    mark = {"uid": f"{number + 0xA000:032x}", "article_id": number, "start": 1, "end": 3, "exact": text[1:3]}
    mark |= {"prefix": text[:1], "suffix": text[3 : 3 + CONTEXT], "colour": "zhu", "style": "ground"}
    _insert(sqlite, "mark", mark | {"note": note, "created": TIME, "modified": TIME})
    for place, name in enumerate(("甲", "乙")):
        sqlite.execute("INSERT OR IGNORE INTO tag (id, name) VALUES (?, ?)", (place + 1, name))
        _insert(sqlite, "mark_tag", {"mark_id": number, "place": place, "tag_id": place + 1})
    _insert(sqlite, "draft", {"mark_id": number, "text": "草稿", "modified": TIME})


def _word(number: int) -> dict[str, Any]:
    word = {"uid": f"{number + 0xB000:032x}", "article_id": number, "start": 0, "end": 2, "note": ""}
    forms = {
        "simplified": "盐湖",
        "traditional": "鹽湖",
        "pinyin": "yán hú",
        "sense": "",
        "sentence": "鹽湖之水",
    }
    return word | forms | {"created": TIME}


def _insert(sqlite: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    sqlite.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", (*row.values(),))


def rows(path: Path, tables: Sequence[str]) -> dict[str, list[tuple[Any, ...]]]:
    """What these tables hold, in the columns that the first two forms gave them."""
    with closing(sqlite3.connect(path)) as sqlite:
        found = {}
        for table in tables:
            names = [name for _, name, *_ in sqlite.execute(f"PRAGMA table_info({table})")]
            columns = ", ".join(f'"{name}"' for name in names if name not in ("placed", "starred"))
            found[table] = sqlite.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
        return found
