"""Conversion of script with its map of positions, beside OpenCC alone."""

from __future__ import annotations

from functools import partial
from statistics import median

from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import articles, of_length
from tests.benchmarks.timing import interleaved

_PHRASES = ("s2twp", "tw2sp", "s2hkp", "hk2sp")
_LENGTH = 100_000
_ROUNDS = 9


def run() -> list[Row]:
    """The same text by both, in turn, in every configuration."""
    import opencc

    from meipi.language.script import convert

    text = of_length(_LENGTH)
    configs = sorted(name.removesuffix(".json") for name in opencc.CONFIGS)
    plain: list[tuple[float, float]] = []
    rows: list[Row] = []
    for config in configs:
        engine = opencc.OpenCC(config)
        ours, peers = interleaved([partial(convert, text, config), partial(engine.convert, text)], _ROUNDS)
        if config in _PHRASES:
            what = f"{config}, million code points a second, positions followed"
            rows.append(Row(what, _rate(median(ours)), "M/s", "OpenCC, text only", _rate(median(peers))))
        else:
            plain.append((median(ours), median(peers)))
    what = f"{len(plain)} configurations without phrases, {_LENGTH:,} code points, median"
    pair = median(ours for ours, _ in plain), median(peers for _, peers in plain)
    differing = sum(
        convert(path.read_text("utf-8"), config).text
        != opencc.OpenCC(config).convert(path.read_text("utf-8"))
        for path in articles()
        for config in configs
    )
    count = len(articles()) * len(configs)
    return [
        Row(what, pair[0], "ms", "OpenCC, text only", pair[1]),
        *rows,
        at_most(0, f"articles that OpenCC converts otherwise, of {count}", differing, ""),
    ]


def _rate(milliseconds: float) -> float:
    return _LENGTH / milliseconds / 1000
