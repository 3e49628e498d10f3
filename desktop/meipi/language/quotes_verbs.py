"""Verbs of speaking: whether a clause ends with one."""

from __future__ import annotations

import re

from meipi.language.quotes_words import ADDRESSING, NO_SPEAKING, SPEAKING

_LONGEST_VERB = max(map(len, SPEAKING))
# What may follow the verb: 说了一句, 问起来, 告诉记者, 写下这样的话.
_AFTER_VERB = re.compile(
    r"(?:了|着|过|到|起|出|起来|出来|下去|道|说|说道|一句|一声|两声|几句|两句|一句话|这样一句话|这样一段话|下|这句话|这番话|这段话|这样的话|"
    r"的话|如下|记者|本报记者|我|他|她|你|我们|他们|她们|大家|众人|对方|媒体|自己|人|完|罢)*\Z"
)
_DONE = re.compile(r"(?<=.)(?:了|着|过|一声|两声|几声|一句|几句)+\Z")
# Verbs of one character that 说 or 道 may follow; 云 or 应 there is more often the end of a name.
_WITH_SAYING = frozenset("笑哭叹骂喊叫问答劝怒吼讲回喝")
_AS_ONE_CAN = frozenset("笑叹喝叫喊哭骂吼")
_MANNERS = frozenset("冷微苦大狂憨傻干讪陪含嘻嘿哈呵长浩暴怒断厉惨痛")
_TO_WHOM = re.compile(
    f"(?:{'|'.join(sorted(ADDRESSING, key=len, reverse=True))})"
    r"(?:了|着)?(?:一句|一声|道)?[^了着过地得题号话\s]{1,6}\Z|告诉[^，、：；。！？…—]{1,14}\Z"
)


def verb_at_end(clause: str) -> int | None:
    """Where the verb of speaking that a clause ends with begins; None if it ends with none."""
    stripped = clause.rstrip()
    for end in _verb_ends(stripped):
        for length in range(min(_LONGEST_VERB, end), 0, -1):
            word = stripped[end - length : end]
            if word in SPEAKING:
                start = end - length
                if length == 1 and any(stripped[end - size : end] in NO_SPEAKING for size in (2, 3, 4, 5)):
                    break
                if word in ("道", "说", "问", "答", "称", "想"):
                    start = _whole_verb(stripped, start)
                elif word[-1] in ("道", "说"):
                    start = min(start, _whole_verb(stripped, end - 1))  # 回应道, not 应道
                return _with_manner(stripped, start)
    return _before_whom(stripped)


def bare(verb: str) -> str:
    """A verb without what only tells that it is done, or how often: 笑 of 笑了一声."""
    return _DONE.sub("", verb)


def _before_whom(clause: str) -> int | None:
    """Where the verb begins if after it there is whom it is said to."""
    found = _TO_WHOM.search(clause)
    if found is None or any(word in NO_SPEAKING for word in (found[0][:2], clause[found.start() - 1 :][:2])):
        return None
    return found.start()


def _verb_ends(clause: str) -> list[int]:
    """Where the verb may end: at the end of the clause or before what may follow a verb."""
    return [end for end in range(len(clause), max(0, len(clause) - 12), -1) if _AFTER_VERB.match(clause, end)]


def _whole_verb(clause: str, start: int) -> int:
    """Where a verb begins of which 道 or 说 is the second part: 解释说, 冷笑道, 补充道."""
    for length in range(min(_LONGEST_VERB, start), 0, -1):
        word = clause[start - length : start]
        if word in SPEAKING and (length > 1 or word in _WITH_SAYING):
            return _with_manner(clause, start - length)
    return start


def _with_manner(clause: str, start: int) -> int:
    """The same with how one laughs, sighs or shouts: 哈哈大笑, 长叹, 怒喝."""
    if clause[start : start + 1] in _AS_ONE_CAN:
        while start and clause[start - 1] in _MANNERS:
            start -= 1
    return start
