"""Exceptions from conversion: forms that the reader wants shown otherwise than OpenCC shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from meipi.language.conversion import Conversion
from meipi.language.span import Span


class Exceptions:
    """Forms of the source, each with the form in which it is to be shown.

    They lie above a conversion: where one stands in the source, of several the longest, its form replaces
    whatever the converter made of it.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        """`forms` maps what the source has to what is shown. ValueError if either form of a pair is empty."""
        if not all(source and shown for source, shown in forms.items()):
            raise ValueError("an exception without a form")
        self._forms = dict(forms)
        self._pattern = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)")

    def over(self, conversion: Conversion, kept: Sequence[Span] = ()) -> Conversion:
        """The conversion with the exceptions; the spans of the source in `kept` are shown as they are.

        No exception acts on a part of those; they may overlap and stand in any order.
        """
        merged = _merged(kept)
        if not self._forms and not merged:
            return conversion
        kept_texts = [(span, conversion.source[span.start : span.end]) for span in merged]
        return conversion.overlaid(sorted([*kept_texts, *self._found(conversion.source, merged)]))

    def _found(self, text: str, kept: Sequence[Span]) -> Iterator[tuple[Span, str]]:
        start = 0
        for end, resume in [*kept, Span(len(text), len(text))] if self._forms else []:
            for found in self._pattern.finditer(text, start, end):
                yield Span(*found.span()), self._forms[found[0]]
            start = resume


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
