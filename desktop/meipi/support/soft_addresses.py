"""Addresses of links in a note as it is written: small and soft, so that the words can be read past them."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication, QPalette, QSyntaxHighlighter, QTextCharFormat

from meipi.support import utf16

_ADDRESS = re.compile(r"(?<=\])\([a-z]+:[^)\s]*\)")
_SIZE = 9


class SoftAddresses(QSyntaxHighlighter):
    """Changes how the text looks, and nothing in it."""

    def highlightBlock(self, text: str) -> None:
        for found in _ADDRESS.finditer(text):
            soft = QTextCharFormat()
            soft.setForeground(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            soft.setProperty(QTextCharFormat.Property.FontPixelSize, _SIZE)
            self.setFormat(utf16.length(text[: found.start()]), utf16.length(found[0]), soft)
