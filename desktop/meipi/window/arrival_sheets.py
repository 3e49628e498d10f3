"""What opens over the window for articles that come in. Made when wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.address_sheet import AddressSheet
from meipi.workspace import Said, Workspace


def article_kinds() -> str:
    """The kinds of file that articles are read from, as a file dialog takes them."""
    from meipi.exchange.opening import SUFFIXES

    suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return tr("Articles ({suffixes});;All files (*)").format(suffixes=suffixes)


class ArrivalSheets:
    """Opens sheets and dialogs; each closes by itself."""

    def __init__(self, parent: QWidget, workspace: Workspace, colours: Callable[[], Theme]) -> None:
        self._parent, self._workspace, self._colours = parent, workspace, colours

    def ask_files(self) -> list[Path]:
        """The files that the reader chooses to open; none if they choose none."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, tr("Open files"), "", article_kinds())
        return [Path(name) for name in names]

    def ask_folder(self, folder: str) -> Path | None:
        """A folder that the reader chooses, beginning at the one that is given; None if they choose none."""
        name = QFileDialog.getExistingDirectory(self._parent, tr("Watch a folder"), folder)
        return Path(name) if name else None

    def address(self, address: str) -> AddressSheet:
        """What asks for an address, not yet shown."""
        return AddressSheet(self._parent, self._colours(), address)

    def encoding(self) -> None:
        """The encodings of an article that was read from a file of text, with its first lines."""
        from meipi.window.encoding_sheet import EncodingSheet

        workspace, article = self._workspace, self._workspace.article
        if article is None:
            return
        with workspace.problems_said():
            original = workspace.library.original(article.id) if article.encoding else None
            if original is None:
                told = tr("Only an article read from a text file has an encoding")
                workspace.said.emit(Said(told))
            else:
                colours, take = self._colours(), workspace.redecode
                EncodingSheet(self._parent, colours, original, article.encoding, take).open()
