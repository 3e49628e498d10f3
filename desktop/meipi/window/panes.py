"""Which pane is shown, and which one has the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from meipi.contents.pane import ContentsPane
from meipi.library.pane import LibraryPane
from meipi.notes.pane import NotesPane
from meipi.support.settings import Settings
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.vocabulary.pane import WordsPane
from meipi.window.side_pane import SidePane


class Panes:
    """The library at the left; notes, words and contents at the right, with their tabs."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        theme: Theme,
        library: LibraryPane,
        notes: NotesPane,
        words: WordsPane,
        contents: ContentsPane,
    ) -> None:
        self._app, self._settings = app, settings
        self.library, self.notes, self.words, self.contents = library, notes, words, contents
        self.right = SidePane(
            theme,
            {
                "notes": (tr("Notes"), notes),
                "words": (tr("Words"), words),
                "contents": (tr("Contents"), contents),
            },
        )
        self.right.turn_to(settings.get("window.right_tab"))
        self.right.chosen.connect(lambda name: settings.set("window.right_tab", name))
        notes.counted.connect(lambda count: self.right.set_count("notes", count))
        words.counted.connect(lambda count: self.right.set_count("words", count))
        contents.counted.connect(lambda count: self.right.set_count("contents", count))
        self.right.set_count("notes", notes.count)
        words.tell()
        contents.tell()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        for pane in (self.library, self.notes, self.words, self.contents, self.right):
            pane.set_theme(theme)

    def show(self, name: str) -> None:
        """Show "notes", "words" or "contents"."""
        self.right.turn_to(name)
        self.right.show()

    def focus(self, name: str, back: Callable[[], None]) -> None:
        """Show the library, or the pane "notes", "words" or "contents", and give it the keys; if it has them,
        hide it and go `back`."""
        panes: dict[str, LibraryPane | NotesPane | WordsPane | ContentsPane]
        panes = {
            "library": self.library,
            "notes": self.notes,
            "words": self.words,
            "contents": self.contents,
        }
        pane = panes[name]
        whole = self.library if name == "library" else self.right
        focus = self._app.focusWidget()
        if pane.isVisible() and focus is not None and pane.isAncestorOf(focus):
            whole.hide()
            back()
            return
        if name != "library":
            self.right.turn_to(name)
        whole.show()
        pane.focus_list()
