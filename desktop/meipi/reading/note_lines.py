"""A note as the margin shows it: one run of words in a few lines, and which of them are links. Pure."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NamedTuple

from meipi.support.rendered import rendered
from meipi.support.wrapping import Run


class NoteLine(NamedTuple):
    """A line, and its links, by their places in it (code points)."""

    text: str
    links: tuple[Run, ...] = ()


def note_lines(
    note: str, gone: Container[str], fitting: Callable[[str], int], most: int
) -> tuple[NoteLine, ...]:
    """The note in at most so many lines, cut off with … where it needs more. `fitting` tells how many code
    points of a text go into one; links to the addresses in `gone` lead nowhere."""
    text, links = _in_one_line(note, gone)
    lines: list[NoteLine] = []
    at = 0
    while at < len(text) and len(lines) < most:
        rest = text[at:]
        count = fitting(rest)
        line = rest[:count].rstrip()
        lines.append(NoteLine(line, _within(links, at, at + len(line))))
        at += count
        at += len(text[at:]) - len(text[at:].lstrip())
    if at < len(text):
        last = lines[-1]
        kept = max(1, len(last.text) - 1)
        lines[-1] = NoteLine(last.text[:kept] + "…", _within(last.links, 0, kept))
    return tuple(lines)


def _in_one_line(note: str, gone: Container[str]) -> tuple[str, list[Run]]:
    """The note without the signs of Markdown, with single spaces for all white space, and its links."""
    shown = rendered(note, "", gone)
    kept: list[str] = []
    places = []
    for char in shown.text:
        places.append(len(kept))
        if not char.isspace():
            kept.append(char)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    text = "".join(kept).rstrip()
    places.append(len(text))
    links = [run._replace(start=places[run.start], end=places[run.end]) for run in shown.runs if run.link]
    return text, links


def _within(links: list[Run] | tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The links that have a part between two places, counted from the first of them."""
    return tuple(
        run._replace(start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in links
        if run.start < end and run.end > start
    )
