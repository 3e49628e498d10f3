"""What keys do to Markdown as it is written: lists go on, items move in and out, a selection is emphasised.

Pure: lines in, lines out. Columns count the positions of the text they are columns of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<marker>[-*+]|(?P<number>\d{1,9})(?P<behind>[.)]))(?P<space>[ \t]+)"
    r"(?P<box>\[[ xX]\][ \t]+)?"
)
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")


class Lead(NamedTuple):
    """What a line of a list or a quote begins with, and what the next one begins with to go on."""

    text: str
    next: str


def lead_of(line: str) -> Lead | None:
    """The beginning of a line; None if it is in no list and no quote."""
    item = _ITEM.match(line)
    if item is not None:
        marker = item["marker"]
        if item["number"]:
            marker = f"{int(item['number']) + 1}{item['behind']}"
        box = "[ ] " if item["box"] else ""
        return Lead(item[0], item["indent"] + marker + item["space"] + box)
    quote = _QUOTE.match(line)
    return Lead(quote[0], quote[0]) if quote is not None else None


def indented(lines: Sequence[str], above: Sequence[str]) -> list[str] | None:
    """Items of a list moved one level in, beneath the nearest of their own level in the lines `above`.

    None if they are none or stand as deep already as Markdown lets them.
    """
    first = _ITEM.match(lines[0])
    if first is None:
        return None
    for line in reversed(above):
        parent = _ITEM.match(line)
        if parent is None or len(parent["indent"]) < len(first["indent"]):
            return None
        if len(parent["indent"]) == len(first["indent"]):
            # Markdown takes an item for a part of another if it begins where the words of that begin.
            step = " " * len(parent["marker"] + parent["space"])
            return [_as_first(step + lines[0]), *(step + line for line in lines[1:])]
    return None


def outdented(lines: Sequence[str], above: Sequence[str]) -> list[str] | None:
    """Items moved one level out, to where an item of the lines `above` stands, the nearest last; None if they
    are none or stand at the edge."""
    first = _ITEM.match(lines[0])
    if first is None or not first["indent"]:
        return None
    wanted = 0
    for line in reversed(above):
        item = _ITEM.match(line)
        if item is None:
            break
        if len(item["indent"]) < len(first["indent"]):
            wanted = len(item["indent"])
            break
    step = len(first["indent"]) - wanted
    return [line[min(step, len(line) - len(line.lstrip(" \t"))) :] for line in lines]


def wrapped(text: str, sign: str) -> str:
    """The text within a pair of signs, or without them if it is within them already."""
    inside = text.removeprefix(sign).removesuffix(sign)
    # The outer signs of **bold** are no pair for italics; those of ***both*** are.
    part_of_bold = sign == "*" and inside.startswith("*") and not inside.startswith("**")
    if inside and len(text) == len(inside) + 2 * len(sign) and not part_of_bold:
        return inside
    # Signs beside white space would be no emphasis.
    bare = text.strip()
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{bare}{sign}{behind}"


def _as_first(line: str) -> str:
    """An item that begins a list of its own counts from 1."""
    item = _ITEM.match(line)
    if item is None or not item["number"]:
        return line
    return f"{item['indent']}1{item['behind']}{line[item.end('marker') :]}"
