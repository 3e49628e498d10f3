"""Paragraphs: what each quote in one is, and who says it, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from meipi.language.quotes_marks import Marked
from meipi.language.quotes_names import Speaker, ends_in_role, is_whole_name, parted
from meipi.language.quotes_speakers import Subjects
from meipi.language.quotes_verbs import bare, verb_at_end
from meipi.language.quotes_words import AFTER_NOT, JUDGING, NAMED_AFTER, STRICT, WRITTEN
from meipi.language.span import Span

Kind = Literal["speech", "term"]

_SENTENCE_END = re.compile("[。！？…；]")
_FINAL = re.compile("[。！？…～~—]+\\Z")
_CLAUSES = re.compile("[^，、：；。！？…—]+")
_JOIN = re.compile(r"[，、\s—]*")
_CLAUSE_END = re.compile(r"[，。：！？；…—\n]")
_LIVELY = re.compile("[我你您他她它咱俺谁了是不没会能要想就也很吗呢吧啊呀哦嘛的在把被让这那]")
# What may come before the clause that says who spoke: 在谈到新赛季时，主教练说.
_INTRODUCES = re.compile(
    r"在.*[时中上后前]\Z|当.*[时后]\Z|谈[到及起]|说[到起]|提[到及起]|对于|面对|针对|被问[到及]|回忆起"
)
_SAYING = re.compile("[说问答喊叫嚷骂](?:着|罢|完|毕)")
# How news tells who spoke, after a quote that a paragraph begins with: 村民马占海笑得合不拢嘴.
_MOVED = re.compile("笑得|乐得|感慨|感叹|点赞|竖起|激动")
_UNSAID = re.compile("听[^，]{0,6}\\Z|(?:无法|没有|没|不|未|不曾|拒绝|不再|不愿|不肯|没人|没有人|无人)\\Z")
_FREE = frozenset("。！？…，：；—”」』’")
_NAMES = tuple(sorted(NAMED_AFTER))
_FEELING = frozenset("笑哭怒想念读")
# What comes to somebody who does not say it: 收到一封信：“……”
_RECEIVED = re.compile("收到|接到|看到|看见|听到|听见|想起|读到|传来|出现|弹出|跳出|写着|流传|[是有]\\Z|记载")
# So far a clause that names the speaker may reach.
_REACH = 80
# And so long what stands between two parts of one speech may be.
_INTERRUPTION = 40
_BETWEEN = "，：、— \t\u3000"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in quotation marks, in code points of the text."""

    span: Span
    """With its marks."""
    inner: Span
    """Without them."""
    kind: Kind
    """"speech" of somebody, or a "term": a name, a title, a word that is spoken of."""
    speaker: Span | None = None
    """Who says it: the name without the calling; None where the text names nobody near by."""
    role: Span | None = None
    """What the speaker is, where that stands beside the name: 副廳長."""
    cue: Span | None = None
    """The clause that tells of the speaking."""
    doubtful: bool = False
    """Whether a mark is missing, or it is not sure that these are somebody's own words."""


class _Told(NamedTuple):
    """What is told of a quote: what it is, the clause that tells it, and who speaks."""

    kind: Kind
    cue: Span | None = None
    speaker: Speaker | None = None
    doubtful: bool = False


class Paragraph:
    """The quotes of a paragraph, of a text `plain` in Simplified with full-width punctuation.

    `goes_on` is the quote that the last paragraph ended with if this one opens it again.
    """

    def __init__(
        self, subjects: Subjects, plain: str, bounds: Span, marks: Sequence[Marked], goes_on: Quote | None
    ) -> None:
        self._subjects = subjects
        self._plain, self._bounds, self._marks, self._goes_on = plain, bounds, marks, goes_on
        self._quotes: list[Quote] = []
        # Where the last speech so far ends.
        self._spoken = bounds.start

    def read(self) -> list[Quote]:
        """The quotes in order."""
        for index, marked in enumerate(self._marks):
            quote = self._quote(marked, self._tell(index))
            self._quotes.append(quote)
            if quote.kind == "speech":
                self._spoken = quote.span.end
        return self._quotes

    def _tell(self, index: int) -> _Told:
        leads = index == 0 and self._opens()
        if leads and self._goes_on is not None and self._goes_on.speaker is not None:
            speaker = Speaker(self._goes_on.speaker, self._goes_on.role)
            return _Told("speech", self._goes_on.cue, speaker)
        if self._titled(self._marks[index]):
            return _Told("term")
        told = self._before(index) or self._after(index)
        if told is None and leads and self._goes_on is not None:
            return _Told("speech")
        return told or self._alone(index)

    def _quote(self, marked: Marked, told: _Told) -> Quote:
        unsure = told.doubtful or not (marked.closed or marked.goes_on)
        name, role = told.speaker if told.speaker is not None and told.kind == "speech" else (None, None)
        return Quote(marked.span, marked.inner, told.kind, name, role, told.cue, unsure)

    def _opens(self) -> bool:
        """Whether the paragraph begins with its first quote."""
        return not self._plain[self._bounds.start : self._marks[0].span.start].strip()

    def _titled(self, marked: Marked) -> bool:
        """Whether a quote is a part of a title: 《我说“不”的那一年》."""
        start, end = marked.span
        opened = self._plain.rfind("《", max(self._bounds.start, start - _INTERRUPTION), start)
        closed = self._plain.find("》", end, min(self._bounds.end, end + _INTERRUPTION))
        return opened >= 0 and closed >= 0 and "》" not in self._plain[opened:start]

    def _inner(self, marked: Marked) -> str:
        return self._plain[marked.inner.start : marked.inner.end].strip()

    # -- the clause before --------------------------------------------------------------------------------

    def _sentence_start(self, end: int) -> int:
        """Where the sentence that leads up to a quote begins: after the last speech at the earliest."""
        low = max(self._spoken, end - 2 * _REACH)
        terms: list[Span] = []
        for quote in reversed(self._quotes):
            if quote.span.end <= low:
                break
            terms.append(quote.span)
        cut = low
        for found in _SENTENCE_END.finditer(self._plain, low, end):
            if not any(term.start <= found.start() < term.end for term in terms):
                cut = found.end()
        return cut

    def _before(self, index: int) -> _Told | None:
        marked = self._marks[index]
        start = self._sentence_start(marked.span.start)
        lead = self._plain[start : marked.span.start]
        told = lead.rstrip(_BETWEEN)
        if not told:
            return None
        sign = lead[len(told) :].strip()[:1]
        inner = self._inner(marked)
        last = max((found.start() for found in _CLAUSES.finditer(told)), default=0)
        clause = told[last:]
        verb = verb_at_end(clause)
        told_by = clause[verb:] if verb is not None else ""
        said = _Said(start, start + last, start + len(told), verb, told_by, True)
        if sign == "：":
            return self._after_colon(inner, clause, said)
        if sign == "，":
            own = _FINAL.search(inner) is not None or (not _silent(said.verb) and len(inner) > 3)
            if verb is not None and own and not self._runs_on(marked, inner):
                return self._told(said)
            if self._interrupts(index, start, len(lead)):
                previous = self._quotes[-1]
                speaker = Speaker(previous.speaker, previous.role) if previous.speaker is not None else None
                return _Told("speech", said.cue, speaker or self._who(said))
        elif not sign and verb is not None:
            own = len(inner) >= 5 and _LIVELY.search(inner) is not None
            if _leads_to_words(said.verb) and (_FINAL.search(inner) or own):
                return self._told(said)
            if said.verb in JUDGING and own and len(inner) >= 10 and not self._runs_on(marked, inner, 99):
                return self._told(said)._replace(doubtful=True)
        return None

    def _after_colon(self, inner: str, clause: str, said: _Said) -> _Told:
        """A quote that a colon leads to: speech, unless it is a word, or an inscription."""
        written = any(clause.endswith(word) for word in WRITTEN)
        silent = said.at is None
        if written or (silent and not _FINAL.search(inner) and len(inner) <= 6 and len(clause) > 4):
            return _Told("term")
        if silent and _RECEIVED.search(clause):
            return _Told("speech", said.cue)
        return self._told(said)

    def _runs_on(self, marked: Marked, inner: str, longest: int = 15) -> bool:
        """Whether the sentence goes on after a quote as if it were a word: 表示，“含光”是一款芯片."""
        if _FINAL.search(inner) or (len(inner) >= longest and _LIVELY.search(inner)):
            return False
        return self._plain[marked.span.end : min(self._bounds.end, marked.span.end + 1)].isalnum()

    def _interrupts(self, index: int, start: int, length: int) -> bool:
        """Whether what stands between two quotes only interrupts one speech: “好，”他摇头，“我去。”"""
        return index > 0 and self._quotes[-1].span.end == start == self._spoken and length <= _INTERRUPTION

    def _told(self, said: _Said) -> _Told:
        return _Told("speech", said.cue, self._who(said))

    def _who(self, said: _Said) -> Speaker | None:
        """The subject of the clause with the verb, else of the nearest one before it that has one."""
        found = self._subjects.of(said.start, said.end if said.at is None else said.start + said.at)
        if found is None or self._subjects.is_thing(found):
            found = self._earlier(said, found)
        if found is None and said.at is not None and said.leads:
            found = self._in_last_sentence(said.sentence)
        return None if found is None else self._with_name(said, parted(self._plain, found))

    def _with_name(self, said: _Said, speaker: Speaker) -> Speaker:
        """The same with the name that may stand before a calling: 玛格丽特·陈，世界卫生组织总干事."""
        start, end = speaker.name
        if speaker.role is not None or not ends_in_role(self._plain[start:end]):
            return speaker
        before = self._plain[said.sentence : start].rstrip("，").rpartition("，")[2].strip()
        if not is_whole_name(before):
            return speaker
        begin = self._plain.rindex(before, said.sentence, start)
        return Speaker(Span(begin, begin + len(before)), speaker.name)

    def _earlier(self, said: _Said, found: Span | None) -> Span | None:
        """Somebody whom an earlier clause of the sentence is about, the nearest first; else `found`."""
        clauses = [piece.span() for piece in _CLAUSES.finditer(self._plain, said.sentence, said.start)]
        for clause in reversed(clauses):
            somebody = self._subjects.of(*clause, person=True)
            if somebody is not None:
                return somebody
        return self._subjects.first(*clauses[0]) if clauses and found is None else found

    def _in_last_sentence(self, end: int) -> Span | None:
        """Whom the sentence that ends at `end` is about, if it has no speech: 她坐下。半天才说：“……”"""
        low = max(self._spoken, end - _REACH)
        start = max((self._plain.rfind(mark, low, end - 1) + 1 for mark in "。！？…；"), default=0) or low
        for piece in _CLAUSES.finditer(self._plain, start, end):
            somebody = self._subjects.of(*piece.span(), person=True)
            if somebody is not None:
                return somebody
        return None

    # -- the clause after ---------------------------------------------------------------------------------

    def _after(self, index: int) -> _Told | None:
        marked = self._marks[index]
        if not marked.closed:
            return None
        plain, after = self._plain, marked.span.end
        limit = self._marks[index + 1].span.start if index + 1 < len(self._marks) else self._bounds.end
        join = _JOIN.match(plain, after, min(limit, after + _REACH))
        inner = self._inner(marked)
        finished = _FINAL.search(inner) is not None or inner.endswith(("，", "："))
        if not finished and not self._may_be_said(marked, inner, join is not None and join[0].strip() != ""):
            return None
        start, end, sign = self._clause(join.end() if join else after, limit)
        verb = verb_at_end(plain[start:end])
        if verb is None and sign == "，" and _INTRODUCES.match(plain[start:end]):
            start, end, sign = self._clause(end + 1, limit)
            verb = verb_at_end(plain[start:end])
        clause = plain[start:end]
        if verb is not None and not _silent(clause[verb:]) and not _UNSAID.search(clause, 0, verb):
            if sign == "：" and not (index == 0 and self._opens()):
                return None
            who = self._subjects.of(start, start + verb)
            if who is None and not finished:
                return None
            if who is None and sign == "，":
                # “我走了。”说完，他鞠了一躬。
                who = self._subjects.of(*self._clause(end + 1, limit)[:2], person=True)
            return _Told("speech", Span(start, end), None if who is None else parted(plain, who))
        if not finished:
            return None
        saying = _SAYING.search(clause) or (_MOVED.search(clause) if index == 0 and self._opens() else None)
        if saying is not None:
            who = self._subjects.of(start, start + saying.start())
            return None if who is None else _Told("speech", Span(start, end), parted(plain, who))
        if self._leads_on(index, limit):
            return self._between(after, limit)
        return self._further(start, limit) if verb is None and sign == "，" else None

    def _may_be_said(self, marked: Marked, inner: str, apart: bool) -> bool:
        """Whether a quote that does not end as a sentence may be speech: not 网上“炸了锅”，网友们质疑."""
        if marked.span.start > self._bounds.start and self._plain[marked.span.start - 1].isalnum():
            return False
        return apart or (len(inner) >= 6 and _LIVELY.search(inner) is not None)

    def _clause(self, start: int, limit: int) -> tuple[int, int, str]:
        """The clause from `start`, where it ends at the latest, and the mark that it ends with."""
        stop = min(limit, start + _REACH)
        found = _CLAUSE_END.search(self._plain, start, stop)
        return (start, found.start(), found[0]) if found else (start, max(start, stop), "")

    def _leads_on(self, index: int, limit: int) -> bool:
        """Whether one sentence stands between two quotes, so that both are said by whom it is about.

        After a colon the second may be an answer; not where a paragraph begins with the first.
        """
        start = self._marks[index].span.end
        if index + 1 == len(self._marks) or limit - start > _INTERRUPTION:
            return False
        gap = self._plain[start:limit].rstrip()
        if _SENTENCE_END.search(gap):
            return False
        return gap.endswith("，") or (gap.endswith("：") and index == 0 and self._opens())

    def _between(self, start: int, limit: int) -> _Told | None:
        """The last clause of what stands between two quotes, and whom the sentence is about."""
        clauses = [piece.span() for piece in _CLAUSES.finditer(self._plain, start, limit) if piece[0].strip()]
        if not clauses:
            return None
        begin, end = clauses[-1]
        verb = verb_at_end(self._plain[begin:end])
        return self._told(_Said(start, begin, end, verb, ""))

    def _further(self, start: int, limit: int) -> _Told | None:
        """The last clause of a sentence if it tells of the speaking: 祥林嫂抬起眼睛来，接着说。"""
        stop = _SENTENCE_END.search(self._plain, start, min(limit, start + _REACH))
        if stop is None or stop[0] != "。":
            return None
        last = max(self._plain.rfind(mark, start, stop.start()) for mark in "，、：—") + 1
        clause = self._plain[last : stop.start()]
        verb = verb_at_end(clause)
        if verb is None or _silent(clause[verb:]):
            return None
        told = self._told(_Said(start, last, stop.start(), verb, ""))
        return told if told.speaker is not None else None

    # -- nothing near by tells ----------------------------------------------------------------------------

    def _alone(self, index: int) -> _Told:
        marked = self._marks[index]
        inner = self._inner(marked)
        start, end = marked.span
        before = self._plain[max(self._bounds.start, start - _REACH) : start].rstrip()
        after = self._plain[end : min(self._bounds.end, end + _REACH)].lstrip()
        final = _FINAL.search(inner) is not None or inner.endswith("，")
        if not before and not after:
            return _Told("speech", doubtful=not final) if final or len(inner) >= 10 else _Told("term")
        if after.startswith(_NAMES):
            return _Told("term")
        if final and (not before or before[-1] in _FREE or start == self._spoken > self._bounds.start):
            return _Told("speech")
        if not marked.closed and not before and len(inner) > 10:
            return _Told("speech", doubtful=True)
        return _Told("term")


def _silent(verb: str) -> bool:
    """Whether a verb alone is too seldom of speaking: 笑了, 叹了一声; but 叫了一声 is."""
    return verb in AFTER_NOT or bare(verb) in _FEELING


def _leads_to_words(verb: str) -> bool:
    """Whether after a verb with no mark between come somebody's words, not a name: 说过“……”, 回应道“……”"""
    return verb.rstrip("了过着") in STRICT or (len(verb) > 1 and verb[-1] in "道说")


class _Said(NamedTuple):
    """A clause that may tell of speaking, in code points of the text."""

    sentence: int
    """Where its sentence begins."""
    start: int
    end: int
    at: int | None
    """Where in it the verb of speaking begins."""
    verb: str
    leads: bool = False
    """Whether the quote comes after it."""

    @property
    def cue(self) -> Span:
        return Span(self.start, self.end)
