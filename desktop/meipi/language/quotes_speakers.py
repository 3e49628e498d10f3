"""Speakers: whom a clause that says that somebody speaks names.

A clause is read as subject, what is said of how, where and to whom, and the verb of speaking. The subject
ends where jieba's words begin to say something of it; of who it is the name and the calling are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from meipi.language import segmenter
from meipi.language.names import FAMILIAR, SOUNDS, SURNAMES, words_of
from meipi.language.quotes_names import ASIDE, is_name, is_somebody
from meipi.language.quotes_words import (
    MANNER,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SPEAKING,
)
from meipi.language.span import Span

_PUNCTUATION = re.compile(r"[，、：；。！？…—,:;!?.\s]")
_OPENING_WORDS = re.compile(
    r"(?:但是|但|不过|可是|可|然而|而且|而|于是|然后|后来|接着|随后|同时|此外|另外|对此|其中|据悉|因此|所以|"
    r"并且|并|另|最后|最终|终于|原来|忽然|突然|只见|只听得|只听见|忽听得|忽听|但听|就听|听得|又|那时|这时|此时|当时|只听|听见|后|近日|日前|昨天|昨日|今天|今日|当天|"
    r"当日|当晚|去年|今年|前年|[0-9〇零一二三四五六七八九十]+[年月日点时]+[初底末]?|连|过了(?:一会儿|一会|好一会儿|好一会|半天|一阵|许久|好久)|有一[回天次日]|这[天次回]|那[天次回])+"
)
_ASPECT = frozenset("了着过")
_STATE = frozenset(
    {"v", "d", "p", "t", "c", "uj", "ul", "uz", "ug", "ud", "uv", "zg", "vd", "vg", "vq", "y", "f", "ad"}
)
_BODY = re.compile(r".{2,}(?:眼睛|眼|脸|头|手|气|嘴|眉|腰|神)\Z|.*[了着过].*")
_ADVERB = re.compile("(?:如是|如此|这样|连忙|急忙|赶忙|慌忙|匆忙|则|也|又|还|却|便|就|都|仅|忙|急)\\Z")
_IN_THE_WORDS_OF = re.compile(
    r"(?:引用|借用|套用|用|以|拿)(.{1,20}?)的(?:原话|话|说法)(?:来)?(?:说|讲|形容)?\Z"
)
_HANZI = re.compile("[\u3400-\u9fff]+")
_TRIMMED = frozenset('，、：；—《》“”‘’「」『』" ')
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


_PERSON = frozenset({"nr", "nrt", "nrfg"})
_IN_BRACKETS = "brackets"
# What jieba often takes for the last character of a name.
_TAKEN_IN = frozenset("对向跟给把在问将见冲朝")


class Subjects:
    """The subjects of the clauses of a text in Simplified form, with full-width punctuation."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = _names_before_verbs(text)

    def of(self, start: int, end: int, *, person: bool = False) -> Span | None:
        """What the clause `text[start:end]`, without its verb of speaking, has for a subject; None if none.

        `person` asks for one that is certainly somebody.
        """
        text = self._text
        quoted = _IN_THE_WORDS_OF.search(text, start, end)
        if quoted:
            return Span(*quoted.span(1))
        while end - start > 2 and (adverb := _ADVERB.search(text, start + 2, end)):
            end = adverb.start()
        lead = _OPENING_WORDS.match(text, start, end)
        begin = lead.end() if lead else start
        while begin < end and (text[begin].isspace() or text[begin] in _TRIMMED):
            begin += 1
        if begin >= end:
            return None
        alone = _pronoun(text, begin, end, person)
        if alone is not None:
            return alone
        words = self._words(begin, end)
        first, stop = _extent(words, person)
        named = _with_role(text, words, words[stop - 1].end if stop > first else begin, begin, end)
        if named is not None:
            return named
        if first == stop:
            return None
        others = PRONOUNS - {"自己", "本人"}
        if stop - 1 > first and words[stop - 1].text in others and words[stop - 2].text != "的":
            first = stop - 1  # 台下 有人
        found = _trimmed(text, words[first].start, words[stop - 1].end)
        if found is None or text[found.start : found.end] in _NOBODY or text[found.end - 1] in "上里":
            return None
        if _verb_taken_in(words, stop) and words[stop - 1].text not in self._known:
            if found.end - found.start < 2:
                return None
            found = Span(found.start, found.end - 1)
        if person and not self.is_somebody(found, words[first:stop]):
            return None
        return found

    def first(self, start: int, end: int) -> Span | None:
        """The subject of a clause if it is one word, perhaps somebody: 驼背, 这瘦子."""
        found = self.of(start, end)
        if found is None:
            return None
        words = _words(self._text, *found)
        if (len(words) > 1 and words[0].tag[:1] not in "rm") or len(words) > 3:
            return None
        name = self._text[found.start : found.end]
        return found if len(name) > 1 and name[0] not in _BODILY else None

    def _words(self, start: int, end: int) -> list[_Word]:
        """jieba's words, of which the first is a name if somebody so called speaks elsewhere in the text."""
        for length in (4, 3, 2):
            if self._text[start : start + length] in self._known and start + length <= end:
                name = _Word(start, start + length, self._text[start : start + length], "nr")
                return [name, *_words(self._text, start + length, end)]
        return _words(self._text, start, end)

    def is_somebody(self, span: Span, words: Sequence[_Word] | None = None) -> bool:
        """Whether a subject is certainly somebody, not something."""
        name = self._text[span.start : span.end]
        if name in self._known or name in PRONOUNS or name in ROLES:
            return True
        words = _words(self._text, *span) if words is None else words
        if len(words) == 1:
            return (
                words[0].tag in _PERSON
                or _familiar(name)
                or _unknown(name)
                or (is_somebody(name) and len(name) > 2)
            )
        return is_somebody(name) or any(word.tag in _PERSON for word in words)

    def is_thing(self, span: Span) -> bool:
        """Whether a subject looks like something rather than somebody: 赌气, 毛巾, 弯腰."""
        name = self._text[span.start : span.end]
        if len(name) <= 3 and name[0] in _BODILY and name not in ROLES:
            return True
        words = _words(self._text, *span)
        if name not in self._known and words[0].tag == "v" and words[0].text not in ROLES:
            return True
        return len(name) <= 3 and not self.is_somebody(span) and segmenter.has_word(name)


_BEFORE_VERB = re.compile(
    r"(?:(?<=[。！？…”」，\n\s])|\A)([\u3400-\u9fff]{2,4}?)"
    r"(?:说|问|道|答|说道|问道|答道|笑道|笑着说|告诉[他她我你]|回答|回答说)[：，。]"
)


def _names_before_verbs(text: str) -> frozenset[str]:
    """What stands alone before a verb of speaking, and is no word that jieba has for something else."""
    return frozenset(
        name
        for name in _BEFORE_VERB.findall(text)
        if name not in PRONOUNS
        and name not in MANNER
        and name not in SPEAKING
        and name[0] not in "又也便就还再对向跟给才都却不我你他她"
        and name[-1] not in "地的着了又也便就还再才都却们又我你他她笑"
        and (is_name(name) or not segmenter.has_word(name))
    )


def _unknown(word: str) -> bool:
    """Whether a word is none that jieba's dictionary has: a name, if it is anything."""
    return len(word) in (2, 3) and _HANZI.fullmatch(word) is not None and not segmenter.has_word(word)


def _verb_taken_in(words: list[_Word], stop: int) -> bool:
    """Whether jieba has taken the verb for a part of the name: 何伟摇 了."""
    if stop == len(words) or words[stop].text not in ("了", "着", "过"):
        return False
    return words[stop - 1].tag in _PERSON or _unknown(words[stop - 1].text)


_BODILY = frozenset("脸眼手双心头声嘴眉神浑身")
_DOTS = frozenset("·•・‧．")
_AND = frozenset("、和与及跟同等兼")
_COUNTED = re.compile("[一两几这那某另该]?[位名个]")
_TIME = re.compile(r"\d+[日月年号点时]|[前昨今明][日天]|[上本下]周")
# Whose words nobody says: 常言道, 俗话说.
_NOBODY = words_of("常言 常言道 俗话 老话 古话 古语 谚语 成语 俗语 民谚 诗 书 歌 歌词 有道 古语有")
_PRONOUN = re.compile("|".join(sorted(PRONOUNS, key=len, reverse=True)))


def _pronoun(text: str, start: int, end: int, person: bool) -> Span | None:
    """The pronoun that a clause begins with, if it is all that the subject has."""
    found = _PRONOUN.match(text, start, end)
    if found is None:
        return None
    rest = _words(text, found.end(), end)
    if rest and (
        rest[0].text == "的" or (_end_of_nouns(rest, 0) and not (person and rest[0].text[0] in _BODILY))
    ):
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
        if any(set(word.text) & _ASPECT for word in before) or (
            before and before[0].start == begin and before[0].tag == "v"
        ):
            continue
        name = _NAME.match(text, role.end(), end)
        if name is not None:
            stop = _before_more(words, role.end(), name.end())
            acts = any(
                role.end() <= word.start < stop and word.tag == "v" and len(word.text) > 1 for word in words
            )
            if stop > role.end() and not acts and _may_be_name(text[role.end() : stop]):
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
            if (start < word.start < end and word.text in MANNER)
            or (start <= word.start < end and word.tag == "p")
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
            found += _apart(place, word, tag, bool(found) and found[-1].text in _DOTS)
            place += len(word)
        if aside:
            found.append(_Word(*aside.span(), aside[0], _IN_BRACKETS))
            place = aside.end()
    return found


def _apart(place: int, word: str, tag: str, dotted: bool) -> Iterator[_Word]:
    """A word that jieba has guessed, without the 对 or 地 that it took for a part of it: 少安对, 地问."""
    if len(word) > 1 and word[-1] == "的":
        yield _Word(place, place + len(word) - 1, word[:-1], tag)
        place, word, tag = place + len(word) - 1, "的", "uj"
    elif len(word) > 1 and not segmenter.has_word(word):
        if len(word) > 2 and word[-1] == "地":
            yield _Word(place, place + len(word) - 1, word[:-1], "ad")
            place, word, tag = place + len(word) - 1, "地", "uv"
        elif word[0] == "地":
            yield _Word(place, place + 1, "地", "uv")
            place, word = place + 1, word[1:]
        elif (len(word) > 2 or dotted) and word[-1] in _TAKEN_IN:
            yield _Word(place, place + len(word) - 1, word[:-1], "nr")
            place, word, tag = place + len(word) - 1, word[-1], "p" if word[-1] in PREPOSITIONS else "v"
        if word[0] in _TAKEN_IN and len(word) > 1 and word[0] in PREPOSITIONS and not is_name(word):
            yield _Word(place, place + 1, word[0], "p")
            place, word, tag = place + 1, word[1:], "n"
    yield _Word(place, place + len(word), word, tag)


def _extent(words: list[_Word], person: bool) -> tuple[int, int]:
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
    if first + 1 < len(words) and words[first].text in ("有", "有些", "有位", "有个"):
        first += 1
    stop = _end_of_nouns(words, first)
    while stop < len(words) and _how(words, first, stop, person):
        if (words[stop].text == "地" or stop == len(words) - 1) and stop - first > 1:
            return first, stop - 1  # 孙少平 惊恐 地
        first = stop + 1
        while first < len(words) and words[first].text in MANNER:
            first += 1
        stop = _end_of_nouns(words, first)
    # 在门口等着的老人: what is said before 的 says who it is, if somebody comes after it.
    counted = stop - first <= 2 and _COUNTED.fullmatch("".join(word.text for word in words[first:stop]))
    if person and stop == first:
        return first, stop
    for index in range(len(words) - 1, stop - 1, -1):
        if words[index].text in ("的", "之"):
            after = _end_of_nouns(words, index + 1)
            named = "".join(word.text for word in words[index + 1 : after])
            if after == index + 1 or not is_somebody(named) or _tells(words[stop : index - 1], stop > first):
                continue
            if stop == first or after == len(words) or counted:
                return first, after
    return (first, first) if counted else (first, stop)


def _tells(words: list[_Word], after_noun: bool) -> bool:
    """Whether words tell what somebody does, rather than who it is."""
    return any(set(word.text) & _ASPECT for word in words) or any(
        word.text in PREPOSITIONS and (after_noun or word.text not in _ABOUT_PLACE) for word in words
    )


def _how(words: list[_Word], first: int, stop: int, person: bool) -> bool:
    """Whether what ends before the word at `stop` tells how something is done: 懒懒 的, 捶胸顿足 地."""
    if words[stop].text == "地" or (words[stop].text == "的" and stop == len(words) - 1 and not person):
        return True
    return words[stop].text == "的" and all(word.tag in ("a", "z", "ad", "d") for word in words[first:stop])


def _begins_phrase(word: _Word) -> bool:
    """Whether a phrase begins that says where or to whom."""
    if word.text in PREPOSITIONS or word.text in _ABOUT_PLACE:
        return word.tag != "nr"
    return word.text[0] in "对向跟给朝冲" and not segmenter.has_word(word.text)


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
    while index < len(words) and _goes_on(words, first, index):
        index += 1
    while index > first and (words[index - 1].text == "的" or words[index - 1].text.isspace()):
        index -= 1
    return index


def _goes_on(words: list[_Word], first: int, index: int) -> bool:
    """Whether the word at `index` belongs to the nouns that begin at `first`."""
    word = words[index]
    text, tag = word.text, word.tag
    if index == first:
        if tag == _IN_BRACKETS or text == "的":
            return False
        if _unknown(text) and text[0] not in _TAKEN_IN and text[-1] not in _ASPECT and text[-1] != "地":
            return True
    else:
        before = words[index - 1]
        if text == "的" or tag == _IN_BRACKETS or text in _DOTS or before.text in _DOTS:
            return True
        if _given(before, text):
            return True
        if _whole_name(before) and not (text in ROLES or text in _AND or tag in _PERSON):
            return False
        if _TIME.match("".join(part.text for part in words[index : index + 2])):
            return False
        if _BODY.match(text) and tag != "nr":
            return False
    if _familiar(text):
        return True
    if (text in PREPOSITIONS and tag not in ("nr", "ns")) or (text in MANNER and text not in ROLES):
        return False
    if tag in _STATE and text not in ROLES and text not in PRONOUNS and not SOUNDS.issuperset(text):
        return False
    return text.isspace() or not _PUNCTUATION.match(text)


def _whole_name(word: _Word) -> bool:
    return word.tag in _PERSON and len(word.text) == 3 and is_name(word.text)


def _familiar(word: str) -> bool:
    """老周, 小何."""
    return len(word) == 2 and word[0] in FAMILIAR and word[1] in SURNAMES


def _given(before: _Word, word: str) -> bool:
    """Whether a word is a given name, 秋月, after a surname that stands alone."""
    if before.text not in SURNAMES or before.tag in ("d", "p", "r", "c", "v"):
        return False
    return len(word) <= 2 and word not in MANNER and word not in PREPOSITIONS and word not in "了着过的地得"


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in _TRIMMED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRIMMED):
        end -= 1
    return Span(start, end) if start < end else None
