"""Texts revised as people and programs revise them, with the truth of where every character went.

A text under revision is a list of paragraphs of `Piece`s: a character and the offset it had in the old
text, or −1 for one that is new. What a mark became is read off those offsets, never guessed from the words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal, NamedTuple

from meipi.language.anchor import Anchor, take
from meipi.language.script import convert
from meipi.language.span import Span

_MARKS = 8
# Shares of marks by length in code points; None is a whole sentence.
_LENGTHS: tuple[tuple[float, tuple[int, int] | None], ...] = (
    (0.04, (1, 1)), (0.23, (2, 4)), (0.35, (5, 15)), (0.28, None), (0.10, (60, 200)),
)  # fmt: skip
# Two texts that share no more than this may have the same heading or imprint.
_BOILERPLATE = 0.1
_ENDS = "。！？"
# From this share of its letters on a mark still stands; below the other it is gone.
_STANDS, _GONE = 0.75, 0.34


class Piece(NamedTuple):
    """A character and its offset in the old text, −1 for a new one."""

    character: str
    origin: int


Paragraph = list[Piece]
Paragraphs = list[Paragraph]


class Truth(NamedTuple):
    """What became of a mark; `either`, half gone or left in a copy alone, may be refused or placed."""

    kind: Literal["place", "orphan", "either"]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Case:
    """An old text's anchors and the revised text."""

    kind: str
    old: str
    new: str
    anchors: list[Anchor]
    truths: list[Truth]


def draw(rng: Random, texts: Sequence[str], kind: str) -> Case:
    """One revision of the given kind of one of `texts`; what is put in comes from the others."""
    old = _excerpt(rng, rng.choice(texts))
    other = _excerpt(rng, rng.choice([text for text in texts if _shared(old, text) <= _BOILERPLATE]))
    if kind == "refrain":
        old = _with_refrains(rng, old)
    revising = Revising(rng, paragraphs_of(old), other, _spans(rng, old, _MARKS))
    KINDS[kind](revising)
    return _case(kind, old, revising)


def book(rng: Random, texts: Sequence[str], length: int, marks: int) -> Case:
    """A book of `length` code points from halves of the sentences of `texts`, lightly revised."""
    sentences = [
        part for text in texts for part in text.replace("\n", "").split("。") if 5 <= len(part) <= 80
    ]
    lines: list[str] = []
    size = 0
    while size < length:
        halves = [(rng.choice(sentences), rng.choice(sentences)) for _ in range(rng.randint(2, 7))]
        line = "".join(
            one[: rng.randrange(3, len(one))] + two[-rng.randrange(3, 40) :] + "。" for one, two in halves
        )
        lines.append(line)
        size += len(line) + 1
    old = "\n".join(lines)
    spans = _spans(rng, old, marks)
    revising = Revising(rng, paragraphs_of(old), "。".join(rng.sample(sentences, 50)), spans)
    revising.sentences(0.02)
    revising.typos(0.004)
    revising.rearrange(0.01)
    return _case("book", old, revising)


def _case(kind: str, old: str, revising: Revising) -> Case:
    pieces = [piece for paragraph in revising.paragraphs for piece in [*paragraph, Piece("\n", -1)]][:-1]
    new = "".join(piece.character for piece in pieces)
    where: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        where.setdefault(piece.origin, []).append(at)
    truths = [
        _truth(old, span, pieces, where, bool(revising.copied & set(range(*span)))) for span in revising.spans
    ]
    return Case(kind, old, new, [take(old, span) for span in revising.spans], truths)


def paragraphs_of(text: str) -> Paragraphs:
    """The lines of `text`, each character with its offset."""
    paragraphs: Paragraphs = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append([Piece(character, at + index) for index, character in enumerate(line)])
        at += len(line) + 1
    return paragraphs


@dataclass(slots=True)
class Revising:
    """A text under revision."""

    rng: Random
    paragraphs: Paragraphs
    other: str
    spans: list[Span]

    copied: set[int] = field(default_factory=set)
    """Offsets of the old text that were also put elsewhere."""

    def new_sentence(self) -> Paragraph:
        sentences = [part for part in self.other.replace("\n", "").split("。") if 4 <= len(part) <= 80]
        return [Piece(character, -1) for character in self.rng.choice(sentences or ["此处从略"]) + "。"]

    def typos(self, share: float) -> None:
        """Characters replaced, left out, put in, changed about: `share` of all."""
        letters = [character for character in self.other if character.isalpha()] or ["某"]
        for paragraph in self.paragraphs:
            for _ in range(_count(self.rng, share * len(paragraph))):
                if len(paragraph) < 4:
                    break
                at = self.rng.randrange(len(paragraph) - 1)
                match self.rng.choice(("replace", "replace", "out", "in", "about")):
                    case "replace":
                        paragraph[at] = Piece(self.rng.choice(letters), -1)
                    case "out":
                        del paragraph[at]
                    case "in":
                        paragraph.insert(at, Piece(self.rng.choice(letters), -1))
                    case _:
                        paragraph[at], paragraph[at + 1] = paragraph[at + 1], paragraph[at]

    def sentences(self, share: float) -> None:
        """Sentences left out, put in, replaced, moved in their paragraph, or half written anew."""
        for number, paragraph in enumerate(self.paragraphs):
            parts = _sentences(paragraph)
            for _ in range(_count(self.rng, share * len(parts))):
                at = self.rng.randrange(len(parts))
                match self.rng.choice(("out", "in", "replace", "move", "half")):
                    case "out":
                        parts[at] = []
                    case "in":
                        parts.insert(at, self.new_sentence())
                    case "replace":
                        parts[at] = self.new_sentence()
                    case "move":
                        parts.insert(self.rng.randrange(len(parts)), parts.pop(at))
                    case _:
                        middle = len(parts[at]) // 2
                        parts[at] = [*parts[at][:middle], *self.new_sentence()]
            self.paragraphs[number] = [piece for part in parts for piece in part]

    def rearrange(self, share: float) -> None:
        """Paragraphs put in, left out, moved, divided, joined."""
        for _ in range(max(1, _count(self.rng, share * len(self.paragraphs)))):
            if len(self.paragraphs) < 2:
                self.paragraphs.append([])
            at = self.rng.randrange(len(self.paragraphs) - 1)
            match self.rng.choice(("in", "in", "out", "move", "move", "divide", "join")):
                case "in":
                    self.paragraphs.insert(at, [p for _ in range(3) for p in self.new_sentence()])
                case "out":
                    del self.paragraphs[at]
                case "move":
                    self.paragraphs.insert(self.rng.randrange(len(self.paragraphs)), self.paragraphs.pop(at))
                case "divide":
                    middle = self.rng.randrange(len(self.paragraphs[at]) + 1)
                    self.paragraphs[at : at + 1] = self.paragraphs[at][:middle], self.paragraphs[at][middle:]
                case _:
                    self.paragraphs[at : at + 2] = [self.paragraphs[at] + self.paragraphs[at + 1]]

    def punctuate(self) -> None:
        """Another house's punctuation."""
        table = self.rng.choice(_STYLES)
        drop = self.rng.random() < 0.3
        self.paragraphs = [
            [
                Piece(character, piece.origin)
                for piece in paragraph
                for character in table.get(piece.character, piece.character)
                if not (drop and piece.character in "，、；" and self.rng.random() < 0.2)
            ]
            for paragraph in self.paragraphs
        ]

    def reimport(self) -> None:
        """White space as another program writes it."""
        rng, wrapped = self.rng, self.rng.random() < 0.4
        indent, width = rng.choice(("", "　　", "    ", "\t")), rng.randrange(24, 80)
        gap, end = rng.choice(("", "", "\u00a0", " ")), rng.choice(("", "\r", " "))
        paragraphs: Paragraphs = []
        for paragraph in self.paragraphs:
            line = [Piece(character, -1) for character in indent]
            for index, piece in enumerate(paragraph):
                line.append(piece)
                if gap and rng.random() < 0.05:
                    line.append(Piece(gap, -1))
                if wrapped and index % width == width - 1:
                    line.append(Piece("\n", -1))
            paragraphs += [[*line, *(Piece(character, -1) for character in end)], *[[]] * rng.randrange(2)]
        self.paragraphs = paragraphs

    def to_script(self) -> None:
        """All of it by one of OpenCC's configurations."""
        config = self.rng.choice(("s2t", "s2tw", "s2hk", "s2twp", "t2s", "tw2sp"))
        converted: Paragraphs = []
        for paragraph in self.paragraphs:
            conversion = convert("".join(piece.character for piece in paragraph), config)
            line: Paragraph = []
            for at, character in enumerate(conversion.text):
                start, end = conversion.to_source(Span(at, at + 1))
                whole = conversion.to_target(Span(start, end))
                share = (at - whole.start) * (end - start) // max(1, whole.end - whole.start)
                line.append(Piece(character, paragraph[start + share].origin))
            converted.append(line)
        self.paragraphs = converted

    def repeat(self) -> None:
        """Marked passages, with a little around them, put elsewhere too; some of the first ones left out."""
        flat = {piece.origin: piece.character for paragraph in self.paragraphs for piece in paragraph}
        marked = {at for start, end in self.spans for at in range(start - 8, end + 8)}
        for start, end in self.spans:
            if self.rng.random() < 0.3:
                continue
            low, high = start - self.rng.randrange(11), end + self.rng.randrange(11)
            copy = [Piece(flat[at], -1) for at in range(low, high) if at in flat]
            self.copied |= set(range(low, high))
            for _ in range(self.rng.choice((1, 1, 2))):
                target = self.rng.choice(self.paragraphs)
                at = self.rng.randrange(len(target) + 1)
                # Not into a mark or right beside one: what stands there would no longer be its own.
                if not any(piece.origin in marked for piece in target[max(0, at - 1) : at + 1]):
                    target[at:at] = copy
            if self.rng.random() < 0.4:
                gone = set(range(start, end))
                self.paragraphs = [[p for p in line if p.origin not in gone] for line in self.paragraphs]

    def cut(self) -> None:
        """A part of the text alone."""
        length = len(self.paragraphs)
        keep = max(1, int(length * self.rng.uniform(0.3, 0.7)))
        start = self.rng.choice((0, length - keep, self.rng.randrange(length - keep + 1)))
        self.paragraphs = self.paragraphs[start : start + keep]

    def replace(self) -> None:
        """Another text altogether."""
        self.paragraphs = [[Piece(character, -1) for character in self.other]]


def _light(revising: Revising) -> None:
    revising.sentences(0.04)
    revising.typos(0.01)


def _heavy(revising: Revising) -> None:
    revising.sentences(0.15)
    revising.rearrange(0.2)
    revising.typos(0.04)
    revising.punctuate()
    revising.reimport()


def _script_and_edits(revising: Revising) -> None:
    revising.sentences(0.05)
    revising.typos(0.015)
    revising.rearrange(0.08)
    revising.to_script()


KINDS: dict[str, Callable[[Revising], None]] = {
    "white space": Revising.reimport,
    "light edits": _light,
    "paragraphs": lambda revising: revising.rearrange(0.3),
    "punctuation": Revising.punctuate,
    "script": Revising.to_script,
    "script and edits": _script_and_edits,
    "heavy edits": _heavy,
    "repeated phrases": Revising.repeat,
    "refrain": _light,
    "cut": Revising.cut,
    "wrong text": Revising.replace,
}
_STYLES: tuple[dict[str, str], ...] = (
    {"“": "「", "”": "」", "‘": "『", "’": "』", "…": "⋯"},
    {"「": "“", "」": "”", "『": "‘", "』": "’"},
    {"，": ",", "。": ".", "！": "!", "？": "?", "：": ":", "；": ";", "“": '"', "”": '"', "…": "..."},
    {"“": "", "”": "", "—": "-", "、": ","},
)


def _truth(old: str, span: Span, pieces: Sequence[Piece], where: dict[int, list[int]], copied: bool) -> Truth:
    letters = {at for at in range(*span) if _is_letter(old[at])}
    if not letters:
        return Truth("either", None)
    places = sorted(at for letter in letters for at in where.get(letter, ()))
    # Together: with no more between two of them than the mark is long.
    runs: list[list[int]] = []
    for at in places:
        if runs and at - runs[-1][-1] <= 12 + (span.end - span.start) // 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    best = max(runs, key=len, default=[])
    where = Span(best[0], best[-1] + 1) if best else None
    share = len({pieces[at].origin for at in best}) / len(letters)
    if share >= _STANDS:
        return Truth("place", where)
    return Truth("either", where) if share >= _GONE or copied else Truth("orphan", None)


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _spans(rng: Random, text: str, count: int) -> list[Span]:
    spans: list[Span] = []
    while len(spans) < count:
        limits = rng.choices([limits for _, limits in _LENGTHS], [share for share, _ in _LENGTHS])[0]
        start = rng.randrange(len(text))
        if limits is None:
            start = max(text.rfind(end, 0, start) for end in _ENDS) + 1
            ends = [at + 1 for end in _ENDS if (at := text.find(end, start)) >= 0]
            span = Span(start, min([*ends, start + 120, len(text)]))
        else:
            span = Span(start, min(len(text), start + rng.randint(*limits)))
        if any(_is_letter(character) for character in text[span.start : span.end]):
            spans.append(span)
    return spans


def _excerpt(rng: Random, text: str) -> str:
    length = rng.randint(1_200, 6_000)
    start = rng.randrange(max(1, len(text) - length))
    return text[start : start + length].strip("\n")


def _shared(one: str, other: str) -> float:
    """How much of one text stands in the other, by samples of 16 characters."""
    places = range(0, len(one), 64)
    return sum(one[at : at + 16] in other for at in places) / len(places)


def _with_refrains(rng: Random, text: str) -> str:
    """The text with some of its sentences standing in it three or four times, as in songs, laws and lists."""
    sentences = text.split("。")
    for _ in range(6):
        block = sentences[at : at + rng.choice((1, 1, 2))] if (at := rng.randrange(len(sentences))) else []
        for _ in range(rng.choice((2, 3))):
            place = rng.randrange(len(sentences))
            sentences[place:place] = block
    return "。".join(sentences)


def _sentences(paragraph: Paragraph) -> Paragraphs:
    parts: Paragraphs = [[]]
    for piece in paragraph:
        parts[-1].append(piece)
        if piece.character in _ENDS:
            parts.append([])
    return parts


def _count(rng: Random, expected: float) -> int:
    """A whole number that is `expected` on average."""
    return int(expected) + (rng.random() < expected % 1)
