"""Speakers: whom a clause that says that somebody speaks names.

A clause is read as subject, what is said of how, where and to whom, and the verb of speaking.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from meipi.language import segmenter
from meipi.language.names import words_of
from meipi.language.quotes_names import is_name, is_somebody
from meipi.language.quotes_nouns import (
    ASPECT,
    PERSON,
    Word,
    end_of_nouns,
    extent,
    familiar,
    tagged,
    unknown,
)
from meipi.language.quotes_words import MANNER, PREPOSITIONS, PRONOUNS, ROLES, SPEAKING
from meipi.language.span import Span

_OPENING_WORDS = re.compile(
    r"(?:正如|诚如|但是|但|不过|可是|可|然而|而且|而|于是|然后|后来|结果|接着|随后|同时|此外|另外|对此|其中|据悉|因此|所以|"
    r"并且|并|另|最后|最终|终于|原来|忽然|突然|只见|只听得|只听见|只听|听见|听得|忽听得|忽听|但听|就听|又|后|连|"
    r"那时|这时|此时|当时|近日|日前|昨天|昨日|今天|今日|当天|当日|当晚|去年|今年|前年|"
    r"[0-9〇零一二三四五六七八九十]+[年月日点时]+[初底末]?|有一[回天次日]|[这那][天次回]|"
    r"过了(?:好一会儿|好一会|一会儿|一会|半天|一阵|许久|好久))+"
)
_ADVERB = re.compile(
    "(?:如是|如此|这样|连忙|急忙|赶忙|慌忙|匆忙|则|也|又|还|却|便|就|都|仅|忙|急|因|遂|乃|即|先|所)\\Z"
)
# What people do as they speak; jieba often takes it for a part of a name.
_GESTURE = re.compile(
    "[摇点][摇点了]*头|[拱拍招挥摆][拱拍招挥摆了]*手|叹[了一]*口?气|皱[着了]*眉|低[着下了]*头|抬起?头|回过?头|转过?身|"
    "站?起身|站起来|微笑|冷笑|苦笑|大笑|含笑|笑嘻嘻|笑眯眯|瞪眼|顿足|跺脚|作揖|鞠躬|沉吟|恍然|忍不住|不禁|急着|"
    "笑着|哭着|红着脸|沉着脸"
)
_TELLS_OF = re.compile(".*(?:记载|引述|援引|转述)")
_IN_THE_WORDS_OF = re.compile(
    r"(引用|借用|套用|用|以|拿)(.{1,20}?)的(?:原话|话|说法)(?:来)?(?:说|讲|形容)?\Z"
)
_TRIMMED = frozenset('，、：；—“”‘’「」『』" ')
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_NAME = re.compile(
    r"[\u3400-\u9fffA-Za-z\-]+(?:[·•・‧][\u3400-\u9fffA-Za-z.\-]+)+|"
    r"[A-Z][A-Za-z.'’\- ]*[A-Za-z]|[\u3400-\u9fff]+"
)
# Whose words nobody says: 常言道, 俗话说.
_NOBODY = words_of(
    """
    常言 常言道 常言说 俗话 俗话说 据说 听说 传说 老话 古话 古语 谚语 成语 俗语 民谚 诗 书 歌 歌词 有道 古语有
    """
)
_AFTER_NAME = re.compile("写信|致信|[在对向给从把被就]|周[一二三四五六日]|星期|[昨今]|近日|日前")
# What an office ends in, whatever it is that it does: 感染 科, 发展 部.
_OFFICES = frozenset("科部处局室所院中组委办司站队厂公集会")
_TITLE = re.compile("《[^《》]+》")
_BODILY = frozenset("脸眼手双心头声嘴眉神浑身")
# Before these nothing tells who it is: 台下 有人.
_ALONE = words_of("有人 有的 有的人 人们 大家 众人 我 你 他 她 我们 你们 他们 她们")
_PRONOUN = re.compile("|".join(sorted(PRONOUNS, key=len, reverse=True)))
_BEFORE_VERB = re.compile(
    r"(?:(?<=[。！？…”」\n\s])|\A)([\u3400-\u9fff]{2,4}?)"
    r"(?:说|问|道|答|说道|问道|答道|笑道|笑着说|告诉[他她我你]|回答|回答说)[：，。]"
)


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
        if quoted and (len(quoted[1]) > 1 or quoted.start() == start):
            return Span(*quoted.span(2))
        start, end = self._bare(start, end)
        if start >= end:
            return None
        words = self._words(start, end)
        alone = _pronoun(text, start, end, words)
        if alone is not None:
            return alone
        first, stop = extent(words, person)
        named = _with_role(text, words, words[stop - 1].end if stop > first else start, start, end)
        if named is not None or first == stop:
            return named
        found = self._span(words, first, stop)
        if found is not None and person and not self.is_somebody(found, words[first:stop]):
            return None
        return found

    def first(self, start: int, end: int) -> Span | None:
        """The subject of a clause if it is one word, perhaps somebody: 驼背, 这瘦子."""
        found = self.of(start, end)
        if found is None:
            return None
        words = tagged(self._text, *found)
        if len(words) > 3 or (len(words) > 1 and words[0].tag[:1] not in ("r", "m")):
            return None
        name = self._text[found.start : found.end]
        return found if len(name) > 1 and name[0] not in _BODILY else None

    def is_somebody(self, span: Span, words: Sequence[Word] | None = None) -> bool:
        """Whether a subject is certainly somebody, not something."""
        name = self._text[span.start : span.end]
        if name in self._known or name in PRONOUNS or name in ROLES:
            return True
        words = tagged(self._text, *span) if words is None else words
        if len(words) == 1:
            return (
                words[0].tag in PERSON
                or familiar(name)
                or unknown(name)
                or (is_somebody(name) and (len(name) > 2 or words[0].tag[:1] == "n"))
            )
        return is_somebody(name) or any(word.tag in PERSON for word in words)

    def is_thing(self, span: Span) -> bool:
        """Whether a subject looks like something rather than somebody: 赌气, 毛巾, 弯腰."""
        name = self._text[span.start : span.end]
        if name in PRONOUNS or name in ROLES:
            return False
        if len(name) <= 3 and name[0] in _BODILY:
            return True
        words = tagged(self._text, *span)
        if name not in self._known and words[0].tag == "v":
            return True
        return len(name) <= 3 and not self.is_somebody(span) and segmenter.has_word(name)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """A clause without what joins it to the one before, what is done in it, and adverbs at its end."""
        text = self._text
        start = self._begun(start, end)
        while end - start > 2 and (adverb := _ADVERB.search(text, start + 2, end)):
            end = adverb.start()
        for joining in (_OPENING_WORDS, _TELLS_OF):
            lead = joining.match(text, start, end - 1)
            start = self._begun(lead.end(), end) if lead else start
        gesture = _GESTURE.search(text, start, end)
        return start, gesture.start() if gesture else end

    def _begun(self, start: int, end: int) -> int:
        """The same start without white space and marks."""
        while start < end and (self._text[start].isspace() or self._text[start] in _TRIMMED):
            start += 1
        return start

    def _words(self, start: int, end: int) -> list[Word]:
        """jieba's words, of which the first is a name if somebody so called speaks elsewhere in the text."""
        for length in (4, 3, 2):
            if self._text[start : start + length] in self._known and start + length <= end:
                name = Word(start, start + length, self._text[start : start + length], "nr")
                return [name, *tagged(self._text, start + length, end)]
        return tagged(self._text, start, end)

    def _span(self, words: list[Word], first: int, stop: int) -> Span | None:
        """Where the words of a subject stand, without what is not of it; None if then nothing is left."""
        last = words[stop - 1]
        if stop - 1 > first and last.text in _ALONE:
            first = stop - 1  # 台下 有人
        quoted = max(self._text.rfind(mark, words[first].start, last.end - 1) for mark in '”’」』"')
        begin = words[first].start
        if quoted >= begin and "的" not in self._text[quoted : last.end]:
            begin = quoted + 1  # “飞鱼”菲尔普斯
        found = _trimmed(self._text, begin, last.end)
        if found is None or self._text[found.start : found.end] in _NOBODY:
            return None
        dot = max(self._text.rfind(mark, *found) for mark in "·•・‧")
        more = _AFTER_NAME.search(self._text, dot + 2, found.end) if dot >= 0 else None
        if more:
            found = Span(found.start, more.start())
        if _TITLE.fullmatch(self._text, *found):
            return Span(found.start + 1, found.end - 1)
        if last.text[-1] in "上里" and last.tag in ("f", "s"):
            return None
        if _verb_taken_in(words, stop) and last.text not in self._known:
            found = Span(found.start, found.end - 1)
        return found if found.start < found.end else None


def _names_before_verbs(text: str) -> frozenset[str]:
    """What stands alone before a verb of speaking and has no word in it that jieba knows: names."""
    return frozenset(
        name
        for name in _BEFORE_VERB.findall(text)
        if name not in PRONOUNS
        and name not in MANNER
        and name not in SPEAKING
        and name[0] not in "又也便就还再对向跟给才都却不我你他她"
        and name[-1] not in "地的着了又也便就还再才都却们又我你他她笑"
        and (is_name(name) or not any(segmenter.has_word(name[at : at + 2]) for at in range(len(name) - 1)))
    )


def _verb_taken_in(words: list[Word], stop: int) -> bool:
    """Whether jieba has taken the verb for a part of the name: 何伟摇 了."""
    if stop == len(words) or words[stop].text not in ("了", "着", "过"):
        return False
    return words[stop - 1].tag in PERSON or unknown(words[stop - 1].text)


def _pronoun(text: str, start: int, end: int, words: list[Word]) -> Span | None:
    """The pronoun that a clause begins with, unless it only tells whose: 他的妻子, 她妹妹, 我国."""
    found = _PRONOUN.match(text, start, end)
    if found is None or (words[0].end > found.end() and segmenter.has_word(words[0].text)):
        return None
    rest = tagged(text, found.end(), end)
    stop = end_of_nouns(rest, 0)
    if rest and (rest[0].text == "的" or (stop and is_somebody("".join(word.text for word in rest[:stop])))):
        return None
    return Span(*found.span())


def _with_role(text: str, words: list[Word], reached: int, begin: int, end: int) -> Span | None:
    """A subject with a calling in it, though jieba took a part of it for a verb."""
    for role in reversed([*_ROLE.finditer(text, begin, end)]):
        if role.end() < reached:
            return None
        before = [word for word in words if reached <= word.start < role.start()]
        if _does(before, begin):
            continue
        name = _NAME.match(text, role.end(), end)
        if name is not None:
            stop = _before_more(text, words, role.end(), name.end())
            if stop > role.end() and _may_be_name(text[role.end() : stop]):
                return Span(begin, stop)
        if reached < role.end() and (role.end() == end or any(word.start == role.end() for word in words)):
            return Span(begin, role.end())
    return None


def _does(words: list[Word], begin: int) -> bool:
    """Whether words before a calling tell what somebody does, so that it is no part of the subject."""
    if words and words[0].start == begin and words[0].tag == "v":
        return True
    related = any(word.text == "的" for word in words)
    following = [*(word.text[0] for word in words[1:]), ""]
    return any(
        (word.text in PREPOSITIONS and word.tag == "p")
        or word.text in MANNER
        or word.text in PRONOUNS
        or set(word.text) & ASPECT
        or (word.tag == "v" and len(word.text) > 1 and not related and after not in _OFFICES)
        for word, after in zip(words, following, strict=False)
    )


def _before_more(text: str, words: list[Word], start: int, end: int) -> int:
    """Where in `start` to `end` the clause goes on to say when, where or how."""
    dot = max(text.rfind(mark, start, end) for mark in "·•・‧")
    if dot >= 0:
        more = _AFTER_NAME.search(text, dot + 2, end)
        end = more.start() if more else end
    for word in words:
        if start <= word.start < end:
            later = word.start > start
            if word.tag == "p" or (word.text in MANNER and later) or (word.tag == "v" and len(word.text) > 1):
                return word.start
    return end


def _may_be_name(name: str) -> bool:
    """Whether what follows a calling is a name, though perhaps one that begins with no surname."""
    if _AFTER_NAME.match(name):
        return False
    if not name.isalpha() or name.isascii() or is_name(name):
        return name not in MANNER
    if len(name) > 4 or name[0] in "要去来是有会能想":
        return False
    if segmenter.has_word(name) or (segmenter.has_word(name[1:]) and name[0] in MANNER):
        return False
    return not set(name) & set("了着过地得的一")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in _TRIMMED):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRIMMED):
        end -= 1
    return Span(start, end) if start < end else None
