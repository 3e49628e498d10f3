"""Code points and the UTF-16 units in which Qt counts. Pure."""

from __future__ import annotations

import numpy as np

from meipi.reading.characters import Codes

_LAST_OF_ONE_UNIT = 0xFFFF


class Utf16:
    """Translates places in one text: a code point beyond U+FFFF, such as 𠀀, is two units."""

    def __init__(self, codes: Codes) -> None:
        self._wide = np.flatnonzero(codes > _LAST_OF_ONE_UNIT)
        self._wide_units = self._wide + np.arange(len(self._wide))

    def units(self, place: int) -> int:
        """The units before a place given in code points."""
        return place + int(np.searchsorted(self._wide, place))

    def code_points(self, units: int) -> int:
        """The code points before a place given in units; between the halves of a pair, those before it."""
        return units - int(np.searchsorted(self._wide_units, units))
