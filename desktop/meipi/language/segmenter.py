"""Segmenter: jieba's words and tags of a text, without its whole dictionary in memory.

rjieba comes with 349,000 words, which take 31 MB and a tenth of a second to load. Here it begins with none.
Before it cuts a text it is told all words that stand there, and one that no text has for what the others
count together: so it finds what it would find if it knew all.
"""

from __future__ import annotations

import re
import sys
from functools import cache, lru_cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from threading import Lock
from typing import Protocol, cast

import numpy as np

from meipi.language import jieba_tables
from meipi.language.jieba_tables import JiebaTables

_REST = "\U0010ffff" * 8
_SURROGATE = re.compile("[\ud800-\udfff]")


class Engine(Protocol):
    """What rjieba's own class can do."""

    def add_word(self, word: str, freq: int, tag: str) -> object: ...
    def cut(self, text: str) -> list[str]: ...
    def tag(self, text: str) -> list[tuple[str, str]]: ...


def cut(text: str) -> list[str]:
    """jieba's words of a text in order."""
    return _segmenter().cut(text)


def tag(text: str) -> list[tuple[str, str]]:
    """jieba's words of a text in order, each with its tag."""
    return _segmenter().tag(text)


def learn(text: str) -> None:
    """Take in the words of a text of which parts will be asked for: a part alone takes as long as all."""
    _segmenter().learn(text)


@lru_cache(maxsize=1 << 12)
def has_word(word: str) -> bool:
    """Whether jieba's dictionary has a word."""
    return _tables().has(word)


class Segmenter:
    """An engine without words, and where they are to be had."""

    def __init__(self, engine: Engine, tables: JiebaTables) -> None:
        self._engine, self._tables, self._rest = engine, tables, tables.total
        self._known = np.zeros(tables.count, np.bool_)
        self._text = ""
        # An engine refuses to learn while it cuts for another thread.
        self._lock = Lock()
        engine.add_word(_REST, self._rest, "x")

    def cut(self, text: str) -> list[str]:
        """The words of a text in order."""
        text = _SURROGATE.sub("\ufffd", text)
        with self._lock:
            self._learn(text)
            return self._engine.cut(text)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The same with their tags."""
        text = _SURROGATE.sub("\ufffd", text)
        with self._lock:
            self._learn(text)
            return self._engine.tag(text)

    def learn(self, text: str) -> None:
        """Take in the words of a text."""
        with self._lock:
            self._learn(_SURROGATE.sub("\ufffd", text))

    def _learn(self, text: str) -> None:
        if text in self._text:
            return
        known, tables, rest = self._known, self._tables, self._rest
        for length, places, nodes in tables.words(text):
            new = np.flatnonzero(~known[nodes])
            for place, node in zip(places[new].tolist(), nodes[new].tolist(), strict=True):
                if not known[node]:
                    known[node] = True
                    kind = tables.kind(node)
                    self._engine.add_word(text[place : place + length], *kind)
                    rest -= kind.times
        if rest != self._rest:
            self._rest = rest
            self._engine.add_word(_REST, rest, "x")
        self._text = text


@cache
def _tables() -> JiebaTables:
    return jieba_tables.open_tables(jieba_tables.cache_file())


@cache
def _segmenter() -> Segmenter:
    return Segmenter(_engine(), _tables())


def _engine() -> Engine:
    """One without words. The package makes one with all of them when it is imported, so it is not."""
    name = "rjieba.rjieba"
    if name not in sys.modules:
        package = find_spec("rjieba")
        places = package.submodule_search_locations if package else None
        spec = PathFinder.find_spec(name, places) if places else None
        if spec is None or spec.loader is None:
            raise ModuleNotFoundError(name, name=name)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        sys.modules[name] = module
    return cast(Engine, sys.modules[name].Jieba.empty())
