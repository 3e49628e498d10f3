"""Bringing a backup back by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from driving import Driver, Key, running
from meipi.exchange.opening import read_file
from meipi.window.restore_dialog import RestoreDialog
from meipi.workspace import Workspace, open_library, safety

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "samples" / "tea-ferry.txt"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    path.with_suffix(".ini").write_text("[ui]\nlanguage=en\n")
    with open_library(path) as library:
        workspace = Workspace(library)
        workspace.add_drafts([read_file(SAMPLE)])
        workspace.marking.highlight((0, 4), "zhu")
        safety.back_up(path, "daily")
        safety.back_up(path, "import")
        workspace.marking.delete_mark(workspace.marks[0].id)
    return path


def opened(driver: Driver) -> RestoreDialog:
    driver.app.commands["file.restore"].trigger()
    driver.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreDialog)
    return dialog


def test_a_backup_is_chosen_and_restored_by_keys(path: Path) -> None:
    with running(path) as driver:
        dialog = opened(driver)
        assert [dialog.list.item(row).text().partition(", ")[2] for row in range(dialog.list.count())] == [
            "before an import",
            "",
        ]
        driver.press(Key.Key_Down)
        assert dialog.told.text() == "1 mark comes back"
        assert driver.app.workspace.marks == ()
        while driver.focus() is not dialog.restore_button:
            driver.press(Key.Key_Tab)
        driver.press(Key.Key_Space)
        assert [mark.span for mark in driver.app.workspace.marks] == [(0, 4)]
        assert safety.found_backups(path)[0].reason == "restore"
        driver.app.commands["edit.undo"].trigger()
        assert driver.app.workspace.marks == ()
        driver.app.commands["edit.redo"].trigger()
    with open_library(path) as library:
        assert len(library.marks(1)) == 1


def test_a_library_without_backups_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.with_suffix(".ini").write_text("[ui]\nlanguage=en\n")
    with running(path) as driver:
        dialog = opened(driver)
        assert dialog.told.text() == "There is no backup yet. One is made every day."
        assert not dialog.restore_button.isEnabled()
        dialog.reject()


def test_a_backup_that_is_damaged_is_said_and_cannot_be_chosen(path: Path) -> None:
    backup = safety.found_backups(path)[0].path
    backup.write_bytes(backup.read_bytes()[:6000])
    with running(path) as driver:
        dialog = opened(driver)
        assert dialog.told.text() == "This backup cannot be read."
        assert not dialog.restore_button.isEnabled()
        driver.press(Key.Key_Down)
        assert dialog.restore_button.isEnabled()
        dialog.reject()
