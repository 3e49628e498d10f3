"""Articles come in by drops, by keys and from the web; what is seen, and what is in the library."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from driving import CONTROL, Driver, Key, running
from meipi.window.address_sheet import AddressSheet
from meipi.window.encoding_sheet import EncodingSheet
from serving import Server, send, serving

TEXT = "走了一天，才到山下的村子，村口有人在等。"
BODY = f"<h1>起程</h1><p>{TEXT}</p>"
PAGE = f"<html><head><meta charset=utf-8><title>起程</title></head><body>{BODY}</body></html>"
UNSURE = "大家好".encode("gbk")


@pytest.fixture
def reader(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    with running(tmp_path / "library.db") as made:
        qapp.clipboard().clear()
        yield made


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, one of them deeper, a picture, and a file that is damaged."""
    folder = tmp_path / "文章"
    (folder / "更多").mkdir(parents=True)
    for name in ("一.txt", "二.txt", "更多/三.md"):
        (folder / name).write_text(f"# 題目{name[-4]}\n\n{name}的第一段，河邊有人。\n", "utf-8")
    (folder / "圖.png").write_bytes(b"\x89PNG\r\n")
    return folder


def rows(tmp_path: Path, asked: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(tmp_path / "library.db") as db:
        return db.execute(asked).fetchall()


def live(tmp_path: Path) -> list[str]:
    return [
        str(row[0]) for row in rows(tmp_path, "SELECT title FROM article WHERE deleted IS NULL ORDER BY id")
    ]


def said(driver: Driver) -> str:
    toast = driver.window.toast
    return "" if toast.isHidden() else "\n".join(label.text() for label in toast.findChildren(QLabel))


def drop(driver: Driver, widget: QWidget, data: QMimeData) -> bool:
    """Drag it over a widget and let go; whether it was taken."""
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), *held)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), *held))
    driver.settle()
    return entering.isAccepted()


def urls(*named: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) if isinstance(each, Path) else QUrl(each) for each in named])
    return data


def sheet_of(driver: Driver) -> AddressSheet:
    (found,) = [each for each in driver.window.findChildren(AddressSheet) if each.isVisible()]
    return found


def test_a_folder_is_dropped_on_the_first_page(reader: Driver, folder: Path, tmp_path: Path) -> None:
    (folder / "更多" / "四.pdf").write_bytes(b"%PDF-1.7\nnothing")
    beginning = reader.window.centre.currentWidget()
    assert drop(reader, beginning.viewport(), urls(folder))  # type: ignore[attr-defined]
    assert len(live(tmp_path)) == 3
    assert reader.window.library.model.rowCount() == 3
    told = said(reader)
    assert "“四.pdf”" in told
    assert "1 entry in the folders was left aside" in told
    reader.window.toast.dismiss()
    reader.page.setFocus()
    reader.press(Key.Key_Z, CONTROL)
    assert live(tmp_path) == []
    reader.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(live(tmp_path)) == 3


def test_what_was_added_of_a_folder_can_be_taken_back_where_it_is_told(
    reader: Driver, folder: Path, tmp_path: Path
) -> None:
    assert drop(reader, reader.window, urls(folder))
    assert "3 articles read." in said(reader)
    (undo,) = [button for button in reader.window.toast.findChildren(QPushButton) if button.text() == "Undo"]
    assert undo.isVisible()
    undo.click()
    reader.settle()
    assert live(tmp_path) == []


def test_a_folder_without_articles_says_so(reader: Driver, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert drop(reader, reader.window.library, urls(tmp_path / "空"))
    assert "nothing in the folder" in said(reader)


def test_what_is_dropped_on_the_page_goes_to_the_window(
    reader: Driver, server: Server, folder: Path, tmp_path: Path
) -> None:
    reader.window.open_sample(0)
    reader.settle()
    address = server.gives("/a", PAGE.encode())
    assert drop(reader, reader.page.viewport(), urls(folder / "一.txt", address))
    assert len(live(tmp_path)) == 3
    # What was read together is taken back together.
    reader.page.setFocus()
    reader.press(Key.Key_Z, CONTROL)
    assert len(live(tmp_path)) == 1


@pytest.mark.parametrize("kind", ["uri", "html", "text"])
def test_a_link_is_dropped_from_a_browser(reader: Driver, server: Server, tmp_path: Path, kind: str) -> None:
    address = server.gives("/a", PAGE.encode())
    data = QMimeData()
    if kind == "uri":
        data = urls(address)
    elif kind == "html":
        data.setHtml(f'<meta charset="utf-8"><a href="{address}">起程</a>')
    else:
        data.setText(f" {address}\n")
    assert drop(reader, reader.window.library if kind == "uri" else reader.window, data)
    assert rows(tmp_path, "SELECT title, url, path, encoding FROM article") == [("起程", address, "", "")]
    assert TEXT in reader.app.workspace.article.text  # type: ignore[union-attr]


@pytest.mark.parametrize("address", ["ftp://a.b/c", "javascript:alert(1)", "mailto:a@b.c", "山下的村子"])
def test_other_things_are_not_taken(reader: Driver, address: str) -> None:
    assert not drop(reader, reader.window, urls(address))
    data = QMimeData()
    data.setText(address)
    assert not drop(reader, reader.window, data)


def test_an_address_is_opened_by_keys(reader: Driver, server: Server, tmp_path: Path) -> None:
    address = server.gives("/a", PAGE.encode())
    QApplication.clipboard().setText(f"  {address} ")
    reader.press(Key.Key_U, CONTROL)
    sheet = sheet_of(reader)
    assert sheet.field.text() == address
    assert reader.focus() is sheet.field
    reader.press(Key.Key_Return)
    assert not reader.window.findChildren(AddressSheet) or not sheet.isVisible()
    assert live(tmp_path) == ["起程"]
    (kept,) = [reader.app.library.original(1)]
    assert kept is not None
    assert kept.startswith(b"Content-Type: text/html\r\n\r\n<html>")
    assert reader.focus() is reader.page


def test_what_is_wrong_with_an_address_is_told_and_can_be_put_right(
    reader: Driver, server: Server, tmp_path: Path
) -> None:
    server.gives("/b", PAGE.encode())
    reader.press(Key.Key_U, CONTROL)
    sheet = sheet_of(reader)
    assert sheet.field.text() == ""
    reader.press(Key.Key_Return)
    assert server.asked == []
    server.answers["/none"] = lambda handler: send(handler, 404, b"", {})
    reader.type(server.url("/none"))
    reader.press(Key.Key_Return)
    assert sheet.isVisible()
    assert "was not given out by its server (404)" in sheet.told.text()
    assert sheet.sheet.rect().contains(sheet.told.geometry())
    sheet.field.selectAll()
    reader.type(server.url("/b"))
    assert "404" not in sheet.told.text()
    reader.press(Key.Key_Return)
    assert live(tmp_path) == ["起程"]


def test_a_page_that_does_not_come_is_given_up(
    reader: Driver, server: Server, tmp_path: Path, qtbot: QtBot
) -> None:
    came, on, waited = threading.Event(), threading.Event(), threading.Event()

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<html>" + b" " * 244)
        came.set()
        on.wait(10)
        waited.set()

    server.answers["/slow"] = slow
    reader.press(Key.Key_U, CONTROL)
    sheet = sheet_of(reader)
    sheet.field.setText(server.url("/slow"))
    sheet.open_button.click()
    qtbot.waitUntil(lambda: sheet.bar.isVisible() and sheet.bar.value() == 250)
    qtbot.waitUntil(lambda: sheet.told.text() == "Fetching the page: 1 kB")
    assert came.is_set()
    assert not sheet.open_button.isEnabled()
    sheet.cancel_button.click()
    reader.settle()
    assert not waited.is_set()
    on.set()
    assert not [each for each in reader.window.findChildren(AddressSheet) if each.isVisible()]
    assert live(tmp_path) == []
    assert not reader.window.desk.arrivals._addresses.busy


def test_the_same_address_with_another_text_is_asked_about(
    reader: Driver, server: Server, tmp_path: Path
) -> None:
    address = server.gives("/a", PAGE.encode())
    reader.window.desk.arrivals.open([address])
    reader.settle()
    reader.app.workspace.marking.highlight(reader.find("村口有人"), "zhu")
    server.gives("/a", PAGE.replace("<p>", "<p>後來的話。").encode())
    reader.window.desk.arrivals.open([f"{address}#part"])
    reader.settle()
    asked = reader.window.sheets.question
    assert asked is not None
    assert asked.isVisible()
    assert "起程" in asked.accessibleName()
    assert len(live(tmp_path)) == 1
    reader.press(Key.Key_Return)
    assert rows(tmp_path, "SELECT exact, deleted FROM mark") == [("村口有人", None)]
    assert rows(tmp_path, "SELECT reason FROM version") == [("address",)]
    assert "後來的話" in reader.app.workspace.article.text  # type: ignore[union-attr]


def test_an_article_of_the_web_is_read_again_from_there_or_from_what_is_kept(
    reader: Driver, server: Server, tmp_path: Path
) -> None:
    address = server.gives("/a", PAGE.encode("gbk").replace(b"utf-8", b"gbk"), "text/html; charset=gbk")
    reader.window.desk.arrivals.open([address])
    reader.settle()
    text = str(rows(tmp_path, "SELECT text FROM article")[0][0])
    server.gives("/a", PAGE.replace("<p>", "<p>後來的話。").encode())
    reader.page.setFocus()
    reader.press(Key.Key_F5)
    assert rows(tmp_path, "SELECT text FROM article") != [(text,)]
    reader.press(Key.Key_Z, CONTROL)
    assert rows(tmp_path, "SELECT text FROM article") == [(text,)]
    asked = len(server.asked)
    reader.app.commands["file.read_kept"].trigger()
    reader.settle()
    assert "The text has not changed" in said(reader)
    reader.app.workspace.versions.edit(1, f"{text}\n我的話。")
    reader.settle()
    # What was edited has no page any more: it is with the text that was read from it.
    reader.app.commands["file.read_kept"].trigger()
    reader.settle()
    assert "No page from the web is kept" in said(reader)
    assert len(server.asked) == asked


def test_esc_stops_what_is_being_read(
    reader: Driver, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from meipi.exchange import gathering

    held, read = threading.Event(), gathering.read_file
    monkeypatch.setattr("meipi.window.arrival_desk.LONG_MS", 0)

    def slow(path: Path, **watching: object) -> object:
        if path.name == "二.txt":
            held.wait(10)
        return read(path, **watching)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "read_file", slow)
    reader.window.open_sample(0)
    reader.settle()
    reader.window.desk.arrivals.open([folder])
    status = reader.window.status
    qtbot.waitUntil(lambda: "Reading 2 of 3" in [label.text() for label in status.findChildren(QLabel)])
    (stop,) = [button for button in status.findChildren(QPushButton) if button.text() == "Stop"]
    assert stop.isVisible()
    from PySide6.QtTest import QTest

    QTest.keyClick(reader.page, Key.Key_Escape)
    held.set()
    reader.settle()
    assert len(live(tmp_path)) == 1
    assert "Reading was stopped. Nothing was added." in said(reader)
    assert not stop.isVisible()


def test_a_window_that_is_closed_meanwhile_adds_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from meipi.exchange import gathering

    begun, read = threading.Event(), gathering.read_file

    def slow(path: Path, **watching: Callable[[], bool]) -> object:
        begun.set()
        while not watching["cancelled"]():
            time.sleep(0.01)
        return read(path)

    monkeypatch.setattr(gathering, "read_file", slow)
    with running(tmp_path / "library.db") as driver:
        driver.window.desk.arrivals.open([folder])
        assert begun.wait(10)
    assert live(tmp_path) == []


def test_a_library_that_can_only_be_read_says_so(tmp_path: Path, folder: Path) -> None:
    from meipi.workspace import open_library

    open_library(tmp_path / "library.db").close()
    with sqlite3.connect(tmp_path / "library.db") as db:
        db.execute("PRAGMA user_version = 1000000")
    with running(tmp_path / "library.db") as driver:
        assert driver.app.library.read_only
        driver.window.desk.arrivals.open([folder])
        driver.settle()
        assert "“library.db”" in said(driver)
        driver.window.desk.arrivals.watch.set_folder(folder)
        assert not driver.window.desk.arrivals.watch._often.isActive()
    assert live(tmp_path) == []


def test_an_encoding_is_chosen_by_what_the_text_looks_like(reader: Driver, tmp_path: Path) -> None:
    text = "河邊的渡口\n" + "船還沒有來，等船的人坐在石頭上。\n" * 3
    file = tmp_path / "渡口.txt"
    file.write_bytes(text.encode("big5"))
    reader.app.open(file)
    reader.settle()
    reader.app.workspace.redecode("gb18030")
    reader.app.workspace.marking.highlight((0, 3), "zhu")
    wrong = reader.app.workspace.article
    assert wrong is not None
    assert wrong.text != text
    reader.app.commands["file.encoding"].trigger()
    (sheet,) = reader.window.findChildren(EncodingSheet)
    assert reader.focus() is sheet.list
    assert sheet.chosen == "gb18030"
    assert sheet.preview.toPlainText() == wrong.text
    assert [sheet.list.item(row).text() for row in range(2)] == [
        "Big5-HKSCS · most likely",
        "GB18030 · unlikely (now)",
    ]
    reader.press(Key.Key_Up)
    assert sheet.preview.toPlainText() == text
    assert reader.app.workspace.article is wrong
    reader.press(Key.Key_Return)
    assert rows(tmp_path, "SELECT text, encoding FROM article") == [(text, "big5hkscs")]
    ((start, end),) = rows(tmp_path, "SELECT start, end FROM mark")
    assert start == 0
    assert 2 <= int(str(end)) <= 4
    reader.press(Key.Key_Z, CONTROL)
    assert rows(tmp_path, "SELECT text FROM article") == [(wrong.text,)]


def test_esc_leaves_the_encoding_as_it_is(reader: Driver, tmp_path: Path) -> None:
    file = tmp_path / "渡口.txt"
    file.write_text("河邊的渡口。\n", "utf-8")
    reader.app.open(file)
    reader.settle()
    reader.window.status._encoding.click()
    (sheet,) = reader.window.findChildren(EncodingSheet)
    reader.press(Key.Key_Down)
    reader.press(Key.Key_Escape)
    assert not reader.window.findChildren(EncodingSheet) or not sheet.isVisible()
    assert rows(tmp_path, "SELECT encoding FROM article") == [("utf-8",)]


def test_only_a_text_file_has_an_encoding(reader: Driver) -> None:
    reader.window.open_sample(0)
    reader.app.workspace.library  # noqa: B018
    QApplication.clipboard().setText("河邊的渡口。")
    reader.press(Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    reader.app.commands["file.encoding"].trigger()
    assert reader.window.findChildren(EncodingSheet) == []
    assert "Only an article read from a text file" in said(reader)


def test_an_unsure_encoding_is_told_with_a_way_to_choose(reader: Driver, tmp_path: Path) -> None:
    file = tmp_path / "短.txt"
    file.write_bytes(UNSURE)
    reader.app.open(file)
    reader.settle()
    asked = reader.window.sheets.question
    assert asked is not None
    assert asked.isVisible()
    assert "not certain" in asked.accessibleName()
    reader.press(Key.Key_Return)
    assert not asked.isVisible()
    (sheet,) = reader.window.findChildren(EncodingSheet)
    assert "possible" in sheet.list.item(1).text()
    reader.press(Key.Key_Escape)
    # Opened once more, it is in the library already: that was asked.
    reader.app.open(file)
    reader.settle()
    assert not asked.isVisible()
