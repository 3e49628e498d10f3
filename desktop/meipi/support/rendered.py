"""A note as it is shown in its card, in the margin and in the preview: the Markdown that people write there,
without its signs.

Bold, italics, code, links, headings, lists and quotes are understood; all else, HTML too, stands as it was
written. Nothing is loaded: a picture is its own Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from meipi.support.wrapping import Run

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"(\s*)[-*+]\s+")
_QUOTE = re.compile(r"(?:>\s?)+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# No part may run on over its own beginning, or over more than some: a hostile note would take for ever.
_INLINE = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<!!)\[(?P<link>(?:[^\[\]\\\n]|\\.)+)\]\((?P<address>(?:[^()\s]|\([^()\s]*\))*)\)"
    r"|(?P<bare>https?://[^\s<>()\[\]`，。、；：！？（）「」『』“”《》]+(?<![.,;:!?'\"*_]))"
    r"|(?P<strong>\*\*|__)(?=\S)(?P<bold>.{1,1000}?)(?<=\S)(?P=strong)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*\n]+?)(?<=\S)\*(?!\*)"
    r"|(?<![\w_])_(?=[^\s_])(?P<low>[^_\n]+?)(?<=\S)_(?![\w_])"
)


class Rendered(NamedTuple):
    """The text to show and the stretches of it that are not plain, in code points. They follow each other;
    one may lie within another."""

    text: str
    runs: tuple[Run, ...]


def rendered(note: str, code_family: str, gone: Container[str] = ()) -> Rendered:
    """The note without its Markdown signs; code is set in `code_family`, and links to the addresses in `gone`
    lead nowhere."""
    lines: list[str] = []
    runs: list[Run] = []
    offset = 0
    fence = ""
    for line in note.strip().splitlines():
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
            continue
        if fence:
            shown, found = line, [Run(0, len(line), family=code_family)] if line else []
        else:
            shown, found = _line(line, code_family, gone)
        lines.append(shown)
        runs.extend(_moved(run, offset) for run in found)
        offset += len(shown) + 1
    return Rendered("\n".join(lines), tuple(runs))


def _line(line: str, code_family: str, gone: Container[str]) -> tuple[str, list[Run]]:
    if heading := _HEADING.match(line):
        text, runs = _inline(line[heading.end() :], code_family, gone)
        return text, [Run(0, len(text), bold=True), *(run for run in runs if run.link)] if text else []
    lead = ""
    if bullet := _BULLET.match(line):
        lead, line = f"{bullet[1]}• ", line[bullet.end() :]
    elif quote := _QUOTE.match(line):
        lead, line = "│ ", line[quote.end() :]
    text, runs = _inline(line, code_family, gone)
    return lead + text, [_moved(run, len(lead)) for run in runs]


def _inline(line: str, code_family: str, gone: Container[str]) -> tuple[str, list[Run]]:
    parts: list[str] = []
    runs: list[Run] = []
    length = end = 0
    for found in _INLINE.finditer(line):
        kind = next(name for name in ("sign", "code", "link", "bare", "bold", "star", "low") if found[name])
        inner, within = found[kind], list[Run]()
        if kind in ("bold", "star", "low"):
            inner, within = _inline(inner, code_family, gone)
        elif kind == "link":
            inner = _ESCAPED.sub(r"\1", inner)
        between = line[end : found.start()]
        parts += (between, inner)
        length += len(between)
        behind = length + len(inner)
        match kind:
            case "code":
                runs.append(Run(length, behind, family=code_family))
            case "link" if found["address"]:
                address = found["address"]
                runs.append(Run(length, behind, link=address, gone=address in gone))
            case "bare":
                runs.append(Run(length, behind, link=inner))
            case "bold" | "star" | "low":
                runs.append(Run(length, behind, bold=kind == "bold", italic=kind != "bold"))
        runs.extend(_moved(run, length) for run in within)
        length, end = behind, found.end()
    return "".join((*parts, line[end:])), runs


def _moved(run: Run, by: int) -> Run:
    return run._replace(start=run.start + by, end=run.end + by)
