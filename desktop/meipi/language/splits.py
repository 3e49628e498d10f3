"""Splits: where the reader has corrected the words of a text, for every text from then on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from meipi.language import script
from meipi.language.span import Span


class Splits:
    """Corrections of words, each the pieces of a stretch of hanzi in order.

    ("研究", "生命") cuts 研究生命 between the two, ("北京大學",) makes one word of what was two. A correction
    acts wherever a text has these hanzi, in either script, if words begin and end at their ends without it:
    it never cuts into the words around. Of two that could act at a place, the longer does.
    """

    def __init__(self, corrections: Iterable[Sequence[str]] = ()) -> None:
        """Of two corrections of the same hanzi the later holds; ValueError if a piece is empty."""
        self._cuts: dict[str, tuple[int, ...]] = {}
        for pieces in corrections:
            if not pieces or not all(pieces):
                raise ValueError(f"no pieces of a word: {pieces!r}")
            whole = script.convert("".join(pieces), "t2s").text
            self._cuts[whole] = tuple(accumulate(map(len, pieces)))
        self._lengths = sorted({len(whole) for whole in self._cuts}, reverse=True)

    def apply(self, simplified: str, edges: list[int]) -> list[int]:
        """The edges of words in ascending order, 0 and the length among them, as corrected.

        `simplified` is the text that they belong to, in the Simplified form.
        """
        if not self._cuts:
            return edges
        known = set(edges)
        corrected: list[int] = []
        done = 0
        for edge in edges:
            if edge < done:
                continue
            corrected.append(edge)
            for length in self._lengths:
                cuts = self._cuts.get(simplified[edge : edge + length])
                if cuts is not None and edge + length in known:
                    corrected += (edge + cut for cut in cuts[:-1])
                    done = edge + length
                    break
        return corrected


NONE = Splits()


def correction(text: str, words: Sequence[Span], span: Span) -> tuple[str, ...]:
    """The pieces that make `span` of `text` one word, where `words` are the words of the text as they are.

    They begin and end with the words that the span has a part of: 研究 and 生命, where 生命 is chosen in the
    words 研究生 and 命.
    ValueError if the span is empty or no word has a part of it.
    """
    touched = [word for word in words if word.start < span.end and span.start < word.end]
    if not touched or span.start >= span.end:
        raise ValueError(f"no word at {span}")
    ends = sorted({touched[0].start, *span, touched[-1].end})
    return tuple(text[start:end] for start, end in pairwise(ends))
