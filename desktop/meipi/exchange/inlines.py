"""Inlines: which addresses are kept, those that stand in a plain text, and where a span may be cut."""

from __future__ import annotations

import re
import unicodedata

from .draft import Inline

_KEPT = re.compile(r"(?:https?://|mailto:|#)[^\x00-\x20\x7f]+", re.IGNORECASE)
_ADDRESS_LENGTH = 2048

# The host has a dot, and what follows it is of the characters that RFC 3986 knows: the hanzi behind an
# address are not part of it.
_LABEL = "[a-z0-9][a-z0-9-]{0,62}"
_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL}){{1,8}}(?::[0-9]{{1,5}})?"
    r"(?:[/?#][a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]{0,2048})?",
    re.IGNORECASE,
)
_BEHIND = ".,;:!?'*-"
_BRACKETS = {")": "(", "]": "["}
_JOINER = "\u200d"


def link_target(address: str) -> str:
    """The address, if it is one we keep for a link: http, https, mailto, or "#" and a name; else ""."""
    address = address.strip()
    return address if _KEPT.fullmatch(address) and len(address) <= _ADDRESS_LENGTH else ""


def image_target(address: str) -> str:
    """The address of an image as found, "" for one that holds the image itself or is out of all bounds."""
    address = address.strip()
    inside = address[:5].lower() == "data:"
    return "" if inside or len(address) > _ADDRESS_LENGTH else address


def links_of(text: str) -> tuple[Inline, ...]:
    """The addresses (http and https) that stand in a plain text, without the punctuation behind them."""
    links = []
    for found in _ADDRESS.finditer(text):
        address = _without_what_is_behind(found[0])
        if len(address) <= _ADDRESS_LENGTH:
            links.append(Inline("link", found.start(), found.start() + len(address), address))
    return tuple(links)


def settled(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, and with both ends behind the combining marks, variation
    selectors and joined characters that they would have cut off; start and end are equal if nothing is left.

    Spans that are nested or apart stay so.
    """
    while start < len(text) and (text[start].isspace() or _is_within(text, start)):
        start += 1
    while end < len(text) and _is_within(text, end):
        end += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


def _is_within(text: str, offset: int) -> bool:
    """Whether the code point at `offset` belongs to the one before it."""
    return (
        unicodedata.category(text[offset])[0] == "M"
        or text[offset] == _JOINER
        or (offset > 0 and text[offset - 1] == _JOINER)
    )


def _without_what_is_behind(address: str) -> str:
    while True:
        last = address[-1]
        opening = _BRACKETS.get(last)
        if last not in _BEHIND and (opening is None or address.count(opening) >= address.count(last)):
            return address
        address = address[:-1]
