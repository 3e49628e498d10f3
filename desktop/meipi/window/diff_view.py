"""What changed between two texts, by sentences, with the marks in their colours; and a former text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from meipi.language.changes import Hunk, within
from meipi.language.span import Span
from meipi.reading.characters import codes_of
from meipi.reading.utf16 import Utf16
from meipi.support.fonts import Region, reading_font
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.workspace.compared import Comparison, Touched

MOST = 300
"""Sentences that changed, of which all is shown; of more it is told how many they are."""

_LONGEST = 2_000  # code points of a sentence, or what passes for one, that are shown
_FONT_SIZE = 17
_MARKS = 2_000  # marks that are painted in a former text


class DiffView(QTextBrowser):
    """Read only. What was taken out is struck through, what was put in underlined. Tab goes from mark to
    mark, Enter to it on the page."""

    mark_wanted = Signal(int)

    def __init__(self, theme: Theme, region: Region) -> None:
        super().__init__()
        self._theme = theme
        _dress(self, theme, region)
        self.setAccessibleName(tr("What changed"))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(18)
        self.anchorClicked.connect(self._follow)

    def tell(self, text: str) -> None:
        """A sentence in the place of what changed."""
        self.clear()
        self._written(self.textCursor(), text, self._soft())

    def show_comparison(self, comparison: Comparison) -> None:
        """The sentences that changed, each with the one before it."""
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(18)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._write(cursor, comparison)
        cursor.endEditBlock()
        self.setDocument(document)

    def _write(self, cursor: QTextCursor, comparison: Comparison) -> None:
        hunks, painter = comparison.hunks, _Grounds(comparison.marks)
        changed = [number for number, hunk in enumerate(hunks) if hunk.kind != "same"]
        if not changed:
            self._written(cursor, tr("The text is the same"), self._soft())
        shown = -1
        for number in changed[:MOST]:
            skipped = number - shown - 1
            if skipped > 1 or (skipped == 1 and shown < 0 and number > 1):
                same = counted(
                    skipped - 1, tr("⋯ {n} sentence as it was"), tr("⋯ {n} sentences as they were")
                )
                self._line(cursor, same)
            if skipped:
                self._begin(cursor)
                self._hunk(cursor, hunks[number - 1], comparison, painter)
            self._begin(cursor)
            self._hunk(cursor, hunks[number], comparison, painter)
            shown = number
        if len(changed) > MOST:
            self._line(cursor, tr("⋯ and {n} more sentences").format(n=f"{len(changed) - MOST:,}"))
        elif changed and len(hunks) - shown > 1:
            left = len(hunks) - shown - 1
            self._line(
                cursor, counted(left, tr("⋯ {n} sentence as it was"), tr("⋯ {n} sentences as they were"))
            )

    def _hunk(self, cursor: QTextCursor, hunk: Hunk, comparison: Comparison, grounds: _Grounds) -> None:
        old, new = comparison.old[slice(*hunk.old)], comparison.new[slice(*hunk.new)]
        grounds = grounds.over(hunk)
        steps = within(old, new) if hunk.kind == "changed" else [Hunk(hunk.kind, *_inner(hunk))]
        for step in steps:
            if step.kind in ("removed", "changed"):
                spans = grounds.old(_shifted(step.old, hunk.old.start))
                self._pieces(cursor, comparison.old, spans, self._removed())
            if step.kind != "removed":
                spans = grounds.new(_shifted(step.new, hunk.new.start))
                plain = QTextCharFormat() if step.kind == "same" else self._added()
                self._pieces(cursor, comparison.new, spans, plain)

    def _pieces(
        self,
        cursor: QTextCursor,
        text: str,
        pieces: Sequence[tuple[Span, Touched | None]],
        form: QTextCharFormat,
    ) -> None:
        for span, touched in pieces:
            drawn = QTextCharFormat(form)
            if touched is not None:
                drawn.setBackground(QColor(self._theme.inks.get(touched.mark.colour, self._theme.selection)))
                drawn.setToolTip(state_of(touched))
                if touched.new is not None:
                    drawn.setAnchor(True)
                    drawn.setAnchorHref(f"mark:{touched.mark.id}")
            self._written(cursor, _shown(text[slice(*span)], stays=not form.properties()), drawn)

    def _begin(self, cursor: QTextCursor) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(6)
        form.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.atStart():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form, QTextCharFormat())

    def _line(self, cursor: QTextCursor, text: str) -> None:
        self._begin(cursor)
        self._written(cursor, text, self._soft())

    @staticmethod
    def _written(cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
        cursor.insertText(text, form)

    def _soft(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.soft))
        form.setProperty(QTextCharFormat.Property.FontPixelSize, 13)
        return form

    def _removed(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.soft))
        form.setFontStrikeOut(True)
        return form

    def _added(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._theme.cinnabar_text))
        form.setFontUnderline(True)
        return form

    def _follow(self, url: QUrl) -> None:
        self.mark_wanted.emit(int(url.path()))


class FormerText(QPlainTextEdit):
    """A former text to read, with the marks that stood in it."""

    def __init__(self, theme: Theme, region: Region, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        _dress(self, theme, region)
        self.setAccessibleName(tr("The text as it was"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(18)

    def show_text(self, comparison: Comparison) -> None:
        """The former text of the two."""
        text = comparison.old
        self.setPlainText(text)
        units = _Units(text)
        selections = []
        for touched in comparison.marks[:_MARKS]:
            selection = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(units.before(touched.old.start))
            cursor.setPosition(units.before(touched.old.end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            ground = QColor(self._theme.inks.get(touched.mark.colour, self._theme.selection))
            selection.format.setBackground(ground)
            selections.append(selection)
        self.setExtraSelections(selections)

    def reveal(self, touched: Touched, comparison: Comparison) -> None:
        """Bring a mark into view."""
        cursor = self.textCursor()
        cursor.setPosition(_Units(comparison.old).before(touched.old.start))
        self.setTextCursor(cursor)
        self.centerCursor()


def _dress(field: QTextEdit | QPlainTextEdit, theme: Theme, region: Region) -> None:
    """Type of the article on the ground of the dialog, and a frame only for whoever has the keys there."""
    field.setProperty("role", "preview")
    field.setFont(reading_font(region, _FONT_SIZE))
    kind = "QTextEdit" if isinstance(field, QTextEdit) else "QPlainTextEdit"
    field.setStyleSheet(
        f"{kind} {{ border: 2px solid transparent; border-radius: 0px; padding: 0px;"
        f" font-size: {_FONT_SIZE}px; }} {kind}:focus {{ border-color: {theme.cinnabar}; }}"
    )


def state_of(touched: Touched) -> str:
    """What became of a mark, in a word."""
    names = {
        "stays": tr("stays"),
        "moved": tr("moved"),
        "changed": tr("changed"),
        "orphan": tr("to be placed by hand"),
    }
    return names[touched.became]


class _Grounds:
    """Which mark lies over which part of the texts; of several, the one that begins last."""

    def __init__(self, marks: Sequence[Touched]) -> None:
        self._marks = marks
        self._old = [(touched.old, touched) for touched in marks]
        self._new = [(touched.new, touched) for touched in marks if touched.new is not None]

    def over(self, hunk: Hunk) -> _Grounds:
        """Those over a hunk alone."""
        return _Grounds([touched for touched in self._marks if _lies_in(touched, hunk)])

    def old(self, span: Span) -> list[tuple[Span, Touched | None]]:
        return list(_parts(span, self._old))

    def new(self, span: Span) -> list[tuple[Span, Touched | None]]:
        return list(_parts(span, self._new))


def _lies_in(touched: Touched, hunk: Hunk) -> bool:
    old, new = touched.old, touched.new
    if old.start < hunk.old.end and hunk.old.start < old.end:
        return True
    return new is not None and new.start < hunk.new.end and hunk.new.start < new.end


def _parts(span: Span, marks: Sequence[tuple[Span, Touched]]) -> Iterator[tuple[Span, Touched | None]]:
    here = [(mark, touched) for mark, touched in marks if mark.start < span.end and span.start < mark.end]
    edges = {edge for mark, _ in here for edge in mark if span.start < edge < span.end}
    cuts = sorted({span.start, span.end} | edges)
    for start, end in pairwise(cuts):
        over = [(mark, touched) for mark, touched in here if mark.start <= start and end <= mark.end]
        yield Span(start, end), max(over, key=lambda each: each[0].start)[1] if over else None


class _Units:
    """Code points of a text as Qt's UTF-16 units; CR LF is one paragraph's end in a field."""

    def __init__(self, text: str) -> None:
        self._units = Utf16(codes_of(text))
        self._pairs = [found.start() for found in re.finditer("\r\n", text)]

    def before(self, place: int) -> int:
        return self._units.units(place) - bisect_left(self._pairs, place - 1)


def _inner(hunk: Hunk) -> tuple[Span, Span]:
    return Span(0, hunk.old.end - hunk.old.start), Span(0, hunk.new.end - hunk.new.start)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _shown(text: str, *, stays: bool) -> str:
    """A part of a sentence in one line: an end of a line is seen only where it was put in or taken out."""
    text = "".join(text.splitlines()) if stays else text.replace("\r\n", "\n").replace("\n", "¶")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
