"""A span: a half-open range of code points of a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, `start <= end`, of whatever text it is used with."""

    start: int
    end: int
