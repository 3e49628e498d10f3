"""Conversion of script with its map of positions, beside OpenCC alone; and how well the script is told."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row, at_least, at_most, ratio_at_most
from tests.benchmarks.texts import BESIDE, of_length
from tests.benchmarks.timing import interleaved

if TYPE_CHECKING:
    from meipi.language.script import Conversion

_SENTENCES = [BESIDE / "data" / "cpp" / name for name in ("train.tsv", "dev_eval.tsv")]
_PHRASES = ("s2twp", "tw2sp", "s2hkp", "hk2sp")
_LENGTH = 500_000
_ROUNDS = 7
_FUZZ = 60_000
# What OpenCC drops or refuses stands as this noncharacter for it, and is put back in order.
_STRANGE = re.compile("[\0\ud800-\udfff\uffff]")


def run() -> list[Row]:
    """The same texts by both, in turn, in every configuration."""
    import opencc

    configs = sorted(name.removesuffix(".json") for name in opencc.CONFIGS)
    simplified = _simplified()
    texts = {config: _source_of(config, simplified) for config in configs}
    return [
        *_equal(texts),
        *_fuzzed(configs),
        *_speed(texts),
        *_detection([line for line in simplified.split("\n") if len(line) > 10]),
    ]


def _simplified() -> str:
    """A megabyte and more of Simplified sentences, a line each."""
    if not all(path.exists() for path in _SENTENCES):
        from meipi.language.script import convert

        return convert(of_length(_LENGTH), "tw2sp").text
    lines = [line for path in _SENTENCES for line in path.read_text("utf-8").splitlines()[1:]]
    return "\n".join(line.split("\t")[0] for line in lines)


def _source_of(config: str, simplified: str) -> str:
    """The text in the script that a configuration converts from."""
    import opencc

    into = {"tw": "s2twp", "hk": "s2hkp", "t": "s2t", "jp": "s2t"}.get(config.partition("2")[0])
    text = opencc.OpenCC(into).convert(simplified) if into else simplified
    return opencc.OpenCC("t2jp").convert(text) if config.startswith("jp") else text


# -- the same, and the map ----------------------------------------------------------------------------


def _equal(texts: dict[str, str]) -> list[Row]:
    import opencc

    from meipi.language.script import convert

    differing = unsound = 0
    for config, text in texts.items():
        engine, conversion = opencc.OpenCC(config), convert(text, config)
        found = conversion.text.split("\n")
        differing += sum(
            ours != engine.convert(line) for line, ours in zip(text.split("\n"), found, strict=True)
        )
        unsound += not _is_sound(conversion)
    size = sum(len(text.encode()) for text in texts.values()) / len(texts) / 1e6
    count = sum(text.count("\n") + 1 for text in texts.values())
    what = f"of {count:,} paragraphs, {size:.1f} MB in each of {len(texts)} configurations, not OpenCC's own"
    return [at_most(0, what, differing, ""), at_most(0, "maps of these with a fault", unsound, "")]


def _is_sound(conversion: Conversion) -> bool:
    """Whether the map is complete and goes forward only."""
    source = target = 0
    for piece in conversion.uneven:
        here, there = piece.source.start - source, piece.target.start - target
        if here != there or here < 0:
            return False
        if piece.source.start >= piece.source.end or piece.target.start >= piece.target.end:
            return False
        source, target = piece.source.end, piece.target.end
    return len(conversion.source) - source == len(conversion.text) - target >= 0


def _fuzzed(configs: Sequence[str]) -> list[Row]:
    import opencc

    from meipi.language.script import convert

    engines = {config: opencc.OpenCC(config) for config in configs}
    differing = unsound = 0
    for number, text in enumerate(_strings()):
        config = configs[number % len(configs)]
        conversion = convert(text, config)
        kept = iter(_STRANGE.findall(text))
        plain = engines[config].convert(_STRANGE.sub("\uffff", text))
        differing += conversion.text != re.sub("\uffff", lambda _: next(kept), plain)  # noqa: B023
        unsound += not _is_sound(conversion)
    what = f"of {_FUZZ:,} random strings, not OpenCC's own"
    return [at_most(0, what, differing, ""), at_most(0, "maps of these with a fault", unsound, "")]


def _strings() -> Iterator[str]:
    """Keys of all dictionaries, whole and cut, among what leads converters astray; always the same ones."""
    import opencc

    from meipi.language import regional

    home = Path(opencc.__file__).parent / "clib"
    names = sorted(path.name for path in (home / "share/opencc").glob("*.ocd2"))
    dictionaries = regional.read_dictionaries(home, names)
    keys = [[line.partition("\t")[0] for line in dictionaries[name]] for name in names]
    chance = random.Random(4)
    ranges = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0xF900, 0xFAFF), (0x1F300, 0x1FAFF),
              (0x2FF0, 0x2FFF), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x300, 0x36F))  # fmt: skip
    others = ["\r\n", "\n", "\0", "\ud800", "\udfff", "\uffff", "，", "。", "a", " ", "\u200d"]

    def piece() -> str:
        kind = chance.random()
        if kind < 0.6:
            key = chance.choice(chance.choice(keys))
            cut = chance.randrange(len(key) + 1)
            return chance.choice([key, key, key[:cut], key[cut:]])
        return chr(chance.randint(*chance.choice(ranges))) if kind < 0.9 else chance.choice(others)

    for _ in range(_FUZZ):
        yield "".join(piece() for _ in range(chance.randint(1, 8)))


# -- speed ----------------------------------------------------------------------------------------------


def _speed(texts: dict[str, str]) -> list[Row]:
    import opencc

    from meipi.language.script import convert

    rows: list[Row] = []
    plain: list[tuple[float, float]] = []
    for config, text in texts.items():
        engine = opencc.OpenCC(config)
        ours, peers = interleaved([partial(convert, text, config), partial(engine.convert, text)], _ROUNDS)
        if config not in _PHRASES:
            plain.append((median(ours), median(peers)))
            continue
        what = f"{config}, million code points a second, positions followed"
        rows.append(at_least(0.4, what, _rate(text, ours), "M/s", "OpenCC, text only", _rate(text, peers)))
        followed = _followed(text, config)
        part = "\n".join(line for line in text.split("\n") if convert(line, config).uneven)
        dense = part * max(1, _LENGTH // 10 // max(1, len(part)))
        (times,) = interleaved([partial(convert, dense, config)], 3, warm_up=1)
        rows += [
            Row(f"{config}, code points in clauses that are followed", 100 * followed / len(text), "%"),
            at_least(0.4, f"{config}, only paragraphs in which a phrase acts", _rate(dense, times), "M/s"),
        ]
    what = f"{len(plain)} configurations without phrases, {_LENGTH:,} code points each, sum of medians"
    ours_ms, peers_ms = (sum(times) for times in zip(*plain, strict=True))
    return [ratio_at_most(1.3, what, ours_ms, "ms", "OpenCC, text only", peers_ms), *rows]


def _followed(text: str, config: str) -> int:
    """How many code points go the slow way."""
    from meipi.language import regional
    from meipi.language.script import convert

    counts: list[int] = []
    follow = regional.follow
    try:
        regional.follow = lambda part, chain: (counts.append(len(part)), follow(part, chain))[1]
        convert(text, config)
    finally:
        regional.follow = follow
    return sum(counts)


def _rate(text: str, milliseconds: Sequence[float]) -> float:
    return len(text) / median(milliseconds) / 1000


# -- which script ---------------------------------------------------------------------------------------


def _detection(lines: Sequence[str]) -> list[Row]:
    """Known Simplified as it is and made Traditional of each region: sentences, and texts of 60 sentences."""
    import opencc

    from meipi.language.detection import detect

    long = ["\n".join(lines[at : at + 60]) for at in range(0, len(lines) - 59, 60)]
    right = sum(detect(line).script == "simplified" for line in lines)
    rows = [at_least(98, "sentences told to be Simplified", 100 * right / len(lines), "%")]
    for config, region in (("s2tw", "taiwan"), ("s2hk", "hong kong"), ("s2t", "general")):
        engine = opencc.OpenCC(config)
        right = sum(detect(engine.convert(line)).script == "traditional" for line in lines)
        rows.append(
            at_least(98, f"sentences by {config} told to be Traditional", 100 * right / len(lines), "%")
        )
        right = sum(detect(engine.convert(text)).region == region for text in long)
        what = f"texts of 60 sentences by {config} told to be of its region"
        rows.append(at_least(90, what, 100 * right / max(1, len(long)), "%"))
    return rows
