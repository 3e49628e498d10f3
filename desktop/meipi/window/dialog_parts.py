"""What dialogs are made of: a bar above, rules, labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

SIDE = 20
"""From the edge of a dialog to what is in it, in logical pixels."""

BAR = 50
AROUND = 48
"""What a dialog leaves of the window around it."""


def label(text: str, role: str) -> QLabel:
    """A label of plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def bar(left: QWidget, right: QWidget | None) -> QWidget:
    """A strip with something at its left, and at its right."""
    strip = QWidget()
    strip.setFixedHeight(BAR)
    row = QHBoxLayout(strip)
    row.setContentsMargins(SIDE, 0, SIDE, 0)
    row.addWidget(left)
    row.addStretch(1)
    if right is not None:
        row.addWidget(right)
    return strip


def rule(*, vertical: bool = False) -> QFrame:
    """A hair line."""
    line = QFrame()
    line.setProperty("role", "rule")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
