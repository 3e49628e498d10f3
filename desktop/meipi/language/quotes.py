"""Quotes: what a text quotes, whether it is speech or a word in quotation marks, and who says it.

By rules: marks are paired paragraph by paragraph; the clause before a quotation, and else the one after it,
tells that somebody speaks, and its subject who.
"""

from __future__ import annotations

import re
from dataclasses import replace

from meipi.language import quotes_marks, script
from meipi.language.quotes_marks import MARKS
from meipi.language.quotes_paragraph import Paragraph, Quote
from meipi.language.quotes_speakers import Subjects

__all__ = ["MARKS", "Quote", "find"]


def find(text: str) -> list[Quote]:
    """The quotes of a text in order, the outermost ones only. Total on any str.

    One that nothing closes ends with its paragraph, or with its last sentence before the next one, and is
    doubtful, unless the next paragraph opens again.
    """
    if not quotes_marks.has(text):
        return []
    plain = _plain(text)
    subjects = Subjects(plain)
    found: list[Quote] = []
    # How many of the last quotes are parts of one that the next paragraph goes on with.
    parts = 0
    for bounds, marks in quotes_marks.marked(text):
        goes_on = found[-1] if parts else None
        quotes = Paragraph(subjects, plain, bounds, marks, goes_on).read()
        if goes_on is not None and goes_on.speaker is None and quotes and quotes[0].speaker is not None:
            # Who says all of it is told after its last paragraph alone.
            first = quotes[0]
            said = [replace(q, speaker=first.speaker, role=first.role, cue=first.cue) for q in found[-parts:]]
            found[-parts:] = said
        found += quotes
        parts = (parts if len(marks) == 1 else 0) + 1 if marks and marks[-1].goes_on else 0
    return found


_FORMS = str.maketrans("著説,:!?;｡︰﹕﹐､．﹗﹖⋯", "着说，：！？；。：：，、.！？…")
_STOP = re.compile(r"(?<![0-9A-Za-z.])\.(?!\.)|\.(?![0-9A-Za-z.])(?<![ .][A-Z]\.)(?<!^[A-Z]\.)")
_DIGITS = re.compile(r"(?<=\d)[，：](?=\d)")


def _plain(text: str) -> str:
    """The text in Simplified, with full-width punctuation, code point by code point."""
    plain = script.convert(text, "t2s").text.translate(_FORMS)
    plain = plain.replace("...", "………")
    plain = _STOP.sub("。", plain)
    return _DIGITS.sub("_", plain)
