"""A page worked by mouse and keys, and what is where on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.opening import read_file
from meipi.language.span import Span
from meipi.reading import axes
from meipi.reading.page import Page
from meipi.workspace import Workspace
from meipi.workspace.viewing import Viewing

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"

SCRIPTS = ("source", "simplified", "tw", "twp", "hk", "old")
"""All that can be chosen in `Desk.show`; "twp" has the words of Taiwan too."""

PHONETICS = ("none", "pinyin", "zhuyin")

PHRASES = "鼠标和内存都坏了，他在银行里数钱。" * 40
"""With the words of Taiwan 内存 becomes 記憶體, which is one code point longer."""


def sample(name: str) -> ArticleDraft:
    return read_file(SAMPLES / name)


def colour_at(image: QImage, place: QPoint) -> str:
    return image.pixelColor(place).name().upper()


class Desk:
    """A page with its workspace and viewing, worked by mouse and keys."""

    def __init__(self, page: Page, workspace: Workspace, viewing: Viewing, qtbot: QtBot) -> None:
        self.page, self.workspace, self.viewing, self._qtbot = page, workspace, viewing, qtbot

    @property
    def text(self) -> str:
        assert self.page.sheet is not None
        return self.page.sheet.text

    @property
    def selected(self) -> str | None:
        """The selected part of the source."""
        span = self.page.selection
        return None if span is None else self.text[span.start : span.end]

    def offset(self, text: str, after: str = "") -> int:
        """Where a part of the source begins, after another."""
        start = self.text.index(after) if after else 0
        return self.text.index(text, start)

    def span(self, text: str) -> Span:
        start = self.offset(text)
        return Span(start, start + len(text))

    def point(self, offset: int, across: float = 0.5) -> QPoint:
        """A place in the viewport over the cell that shows a code point of the source, scrolled to if need
        be."""
        page = self.page
        assert page.sheet is not None
        page.bring_into_view(Span(offset, offset + 1))
        return self.shown_point(page.sheet.to_shown(offset), across)

    def shown_point(self, shown: int, across: float = 0.5) -> QPoint:
        page = self.page
        assert page.sheet is not None
        layout = page.sheet.typeset.layout
        line = layout.line_of(shown)
        places, widths = layout.cells(line)
        index = shown - int(layout.line_start[line])
        row, breadth = page.page_painter().row(line)
        inline = float(places[index]) + float(widths[index]) * across
        place = axes.point(page.vertical, inline, row + breadth // 2) + QPointF(page.origin)
        return QPoint(round(place.x()), round(place.y()))

    def show(self, script: str, phonetics: str = "none") -> None:
        """Show "source", "simplified", or a form of Traditional ("tw", "twp", "hk", "old")."""
        if script in ("source", "simplified"):
            self.viewing.set_script(script)
        else:
            self.viewing.set_variant(script.removesuffix("p"), script.endswith("p"))
        self.viewing.set_phonetics(phonetics)

    def press(self, place: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mousePress(self.page.viewport(), Qt.MouseButton.LeftButton, keys, place)

    def move(self, place: QPoint) -> None:
        QTest.mouseMove(self.page.viewport(), place)

    def release(self, place: QPoint) -> None:
        QTest.mouseRelease(self.page.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        self.move((start + end) / 2)
        self.move(end)
        self.release(end)

    def click(self, place: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._pause()
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, keys, place)

    def double_click(self, place: QPoint) -> None:
        self._pause()
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.send(QEvent.Type.MouseButtonDblClick, place, Qt.MouseButton.LeftButton)
        self.send(QEvent.Type.MouseButtonRelease, place, Qt.MouseButton.NoButton)

    def send(self, kind: QEvent.Type, place: QPoint, held: Qt.MouseButton) -> None:
        """One event of the left button: QTest has no double click that holds it."""
        view, position = self.page.viewport(), QPointF(place)
        moved = kind == QEvent.Type.MouseMove
        button = Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, position, QPointF(view.mapToGlobal(place)), button, held, none)
        QApplication.sendEvent(view, event)

    def _pause(self) -> None:
        # A click so soon after a double click would be its third.
        self._qtbot.wait(QApplication.doubleClickInterval() + 20)

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.page, key, modifiers)

    def grabbed(self) -> QImage:
        """What the viewport shows."""
        image: QImage = self.page.viewport().grab().toImage()
        return image

    def on_screen(self) -> QImage:
        """What stands on the screen once all is painted: unlike `grabbed`, nothing is painted for it."""
        QApplication.processEvents()
        image: QImage = self.page.screen().grabWindow(self.page.winId()).toImage()
        return image


Make = Callable[[ArticleDraft | str], Desk]
"""Opens an article, or a text that was pasted, on a page."""
