"""The open article as it is set now: which text is shown, in which type, with which readings.

A sheet outlives changes of script, phonetics and size: each conversion is kept (`conversions.py`), so that
turning back costs no conversion, and readings belong to the source.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import cast

from meipi.exchange.draft import Block, Inline
from meipi.language.span import Span
from meipi.reading.cases import Cases
from meipi.reading.conversions import Conversions
from meipi.reading.lexicon import Lexicon
from meipi.reading.metrics import NONE, PINYIN, metrics_for
from meipi.reading.readings import Readings, Spellings
from meipi.reading.shown import Shown
from meipi.reading.typeset import Typeset
from meipi.support.fonts import Family, Region, mono_family, phonetics_family, reading_family
from meipi.workspace.viewing import MIXED, SIMPLIFIED, TRADITIONAL, TypeChoice, Viewing

_MOST_KEPT = 2_500_000
"""Code points in all the settings of an article that are kept: each takes some ten bytes of memory."""

_MOST_SETTINGS = 6


class TypeRoom:
    """The type of every choice and region used so far; one for all articles."""

    def __init__(self) -> None:
        self.spellings = Spellings()
        self.lexicon = Lexicon()
        self._cases: dict[tuple[Region, TypeChoice], Cases] = {}

    def cases(self, region: Region, choice: TypeChoice) -> Cases:
        """The type for a region's forms in a choice of type."""
        # The measure changes no glyph.
        key = (region, replace(choice, measure=0))
        if key not in self._cases:
            # A face is some megabytes of tables; those of sizes long gone are not worth keeping.
            for old in list(self._cases)[:-5]:
                del self._cases[old]
            family = reading_family(region, cast(Family, choice.family))
            self._cases[key] = Cases(
                family, phonetics_family(), mono_family(), metrics_for(choice), mainland=region == "SC"
            )
        return self._cases[key]


class Sheet:
    """One article, set. `arrange` must be called before anything is asked."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        script: str,
        room: TypeRoom,
        inlines: Sequence[Inline] = (),
        exceptions: Callable[[str], Mapping[str, str]] = lambda script: {},
    ) -> None:
        """`script` is that of the text: "simplified", "traditional", "mixed" or "none". `exceptions` tells
        which forms the reader wants shown otherwise in a script than the converter does."""
        self.text, self.blocks, self.inlines, self.script = text, blocks, inlines, script
        self.length = len(text) - text.count("\n") - text.count("\r")
        """Code points of the text without its line endings."""
        self._room = room
        self.conversions = Conversions(text, blocks, inlines, exceptions)
        self._shown: dict[tuple[str, bool], Shown] = {}
        self.readings = Readings(text, room.spellings, room.lexicon)
        self._typesets: dict[tuple[str, TypeChoice, int, float], Typeset] = {}
        self.shown: Shown
        self.typeset: Typeset
        self.region: Region = "TC"

    def arrange(self, viewing: Viewing, measure: int, ratio: float, place: int = 0) -> None:
        """Set the article as the reader has chosen, `measure` logical pixels wide.

        `place` is the offset that will be in view: of a book that has not been converted yet, what is around
        it is.
        """
        config = self.configuration(viewing)
        self._convert(config, viewing.vertical, place)
        self.shown = self._shown[config, viewing.vertical]
        self.region = self._region(config)
        cases = self._room.cases(self.region, viewing.type)
        self.readings.choose(viewing.spoken, viewing.standard)
        pinyin = viewing.phonetics == PINYIN
        self.readings.glossed = pinyin and viewing.gloss and viewing.scope != "all"
        self.readings.by_word = pinyin and viewing.type.grouping == "word" and not self.readings.glossed
        setting = (config, replace(viewing.type, measure=0), measure, ratio)
        typeset = self._kept(setting)
        if typeset is None:
            typeset = Typeset(self.shown, cases, self.readings, measure, ratio)
        self.typeset = self._typesets[setting] = typeset

    def configuration(self, viewing: Viewing) -> str:
        """OpenCC's configuration for what the reader has chosen to see, "" for the source as it stands."""
        config = viewing.configuration(self.script)
        return self._to_simplified if config == "t2s" and self.script in (TRADITIONAL, MIXED) else config

    @cached_property
    def variant(self) -> str:
        """The form of Traditional that the article is written in, "tw" or "hk"; "" if in neither."""
        from meipi.language import regions

        region = regions.region_of(self.text) if self.script == TRADITIONAL else ""
        return {"taiwan": "tw", "hong kong": "hk"}.get(region, "")

    @cached_property
    def _to_simplified(self) -> str:
        from meipi.language import regions

        return regions.to_simplified(self.text)

    def _convert(self, config: str, vertical: bool, place: int) -> None:
        conversion = self.conversions.of(config, place)
        shown = self._shown.get((config, vertical))
        if shown is None or shown.conversion is not conversion:
            self._shown[config, vertical] = Shown(conversion, self.blocks, vertical, self.inlines)
            for setting in [each for each in self._typesets if each[0] == config]:
                if setting[1].vertical == vertical:
                    del self._typesets[setting]

    def _kept(self, setting: tuple[str, TypeChoice, int, float]) -> Typeset | None:
        """The article as it was set so before, or None; then there is room for one more.

        Readers turn script and readings on and off and on: the way back costs a repaint and no layout.
        """
        kept = self._typesets
        typeset = kept.pop(setting, None)
        if typeset is not None and typeset.told_all:
            return typeset
        del typeset
        self.__dict__.pop("typeset", None)
        while kept and (len(kept) >= _MOST_SETTINGS or (len(kept) + 1) * len(self.text) > _MOST_KEPT):
            del kept[next(iter(kept))]
        return None

    def _region(self, config: str) -> Region:
        if config.endswith("2s") or (not config and self.script == SIMPLIFIED):
            return "SC"
        return "HK" if config.endswith(("hk", "hkp")) else "TC"

    def read_lines(self, lines: range) -> bool:
        """Read what is missing in some lines; True if there was anything, so that lines are elsewhere now."""
        if self.typeset.metrics.phonetics == NONE or not len(lines):
            return False
        layout = self.typeset.layout
        shown = Span(int(layout.line_start[lines[0]]), int(layout.line_end[lines[-1]]))
        missing = self.readings.missing(self.shown.to_source(shown))
        self.read(missing)
        return bool(missing)

    def read(self, pieces: Sequence[Span]) -> None:
        """Read some pieces of the source, in order, and set anew the paragraphs they are in."""
        if not pieces:
            return
        self.readings.read(*pieces)
        paragraphs = self.typeset.layout.paragraphs
        first = paragraphs.at(self.to_shown(pieces[0].start))
        last = paragraphs.at(self.to_shown(pieces[-1].end - 1))
        self.typeset.renew(first, last + 1)

    def whole(self, span: Span) -> Span:
        """The span of the source grown to whole units: what conversion made one phrase, and a hanzi with what
        has no width of its own."""
        if span.start >= span.end:
            return span
        shown = self.shown.to_shown(span)
        unit_at = self.shown.unit_at
        return Span(unit_at(shown.start).start, unit_at(max(shown.start, shown.end - 1)).end)

    def boundary(self, source: int) -> int:
        """The place itself, or, if it is within a unit, where that begins."""
        shown = self.to_shown(source)
        if source >= len(self.text) or shown >= len(self.shown.text):
            return source
        return min(source, self.shown.unit_at(shown).start)

    def to_source(self, shown: int) -> int:
        """The place in the source of a place between two code points of the shown text."""
        return self.shown.to_source(Span(shown, shown)).start

    def to_shown(self, source: int) -> int:
        """The place in the shown text of a place between two code points of the source."""
        return self.shown.to_shown(Span(source, source)).start
