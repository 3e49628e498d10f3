"""The steps of the schema, one function each, oldest first. A published one is never changed or renamed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def articles_and_marks(db: Database) -> None:
    """Articles with their original bytes and reading positions, marks with tags, unfinished notes."""
    create(
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
    create(
        db,
        "reading",
        {"article_id": int, "opened": str, "position": int, "furthest": int},
        pk="article_id",
        parents={"article_id": "article"},
    )
    create(
        db, "original", {"article_id": int, "data": bytes}, pk="article_id", parents={"article_id": "article"}
    )
    create(
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
    create(db, "tag", {"id": int, "name": str}, pk="id")
    create(
        db,
        "mark_tag",
        {"mark_id": int, "place": int, "tag_id": int},
        pk=("mark_id", "place"),
        parents={"mark_id": "mark", "tag_id": "tag"},
    )
    create(
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
    create(
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
    create(db, "known_word", {"simplified": str, "since": str, "deleted": str}, pk="simplified")
    create(
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
        optional=("article_id", "start", "end", "deleted"),
    )
    create(
        db,
        "split",
        {"id": int, "uid": str, "pieces": str, "created": str, "deleted": str},
        pk="id",
    )
    create(
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
        optional=("article_id", "deleted"),
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


def versions_and_shelves(db: Database) -> None:
    """Old texts of articles and where their marks stood in them, bookmarks, stars and tags of articles, and
    what is needed to let go of what was thrown away."""
    create(
        db,
        "version",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "made": str,
            "reason": str,
            "title": str,
            "sha256": str,
            "length": int,
            "script": str,
            "encoding": str,
            "path": str,
            "url": str,
            # Compressed, and last, for the reason that the article has them last; the bytes that the text was
            # read from are asked for least.
            "blocks": bytes,
            "text": bytes,
            "original": bytes,
        },
        pk="id",
        parents={"article_id": "article"},
        optional=("original",),
    )
    create(
        db,
        "former_place",
        {
            "mark_id": int,
            "version_id": int,
            "start": int,
            "end": int,
            "exact": str,
            "prefix": str,
            "suffix": str,
        },
        pk=("mark_id", "version_id"),
        parents={"mark_id": "mark", "version_id": "version"},
    )
    create(
        db,
        "bookmark",
        {
            "id": int,
            "uid": str,
            "article_id": int,
            "start": int,
            "exact": str,
            "prefix": str,
            "suffix": str,
            "created": str,
            "deleted": str,
        },
        pk="id",
        parents={"article_id": "article"},
    )
    create(
        db,
        "article_tag",
        # Not of the form of a tag of a mark: where only pages are left, rows are told apart by their form.
        {"article_id": int, "place": int, "tag_id": int, "since": str},
        pk=("article_id", "place"),
        parents={"article_id": "article", "tag_id": "tag"},
    )
    # What lay in the bin when it was looked through, so that its age does not hang on the clock alone.
    create(db, "bin_entry", {"uid": str, "deleted": str, "day": int}, pk="uid", optional=())
    create(db, "bin_day", {"seen": str, "day": int}, pk="seen")
    db.table("mark").add_column("placed", str, not_null_default="")
    # Not in the article, where a column that is added stands behind the text.
    db.table("reading").add_column("starred", int, not_null_default=0)
    for table, columns, unique in (
        ("version", ["uid"], True),
        ("version", ["article_id"], False),
        ("former_place", ["version_id"], False),
        ("bookmark", ["uid"], True),
        ("bookmark", ["article_id", "start"], False),
        ("article_tag", ["tag_id"], False),
    ):
        db.table(table).create_index(columns, unique=unique)
    # The marks of thousands of articles are counted from it alone.
    db.execute("CREATE INDEX idx_mark_counted ON mark (article_id, note <> '') WHERE deleted IS NULL")


def search(db: Database) -> None:
    """Which articles and notes the index for searching has still to take up, and in what form it is.

    The index itself is made when it is first filled (`search_index`): not every SQLite can. Triggers see
    every change, whatever makes it.
    """
    create(db, "search_due", {"id": int, "entry": int, "length": int}, pk="id")
    create(db, "search_form", {"form": str}, pk="form")
    db.table("search_due").create_index(["entry"], unique=True)
    for name, event, entry, length in (
        ("article_added", "INSERT ON article", "new.id * 2", "new.length"),
        (
            "article_changed",
            "UPDATE OF title, text ON article WHEN old.title <> new.title OR old.text <> new.text",
            "new.id * 2",
            "new.length",
        ),
        ("article_gone", "DELETE ON article", "old.id * 2", "0"),
        ("note_added", "INSERT ON mark WHEN new.note <> ''", "new.id * 2 + 1", "length(new.note)"),
        (
            "note_changed",
            "UPDATE OF note ON mark WHEN old.note <> new.note",
            "new.id * 2 + 1",
            "length(new.note)",
        ),
        ("note_gone", "DELETE ON mark WHEN old.note <> ''", "old.id * 2 + 1", "0"),
    ):
        # Not INSERT OR REPLACE: within a trigger the statement around it decides what a conflict does.
        db.execute(
            f"CREATE TRIGGER search_{name} AFTER {event} BEGIN"
            f" DELETE FROM search_due WHERE entry = {entry};"
            f" INSERT INTO search_due (entry, length) VALUES ({entry}, {length}); END"
        )
    db.execute("INSERT INTO search_due (entry, length) SELECT id * 2, length FROM article")
    db.execute(
        "INSERT INTO search_due (entry, length) SELECT id * 2 + 1, length(note) FROM mark WHERE note <> ''"
    )


def journal(db: Database) -> None:
    """What was done, to be undone in a later session."""
    create(
        db,
        "journal",
        {
            "id": int,
            # Early: no page of it, cut anywhere, is to be taken for a row of an article (`salvage_finding`).
            "done": int,
            "made": str,
            "state": str,
            "text": str,
            "kinds": str,
            "article_id": int,
            "mark_id": int,
            "length": int,
            "content": bytes,
        },
        pk="id",
        optional=("article_id", "mark_id"),
    )


def create(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, str],
    parents: Mapping[str, str] | None = None,
    optional: tuple[str, ...] = ("deleted",),
) -> None:
    """A strict table whose rows go with their parents' rows; every column but the `optional` ones has a
    value."""
    from sqlite_utils.db import ForeignKey

    db.table(name).create(
        columns,
        pk=pk,
        not_null=[column for column in columns if column not in ("id", *optional)],
        foreign_keys=[
            ForeignKey(name, column, parent, "id", on_delete="CASCADE")
            for column, parent in (parents or {}).items()
        ],
        strict=True,
    )
