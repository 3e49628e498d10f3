"""The export of the open article: choices at the left, the file as it will be at the right."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meipi.support.errors import sentence
from meipi.support.icons import icon
from meipi.support.jobs import Jobs
from meipi.support.settings import FlagKey, Settings
from meipi.support.theme import Theme, tokens
from meipi.support.translation import tr
from meipi.window.dialog_parts import AROUND, SIDE, bar, label, rule
from meipi.window.export_preview import Preview
from meipi.workspace import Said, Workspace
from meipi.workspace.exporting import ExportOptions, file_name, material, write

_LEFT = 340


class ExportDialog(QDialog):
    """Needs an open article. What it writes is what the preview shows, to the byte."""

    def __init__(
        self,
        parent: QWidget | None,
        workspace: Workspace,
        settings: Settings,
        theme: Theme,
        only: Collection[int] | None = None,
    ) -> None:
        """`only` are the ids of the marks to export; None for all."""
        super().__init__(parent)
        assert workspace.article is not None
        self._workspace, self._settings = workspace, settings
        self._only = only
        self._material = material(workspace.library, workspace.article.id, only)
        self._jobs = Jobs(self)
        self._round = 0
        self._text = ""
        self.setWindowTitle(tr("Export"))
        self.setProperty("role", "sheet")
        # A window of its own has the corners that the desktop gives it.
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        simplified = self._material.article.script == "simplified"
        other = tr("Quotes also in Traditional") if simplified else tr("Quotes also in Simplified")
        self.converted = self._choice(other, "export.converted")
        self.pinyin = self._choice(tr("Pinyin beneath each quote"), "export.pinyin")
        self.preview = Preview(theme)
        self._size = label("", "soft")
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.copy_button = QPushButton(icon("copy", theme.ink), tr("Copy to clipboard"))
        self.copy_button.clicked.connect(self._copy)
        self.save_button = QPushButton(tr("Save as…"))
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        for button in (self.cancel_button, self.copy_button):
            button.setAutoDefault(False)

        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar(label(tr("Export"), "name"), None))
        box.addWidget(rule())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(rule(vertical=True))
        middle.addLayout(self._right(), 1)
        box.addLayout(middle, 1)
        box.addWidget(rule())
        box.addWidget(self.problem)
        box.addWidget(self._foot())
        self._fit(parent)
        self.save_button.setFocus()
        self.finished.connect(self._jobs.close)
        self._render()

    # Parts

    def _choice(self, text: str, key: FlagKey) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(self._settings.get(key))
        box.toggled.connect(lambda on: self._settings.set(key, on))
        box.toggled.connect(self._render)
        return box

    def _left(self) -> QWidget:
        marks = self._material.marks
        notes = sum(1 for mark in marks if mark.note.strip())
        panel = QWidget()
        panel.setProperty("role", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.setFixedWidth(_LEFT)
        box = QVBoxLayout(panel)
        box.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        box.setSpacing(8)
        box.addWidget(label(tr("Include"), "strong"))
        row = QHBoxLayout()
        selected = self._only is not None
        row.addWidget(
            label(tr("Selected highlights and notes") if selected else tr("Highlights and notes"), "")
        )
        row.addStretch(1)
        row.addWidget(label(f"{len(marks):,} / {notes:,}", "soft"))
        box.addLayout(row)
        box.addSpacing(12)
        box.addWidget(label(tr("Options"), "strong"))
        box.addWidget(self.converted)
        box.addWidget(self.pinyin)
        box.addStretch(1)
        return panel

    def _right(self) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(bar(label(tr("Preview"), "strong"), self._size))
        box.addWidget(rule())
        box.addWidget(self.preview, 1)
        return box

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SIDE, 12, SIDE, 12)
        row.setSpacing(10)
        name = label(file_name(self._material.article.title), "soft")
        name.setToolTip(name.text())
        name.setMinimumWidth(40)
        row.addWidget(name, 1)
        for button in (self.cancel_button, self.copy_button, self.save_button):
            row.addWidget(button)
        self.problem.setContentsMargins(SIDE, 12, SIDE, 0)
        return foot

    def _fit(self, parent: QWidget | None) -> None:
        width, height = tokens()["sizes"]["exportDialog"]
        if parent is not None:
            window = parent.window()
            width, height = min(width, window.width() - AROUND), min(height, window.height() - AROUND)
        self.resize(width, height)

    # The text

    def _options(self) -> ExportOptions:
        return ExportOptions(converted=self.converted.isChecked(), pinyin=self.pinyin.isChecked())

    def _render(self) -> None:
        """Make the text again; where OpenCC or pypinyin have to work, and to load at first, on a thread."""
        self._round += 1
        options, source, now = self._options(), self._material, self._round
        if options.converted or options.pinyin:
            self._jobs.run(
                lambda: source.text(options), lambda text: self._show(text, now), self._show_problem
            )
        else:
            self._show(source.text(options), now)

    def _show(self, text: str, made_in: int) -> None:
        if made_in != self._round:
            return  # another choice has been made since
        self._text = text
        self.preview.show_text(text)
        size = tr("{n} kB").format(n=f"{len(text.encode()) / 1000:.1f}")
        self._size.setText(tr("updates as you choose · {size}").format(size=size))

    def _show_problem(self, error: Exception) -> None:
        self.problem.setText(sentence(error))
        self.problem.show()

    # Buttons

    def _copy(self) -> None:
        self._jobs.wait()
        QGuiApplication.clipboard().setText(self._text)
        self._workspace.said.emit(Said(tr("Copied as Markdown")))
        self.accept()

    def _save(self) -> None:
        self._jobs.wait()
        name = file_name(self._material.article.title)
        suffix = tr("Markdown (*.md)")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), str(self._folder() / name), suffix)
        if not chosen:
            return
        path = Path(chosen)
        try:
            write(path, self._text)
        except OSError as error:
            self._show_problem(error)
            return
        self._settings.set("export.folder", str(path.parent))
        self._workspace.said.emit(Said(tr("Exported to {path}").format(path=path)))
        self.accept()

    def _folder(self) -> Path:
        """Where the last export went, if that is still there."""
        last = self._settings.get("export.folder")
        if last and Path(last).is_dir():
            return Path(last)
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
