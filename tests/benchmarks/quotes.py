"""Quotes and their speakers in labelled texts, as they are and in other marks and scripts; speed.

Spans count as found when both ends are exact, and only where the labels call them speech; partial quotations
are counted neither way. A speaker is right when one of the two strings contains the other in Simplified.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from typing import Any

from tests.benchmarks.rows import Row, at_least, at_most
from tests.benchmarks.texts import BESIDE, of_length
from tests.benchmarks.timing import interleaved, worked

from meipi.language import quotes
from meipi.language.script import convert
from meipi.language.span import Span

_DEV = BESIDE / "data" / "quotes" / "quotes-dev.jsonl"
_PEER = "every pair of marks"
_PAIR = re.compile(r"“[^”\n]*”|「[^」\n]*」|‘[^’\n]*’|\"[^\"\n]*\"")
_ROUNDS = 9
_LENGTH = 5_000
# How far a share may fall, in points, when only the writing is another.
_POINTS = 3
_NEWS = "ud"
_SEED = "seed"

Label = dict[str, Any]
Change = Callable[[str], str]


def _marks(before: str, after: str) -> Change:
    return partial(_translated, table=str.maketrans(before, after))


def _translated(text: str, table: dict[int, int]) -> str:
    return text.translate(table)


def _script(text: str, config: str) -> str:
    return convert(text, config).text


# Each leaves every code point where it is.
_CHANGES: dict[str, Change] = {
    "in Traditional": partial(_script, config="s2t"),
    "in Simplified": partial(_script, config="t2s"),
    "in 「」『』": _marks("“”‘’", "「」『』"),
    "in straight marks": _marks("“”‘’「」『』", "\"\"''\"\"''"),
    "with half-width punctuation": _marks("，：。！？；", ",:.!?;"),
}


def run() -> list[Row]:
    """The labelled texts where they lie beside the project; speed on the samples."""
    if not _DEV.exists():
        return _speed()
    labels = [json.loads(line) for line in _DEV.read_text("utf-8").splitlines()]
    plain = _count(labels)
    rows = [*_rows(f"{len(labels)} labelled texts", plain, labels), *_seed(labels)]
    for name, change in _CHANGES.items():
        rows += _same(name, plain, _count(labels, change))
    return [*rows, *_speed()]


def _rows(what: str, counted: Counter[str], labels: Sequence[Label]) -> list[Row]:
    found, right = _peer(labels)
    return [
        at_least(
            95, f"{what}: speech indeed of {counted['found']} spans called speech",
            _share(counted, "span", "found"), "%", _PEER, 100 * right / max(1, found),
        ),
        at_least(
            95, f"{what}: found of {counted['speech']} that are speech",
            _share(counted, "span", "speech"), "%",
        ),
        at_least(
            90, f"{what}: speaker right of {counted['named']} that the text names",
            _share(counted, "speaker", "named"), "%",
        ),
        at_least(
            93, f"{what}: of these {counted['news']} of news and wiki",
            _share(counted, "news right", "news"), "%",
        ),
        Row(f"{what}: the same to the character", _share(counted, "exact", "named"), "%"),
        at_most(
            20, f"{what}: given a speaker of {counted['nobody']} for whom the text names none",
            _share(counted, "invented", "nobody"), "%",
        ),
        Row(
            f"{what}: speaker right of {counted['implied']} whom only an earlier clause names",
            _share(counted, "implied right", "implied"), "%",
        ),
    ]  # fmt: skip


def _share(counted: Counter[str], part: str, whole: str) -> float:
    return 100 * counted[part] / max(1, counted[whole])


def _count(labels: Sequence[Label], change: Change = str) -> Counter[str]:
    counted: Counter[str] = Counter()
    for label in labels:
        text: str = label["text"]
        found = {q.span: q for q in quotes.find(change(text)) if q.kind == "speech"}
        kinds = {Span(q["start"], q["end"]): q["kind"] for q in label["quotes"]}
        counted["found"] += sum(kinds.get(span) != "either" for span in found)
        for quote in label["quotes"]:
            if quote["kind"] == "speech":
                _add(counted, text, quote, found.get(Span(quote["start"], quote["end"])), label["id"])
    return counted


def _add(counted: Counter[str], text: str, label: Label, quote: quotes.Quote | None, source: str) -> None:
    counted["speech"] += 1
    if quote is None:
        return
    counted["span"] += 1
    speaker = _simplified(text[slice(*quote.speaker)]) if quote.speaker else ""
    names = [_simplified(name) for name in (label["speaker"], *label["alts"]) if name]
    right = speaker != "" and any(speaker in name or name in speaker for name in names)
    if not names:
        counted["nobody"] += 1
        counted["invented"] += speaker != ""
    elif label["implicit"]:
        counted["implied"] += 1
        counted["implied right"] += right
    else:
        counted["named"] += 1
        counted["speaker"] += right
        counted["exact"] += speaker in names
        if source.startswith(_NEWS):
            counted["news"] += 1
            counted["news right"] += right


def _simplified(text: str) -> str:
    return convert(text, "t2s").text


def _peer(labels: Sequence[Label]) -> tuple[int, int]:
    """How many pairs of marks there are, and how many of them are speech."""
    found = right = 0
    for label in labels:
        kinds = {(q["start"], q["end"]): q["kind"] for q in label["quotes"]}
        pairs = [kinds.get(pair.span()) for pair in _PAIR.finditer(label["text"])]
        found += sum(kind != "either" for kind in pairs)
        right += pairs.count("speech")
    return found, right


def _seed(labels: Sequence[Label]) -> Iterator[Row]:
    """The salt lakes: every span, speaker and calling."""
    for label in labels:
        if not label["id"].startswith(_SEED):
            continue
        text = label["text"]
        expected = {(q["start"], q["end"], q["speaker"], q.get("role")) for q in label["quotes"]}
        found = {
            (*q.span, q.speaker and text[slice(*q.speaker)], q.role and text[slice(*q.role)])
            for q in quotes.find(text)
            if q.kind == "speech"
        }
        what = f"the salt lakes: of {len(expected)} quotes with speaker and role, other than labelled"
        yield at_most(0, what, len(found ^ expected), "")


def _same(name: str, plain: Counter[str], changed: Counter[str]) -> Iterator[Row]:
    """The worst fall of a share when only the writing is another."""
    falls = [
        _share(plain, part, whole) - _share(changed, part, whole)
        for part, whole in (("span", "found"), ("span", "speech"), ("speaker", "named"))
    ]
    yield at_most(_POINTS, f"the same {name}: at worst lower by", max(0, *falls), "points")


def _speed() -> list[Row]:
    text = of_length(_LENGTH)
    ours, peers = interleaved(
        [partial(quotes.find, text), lambda: [pair.span() for pair in _PAIR.finditer(text)]], _ROUNDS
    )
    cpu = min(worked(partial(quotes.find, text)) for _ in range(_ROUNDS))
    return [
        Row(
            f"an article of {_LENGTH:,} code points", median(ours), "ms", _PEER, median(peers),
            "≤ 100 ms of the processor", cpu <= 100, cpu,
        )
    ]  # fmt: skip
