"""A StarDict dictionary: `.ifo` tells of it, `.idx` has its words, `.dict` its articles, `.syn` other words.

The format is that of StarDict's own description (doc/StarDictFileFormat, versions 2.4.2 and 3.0.0). No kept
library fits: those there are keep files of their own in the reader's home, or have no maintainer.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from meipi.exchange.dictionary_error import DictionaryError
from meipi.exchange.packed import LIMIT, Files, gunzipped
from meipi.exchange.stardict_article import Article, read_article
from meipi.language import own_dictionary
from meipi.language.own_dictionary import About, Row

PARTS = (".ifo", ".idx.gz", ".idx", ".dict.dz", ".dict", ".syn.dz", ".syn")
"""The suffixes of its files."""

_MAGIC = "StarDict's dict ifo file"
# Articles with bytes that are no UTF-8 are shown with marks in their place, unless these are so many of all.
_UNREADABLE_SHARE = 0.01
# More entries than any dictionary has; and articles may overlap, so that a small file has much text.
_MOST_ENTRIES = 3_000_000
# Code points of what is told of the dictionary's makers.
_LONGEST_TOLD = 200


class Word(NamedTuple):
    """A headword and where its article is."""

    word: str
    offset: int
    size: int


def read_stardict(files: Files, stem: str, path: str) -> bytes:
    """The file for the dictionary whose files are called `stem` and one of `PARTS`."""
    told = _told(_part(files, stem, ".ifo", path), path)
    words = list(_words(_part(files, stem, ".idx", path), told, path))
    if len(words) != _number(told, "wordcount", path):
        raise DictionaryError("counts", path, f"{len(words)}/{told['wordcount']}")
    others = _others(files, stem, told, words, path)
    articles = _part(files, stem, ".dict", path)
    rows = list(_rows(words, others, articles, told.get("sametypesequence", ""), path))
    if not rows:
        raise DictionaryError("empty", path)
    made_by = " · ".join(filter(None, (told.get(key, "") for key in ("author", "website", "description"))))
    about = About(
        told.get("bookname") or stem.rpartition("/")[2],
        len(rows),
        "rows",
        told.get("date", ""),
        source=made_by.replace("<br>", " ")[:_LONGEST_TOLD],
    )
    return own_dictionary.of_rows(about, rows)


def _part(files: Files, stem: str, suffix: str, path: str) -> bytes:
    """One of the files, unpacked if need be."""
    there = {name.lower(): name for name in files.names()}
    packed = ".gz" if suffix == ".idx" else ".dz"
    for ending in ("", packed):
        if name := there.get((stem + suffix + ending).lower()):
            data = files.read(name, LIMIT, path)
            return gunzipped(data, LIMIT, path) if ending else data
    raise DictionaryError("incomplete", path, stem.rpartition("/")[2] + suffix)


def _told(data: bytes, path: str) -> dict[str, str]:
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise DictionaryError("encoding", path) from error
    if not lines or lines[0].strip() != _MAGIC:
        raise DictionaryError("unsupported", path)
    pairs = (line.partition("=") for line in lines[1:])
    return {key.strip(): value.strip() for key, _, value in pairs}


def _number(told: Mapping[str, str], key: str, path: str) -> int:
    if not told.get(key, "").isdecimal():
        raise DictionaryError("damaged", path, key)
    return int(told[key])


def _words(data: bytes, told: Mapping[str, str], path: str) -> Iterator[Word]:
    size = _number(told, "idxfilesize", path)
    if len(data) != size:
        raise DictionaryError("truncated" if len(data) < size else "damaged", path)
    if _number(told, "wordcount", path) > _MOST_ENTRIES:
        raise DictionaryError("too_large", path)
    place = struct.Struct(">QI" if told.get("idxoffsetbits") == "64" else ">II")
    for word, at in _strings(data, place.size, path):
        yield Word(word, *place.unpack_from(data, at))


def _strings(data: bytes, after: int, path: str) -> Iterator[tuple[str, int]]:
    """Strings that end with a NUL, each with the place where `after` more bytes of it begin."""
    at = 0
    while at < len(data):
        end = data.find(b"\0", at)
        if end < 0 or end + 1 + after > len(data):
            raise DictionaryError("truncated", path)
        try:
            yield data[at:end].decode(), end + 1
        except UnicodeDecodeError as error:
            raise DictionaryError("encoding", path) from error
        at = end + 1 + after


def _others(
    files: Files, stem: str, told: Mapping[str, str], words: list[Word], path: str
) -> dict[int, list[str]]:
    """By the number of a word, what else its article is found by."""
    found: dict[int, list[str]] = {}
    if told.get("synwordcount", "0") == "0":
        return found
    count = 0
    data = _part(files, stem, ".syn", path)
    for other, at in _strings(data, 4, path):
        (number,) = struct.unpack_from(">I", data, at)
        if number >= len(words):
            raise DictionaryError("damaged", path, other)
        found.setdefault(number, []).append(other)
        count += 1
    if count != _number(told, "synwordcount", path):
        raise DictionaryError("counts", path, f"{count}/{told['synwordcount']}")
    return found


def _rows(
    words: list[Word], others: Mapping[int, list[str]], data: bytes, types: str, path: str
) -> Iterator[Row]:
    """A row for each article that has text; words that share one are together."""
    headwords: dict[tuple[int, int], list[str]] = {}
    for number, (word, offset, size) in enumerate(words):
        if offset + size > len(data):
            raise DictionaryError("truncated", path)
        headwords.setdefault((offset, size), []).extend((word, *others.get(number, ())))
    if sum(size for _, size in headwords) > LIMIT:
        raise DictionaryError("too_large", path)
    unreadable = 0
    for (offset, size), found in headwords.items():
        article: Article = read_article(data[offset : offset + size], types, path)
        unreadable += article.unreadable
        names = tuple(dict.fromkeys(name.strip() for name in found if name.strip()))
        if article.senses and names:
            yield Row(names, article.reading, article.senses)
    if unreadable > _UNREADABLE_SHARE * len(headwords):
        raise DictionaryError("encoding", path)
