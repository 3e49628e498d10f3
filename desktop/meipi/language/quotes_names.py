"""Names and callings: what a speaker is called, and what the speaker is."""

from __future__ import annotations

import re
from typing import NamedTuple

from meipi.language.names import COMPOUND_SURNAMES, FAMILIAR, SOUNDS, SURNAMES, TITLES, words_of
from meipi.language.quotes_words import PRONOUNS, ROLE_ENDS, ROLES
from meipi.language.span import Span

ASIDE = re.compile(r"[（(][^（()）]*[)）]|《[^《》]*》|〈[^〈〉]*〉")
"""Brackets, and titles, with what is in them."""
_DOTTED = re.compile(r"[\u3400-\u9fffA-Za-z\-]+(?:[·•・‧．][\u3400-\u9fffA-Za-z.\-]+)+\Z")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.'’\- ]*\Z")
_ROLE_AND_NAME = re.compile(
    f"(?:{'|'.join(sorted(ROLES, key=len, reverse=True))})"
    f"[{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}}\\Z"
)
# The last character of what people are called, and hardly of anything else.
CALLED = frozenset("者人嫂爷婆叔伯姨婶妈娘兵官师员长民士们")
_NO_NAME = frozenset("地的得了着过们")
_FOREIGN = SOUNDS | frozenset("丽莉娅蕾薇露珊妮洁翰弥娇真")
# What bodies that people belong to end in.
_BODIES = tuple(
    words_of("大学 公司 局 院 部 会 社 台 报 厂 所 校 队 集团 中心 组织 政府 银行 国 省 市 县 镇 村")
)


class Speaker(NamedTuple):
    """Who speaks, in code points of the text."""

    name: Span
    role: Span | None


def is_somebody(name: str) -> bool:
    """Whether what is named ends as somebody: in a calling, a pronoun, a name."""
    return (
        any(name[-length:] in ROLES or name[-length:] in PRONOUNS for length in range(1, 7))
        or is_name(name[-3:])
        or name[-1:] in CALLED
        or _DOTTED.search(name) is not None
        or _ROLE_AND_NAME.search(name) is not None
    )


def ends_in_role(name: str) -> bool:
    """Whether what is named ends in a calling: 世界卫生组织总干事."""
    return any(name[-length:] in ROLES for length in range(2, 7))


def is_whole_name(name: str) -> bool:
    """Whether it is a name of three characters and more, or a foreign one with a dot, and nothing else."""
    dotted = _DOTTED.fullmatch(name)
    return (dotted is not None and not _name_start(name)) or (len(name) > 2 and is_name(name))


def is_name(name: str) -> bool:
    """Whether it looks like a whole personal name."""
    if len(name) in (3, 4) and name[:2] in COMPOUND_SURNAMES:
        return True
    if len(name) == 2 and name[0] in FAMILIAR and name[1] in SURNAMES:
        return True
    if len(name) > 2 and SOUNDS.issuperset(name):
        return True
    if name[-1:] in _NO_NAME:
        return False  # 高兴地
    return name[:1] in SURNAMES and (len(name) in (2, 3) or name[1:] in TITLES)


def parted(text: str, span: Span) -> Speaker:
    """Name and calling of a subject: 省水利厅副厅长 and 星连文. One of the two alone is the name."""
    start, end = span
    for found in ASIDE.finditer(text, start, end):
        if found.end() == end and found.start() > start and found[0][0] in "（(":
            end = found.start()
    cut = _name_start(text[start:end])
    head = text[start : start + cut].rstrip("、，,的 \u3000")
    if text[start + cut - 1 : start + cut] == "的" and not (is_somebody(head) or head.endswith(_BODIES)):
        head = ""  # 37岁的费德勒
    return Speaker(Span(start + cut, end), Span(start, start + len(head)) if head else None)


def _name_start(whole: str) -> int:
    """Where in "role and name" the name begins; 0 if all is the name, or none can be told."""
    if whole in PRONOUNS:
        return 0
    dotted = _DOTTED.search(whole)
    if dotted:
        return dotted.start() + _foreign_start(re.split("[·•・‧．]", dotted[0])[0])
    latin = _LATIN.search(whole)
    if latin and latin.start():
        head = whole[: latin.start()]
        return latin.start() if "的" in head or is_somebody(head) else 0
    best = 0
    for start in range(2, len(whole) - 1):
        tail = whole[start:]
        head = whole[:start]
        long = next((length for length in range(6, 1, -1) if head[-length:] in ROLES), 0)
        if (
            (long and _plausible(tail))
            or (head[-1] in ROLE_ENDS and tail[0] in SURNAMES and is_name(tail))
            or (head[-1] == "的" and is_name(tail))
        ):
            best = start
    return best


def _plausible(tail: str) -> bool:
    """Whether what stands after a calling may be a name, perhaps with a title: 李太生教授."""
    title = next((title for title in (*TITLES, *ROLES) if tail.endswith(title)), "")
    if title:
        return is_name(tail) or is_name(tail[: -len(title)])
    return 2 <= len(tail) <= 4 or SOUNDS.issuperset(tail)


def _foreign_start(first: str) -> int:
    """Where in the part of a foreign name before its first dot the name begins: 总干事阿德南."""
    for start in range(len(first) - 1, 0, -1):
        head = first[:start]
        if head[-1] == "的" or any(head[-length:] in ROLES for length in range(2, 7)):
            return start
    start = len(first)
    while start and first[start - 1] in _FOREIGN:
        start -= 1
    return start if 2 <= start <= len(first) - 2 else 0
