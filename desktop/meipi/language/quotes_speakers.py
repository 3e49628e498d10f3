"""Speakers: whom a clause that says that somebody speaks names.

A clause is read as subject, what is said of how, where and to whom, and the verb of speaking. The subject
ends where jieba's words begin to say something of it; of who it is the name and the calling are told apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from meipi.language import segmenter
from meipi.language.names import FAMILIAR, SOUNDS, SURNAMES, words_of
from meipi.language.quotes_names import ASIDE, is_name, is_somebody
from meipi.language.quotes_words import (
    MANNER,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
)
from meipi.language.span import Span

_PUNCTUATION = re.compile(r"[，、：；。！？…—,:;!?.\s]")
_OPENING_WORDS = re.compile(
    r"(?:但是|但|不过|可是|可|然而|而且|而|于是|然后|后来|接着|随后|同时|此外|另外|对此|其中|据悉|因此|所以|"
    r"并且|并|另|最后|最终|终于|原来|忽然|突然|只见|又|那时|这时|此时|当时|只听|听见|后|近日|日前|昨天|昨日|今天|今日|当天|"
    r"当日|当晚|去年|今年|前年|[0-9〇零一二三四五六七八九十]+[年月日点时]+[初底末]?|有一[回天次日]|这[天次回]|那[天次回])+"
)
_STATE = frozenset(
    {"v", "d", "p", "t", "c", "uj", "ul", "uz", "ug", "ud", "uv", "zg", "vd", "vg", "vq", "y", "f", "ad"}
)
_BODY = re.compile(r".{2,}(?:眼睛|眼|脸|头|手|气|嘴|眉|腰|神)\Z|.*[了着过].*")
_IN_THE_WORDS_OF = re.compile(
    r"(?:引用|借用|套用|用|以|拿)(.{1,20}?)的(?:原话|话|说法)(?:来)?(?:说|讲|形容)?\Z"
)
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_NAME = re.compile(
    r"[\u3400-\u9fffA-Za-z]+(?:[·•・‧][\u3400-\u9fffA-Za-z.\-]+)+|"
    r"[A-Z][A-Za-z.'’\- ]*[A-Za-z]|[\u3400-\u9fff]{2,4}\Z"
)


class _Word(NamedTuple):
    """A word of a clause as jieba cuts and tags it."""

    start: int
    end: int
    text: str
    tag: str


_IN_BRACKETS = "brackets"


def subject(text: str, start: int, end: int, *, person: bool = False) -> Span | None:
    """What the clause `text[start:end]`, without its verb of speaking, has for a subject; None if none.

    `person` asks for one that is certainly somebody.
    """
    quoted = _IN_THE_WORDS_OF.search(text, start, end)
    if quoted:
        return Span(*quoted.span(1))
    lead = _OPENING_WORDS.match(text, start, end)
    begin = lead.end() if lead else start
    while begin < end and text[begin].isspace():
        begin += 1
    if begin >= end:
        return None
    words = _words(text, begin, end)
    alone = _pronoun(text, begin, end)
    if alone is not None:
        return alone
    first, stop = _extent(words)
    named = _with_role(text, words, words[stop - 1].end if stop > first else begin, begin, end)
    if named is not None:
        return named
    if first == stop:
        return None
    if (
        words[stop - 1].text in PRONOUNS - {"自己", "本人"}
        and stop - 1 > first
        and words[stop - 2].text != "的"
    ):
        first = stop - 1
    found = _trimmed(text, words[first].start, words[stop - 1].end)
    if found is None:
        return None
    if stop < len(words) and words[stop].text in ("了", "着", "过") and words[stop - 1].text not in PRONOUNS:
        # 何伟摇 了: jieba has taken the verb for a part of the name.
        if found.end - found.start < 2:
            return None
        found = Span(found.start, found.end - 1)
    if person and not _somebody(text[found.start : found.end], words[first:stop]):
        return None
    return found


_PRONOUN = re.compile("|".join(sorted(PRONOUNS, key=len, reverse=True)))


def _pronoun(text: str, start: int, end: int) -> Span | None:
    """The pronoun that a clause begins with, if it is all that the subject has."""
    found = _PRONOUN.match(text, start, end)
    if found is None:
        return None
    rest = _words(text, found.end(), end)
    if rest and (rest[0].text == "的" or _end_of_nouns(rest, 0)):
        return None
    return Span(*found.span())


def _with_role(text: str, words: list[_Word], reached: int, begin: int, end: int) -> Span | None:
    """A subject with a calling in it, though jieba took a part of it for a verb."""
    for role in reversed([*_ROLE.finditer(text, begin, end)]):
        if role.end() < reached:
            return None
        before = [word for word in words if word.start < role.start() and word.start >= reached]
        if any(
            (word.text in PREPOSITIONS and word.tag == "p") or word.text in MANNER or word.text in PRONOUNS
            for word in before
        ):
            continue
        if reached < role.start() and any(word.text in ("了", "着", "过") for word in before):
            continue
        name = _NAME.match(text, role.end(), end)
        if name is not None:
            stop = _before_more(words, role.end(), name.end())
            if stop > role.end() and _may_be_name(text[role.end() : stop]):
                return Span(begin, stop)
        if reached < role.end() and (role.end() == end or any(word.start == role.end() for word in words)):
            return Span(begin, role.end())
    return None


def _before_more(words: list[_Word], start: int, end: int) -> int:
    """Where in `start` to `end` the clause goes on to say where or how."""
    return next(
        (
            word.start
            for word in words
            if start < word.start < end and (word.tag == "p" or word.text in MANNER)
        ),
        end,
    )


def _may_be_name(name: str) -> bool:
    """Whether what follows a calling is a name, though perhaps one that begins with no surname."""
    if not name.isalpha() or name.isascii() or is_name(name):
        return name not in MANNER
    if segmenter.has_word(name) or (segmenter.has_word(name[1:]) and name[0] in MANNER):
        return False
    return not set(name) & set("了着过地得的一")


_PLACES = frozenset("上中里内下前后时间际").union(
    words_of("会上 期间 以来 之后 之前 之时 当中 之中 里面 之间 以后 以前 过程中 现场 看来")
)
_ABOUT_PLACE = frozenset(("在", "从", "据", "自", "当", "自从", "根据", "按", "按照", "随着", "于", "每当"))


def _words(text: str, start: int, end: int) -> list[_Word]:
    """jieba's words of a clause; what stands in brackets is one, tagged as such."""
    found: list[_Word] = []
    place = start
    for aside in [*ASIDE.finditer(text, start, end), None]:
        stop = aside.start() if aside else end
        for word, tag in segmenter.tag(text[place:stop]):
            found.append(_Word(place, place + len(word), word, tag))
            place += len(word)
        if aside:
            found.append(_Word(*aside.span(), aside[0], _IN_BRACKETS))
            place = aside.end()
    return found


def _extent(words: list[_Word]) -> tuple[int, int]:
    """Of the words of a clause the first and the one after the last that its subject is made of."""
    first = 0
    while (
        first < len(words)
        and (
            (words[first].text in MANNER and words[first].tag != "nr") or words[first].tag in ("t", "c", "d")
        )
        and words[first].text not in PRONOUNS
        and not _familiar(words[first].text)
    ):
        first += 1
    if first < len(words) and _begins_phrase(words[first]):
        after = _after_place(words, first)
        if after is None:
            after = len(words)
        while after < len(words) and (words[after].text in MANNER or words[after].tag in ("t", "d", "c")):
            after += 1
        first = after
    stop = _end_of_nouns(words, first)
    if (
        stop < len(words)
        and words[stop].text in ("的", "地")
        and all(w.tag in ("a", "z", "ad", "d") for w in words[first:stop])
    ):
        first = stop + 1  # 懒懒的 答
        stop = _end_of_nouns(words, first)
    # 在门口等着的老人: what is said before 的 says who it is, if somebody comes after it.
    for index in range(len(words) - 1, stop - 1, -1):
        if words[index].text in ("的", "之"):
            after = _end_of_nouns(words, index + 1)
            named = "".join(word.text for word in words[index + 1 : after])
            turned = stop > first and words[stop].text in PREPOSITIONS
            if (
                after > index + 1
                and is_somebody(named)
                and not turned
                and (stop == first or after == len(words))
            ):
                return first, after
    return first, stop


def _begins_phrase(word: _Word) -> bool:
    """Whether a phrase begins that says where or to whom."""
    if word.text in PREPOSITIONS | _ABOUT_PLACE:
        return word.tag != "nr"
    return word.text[0] in "对向跟给朝冲" and word.tag != "nr" and not segmenter.has_word(word.text)


def _after_place(words: list[_Word], first: int) -> int | None:
    """Where the clause goes on after a phrase of place or time that it begins with; None if it has no end."""
    if words[first].text not in _ABOUT_PLACE:
        return None
    for index in range(first + 1, len(words)):
        if words[index].text in _PLACES or words[index].text[-2:] in _PLACES or words[index].tag == "f":
            return index + 1
    return None


def _end_of_nouns(words: list[_Word], first: int) -> int:
    index = first
    while index < len(words):
        _, _, word, tag = words[index]
        if (word in PREPOSITIONS and tag not in ("nr", "ns")) or (word in MANNER and word not in ROLES):
            break
        if word == "的" and index > first:
            index += 1
            continue
        if _familiar(word) or (index > first and _given(words[index - 1], word)):
            index += 1
            continue
        if tag in _STATE and word not in ROLES and word not in PRONOUNS and not SOUNDS.issuperset(word):
            break
        if index > first and _BODY.match(word) and tag != "nr":
            break
        if _PUNCTUATION.match(word) and not word.isspace():
            break
        if tag == _IN_BRACKETS and index == first:
            break
        index += 1
    while index > first and (words[index - 1].text == "的" or words[index - 1].text.isspace()):
        index -= 1
    return index


def _familiar(word: str) -> bool:
    """老周, 小何."""
    return len(word) == 2 and word[0] in FAMILIAR and word[1] in SURNAMES


def _given(before: _Word, word: str) -> bool:
    """Whether a word is a given name, 秋月, after a surname that stands alone."""
    if before.text not in SURNAMES or before.tag in ("d", "p", "r", "c", "v"):
        return False
    return len(word) <= 2 and word not in MANNER and word not in PREPOSITIONS and word not in "了着过的地得"


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "，、：；—《“”’」』 "):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，、：；—》”"):
        end -= 1
    return Span(start, end) if start < end else None


def _somebody(name: str, words: list[_Word]) -> bool:
    return (
        name in PRONOUNS
        or is_somebody(name)
        or any(word.tag in ("nr", "nrt", "nrfg") for word in words)
        or is_name(name)
    )
