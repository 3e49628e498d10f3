"""Word joining: jieba's words put together to the words in which pinyin is written.

Here stands what depends on the words around: 看 了 is kànle, but 看 了 at the end of a sentence kàn le. The
paragraphs named are those of GB/T 16159-2012.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from meipi.language import names, segmenter
from meipi.language.span import Span
from meipi.language.word_division import NUMERALS, Part, divide


class Written(NamedTuple):
    """A word as it is written: code points of the text from `start` to `end`."""

    start: int
    end: int
    capital: bool
    hyphens: tuple[int, ...]
    """Before which code points a hyphen stands."""
    coloured: tuple[int, ...]
    """Which 儿 is no syllable but the r at the end of one."""


@dataclass(slots=True)
class _Piece:
    start: int
    text: str
    tag: str
    capital: bool = False
    hyphens: tuple[int, ...] = ()
    coloured: tuple[int, ...] = ()
    place: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_VERBS = ("v", "a", "z", "ug", "uz")
_NO_VERBS = frozenset("想要会能可敢肯该爱是有没在去来让请使得为")
# What a verb of one hanzi takes as its result or direction (6.1.2.3).
_RESULTS = frozenset("到完住掉成为作满见起出进上下回开好懂透死坏破错清烂")
_NO_OBJECT_FIRST = frozenset("上下进回开好为作错清破")
_NOUN_ENDINGS = frozenset("性化者员率型式级感界厅局厂站")
_PREFIXES = frozenset("副非超反")
# Before these 儿 is a child and a syllable.
_CHILDREN = frozenset("女男婴幼孤胎少小健宠血生妻弃患产骄娇育乞托")
_PERSONS = frozenset("我你他她它您谁")
_FINALS = frozenset("了吗呢吧啊呀啦嘛哦")
_ALONE = frozenset("的地得")


def written_words(text: str, run: Span, readings: Sequence[str | None]) -> Iterator[Written]:
    """The words of a run of hanzi in Simplified `text`; the readings tell particles from other words."""
    pieces: list[_Piece] = []
    for piece in _pieces(text[run.start : run.end], run.start):
        if readings[piece.start] == "de" and len(piece.text) > 1 and piece.text[0] in _ALONE:
            pieces.append(_Piece(piece.start, piece.text[0], "u"))
            piece = _Piece(piece.start + 1, piece.text[1:], piece.tag)
        if not (pieces and _join(pieces, piece, text, run.end, readings)):
            pieces.append(piece)
    return (Written(each.start, each.end, each.capital, each.hyphens, each.coloured) for each in pieces)


def _pieces(run: str, start: int) -> Iterator[_Piece]:
    for word, tag in _tagged(run):
        for part in divide(word, tag):
            coloured = (start + len(part.text) - 1,) if _has_erhua(part) else ()
            hyphens = tuple(start + at for at in part.hyphens)
            yield _Piece(start, part.text, tag, part.capital, hyphens, coloured, part.capital and tag == "ns")
            start += len(part.text)


def _tagged(run: str) -> list[tuple[str, str]]:
    """jieba's words with their tags; what it cut out of a number goes back into it: 五 and 十分."""
    words: list[tuple[str, str]] = []
    for word, tag in segmenter.tag(run):
        if (
            words
            and word[0] in NUMERALS
            and tag in ("m", "x")
            and NUMERALS.issuperset(words[-1][0].lstrip("第"))
        ):
            words[-1] = (words[-1][0] + word, "m")
        else:
            words.append((word, tag))
    return words


def _has_erhua(part: Part) -> bool:
    text = part.text
    return len(text) > 1 and text[-1] == "儿" and text[-2] not in _CHILDREN and text != "孩儿"


def _join(
    pieces: list[_Piece], piece: _Piece, text: str, run_end: int, readings: Sequence[str | None]
) -> bool:
    """Put `piece` to the word before it, if it belongs there."""
    last = pieces[-1]
    if len(piece.text) == 1:
        if _is_particle(last, piece, text, run_end, readings) or _is_ending(last, piece, run_end):
            last.text += piece.text
            return True
        if piece.text == "儿" and last.text[-1] not in _PERSONS | _ALONE and last.tag[0] in "nvaqrmtdf":
            last.coloured += (piece.start,)
            last.text += piece.text
            return True
    if _is_twice(last, piece, readings) or (last.text in _PREFIXES and piece.tag[0] in "nbv"):
        last.text, last.tag = last.text + piece.text, piece.tag
        return True
    if last.text == "第" and NUMERALS.issuperset(piece.text):
        last.text += piece.text
        last.hyphens = (piece.start, *piece.hyphens)
        return True
    _name(pieces, piece)
    return _is_given_name(pieces, piece)


def _is_particle(
    last: _Piece, piece: _Piece, text: str, run_end: int, readings: Sequence[str | None]
) -> bool:
    """着 了 过 after a verb (6.1.2.1), but 了 alone at the end of a clause."""
    verb = last.tag.startswith(_VERBS) or (len(last.text) == 1 and last.tag[0] in "nfp") or last.tag == "nr"
    if not verb or last.text[-1] in _FINALS or last.capital:
        return False
    reading = readings[piece.start]
    if piece.text == "着":
        return reading == "zhe"
    if piece.text == "过":
        return last.tag[0] == "v"
    if piece.text != "了" or reading != "le":
        return False
    follows = text[piece.end : piece.end + 1]
    return follows != "" and follows not in _FINALS and (piece.end < run_end or follows.isalnum())


def _is_ending(last: _Piece, piece: _Piece, run_end: int) -> bool:
    """们 and 子, the endings of nouns, and what came of a verb (6.1.1, 6.1.2.3)."""
    if piece.text == "们":
        return last.text[-1] not in _ALONE
    if piece.text == "子":
        return last.tag[0] in "nga" and len(last.text) == 1
    if piece.text in "人语话队" and last.place:
        return last.text not in names.GENERIC
    if piece.text in _NOUN_ENDINGS:
        return last.tag[0] in "nvab" and len(last.text) == 2 and not last.capital and piece.tag != "v"
    if piece.text in _RESULTS and last.tag == "v" and len(last.text) == 1 and last.text not in _NO_VERBS:
        return piece.text not in _NO_OBJECT_FIRST or piece.tag in ("f", "v") or piece.end == run_end
    return False


def _is_twice(last: _Piece, piece: _Piece, readings: Sequence[str | None]) -> bool:
    """看看, 个个 (6.1.12); 来来 and 回回 where the dictionary has 来回."""
    one, two = last.text, piece.text
    if len(one) == len(two) == 1:
        return one == two and one not in _ALONE | NUMERALS and bool(readings[last.start])
    if not (len(one) == len(two) == 2 and one[0] == one[1] and two[0] == two[1] and one != two):
        return False
    return segmenter.has_word(one[0] + two[0])


def _name(pieces: list[_Piece], piece: _Piece) -> None:
    """Capitals that depend on two words: 王 先生, 小 李, 青海 省."""
    last = pieces[-1]
    if piece.text in names.TITLES and len(last.text) == 1 and last.tag == "nr":
        last.capital = last.text in names.SURNAMES
    if last.text in names.FAMILIAR and piece.tag == "nr" and piece.text in names.SURNAMES:
        last.capital = piece.capital = True
    if last.place and piece.text in names.GENERIC and piece.text != "里":
        piece.capital = True


def _is_given_name(pieces: list[_Piece], piece: _Piece) -> bool:
    """The end of a given name that jieba cut off: 丁 望 and 河, 贺 知 and 远."""
    if len(pieces) < 2 or len(piece.text) > 1 or piece.tag not in ("ns", "a", "ag", "ng", "nz", "nr", "x"):
        return False
    surname, given = pieces[-2:]
    if not (surname.capital and given.capital and given.tag == "nr" == surname.tag):
        return False
    if len(given.text) > 1 or surname.end != given.start or surname.text not in names.SURNAMES:
        return False
    given.text += piece.text
    return True
