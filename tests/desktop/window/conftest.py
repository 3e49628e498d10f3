"""The whole window with an article for the word card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.window.word_cards import TEXT
from driving import Driver, running
from meipi.exchange.draft import ArticleDraft


@pytest.fixture
def reader(tmp_path: Path, qapp: QApplication) -> Iterator[Driver]:
    """Reads `TEXT`; two clicks that follow each other are no double click."""
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(20)
    with running(tmp_path / "library.db") as made:
        made.app.workspace.add_drafts([ArticleDraft("词卡", TEXT)])
        made.settle()
        made.window.toast.dismiss()
        made.page.setFocus()
        yield made
    qapp.setDoubleClickInterval(interval)
