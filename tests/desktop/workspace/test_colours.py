from __future__ import annotations

import json

from meipi.support.assets import resource
from meipi.workspace import COLOURS, colour


def test_five_colours_that_can_be_told_apart() -> None:
    assert [found.id for found in COLOURS] == ["zhu", "teng", "zhu_qing", "tian", "ou"]
    assert [found.hanzi for found in COLOURS] == ["朱", "藤黃", "竹青", "天青", "藕荷"]
    assert len({found.name for found in COLOURS}) == 5
    assert colour("tian") is COLOURS[3]


def test_a_colour_of_another_version_is_shown_as_the_first() -> None:
    assert colour("black") is COLOURS[0]


def test_every_palette_has_every_colour() -> None:
    palettes = json.loads(resource("themes/tokens.json").read_text("utf-8"))["palette"]
    for palette in palettes.values():
        for part in ("hl", "hlEdge"):
            assert set(palette[part]) >= {found.id for found in COLOURS}
