"""What stands on the word card: the entries of a word as its reader sees script and readings now.

Nothing here knows a widget. A piece of a reading carries its tone, so that it can be coloured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from meipi.support.translation import counted, tr, tr_noop

if TYPE_CHECKING:
    from meipi.language.entry import Entry

Script = Literal["simplified", "traditional"]

SIMPLIFIED, TRADITIONAL = "简", "繁"
"""What stands before a form in the other script, in every language of the interface."""

# Pinyin of so many syllables is written as one word; what is longer is a saying.
_JOINED = 6
_OPEN = frozenset("aāáǎàoōóǒòeēéěèê")
# With something in it that is not Latin.
_FORM = r"(?=[^\s|\[\],;()]*[^\x00-\x7f])[^\s|\[\],;()\"“”]+"
_MENTION = re.compile(rf"({_FORM})\|({_FORM})(?:\[([^\]]+)\])?|({_FORM})?\[([^\]]+)\]")
_COLOURING = "r"  # the 儿 that is no syllable of its own
_BANDS = (
    "",
    tr_noop("very common"),
    tr_noop("common"),
    tr_noop("less common"),
    tr_noop("rare"),
    tr_noop("very rare"),
)
_HIGHEST = 7  # stands for 7 to 9


class Sound(NamedTuple):
    """A piece of a reading as it is written, with its tone: 1 to 5, 0 for what is none."""

    text: str
    tone: int = 0


Reading = tuple[Sound, ...]


@dataclass(frozen=True)
class Part:
    """A word told in short: a component, or one that an entry sends its reader to."""

    headword: str
    reading: Reading
    meaning: str


@dataclass(frozen=True)
class Meaning:
    """One entry."""

    headword: str
    """In the script that is shown."""
    others: tuple[tuple[str, str], ...]
    """The forms in other scripts, each after its mark: `SIMPLIFIED` or `TRADITIONAL`."""
    reading: Reading
    other_reading: Reading
    """The same in pinyin if zhuyin is shown, else in zhuyin."""
    senses: tuple[str, ...]
    measure_words: str
    tags: tuple[str, ...]
    see: tuple[Part, ...]
    dictionary: str


@dataclass(frozen=True)
class Contents:
    """All that the card says of a word."""

    headword: str
    here: Reading = ()
    """How it is read here, if no entry has that reading."""
    meanings: tuple[Meaning, ...] = ()
    components: tuple[Part, ...] = ()
    asked: str = ""
    """The hanzi that was looked up."""
    readings: tuple[str, ...] = ()
    """How else it is read elsewhere."""
    candidates: tuple[str, ...] = ()
    """The words that cover the place, longest first, if there are several."""
    chosen: int = 0
    """Which of them this is."""
    count: int = 0
    """How often these hanzi stand in the article."""
    own: tuple[str, ...] = ()
    """What the word is to its reader: saved, known."""
    notice: str = ""
    """What is to be told in place of meanings: that they are not there yet, or why they cannot be."""

    @property
    def told(self) -> str:
        """All of it as one text, for those who hear it."""
        lines = [f"{self.headword}: {self.notice}"] if self.notice else []
        for meaning in self.meanings:
            forms = [meaning.headword, *(form for _, form in meaning.others), sounded(meaning.reading)]
            lines.append(", ".join(filter(None, forms)))
            lines += meaning.senses or (tr("The dictionary does not have it"),)
            if meaning.measure_words:
                lines.append(tr("Measure words: {words}").format(words=meaning.measure_words))
            lines += map(_told_part, meaning.see)
            lines += meaning.tags
        lines += self.own
        if self.components:
            lines.append(tr("Components"))
            lines += map(_told_part, self.components)
        if self.readings:
            lines.append(self.also_read)
        if self.foot:
            lines.append(self.foot)
        return "\n".join(lines)

    @property
    def dictionaries(self) -> list[str]:
        """Where the meanings are from, each once."""
        return list(dict.fromkeys(meaning.dictionary for meaning in self.meanings if meaning.senses))

    @property
    def foot(self) -> str:
        """How often the word is met, and where all of its meanings are from."""
        met = counted(self.count, tr("once in this article"), tr("{n} times in this article"))
        return " · ".join([*([met] if self.count else []), *self.dictionaries])

    @property
    def also_read(self) -> str:
        """The other readings in words."""
        told = tr("{hanzi} is also read {readings}")
        return told.format(hanzi=self.asked, readings=" · ".join(self.readings))


class Writer:
    """Writes entries as the page is shown: in one script, with pinyin or zhuyin."""

    def __init__(self, script: Script, phonetics: str) -> None:
        """`phonetics` is "zhuyin", or pinyin for anything else."""
        self.script, self._zhuyin = script, phonetics == "zhuyin"

    def contents(
        self,
        entries: Sequence[Entry],
        *,
        shown: str,
        here: str = "",
        components: Iterable[Entry] = (),
        asked: str = "",
        readings: Iterable[str] = (),
        candidates: Sequence[str] = (),
        chosen: int = 0,
        count: int = 0,
        own: Iterable[str] = (),
    ) -> Contents:
        """The card of a word's entries.

        `here` is how the word is read here, if no entry says so: pinyin with spaces between its syllables.
        `shown` is the word as the page has it, `readings` is the pinyin that the hanzi `asked` for has
        elsewhere.
        """
        return Contents(
            shown,
            self.reading(here),
            tuple(self._meaning(entry, shown) for entry in entries),
            tuple(self._part(entry) for entry in components),
            asked,
            tuple(self.spelled(pinyin) for pinyin in readings),
            tuple(candidates),
            chosen,
            count,
            tuple(own),
        )

    def reading(self, pinyin: str) -> Reading:
        """Pinyin with spaces between its syllables, as it is written here."""
        return _in_zhuyin(pinyin) if self._zhuyin else _in_pinyin(pinyin)

    def spelled(self, pinyin: str) -> str:
        """The same as text."""
        return sounded(self.reading(pinyin))

    def form(self, traditional: str, simplified: str) -> str:
        """Of two forms, the one in the script that is shown."""
        return simplified if self.script == "simplified" else traditional

    def _meaning(self, entry: Entry, shown: str) -> Meaning:
        # What the page shows may be a form of its own: 裡 where the dictionary has 裏.
        alike = len(shown) == len(entry.traditional) and shown not in (entry.traditional, entry.simplified)
        headword = shown if alike else self.form(entry.traditional, entry.simplified)
        others = [(SIMPLIFIED, entry.simplified), (TRADITIONAL, entry.traditional)]
        if self.script == "simplified":
            others.reverse()
        if entry.traditional == entry.simplified:
            del others[1]
        return Meaning(
            headword,
            tuple((mark, form) for mark, form in others if form != headword),
            self.reading(entry.pinyin),
            _in_pinyin(entry.pinyin) if self._zhuyin else _in_zhuyin(entry.pinyin),
            tuple(self._sense(sense) for sense in entry.senses),
            tr(", ").join(
                f"{self.form(word.traditional, word.simplified)} ({self.spelled(word.pinyin)})"
                for word in entry.measure_words
            ),
            tuple(_tags(entry)),
            tuple(self._part(target) for target in entry.see),
            entry.dictionary,
        )

    def _part(self, entry: Entry) -> Part:
        headword = self.form(entry.traditional, entry.simplified)
        return Part(
            headword, self.reading(entry.pinyin), "; ".join(self._sense(sense) for sense in entry.senses)
        )

    def _sense(self, sense: str) -> str:
        """A sense with the words it mentions in the script and readings of the page."""
        from meipi.language.zhuyin import is_pinyin

        def mention(found: re.Match[str]) -> str:
            traditional, simplified, of_two, alone, of_one = found.groups()
            word = self.form(traditional, simplified) if traditional else alone or ""
            pinyin = of_two or of_one
            if not pinyin:
                return word
            if not all(is_pinyin(part) or part in ",·" for part in pinyin.split()):
                return found[0]
            return f"{word} ({self.spelled(pinyin)})".lstrip()

        return _MENTION.sub(mention, sense)


def sounded(reading: Reading) -> str:
    """A reading as text."""
    return "".join(sound.text for sound in reading)


def _in_pinyin(pinyin: str) -> Reading:
    syllables = pinyin.split()
    # CC-CEDICT has a capital where a word of a name begins.
    begins = [place for place, syllable in enumerate(syllables) if not place or syllable[0].isupper()]
    longest = max((end - start for start, end in pairwise([*begins, len(syllables)])), default=0)
    found: list[Sound] = []
    for place, syllable in enumerate(syllables):
        if not syllable[0].isalpha():
            between = ""
        elif place in begins or longest > _JOINED:
            between = " "
        else:
            between = "'" if syllable[0] in _OPEN else ""
        if place and between:
            found.append(Sound(between))
        found.append(_sound(syllable, syllable))
    return tuple(found)


def _in_zhuyin(pinyin: str) -> Reading:
    from meipi.language.zhuyin import zhuyin

    found: list[Sound] = []
    for syllable in pinyin.split():
        if syllable == _COLOURING:
            found.append(Sound(zhuyin("ēr")))
            continue
        if found:
            found.append(Sound(" "))
        found.append(_sound(zhuyin(syllable), syllable))
    return tuple(found)


def _sound(text: str, syllable: str) -> Sound:
    # Words and their readings need modules that the window does without until a card is opened.
    from meipi.language.orthography import tone_of

    return Sound(text, tone_of(syllable))


def _tags(entry: Entry) -> Iterable[str]:
    for standard, level in entry.levels:
        yield f"{standard} · {'7–9' if level == _HIGHEST else level}"
    if entry.frequency:
        yield tr(_BANDS[entry.frequency])


def _told_part(part: Part) -> str:
    head = " ".join(filter(None, (part.headword, sounded(part.reading))))
    return ": ".join(filter(None, (head, part.meaning)))
