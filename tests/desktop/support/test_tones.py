"""Colours of the tones: readable in every theme, and not to be taken for one another."""

from __future__ import annotations

import colorsys
import math
from itertools import combinations

import pytest

from meipi.support.theme import THEMES, contrast, load
from meipi.support.tones import OWN, SCHEMES, colours, readable


def channels(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def lab(colour: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b* of an sRGB colour under D65."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", THEMES)
def test_each_tone_is_readable_and_like_no_other(name: str, scheme: str, marked: bool) -> None:
    theme = load(name)
    inks = tuple(theme.inks.values()) if marked else ()
    none, *tones = colours(scheme, theme.paper, theme.reading, also=inks)
    assert none == theme.reading
    assert len(tones) == 5
    for colour, published in zip(tones, SCHEMES[scheme], strict=True):
        assert min(contrast(colour, ground) for ground in (theme.paper, *inks)) >= 4.5
        hue, _, saturation = colorsys.rgb_to_hls(*channels(published))
        now, _, still = colorsys.rgb_to_hls(*channels(colour))
        assert saturation == 0 or (abs(hue - now) < 0.02 and still > 0.6)
    assert min(math.dist(lab(one), lab(other)) for one, other in combinations(tones, 2)) > (
        20 if marked else 35
    )


def test_what_is_readable_stays_as_published() -> None:
    assert colours("pleco", "#FFFFFF", "#000000")[3] == "#1510F0"
    assert readable("#777777", ["#000000"]) == "#777777"


def test_no_further_than_needed() -> None:
    assert contrast(readable("#FFAA00", ["#FFFFFF"]), "#FFFFFF") < 4.7


def test_where_nothing_is_enough_the_best_is_taken() -> None:
    assert readable("#808080", ["#000000", "#FFFFFF"]) == "#757575"


def test_own_colours() -> None:
    own = ["#111111", "#222222", "#333333", "#444444", "#000000"]
    assert colours(OWN, "#FFFFFF", "#123456", own=own) == ("#123456", *own)
    with pytest.raises(ValueError, match="2 colours for five tones"):
        colours(OWN, "#FFFFFF", "#123456", own=own[:2])
    with pytest.raises(KeyError):
        colours("rainbow", "#FFFFFF", "#123456")
