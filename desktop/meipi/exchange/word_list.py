"""Lists of words as text: one a line, with or without readings and meanings beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from meipi.language import hanzi

LONGEST = 12
"""A line with more hanzi in one piece is a sentence, no word."""

_NUMBERED = re.compile(r"^\s*(?:\d+\s*[.、)）:：]?|[-*•·])\s*")
_ASIDE = re.compile(r"[(（\[【〔<〈{].*?(?:[)）\]】〕>〉}]|$)")
_FIELDS = re.compile(r"[\t,，;；|｜/／、\"“”]|\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[·・-][^\W\d_]+)*")
_COMMENT = re.compile(r"^\s*(?:#|//)")


class WordList(NamedTuple):
    """What was understood of a list."""

    words: tuple[str, ...]
    """As they are written, each once, in the order of the list."""
    strange: tuple[str, ...]
    """The lines in which there is no word."""


def read(text: str) -> WordList:
    """The words of a list, in any script: the first field of each line that has hanzi, and what stands beside
    it as another form (爸爸|爸, 銀行/银行); numbers, readings, meanings and remarks in brackets are left out.

    Empty lines and those that begin with # are no part of the list.
    """
    words: dict[str, None] = {}
    strange: list[str] = []
    for line in text.lstrip("\ufeff").splitlines():
        if not line.strip() or _COMMENT.match(line):
            continue
        found = _words_of(line)
        if not found:
            strange.append(line.strip())
        words.update(dict.fromkeys(found))
    return WordList(tuple(words), tuple(strange))


def _words_of(line: str) -> list[str]:
    found: list[str] = []
    for field in _FIELDS.split(_ASIDE.sub(" ", _NUMBERED.sub("", line))):
        # HSK's own lists tell homographs apart by a number: 点1, 点2.
        part = field.strip().rstrip("0123456789")
        if hanzi.RUN.search(part):
            if not _WORD.fullmatch(part) or len(part) > LONGEST:
                break
            found.append(part)
        elif found and part:
            # Beyond the reading or meaning there are examples, no forms of the word.
            break
    return found


def write(rows: Iterable[Sequence[str]]) -> str:
    """A table with a tab between two columns and a line for each row, as flash card programs read it.

    Tabs and line ends within a field become spaces.
    """
    return "".join("\t".join(" ".join(field.split()) for field in row) + "\n" for row in rows)
