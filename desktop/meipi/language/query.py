"""Query: what a reader asks for in one line, parsed.

Words must all be there; "…", “…” and 「…」 hold a phrase together, a minus before a word or phrase leaves out
what has it, and tag:, source:, speaker:, colour: and in: narrow down where it is looked for. Syllables of
pinyin that are typed apart, yán hú, belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from meipi.language import typed_pinyin
from meipi.language.matched import compared
from meipi.language.typed_pinyin import Syllables

Kind = Literal["tag", "source", "speaker", "colour"]
Field = Literal["title", "text", "note", "tag"]

FIELDS: tuple[Field, ...] = ("title", "text", "note", "tag")
"""Where words are looked for."""

# As they are compared: Traditional has become Simplified.
_IN = frozenset({"in", "范围"})
_NAMES_OF_KINDS: dict[Kind, str] = {
    "tag": "tag tags 标签 标记",
    "source": "source author 来源 出处 作者",
    "speaker": "speaker 说话人 说话者 发言人",
    "colour": "colour color 颜色",
}
_NAMES_OF_FIELDS: dict[Field, str] = {
    "title": "title titles 标题 题目",
    "text": "text texts 正文 内文",
    "note": "note notes 笔记 批注 眉批",
    "tag": "tag tags 标签 标记",
}
_KINDS = {name: kind for kind, names in _NAMES_OF_KINDS.items() for name in names.split()}
_FIELDS = {name: field for field, names in _NAMES_OF_FIELDS.items() for name in names.split()}
_QUOTES = {'"': '"', "“": "”", "„": "”", "「": "」", "『": "』", "＂": "＂", "«": "»"}
_OPENING = "".join(_QUOTES)
_QUOTED = "|".join(
    f"{opening}(?P<q{number}>[^{closing}]*)(?:{closing}|$)"
    for number, (opening, closing) in enumerate(_QUOTES.items())
)
_WITHOUT, _VALUE = r"(?P<without>[-－−–](?=\S))?", rf"(?:{_QUOTED}|(?P<word>\S*))"
_PART = re.compile(rf"{_WITHOUT}(?:(?P<key>[^\s:：{_OPENING}]+)[:：])?{_VALUE}")
_WITHOUT_KEY = re.compile(_WITHOUT + _VALUE)


class Term(NamedTuple):
    """A word or phrase looked for: it is there where its letters are, or where one of its readings is."""

    form: str
    """As it is compared."""
    ways: tuple[Syllables, ...] = ()
    """What it may mean as pinyin; none if it is none."""

    @classmethod
    def of(cls, typed: str) -> Term:
        """What is meant by a word or phrase as it was typed."""
        return cls(compared(typed), typed_pinyin.meant(typed.strip()))


class Filter(NamedTuple):
    """A wish about where something stands."""

    kind: Kind
    value: str
    without: bool
    """Whether what fits is left out."""


@dataclass(frozen=True, slots=True)
class Query:
    """All of it."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    fields: frozenset[Field] = frozenset(FIELDS)

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.terms or self.filters)


def parse(typed: str) -> Query:
    """What is asked for. Total: what is no filter is a word."""
    terms: list[Term] = []
    without: list[Term] = []
    filters: list[Filter] = []
    fields: set[Field] = set()
    for part in _joined(_parts(typed)):
        key = compared(part.key)
        kind, field = _KINDS.get(key), _FIELDS.get(compared(part.value))
        if key in _IN and field and not part.without:
            fields.add(field)
        elif kind and compared(part.value):
            filters.append(Filter(kind, part.value, part.without))
        else:
            term = Term.of(f"{part.key}:{part.value}" if part.key else part.value)
            if term.form or term.ways:
                (without if part.without else terms).append(term)
    return Query(
        tuple(dict.fromkeys(terms)),
        tuple(dict.fromkeys(without)),
        tuple(filters),
        frozenset(fields or FIELDS),
    )


class _Part(NamedTuple):
    value: str
    key: str = ""
    without: bool = False
    quoted: bool = False


def _parts(typed: str) -> Iterator[_Part]:
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        found = _PART.match(typed, at)
        if found and found["key"] and not _is_key(found["key"]):
            found = _WITHOUT_KEY.match(typed, at)
        assert found is not None  # the last alternative fits anything
        values = [value for name, value in found.groupdict().items() if name[0] == "q" and value is not None]
        key = found.groupdict().get("key") or ""
        yield _Part(values[0] if values else found["word"], key, bool(found["without"]), bool(values))
        at = max(found.end(), at + 1)


def _is_key(key: str) -> bool:
    form = compared(key)
    return form in _KINDS or form in _IN


def _joined(parts: Iterator[_Part]) -> Iterator[_Part]:
    """The parts, words that follow each other and are a syllable each made one."""
    run: list[str] = []
    for part in parts:
        if not (part.key or part.without or part.quoted) and _is_syllable(part.value):
            run.append(part.value)
            continue
        if run:
            yield _Part(" ".join(run))
            run = []
        yield part
    if run:
        yield _Part(" ".join(run))


def _is_syllable(word: str) -> bool:
    return any(len(way) == 1 and way[0].whole for way in typed_pinyin.meant(word))
