"""Title, headings and paragraphs of a plain text, recognised by their form."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from .draft import Block

TITLE_LENGTH = 40
HEADING_LENGTH = 30
"""Longest title and longest heading, in code points."""

_LINE_ENDING = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BLANK = (
    "\n\r\t\v\f\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_HANZI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

_FINAL = "。．.！!？?…"
_CLOSING = "”’」』）)】》〉\"'"
_NOT_AT_END = _FINAL + "，,、；;：:—-～~"
_NOT_AT_START = "“‘「『（(【[—–-・•·●○◆◇■□▲△※*＊#>→\"'…。，、；：！？"
_OPENING_QUOTES, _CLOSING_QUOTES = "“‘「『", "”’」』"
_QUOTE = re.compile(f"[{_OPENING_QUOTES}]")

_NUMBER = "[0-9０-９〇零一二三四五六七八九十百千兩两]+"
# The forms of a numbered heading with the level each stands for (h1 is the title).
_NUMBERED: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"第\s*{_NUMBER}\s*[章回卷編编]"), 2),
    (re.compile(rf"第\s*{_NUMBER}\s*[部集篇輯辑](?:$|[\s:：·、.．])"), 2),
    (re.compile(rf"第\s*{_NUMBER}\s*[節节條条](?:$|[\s:：·、.．])"), 3),
    (re.compile(r"[一二三四五六七八九十]+\s*[、．.]\s*\S"), 2),
    (re.compile(r"[（(][一二三四五六七八九十]+[）)]\s*\S"), 3),
    (re.compile(r"[0-9０-９]{1,2}(?:[.．][0-9]{1,2})*(?:\s*[、．.]\s*|\s+)[^\W\d_]"), 4),
)
_NAMED = re.compile(
    r"(?:序|序言|自序|前言|引言|引子|楔子|導語|导语|導讀|导读|摘要|緒論|绪论|正文|結語|结语|結論|结论|尾聲|尾声|後記|后记|跋|附錄|附录|參考文獻|参考文献|注釋|注释)"
)
_BYLINE = re.compile(
    r"(?:文|圖|图|本報|本报)?\s*[／/]?\s*(?:記者|记者|作者|編輯|编辑|責編|责编|責任編輯|责任编辑|來源|来源|稿源|攝影|摄影|撰文|校對|校对|審核|审核"
    r"|監製|监制|策劃|策划|通訊員|通讯员|實習生|实习生|譯者|译者|翻譯|翻译|原標題|原标题|日期|時間|时间|發布|发布|發佈|更新|關鍵詞|关键词"
    r"|(?:文|圖|图)(?=[：:／/ \u3000])|本報訊|本报讯)(?=$|[\s：:／/、丨|]|\S{2,12}$)"
)
_DATE = re.compile(
    r"(?:公元|民國|民国)?\s*[0-9０-９〇零一二三四五六七八九十]{1,4}\s*(?:年|[-/.])\s*[0-9０-９一二三四五六七八九十]{1,2}\s*(?:月|[-/.])"
)
_ADDRESS = re.compile(r"https?://|www\.|@")
_DIALOGUE = re.compile(r"\S{1,3}[：:]")
_DATELINE_END = ("訊", "讯", "電", "电")


class Line(NamedTuple):
    """One line that is not blank: its code points without the line ending, and whether a blank line or
    nothing stands before it."""

    start: int
    end: int
    text: str
    apart: bool


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order: at most one title (the first), headings and paragraphs.

    Every line that is not blank is one block, from its first to its last code point before the line
    ending; a line ends at CR LF, LF, CR, U+2028 or U+2029. The text itself is not changed.

    The rule is our own and cautious: a heading is a short line without the punctuation of a sentence,
    outside quotation marks, that stands between sentences; three of the same form in a row are a list
    or a poem, and stay paragraphs.
    """
    lines = lines_of(text)
    titled = _has_title(lines)
    levels = _heading_levels(lines, int(titled))
    blocks = []
    for number, (line, level) in enumerate(zip(lines, levels, strict=True)):
        if titled and number == 0:
            blocks.append(Block("title", line.start, line.end, 1))
        elif level:
            blocks.append(Block("heading", line.start, line.end, level))
        else:
            blocks.append(Block("paragraph", line.start, line.end))
    return tuple(blocks)


def title_of(text: str, fallback: str) -> str:
    """The title line of a plain text, without white space around it; `fallback` when it has none."""
    lines = lines_of(text)
    return lines[0].text if _has_title(lines) else fallback


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, each with its text stripped of white space."""
    lines = []
    start, apart = 0, True
    ends = [(found.start(), found.end()) for found in _LINE_ENDING.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        stripped = text[start:end].strip(_BLANK)
        if stripped:
            lines.append(Line(start, end, stripped, apart))
        apart = not stripped
        start = following
    return lines


def is_byline(text: str) -> bool:
    """Whether a short line names the author, the paper or the date rather than a part of the text."""
    return len(text) <= TITLE_LENGTH and bool(
        _BYLINE.match(text) or _DATE.match(text) or _ADDRESS.search(text)
    )


def _has_title(lines: list[Line]) -> bool:
    if len(lines) < 2:
        return False
    first = lines[0].text
    return (
        len(first) <= TITLE_LENGTH
        and any(character.isalpha() for character in first)
        and first[-1] not in _NOT_AT_END
        and "。" not in first
        and _balanced(first)
        and not is_byline(first)
        and not first.endswith(_DATELINE_END)
    )


def _heading_levels(lines: list[Line], first: int) -> list[int]:
    """For each line the level of its heading, 0 for a paragraph."""
    forms = [0] * len(lines)  # 0 no heading, 1 a plain one, else 1 + the place in _NUMBERED
    for number in range(first, len(lines) - 1):
        form = _form(lines[number].text)
        if form == 1 and not _stands_alone(lines, number, titled=first > 0):
            form = 0
        if form and number and _leaves_quote_open(lines[number - 1].text):
            form = 0
        forms[number] = form
    levels: list[int] = []
    for form, run in groupby(forms):
        length = len(list(run))
        level = 0 if form == 0 or length > 2 else 2 if form == 1 else _NUMBERED[form - 2][1]
        levels.extend([level] * length)
    return levels


def _form(text: str) -> int:
    if len(text) > HEADING_LENGTH or text[-1] in _NOT_AT_END or not _balanced(text):
        return 0
    if any(mark in text for mark in "。！？!?") or is_byline(text):
        return 0
    for place, (pattern, _) in enumerate(_NUMBERED):
        if pattern.match(text):
            return 2 + place
    if _NAMED.fullmatch(text):
        return 1
    if text[0] in _NOT_AT_START or text[0].isdigit() or _DIALOGUE.match(text) or text.endswith(_DATELINE_END):
        return 0
    return int(len(_HANZI.findall(text)) >= 2)


def _stands_alone(lines: list[Line], number: int, *, titled: bool) -> bool:
    """Whether a plain short line stands between sentences: it neither continues the line before it nor
    is the author's name beneath the title."""
    line = lines[number]
    if titled and number == 1 and len(_HANZI.findall(line.text)) <= 4 and not _NAMED.fullmatch(line.text):
        return False
    if number == 0 or line.apart or (titled and number == 1):
        return True
    before = lines[number - 1].text
    return before[-1] in _FINAL + _CLOSING or is_byline(before) or _form(before) > 0


def _balanced(text: str) -> bool:
    return all(
        text.count(opening) == text.count(closing)
        for opening, closing in zip(_OPENING_QUOTES, _CLOSING_QUOTES, strict=True)
    )


def _leaves_quote_open(text: str) -> bool:
    return bool(_QUOTE.search(text)) and any(
        text.rfind(opening) > text.rfind(closing)
        for opening, closing in zip(_OPENING_QUOTES, _CLOSING_QUOTES, strict=True)
    )
