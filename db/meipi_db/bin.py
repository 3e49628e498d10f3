"""What was thrown away: to be seen, and in the end to be let go of for good.

Of an article in which words were saved the row stays without its text and all that hangs on it, since the
words are the reader's and name it.

What lies in the bin has an age in days that are counted here, whenever it is looked through: as many as the
clock has gone on since, at most `MOST_DAYS`. So a clock that was set forward by years makes nothing older
than that, and a record whose time of deletion is wrong has its age from when it was first seen in the bin.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from meipi_db import articles, marks
from meipi_db.connection import Connection
from meipi_db.records import LET_GO, Bin, now

DAYS = 30
"""For so many days at least what was thrown away can come back."""

MOST_DAYS = 7
"""At most so many days are counted from one look to the next, whatever the clock says."""

_IN_BIN = f"SELECT uid, deleted FROM article WHERE deleted IS NOT NULL AND sha256 <> '{LET_GO}'" + "".join(
    f" UNION ALL SELECT uid, deleted FROM {table} WHERE deleted IS NOT NULL" for table in ("mark", "bookmark")
)
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
        return _purge(connection, "deleted < ?", (before,))


def look_through(connection: Connection) -> int:
    """Let go of what has been in the bin for `DAYS` days, by the clock and by the days counted here."""
    today = now()
    last = connection.rows("SELECT seen, day FROM bin_day")
    if last and last[0]["seen"][:10] == today[:10]:
        return 0
    with connection.transaction():
        day = last[0]["day"] + _gone_on(last[0]["seen"], today) if last else 0
        connection.rows("DELETE FROM bin_day")
        connection.rows("INSERT INTO bin_day (seen, day) VALUES (?, ?)", (today, day))
        connection.rows(f"DELETE FROM bin_entry WHERE (uid, deleted) NOT IN ({_IN_BIN})")
        connection.rows(
            f"INSERT INTO bin_entry (uid, deleted, day) SELECT uid, deleted, ? FROM ({_IN_BIN}) WHERE TRUE"
            " ON CONFLICT DO NOTHING",
            (day,),
        )
        before = datetime.fromisoformat(today) - timedelta(DAYS)
        old = "deleted < ? AND uid IN (SELECT uid FROM bin_entry WHERE day <= ?)"
        return _purge(connection, old, (before.isoformat(timespec="microseconds"), day - DAYS))


def _gone_on(then: str, today: str) -> int:
    """The days from one look to the next, as far as the clock can be believed: one that was set back tells
    none, and one that was set forward a few."""
    days = (datetime.fromisoformat(today).date() - datetime.fromisoformat(then).date()).days
    return min(max(days, 0), MOST_DAYS)


def _purge(connection: Connection, old: str, parameters: Sequence[object]) -> int:
    asked = f"SELECT id FROM article WHERE {old} AND sha256 <> '{LET_GO}'"
    gone = [row["id"] for row in connection.rows(asked, parameters)]
    for article_id in gone:
        _let_go(connection, article_id)
    count = len(gone)
    for table in ("mark", "bookmark"):
        count += len(connection.rows(f"DELETE FROM {table} WHERE {old} RETURNING id", parameters))
    connection.rows(
        "DELETE FROM tag WHERE id NOT IN (SELECT tag_id FROM mark_tag UNION SELECT tag_id FROM article_tag)"
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
