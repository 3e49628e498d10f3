"""What the reader says of articles: the details of one, the tags of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.notes.tag_line import TagLine
from meipi.support.translation import counted, tr
from meipi.workspace import ArticleInfo, Workspace

_SIDE = 20
_WIDTH = 480


class _Sheet(QDialog):
    """Ctrl+Enter and the button keep what was changed, Esc leaves all as it is."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = QPushButton(tr("Save"))
        self.save_button.setProperty("role", "primary")
        self.save_button.setToolTip("Ctrl+Enter")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.keep)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        self.box.setSpacing(14)

    def finish(self) -> None:
        """Put the buttons below all else; called once."""
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        self.box.addStretch(1)
        self.box.addLayout(foot)
        self.resize(_WIDTH, self.sizeHint().height())

    def line_of_tags(self, workspace: Workspace, tags: Sequence[str]) -> TagLine:
        """A line of tags that completes them and keeps by its own keys."""

        line = TagLine(tags, workspace.tags.used)
        line.save_asked.connect(self.keep)
        line.leave_asked.connect(self.reject)
        return line

    def keep(self) -> None:
        """Keep what was changed, and close."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control and self.save_button.isEnabled():
            self.keep()
        else:
            super().keyPressEvent(event)


class DetailsDialog(_Sheet):
    """Title, source, author, date, address and tags of an article. Without a title it cannot be kept."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, info: ArticleInfo) -> None:
        super().__init__(parent, tr("Details of the article"))
        self._workspace, self._info = workspace, info
        self.fields = {
            "title": (tr("Title"), QLineEdit(info.title)),
            "source": (tr("Source"), QLineEdit(info.source)),
            "author": (tr("Author"), QLineEdit(info.author)),
            "published": (tr("Date"), QLineEdit(info.published)),
            "url": (tr("Address"), QLineEdit(info.url)),
        }
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, field in self.fields.values():
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.tags = self.line_of_tags(workspace, info.tags)
        form.addRow(tr("Tags"), self.tags)
        self._of("published").setPlaceholderText("2026-05-11")
        self._of("url").setPlaceholderText("https://")
        self.box.addLayout(form)
        self.finish()
        title = self._of("title")
        title.textChanged.connect(lambda text: self.save_button.setEnabled(bool(text.strip())))
        title.setFocus()
        title.selectAll()

    def _of(self, name: str) -> QLineEdit:
        return self.fields[name][1]

    def keep(self) -> None:
        written = {name: " ".join(field.text().split()) for name, (_, field) in self.fields.items()}
        self._workspace.shelf.edit(
            replace(
                self._info,
                title=written["title"],
                source=written["source"],
                author=written["author"],
                published=written["published"],
                url=written["url"],
                tags=self.tags.tags,
            )
        )
        self.accept()


class ArticleTagsDialog(_Sheet):
    """The tags that all of some articles have: what is added goes to each, what is taken away leaves each.
    Tags that only some of them have stay as they are."""

    def __init__(self, parent: QWidget | None, workspace: Workspace, infos: Sequence[ArticleInfo]) -> None:
        super().__init__(parent, tr("Tags"))
        self._workspace, self._infos = workspace, infos
        first, *others = infos
        self._shared = tuple(tag for tag in first.tags if all(tag in info.tags for info in others))
        told = (
            f"“{first.title}”"
            if not others
            else counted(
                len(infos), "", tr("{n} articles; tags that only some of them have stay as they are")
            )
        )
        label = QLabel(told)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "soft")
        self.tags = self.line_of_tags(workspace, self._shared)
        self.box.addWidget(label)
        self.box.addWidget(self.tags)
        self.finish()
        self.tags.setFocus()

    def keep(self) -> None:
        kept = self.tags.tags
        self._workspace.shelf.tag(
            [info.id for info in self._infos],
            add=[tag for tag in kept if tag not in self._shared],
            remove=[tag for tag in self._shared if tag not in kept],
        )
        self.accept()
