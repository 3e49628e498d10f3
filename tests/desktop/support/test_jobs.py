from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from meipi.support.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_the_work_is_done_elsewhere_and_the_result_comes_here(jobs: Jobs) -> None:
    got: list[tuple[int, int]] = []
    jobs.run(threading.get_ident, lambda worker: got.append((worker, threading.get_ident())))
    assert got == []
    jobs.wait()
    ((worker, here),) = got
    assert worker != here == threading.get_ident()


def test_the_event_loop_delivers_without_waiting(jobs: Jobs, qtbot: QtBot) -> None:
    got: list[str] = []
    jobs.run(lambda: "鹽湖", got.append)
    qtbot.waitUntil(lambda: got == ["鹽湖"])


def test_an_error_of_the_work_goes_to_failed(jobs: Jobs) -> None:
    got: list[object] = []
    error = ValueError("no")

    def work() -> int:
        raise error

    jobs.run(work, got.append, lambda each: got.append((threading.get_ident(), each)))
    jobs.wait()
    assert got == [(threading.get_ident(), error)]


def test_an_error_nobody_takes_is_raised_here(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> int:
        raise ValueError("no")

    with qtbot.captureExceptions() as raised:
        jobs.run(work, lambda result: None)
        jobs.wait()
    assert [each[0] for each in raised] == [ValueError]


def test_waiting_includes_the_jobs_that_results_start(jobs: Jobs) -> None:
    got: list[int] = []

    def again(result: int) -> None:
        got.append(result)
        if result < 3:
            jobs.run(lambda: result + 1, again)

    jobs.run(lambda: 1, again)
    jobs.wait()
    assert got == [1, 2, 3]


def test_many_jobs_all_arrive(jobs: Jobs) -> None:
    got: list[int] = []
    for number in range(200):
        jobs.run(lambda number=number: number, got.append)  # type: ignore[misc]
    jobs.wait()
    assert sorted(got) == list(range(200))


def test_nothing_is_delivered_after_closing(jobs: Jobs) -> None:
    gate = threading.Event()
    got: list[bool] = []
    jobs.run(gate.wait, got.append)
    gate.set()
    jobs.close()
    QCoreApplication.sendPostedEvents(jobs)
    assert got == []
