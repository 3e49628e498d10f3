"""Colours of the tones: the schemes learners know, made readable on a given ground.

Pleco's are the defaults of that dictionary; Dummitt's are those of Nathan Dummitt's "Chinese Through Tone and
Color" (Hippocrene Books, 2008), with grey for the neutral tone. Both were made for white paper.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from types import MappingProxyType

from meipi.support.theme import contrast

SCHEMES = MappingProxyType(
    {
        "pleco": ("#E30000", "#02B31C", "#1510F0", "#8900BF", "#777777"),
        "dummitt": ("#FF0000", "#FFAA00", "#00AA00", "#0000FF", "#777777"),
    }
)
"""The colours of the tones 1 to 5 as published, by the scheme's id."""
OWN = "own"
"""The id of the scheme whose colours the reader chose."""

ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text, success criterion 1.4.3."""
_STEPS = 200


def colours(
    scheme: str, ground: str, reading: str, *, own: Sequence[str] = (), also: Sequence[str] = ()
) -> tuple[str, ...]:
    """Six colours `"#RRGGBB"`: the theme's `reading` colour for what has no tone, then the tones 1 to 5.

    Each keeps its hue and saturation; its lightness is moved just so far that it reaches a contrast of 4.5 on
    `ground`, and on the grounds in `also` as far as black or white would. `own` are the five colours of the
    scheme "own". KeyError for another scheme that is not in `SCHEMES`, ValueError unless `own` has five.
    """
    chosen = tuple(own) if scheme == OWN else SCHEMES[scheme]
    if len(chosen) != 5:
        raise ValueError(f"{len(chosen)} colours for five tones")
    return (reading, *(readable(colour, (ground, *also)) for colour in chosen))


def readable(colour: str, grounds: Sequence[str]) -> str:
    """`colour` with the least change of lightness (HLS) that gives it a contrast of 4.5 on all `grounds`.

    If no lightness does, the one whose worst contrast is best. On the first ground alone there always is one.
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)

    def at(light: float) -> str:
        channels = colorsys.hls_to_rgb(hue, light, saturation)
        return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)

    def worst(one: str) -> float:
        return min(contrast(one, ground) for ground in grounds)

    if worst(colour) >= ENOUGH:
        return colour
    lights = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda light: abs(light - lightness))
    candidates = [at(light) for light in lights]
    return next((one for one in candidates if worst(one) >= ENOUGH), max(candidates, key=worst))
