"""Nouns: where in a clause its subject begins and ends.

jieba's words and tags are the start. What is said of how, where and to whom comes before the verb and is no
part of the subject, nor is what people do as they speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from meipi.language import segmenter
from meipi.language.names import FAMILIAR, SOUNDS, SURNAMES, TITLES, words_of
from meipi.language.quotes_names import ASIDE, is_name, is_somebody
from meipi.language.quotes_words import MANNER, PREPOSITIONS, PRONOUNS, ROLES

PERSON = frozenset({"nr", "nrt", "nrfg"})
"""jieba's tags of persons."""
ASPECT = frozenset("了着过")
_IN_BRACKETS = "brackets"
# Tags of what a subject ends before, and of what tells how.
_STATE = words_of("v d p t c uj ul uz ug ud uv zg vd vg vq y f ad")
_QUALITY = words_of("a z i l ad an")
# What jieba often takes for the first or last character of a name.
_TAKEN_IN = frozenset("对向跟给把在问将见冲朝")
_NO_SURNAME = _TAKEN_IN | frozenset("手脚脸眼头心嘴口")
_NO_NAME = ASPECT | frozenset("地得嘴眼头手脸脚身气")
_PUNCTUATION = re.compile(r"[，、：；。！？…—,:;!?.\s]")
_BODY = re.compile(r".{2,}(?:眼睛|眼|脸|头|手|气|嘴|眉|腰|神)\Z|.*[了着过].*")
_HANZI = re.compile("[\u3400-\u9fff]+")
_DOTS = frozenset("·•・‧．")
_AND = frozenset("、和与及跟同等兼")
_COUNTED = re.compile("[一两几这那某另该]?[位名个]")
_OUTWARD = words_of("往外 往里 往前 往后 往回 向前 向外")
_TIME = re.compile(r"\d+[日月年号点时]|[前昨今明][日天]|[上本下]?周[一二三四五六日末]|星期")
_PLACES = frozenset("上中里内下前后时间际").union(
    words_of("会上 期间 以来 之后 之前 之时 当中 之中 里面 之间 以后 以前 过程中 现场 看来")
)
_ABOUT_PLACE = frozenset(("在", "从", "据", "自", "当", "自从", "根据", "按", "按照", "随着", "于", "每当"))


class Word(NamedTuple):
    """A word of a clause as jieba cuts and tags it, in code points of the text."""

    start: int
    end: int
    text: str
    tag: str


def tagged(text: str, start: int, end: int) -> list[Word]:
    """jieba's words of a clause; what stands in brackets or is a title is one."""
    found: list[Word] = []
    place = start
    for aside in [*ASIDE.finditer(text, start, end), None]:
        stop = aside.start() if aside else end
        for word, tag in segmenter.tag(text[place:stop]):
            found += _apart(place, word, tag, bool(found) and found[-1].text in _DOTS)
            place += len(word)
        if aside:
            found.append(Word(*aside.span(), aside[0], "nz" if aside[0][0] in "《〈" else _IN_BRACKETS))
            place = aside.end()
    return found


def _apart(place: int, word: str, tag: str, dotted: bool) -> Iterator[Word]:
    """A word that jieba has guessed, without the 对 or 地 that it took for a part of it: 少安对, 地问."""
    if len(word) > 1 and word[-1] == "的":
        yield Word(place, place + len(word) - 1, word[:-1], tag)
        place, word, tag = place + len(word) - 1, "的", "uj"
    elif len(word) > 2 and word[-1] == "地" and (tag in _QUALITY or not segmenter.has_word(word)):
        yield Word(place, place + len(word) - 1, word[:-1], "ad")
        place, word, tag = place + len(word) - 1, "地", "uv"
    elif len(word) > 1 and not segmenter.has_word(word):
        if word[0] == "地":
            yield Word(place, place + 1, "地", "uv")
            place, word = place + 1, word[1:]
        elif (len(word) > 2 or dotted) and word[-1] in _TAKEN_IN:
            yield Word(place, place + len(word) - 1, word[:-1], "nr")
            place, word, tag = place + len(word) - 1, word[-1], "p" if word[-1] in PREPOSITIONS else "v"
        if word[0] in _TAKEN_IN and len(word) > 1 and word[0] in PREPOSITIONS and not is_name(word):
            yield Word(place, place + 1, word[0], "p")
            place, word, tag = place + 1, word[1:], "n"
    yield Word(place, place + len(word), word, tag)


def extent(words: list[Word], person: bool) -> tuple[int, int]:
    """Of the words of a clause the first and the one after the last that its subject is made of.

    `person` asks for one that the clause begins with: none whose owner a relative clause tells.
    """
    first = _first_noun(words)
    stop = end_of_nouns(words, first)
    while stop < len(words) and _how(words, first, stop, person):
        if (words[stop].text == "地" or stop == len(words) - 1) and stop - first > 1:
            return first, stop - 1  # 孙少平 惊恐 地
        first = stop + 1
        while first < len(words) and words[first].text in MANNER:
            first += 1
        stop = end_of_nouns(words, first)
    if stop - first > 1 and words[stop:] and words[stop].text == "的" and words[stop - 1].tag in _QUALITY:
        stop -= 1  # 柳妈 不耐烦 的 看着
    if person and stop == first:
        return first, stop
    return _with_relative(words, first, stop)


def _first_noun(words: list[Word]) -> int:
    """Where the subject may begin: after what tells when, where and how."""
    first = 0
    while first < len(words) and _leads(words[first]):
        first += 1
    if first < len(words) and _begins_phrase(words[first]):
        first = _after_place(words, first)
        while first < len(words) and (words[first].text in MANNER or words[first].tag in ("t", "d", "c")):
            first += 1
    if first + 1 < len(words) and words[first].text in ("有", "有些", "有位", "有个"):
        first += 1
    return first


def _leads(word: Word) -> bool:
    """Whether a word at the head of a clause tells when or how, or joins it to what stands before."""
    if word.text in PRONOUNS or familiar(word.text):
        return False
    if word.tag in ("i", "l", "z") and len(word.text) == 4:
        return not is_somebody(word.text)  # 吞吞吐吐
    return (word.text in MANNER and word.tag != "nr") or word.tag in ("t", "c", "d")


def _with_relative(words: list[Word], first: int, stop: int) -> tuple[int, int]:
    """The same where a relative clause tells who it is, if somebody comes after it: 在门口等着的老人."""
    counted = stop - first <= 2 and _COUNTED.fullmatch("".join(word.text for word in words[first:stop]))
    for index in range(len(words) - 1, stop - 1, -1):
        if words[index].text in ("的", "之"):
            after = end_of_nouns(words, index + 1)
            named = "".join(word.text for word in words[index + 1 : after] if word.tag != _IN_BRACKETS)
            if after == index + 1 or not is_somebody(named):
                continue
            if not counted and _tells(words[stop : index - 1], stop > first):
                continue
            if stop == first or after == len(words) or counted:
                return first, after
    return (first, first) if counted else (first, stop)


def _tells(words: list[Word], after_noun: bool) -> bool:
    """Whether words tell what somebody does, rather than who it is."""
    return any(set(word.text) & ASPECT for word in words) or any(
        word.text in PREPOSITIONS and (after_noun or word.text not in _ABOUT_PLACE) for word in words
    )


def _how(words: list[Word], first: int, stop: int, person: bool) -> bool:
    """Whether what ends before the word at `stop` tells how something is done: 懒懒 的, 捶胸顿足 地."""
    if words[stop].text == "地" or (words[stop].text == "的" and stop == len(words) - 1 and not person):
        return True
    return words[stop].text == "的" and all(word.tag in ("a", "z", "ad", "d") for word in words[first:stop])


def _begins_phrase(word: Word) -> bool:
    """Whether a phrase begins that says where or to whom."""
    if word.text in PREPOSITIONS or word.text in _ABOUT_PLACE:
        return word.tag != "nr"
    return word.text in _OUTWARD or (word.text[0] in "对向跟给朝冲" and not segmenter.has_word(word.text))


def _after_place(words: list[Word], first: int) -> int:
    """Where the clause goes on after a phrase of place or time; its end for one that tells to whom."""
    if words[first].text in _ABOUT_PLACE:
        for index in range(first + 1, len(words)):
            if words[index].text in _PLACES or words[index].text[-2:] in _PLACES or words[index].tag == "f":
                return index + 1
    return len(words)


def end_of_nouns(words: list[Word], first: int) -> int:
    """The index after the last of the nouns that begin at `first`; `first` if there are none."""
    index = first
    while index < len(words) and _goes_on(words, first, index):
        index += 1
    while index > first and (words[index - 1].text == "的" or words[index - 1].text.isspace()):
        index -= 1
    return index


def _goes_on(words: list[Word], first: int, index: int) -> bool:
    """Whether the word at `index` belongs to the nouns that begin at `first`."""
    word = words[index]
    text, tag = word.text, word.tag
    if index == first:
        if tag == _IN_BRACKETS or text == "的":
            return False
        if text in ("前", "原") and index + 1 < len(words):
            return True
        if unknown(text) and text[0] not in _NO_SURNAME and text[-1] not in _NO_NAME:
            return True
    else:
        before = words[index - 1]
        if before.tag == _IN_BRACKETS:
            return text in ROLES or text in TITLES
        if text == "的" or tag == _IN_BRACKETS or text in _DOTS or before.text in _DOTS:
            return True
        if _given(before, text):
            return True
        if _whole_name(before) and not (text in ROLES or text in _AND or tag in PERSON):
            return False
        if _TIME.match("".join(part.text for part in words[index : index + 2])):
            return False
        if _BODY.match(text) and tag != "nr":
            return False
    if familiar(text):
        return True
    if (text in PREPOSITIONS and tag not in ("nr", "ns")) or (text in MANNER and text not in ROLES):
        return False
    following = words[index + 1].text if index + 1 < len(words) else ""
    foreign = SOUNDS.issuperset(text) and (len(text) > 1 or SOUNDS.union(_DOTS).issuperset(following or "x"))
    if tag in _STATE and text not in ROLES and text not in PRONOUNS and not foreign:
        return False
    return text.isspace() or not _PUNCTUATION.match(text)


def _whole_name(word: Word) -> bool:
    """Whether a word is a name with surname, after which no more of it comes."""
    return word.tag in PERSON and len(word.text) == 3 and is_name(word.text)


def familiar(word: str) -> bool:
    """老周, 小何."""
    return len(word) == 2 and word[0] in FAMILIAR and word[1] in SURNAMES


def _given(before: Word, word: str) -> bool:
    """Whether a word is a given name, 秋月, after a surname that stands alone."""
    if before.text not in SURNAMES or before.tag in ("d", "p", "r", "c", "v"):
        return False
    return len(word) <= 2 and word not in MANNER and word not in PREPOSITIONS and word not in "了着过的地得"


def unknown(word: str) -> bool:
    """Whether a word is none that jieba's dictionary has: a name, if it is anything."""
    return len(word) in (2, 3) and _HANZI.fullmatch(word) is not None and not segmenter.has_word(word)
