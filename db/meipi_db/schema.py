"""The tables, as steps that are applied once and in order. A published step is never changed or renamed.

`PRAGMA user_version` is the number of applied steps, so that an up-to-date file is recognised without reading
the list of steps. sqlite-utils is imported only where a step has to be applied: importing it costs as much
as the rest of a start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from meipi_db.schema_steps import (
    articles_and_marks,
    journal,
    search,
    versions_and_shelves,
    words_and_corrections,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4D656950
"""“MeiP” in ASCII: `PRAGMA application_id` of a library."""

SET = "meipi"
"""Name of our steps in the table in which sqlite-utils records the applied ones."""

APPLIED = "_sqlite_migrations"
"""That table."""

INDEX = "search_index"
"""The table of FTS5, made when there is something to be found; those that it makes itself have longer names.
Nothing is in it that is not in other tables."""

STEPS = (articles_and_marks, words_and_corrections, versions_and_shelves, search, journal)
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
