"""Pinyin: how the characters of a text are read."""

from __future__ import annotations

from meipi.language import script
from meipi.language.zhuyin import zhuyin

__all__ = ["read", "zhuyin"]


def read(text: str, trained: bool = True) -> list[str | None]:
    """The reading of each code point with its dictionary tone ("háng", neutral "de"); None where it has none.

    Read in context by pypinyin, on the Simplified form of the text, which has the same positions: fed with
    Traditional text pypinyin loses 3 to 4 points of accuracy. `polyphones` then puts right what hangs on
    grammar or, unless `trained` is false, on what the trained model knows.
    """
    from pypinyin import Style, lazy_pinyin

    from meipi.language import hanzi, polyphones

    # The Taiwan configuration also turns the particle 著 into 着, but leaves 著名.
    simplified = script.convert(text, "tw2s").text
    readings: list[str | None] = [None] * len(text)
    for run in hanzi.RUN.finditer(simplified):
        # A character that pypinyin does not know comes back as it is, each an item of its own.
        found = lazy_pinyin(run[0], style=Style.TONE, errors=list)  # type: ignore[arg-type]
        readings[run.start() : run.end()] = [
            None if hanzi.RUN.match(reading) else reading for reading in found
        ]
    polyphones.correct(text, simplified, readings, trained)
    return readings
