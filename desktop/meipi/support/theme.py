"""The colours of the window and the page: paper by day, ink by night, sepia, and high contrast.

A colour is `"#RRGGBB"`, or `"#AARRGGBB"` where the ground shows through, as `QColor` reads it. The values
and their contrasts are those of `resources/themes/tokens.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from meipi.support.assets import resource

THEMES = ("paper", "night", "sepia", "contrast")
"""The names of the themes, in the order in which the command goes through them."""

SYSTEM = "system"
"""Stands for paper or night, as the desktop is light or dark."""

_PALETTES = {"paper": "light", "night": "dark", "sepia": "sepia", "contrast": "contrast"}
_RGBA = re.compile(r"rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)")


@dataclass(frozen=True, eq=False)
class Theme:
    """One set of colours; two themes are the same only if they are one object (`load` keeps them)."""

    name: str
    dark: bool
    paper: str
    """The reading page."""
    panel: str
    """Toolbar, panes and status bar."""
    raised: str
    """Buttons, cards, menus and dialogs."""
    hover: str
    """What lies under the pointer, and tags."""
    line: str
    line_strong: str
    ink: str
    soft: str
    """Text of second rank, at least 4.5:1 on every ground."""
    reading: str
    """Pinyin and zhuyin, at least 4.5:1 on a highlight too."""
    faint: str
    """Decoration only, never text."""
    cinnabar: str
    """Fills, lines and rings; for text there is `cinnabar_text`."""
    cinnabar_text: str
    cinnabar_wash: str
    on_cinnabar: str
    selection: str
    scrim: str
    """What dims the window beneath a sheet, with its transparency."""
    control: str
    """Tracks of switches and rails of sliders where they are off."""
    inks: Mapping[str, str]
    """The ground of a highlight, by the colour's id: zhu, teng, zhu_qing, tian, ou."""
    edges: Mapping[str, str]
    """Its strong form, for underlines and the edges of cards."""


@cache
def tokens() -> dict[str, Any]:
    """The whole file of design values."""
    content: dict[str, Any] = json.loads(resource("themes/tokens.json").read_text("utf-8"))
    return content


@cache
def load(name: str) -> Theme:
    """The theme of that name; KeyError if there is none."""
    colours = tokens()["palette"][_PALETTES[name]]
    plain = {_snake(key): _colour(value) for key, value in colours.items() if isinstance(value, str)}
    return Theme(
        name=name,
        dark=name == "night",
        inks=MappingProxyType(colours["hl"]),
        edges=MappingProxyType(colours["hlEdge"]),
        **plain,
    )


def mix(front: str, ground: str, share: float) -> str:
    """The opaque colour seen where `front` covers `ground` to that share, 0 to 1."""
    pairs = zip(_channels(front), _channels(ground), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _snake(key: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", key).lower()


def _colour(value: str) -> str:
    found = _RGBA.fullmatch(value)
    if not found:
        return value
    red, green, blue, alpha = found.groups()
    return f"#{round(float(alpha) * 255):02X}{int(red):02X}{int(green):02X}{int(blue):02X}"
