"""Whether the index for searching is what the texts and notes would make it. Nothing is written."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from meipi_db.schema import INDEX
from meipi_db.search_index import COLUMNS, is_possible
from meipi_db.search_language import Language

_PLACES = tuple(f"{name}{ending}" for ending in ("", "_sounding") for name in COLUMNS)


def difference(sqlite: sqlite3.Connection, language: Language) -> str:
    """What is other in the index; "" if nothing is, or if there is no index that counts.

    What is due is left out on both sides. The entries are compared, and for each word and column how often it
    stands there in all; not where.
    """
    sqlite.execute("BEGIN")  # one state of the library, whatever others write meanwhile
    try:
        return _difference(sqlite, language)
    finally:
        sqlite.execute("ROLLBACK")


def _difference(sqlite: sqlite3.Connection, language: Language) -> str:
    forms = [form for (form,) in sqlite.execute("SELECT form FROM search_form")]
    if not is_possible() or forms != [language.form]:
        return ""
    due = {entry for (entry,) in sqlite.execute("SELECT entry FROM search_due")}
    listed = {entry for (entry,) in sqlite.execute(f"SELECT id FROM {INDEX}_docsize")}
    expected: dict[str, Counter[str]] = {place: Counter() for place in _PLACES}
    entries = set()
    for entry, place, text in _texts(sqlite):
        entries.add(entry)
        if entry not in due:
            words = language.words(text)
            expected[place].update(words.written.split(" ") if words.written else ())
            expected[f"{place}_sounding"].update(words.sounding.split(" ") if words.sounding else ())
    if missing := entries - due - listed:
        return f"entries that are missing: {len(missing)}"
    if foreign := listed - due - entries:
        return f"entries of what is no more: {len(foreign)}"
    if due & listed:
        return ""  # what the words of those were is not known any more
    sqlite.execute(f"CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', '{INDEX}', 'col')")
    for term, place, count in sqlite.execute("SELECT term, col, cnt FROM temp.search_words"):
        expected[place][term] -= count
    other = sum(1 for counts in expected.values() for count in counts.values() if count)
    return f"words that stand more or less often: {other}" if other else ""


def _texts(sqlite: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Entry, column and text of all that is to be found, what was thrown away too."""
    for (article_id,) in sqlite.execute("SELECT id FROM article").fetchall():
        title, text = sqlite.execute("SELECT title, text FROM article WHERE id = ?", (article_id,)).fetchone()
        yield 2 * article_id, "title", title
        yield 2 * article_id, "text", text
    for mark_id, note in sqlite.execute("SELECT id, note FROM mark WHERE note <> ''"):
        yield 2 * mark_id + 1, "note", note
