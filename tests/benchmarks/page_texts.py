"""What the page is measured on: one article at three lengths, ready for every peer."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.page_html import html
from tests.benchmarks.texts import of_length


class Article(NamedTuple):
    """One length of the article, with the files that peers read."""

    name: str
    text: Path
    other: Path
    """The text in the other script."""
    readings: Path
    """As JSON, a reading or null for each code point."""
    library: Path
    number: int
    """Its id in the library."""


def prepare(folder: Path, name: str, length: int) -> Article:
    """Make everything that does not belong to what is measured."""
    from meipi.exchange.opening import read_file
    from meipi.language.script import convert
    from meipi.workspace import Workspace, open_library

    text = of_length(length)
    folder.mkdir()
    source, other, readings = folder / "長文.txt", folder / "other.txt", folder / "readings.json"
    source.write_text(text, "utf-8")
    other.write_text(convert(text, "t2s").text, "utf-8")
    readings.write_text(json.dumps(read(text)), "utf-8")
    library = folder / "library.db"
    with open_library(library) as opened:
        (article,) = Workspace(opened).add_drafts([read_file(source)])
    return Article(name, source, other, readings, library, article.id)


def read(text: str) -> list[str | None]:
    """A reading for each code point; the samples come again and again, so each line is read once."""
    from meipi.language import pinyin

    line_read = cache(pinyin.read)
    found: list[str | None] = []
    for line in text.splitlines(keepends=True):
        found += line_read(line)
    return found


def write_html(article: Article, measure: int) -> tuple[Path, Path]:
    """Two pages for Chromium: one with the text as it stands, one with both scripts."""
    from meipi.exchange.structure import blocks_of

    text, other = article.text.read_text("utf-8"), article.other.read_text("utf-8")
    readings = json.loads(article.readings.read_text("utf-8"))
    blocks = blocks_of(text)
    one, both = article.text.with_name("one.html"), article.text.with_name("both.html")
    one.write_text(html([text], readings, blocks, measure), "utf-8")
    both.write_text(html([text, other], readings, blocks, measure), "utf-8")
    return one, both
