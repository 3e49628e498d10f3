"""Pinyin of running text, beside pypinyin as it comes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.rows import Row
from tests.benchmarks.texts import BESIDE, of_length
from tests.benchmarks.timing import interleaved

_PASSAGES = BESIDE / "data" / "readings" / "readings-dev.jsonl"
_SENTENCES = BESIDE / "data" / "cpp" / "dev_eval.tsv"
_LENGTH = 20_000
_PEER = "pypinyin"
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}

Reader = Callable[[str], Sequence[str | None]]


class Place(NamedTuple):
    """A labelled code point of a passage."""

    offset: int
    right: tuple[str, ...]
    """Readings to accept: syllable and tone digit, 5 for neutral, ü as v."""
    core: bool
    """Whether the character has two readings that are both common."""


def run() -> list[Row]:
    """Accuracy where labelled passages lie beside the project; speed in any case."""
    from meipi.language.pinyin import read

    rows: list[Row] = []
    if _PASSAGES.exists():
        passages = list(_passages())
        for what, core_only in (
            ("running text, characters with two common readings", True),
            ("running text, all", False),
        ):
            rows.append(_accuracy(what, passages, core_only))
    if _SENTENCES.exists():
        rows.append(_accuracy("one character a sentence, balanced (CPP)", list(_sentences()), False))
    text = of_length(_LENGTH)
    ours, peers = interleaved([partial(read, text), partial(_plain, text)], 5, warm_up=1)
    speed = [_LENGTH / median(times) for times in (ours, peers)]
    return [*rows, Row("read", speed[0], "thousand code points a second", _PEER, speed[1])]


def _plain(text: str) -> Sequence[str | None]:
    """pypinyin on the text as it stands, an item for each code point."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.TONE, errors=list)  # type: ignore[arg-type]


def _accuracy(what: str, passages: Sequence[tuple[str, list[Place]]], core_only: bool) -> Row:
    from meipi.language.pinyin import read

    shares: list[float] = []
    readers: tuple[Reader, ...] = (read, _plain)
    count = 0
    for reader in readers:
        count = right = 0
        for text, places in passages:
            readings = reader(text)
            for place in places:
                if place.core or not core_only:
                    count += 1
                    right += _numbered(readings[place.offset] or "") in place.right
        shares.append(100 * right / count)
    return Row(f"{what}: right of {count:,}", shares[0], "%", _PEER, shares[1])


def _passages() -> Iterator[tuple[str, list[Place]]]:
    for line in _PASSAGES.read_text("utf-8").splitlines():
        passage = json.loads(line)
        yield (
            passage["text"],
            [
                Place(label["i"], (label["gold"], *label["alts"]), not label.get("minor"))
                for label in passage["readings"]
            ],
        )


def _sentences() -> Iterator[tuple[str, list[Place]]]:
    for line in Path(_SENTENCES).read_text("utf-8").splitlines()[1:]:
        text, offset, gold = line.split("\t")
        yield text, [Place(int(offset), (gold,), True)]


def _numbered(reading: str) -> str:
    """ "háng" as "hang2"."""
    import unicodedata

    parts = unicodedata.normalize("NFD", reading)
    tone = next((_TONES[part] for part in parts if part in _TONES), "5")
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return plain.replace("ü", "v") + tone
