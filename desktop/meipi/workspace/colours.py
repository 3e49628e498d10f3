"""The five colours of marks, in the order of their keys 1 to 5."""

from __future__ import annotations

from typing import NamedTuple

from meipi.support.translation import tr_noop


class Colour(NamedTuple):
    """A colour of marks. The palette has its hue under `id`; `name` is English, to be shown through `tr`."""

    id: str
    name: str
    hanzi: str


COLOURS: tuple[Colour, ...] = (
    Colour("zhu", tr_noop("Vermilion"), "朱"),
    Colour("teng", tr_noop("Yellow"), "藤黃"),
    Colour("zhu_qing", tr_noop("Green"), "竹青"),
    Colour("tian", tr_noop("Blue"), "天青"),
    Colour("ou", tr_noop("Mauve"), "藕荷"),
)


def colour(colour_id: str) -> Colour:
    """The colour of that id; of one that this version does not know, the first."""
    return next((found for found in COLOURS if found.id == colour_id), COLOURS[0])
