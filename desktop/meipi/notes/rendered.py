"""A note as its card shows it: the Markdown that people write in a margin, without its signs.

Bold, italics, code, links, headings, lists and quotes are understood; all else stands as it was written.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from meipi.support.wrapping import Run

_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"(\s*)[-*+]\s+")
_QUOTE = re.compile(r"(?:>\s?)+")
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\[(?P<link>[^\]\n]+)\]\([^)\s]*\)"
    r"|(?P<strong>\*\*|__)(?=\S)(?P<bold>.+?)(?<=\S)(?P=strong)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*\n]+?)(?<=\S)\*(?!\*)"
    r"|(?<![\w_])_(?=[^\s_])(?P<low>[^_\n]+?)(?<=\S)_(?![\w_])"
)


class Rendered(NamedTuple):
    """The text to show and the stretches of it that are not plain, in code points."""

    text: str
    runs: tuple[Run, ...]


def rendered(note: str, code_family: str) -> Rendered:
    """The note without its Markdown signs; code is set in `code_family`."""
    lines: list[str] = []
    runs: list[Run] = []
    offset = 0
    for line in note.strip().splitlines():
        shown, found = _line(line, code_family)
        lines.append(shown)
        runs.extend(run._replace(start=run.start + offset, end=run.end + offset) for run in found)
        offset += len(shown) + 1
    return Rendered("\n".join(lines), tuple(runs))


def _line(line: str, code_family: str) -> tuple[str, list[Run]]:
    if heading := _HEADING.match(line):
        text, _ = _inline(line[heading.end() :], code_family)
        return text, [Run(0, len(text), bold=True)] if text else []
    lead = ""
    if bullet := _BULLET.match(line):
        lead, line = f"{bullet[1]}• ", line[bullet.end() :]
    elif quote := _QUOTE.match(line):
        lead, line = "│ ", line[quote.end() :]
    text, runs = _inline(line, code_family)
    shift = len(lead)
    return lead + text, [run._replace(start=run.start + shift, end=run.end + shift) for run in runs]


def _inline(line: str, code_family: str) -> tuple[str, list[Run]]:
    parts: list[str] = []
    runs: list[Run] = []
    length = end = 0
    for found in _INLINE.finditer(line):
        kind = found.lastgroup or ""
        between, inner = line[end : found.start()], found[kind]
        parts += (between, inner)
        length += len(between)
        if kind == "code":
            runs.append(Run(length, length + len(inner), family=code_family))
        elif kind != "link":
            runs.append(Run(length, length + len(inner), bold=kind == "bold", italic=kind != "bold"))
        length += len(inner)
        end = found.end()
    return "".join((*parts, line[end:])), runs
