"""The saved words, in the right pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meipi.language.span import Span
from meipi.support.chip import Chip
from meipi.support.empty_note import EmptyNote
from meipi.support.filter_line import FilterLine
from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr, tr_noop
from meipi.vocabulary.card import WordDelegate
from meipi.vocabulary.cards import ORDERS, Order, WordCard, places
from meipi.vocabulary.model import WordModel
from meipi.vocabulary.word_list import WordList
from meipi.workspace import Article, Said, Workspace
from meipi.workspace.viewing import Viewing

_SIDE = 12
_ORDER_NAMES: dict[Order, str] = {
    "newest": tr_noop("Newest first"),
    "pinyin": tr_noop("By pinyin"),
    "level": tr_noop("By level"),
    "frequency": tr_noop("Commonest first"),
}


class WordsPane(QWidget):
    """Cards of the saved words. What it shows is read when it is seen, not before."""

    place_wanted = Signal(int, object)
    """The reader wants to see a word: the id of the article and a `Span` of its text."""
    left = Signal()
    """The page may have the focus again."""
    counted = Signal(int)
    """How many words were saved in the open article, or in all while none is open."""

    def __init__(
        self, workspace: Workspace, viewing: Viewing, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._viewing, self._theme = workspace, viewing, theme
        self._stale = True
        self._jumped: tuple[tuple[str, str], int] | None = None
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self.model = WordModel(self)
        self._delegate = WordDelegate(self.model, theme, self)
        self.list = WordList(self.model, self._delegate)
        self.here = _ScopeChip(theme, tr("This article"), self)
        self.everywhere = _ScopeChip(theme, tr("All"), self)
        self.filter = FilterLine(theme, tr("Filter words"))
        self.order = QComboBox()
        self.order.setAccessibleName(tr("Order of the words"))
        for order in ORDERS:
            self.order.addItem(tr(_ORDER_NAMES[order]), order)
        self.more = QToolButton()
        self.more.setProperty("role", "icon")
        self.more.setToolTip(tr("Known words, word list…"))
        self.more.setAccessibleName(tr("Known words, word list…"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._empty = EmptyNote()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.set_theme(theme)

        self.everywhere.setChecked(True)
        self.here.toggled.connect(self._choose_scope)
        self.filter.textChanged.connect(self._look_for)
        self.filter.done.connect(self.focus_list)
        self.filter.left.connect(self.left)
        self.order.activated.connect(self._sort)
        self.list.action_asked.connect(self._act)
        self.list.filter_wanted.connect(self.filter.setFocus)
        self.list.left.connect(self.left)
        workspace.article_opened.connect(self._article_opened)
        workspace.changed.connect(self._refresh)
        viewing.changed.connect(self._follow_viewing)
        self._article_opened(workspace.article)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(_SIDE, 10, _SIDE - 4, 6)
        chips.setSpacing(7)
        chips.addWidget(self.here)
        chips.addWidget(self.everywhere)
        chips.addStretch(1)
        chips.addWidget(self.more)
        search = QHBoxLayout()
        search.setContentsMargins(_SIDE, 0, _SIDE, 6)
        search.setSpacing(7)
        search.addWidget(self.filter, 1)
        search.addWidget(self.order)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(chips)
        box.addLayout(search)
        box.addWidget(self._stack, 1)

    # What others call

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """What the button beside the filters offers; called once."""
        menu = QMenu(self.more)
        menu.addActions(list(actions))
        self.more.setMenu(menu)

    def focus_list(self) -> None:
        """Give the keys to the list of words, or to the filter if there is none."""
        self._show_if_stale()
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from now on."""
        self._theme = self._delegate.theme = theme
        self.here.set_theme(theme)
        self.everywhere.set_theme(theme)
        self.filter.set_theme(theme)
        self.more.setIcon(icon("more", theme.soft))
        self.list.viewport().update()

    # Following the workspace

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_if_stale()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._jumped = None

    def _article_opened(self, article: Article | None) -> None:
        self._delegate.region = "SC" if article and article.script == "simplified" else "TC"
        self._keep_place(lambda: self.model.open(article))
        self.here.setEnabled(article is not None)
        if article is None:
            self.everywhere.setChecked(True)
        self.tell()

    def _refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"words", "articles"} or (self._stale and "known_words" in kinds):
            self._stale = True
            if self.isVisible():
                self._show_if_stale()
            elif "words" in kinds:
                self.tell()
        elif "known_words" in kinds:
            self.model.know(self._workspace.vocabulary.known_words)

    def _follow_viewing(self, name: str) -> None:
        if name == "level_list":
            self.model.level_list = self._viewing.level_list
            self._keep_place(self.model.arrange)

    def _show_if_stale(self) -> None:
        if not self._stale:
            return
        self._stale = False
        vocabulary = self._workspace.vocabulary
        self.model.titles = {info.id: info.title for info in self._workspace.articles()}
        self.model.level_list = self._viewing.level_list
        self._keep_place(lambda: self.model.show(vocabulary.saved, vocabulary.known_words))
        self.tell()

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Change what is shown; the current word and the place in the list stay where they can."""
        current, bar = self.list.currentIndex(), self.list.verticalScrollBar()
        key = self.model.card_at(current).key if current.isValid() else None
        row, scrolled = current.row(), bar.value()
        change()
        found = self.model.row_of(key)
        if found < 0 and key is not None:
            found = min(row, self.model.rowCount() - 1)
        if found >= 0:
            self.list.setCurrentIndex(self.model.index(found))
        self.list.executeDelayedItemsLayout()
        bar.setValue(scrolled)
        self._show_empty()

    def tell(self) -> None:
        """Count, and say how many there are."""
        article, saved = self._workspace.article, self._workspace.vocabulary.saved
        here = {(word.simplified, word.pinyin) for word in saved if article and word.article_id == article.id}
        every = {(word.simplified, word.pinyin) for word in saved}
        self.here.set_count(len(here))
        self.everywhere.set_count(len(every))
        self.counted.emit(len(here) if article else len(every))

    def _show_empty(self) -> None:
        if not self.model.cards:
            self._empty.setText(
                tr("No word is saved yet. Point at a word, or look it up with L, and press S to save it.")
            )
        elif self.filter.text().strip():
            self._empty.setText(tr("No word matches."))
        else:
            self._empty.setText(tr("No word of this article is saved yet."))
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._empty)

    # What the reader does

    def _choose_scope(self, only_here: bool) -> None:
        self._keep_place(lambda: self.model.set_only_here(only_here))

    def _look_for(self, text: str) -> None:
        self._keep_place(lambda: self.model.look_for(text))

    def _sort(self) -> None:
        self.model.order = self.order.currentData()
        self._keep_place(self.model.arrange)

    def _act(self, index: QModelIndex, action: str) -> None:
        card, vocabulary = self.model.card_at(index), self._workspace.vocabulary
        self.list.setCurrentIndex(index)
        match action:
            case "know":
                vocabulary.know([card.latest.simplified], not card.known)
            case "copy":
                QGuiApplication.clipboard().setText(self.model.headword(card))
                self._workspace.said.emit(Said(tr("Copied")))
            case "remove":
                vocabulary.forget_words(card.words)
            case _:
                self._jump(card)

    def _jump(self, card: WordCard) -> None:
        """To the first place at which the word was met; each time after that to the next one."""
        article = self._workspace.article
        if article is not None:
            met = places(card, article.text, article.id)
        else:
            met = [(word.article_id, Span(*word.span)) for word in card.words]
        step = self._jumped[1] + 1 if self._jumped and self._jumped[0] == card.key else 0
        step %= len(met)
        article_id, span = met[step]
        self._jumped = card.key, step
        self.place_wanted.emit(article_id, span)


class _ScopeChip(Chip):
    """All saved words, or those of the open article."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setText(text)
        self.name()

    def name(self) -> None:
        words = counted(self.count, tr("{n} word"), tr("{n} words"))
        self.setToolTip(f"{self.text()} · {words}")
        self.setAccessibleName(f"{self.text()}, {words}")
