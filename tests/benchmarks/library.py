"""A library of thousands of articles, and an article of thousands of marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.rows import Row, at_most, ratio_at_most
from tests.benchmarks.texts import of_length
from tests.benchmarks.timing import interleaved, timed

_ARTICLES = 5_000
_FEW = 5
_MARKS = 10_000
_LENGTH = 1_500
_ROUNDS = 60


def run() -> list[Row]:
    """Opening, listing, and what many marks cost."""
    with TemporaryDirectory() as folder:
        return [*_opened(Path(folder)), *_marked(Path(folder))]


def _filled(path: Path, count: int) -> None:
    from meipi.workspace import open_library

    text = of_length(_LENGTH)
    with open_library(path) as library, library.transaction():
        for number in range(count):
            article = library.add_article(title=f"文{number}", text=f"{number}{text}")
            for start in range(0, 200, 10):
                library.add_mark(article.id, (start, start + 5), colour="zhu", note="記" * (start % 3))


def _opened(folder: Path) -> Iterator[Row]:
    from meipi.workspace import open_library

    many, few = folder / "many.db", folder / "few.db"
    uids = {}
    for path, count in ((many, _ARTICLES), (few, _FEW)):
        _filled(path, count)
        with open_library(path) as library:
            uids[path] = library.article(count // 2 + 1).uid

    def opened(path: Path) -> None:
        with open_library(path) as library:
            article_id = library.last_article(uids[path])
            assert article_id is not None
            library.article(article_id)
            library.marks(article_id)

    works: list[Callable[[], object]] = [partial(opened, many), partial(opened, few)]
    times, few_times = interleaved(works, _ROUNDS, 5)
    what = f"a library of {_ARTICLES:,} articles opened at the article last read, median"
    yield ratio_at_most(1.2, what, median(times), "ms", f"one of {_FEW}", median(few_times))
    with open_library(many) as library:
        yield Row(f"the list of {_ARTICLES:,} articles read, the first time", timed(library.articles), "ms")
        again = [timed(library.articles) for _ in range(9)]
        yield Row("the same, after a change", median(again), "ms")


def _marked(folder: Path) -> Iterator[Row]:
    from meipi.workspace import open_library
    from meipi_db import sha256_of

    text = of_length(_MARKS * 5)
    with open_library(folder / "marked.db") as library:
        article = library.add_article(title="文", text=text)
        with library.transaction():
            for number in range(_MARKS):
                span = number * 5, number * 5 + 3
                library.add_mark(
                    article.id, span, colour="zhu", note="記", tags=("甲", "乙", "丙")[: number % 4]
                )
        load = partial(library.marks, article.id)
        what = f"{_MARKS:,} marks of an article with notes and tags loaded, the first time"
        yield at_most(200, what, timed(load), "ms")
        yield Row("the same, after a change", median(timed(load) for _ in range(9)), "ms")
        marks, new = load(), "新" + text
        moved = [replace(mark.over(new, (mark.start + 1, mark.end + 1)), placed="moved") for mark in marks]
        after = replace(article, text=new, sha256=sha256_of(new))
        put = partial(library.replace_text, after, original=None, reason="file", marks=moved)
        yield Row("the same: another text with every mark in another place written", timed(put), "ms")
