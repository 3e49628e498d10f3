"""The Markdown that an export will write, with its structure in colour."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from meipi.support.fonts import mono_family
from meipi.support.theme import Theme
from meipi.support.translation import tr

_HEADING = re.compile(r"#{1,6} ")
_LAST_LINE = re.compile(r".*\^m\d+$")
_OUTSIDE, _FRONT_MATTER = 0, 1


class MarkdownColours(QSyntaxHighlighter):
    """Rules of the front matter and headings in cinnabar; what only programs read, soft."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._strong, self._soft = QTextCharFormat(), QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._strong.setForeground(QColor(theme.cinnabar_text))
        self._soft.setForeground(QColor(theme.soft))

    def highlightBlock(self, text: str) -> None:
        inside = self.previousBlockState() == _FRONT_MATTER
        if text == "---" and (inside or not self.currentBlock().blockNumber()):
            self.setFormat(0, len(text), self._strong)
            inside = not inside
        elif inside:
            self.setFormat(0, text.find(":") + 1, self._soft)
        elif _HEADING.match(text):
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, self._strong)
        elif _LAST_LINE.match(text):
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, self._soft)
        self.setCurrentBlockState(_FRONT_MATTER if inside else _OUTSIDE)


class Preview(QPlainTextEdit):
    """Read only; Tab goes on to the next control."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "preview")
        self.setAccessibleName(tr("Preview"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setStyleSheet(
            "QPlainTextEdit { border: 2px solid transparent; border-radius: 0px; padding: 0px; }"
            f"QPlainTextEdit:focus {{ border-color: {theme.cinnabar}; }}"
        )
        font = QFont([mono_family()])
        font.setPixelSize(13)
        self.setFont(font)
        self.document().setDocumentMargin(18)
        self._colours = MarkdownColours(self.document(), theme)

    def show_text(self, text: str) -> None:
        """Show another text, scrolled to where the old one was."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setPlainText(text)
        bar.setValue(place)
