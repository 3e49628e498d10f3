"""Reading: how a code point is read, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple

UNSURE = 0.85
"""Below this confidence is the least sure twentieth of polyphones in running text: one hanzi in ninety."""


class Reading(NamedTuple):
    """How a code point is read."""

    pinyin: str
    """With its tone mark: "háng", neutral "de"."""
    confidence: float
    """How sure that is, from 0 to 1. Only the order tells: it is no measured probability."""
