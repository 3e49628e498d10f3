"""Regional phrases: where a conversion that swaps words of different lengths put each of them.

OpenCC gives the converted text only, and comparing the two texts afterwards mistakes the places in a
quarter of such lines. So this follows OpenCC's own steps over its own dictionaries. The steps, from the
sources of OpenCC 1.4.2: normalise the text; cut it at the phrases of the segmentation dictionary; send
each segment alone through the stages of the chain; in each stage take the longest match of the first
dictionary that has one, and pass over a sequence that describes an ideograph (U+2FF0 and its like) whole.
Clauses in which no phrase acts are not followed: no key of the dictionaries reaches over the marks
between them.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from meipi.language.conversion import Piece
from meipi.language.span import Span

# Keys that begin alike and their values, and the lengths of the keys, the longest first.
Entries = tuple[dict[str, str], list[int]]


# No key and no value of a dictionary has any of these, so what stands between two of them is converted alone.
_CLAUSE_END = re.compile("[，。！？；：]")

# How many parts each operator of a description takes; and the longest description that OpenCC follows.
_OPERANDS = dict.fromkeys(map(chr, range(0x2FF0, 0x2FFE)), 2) | {"⿲": 3, "⿳": 3, "⿾": 1, "⿿": 1}
_LONGEST_DESCRIPTION = 64


class Stage(dict[str, list[Entries]]):
    """Dictionaries in order, of which the first with a match wins, however short.

    Under two code points of a text, or its last one, is what each of them has that may match there. It is
    found when it is wanted: to take all of the 65,000 lines apart takes as long as converting a book.
    """

    def __init__(self, layers: Sequence[Sequence[Sequence[str]]]) -> None:
        """Each layer is one dictionary, or several as one, of which an earlier one goes before. A dictionary
        is its lines in order: key, tab, values parted by spaces, of which only the first counts."""
        self._layers = layers
        self.firsts = frozenset(line[0] for lines in chain.from_iterable(layers) for line in lines)
        """With what the keys begin."""

    def __missing__(self, beginning: str) -> list[Entries]:
        first = beginning[0]
        longer = [_merged(lines, beginning, f"{beginning}\U0010ffff") for lines in self._layers]
        if len(beginning) > 1 and not any(longer):
            # The same as where the text ends; for most pairs it is so.
            found = self[first]
        else:
            alone = [_merged(lines, f"{first}\t", f"{first}\n") for lines in self._layers]
            both = longer if len(beginning) > 1 else alone
            merged = [short | long for short, long in zip(alone, both, strict=True)]
            found = [
                (entries, sorted({len(key) for key in entries}, reverse=True))
                for entries in merged
                if entries
            ]
        self[beginning] = found
        return found


def _merged(dictionaries: Sequence[Sequence[str]], begin: str, end: str) -> dict[str, str]:
    """The entries of the lines from one string up to another."""
    entries: dict[str, str] = {}
    for lines in reversed(dictionaries):
        for line in lines[bisect_left(lines, begin) : bisect_left(lines, end)]:
            key, _, values = line.partition("\t")
            entries[key] = values.partition(" ")[0]
    return entries


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps of one configuration."""

    normalization: Stage
    segmentation: Stage
    stages: tuple[Stage, ...]


def uneven(source: str, plain: str, target: str, config: str) -> tuple[Piece, ...]:
    """The pieces of `source` that have another length in `target`, in order.

    `target` is what OpenCC makes of `source` by `config`, `plain` what the variant-only configuration makes
    of it, which has the length of the source. Lines where those two agree hold no regional phrase.
    """
    pieces: list[Piece] = []
    here = there = 0
    lines = zip(source.split("\n"), plain.split("\n"), target.split("\n"), strict=True)
    for source_line, plain_line, target_line in lines:
        if plain_line != target_line:
            for begin, end in _line_pieces(source_line, plain_line, target_line, config):
                pieces.append(
                    Piece(
                        Span(here + begin.start, here + begin.end),
                        Span(there + end.start, there + end.end),
                    )
                )
        here += len(source_line) + 1
        there += len(target_line) + 1
    return tuple(pieces)


def _line_pieces(source: str, plain: str, target: str, config: str) -> Iterator[Piece]:
    steps = load(config)
    if steps is None:
        yield from _differing_middle(plain, target)
        return
    here, there = _clause_ends(source), _clause_ends(target)
    if len(here) != len(there) or not _OPERANDS.keys().isdisjoint(source):
        here, there = [len(source)], [len(target)]
    start = target_start = 0
    for end, target_end in zip(here, there, strict=True):
        clause, shown = source[start:end], target[target_start:target_end]
        if plain[start:end] != shown:
            text, pieces = follow(clause, steps)
            if text != shown:
                pieces = _differing_middle(plain[start:end], shown)
            for begun, ended in pieces:
                yield Piece(
                    Span(start + begun.start, start + begun.end),
                    Span(target_start + ended.start, target_start + ended.end),
                )
        start, target_start = end, target_end


def _clause_ends(line: str) -> list[int]:
    return [*(found.end() for found in _CLAUSE_END.finditer(line)), len(line)]


def _differing_middle(plain: str, target: str) -> list[Piece]:
    """One piece for all that is not the same from the start or from the end."""
    shorter = min(len(plain), len(target))
    if len(plain) == len(target):
        return []
    before = 0
    while before < shorter and plain[before] == target[before]:
        before += 1
    after = 0
    while after < shorter - before and plain[-1 - after] == target[-1 - after]:
        after += 1
    # Neither side may be empty: what has no counterpart joins its neighbour.
    if before == shorter - after:
        if before:
            before -= 1
        else:
            after -= 1
    return [Piece(Span(before, len(plain) - after), Span(before, len(target) - after))]


def follow(source: str, steps: Chain) -> tuple[str, list[Piece]]:
    """What the chain makes of `source`, and the pieces that have another length there."""
    ranges = [(offset, offset + 1) for offset in range(len(source))]
    text, ranges = _convert(source, ranges, steps.normalization)
    converted: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _segments(text, steps.segmentation):
        segment, origin = text[start:end], ranges[start:end]
        for stage in steps.stages:
            segment, origin = _convert(segment, origin, stage)
        converted.append(segment)
        origins += origin
    return "".join(converted), list(_units(origins))


def _units(origins: list[tuple[int, int]]) -> Iterator[Piece]:
    """The pieces of more than one code point, from the source range of each code point of the target."""
    start = 0
    while start < len(origins):
        begin, reach = origins[start]
        end = start + 1
        while end < len(origins) and origins[end][0] < reach:
            reach = max(reach, origins[end][1])
            end += 1
        if (reach - begin, end - start) != (1, 1):
            yield Piece(Span(begin, reach), Span(start, end))
        start = end


def _matches(text: str, stage: Stage) -> Iterator[tuple[int, int, str]]:
    """The dictionary entries that apply, from left to right: start, end, value."""
    offset, count = 0, len(text)
    while offset < count:
        value = None
        for entries, lengths in stage[text[offset : offset + 2]]:
            for length in lengths:
                value = entries.get(text[offset : offset + length])
                if value is not None:
                    break
            if value is not None:
                # A rest of the text that is shorter than the key is another key.
                end = min(offset + length, count)
                yield offset, end, value
                offset = end
                break
        if value is None:
            offset = _description_end(text, offset) if text[offset] in _OPERANDS else offset + 1


def _description_end(text: str, offset: int) -> int:
    """Where the description of an ideograph that begins here ends; after its operator if it is not whole."""
    wanted, end = 1, offset
    while wanted and end < min(len(text), offset + _LONGEST_DESCRIPTION):
        wanted += _OPERANDS.get(text[end], 0) - 1
        end += 1
    return offset + 1 if wanted else end


def _segments(text: str, stage: Stage) -> Iterator[tuple[int, int]]:
    """Each match is a segment, and so is everything between two of them."""
    done = 0
    for start, end, _ in _matches(text, stage):
        if done < start:
            yield done, start
        yield start, end
        done = end
    if done < len(text):
        yield done, len(text)


def _convert(text: str, ranges: list[tuple[int, int]], stage: Stage) -> tuple[str, list[tuple[int, int]]]:
    """One stage; `ranges` says which range of the source each code point comes from."""
    if stage.firsts.isdisjoint(text):
        return text, ranges
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    done = 0
    for start, end, value in _matches(text, stage):
        parts += (text[done:start], value)
        origins += ranges[done:start]
        if len(value) == end - start:
            origins += ranges[start:end]
        else:
            origins += [(ranges[start][0], ranges[end - 1][1])] * len(value)
        done = end
    parts.append(text[done:])
    origins += ranges[done:]
    return "".join(parts), origins


@lru_cache(maxsize=4)
def load(config: str) -> Chain | None:
    """The steps of a configuration of the installed OpenCC; None where its dictionaries cannot be read."""
    import json
    import subprocess

    import opencc

    home = Path(opencc.__file__).parent / "clib"
    try:
        steps = json.loads((home / "share/opencc" / f"{config}.json").read_text("utf-8"))
        normalization = {"type": "group", "dicts": [step["dict"] for step in steps.get("normalization", [])]}
        stages = [step["dict"] for step in steps["conversion_chain"]]
        read_dictionaries(home, {name for node in (normalization, *stages) for name in _files(node)})
        return Chain(_stage(normalization), _stage(steps["segmentation"]["dict"]), tuple(map(_stage, stages)))
    except (OSError, subprocess.SubprocessError, ValueError, KeyError):
        return None


def _stage(node: dict[str, Any]) -> Stage:
    return Stage([[_dictionaries[name] for name in names] for names in _layers(node)])


def _layers(node: dict[str, Any]) -> list[list[str]]:
    """The files of each layer; those of one layer are as one dictionary, in which the longest match wins."""
    if node["type"] != "group":
        return [[node["file"]]]
    layers = [layer for child in node["dicts"] for layer in _layers(child)]
    return [[name for layer in layers for name in layer]] if node.get("match_policy") == "union" else layers


def _files(node: dict[str, Any]) -> Iterator[str]:
    for names in _layers(node):
        yield from names


_dictionaries: dict[str, list[str]] = {}


def read_dictionaries(home: Path, names: Collection[str]) -> dict[str, list[str]]:
    """The lines of some of OpenCC's dictionaries, in order, by their names.

    OpenCC ships binary tries only, and a program that turns them into text, which is run on all at once.
    OSError or `subprocess.SubprocessError` if it does not.
    """
    import subprocess
    from tempfile import TemporaryDirectory

    program = home / "bin" / ("opencc_dict.exe" if sys.platform == "win32" else "opencc_dict")
    with TemporaryDirectory() as folder, ExitStack() as stack:
        running: dict[str, subprocess.Popen[bytes]] = {}
        for name in set(names) - _dictionaries.keys():
            source, written = home / "share/opencc" / name, Path(folder) / name
            process = subprocess.Popen(
                [program, "-i", source, "-o", written, "-f", "ocd2", "-t", "text"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            running[name] = stack.enter_context(process)
            stack.callback(process.kill)  # no harm to one that has ended
        for name, process in running.items():
            if failed := process.wait(timeout=10):
                raise subprocess.CalledProcessError(failed, program)
            _dictionaries[name] = sorted((Path(folder) / name).read_text("utf-8").splitlines())
    return {name: _dictionaries[name] for name in names}
