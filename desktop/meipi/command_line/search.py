"""`meipi search`: what a library has of something, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from meipi.support.places import default_library
from meipi.support.translation import counted, tr
from meipi.workspace import open_library, searching
from meipi.workspace.searching import Results


def search(library: Path | None, query: str, *, as_json: bool) -> None:
    """Print the articles that have what is asked for, with each place in its sentence.

    Raises the kinds of `LibraryError`; nothing is printed then.
    """
    with open_library(library or default_library()) as opened:
        if not opened.read_only:
            opened.index().take_up()
        found = searching.search(opened, query)
    print(_json(found) if as_json else "\n".join(_lines(found)))


def _json(found: Results) -> str:
    told = {
        "query": found.query,
        "articles": found.articles,
        "results": [
            result._asdict() | {"places": [place._asdict() for place in result.places]}
            for result in found.results
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _lines(found: Results) -> list[str]:
    lines = []
    for result in found.results:
        lines.append(f"{result.article_id}\t{result.title}\t{result.total}")
        lines += [
            f"\t{place.field}\t{place.before}[{place.hit}]{place.after}"
            for place in result.places
            if place.field != "title"
        ]
    total = counted(found.articles, tr("Found in {n} article"), tr("Found in {n} articles"))
    return [*lines, total if found.articles else tr("Nothing found")]
