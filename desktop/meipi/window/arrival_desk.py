"""What the commands for bringing articles in do: from files and folders, the web, the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QKeyEvent

from meipi.exchange import opening
from meipi.exchange.draft import ArticleDraft
from meipi.reading.page import Page
from meipi.support.errors import sentence
from meipi.support.jobs import Jobs
from meipi.support.settings import Settings
from meipi.support.translation import counted, tr
from meipi.workspace import Said, Workspace
from meipi.workspace.folder_watch import FolderWatch
from meipi.workspace.source_reader import Progress, ReadIn, SourceReader
from meipi.workspace.versions import Answer, Question

if TYPE_CHECKING:
    from meipi.window.address_sheet import AddressSheet
    from meipi.window.arrival_sheets import ArrivalSheets

LONG_MS = 400
"""What is read sooner is not told: the message would only flicker."""
_PROBLEMS = 3
"""So many files that cannot be read are told one by one."""


class ArrivalDesk(QObject):
    """Joins readers, workspace and sheets into commands. Everything is read on a worker."""

    told = Signal(str)
    """What is being read and how far it is, for the foot of the window; "" when it is done."""

    def __init__(
        self,
        sheets: Callable[[], ArrivalSheets],
        page: Page,
        workspace: Workspace,
        settings: Settings,
        jobs: Jobs,
        clipboard: QClipboard,
        say: Callable[[Said], None],
        keep_place: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`keep_place` writes where the reader is."""
        super().__init__(parent)
        self._sheets, self._page, self._workspace = sheets, page, workspace
        self._jobs, self._clipboard = jobs, clipboard
        self._say, self._keep_place = say, keep_place
        self._reader = SourceReader(jobs, self)
        self._reader.progressed.connect(self._progress)
        self._reader.ended.connect(self._end)
        self._latest: Progress | None = None
        self._telling = QTimer(self, singleShot=True, interval=LONG_MS)
        self._telling.timeout.connect(self._tell)
        self._addresses = SourceReader(jobs, self)
        self.watch = FolderWatch(workspace, settings, jobs, partial(self._take, asked_for=False))

    # -- files, folders, links ----------------------------------------------------------------------

    def open_files(self) -> None:
        self.open(self._sheets().ask_files())

    def open(self, sources: Sequence[Path | str]) -> None:
        """Read files, folders and addresses, and add what could be read as one step; each that could not be
        is told."""
        if sources:
            named = [source.absolute() if isinstance(source, Path) else source for source in sources]
            self._reader.read(named, self.take, self._told_stopped)

    def stop(self) -> None:
        """Read no further; nothing of what the reader asked for and is being read is added."""
        self._reader.stop()
        self._addresses.stop()

    def paste(self) -> None:
        """A new article out of what was copied."""
        data = self._clipboard.mimeData() or QMimeData()  # none where nothing was ever copied
        try:
            draft = opening.read_paste(data.text(), data.html() if data.hasHtml() else None)
        except opening.ReadError as error:
            self._say(Said(sentence(error), problem=True))
            return
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._add([draft])

    def take(self, read_in: ReadIn) -> None:
        """Add what was read and show it, and tell what was not."""
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(read_in, asked_for=True)

    def _take(self, read_in: ReadIn, *, asked_for: bool) -> None:
        from meipi.workspace.arrivals import known, notes

        drafts = [read.result for read in read_in.read if isinstance(read.result, ArticleDraft)]
        errors = [read.result for read in read_in.read if isinstance(read.result, opening.ReadError)]
        new = [draft for draft in drafts if known(self._workspace, draft) is None]
        if drafts and not self._add(drafts, asked_for=asked_for):
            return
        told = _problems(errors)
        left = notes(read_in.gathered)
        if not read_in.read:
            left.insert(0, tr("There is nothing in the folder that can be read as an article."))
        if told:
            self._say(Said("\n".join([*told, *left]), problem=True))
        elif left:
            if drafts:
                left.insert(0, counted(len(drafts), tr("{n} article read."), tr("{n} articles read.")))
            self._say(Said("\n".join(left), undoable=bool(new)))
        unsure = _unsure(read_in)
        self._ask_encoding([draft for draft in new if draft in unsure])

    def _add(self, drafts: Sequence[ArticleDraft], *, asked_for: bool = True) -> bool:
        from meipi.workspace.arrivals import take_in

        self._keep_place()
        return take_in(self._workspace, drafts, asked_for=asked_for)

    # -- a folder that is watched -------------------------------------------------------------------

    def watch_folder(self) -> None:
        """Choose a folder whose articles come in by themselves, another one, or none any more."""
        watched = self.watch.folder
        if not watched:
            self._choose_watched()
            return
        told = tr("Articles that come into “{path}” are added by themselves.").format(path=watched)
        answers = (
            Answer(tr("Another folder…"), self._choose_watched),
            Answer(tr("Watch no folder"), self._watch_none),
        )
        self._workspace.versions.asked.emit(Question(told, answers))

    def _choose_watched(self) -> None:
        folder = self._sheets().ask_folder(self.watch.folder)
        if folder is not None:
            self.watch.set_folder(folder)
            told = tr("From now on articles that come into “{path}” are added.").format(path=folder)
            self._say(Said(told))

    def _watch_none(self) -> None:
        self.watch.set_folder(None)
        self._say(Said(tr("No folder is watched any more")))

    # -- the web ------------------------------------------------------------------------------------

    def open_address(self) -> None:
        """Ask for an address, and fetch what is there while the sheet tells how far it is."""
        from meipi.library.dropping import address_in

        sheet = self._sheets().address(address_in(self._clipboard.text()))
        self._addresses.progressed.connect(sheet.show_progress)
        sheet.wanted.connect(
            lambda address: self._addresses.read([address], lambda found: self._fetched(sheet, found))
        )
        sheet.closed.connect(self._addresses.stop)
        sheet.open()

    def _fetched(self, sheet: AddressSheet, found: ReadIn) -> None:
        (read,) = found.read
        if isinstance(read.result, opening.ReadError):
            sheet.show_problem(sentence(read.result))
        else:
            sheet.close_sheet()
            self.take(found)

    # -- encodings ----------------------------------------------------------------------------------

    def choose_encoding(self) -> None:
        """Show the article's file in one encoding and another, and take one of them."""
        self._sheets().encoding()

    def _ask_encoding(self, unsure: Sequence[ArticleDraft]) -> None:
        """Ask about new articles whose encoding is not beyond doubt; of several about the first."""
        from meipi.exchange.encodings import ENCODINGS
        from meipi.workspace.arrivals import known

        found = [article for draft in unsure if (article := known(self._workspace, draft)) is not None]
        if not found:
            return
        first, labels = found[0], dict(ENCODINGS)
        told = tr("“{title}” was read as {encoding}, but it is not certain that it is in that encoding.")
        told = told.format(title=first.title, encoding=labels.get(first.encoding, first.encoding))
        if len(found) > 1:
            one, many = tr("Nor is it of {n} other article."), tr("Nor is it of {n} other articles.")
            told = " ".join((told, counted(len(found) - 1, one, many)))
        answers = (
            Answer(tr("Choose the encoding…"), partial(self._choose_encoding_of, first.id)),
            Answer(tr("It is right"), lambda: None),
        )
        self._workspace.versions.asked.emit(Question(told, answers))

    def _choose_encoding_of(self, article_id: int) -> None:
        if self._workspace.open_article(article_id) is not None:
            self.choose_encoding()

    # -- telling ------------------------------------------------------------------------------------

    # A slot of an object of the window's thread: a worker sends what it gets.
    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        self._latest = progress
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        latest = self._latest
        if latest is None or not self._reader.busy:
            return
        if latest.all == 0:
            self.told.emit(tr("Looking for articles…"))
        elif latest.all > 1:
            told = tr("Reading {n} of {all}")
            self.told.emit(told.format(n=f"{latest.done + 1:,}", all=f"{latest.all:,}"))
        elif latest.share:
            self.told.emit(tr("Reading: {n} %").format(n=round(100 * latest.share)))
        else:
            self.told.emit(tr("Reading…"))

    def _end(self) -> None:
        self._telling.stop()
        self._latest = None
        self.told.emit("")

    def _told_stopped(self) -> None:
        self._say(Said(tr("Reading was stopped. Nothing was added.")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc stops the reading, where nothing else wants that key."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._reader.busy
        ):
            self._reader.stop()
            return True
        return False


def _unsure(read_in: ReadIn) -> list[ArticleDraft]:
    return [read.result for read in read_in.read if not read.sure and isinstance(read.result, ArticleDraft)]


def _problems(errors: Sequence[opening.ReadError]) -> list[str]:
    """A sentence for each of the first few files that could not be read, and how many more there are."""
    told = [sentence(error) for error in errors[:_PROBLEMS]]
    more = len(errors) - len(told)
    if more:
        told.append(
            counted(more, tr("{n} more file could not be read."), tr("{n} more files could not be read."))
        )
    return told
