"""Readings: of running text and of single characters, beside pypinyin as it comes and with more phrases."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import BESIDE, of_length
from tests.benchmarks.timing import interleaved

_PASSAGES = BESIDE / "data" / "readings" / "readings-dev.jsonl"
_SENTENCES = BESIDE / "data" / "cpp" / "dev_eval.tsv"
# Where a passage is from tells its kind; what its limit is, in per cent.
_KINDS = {
    "news and encyclopaedia": (("seed", "pud", "gsd"), 98.8),
    "dialogue, council": (("hk",), 98.8),
    "learners, patents": (("cfl", "pat"), 98.8),
    "prose of 1918 to 1948": (("luxun", "zhuziqing", "xiaohong", "yudafu"), 97.5),
    "novels before 1911": (("laocan", "guanchang"), None),
}
_ALL, _BALANCED, _SCRIPTS_APART, _SPEED, _ARTICLE, _UNSURE = 98.2, 97.8, 0.1, 50, 100, 50
_BOOK, _PIECE = 100_000, 2_000
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}

Reader = Callable[[str], Sequence[str | None]]


class Place(NamedTuple):
    """A labelled code point of a passage."""

    offset: int
    right: tuple[str, ...]
    """Readings to accept: syllable and tone digit, 5 for neutral, ü as v."""
    core: bool
    """Whether the character has two readings that are both common."""


class Passage(NamedTuple):
    source: str
    text: str
    places: list[Place]


def run() -> list[Row]:
    """Accuracy where labelled texts lie beside the project; speed in any case."""
    rows: list[Row] = [*_speed()]
    if _SENTENCES.exists():
        rows += _balanced([*_sentences()])
    # Last, for the peer takes in phrases that it keeps.
    if _PASSAGES.exists():
        rows += _running([*_passages()])
    return rows


def _running(passages: list[Passage]) -> Iterator[Row]:
    from meipi.language.pinyin import read

    peer, peer_name = _peer()
    for kind, (sources, limit) in _KINDS.items():
        of_kind = [passage for passage in passages if passage.source in sources]
        yield _row(f"running text, core: {kind}", of_kind, True, read, limit, peer, peer_name)
    yield _row("running text, core: all", passages, True, read, _ALL, peer, peer_name)
    yield _row("running text, all positions", passages, False, read, None, peer, peer_name)
    yield _unsure(passages)


def _balanced(sentences: list[Passage]) -> Iterator[Row]:
    from meipi.language import script
    from meipi.language.pinyin import read

    peer, peer_name = _plain, "pypinyin"
    row = _row("one character a sentence, balanced (CPP)", sentences, True, read, _BALANCED, peer, peer_name)
    yield row
    other = [each._replace(text=script.convert(each.text, "s2t").text) for each in sentences]
    traditional = _row("the same in Traditional (s2t)", other, True, read, None, peer, peer_name)
    apart = row.figure - traditional.figure
    yield Row(
        traditional.what, traditional.figure, "%", peer_name, traditional.peer_figure,
        f"{_SCRIPTS_APART} below", apart <= _SCRIPTS_APART,
    )  # fmt: skip


def _unsure(passages: list[Passage]) -> Row:
    """Of what is read wrong, the share among the twentieth of which it is least sure."""
    from meipi.language.pinyin import Options, read_with

    found: list[tuple[float, bool]] = []
    for passage in passages:
        readings = read_with(passage.text, Options())
        for place in passage.places:
            reading = readings[place.offset]
            if place.core and reading is not None:
                found.append((reading.confidence, _numbered(reading.pinyin) not in place.right))
    found.sort(key=lambda each: each[0])
    wrong = sum(bad for _, bad in found)
    caught = sum(bad for _, bad in found[: len(found) // 20])
    share = 100 * caught / wrong if wrong else 100.0
    what = f"of {wrong} read wrong, those among the least sure twentieth"
    return Row(what, share, "%", limit=f"≥ {_UNSURE} %", held=share >= _UNSURE)


def _speed() -> Iterator[Row]:
    from meipi.language.pinyin import read

    article, book = of_length(_PIECE), of_length(_BOOK)
    ours, peers = interleaved([partial(read, article), partial(_plain, article)], 5, warm_up=1)
    yield at_most(_ARTICLE, "an article of 2,000 code points", median(ours), "ms", "pypinyin", median(peers))
    begun = process_time()
    for start in range(0, _BOOK, _PIECE):
        read(book[start : start + _PIECE])
    speed = _BOOK / (process_time() - begun) / 1000
    unit = "thousand code points a second"
    yield Row("a book, by time of the processor", speed, unit, limit=f"≥ {_SPEED}", held=speed >= _SPEED)


def _peer() -> tuple[Reader, str]:
    """pypinyin on the Simplified form, with 400,000 phrases more if the package with these is there.

    pypinyin keeps them for the rest of the process.
    """
    if find_spec("pypinyin_dict") is None:
        return _plain, "pypinyin"
    from pypinyin_dict.phrase_pinyin_data import large_pinyin

    from meipi.language import script

    large_pinyin.load()

    def read(text: str) -> Sequence[str | None]:
        return _plain(script.convert(text, "t2s").text)

    return read, "pypinyin, large_pinyin"


def _plain(text: str) -> Sequence[str | None]:
    """pypinyin on the text as it stands, an item for each code point."""
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.TONE, errors=list)  # type: ignore[arg-type]


def _row(
    what: str,
    passages: list[Passage],
    core: bool,
    ours: Reader,
    limit: float | None,
    peer: Reader,
    peer_name: str,
) -> Row:
    figures = []
    count = 0
    for reader in (ours, peer):
        count = right = 0
        for passage in passages:
            readings = reader(passage.text)
            for place in passage.places:
                if place.core or not core:
                    count += 1
                    right += _numbered(readings[place.offset] or "") in place.right
        figures.append(100 * right / count)
    figure, peer_figure = figures
    # On no kind of text may it be below the peer.
    held = figure >= max(limit or 0.0, peer_figure)
    said = f"≥ {limit:g} %, the peer" if limit else "≥ the peer"
    return Row(f"{what}: right of {count:,}", figure, "%", peer_name, peer_figure, said, held)


def _passages() -> Iterator[Passage]:
    for line in _PASSAGES.read_text("utf-8").splitlines():
        passage = json.loads(line)
        places = [
            Place(label["i"], (label["gold"], *label["alts"]), not label.get("minor"))
            for label in passage["readings"]
        ]
        yield Passage(passage["id"].partition("-")[0], passage["text"], places)


def _sentences() -> Iterator[Passage]:
    for line in Path(_SENTENCES).read_text("utf-8").splitlines()[1:]:
        text, offset, gold = line.split("\t")
        yield Passage("cpp", text, [Place(int(offset), (gold,), True)])


def _numbered(reading: str) -> str:
    """ "háng" as "hang2"."""
    parts = unicodedata.normalize("NFD", reading)
    tone = next((_TONES[part] for part in parts if part in _TONES), "5")
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return plain.replace("ü", "v") + tone
