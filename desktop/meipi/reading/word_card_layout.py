"""How the text of a word card is laid out for one width, and painted. All sizes are logical pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from meipi.reading.word_card_contents import SIMPLIFIED, Contents, Meaning, Part, Reading, sounded
from meipi.support.fonts import Region, phonetics_family, reading_font, ui_font
from meipi.support.translation import tr
from meipi.support.wrapping import WrappedText

PADDING = 16
CORNER = 30
"""The button at the upper right, and the room beside it."""
_CHIP_INSET = 7
_SIDE_BY_SIDE = 320  # from this width on, components stand in two columns


class _Word(NamedTuple):
    text: str
    font: QFont
    left: float
    baseline: float
    ink: str


class _Paragraph(NamedTuple):
    text: WrappedText
    left: float
    top: float
    ink: str


class _Box(NamedTuple):
    rect: QRectF
    fill: str
    radius: float


class CardLayout:
    """What of a card's contents is where. A colour is named as in the theme, or "tone1" to "tone5"."""

    def __init__(self, contents: Contents, width: int, factor: float, region: Region, toned: bool) -> None:
        """`factor` enlarges all sizes, hanzi have the forms of `region`, `toned` readings have colours."""
        self._contents, self._width, self._factor = contents, width, factor
        self._region, self._toned = region, toned
        self._words: list[_Word] = []
        self._paragraphs: list[_Paragraph] = []
        self._boxes: list[_Box] = []
        self.candidates: list[QRectF] = []
        """Where each of the candidates is."""
        self.entries: list[int] = []
        """Where each entry begins."""
        self._y: float = self._px(14)
        self._lay_candidates()
        for number, meaning in enumerate(contents.meanings):
            self._lay_meaning(meaning, first=not number)
        if contents.notice:
            self._lay_notice()
        self._lay_rest()
        self.height = round(self._y + self._px(10))

    def _px(self, pixels: float) -> float:
        return pixels * self._factor

    # -- laying out ---------------------------------------------------------------------------------

    def _lay_candidates(self) -> None:
        words = self._contents.candidates
        if len(words) > 1:
            fills = ["cinnabar_wash" if at == self._contents.chosen else "hover" for at in range(len(words))]
            inks = ["cinnabar_text" if at == self._contents.chosen else "soft" for at in range(len(words))]
            room = self._width - self._px(2 * PADDING + CORNER + 2 * _CHIP_INSET)
            fonts = [self._hanzi(self._fitting(14, word, room)) for word in words]
            self.candidates = self._lay_chips(words, fonts, 24, fills, inks, right=CORNER)
            self._y += self._px(4)

    def _lay_meaning(self, meaning: Meaning, *, first: bool) -> None:
        if not first:
            self._y += self._px(8)
            inner = self._width - 2 * self._px(PADDING)
            self._boxes.append(_Box(QRectF(self._px(PADDING), round(self._y), inner, 1), "line", 0))
            self._y += self._px(8)
        self.entries.append(0 if first else round(self._y))
        self._lay_head(meaning, first=first)
        if first and self._contents.here:
            told = tr("Read here: {reading}").format(reading=sounded(self._contents.here))
            self._lay(told, "soft")
        self._y += self._px(4)
        if not meaning.senses:
            self._lay(tr("The dictionary does not have it"), "soft")
        for number, sense in enumerate(meaning.senses, 1):
            self._lay(sense, "ink", mark=f"{number}." if len(meaning.senses) > 1 else "")
        if meaning.measure_words:
            self._lay(tr("Measure words: {words}").format(words=meaning.measure_words), "soft")
        for target in meaning.see:
            self._lay(f"→ {target.headword} {sounded(target.reading)}", "cinnabar_text")
            self._lay(target.meaning, "ink", left=18, most_lines=3)
        if len(self._contents.dictionaries) > 1 and meaning.senses:
            self._lay(meaning.dictionary, "soft", size=11, line=16)
        own = self._contents.own if first else ()
        if own or meaning.tags:
            self._y += self._px(5)
            fills = [*(["cinnabar_wash"] * len(own)), *(["hover"] * len(meaning.tags))]
            inks = [*(["cinnabar_text"] * len(own)), *(["soft"] * len(meaning.tags))]
            tags = (*own, *meaning.tags)
            self._lay_chips(tags, [ui_font(self._px(11))] * len(tags), 19, fills, inks)

    def _lay_head(self, meaning: Meaning, *, first: bool) -> None:
        """Headword, its forms in the other scripts, its readings: as many lines as they need."""
        right = self._px(PADDING + (CORNER if first and not self.candidates else 0))
        row = _Row(self._px(PADDING), self._width - right, self._y, self._factor, self._words)
        size = self._fitting(30 if first else 20, meaning.headword, row.room)
        row.add(meaning.headword, self._hanzi(size, bold=True), "ink", gap=0)
        for mark, form in meaning.others:
            region: Region = "SC" if mark == SIMPLIFIED else "TC"
            row.add(mark, ui_font(self._px(11)), "soft", gap=12)
            size = self._fitting(17 if first else 15, form, row.room - self._px(22))
            row.add(form, reading_font(region, self._px(size)), "soft", gap=5, together=True)
        if first:
            row.next(2)
        main = self._phonetics(16 if first else 14, bold=True)
        row.add_reading(meaning.reading, main, "cinnabar_text", gap=0 if first else 12, toned=self._toned)
        row.add_reading(meaning.other_reading, self._phonetics(13), "soft", gap=12)
        self._y = row.bottom()

    def _fitting(self, size: float, text: str, room: float) -> float:
        """The size at which a text has room in a row, if it is not to be larger than `size`."""
        return min(size, room / self._factor / max(1, len(text)))

    def _lay_notice(self) -> None:
        right = self._width - self._px(PADDING + CORNER)
        row = _Row(self._px(PADDING), right, self._y, self._factor, self._words)
        size = self._fitting(30, self._contents.headword, row.room)
        row.add(self._contents.headword, self._hanzi(size, bold=True), "ink", gap=0)
        self._y = row.bottom() + self._px(4)
        self._lay(self._contents.notice, "soft")

    def _lay_rest(self) -> None:
        contents = self._contents
        if contents.components:
            self._y += self._px(9)
            self._lay_components(contents.components)
        if contents.readings:
            self._y += self._px(3)
            self._lay(contents.also_read, "soft")
        if contents.foot:
            self._y += self._px(4)
            self._lay(contents.foot, "soft", size=11, line=16)

    def _lay_components(self, parts: Sequence[Part]) -> None:
        columns = 2 if self._width >= self._px(_SIDE_BY_SIDE) else 1
        gap = self._px(8)
        wide = (self._width - 2 * self._px(PADDING) - gap * (columns - 1)) / columns
        for begin in range(0, len(parts), columns):
            together = parts[begin : begin + columns]
            lefts = [self._px(PADDING) + place * (wide + gap) for place in range(len(together))]
            top = self._y
            bottom = max(self._lay_part(part, left, wide) for part, left in zip(together, lefts, strict=True))
            for left in lefts:
                self._boxes.append(_Box(QRectF(left, top, wide, bottom - top), "hover", self._px(6)))
            self._y = bottom + gap

    def _lay_part(self, part: Part, left: float, wide: float) -> float:
        """A component in its box; where the box ends."""
        inset, top = self._px(10), self._y + self._px(5)
        row = _Row(left + inset, left + wide - inset, top, self._factor, self._words)
        row.add(part.headword, self._hanzi(self._fitting(17, part.headword, row.room)), "ink", gap=0)
        row.add_reading(part.reading, self._phonetics(13), "ink", gap=7)
        font, room = ui_font(self._px(12)), wide - 2 * inset
        meaning = WrappedText(part.meaning, font, room, self._px(18), most_lines=2)
        self._paragraphs.append(_Paragraph(meaning, left + inset, row.bottom(), "soft"))
        return row.bottom() + meaning.height + self._px(6)

    def _lay_chips(
        self, texts: Sequence[str], fonts: Sequence[QFont], high: float, fills: Sequence[str],
        inks: Sequence[str], *, right: float = 0,
    ) -> list[QRectF]:  # fmt: skip
        """Texts on round grounds, side by side; where they are."""
        rects = []
        left, end = self._px(PADDING), self._width - self._px(PADDING + right)
        high = self._px(high)
        for text, font, fill, ink in zip(texts, fonts, fills, inks, strict=True):
            metrics = QFontMetricsF(font)
            wide = metrics.horizontalAdvance(text) + self._px(2 * _CHIP_INSET)
            if left + wide > end and left > self._px(PADDING):
                left, self._y = self._px(PADDING), self._y + high + self._px(4)
            rect = QRectF(left, self._y, wide, high)
            self._boxes.append(_Box(rect, fill, high / 2))
            baseline = self._y + (high - metrics.height()) / 2 + metrics.ascent()
            self._words.append(_Word(text, font, left + self._px(_CHIP_INSET), baseline, ink))
            rects.append(rect)
            left += wide + self._px(5)
        self._y += high + self._px(4)
        return rects

    def _lay(
        self, text: str, ink: str, *, mark: str = "", left: float = 0, size: float = 13, line: float = 20,
        most_lines: int = 0,
    ) -> None:  # fmt: skip
        """A paragraph, with what stands before its first line."""
        font, begin = ui_font(self._px(size)), self._px(PADDING + left)
        if mark:
            self._paragraphs.append(
                _Paragraph(WrappedText(mark, font, self._width, self._px(line)), begin, self._y, "soft")
            )
            begin += max(self._px(19), QFontMetricsF(font).horizontalAdvance(mark) + self._px(6))
        room = self._width - self._px(PADDING) - begin
        wrapped = WrappedText(text, font, room, self._px(line), most_lines=most_lines)
        self._paragraphs.append(_Paragraph(wrapped, begin, self._y, ink))
        self._y += wrapped.height

    def _hanzi(self, size: float, *, bold: bool = False) -> QFont:
        return reading_font(self._region, self._px(size), bold=bold)

    def _phonetics(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont([phonetics_family()])
        font.setPixelSize(round(self._px(size)))
        font.setBold(bold)
        return font

    # -- painting -----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, colours: Mapping[str, str]) -> None:
        """Paint it with its upper left corner at the painter's origin, in colours by their names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in self._boxes:
            painter.setBrush(QColor(colours[box.fill]))
            painter.drawRoundedRect(box.rect, box.radius, box.radius)
        for word in self._words:
            painter.setFont(word.font)
            painter.setPen(QColor(colours[word.ink]))
            painter.drawText(QPointF(word.left, word.baseline), word.text)
        for paragraph in self._paragraphs:
            paragraph.text.draw(painter, paragraph.left, paragraph.top, colours[paragraph.ink])


class _Row:
    """Words on one baseline, on as many lines as they need; each line as high as its largest type."""

    def __init__(self, left: float, right: float, top: float, factor: float, words: list[_Word]) -> None:
        self._begin, self._right, self._factor, self._words = left, right, factor, words
        self._x, self._top, self._first = left, top, len(words)

    @property
    def room(self) -> float:
        """The length of a whole line."""
        return self._right - self._begin

    def add(self, text: str, font: QFont, ink: str, *, gap: float, together: bool = False) -> None:
        """One more word, `gap` after the one before; what stands `together` is not parted by a line's end."""
        wide, gap = QFontMetricsF(font).horizontalAdvance(text), gap * self._factor
        last = self._words.pop() if together and len(self._words) > self._first else None
        if self._x > self._begin and self._x + gap + wide > self._right:
            self.next()
            gap = 0
            if last is not None:
                self._x += QFontMetricsF(last.font).horizontalAdvance(last.text) + 5 * self._factor
                last = last._replace(left=self._begin)
        if last is not None:
            self._words.append(last)
        if not text.strip() and self._x == self._begin:
            return
        self._words.append(_Word(text, font, self._x + gap, 0, ink))
        self._x += gap + wide

    def add_reading(
        self, reading: Reading, font: QFont, ink: str, *, gap: float, toned: bool = False
    ) -> None:
        """A reading, of which a line ends between two words rather than between two syllables."""
        metrics = QFontMetricsF(font)
        for place, (text, tone) in enumerate(reading):
            if not place or reading[place - 1].text == " ":
                word = takewhile(lambda sound: sound.text != " ", reading[place:])
                wide = metrics.horizontalAdvance("".join(sound.text for sound in word))
                if self._x > self._begin and self._x + gap * self._factor + wide > self._right:
                    self.next()
            self.add(text, font, f"tone{tone}" if toned and tone else ink, gap=gap)
            gap = 0

    def next(self, gap: float = 0) -> None:
        """End the line; the next one begins `gap` below it."""
        metrics = [QFontMetricsF(word.font) for word in self._words[self._first :]]
        # The fonts of hanzi have tall lines; less will do within a card.
        ascent = max((0.9 * each.ascent() for each in metrics), default=0)
        for place in range(self._first, len(self._words)):
            self._words[place] = self._words[place]._replace(baseline=self._top + ascent)
        self._top += ascent + max((0.9 * each.descent() for each in metrics), default=0)
        self._top += gap * self._factor
        self._x, self._first = self._begin, len(self._words)

    def bottom(self) -> float:
        """Where the last line ends."""
        if len(self._words) > self._first:
            self.next()
        return self._top
