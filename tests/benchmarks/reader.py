"""The real window on an article, to be measured in this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from meipi.app import App, build


@contextmanager
def window() -> Iterator[App]:
    """The program with a library of its own, shown at 1440 × 900."""
    with TemporaryDirectory() as folder:
        app = build(library=Path(folder) / "library.db")
        app.window.resize(1440, 900)
        app.window.show()
        QCoreApplication.processEvents()
        try:
            yield app
        finally:
            app.close()


def read_all(app: App) -> None:
    """Let the page find every reading of its article, as it does when nobody turns anything."""
    app.jobs.wait()
    sheet = app.window.page.sheet
    while sheet is not None and sheet.readings.next_missing() is not None:
        QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def press(app: App, action: QAction) -> None:
    """What a key does, until the page has been painted again."""
    action.trigger()
    app.window.page.viewport().repaint()
