"""The open article as it is set now: which text is shown, in which type, with which readings.

A sheet outlives changes of script, phonetics and size: each conversion is kept, so that turning back costs
no conversion, and readings belong to the source.
"""

from __future__ import annotations

from collections.abc import Sequence

from meipi.exchange.draft import Block
from meipi.language.script import Conversion, convert
from meipi.language.span import Span
from meipi.reading.metrics import NONE, metrics_for
from meipi.reading.shown import Readings, Shown, Spellings
from meipi.reading.typeset import Cases, Typeset
from meipi.support.fonts import Region, phonetics_family, reading_family
from meipi.workspace.viewing import SIMPLIFIED, Viewing


class TypeRoom:
    """The type of every size and region used so far; one for all articles."""

    def __init__(self) -> None:
        self.spellings = Spellings()
        self._cases: dict[tuple[Region, int, str], Cases] = {}

    def cases(self, region: Region, size: int, phonetics: str) -> Cases:
        """The type for a region's forms at a size, with room for the phonetics."""
        key = (region, size, phonetics)
        if key not in self._cases:
            # A face is some megabytes of tables; those of sizes long gone are not worth keeping.
            for old in list(self._cases)[:-5]:
                del self._cases[old]
            metrics = metrics_for(size, phonetics)
            self._cases[key] = Cases(reading_family(region), phonetics_family(), metrics)
        return self._cases[key]


class Sheet:
    """One article, set. `arrange` must be called before anything is asked."""

    def __init__(self, text: str, blocks: Sequence[Block], script: str, room: TypeRoom) -> None:
        """`script` is that of the text: "simplified", "traditional", "mixed" or "none"."""
        self.text, self.blocks, self.script = text, blocks, script
        self._room = room
        self._shown: dict[str, Shown] = {}
        self.readings = Readings(text, room.spellings)
        self.shown: Shown
        self.typeset: Typeset
        self.region: Region = "TC"

    def arrange(self, viewing: Viewing, measure: int, ratio: float) -> None:
        """Set the article as the reader has chosen, `measure` logical pixels wide."""
        config = viewing.configuration(self.script)
        if config not in self._shown:
            conversion = convert(self.text, config) if config else Conversion(self.text, self.text, "")
            self._shown[config] = Shown(conversion, self.blocks)
        self.shown = self._shown[config]
        self.region = self._region(config)
        cases = self._room.cases(self.region, viewing.size, viewing.phonetics)
        self._known = self.readings.known()
        self.typeset = Typeset(self.shown, cases, self.readings, measure, ratio)

    def _region(self, config: str) -> Region:
        if config == "t2s" or (not config and self.script == SIMPLIFIED):
            return "SC"
        return "HK" if config.endswith(("hk", "hkp")) else "TC"

    def read(self, lines: range) -> bool:
        """Read what is missing in some lines; True if they were set without it and must be set anew."""
        if self.typeset.metrics.phonetics == NONE or not len(lines):
            return False
        layout = self.typeset.layout
        shown = Span(int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]]))
        span = self.shown.to_source(shown)
        for piece in self.readings.missing(span):
            self.readings.read(piece)
        return bool(self.readings.missing(span, self._known))

    def to_source(self, shown: int) -> int:
        """The place in the source of a place between two code points of the shown text."""
        return self.shown.to_source(Span(shown, shown)).start

    def to_shown(self, source: int) -> int:
        """The place in the shown text of a place between two code points of the source."""
        return self.shown.to_shown(Span(source, source)).start
