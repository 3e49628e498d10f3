from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from meipi.support import translation
from meipi.support.translation import chosen, counted, install, tr


@pytest.mark.parametrize(
    ("language", "locale", "expected"),
    [
        ("en", "zh-TW", "en"),
        ("zh_CN", "en", "zh_CN"),
        ("zh_TW", "zh-CN", "zh_TW"),
        ("system", "en-GB", "en"),
        ("system", "C", "en"),
        ("system", "", "en"),
        ("system", "zh", "zh_CN"),
        ("system", "zh-CN", "zh_CN"),
        ("system", "zh-SG", "zh_CN"),
        ("system", "zh-Hant", "zh_TW"),
        ("system", "zh_TW", "zh_TW"),
        ("system", "zh-HK", "zh_TW"),
        ("system", "zh-Hant-MO", "zh_TW"),
        ("system", "zh-Hans-HK", "zh_CN"),
        ("system", "zha", "en"),
    ],
)
def test_the_language_chosen(language: str, locale: str, expected: str) -> None:
    assert chosen(language, locale) == expected


def test_qt_speaks_the_language_and_english_again(qtbot: QtBot) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    try:
        install(app, "zh_TW")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
        install(app, "zh_CN")
        install(app, "en")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        install(app, "en")


def test_a_translation_that_is_not_there_is_no_error(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "resource", lambda name: tmp_path / name)
    app = QCoreApplication.instance()
    assert app is not None
    try:
        install(app, "zh_CN")
        assert tr("Export") == "Export"
    finally:
        install(app, "en")


def test_counted() -> None:
    assert counted(1, "{n} note", "{n} notes") == "1 note"
    assert counted(2057, "{n} note", "{n} notes") == "2,057 notes"
