"""The text as it is shown, and what joins it to the source text.

Made anew for each script and direction of writing.
Offsets named `source` are code points of the article's text, `shown` those of the converted one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from meipi.exchange.draft import Block, Inline
from meipi.language.script import Conversion
from meipi.language.span import Span
from meipi.reading import characters
from meipi.reading.analysis import Analysis, Ints
from meipi.reading.markup import Markup
from meipi.reading.metrics import KINDS, style_number
from meipi.reading.spacing import Punctuation


class Shown:
    """A conversion of the article's text, with the arrays that layout takes."""

    def __init__(
        self,
        conversion: Conversion,
        blocks: Sequence[Block],
        vertical: bool = False,
        inlines: Sequence[Inline] = (),
    ) -> None:
        """`blocks` and `inlines` are those of the source."""
        self.conversion = conversion
        self.text = conversion.text
        self.analysis = Analysis(self.text, vertical)
        self.markers: dict[int, str] = {}
        """What stands before the first line of a paragraph, by the paragraph's number."""
        self.kinds = self._kinds(blocks)
        code = np.flatnonzero(self.kinds == KINDS.index("code"))
        if len(code):
            self.analysis.keep_indents(code)
        self.markup = Markup(self.analysis, self.kinds, conversion, inlines)
        if vertical:
            self.analysis.turn(self.markup.cuts.mono())
        met = np.zeros(characters.CODE_POINTS, np.bool_)
        met[self.analysis.codes] = True
        self.distinct: characters.Codes = np.flatnonzero(met).astype(np.uint32)
        """Every code point of the text once."""
        self.commonest = int(np.bincount(self.kinds).argmax()) if len(self.kinds) else 0
        """The kind of most paragraphs, by its number."""
        self.others = {
            kind: self._places_of(kind) for kind in set(self.kinds.tolist()) if kind != self.commonest
        }
        """For each other kind, the code points of its paragraphs."""
        self._punctuation: dict[bool, Punctuation] = {}

    def _places_of(self, kind: int) -> Ints:
        paragraphs = self.analysis.paragraphs
        chosen = np.flatnonzero(self.kinds == kind)
        lengths = paragraphs.lasts[chosen] - paragraphs.firsts[chosen]
        before = np.cumsum(lengths) - lengths
        found: Ints = np.arange(int(lengths.sum()), dtype=np.int32) + np.repeat(
            paragraphs.firsts[chosen] - before, lengths
        ).astype(np.int32)
        return found

    def punctuation(self, mainland: bool) -> Punctuation:
        """Where white space is given up or asked for, in the mainland's forms or the others'."""
        if mainland not in self._punctuation:
            self._punctuation[mainland] = Punctuation(self.analysis, mainland=mainland)
        return self._punctuation[mainland]

    def _kinds(self, blocks: Sequence[Block]) -> npt.NDArray[np.uint8]:
        paragraphs = self.analysis.paragraphs
        kinds = np.full(len(paragraphs), KINDS.index("paragraph"), np.uint8)
        special = [
            (block, number)
            for block in blocks
            if block.kind != "paragraph" and (number := style_number(block.kind, block.level)) is not None
        ]
        if not special or not len(kinds):
            return kinds
        spans = [Span(block.start, block.end) for block, _ in special]
        if self.conversion.uneven:
            spans = [self.to_shown(span) for span in spans]
        bounds = np.array([(span.start, max(span.start, span.end - 1)) for span in spans], np.int32)
        places = np.maximum(np.searchsorted(paragraphs.starts, bounds, "right") - 1, 0)
        numbers = np.array([number for _, number in special], np.uint8)
        kinds[places[:, 0]] = numbers
        for place in np.flatnonzero(places[:, 1] > places[:, 0]).tolist():
            kinds[places[place, 0] : places[place, 1] + 1] = numbers[place]
        for (block, _), paragraph in zip(special, places[:, 0].tolist(), strict=True):
            if block.marker:
                self.markers[paragraph] = block.marker
        return kinds

    def to_source(self, shown: Span) -> Span:
        """The smallest span of whole units of the source that a span of the shown text stands for."""
        return self.conversion.to_source(shown)

    def to_shown(self, source: Span) -> Span:
        """The smallest span of whole units of the shown text that stands for a span of the source."""
        return self.conversion.to_target(source)

    def unit_at(self, shown: int) -> Span:
        """The source span of the unit that the shown code point belongs to, with all that a reader takes for
        one character with it."""
        return self.to_source(characters.cluster(self.analysis.codes, self.analysis.classes, shown))
