"""Tags of marks and of articles: one table of names, and for each owner which of them it has, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from meipi_db.connection import Connection
from meipi_db.records import now

Owner = Literal["mark", "article"]


def put(connection: Connection, owner: Owner, owner_id: int, names: Sequence[str]) -> None:
    """The tags of a mark or an article, in this order. ValueError if one is empty or stands twice. Use it
    inside `transaction()`."""
    if len(set(names)) != len(names) or not all(names):
        raise ValueError(f"tags must differ and have a name: {list(names)}")
    known = connection.rows(
        f"SELECT name FROM {owner}_tag JOIN tag ON tag.id = tag_id WHERE {owner}_id = ? ORDER BY place",
        (owner_id,),
    )
    if [name for (name,) in known] == list(names):
        return
    before = {"tags": [name for (name,) in known]}
    connection.record(owner, "id", owner_id, before, {"tags": list(names)})
    connection.rows(f"DELETE FROM {owner}_tag WHERE {owner}_id = ?", (owner_id,))
    for place, name in enumerate(names):
        connection.rows("INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING", (name,))
        ((tag_id,),) = connection.rows("SELECT id FROM tag WHERE name = ?", (name,))
        row: dict[str, object] = {f"{owner}_id": owner_id, "place": place, "tag_id": tag_id}
        connection.insert(f"{owner}_tag", row if owner == "mark" else row | {"since": now()})


def of(
    connection: Connection, owner: Owner, condition: str, parameters: Sequence[object] = ()
) -> Mapping[int, tuple[str, ...]]:
    """By id, the tags of the owners for which an SQL condition about their row holds; empty for the rest."""
    found: dict[int, list[str]] = defaultdict(list)
    for owner_id, name in connection.rows(
        f"SELECT {owner}_id, name FROM {owner}_tag JOIN tag ON tag.id = tag_id"
        f" JOIN {owner} ON {owner}.id = {owner}_id WHERE {condition} ORDER BY {owner}_id, place",
        parameters,
    ):
        found[owner_id].append(name)
    return defaultdict(tuple, {owner_id: tuple(names) for owner_id, names in found.items()})


def used(connection: Connection) -> list[tuple[str, int]]:
    """The tags of what was not thrown away, each with the number of marks; the most used first."""
    rows = connection.rows(
        "SELECT name, sum(is_mark) AS marks FROM tag JOIN ("
        " SELECT tag_id, 1 AS is_mark FROM mark_tag JOIN mark ON mark.id = mark_id"
        " JOIN article ON article.id = article_id WHERE mark.deleted IS NULL AND article.deleted IS NULL"
        " UNION ALL SELECT tag_id, 0 FROM article_tag JOIN article ON article.id = article_id"
        " WHERE deleted IS NULL) ON tag_id = tag.id GROUP BY tag.id ORDER BY marks DESC, name"
    )
    return [(row["name"], row["marks"]) for row in rows]
