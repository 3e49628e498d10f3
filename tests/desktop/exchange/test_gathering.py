from __future__ import annotations

import os
from pathlib import Path

import pytest

from meipi.exchange import gathering
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.gathering import Gathered, gather, read_all
from meipi.exchange.read_error import ReadError


def made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{path.stem}的一篇。\n")
    return paths


def test_folders_give_way_to_their_files_in_order(tmp_path: Path) -> None:
    two, one, deep = made(tmp_path, "b.md", "a.txt", "sub/deeper/c.html")
    made(tmp_path, ".hidden.txt", ".git/d.txt", "picture.png", "Makefile")
    assert gather([tmp_path]) == Gathered((one, two, deep), left=4)


def test_what_is_named_is_taken_whatever_it_is_and_once(tmp_path: Path) -> None:
    hidden, picture = made(tmp_path, ".hidden.txt", "picture.png")
    address, missing = "https://example.org/一", tmp_path / "missing.txt"
    named = [picture, hidden, address, missing, picture, address]
    assert gather(named) == Gathered((picture, hidden, address, missing))


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (one,) = made(tmp_path / "a", "a.txt")
    os.symlink(tmp_path / "a", tmp_path / "a" / "again")
    assert gather([tmp_path / "a"]).sources == (one,)


def test_no_more_are_taken_than_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = made(tmp_path, *(f"{number}.txt" for number in range(5)))
    monkeypatch.setattr(gathering, "MOST", 5)
    assert gather([tmp_path]) == Gathered(tuple(files))
    monkeypatch.setattr(gathering, "MOST", 3)
    assert gather([tmp_path]) == Gathered(tuple(files[:3]), over=True)
    monkeypatch.setattr(gathering, "_LOOKED_AT", 2)
    assert gather([tmp_path]) == Gathered((), over=True)


def test_all_are_read_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    one, two = made(tmp_path, "一.txt", "二.txt")
    told: list[tuple[int, float]] = []
    done = read_all([one, tmp_path / "無.txt", two], progress=lambda *at: told.append(at))
    assert [each.source for each in done] == [one, tmp_path / "無.txt", two]
    first, wrong, last = (each.result for each in done)
    assert isinstance(first, ArticleDraft)
    assert isinstance(last, ArticleDraft)
    assert (first.text, last.text) == ("一的一篇。\n", "二的一篇。\n")
    assert isinstance(wrong, ReadError)
    assert wrong.kind == "missing"
    assert [(number, share) for number, share in told if share == 0] == [(0, 0), (1, 0), (2, 0)]


def test_what_is_not_wanted_any_more_is_not_read(tmp_path: Path) -> None:
    files = made(tmp_path, "一.txt", "二.txt")
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(ReadError) as stopped:
        read_all(files * 9, cancelled=cancelled)
    assert stopped.value.kind == "cancelled"
    with pytest.raises(ReadError):
        gather([tmp_path], cancelled=lambda: True)


def test_a_reader_that_was_stopped_stops_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: Path, **_: object) -> ArticleDraft:
        raise ReadError("cancelled", str(path))

    monkeypatch.setattr(gathering, "read_file", stopped)
    with pytest.raises(ReadError):
        read_all(made(tmp_path, "一.txt"))


def test_the_script_is_found_and_whether_the_encoding_is_sure(tmp_path: Path) -> None:
    one, two = made(tmp_path, "一.txt", "二.txt")
    one.write_text("这是简体的一篇文章，说的是乡下的车。\n", "utf-8")
    two.write_bytes("大家好".encode("gbk"))
    first, second = read_all([one, two])
    assert isinstance(first.result, ArticleDraft)
    assert (first.result.script, first.sure) == ("simplified", True)
    assert not second.sure
