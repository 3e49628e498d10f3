"""Searching 10 million hanzi in 1,000 articles, beside looking through folded texts that are all in memory.

The articles are made up: words of jieba's dictionary, drawn as often as they are met, with punctuation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from tests.benchmarks.rows import Row, at_least, at_most
from tests.benchmarks.timing import timed

if TYPE_CHECKING:
    from meipi_db import Library

_ARTICLES, _LENGTH = 1_000, 10_000
_EACH = 40
_LENGTHS = (1, 2, 3, 4, 6, 8)
_SYLLABLES = (1, 2, 3, 4)
_SENTENCE = 14


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
    from meipi.language import index_words, script
    from meipi.language.matched import compared

    folded = {
        each.id: compared(each.text) for each in (library.article(info.id) for info in library.articles())
    }
    sounds = {key: f" {index_words.of_text(text).sounding} " for key, text in folded.items()}
    random = Random(2)
    other = 0
    every: list[float] = []
    for count in _LENGTHS:
        queries = [
            script.convert(
                _passage(random, texts, count), random.choice(("s2t", "s2s", "t2s"))[:3].replace("s2s", "t2s")
            ).text
            for _ in range(_EACH)
        ]
        scans, times, differing = _both(library, queries, lambda query: _scan(folded, compared(query)))
        other += differing
        every += times
        name = f"{count} hanzi" if count > 1 else "1 hanzi"
        yield _row(f"{name}, median", median(times), scans, 5 if count > 1 else None)
        yield at_most(20, f"{name}, p95", _p95(times), "ms")
    for count in _SYLLABLES:
        queries = ["".join(_letters(char) for char in _passage(random, texts, count)) for _ in range(_EACH)]
        times = [timed(lambda query=query: library.find(query)) for query in queries]
        every += times
        yield Row(f"pinyin of {count} syllables, median", median(times), "ms")
        yield at_most(20, f"pinyin of {count} syllables, p95", _p95(times), "ms")
    yield at_most(20, "all of these, p95", _p95(every), "ms")
    yield at_most(0, "queries with other articles than the scan", other, "")
    assert sounds


def _row(what: str, figure: float, scans: Sequence[float], times: int | None) -> Row:
    peer, scan = "str.find in the folded texts", median(scans)
    if times is None:
        return Row(what, figure, "ms", peer, scan)
    return Row(what, figure, "ms", peer, scan, f"≤ {1 / times:g} ×", figure * times <= scan)


def _both(
    library: Library, queries: Sequence[str], scan: Callable[[str], set[int]]
) -> tuple[list[float], list[float], int]:
    scans, times, differing = [], [], 0
    for query in queries:
        times.append(timed(lambda query=query: library.find(query)))
        scans.append(timed(lambda query=query: scan(query)))
        differing += {*library.find(query).articles} != scan(query)
    return scans, times, differing


def _scan(folded: dict[int, str], query: str) -> set[int]:
    return {key for key, text in folded.items() if query in text}


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
