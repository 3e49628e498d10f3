"""Which theme the window wears and in what type the page is set: by viewing, article and desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from meipi.support import theme as themes
from meipi.support.theme import Theme
from meipi.workspace import Article, Workspace
from meipi.workspace.viewing import Viewing


class Appearance(QObject):
    """Made before the page, so that an article is set at once in the type that is chosen for it."""

    theme_changed = Signal(object)
    """`theme` is another one."""

    def __init__(self, app: QApplication, workspace: Workspace, viewing: Viewing) -> None:
        super().__init__()
        hints, self._viewing = app.styleHints(), viewing
        self._follow_desktop(hints.colorScheme())
        self.theme: Theme = themes.load(viewing.shown_theme)
        self._take_type(workspace.article)
        workspace.article_opened.connect(self._take_type)
        viewing.changed.connect(self._follow)
        hints.colorSchemeChanged.connect(self._follow_desktop)

    def _take_type(self, article: Article | None) -> None:
        self._viewing.for_article(article.uid if article else None)

    def _follow_desktop(self, scheme: Qt.ColorScheme) -> None:
        self._viewing.follow_system(scheme == Qt.ColorScheme.Dark)

    def _follow(self, name: str) -> None:
        if name == "theme":
            self.theme = themes.load(self._viewing.shown_theme)
            self.theme_changed.emit(self.theme)
