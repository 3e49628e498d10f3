from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from meipi.library.lines import counts_line, detail_line, opened_line, share_read
from meipi.support.dates import moment
from meipi.workspace import ArticleInfo

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
INFO = ArticleInfo(
    id=1, uid="a", title="題", sha256="", source="青海新聞網", author="", url="", published="", script="",
    encoding="", path="", added="2026-11-24T10:00:00.000000+00:00", opened="", position=0, furthest=0,
    deleted=None, length=1000, marks=0, notes=0,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's clock is that of Greenwich, whatever the machine's is."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.parametrize(
    ("details", "line"),
    [
        ({}, "青海新聞網 · added 24 Nov"),
        ({"published": "1925"}, "青海新聞網 · 1925"),
        ({"source": "", "author": "朱自清", "published": "1925"}, "朱自清 · 1925"),
        ({"source": ""}, "added 24 Nov"),
        ({"added": "2025-01-02T00:00:00.000000+00:00"}, "青海新聞網 · added 2 Jan 2025"),
    ],
)
def test_where_and_when(details: dict[str, str], line: str) -> None:
    assert detail_line(replace(INFO, **details), NOW) == line  # type: ignore[arg-type]


OPENED = "2026-11-24T09:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("opened", "furthest", "marks", "notes", "line"),
    [
        ("", 0, 0, 0, ("Unread", "no marks")),
        (OPENED, 570, 13, 9, ("57 %", "9 notes", "13 marks")),
        (OPENED, 0, 1, 1, ("0 %", "1 note", "1 mark")),
        (OPENED, 999, 2, 0, ("Finished", "2 marks")),
        (OPENED, 990, 0, 0, ("99 %", "no marks")),
    ],
)
def test_how_much(opened: str, furthest: int, marks: int, notes: int, line: tuple[str, ...]) -> None:
    info = replace(INFO, opened=opened, furthest=furthest, marks=marks, notes=notes)
    assert counts_line(info) == line


def test_the_share_read_stays_within_the_text() -> None:
    assert share_read(replace(INFO, furthest=2000)) == 1
    assert share_read(replace(INFO, furthest=5, length=0)) == 0


@pytest.mark.parametrize(
    ("opened", "line"),
    [
        ("", "new"),
        ("2026-11-24T00:00:01.000000+00:00", "today"),
        ("2026-11-22T09:00:00.000000+00:00", "Sun"),
        ("2026-11-18T09:00:00.000000+00:00", "Wed"),
        ("2026-11-17T09:00:00.000000+00:00", "17 Nov"),
        ("2025-11-24T09:00:00.000000+00:00", "24 Nov 2025"),
    ],
)
def test_the_day_it_was_last_open(opened: str, line: str) -> None:
    assert opened_line(replace(INFO, opened=opened), NOW) == line


def test_a_moment_of_today_is_a_time_of_the_clock() -> None:
    assert moment("2026-11-24T09:12:00.000000+00:00", NOW) == "09:12"
    assert moment("2026-11-23T09:12:00.000000+00:00", NOW) == "23 Nov"
