"""Quotes: what a text quotes, whether it is speech or a word in quotation marks, and who says it.

By rules: marks are paired paragraph by paragraph; the clause before a quotation, and else the one after it,
tells that somebody speaks, and its subject who.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from meipi.language import quotes_marks, script
from meipi.language.quotes_marks import MARKS, Marked
from meipi.language.quotes_names import Speaker, parted
from meipi.language.quotes_speakers import Subjects
from meipi.language.quotes_verbs import verb_at_end
from meipi.language.quotes_words import AFTER_NOT, NAMED_AFTER, STRICT, WRITTEN
from meipi.language.span import Span

__all__ = ["MARKS", "Quote", "find"]

Kind = Literal["speech", "term"]


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
    """What the speaker is, where it stands before the name: 副廳長."""
    cue: Span | None = None
    """The clause that tells of the speaking."""
    doubtful: bool = False
    """Whether a mark is missing, or it is not sure that these are somebody's own words."""


def find(text: str) -> list[Quote]:
    """The quotes of a text in order, the outermost ones only. Total on any str.

    One that nothing closes ends with its paragraph, or with its last sentence before the next one, and is
    doubtful, unless the next paragraph opens again.
    """
    if not quotes_marks.has(text):
        return []
    plain = _plain(text)
    subjects = Subjects(plain)
    found: list[Quote] = []
    carried: Quote | None = None
    for bounds, marks in quotes_marks.marked(text):
        quotes = _Paragraph(subjects, plain, bounds, marks, carried).read()
        carried = quotes[-1] if marks and marks[-1].goes_on else None
        found += quotes
    return found


_FORMS = str.maketrans("著説,:!?;｡︰﹕﹐､．﹗﹖⋯", "着说，：！？；。：：，、.！？…")
_STOP = re.compile(r"(?<![0-9A-Za-z.])\.(?!\.)|\.(?![0-9A-Za-z.])(?<![ .][A-Z]\.)(?<!^[A-Z]\.)")
_DIGITS = re.compile(r"(?<=\d)[，：](?=\d)")


def _plain(text: str) -> str:
    """The text in Simplified, with full-width punctuation, code point by code point."""
    plain = script.convert(text, "t2s").text.translate(_FORMS)
    plain = plain.replace("...", "………")
    plain = _STOP.sub("。", plain)
    return _DIGITS.sub("_", plain)


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
_HEARD = re.compile("听[^，]{0,6}\\Z")
# So far a clause that names the speaker may reach.
_REACH = 80


class _Paragraph:
    """A paragraph that is read from left to right."""

    def __init__(
        self, subjects: Subjects, plain: str, bounds: Span, marks: Sequence[Marked], carried: Quote | None
    ) -> None:
        self._subjects = subjects
        self._plain, self._bounds, self._marks, self._carried = plain, bounds, marks, carried
        self._quotes: list[Quote] = []

    def read(self) -> list[Quote]:
        for index in range(len(self._marks)):
            self._quotes.append(self._read(index))
        return self._quotes

    def _read(self, index: int) -> Quote:
        marked = self._marks[index]
        if index == 0 and self._carried is not None and self._leads(marked):
            return self._made(marked, "speech", None, None, self._carried)
        before = self._before(index)
        if before is not None:
            kind, cue, speaker = before
            return self._made(marked, kind, cue, speaker)
        after = self._after(index)
        if after is not None:
            cue, speaker = after
            return self._made(marked, "speech", cue, speaker)
        kind, doubtful = self._alone(index)
        return self._made(marked, kind, None, None, doubtful=doubtful)

    def _made(
        self,
        marked: Marked,
        kind: Kind,
        cue: Span | None,
        speaker: Speaker | None,
        like: Quote | None = None,
        doubtful: bool = False,
    ) -> Quote:
        unsure = doubtful or not (marked.closed or marked.goes_on)
        if like is not None:
            return Quote(marked.span, marked.inner, kind, like.speaker, like.role, like.cue, unsure)
        name, role = speaker if speaker is not None and kind == "speech" else (None, None)
        return Quote(marked.span, marked.inner, kind, name, role, cue, unsure)

    def _leads(self, marked: Marked) -> bool:
        return not self._plain[self._bounds.start : marked.span.start].strip()

    def _inner(self, marked: Marked) -> str:
        return self._plain[marked.inner.start : marked.inner.end].strip()

    # -- the clause before --------------------------------------------------------------------------------

    def _sentence_start(self, index: int) -> tuple[int, bool]:
        """Where the sentence that leads up to a quote begins, and whether it begins with speech."""
        start = self._bounds.start
        end = self._marks[index].span.start
        spoken = False
        barrier = start
        for quote in reversed(self._quotes):
            if quote.kind == "speech":
                barrier, spoken = quote.span.end, True
                break
        low = max(barrier, end - _REACH * 2)
        terms = [quote.span for quote in self._quotes if quote.span.start >= barrier]
        cut = low
        for found in _SENTENCE_END.finditer(self._plain, low, end):
            if not any(term.start <= found.start() < term.end for term in terms):
                cut = found.end()
        return cut, spoken and cut == barrier

    def _before(self, index: int) -> tuple[Kind, Span | None, Speaker | None] | None:
        marked = self._marks[index]
        start, spoken = self._sentence_start(index)
        lead = self._plain[start : marked.span.start]
        bare = lead.rstrip("，：、— \t\u3000")
        if not bare.strip("，：、— \t\u3000"):
            return None
        sign = lead[len(bare) :].strip()[:1]
        inner = self._inner(marked)
        last = max((found.start() for found in _CLAUSES.finditer(bare)), default=0)
        clause = bare[last:]
        verb = verb_at_end(clause)
        cue = Span(start + last, start + len(bare))
        written = any(clause.endswith(word) for word in WRITTEN)
        if sign == "：":
            if written or (verb is None and not _FINAL.search(inner) and len(inner) <= 6 and len(clause) > 4):
                return "term", None, None
            return "speech", cue, self._who(start, start + last, verb, start + len(bare))
        if sign == "，" and verb is not None:
            word = clause[verb:]
            if _FINAL.search(inner) or (word not in AFTER_NOT and len(inner) > 3):
                return "speech", cue, self._who(start, start + last, verb, start + len(bare))
        if sign == "，" and spoken and self._interrupts(index, lead):
            previous = self._quotes[-1]
            if previous.speaker is not None:
                return "speech", cue, Speaker(previous.speaker, previous.role)
            return "speech", cue, self._who(start, start + last, None, start + len(bare))
        own = _FINAL.search(inner) or (len(inner) >= 5 and _LIVELY.search(inner))
        if not sign and verb is not None and clause[verb:] in STRICT and own:
            return "speech", cue, self._who(start, start + last, verb, start + len(bare))
        return None

    def _interrupts(self, index: int, lead: str) -> bool:
        """Whether what stands between two quotes only interrupts one speech: “好，”他摇头，“我去。”"""
        if not index or self._quotes[-1].span != self._marks[index - 1].span:
            return False
        return len(lead) <= 40 and self._quotes[-1].kind == "speech"

    def _who(self, start: int, last: int, verb: int | None, end: int) -> Speaker | None:
        """The subject of the clause with the verb, else of the nearest one before it that has one."""
        stop = last + verb if verb is not None else end
        plain = self._plain
        found = self._subjects.of(last, stop)
        if found is None or self._subjects.is_thing(found):
            clauses = [Span(*piece.span()) for piece in _CLAUSES.finditer(plain, start, last)]
            for clause in reversed(clauses):
                somebody = self._subjects.of(clause.start, clause.end, person=True)
                if somebody is not None:
                    found = somebody
                    break
            else:
                found = found or (self._subjects.first(clauses[0].start, clauses[0].end) if clauses else None)
        return None if found is None else parted(plain, found)

    # -- the clause after ---------------------------------------------------------------------------------

    def _after(self, index: int) -> tuple[Span, Speaker | None] | None:
        marked = self._marks[index]
        if not marked.closed:
            return None
        plain = self._plain
        limit = self._marks[index + 1].span.start if index + 1 < len(self._marks) else self._bounds.end
        join = _JOIN.match(plain, marked.span.end, limit)
        start = join.end() if join else marked.span.end
        start, end, found = self._clause(start, limit)
        clause = plain[start:end]
        if not clause.strip():
            return None
        if found == "，" and _INTRODUCES.match(clause) and verb_at_end(clause) is None:
            start, end, found = self._clause(end + 1, limit)
            clause = plain[start:end]
        inner = self._inner(marked)
        finished = _FINAL.search(inner) is not None or inner.endswith(("，", "："))
        apart = bool(join and join[0].strip())
        if not finished and not apart and not (len(inner) >= 6 and _LIVELY.search(inner)):
            return None
        verb = verb_at_end(clause)
        if verb is not None and clause[verb:] not in AFTER_NOT and not _HEARD.search(clause, 0, verb):
            if found == "：" and not self._opens_paragraph(index):
                return None
            who = self._subjects.of(start, start + verb)
            if who is None:
                return None if not finished else (Span(start, end), None)
            return Span(start, end), parted(plain, who)
        saying = _SAYING.search(clause)
        if finished and saying is not None:
            who = self._subjects.of(start, start + saying.start())
            return None if who is None else (Span(start, end), parted(plain, who))
        if finished and self._leads_on(index, limit):
            return self._between(marked.span.end, limit)
        if finished and verb is None and found == "，":
            return self._further(start, limit)
        return None

    def _further(self, start: int, limit: int) -> tuple[Span, Speaker | None] | None:
        """The last clause of a sentence if it tells of the speaking: 祥林嫂抬起眼睛来，接着说。"""
        stop = _SENTENCE_END.search(self._plain, start, min(limit, start + _REACH))
        if stop is None or stop[0] != "。":
            return None
        last = max(self._plain.rfind(mark, start, stop.start()) for mark in "，、：—") + 1
        verb = verb_at_end(self._plain[last : stop.start()])
        if verb is None or self._plain[last + verb : stop.start()] in AFTER_NOT:
            return None
        who = self._who(start, last, verb, stop.start())
        return None if who is None else (Span(last, stop.start()), who)

    def _leads_on(self, index: int, limit: int) -> bool:
        """Whether one sentence stands between two quotes, so that both are said by whom it is about.

        After a colon the second may be an answer; not where a paragraph begins with the first.
        """
        if index + 1 == len(self._marks):
            return False
        gap = self._plain[self._marks[index].span.end : limit].rstrip()
        if len(gap) > 40 or _SENTENCE_END.search(gap):
            return False
        return gap.endswith("，") or (gap.endswith("：") and self._opens_paragraph(index))

    def _between(self, start: int, limit: int) -> tuple[Span, Speaker | None] | None:
        """The last clause of what stands between two quotes, and whom the sentence is about."""
        clauses = [Span(*piece.span()) for piece in _CLAUSES.finditer(self._plain, start, limit)]
        clauses = [clause for clause in clauses if self._plain[clause.start : clause.end].strip()]
        if not clauses:
            return None
        last = clauses[-1]
        verb = verb_at_end(self._plain[last.start : last.end])
        return last, self._who(start, last.start, verb, last.end)

    def _clause(self, start: int, limit: int) -> tuple[int, int, str]:
        """The clause from `start`, where it ends at the latest, and the mark that it ends with."""
        stop = min(limit, start + _REACH)
        found = _CLAUSE_END.search(self._plain, start, stop)
        return (start, found.start(), found[0]) if found else (start, stop, "")

    def _opens_paragraph(self, index: int) -> bool:
        return index == 0 and self._leads(self._marks[0])

    # -- nothing near by tells ----------------------------------------------------------------------------

    def _alone(self, index: int) -> tuple[Kind, bool]:
        marked = self._marks[index]
        plain, inner = self._plain, self._inner(marked)
        before = plain[self._bounds.start : marked.span.start].rstrip()
        after = plain[marked.span.end : self._bounds.end].lstrip()
        final = _FINAL.search(inner) is not None or inner.endswith("，")
        follows_speech = bool(self._quotes) and self._quotes[-1].span.end == marked.span.start
        if not before and not after:
            return ("speech", not final) if final or len(inner) >= 10 else ("term", True)
        if any(after.startswith(word) for word in NAMED_AFTER):
            return "term", False
        free = not before or before[-1] in "。！？…，：；—”」』" or follows_speech
        if final and free:
            return "speech", False
        if not marked.closed and not before and len(inner) > 10:
            return "speech", True
        return "term", False
