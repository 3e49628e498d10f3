from __future__ import annotations

import re
from dataclasses import fields

import pytest

from meipi.support.theme import THEMES, Theme, contrast, load, mix, tokens

COLOURS = [field.name for field in fields(Theme) if field.name not in ("name", "dark", "inks", "edges")]


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_written_as_qcolor_reads_it(name: str) -> None:
    theme = load(name)
    assert theme.name == name
    for colour in (*theme.inks.values(), *theme.edges.values(), *(getattr(theme, key) for key in COLOURS)):
        assert re.fullmatch("#([0-9A-F]{2})?[0-9A-F]{6}", colour)
    assert list(theme.inks) == list(theme.edges) == ["zhu", "teng", "zhu_qing", "tian", "ou"]


def test_a_theme_is_read_once() -> None:
    assert load("night") is load("night")
    assert load("night").dark
    assert not load("paper").dark
    with pytest.raises(KeyError):
        load("sunset")


def test_the_scrim_keeps_its_transparency() -> None:
    assert load("paper").scrim == "#6122201C"


@pytest.mark.parametrize("name", ["paper", "night"])
def test_the_contrasts_are_those_of_the_design(name: str) -> None:
    theme = load(name)
    table = tokens()["contrast"]["dark" if theme.dark else "light"]
    names = {"cinnabarText": "cinnabar_text", "cinnabarWash": "cinnabar_wash", "onCinnabar": "on_cinnabar"}

    def colour(key: str) -> str:
        kind, _, ink = key.partition(".")
        return theme.inks[ink] if kind == "hl" else getattr(theme, names.get(key, key))

    for front, grounds in table.items():
        for ground, stated in grounds.items():
            pair = (
                (theme.edges[ground], theme.raised) if front == "hlEdge" else (colour(front), colour(ground))
            )
            assert contrast(*pair) == pytest.approx(stated, abs=0.011), (front, ground)


def _pairs(theme: Theme) -> list[tuple[str, str]]:
    """Every text and every ground that it is ever set on."""
    grounds = [theme.paper, theme.panel, theme.raised, theme.hover]
    inks = list(theme.inks.values())
    return [
        *((theme.ink, ground) for ground in (*grounds, *inks, theme.selection, theme.cinnabar_wash)),
        *((theme.soft, ground) for ground in grounds),
        *((theme.reading, ground) for ground in (*grounds, *inks, theme.selection)),
        *((theme.cinnabar_text, ground) for ground in (*grounds, theme.cinnabar_wash)),
        (theme.on_cinnabar, theme.cinnabar),
    ]


@pytest.mark.parametrize(("name", "least"), [*((name, 4.5) for name in THEMES), ("contrast", 7)])
def test_every_text_can_be_read_on_every_ground(name: str, least: float) -> None:
    """WCAG 2.2: 1.4.3 (AA) in every theme, 1.4.6 (AAA) in that of high contrast."""
    assert {pair: contrast(*pair) for pair in _pairs(load(name)) if contrast(*pair) < least} == {}


@pytest.mark.parametrize(("name", "least"), [*((name, 3) for name in THEMES), ("contrast", 4.5)])
def test_edges_and_controls_can_be_seen(name: str, least: float) -> None:
    theme = load(name)
    lines = [theme.line, theme.line_strong] if name == "contrast" else []
    pairs = [(edge, ground) for edge in theme.edges.values() for ground in (theme.paper, theme.raised)]
    for edge in (theme.control, theme.cinnabar, *lines):
        pairs += [(edge, ground) for ground in (theme.paper, theme.panel, theme.raised)]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < least} == {}


def test_mix_and_contrast() -> None:
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
    assert mix("#123456", "#FEDCBA", 1) == "#123456"
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
