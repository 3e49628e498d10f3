"""Builds the program: every long-lived object is made here and handed on through constructors.

In order: settings, language, library, workspace, the article that was open last, its page in an empty window.
When the page has been painted, the window is furnished around it. What even that does not need is loaded
where it is used.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox

from meipi.support import translation
from meipi.support.errors import install_last_chance
from meipi.support.fonts import ui_font
from meipi.support.jobs import Jobs
from meipi.support.memory import forget_sources
from meipi.support.places import default_library, parsed, settings_file
from meipi.support.settings import Settings
from meipi.window.main_window import MainWindow
from meipi.workspace import (
    Library,
    LibraryDamaged,
    LibraryError,
    LibraryNewer,
    LibraryReadOnly,
    NotALibrary,
    Said,
    Workspace,
    open_library,
)
from meipi.workspace.dictionaries import Dictionaries
from meipi.workspace.viewing import Viewing

if TYPE_CHECKING:
    from meipi.window.door import Door

_PREPARE_MS = 300
_FURNISH_MS = 1_000
"""A window that nobody sees, a minimised one, is not painted; it is furnished all the same."""


class App:
    """The running program."""

    def __init__(self, library: Library, problem: str, settings: Settings, damaged: Path | None) -> None:
        forget_sources()
        self.qt = _application()
        translation.install(self.qt, settings.get("ui.language"))
        self.qt.setFont(ui_font())
        self.library, self.settings = library, settings
        self.jobs = Jobs()
        self.workspace = Workspace(library, jobs=self.jobs)
        self.viewing = Viewing(settings)
        self.workspace.open_last(settings.get("library.last_article"))
        unopened = problem if library.path == Path() else ""
        folder = None if unopened else library.path.with_suffix(".dictionaries")
        self.dictionaries = Dictionaries(folder, settings)
        self.window = MainWindow(
            self.qt, self.workspace, self.viewing, settings, self.jobs, self.dictionaries, unopened, damaged
        )
        self.window.recovered.connect(self._begin_again)
        self.again: str | None = None
        """After `run`: what to tell in a window built anew, if one is wanted."""
        self._problem = "" if unopened else problem
        self._door: Door | None = None
        self._writing = QTimer(self.window, singleShot=True, interval=_PREPARE_MS)
        self._writing.timeout.connect(library.prepare_writing)
        # What the first page did without is loaded while the reader looks at it.
        self.window.page.first_painted.connect(self._writing.start)

    @property
    def commands(self) -> Mapping[str, QAction]:
        """Every command, by its id."""
        return self.window.commands.by_id

    def furnish(self) -> None:
        """Put the rest of the window around the page."""
        from meipi.workspace.searching import Searching

        self.searching = Searching(self.workspace, self.jobs)
        self.window.furnish(self.searching)
        self.dictionaries.arrange()
        forget_sources()
        if self._problem:
            QTimer.singleShot(0, self.window, lambda: self.window.say(Said(self._problem, problem=True)))

    def tell(self, told: str) -> None:
        """Say something in the window as soon as it is there, until it is closed."""
        self._problem = told
        if self.window.furnished:
            self.window.say(Said(told, problem=True))

    def _begin_again(self, told: str) -> None:
        self.again = told
        self.window.close()

    def _attend(self) -> None:
        """From now on look after the library, and answer a second start of the program on it."""
        from meipi.window.door import Door

        if self.library.path == Path():
            return
        self.window.guard.start()
        self.window.desk.arrivals.watch.start()
        self.searching.start()
        self._door = Door(self.library.path, self.window)
        self._door.knocked.connect(self._show_files)

    def _show_files(self, files: list[Path]) -> None:
        self.window.desk.arrivals.open(files)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _show_fault(self, sentence: str, details: str) -> None:
        """The last-chance dialog."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Meipi", sentence, parent=self.window)
        box.setDetailedText(details)
        box.exec()

    def open(self, *paths: Path | str) -> None:
        """Add the articles in files and folders, as one step, and show the first; returns when they are there
        or have been refused."""
        if paths:
            self.window.desk.arrivals.open([Path(path) for path in paths])
            self.jobs.wait()

    def run(self) -> int:
        """Show the window and return when it has been closed: the exit code."""
        install_last_chance(self._show_fault)
        self.window.show()
        if not self.window.furnished:
            self._wait_for_page()
        if not self.window.isVisible():
            # Closed already.
            self.close()
            return 0
        if not self.window.furnished:
            self.furnish()
        # What is made up to here lasts as long as the program: there is no garbage to look for in it.
        gc.freeze()
        gc.enable()
        QTimer.singleShot(_PREPARE_MS, self.window, self._attend)
        code = self.qt.exec()
        self.close()
        return code

    def _wait_for_page(self) -> None:
        """Return when the page has been painted. Keys pressed until then wait for what they do."""
        waiting = QEventLoop()
        self.window.page.first_painted.connect(waiting.quit)
        QTimer.singleShot(_FURNISH_MS, waiting, waiting.quit)
        waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def close(self) -> None:
        """Keep what is not yet kept, and let go of everything."""
        self._writing.stop()
        if self.window.furnished:
            self.window.guard.stop()
            self.window.desk.arrivals.watch.stop()
            self.searching.stop()
        if self._door is not None:
            self._door.close()
        self.window.close()
        self.jobs.close()
        self.dictionaries.close()
        self.library.close()


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("meipi")
    app.setApplicationDisplayName("Meipi")
    app.setDesktopFileName("meipi")
    return app


class _Opened(NamedTuple):
    library: Library
    problem: str = ""
    """What to tell the reader of it."""
    damaged: Path | None = None
    """The file that something may be recovered from."""


def _open(path: Path) -> _Opened:
    """The library at a path, as far as it can be opened."""
    from meipi.support.errors import sentence

    try:
        return _Opened(open_library(path))
    except (LibraryNewer, LibraryReadOnly) as error:
        try:
            return _Opened(open_library(path, read_only=True), sentence(error))
        except LibraryError as again:
            return _Opened(Library.empty(), sentence(again))
    except (LibraryDamaged, NotALibrary) as error:
        from meipi.workspace.safety import found_backups

        # Something else than a library may be one whose head is gone, if it has backups.
        ours = isinstance(error, LibraryDamaged) or bool(found_backups(path))
        return _Opened(Library.empty(), sentence(error), path if ours else None)
    except LibraryError as error:
        return _Opened(Library.empty(), sentence(error))


def build(argv: Sequence[str] = (), *, library: Path | None = None) -> App:
    """The whole program, its window not yet shown. `argv`: files to open, and `--library PATH`."""
    return _built(argv, library, page_first=False)


def build_page(argv: Sequence[str]) -> App:
    """The same, but the window is furnished only when `App.run` has shown the first page, if there is one."""
    return _built(argv, None, page_first=True)


def _built(argv: Sequence[str], library: Path | None, *, page_first: bool) -> App:
    asked = parsed(argv)
    path = library or asked.library
    opened = _open(path or default_library())
    app = App(opened.library, opened.problem, Settings(settings_file(path)), opened.damaged)
    if asked.files or app.workspace.article is None or not page_first:
        app.furnish()
    app.open(*asked.files)
    return app
