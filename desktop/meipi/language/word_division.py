"""Word division: one word of jieba's as the words in which pinyin is written.

jieba's dictionary has much that pinyin writes apart: 一个 yī gè, 这次 zhè cì, 很多 hěn duō, 北京大学 Běijīng
Dàxué. The paragraphs named are those of GB/T 16159-2012.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from meipi.language import names, segmenter
from meipi.language.names import words_of


class Part(NamedTuple):
    """A word as it is written: its hanzi, a capital or not, and before which of them a hyphen stands."""

    text: str
    capital: bool = False
    hyphens: tuple[int, ...] = ()


DIGITS = "〇零一二三四五六七八九两几"
NUMERALS = frozenset(DIGITS + "十百千万亿")
_COUNTED = re.compile(rf"(第?)([{DIGITS}十百千万亿]+)([多余来]?)(.*)")
_COUNTED_VAGUELY = re.compile(r"(多|半)([年种次个位条天月人])")
# Tens with their ones, hundreds and thousands each apart; a lone digit goes with 万 or 亿 (6.1.5.1).
_PLACES = re.compile(
    rf"[{DIGITS}十百千万亿](?:[万亿])|[{DIGITS}]*[千百]|[{DIGITS}]*十[{DIGITS}]*|[{DIGITS}]+|[万亿]"
)
_ABOUT = re.compile("[一二三四五六七八九两][一二三四五六七八九](?!.*[〇零])")
# Numbers that are words of their own.
_NO_NUMBER = words_of(
    """
    一些 一起 一定 一切 一直 一下 一点 一样 一般 一会 一会儿 一点儿 一下子 一半 一度 一路 一生 一身 一阵
    一旦 一面 一边 一道 一系列 一辈子 一部分 一共 一同 一致 一向 一带 一律 一再 一时 一刻 一流 十分 万分
    万岁 万一 百姓 千万 五一 三角 四周 四处 四季 四海 八成 十足 一月 二月 三月 四月 五月 六月 七月 八月
    九月 十月 十一月 十二月 一手 一心 万物 万能 百货
    """
)
_POINTING = words_of(
    """
    这些 这么 这样 这般 这里 这边 这会儿 这儿 这个 这时 这时候 这点儿 这么样 那些 那么 那样 那般 那里
    那边 那会儿 那儿 那个 那时 那时候 那点儿 那么样 哪些 哪样 哪里 哪边 哪儿 哪个 哪怕 各自 某些 每每
    各式各样 各种各样 各有千秋 各抒己见 这就是说
    """
)
# Adverb and word that the dictionary has as one.
_WITH_NOT = frozenset("是能会敢肯想让在去来吃该知到再算够变大小远难准")
_DEGREES = frozenset("很太更最")
_AFTER_DEGREE = frozenset("大多好高低早小少长快远强深重美慢难久贵")
_APART = {
    word.replace("/", ""): tuple(word.split("/"))
    for word in words_of(
        """
        打/电话 没/想到 没/什么 比如/说 你/好 有/意思 没/关系 没/电 没/空 没/事 有/人 之/一 之/用 在/家
        都/是 也/是 更/是 就/要 还/要 还/有 又/称 只/能 只/见 真/的 极/了 怎么/回事 弄/清楚 好/不/容易
        发展/中/国家 猛/地 我/国 我/家 我/校 我/省 他/家 你/家 本/报 本/次 本/书 本/校 本/级 本/省 本/市
        本/国 本/文 本/届 本/版 该/书 该/校 该/市 该/县 该/国 这/就是/说 不/可能 不/应该 电话/响 过/江
        喊/一/声 看/书 吃/鱼 买/菜 会/下 坐/船 敲/锣 念/书 几/秒钟 一/家/人
        """
    )
}
_PROPER = ("革命", "战争", "大战", "日报", "晚报", "运动", "铁路", "宪法", "民族")
_PEOPLES = ("人", "族", "语", "话", "文", "队", "菜", "货")
_TONGUES = words_of(
    """
    英 汉 法 德 日 俄 中 回 藏 蒙 满 壮 苗 彝 傣 侗 瑶 白 黎 羌 佛 道
    """
)
_PARTICLES = frozenset("的地得着了吗呢吧")
# What begins a guess that is two words: 我进, 都说.
_LEADS = frozenset("我你他她它也都就又很将把被从在和与由别这那因连全")
_PLACES_IN = frozenset("上里下中内外")
_STAYS = words_of("存在 健在 旨在 不在 实在 自在")
_ONE_WITH_NOT = words_of("不得了 不敢当 不至于 不在乎 不得已")
_FESTIVALS = words_of(
    """
    春节 元旦 元宵 元宵节 清明 清明节 端午 端午节 中秋 中秋节 重阳节 国庆 国庆节 圣诞 圣诞节
    """
)
_DYNASTIES = frozenset("夏商周秦汉晋隋唐宋辽金元明清")


@lru_cache(maxsize=1 << 14)
def divide(word: str, tag: str) -> tuple[Part, ...]:
    """The written words that a word of Simplified text with jieba's tag is made of, in order."""
    if len(word) == 1:
        return (Part(word),)
    if word in _APART:
        return tuple(map(Part, _APART[word]))
    known = segmenter.has_word(word)
    parts = _name(word, tag, known) or _number(word, tag, known) or _phrase(word, tag)
    if parts or known or len(word) > 6:
        return parts or (Part(word),)
    return _guess(word)


def _name(word: str, tag: str, known: bool) -> tuple[Part, ...]:
    """Names, each of their words with a capital (6.2, 6.3)."""
    if tag.startswith("nr"):
        if len(word) > 4 and (halves := _words(word)):
            return tuple(part for half in halves for part in divide(half, tag))
        return tuple(Part(*part) for part in names.person(word, known))
    if tag == "ns":
        if not known and len(word) > 4 and (halves := _words(word)):
            return tuple(part for half in halves for part in divide(half, tag))
        parts = [Part(*part) for part in names.place(word, known)]
        if len(parts) == 1 and len(word) > 4 and (halves := _words(word)):
            return tuple(Part(half, True) for half in halves)
        if parts and len(parts[0].text) > 3 and not known and segmenter.has_word(word[:2]):
            parts[:1] = [Part(word[:2], True), Part(parts[0].text[2:], True)]
        return tuple(parts)
    if word in _FESTIVALS or (tag == "t" and word[0] in _DYNASTIES and word[1:] in ("朝", "代")):
        return (Part(word, True),)
    if tag == "nt" and names.body(word):
        return tuple(Part(each, True) for each in _words(word) or [word])
    if tag in ("nz", "n", "nt") and len(word) < 5 and word.endswith(_PEOPLES):
        place = word[:-1]
        if place in _TONGUES if len(place) == 1 else bool(_is_place(place)):
            return (Part(word, True),)
    if tag == "nz" and len(word) > 3 and word.endswith(_PROPER):
        return tuple(Part(each, True) for each in _words(word) or [word])
    return ()


def _is_place(word: str) -> tuple[names.Part, ...]:
    tagged = segmenter.tag(word)
    return names.place(word, True) if len(tagged) == 1 and tagged[0][1] == "ns" else ()


def _number(word: str, tag: str, known: bool) -> tuple[Part, ...]:
    """Numerals and what they count, apart (6.1.5); 第 with a hyphen."""
    if word in _NO_NUMBER or not (tag in ("m", "mq", "t", "b", "q") or not known):
        return ()
    vaguely = _COUNTED_VAGUELY.fullmatch(word)
    if vaguely and word != "半天":
        return tuple(map(Part, vaguely.groups()))
    found = _COUNTED.fullmatch(word)
    if found is None or (known and tag in ("t", "b") and word[-1] not in "年日天级"):
        return ()
    ordinal, number, more, counted = found.groups()
    parts = number_parts(number)
    if ordinal:
        first = parts[0]
        parts[0] = Part(ordinal + first.text, False, (1, *(at + 1 for at in first.hyphens)))
    parts += [Part(more)] if more else []
    if counted.startswith("分之"):
        return (*parts, Part("分"), Part("之"), *(number_parts(counted[2:]) if counted[2:] else ()))
    return (*parts, Part(counted)) if counted else tuple(parts)


def number_parts(number: str) -> list[Part]:
    """一百八十六 in the words in which numbers are written: 一百 八十六; 三五 with a hyphen."""
    if NUMERALS.issuperset(number) and not set(number) & set("十百千万亿") and len(number) != 2:
        return [Part(number)]
    parts = []
    for piece in _PLACES.findall(number):
        if len(piece) > 1 and piece[0] in "零〇" and len(number) > len(piece):
            parts.append(Part(piece[0]))
            piece = piece[1:]
        about = _ABOUT.search(piece)
        parts.append(Part(piece, False, (about.start() + 1,) if about else ()))
    covered = "".join(part.text for part in parts)
    return parts if covered == number else [Part(number)]


def _phrase(word: str, tag: str) -> tuple[Part, ...]:
    """What the dictionary has as one word and pinyin writes in several, and idioms."""
    if word[0] in "这那哪每各某" and len(word) < 4 and word not in _POINTING:
        return Part(word[0]), Part(word[1:])
    if len(word) == 2:
        with_adverb = (word[0] == "不" and word[1] in _WITH_NOT and word != "不准") or (
            word[0] in _DEGREES and word[1] in _AFTER_DEGREE and word != "最好"
        )
        if with_adverb or (tag in ("v", "p") and word[1] == "在" and word not in _STAYS):
            return Part(word[0]), Part(word[1])
        if tag in ("v", "n") and word[0] in "我你他她它" and word[1] not in "们人乡国方":
            return Part(word[0]), Part(word[1])
        return ()
    if len(word) == 3 and word[1] == "不" and word[0] == word[2]:
        return tuple(map(Part, word))
    if tag in ("z", "nz", "nrfg", "d") and word[-1] in "的地" and len(word) > 2:
        return Part(word[:-1]), Part(word[-1])
    if tag == "l" and len(word) == 3 and word[0] == "不" and word not in _ONE_WITH_NOT:
        return Part(word[0]), Part(word[1:])
    if len(word) > 3 and word.endswith("性地"):
        return Part(word[:-1]), Part(word[-1])
    if tag == "l" and len(word) == 3 and word[1] in "着得" and word not in _ONE_WITH_NOT:
        return (Part(word[:2]), Part(word[2])) if word[1] == "着" else tuple(map(Part, word))
    if len(word) < 4:
        return ()
    if len(word) == 4 and tag in ("i", "l", "z", "o", "m", "v", "d", "c"):
        return _four(word, tag)
    return tuple(map(Part, _words(word)))


def _four(word: str, tag: str) -> tuple[Part, ...]:
    """Four hanzi: AABB as one, ABAB as two (6.1.12), phrases by words, idioms in two halves (6.1.13)."""
    if word[0] == word[1] and word[2] == word[3]:
        return (Part(word),)
    if word[:2] == word[2:]:
        return Part(word[:2]), Part(word[2:])
    if tag != "i" and (halves := _words(word)):
        return tuple(map(Part, halves))
    # 不亦乐乎, 总而言之, 微不足道, 无价之宝 cannot be halved.
    if word[1] in "不而之儿" or word[2] in "之其于" or word[3] in "之乎然":
        return (Part(word),)
    return (Part(word, False, (2,)),) if tag in ("i", "l") else (Part(word),)


def _words(word: str) -> list[str]:
    """A long word in dictionary words of two and three hanzi; none where it has no such (6.1.1)."""
    if len(word) < 4:
        return []
    for size in (2, 3):
        head, rest = word[:size], word[size:]
        if len(rest) > 1 and segmenter.has_word(head):
            if len(rest) < 4 and segmenter.has_word(rest):
                return [head, rest]
            if tail := _words(rest):
                return [head, *tail]
    return []


def _guess(word: str) -> tuple[Part, ...]:
    """A word that the dictionary does not have: a particle or pronoun that was taken with it is apart."""
    if word[0] in _LEADS:
        return Part(word[0]), *_guess(word[1:])
    if len(word) > 1 and word[-1] in _PARTICLES | _PLACES_IN:
        return *_guess(word[:-1]), Part(word[-1])
    return (Part(word),) if word else ()
