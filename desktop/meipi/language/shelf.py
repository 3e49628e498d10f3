"""Shelf: the dictionaries that words are looked up in, in the order that the reader has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from meipi.language import own_dictionary, packaged_dictionary
from meipi.language.cedict_dictionary import CedictDictionary
from meipi.language.own_dictionary import Dictionary

PACKAGED = "CC-CEDICT"
"""The name of the dictionary that comes with the program."""


class Shelf:
    """Opens dictionaries when they are wanted first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: tuple[Path | None, ...] = (None,)
        self._open: dict[Path, Dictionary | None] = {}

    def arrange(self, places: Sequence[Path | None]) -> None:
        """Look up in these from now on, in this order; None is the packaged one."""
        with self._lock:
            self._places = tuple(places)

    def dictionaries(self) -> list[Dictionary]:
        """Those that can be read, in order.

        The first call of all makes an index of the packaged one in the user's cache folder, which takes a
        second or two.
        """
        with self._lock:
            found = [self._packaged() if place is None else self._own(place) for place in self._places]
        return [each for each in found if each is not None]

    def close(self) -> None:
        """Close the reader's own; they are opened again when they are wanted."""
        with self._lock:
            for each in self._open.values():
                if each is not None:
                    each.index.close()
            self._open.clear()

    def _packaged(self) -> Dictionary:
        return CedictDictionary(PACKAGED, packaged_dictionary.index())

    def _own(self, place: Path) -> Dictionary | None:
        # What was put away stays open: a look-up on another thread may be reading it.
        if place not in self._open:
            self._open[place] = own_dictionary.opened(place)
        return self._open[place]


THE = Shelf()
"""The one that all look-ups go to."""
