"""A dictionary in the form of CC-CEDICT: `traditional simplified [pin1 yin1] /sense/sense/`, a line an entry.

Others share it (HanDeDict, CFDICT). In its second version the syllables of a word stand together, in two
brackets: `[[pin1yin1]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from meipi.exchange.dictionary_error import DictionaryError
from meipi.language import cedict, own_dictionary
from meipi.language.own_dictionary import About

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_TOLD = re.compile(r"#! ?(\w+) ?= ?(.*)")
_TOGETHER = re.compile(r"\[\[([^\]]*)\]\]")
_SYLLABLE_ENDS = re.compile(r"(?<=[1-5])(?=[A-Za-z])")


def read_cedict(data: bytes, name: str, path: str) -> bytes:
    """The file for the text of such a dictionary; `name` is for one that does not tell its own."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DictionaryError("encoding", path) from error
    told: dict[str, str] = {}
    lines = list(_lines(text, told, path))
    if not lines:
        raise DictionaryError("empty", path)
    expected = told.get("entries", "")
    if expected.isdecimal() and int(expected) != len(lines):
        raise DictionaryError("counts", path, f"{len(lines)}/{expected}")
    date = told.get("date", "")[:10]
    title = " ".join(filter(None, (told.get("", name), date)))
    about = About(title, len(lines), "cedict", date, told.get("license", ""), told.get("publisher", ""))
    return own_dictionary.of_lines(about, lines)


def _lines(text: str, told: dict[str, str], path: str) -> Iterator[str]:
    """The entries; what the comments tell of the whole is put into `told`, the first of them as ""."""
    entries = 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if found := _TOLD.fullmatch(line):
            told[found[1]] = found[2].strip()
        elif line.startswith("#"):
            if comment := line.lstrip("# "):
                told.setdefault("", comment)
        elif line:
            line = _TOGETHER.sub(_apart, line)
            if cedict.parse(line) is None or _CONTROLS.search(line):
                raise DictionaryError("line" if entries else "unsupported", path, str(number))
            entries += 1
            yield line


def _apart(found: re.Match[str]) -> str:
    syllables = found[1].replace("-", " ")
    return f"[{_SYLLABLE_ENDS.sub(' ', syllables)}]"
