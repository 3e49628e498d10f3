"""What was thrown away: to be seen, and in the end to be let go of for good.

Of an article in which words were saved the row stays without its text and all that hangs on it, since the
words are the reader's and name it.
"""

from __future__ import annotations

from meipi_db import articles, marks
from meipi_db.connection import Connection
from meipi_db.records import LET_GO, Bin

_WORDS = ("word", "reading_fix", "conversion_exception")
"""Tables whose rows would go with their article; deleted ones stay too, since a union asks for them."""


def content(connection: Connection) -> Bin:
    thrown = articles.infos(connection, deleted=True)
    titles = {
        row["id"]: row["title"]
        for row in connection.rows("SELECT id, title FROM article WHERE deleted IS NULL")
    }
    found = marks.thrown_away(connection)
    return Bin(
        sorted(thrown, key=lambda info: (info.deleted or "", info.id), reverse=True),
        [(mark, titles[mark.article_id]) for mark in found if mark.article_id in titles],
    )


def purge(connection: Connection, before: str) -> int:
    """Let go of what was thrown away before that time."""
    with connection.transaction():
        gone = [
            row["id"]
            for row in connection.rows(
                "SELECT id FROM article WHERE deleted < ? AND sha256 <> ?", (before, LET_GO)
            )
        ]
        for article_id in gone:
            _let_go(connection, article_id)
        count = len(gone)
        for table in ("mark", "bookmark"):
            count += len(connection.rows(f"DELETE FROM {table} WHERE deleted < ? RETURNING id", (before,)))
        connection.rows(
            "DELETE FROM tag"
            " WHERE id NOT IN (SELECT tag_id FROM mark_tag UNION SELECT tag_id FROM article_tag)"
        )
        return count


def _let_go(connection: Connection, article_id: int) -> None:
    named = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE article_id = ?1" for table in _WORDS)
    if not connection.rows(named, (article_id,)):
        connection.rows("DELETE FROM article WHERE id = ?", (article_id,))
        return
    for table in ("mark", "bookmark", "version", "original", "article_tag"):
        connection.rows(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    connection.update("article", article_id, {"sha256": LET_GO, "length": 0, "blocks": "", "text": ""})
