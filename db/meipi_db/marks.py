"""Marks, their tags, and unfinished notes in the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from meipi_db.connection import Connection
from meipi_db.records import Mark, new_uid, now, quoted

# "end" is a word of SQL; quoted without its table it would be a mere text where the column is missing.
_COLUMNS = (
    'mark.id, mark.uid, article_id, start, mark."end", exact, prefix, suffix, colour, style, note,'
    " created, modified, deleted"
)


def add(
    connection: Connection,
    article_id: int,
    span: tuple[int, int],
    *,
    colour: str,
    style: str,
    note: str,
    tags: Sequence[str],
) -> Mark:
    with connection.transaction():
        rows = connection.rows("SELECT text FROM article WHERE id = ?", (article_id,))
        if not rows:
            raise KeyError(article_id)
        exact, prefix, suffix = quoted(rows[0]["text"], span)
        time = now()
        table = connection.database.table("mark").insert(
            {
                "uid": new_uid(),
                "article_id": article_id,
                "start": span[0],
                "end": span[1],
                "exact": exact,
                "prefix": prefix,
                "suffix": suffix,
                "colour": colour,
                "style": style,
                "note": note,
                "created": time,
                "modified": time,
                "deleted": None,
            }
        )
        mark_id = int(str(table.last_pk))
        put_tags(connection, mark_id, tags)
        return get(connection, mark_id)


def get(connection: Connection, mark_id: int) -> Mark:
    for mark in _select(connection, "mark.id = ?", mark_id):
        return mark
    raise KeyError(mark_id)


def of_article(connection: Connection, article_id: int, *, deleted: bool) -> list[Mark]:
    return _select(
        connection, f"article_id = ? AND deleted IS {'NOT NULL' if deleted else 'NULL'}", article_id
    )


def put(connection: Connection, mark: Mark) -> None:
    row = asdict(mark)
    mark_id, tags = row.pop("id"), row.pop("tags")
    with connection.transaction():
        connection.update("mark", mark_id, row)
        put_tags(connection, mark_id, tags)


def drafts(connection: Connection) -> dict[int, str]:
    return {row["mark_id"]: row["text"] for row in connection.rows("SELECT mark_id, text FROM draft")}


def keep_draft(connection: Connection, mark_id: int, text: str | None) -> None:
    with connection.transaction():
        table = connection.database.table("draft")
        table.delete_where("mark_id = ?", [mark_id])
        if text is not None:
            table.insert({"mark_id": mark_id, "text": text, "modified": now()})


def _select(connection: Connection, condition: str, value: int) -> list[Mark]:
    tags: dict[int, list[str]] = defaultdict(list)
    for mark_id, name in connection.rows(
        "SELECT mark_id, name FROM mark_tag JOIN tag ON tag.id = tag_id JOIN mark ON mark.id = mark_id"
        f" WHERE {condition} ORDER BY mark_id, place",
        (value,),
    ):
        tags[mark_id].append(name)
    rows = connection.rows(
        f'SELECT {_COLUMNS} FROM mark WHERE {condition} ORDER BY start, mark."end", id', (value,)
    )
    return [Mark(**dict(row), tags=tuple(tags[row["id"]])) for row in rows]


def put_tags(connection: Connection, mark_id: int, tags: Sequence[str]) -> None:
    """The tags of the mark, in this order. ValueError if one is empty or stands twice."""
    if len(set(tags)) != len(tags) or not all(tags):
        raise ValueError(f"tags must differ and have a name: {list(tags)}")
    connection.database.table("mark_tag").delete_where("mark_id = ?", [mark_id])
    for place, name in enumerate(tags):
        tag = connection.database.table("tag").lookup({"name": name})
        connection.database.table("mark_tag").insert({"mark_id": mark_id, "place": place, "tag_id": tag})
