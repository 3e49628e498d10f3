"""Which of the installed font families serve which purpose.

Hanzi of one code point look different by region (骨, 直, 令), so a reading font is chosen by region, not by
what happens to hold the glyph. The lists are those of `resources/themes/tokens.json`.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from meipi.support.theme import tokens
from meipi.support.translation import tr

Region = Literal["TC", "SC", "HK"]
"""Forms of Taiwan, of the mainland, of Hong Kong."""

Family = Literal["song", "hei", "kai"]
"""Serif, sans, and the brush-like one of schoolbooks."""

_REGION = {"TC": "", "SC": "Simplified", "HK": "HongKong"}
_FAMILY = {"song": "reading", "hei": "readingSans", "kai": "readingKai"}
_GENERIC = ("serif", "sans-serif", "monospace")
# A Latin font comes first, else the curly quotes of English text are drawn full width.
_LATIN = ("Source Sans 3", "Noto Sans", "Segoe UI", ".AppleSystemUIFont", "DejaVu Sans", "Liberation Sans")


@cache
def installed() -> frozenset[str]:
    """The families on this machine, asked once."""
    return frozenset(QFontDatabase.families())


@cache
def reading_family(region: Region, family: Family = "song") -> str:
    """The first installed family for the text of an article; "serif" where none of them is.

    Where no Kai is installed, a Song takes its place.
    """
    if family == "kai" and not has_kai():
        family = "song"
    return _first(tokens()["fonts"][_FAMILY[family] + _REGION[region]])


def has_kai() -> bool:
    """True if a Kai of any region is installed."""
    return not installed().isdisjoint(tokens()["fonts"][_FAMILY["kai"]])


@cache
def phonetics_family() -> str:
    """The first installed family for pinyin and zhuyin."""
    return _first(tokens()["fonts"]["readings"])


@cache
def mono_family() -> str:
    """The family for code and for the preview of Markdown."""
    return _first(tokens()["fonts"]["mono"])


def interface_region() -> Region:
    """Whose forms of the hanzi the interface is drawn in: the mainland's in its language, else Taiwan's."""
    return "SC" if tr("TC") == "SC" else "TC"


def ui_families() -> tuple[str, ...]:
    """The installed families for the interface, Latin first."""
    return _ui_families(interface_region())


@cache
def _ui_families(region: Region) -> tuple[str, ...]:
    wanted = (*_LATIN, *(name.replace(" TC", f" {region}") for name in tokens()["fonts"]["ui"]))
    return tuple(name for name in wanted if name in installed()) or ("sans-serif",)


def ui_font(pixels: float = 13, *, bold: bool = False) -> QFont:
    """The font of the interface at a size in logical pixels."""
    return _font(ui_families(), pixels, bold)


def reading_font(region: Region, pixels: float, *, bold: bool = False, family: Family = "song") -> QFont:
    """The font of the text of an article at a size in logical pixels, with the forms of its region whatever
    the language of the interface."""
    font = _font((reading_family(region, family),), pixels, bold)
    # Qt hands the language of the interface to the font, which would give 骨 and ， the forms of that one.
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _first(wanted: list[str]) -> str:
    return next((name for name in wanted if name in installed() or name in _GENERIC), wanted[-1])


def _font(families: tuple[str, ...], pixels: float, bold: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    return font
