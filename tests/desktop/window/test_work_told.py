"""How far the placing of marks is stands in the status bar, if it takes long."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from meipi.support.jobs import Jobs
from meipi.window import work_told
from meipi.window.status_bar import StatusBar
from meipi.window.work_told import WorkTold
from meipi.workspace import Library, Workspace


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(Library.empty())


def told(bar: StatusBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QLabel) if each.isVisible() and each.text()]


def test_a_worker_tells_and_at_the_end_nothing_is_left(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_told, "_LONG_MS", -1)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    WorkTold(workspace.versions, bar)
    jobs = Jobs()
    for share in (0.1, 0.42):
        jobs.run(lambda share=share: workspace.versions.progressed.emit(share), lambda _: None)
        jobs.wait()
    QApplication.processEvents()
    assert told(bar) == ["Placing the marks: 42 %"]
    workspace.versions.progressed.emit(1.0)
    assert told(bar) == []
    jobs.close()


def test_what_is_soon_done_is_not_told(workspace: Workspace, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    WorkTold(workspace.versions, bar)
    for share in (0.1, 0.5, 0.9):
        workspace.versions.progressed.emit(share)
    assert told(bar) == []
