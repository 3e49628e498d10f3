"""Addresses of articles and marks, and links to them in Markdown: the same in notes and in exported files.

`meipi://article/<uid>` is an article, `meipi://article/<uid>#m12` the mark with the block id `^m12` in its
export. In a note the number is followed by the beginning of the mark's own uid, `#m12-3f9a0c21`: where marks
were numbered anew, as after a restored backup, the right one is still found, and never another.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .markdown_text import escaped

SCHEME = "meipi:"

_UID_DIGITS = 8
_ADDRESS = re.compile(
    r"meipi://article/(?P<article>[0-9A-Za-z]+)(?:#m(?P<mark>\d{1,18})(?:-(?P<uid>[0-9a-z]+))?)?", re.ASCII
)
# A label may hold brackets behind a backslash.
_LINK = re.compile(r"\[(?:[^\[\]\\\n]|\\.)+\]\((meipi://[^()\s]*)\)")


class Address(NamedTuple):
    """Where a link leads: to an article, and to one of its marks if `mark_id` is not None."""

    article_uid: str
    mark_id: int | None = None
    mark_uid: str = ""
    """The beginning of the mark's uid; empty if it is not told."""


def address(article_uid: str, mark_id: int | None = None, mark_uid: str = "") -> str:
    """The address of an article or of one of its marks; of the mark's uid the beginning is enough."""
    place = "" if mark_id is None else f"#m{mark_id}"
    check = f"-{mark_uid[:_UID_DIGITS]}" if place and mark_uid else ""
    return f"meipi://article/{article_uid}{place}{check}"


def parsed(text: str) -> Address | None:
    """What an address leads to; None if it is none of ours."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    mark = found["mark"]
    return Address(found["article"], int(mark) if mark else None, found["uid"] or "")


def link(label: str, to: str) -> str:
    """A link in Markdown that shows the label exactly."""
    return f"[{escaped(label)}]({to})"


def addresses_in(note: str) -> tuple[str, ...]:
    """The addresses of ours to which a note has links, each once, in order."""
    if SCHEME not in note:
        return ()
    return tuple(dict.fromkeys(_LINK.findall(note)))
