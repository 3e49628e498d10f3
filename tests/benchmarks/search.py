"""Searching 10 million hanzi in 1,000 articles, beside looking through them without an index.

The articles are made up: words of jieba's dictionary, drawn as often as they are met, with punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from tests.benchmarks.rows import Row, at_least, at_most, ratio_at_most
from tests.benchmarks.timing import worked

if TYPE_CHECKING:
    from meipi_db import Library

_ARTICLES, _LENGTH = 1_000, 10_000
_EACH = 40
_LENGTHS = (1, 2, 3, 4, 6, 8)
_SYLLABLES = (1, 2, 3, 4)
_SENTENCE = 14
_SCRIPTS = ("s2t", "t2s")
_IN_MEMORY = "str in the compared texts, all in memory; without places"
_WITHOUT_INDEX = "the same library looked through without its index"
_SCANNED = 3


def run() -> list[Row]:
    """The index, what it takes, and queries of each length."""
    texts = articles(_ARTICLES, _LENGTH)
    with TemporaryDirectory() as folder:
        return [*_measured(Path(folder), texts)]


def articles(count: int, length: int) -> list[str]:
    """So many texts of so many code points, always the same."""
    from meipi.language import jieba_tables

    counted = [(parts[0], int(parts[1])) for line in jieba_tables.lines() if len(parts := line.split()) > 1]
    words, counts = zip(*counted, strict=True)
    chances = np.array(counts, float)
    draw = np.random.default_rng(1)
    made = []
    for _ in range(count):
        parts: list[str] = []
        have = since = 0
        for number in draw.choice(len(words), length, p=chances / chances.sum()).tolist():
            parts.append(words[number])
            have, since = have + len(words[number]), since + len(words[number])
            if since > _SENTENCE:
                parts.append("，" if draw.random() < 0.7 else "。\n")
                since = 0
            if have > length:
                break
        made.append("".join(parts)[:length])
    return made


def _measured(folder: Path, texts: Sequence[str]) -> Iterator[Row]:
    from meipi.workspace import open_library

    path = folder / "library.db"
    size = sum(len(text.encode()) for text in texts)
    with open_library(path) as library:
        with library.transaction():
            for text in texts:
                library.add_article(title=text[:10], text=text)
        before = _size(library)
        begun = perf_counter()
        library.index().take_up()
        speed = sum(map(len, texts)) / (perf_counter() - begun) / 1e6
        yield at_least(0.5, "index built, million hanzi a second", speed, "")
        yield at_most(1.5, "index ÷ texts in UTF-8", (_size(library) - before) / size, "")
        yield from _asked(library, texts)


def _size(library: Library) -> int:
    """Bytes of the file that hold something."""
    rows = library._connection.rows
    rows("PRAGMA wal_checkpoint(TRUNCATE)")
    pages, free, size = (
        rows(f"PRAGMA {name}")[0][0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _asked(library: Library, texts: Sequence[str]) -> Iterator[Row]:
    from meipi.language.matched import compared
    from meipi.language.script import convert

    folded = {info.id: compared(library.article(info.id).text) for info in library.articles()}
    random = Random(2)
    every: list[float] = []
    differing = 0
    library.find("yanhu")  # what is made at the first search
    for count in _LENGTHS:
        queries = [convert(_passage(random, texts, count), _SCRIPTS[each % 2]).text for each in range(_EACH)]
        times, scans = [], []
        for query in queries:
            form = compared(query)
            times.append(worked(lambda query=query: library.find(query)))
            scans.append(worked(lambda form=form: _scan(folded, form)))
            differing += {*library.find(query).articles} != _scan(folded, form)
        every += times
        yield Row(f"{count} hanzi, median", median(times), "ms", _IN_MEMORY, median(scans))
        yield at_most(20, f"{count} hanzi, p95", _p95(times), "ms")
        if count > 1:
            looked_through = median([_looked_through(library, query) for query in queries[:_SCANNED]])
            yield ratio_at_most(
                0.2, f"{count} hanzi, median", median(times), "ms", _WITHOUT_INDEX, looked_through
            )
    for count in _SYLLABLES:
        queries = ["".join(map(_letters, _passage(random, texts, count))) for _ in range(_EACH)]
        times = [worked(lambda query=query: library.find(query)) for query in queries]
        every += times
        yield Row(f"{count} syllables of pinyin, median", median(times), "ms")
        yield at_most(20, f"{count} syllables of pinyin, p95", _p95(times), "ms")
    yield at_most(20, "all of these, p95", _p95(every), "ms")
    yield at_most(0, "queries in hanzi that find other articles than the peer", differing, "")


def _looked_through(library: Library, query: str) -> float:
    index = library.index()
    index.damaged = True
    taken = worked(lambda: library.find(query))
    index.damaged = False
    return taken


def _scan(folded: dict[int, str], form: str) -> set[int]:
    return {key for key, text in folded.items() if form in text}


def _passage(random: Random, texts: Sequence[str], count: int) -> str:
    """So many hanzi that stand together somewhere."""
    from meipi.language.hanzi import RUN

    while True:
        text = random.choice(texts)
        start = random.randrange(len(text) - count)
        if RUN.fullmatch(passage := text[start : start + count]):
            return passage


def _letters(char: str) -> str:
    from meipi.language.sounds import sounds

    known = sounds()
    return known.sets[known.numbers[ord(char)]][0].letters


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[ceil(len(times) * 0.95) - 1]
