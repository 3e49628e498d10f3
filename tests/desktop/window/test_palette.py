from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow, QTextEdit
from pytestqt.qtbot import QtBot

from meipi.support.stylesheet import stylesheet
from meipi.support.theme import THEMES, load
from meipi.window.overlay import matches
from meipi.window.palette import Palette, PaletteItem


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QTextEdit())
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.centralWidget().setFocus()  # type: ignore[union-attr]
    return made


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def palette(window: QMainWindow, ran: list[str]) -> Palette:
    rows = (
        ("file.open", "Open files…", "File", "Ctrl+O"),
        ("file.export", "Export…", "File", "Ctrl+E"),
        ("view.script_toggle", "Next script", "Read", "T"),
        ("view.theme", "Next theme", "Read", "M"),
        ("mark.note", "Write a note", "Mark", "N"),
    )
    items = []
    for id, label, group, keys in rows:
        action = QAction(label, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, id=id: ran.append(id))
        action.setEnabled(id != "file.export")
        window.addAction(action)
        items.append(PaletteItem(id, label, group, keys, action))
    return Palette(window, items, load("paper"))


def _field(palette: Palette) -> QLineEdit:
    field = palette.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def _labels(palette: Palette) -> list[str]:
    rows = palette.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    return [rows.item(row).text() for row in range(rows.count())]


def _current(palette: Palette) -> str:
    rows = palette.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    item = rows.currentItem()
    return item.text() if item is not None else ""


def test_it_covers_the_window_and_has_the_focus(palette: Palette, window: QMainWindow) -> None:
    palette.open()
    assert palette.geometry() == window.rect()
    assert QApplication.focusWidget() is _field(palette)
    window.resize(760, 560)
    QApplication.processEvents()
    assert palette.geometry() == window.rect()
    assert window.rect().contains(palette.sheet.geometry())


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("", ["Open files…", "Export…", "Next script", "Next theme", "Write a note"]),
        ("next", ["Next script", "Next theme"]),
        ("THEME next", ["Next theme"]),
        ("read", ["Next script", "Next theme"]),
        ("mark.n", ["Write a note"]),
        ("e", ["Export…", "Open files…", "Next script", "Next theme", "Write a note"]),
        ("不", []),
    ],
)
def test_typing_filters(palette: Palette, qtbot: QtBot, query: str, labels: list[str]) -> None:
    palette.open()
    if query.isascii():
        QTest.keyClicks(_field(palette), query)
    else:
        _field(palette).setText(query)
    assert _labels(palette) == labels
    assert _current(palette) == (labels[0] if labels else "")


def test_enter_closes_and_runs(palette: Palette, window: QMainWindow, ran: list[str], qtbot: QtBot) -> None:
    palette.open()
    QTest.keyClicks(_field(palette), "next th")
    QTest.keyClick(_field(palette), Qt.Key.Key_Return)
    assert ran == ["view.theme"]
    assert palette.isHidden()
    assert QApplication.focusWidget() is window.centralWidget()


def test_arrows_go_round(palette: Palette, ran: list[str], qtbot: QtBot) -> None:
    palette.open()
    QTest.keyClick(_field(palette), Qt.Key.Key_Up)
    assert _current(palette) == "Write a note"
    QTest.keyClick(_field(palette), Qt.Key.Key_Down)
    QTest.keyClick(_field(palette), Qt.Key.Key_Down)
    assert _current(palette) == "Export…"
    QTest.keyClick(_field(palette), Qt.Key.Key_PageDown)
    assert _current(palette) == "Write a note"
    QTest.keyClick(_field(palette), Qt.Key.Key_PageUp)
    assert _current(palette) == "Open files…"
    QTest.keyClick(_field(palette), Qt.Key.Key_Enter)
    assert ran == ["file.open"]


def test_a_disabled_command_does_not_run(palette: Palette, ran: list[str], qtbot: QtBot) -> None:
    palette.open()
    QTest.keyClicks(_field(palette), "export")
    assert _current(palette) == "Export…"
    QTest.keyClick(_field(palette), Qt.Key.Key_Return)
    assert ran == []
    assert palette.isVisible()


def test_what_is_enabled_is_asked_each_time(palette: Palette, window: QMainWindow, ran: list[str]) -> None:
    export = next(action for action in window.actions() if action.text() == "Export…")
    palette.open()
    palette.close_sheet()
    export.setEnabled(True)
    palette.open()
    rows = palette.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    rows.itemClicked.emit(rows.item(1))
    assert ran == ["file.export"]


def test_no_shortcut_of_the_window_acts_while_it_is_open(
    palette: Palette, ran: list[str], qtbot: QtBot
) -> None:
    palette.open()
    QTest.keyClick(_field(palette), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(_field(palette), Qt.Key.Key_M)
    assert ran == []
    assert _field(palette).text() == "m"
    QTest.keyClick(_field(palette), Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_esc_and_a_click_beside_it_close(palette: Palette, window: QMainWindow, qtbot: QtBot) -> None:
    closed: list[None] = []
    palette.closed.connect(lambda: closed.append(None))
    palette.open()
    QTest.keyClick(_field(palette), Qt.Key.Key_Escape)
    assert palette.isHidden()
    palette.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.sheet.geometry().center())
    assert palette.isVisible()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert palette.isHidden()
    assert len(closed) == 2
    assert QApplication.focusWidget() is window.centralWidget()


def test_tab_stays_inside(palette: Palette, qtbot: QtBot) -> None:
    palette.open()
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert palette.isAncestorOf(focus)


@pytest.mark.parametrize("name", THEMES)
def test_it_paints_in_both_themes(palette: Palette, window: QMainWindow, name: str) -> None:
    theme = load(name)
    window.setStyleSheet(stylesheet(theme))
    palette.set_theme(theme)
    palette.open()
    image = window.grab().toImage()
    sheet = palette.sheet.geometry()
    assert image.pixelColor(sheet.center().x(), sheet.bottom() - 5).name().upper() == theme.raised
    assert image.pixelColor(sheet.left() + 40, sheet.top() + 60).name().upper() in (
        theme.cinnabar_wash,
        theme.ink,
    )


def test_matches() -> None:
    assert matches("", "anything")
    assert matches("b A", "Alpha", "beta")
    assert not matches("alpha gamma", "Alpha", "beta")
