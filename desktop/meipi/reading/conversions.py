"""The article's text in every script asked for: whole if it is not long, of a book at first near the page.

Over each lies what is not converted: code and addresses, which stay as they are, and the reader's exceptions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from meipi.exchange.draft import Block, Inline
from meipi.exchange.unconverted import unconverted
from meipi.language.exceptions import Exceptions
from meipi.language.script import Conversion, convert, script_of
from meipi.language.span import Span

AT_ONCE = 50_000
"""Code points of the longest text that is converted when it is asked for: some hundredths of a second."""

_REACH = 10_000
"""Code points on either side of a place that are converted at once in a longer one: more than is in view."""


class Conversions:
    """What the text of one article becomes. Offsets are code points of the source."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        inlines: Sequence[Inline],
        exceptions: Callable[[str], Mapping[str, str]],
    ) -> None:
        """`exceptions` tells the reader's exceptions for "simplified" or "traditional"."""
        self.text = text
        self._kept = tuple(unconverted(text, blocks, inlines))
        self._exceptions = exceptions
        self._whole: dict[str, Conversion] = {"": Conversion(text, text, "")}
        self._layered: dict[str, Conversion] = {"": self._whole[""]}
        self._near: dict[str, tuple[Conversion, Span]] = {}

    def of(self, config: str, place: int) -> Conversion:
        """The text by an OpenCC configuration, the same object as long as it is known no better.

        Where `lacks` the configuration, only what is around `place` has been converted.
        """
        if config not in self._layered:
            if config not in self._whole and len(self.text) <= AT_ONCE:
                self._whole[config] = convert(self.text, config)
            if config not in self._whole:
                return self._around(config, place)
            self._layered[config] = self._over(self._whole[config])
        return self._layered[config]

    def lacks(self, config: str) -> bool:
        """Whether the whole text has yet to be converted and handed to `take`."""
        return config not in self._whole

    def reaches(self, config: str, span: Span) -> bool:
        """Whether a span of the source is converted."""
        if not self.lacks(config):
            return True
        near = self._near.get(config)
        return near is not None and near[1].start <= span.start and span.end <= near[1].end

    def take(self, whole: Conversion) -> None:
        """The whole text converted."""
        self._whole[whole.config] = whole
        self._near.pop(whole.config, None)

    def except_anew(self) -> None:
        """The reader's exceptions are others now."""
        self._layered = {"": self._whole[""]}
        self._near.clear()

    def _around(self, config: str, place: int) -> Conversion:
        from meipi.language.parts import convert_near

        if not self.reaches(config, Span(place, place + 1)):
            near, span = convert_near(self.text, config, place, _REACH)
            self._near[config] = self._over(near), span
        return self._near[config][0]

    def _over(self, conversion: Conversion) -> Conversion:
        exceptions = Exceptions(self._exceptions(script_of(conversion.config)))
        return exceptions.over(conversion, self._kept)
