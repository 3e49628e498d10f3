"""Meanings in a few letters, to stand over a word in place of its reading."""

from __future__ import annotations

import re

LONGEST = 14
"""Letters: about as wide as three hanzi and a half, where readings have half their size."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# What sends elsewhere and says nothing of the word itself; and what is no English.
_ELSEWHERE = re.compile(
    r"(?:[\w-]+ )?(?:variant|form) of|see |same as|abbr|surname|also written|used in|CL:", re.IGNORECASE
)
_FOREIGN = re.compile(r"[^\x20-\x7e\u00c0-\u017f’]")


def short(word: str) -> str:
    """What a word in Simplified form means, as short as it can be told; "" if no sense is short enough.

    It is the first part of a sense that has no more than `LONGEST` letters; remarks in brackets and the "to"
    of verbs are left out. Of a word that may be one of several, by reading or Traditional form, nothing is
    told: the wrong meaning would be worse than none.
    """
    from meipi.language import words

    told: dict[tuple[str, str], list[str]] = {}
    for entry in words.look_up(word, 0):
        if entry.span.end == len(word):
            parts = [part for sense in entry.senses if not _ELSEWHERE.match(sense) for part in _parts(sense)]
            if parts:
                told.setdefault((entry.traditional, entry.pinyin.lower()), []).extend(parts)
    if len(told) != 1:
        return ""
    (parts,) = told.values()
    return next((part for part in parts if len(part) <= LONGEST and not _FOREIGN.search(part)), "")


def _parts(sense: str) -> list[str]:
    parts = (" ".join(part.split()) for part in _ASIDE.sub("", sense).split(";"))
    return [part.removeprefix("to ").strip(" ,.!?") for part in parts if part.strip(" ,.!?")]
