"""The tables, as steps that are applied once and in order. A published step is never changed or renamed.

`PRAGMA user_version` is the number of applied steps, so that an up-to-date file is recognised without reading
the list of steps. sqlite-utils is imported only where a step has to be applied: importing it costs as much
as the rest of a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4D656950
"""“MeiP” in ASCII: `PRAGMA application_id` of a library."""

SET = "meipi"
"""Name of our steps in the table in which sqlite-utils records the applied ones."""

APPLIED = "_sqlite_migrations"
"""That table."""


def articles_and_marks(db: Database) -> None:
    """Articles with their original bytes and reading positions, marks with tags, unfinished notes."""
    _create(
        db,
        "article",
        {
            "id": int,
            "uid": str,
            "title": str,
            "sha256": str,
            "length": int,
            "source": str,
            "author": str,
            "url": str,
            "published": str,
            "script": str,
            "encoding": str,
            "path": str,
            "added": str,
            "deleted": str,
            # Last, so that reading the columns before them never follows the overflow pages of a long text.
            "blocks": str,
            "text": str,
        },
        pk="id",
    )
    # Apart from the article: SQLite writes a changed row whole, and the position changes all the time.
    _create(
        db,
        "reading",
        {"article_id": int, "opened": str, "position": int, "furthest": int},
        pk="article_id",
        parents={"article_id": "article"},
    )
    _create(
        db, "original", {"article_id": int, "data": bytes}, pk="article_id", parents={"article_id": "article"}
    )
    _create(
        db,
        "mark",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "start": int,
            "end": int,
            "exact": str,
            "prefix": str,
            "suffix": str,
            "colour": str,
            "style": str,
            "note": str,
            "created": str,
            "modified": str,
            "deleted": str,
        },
        pk="id",
        parents={"article_id": "article"},
    )
    _create(db, "tag", {"id": int, "name": str}, pk="id")
    _create(
        db,
        "mark_tag",
        {"mark_id": int, "place": int, "tag_id": int},
        pk=("mark_id", "place"),
        parents={"mark_id": "mark", "tag_id": "tag"},
    )
    _create(
        db, "draft", {"mark_id": int, "text": str, "modified": str}, pk="mark_id", parents={"mark_id": "mark"}
    )
    for table, columns, unique in (
        ("article", ["uid"], True),
        ("article", ["sha256"], False),
        ("mark", ["uid"], True),
        ("mark", ["article_id", "start", "end"], False),
        ("tag", ["name"], True),
        ("mark_tag", ["tag_id"], False),
    ):
        db.table(table).create_index(columns, unique=unique)


def words_and_corrections(db: Database) -> None:
    """The reader's own words: saved and known ones, and what of readings, words and forms they put right."""
    _create(
        db,
        "word",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "start": int,
            "end": int,
            "simplified": str,
            "traditional": str,
            "pinyin": str,
            "sense": str,
            "sentence": str,
            "note": str,
            "created": str,
            "deleted": str,
        },
        pk="id",
        parents={"article_id": "article"},
    )
    _create(db, "known_word", {"simplified": str, "since": str, "deleted": str}, pk="simplified")
    _create(
        db,
        "reading_fix",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "start": int,
            "end": int,
            "word": str,
            "pinyin": str,
            "created": str,
            "deleted": str,
        },
        pk="id",
        parents={"article_id": "article"},
        optional=("article_id", "start", "end"),
    )
    _create(
        db,
        "split",
        {"id": int, "uid": str, "pieces": str, "created": str, "deleted": str},
        pk="id",
    )
    _create(
        db,
        "conversion_exception",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "script": str,
            "source_form": str,
            "shown_form": str,
            "created": str,
            "deleted": str,
        },
        pk="id",
        parents={"article_id": "article"},
        optional=("article_id",),
    )
    for table, columns, unique in (
        ("word", ["uid"], True),
        ("word", ["article_id"], False),
        ("reading_fix", ["uid"], True),
        ("reading_fix", ["article_id"], False),
        ("split", ["uid"], True),
        ("conversion_exception", ["uid"], True),
        ("conversion_exception", ["article_id"], False),
    ):
        db.table(table).create_index(columns, unique=unique)


def _create(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, str],
    parents: Mapping[str, str] | None = None,
    optional: tuple[str, ...] = (),
) -> None:
    """A strict table whose rows go with their parents' rows; every column but `deleted` and the `optional`
    ones has a value."""
    from sqlite_utils.db import ForeignKey

    db.table(name).create(
        columns,
        pk=pk,
        not_null=[column for column in columns if column not in ("id", "deleted", *optional)],
        foreign_keys=[
            ForeignKey(name, column, parent, "id", on_delete="CASCADE")
            for column, parent in (parents or {}).items()
        ],
        strict=True,
    )


STEPS = (articles_and_marks, words_and_corrections)
"""All steps ever published, oldest first."""

VERSION = len(STEPS)
"""`PRAGMA user_version` of a library that this program writes."""


def migrate(db: Database) -> None:
    """Apply the steps that `db` lacks. Call it within a transaction: all or nothing."""
    from sqlite_utils import Migrations

    migrations = Migrations(SET)
    for step in STEPS:
        migrations()(step)
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
