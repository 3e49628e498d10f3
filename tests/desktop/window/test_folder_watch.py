"""What comes into a watched folder comes into the library."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from driving import CONTROL, Driver, Key, running
from meipi.workspace import folder_watch
from meipi.workspace.folder_watch import FolderWatch

LONG = "河邊的渡口，船還沒有來，等船的人坐在石頭上。\n" * 5


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in a test: each look is asked for."""
    monkeypatch.setattr(folder_watch, "QUIET_MS", 3_600_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "看著"
    folder.mkdir()
    return folder


@pytest.fixture
def reader(tmp_path: Path, folder: Path, qapp: QApplication) -> Iterator[Driver]:
    """Reads an article while a folder is watched."""
    with running(tmp_path / "library.db") as made:
        made.window.open_sample(0)
        made.settle()
        watch_of(made).set_folder(folder)
        made.settle()
        made.window.toast.dismiss()
        yield made
        watch_of(made).stop()


def watch_of(driver: Driver) -> FolderWatch:
    return driver.window.desk.arrivals.watch


def look(driver: Driver, times: int = 1) -> None:
    for _ in range(times):
        watch_of(driver).look()
        driver.settle()


def texts(tmp_path: Path) -> list[str]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        rows = db.execute("SELECT text FROM article WHERE deleted IS NULL ORDER BY id").fetchall()
    return [row[0] for row in rows][1:]


def said(driver: Driver) -> str:
    toast = driver.window.toast
    return "" if toast.isHidden() else "\n".join(label.text() for label in toast.findChildren(QLabel))


def test_a_file_comes_in_once_it_is_quiet_and_only_once(reader: Driver, folder: Path, tmp_path: Path) -> None:
    file = folder / "渡口.txt"
    file.write_text(LONG[:9], "utf-8")
    look(reader)
    assert texts(tmp_path) == []
    file.write_text(LONG, "utf-8")  # it is still being written
    look(reader)
    assert texts(tmp_path) == []
    look(reader)
    assert texts(tmp_path) == [LONG]
    assert reader.app.workspace.article is not None
    assert reader.app.workspace.article.id == 1
    assert "Article added" in said(reader)
    assert reader.window.library.model.rowCount() == 2
    reader.page.setFocus()
    reader.press(Key.Key_Z, CONTROL)
    assert texts(tmp_path) == []
    look(reader, 3)
    assert texts(tmp_path) == []


def test_a_file_that_changes_gives_its_article_another_text(
    reader: Driver, folder: Path, tmp_path: Path
) -> None:
    file = folder / "更多" / "渡口.txt"
    file.parent.mkdir()
    file.write_text(LONG, "utf-8")
    look(reader, 2)
    assert texts(tmp_path) == [LONG]
    reader.window.toast.dismiss()
    file.write_text("後來的話。\n" + LONG, "utf-8")
    os.utime(file, (1, 1))
    look(reader, 2)
    assert texts(tmp_path) == ["後來的話。\n" + LONG]
    assert "Updated" in said(reader)
    reader.page.setFocus()
    reader.press(Key.Key_Z, CONTROL)
    assert texts(tmp_path) == [LONG]


def test_what_was_read_is_known_after_the_next_start(reader: Driver, folder: Path, tmp_path: Path) -> None:
    (folder / "渡口.txt").write_text(LONG, "utf-8")
    (folder / "壞.pdf").write_bytes(b"%PDF-1.7\nnothing")
    look(reader, 2)
    assert "壞.pdf" in said(reader)
    reader.window.toast.dismiss()
    watch_of(reader).stop()
    watch_of(reader).start()
    reader.settle()
    look(reader, 3)
    assert said(reader) == ""
    record = tmp_path / "library.watched.json"
    assert len(json.loads(record.read_text("utf-8"))) == 2
    # Without it the files are read again; what is in the library already is no news.
    (folder / "壞.pdf").unlink()
    record.write_text("{damaged", "utf-8")
    watch_of(reader).stop()
    watch_of(reader).start()
    reader.settle()
    look(reader, 2)
    assert said(reader) == ""
    assert texts(tmp_path) == [LONG]
    assert len(json.loads(record.read_text("utf-8"))) == 1


def test_a_folder_that_is_gone_is_told_once_and_watched_on(
    reader: Driver, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "別處")
    look(reader)
    assert "is not there" in said(reader)
    reader.window.toast.dismiss()
    look(reader, 2)
    assert said(reader) == ""
    (tmp_path / "別處" / "渡口.txt").write_text(LONG, "utf-8")
    (tmp_path / "別處").rename(folder)
    look(reader, 2)
    assert texts(tmp_path) == [LONG]


def test_the_system_tells_of_what_comes(reader: Driver, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    watch = watch_of(reader)
    watch._soon.setInterval(20)
    (folder / "渡口.txt").write_text(LONG, "utf-8")

    def came() -> None:
        reader.settle()
        assert texts(tmp_path) == [LONG]

    qtbot.waitUntil(came)


def test_nothing_is_watched_until_a_folder_is_chosen_by_a_command(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    (folder / "渡口.txt").write_text(LONG, "utf-8")
    with running(tmp_path / "library.db") as reader:
        reader.window.open_sample(0)
        reader.settle()
        watch_of(reader).start()
        look(reader, 2)
        assert texts(tmp_path) == []
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        reader.app.commands["file.watch_folder"].trigger()
        reader.settle()
        assert "are added" in said(reader)
        look(reader)
        assert texts(tmp_path) == [LONG]
        assert reader.app.settings.get("library.watched_folder") == str(folder)
        reader.app.commands["file.watch_folder"].trigger()
        asked = reader.window.sheets.question
        assert asked is not None
        assert str(folder) in asked.accessibleName()
        reader.press(Key.Key_Tab)
        reader.press(Key.Key_Return)
        assert reader.app.settings.get("library.watched_folder") == ""
        (folder / "又一篇.txt").write_text("別的話。", "utf-8")
        look(reader, 3)
        assert texts(tmp_path) == [LONG]


def test_what_is_asked_then_does_not_take_the_keys_from_what_is_written(
    reader: Driver, folder: Path, tmp_path: Path
) -> None:
    reader.press(Key.Key_L, CONTROL)
    reader.window.library.to_filter()
    field = reader.focus()
    assert isinstance(field, QLineEdit)
    (folder / "短.txt").write_bytes("大家好".encode("gbk"))
    look(reader, 2)
    assert texts(tmp_path) == ["大家好"]
    asked = reader.window.sheets.question
    assert asked is not None
    assert asked.isVisible()
    assert reader.focus() is field
