"""Drives the real window as a person would: by keys and by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget

from meipi.app import App, build
from meipi.language.span import Span

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
_LONGEST = 10.0  # seconds for a file dialog
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@contextmanager
def running(library: Path, size: tuple[int, int] = (1440, 900)) -> Iterator[Driver]:
    """The whole program on a library, its window shown; closed at the end."""
    app = build(library=library)
    app.window.resize(*size)
    app.window.show()
    QTest.qWaitForWindowExposed(app.window)
    app.window.activateWindow()
    driver = Driver(app)
    driver.settle()
    try:
        yield driver
    finally:
        app.close()
        app.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # The look of the program would go on to the widgets of other tests.
        app.qt.setStyleSheet("")
        app.qt.setPalette(app.qt.style().standardPalette())


@contextmanager
def reading(folder: Path, text: str) -> Iterator[Driver]:
    """The same with one article open, read from a file in the folder."""
    (folder / "a.txt").write_text(text, "utf-8")
    with running(folder / "library.db") as driver:
        driver.app.open(folder / "a.txt")
        driver.settle()
        yield driver


class Driver:
    """A hand at the keyboard and the mouse of a running program."""

    def __init__(self, app: App) -> None:
        self.app, self.window, self.page = app, app.window, app.window.page

    def settle(self) -> None:
        """Let everything happen that is under way."""
        for _ in range(3):
            self.app.qt.processEvents()
            self.app.jobs.wait()
        self.app.qt.processEvents()

    def focus(self) -> QWidget:
        """The widget that has the keys."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key where the focus is."""
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifiers)
        if modifiers & SHIFT:
            # Let go of it, or the pointer would still move with Shift held down, in the next test too.
            QTest.keyRelease(self.window, Key.Key_Shift)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters, or put in what an input method would have composed."""
        field = self.focus()
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            commit(field, text)
        self.settle()

    def place_of(self, offset: int, across: float = 0.5) -> QPoint:
        """Where in the viewport the hanzi at a code point of the source is."""
        sheet = self.page.sheet
        assert sheet is not None
        shown = sheet.shown.to_shown(Span(offset, offset + 1)).start
        layout = sheet.typeset.layout
        line = layout.line_of(shown)
        places, widths = layout.cells(line)
        index = shown - int(layout.line_start[line])
        top, height = self.page.page_painter().row(line)
        x = self.page.left + places[index] + widths[index] * across
        return QPoint(round(x), round(self.page.origin.y() + top + height / 2))

    def drag(self, span: Span) -> None:
        """Select a span of the source with the mouse, from the middle of its first hanzi to its last."""
        self.page.bring_into_view(span)
        self.settle()
        view = self.page.viewport()
        first, last = self.place_of(span.start), self.place_of(span.end - 1)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, first)
        QTest.mouseMove(view, (first + last) / 2)
        move(view, last)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, last)
        self.settle()

    def find(self, text: str) -> Span:
        """Where a text stands in the open article."""
        article = self.app.workspace.article
        assert article is not None
        start = article.text.index(text)
        return Span(start, start + len(text))

    def save_as(self, path: Path, press: Callable[[], None]) -> None:
        """Do what opens the file dialog, and answer it with a path, by keys."""

        answered: list[QFileDialog] = []
        until = monotonic() + _LONGEST

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if monotonic() > until and isinstance(dialog, QDialog):
                dialog.reject()  # or it would be waited for for ever
            elif isinstance(dialog, QFileDialog):
                field = dialog.findChild(QLineEdit, "fileNameEdit")
                assert isinstance(field, QLineEdit)
                if dialog not in answered:
                    answered.append(dialog)
                    field.selectAll()
                    QTest.keyClicks(field, str(path))
                # Once more if the list of completions took the first.
                QTest.keyClick(field, Key.Key_Return)
            elif isinstance(dialog, QMessageBox):
                QTest.keyClick(dialog, Key.Key_Y, Qt.KeyboardModifier.AltModifier)
            timer.start()

        timer = QTimer(self.window, singleShot=True, interval=50)
        timer.timeout.connect(answer)
        timer.start()
        press()
        timer.stop()
        self.settle()


def move(widget: QWidget, place: QPoint) -> None:
    """Move the mouse with its left button down: QTest's own move has no button."""
    here = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        here,
        widget.mapToGlobal(here),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        NONE,
    )
    QApplication.sendEvent(widget, event)


def commit(widget: QWidget, text: str) -> None:
    """Compose a text and commit it, as an input method does."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(widget, composed)
