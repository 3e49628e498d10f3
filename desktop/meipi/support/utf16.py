"""Short texts cut at places that Qt counts, in UTF-16 units: a code point beyond U+FFFF is two."""

from __future__ import annotations


def length(text: str) -> int:
    """How many units a text has."""
    return len(_units(text)) // 2


def before(text: str, units: int) -> str:
    """What stands before a place given in units."""
    return _text(_units(text)[: 2 * units])


def behind(text: str, units: int) -> str:
    """What stands behind a place given in units."""
    return _text(_units(text)[2 * units :])


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")
