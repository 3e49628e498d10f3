from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.window.export_dialog import ExportDialog
from meipi.workspace import Said, Workspace, open_library
from meipi.workspace.exporting import ExportOptions, export_text

TEXT = "青海的鹽湖\n\n柴達木盆地星羅棋布，大大小小的鹽湖散落在𠀀上。\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_library(tmp_path / "library.meipi") as library:
        article = library.add_article(title="青海的鹽湖", text=TEXT, script="traditional")
        for quote, note in (("柴達木盆地", "# Where?\n\nIn the north-west."), ("𠀀", "")):
            start = TEXT.index(quote)
            library.add_mark(article.id, (start, start + len(quote)), colour="zhu", note=note)
        workspace = Workspace(library)
        workspace.open_article(article.id)
        yield workspace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(None)
    made.set("export.folder", str(tmp_path))
    return made


@pytest.fixture
def said(workspace: Workspace) -> list[Said]:
    sentences: list[Said] = []
    workspace.said.connect(sentences.append)
    return sentences


@pytest.fixture
def dialog(workspace: Workspace, settings: Settings, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(None, workspace, settings, load("paper"))
    # A closed dialog deletes itself; here it is looked at once more.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def _expected(workspace: Workspace, options: ExportOptions | None = None) -> str:
    assert workspace.article is not None
    return export_text(workspace.library, workspace.article.id, options or ExportOptions())


def _answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """The file dialog answers with this path; the paths it was opened with."""
    asked: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return asked


def test_the_preview_is_the_file_from_the_start(dialog: ExportDialog, workspace: Workspace) -> None:
    assert dialog.preview.toPlainText() == _expected(workspace)
    size = len(_expected(workspace).encode())
    assert f"{size / 1000:.1f} kB" in dialog._size.text()


def test_each_choice_shows_in_the_preview_and_is_remembered(
    dialog: ExportDialog, workspace: Workspace, settings: Settings, qtbot: QtBot
) -> None:
    dialog.converted.setFocus()
    QTest.keyClick(dialog.converted, Qt.Key.Key_Space)
    wanted = _expected(workspace, ExportOptions(converted=True))
    assert "柴达木盆地" in wanted
    qtbot.waitUntil(lambda: dialog.preview.toPlainText() == wanted)
    QTest.mouseClick(dialog.pinyin, Qt.MouseButton.LeftButton, pos=dialog.pinyin.rect().center() / 2)
    wanted = _expected(workspace, ExportOptions(converted=True, pinyin=True))
    qtbot.waitUntil(lambda: dialog.preview.toPlainText() == wanted)
    assert settings.get("export.converted")
    assert settings.get("export.pinyin")
    again = ExportDialog(None, workspace, settings, load("night"))
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.preview.toPlainText() == wanted)
    again.reject()


def test_the_last_of_quick_choices_is_shown(dialog: ExportDialog, workspace: Workspace) -> None:
    for box in (dialog.converted, dialog.pinyin, dialog.pinyin, dialog.converted):
        box.click()
    dialog._jobs.wait()
    assert dialog.preview.toPlainText() == _expected(workspace)


def test_enter_saves_and_the_folder_is_remembered(
    dialog: ExportDialog,
    settings: Settings,
    said: list[Said],
    tmp_path: Path,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    asked = _answer(monkeypatch, folder / "湖.md")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert asked == [str(tmp_path / "青海的鹽湖.md")]
    assert (folder / "湖.md").read_bytes() == _expected(workspace).encode()
    assert settings.get("export.folder") == str(folder)
    assert [each.text for each in said] == [f"Exported to {folder / '湖.md'}"]
    assert not dialog.isVisible()


def test_the_pinyin_of_a_choice_just_made_is_in_the_file(
    dialog: ExportDialog, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, tmp_path / "湖.md")
    dialog.pinyin.click()
    dialog.save_button.click()
    text = (tmp_path / "湖.md").read_text("utf-8")
    assert text == _expected(workspace, ExportOptions(pinyin=True))
    assert "pén" in text


def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    dialog: ExportDialog, said: list[Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, tmp_path / "none" / "湖.md")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    assert "Nothing was changed" in dialog.problem.text()
    assert said == []
    assert dialog.preview.toPlainText()


def test_a_file_dialog_that_is_cancelled_changes_nothing(
    dialog: ExportDialog, said: list[Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, "")
    before = sorted(tmp_path.iterdir())
    dialog.save_button.click()
    assert dialog.isVisible()
    assert sorted(tmp_path.iterdir()) == before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert said == []


def test_copying_takes_the_whole_text(dialog: ExportDialog, workspace: Workspace, said: list[Said]) -> None:
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == _expected(workspace)
    assert [each.text for each in said] == ["Copied as Markdown"]


def test_tab_reaches_every_control(dialog: ExportDialog) -> None:
    dialog.converted.setFocus()
    seen = []
    for _ in range(6):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        dialog.converted,
        dialog.pinyin,
        dialog.preview,
        dialog.cancel_button,
        dialog.copy_button,
        dialog.save_button,
    ]


def test_structure_has_its_colours(dialog: ExportDialog) -> None:
    theme = load("paper")
    document = dialog.preview.document()
    QApplication.processEvents()

    def colour(start: str, skip: int = 0) -> QColor | None:
        blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
        block = [each for each in blocks if each.text().startswith(start)][skip]
        formats = block.layout().formats()
        return formats[0].format.foreground().color() if formats else None

    assert colour("---") == colour("---", 1) == colour("# 青海") == QColor(theme.cinnabar_text)
    assert colour("title:") == QColor(theme.soft)
    assert colour("朱 · ") == QColor(theme.soft)
    assert colour("> “柴達木") is None
    assert colour("In the north") is None
