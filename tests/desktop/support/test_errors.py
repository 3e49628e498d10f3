from __future__ import annotations

import errno
import os
import sys
from typing import get_args

import pytest

from meipi.exchange.opening import ReadError, ReadErrorKind
from meipi.support import errors
from meipi.support.errors import install_last_chance, sentence


class _LibraryTroubleError(Exception):
    def __init__(self, kind: str, path: str = "/home/li/文庫/library.db", detail: str = "") -> None:
        self.kind, self.path, self.detail = kind, path, detail


@pytest.mark.parametrize("kind", get_args(ReadErrorKind))
def test_every_kind_of_bad_source_has_a_sentence_of_its_own(kind: ReadErrorKind) -> None:
    said = sentence(ReadError(kind, "/home/li/新聞 {1}.txt", "detail"))
    assert "新聞 {1}.txt" in said
    assert "/home" not in said
    assert "othing was added" in said
    assert sum(text == errors.READING[kind] for text in errors.READING.values()) == 1


@pytest.mark.parametrize("kind", get_args(ReadErrorKind))
def test_a_paste_has_no_name(kind: ReadErrorKind) -> None:
    said = sentence(ReadError(kind))
    assert "“" not in said
    assert "Nothing was added" in said


@pytest.mark.parametrize("kind", list(errors.LIBRARY))
def test_every_trouble_with_the_library_says_what_became_of_it(kind: str) -> None:
    said = sentence(_LibraryTroubleError(kind))
    assert "library.db" in said
    assert any(word in said for word in ("not changed", "Nothing was changed", "all before it was"))
    assert said.count(".") >= 3


def test_the_kinds_of_the_library_are_those_the_store_raises() -> None:
    store = pytest.importorskip("meipi_db.errors")
    kinds = {each.kind for each in vars(store).values() if isinstance(each, type) and hasattr(each, "kind")}
    assert kinds == set(errors.LIBRARY)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not open or change"),
        (errno.ENOENT, "cannot be found"),
        (errno.EROFS, "read-only"),
        (errno.EBUSY, os.strerror(errno.EBUSY)),
    ],
)
def test_what_the_system_refuses(number: int, words: str) -> None:
    said = sentence(OSError(number, os.strerror(number), "/mnt/disk/眉批 notes.md"))
    assert words in said
    assert "眉批 notes.md" in said


def test_an_error_with_no_file_is_said_all_the_same() -> None:
    assert "went" in sentence(OSError("went")) or "not" in sentence(OSError("went"))
    assert "disk is full" in sentence(OSError(errno.ENOSPC, "full"))


def test_a_fault_of_ours_asks_for_the_details() -> None:
    assert "copy the details" in sentence(ValueError("x"))
    assert "copy the details" in sentence(_LibraryTroubleError("unheard of"))


class TestLastChance:
    @pytest.fixture(autouse=True)
    def _hook(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    @staticmethod
    def _meet(error: BaseException) -> None:
        try:
            raise error
        except BaseException:
            sys.excepthook(*sys.exc_info())

    def test_it_shows_the_sentence_and_the_traceback(self, capsys: pytest.CaptureFixture[str]) -> None:
        shown: list[tuple[str, str]] = []
        install_last_chance(lambda text, details: shown.append((text, details)))
        self._meet(ValueError("開"))
        ((text, details),) = shown
        assert "copy the details" in text
        assert "in _meet" in details
        assert "ValueError: 開" in details
        assert "ValueError: 開" in capsys.readouterr().err

    def test_an_error_while_one_is_shown_opens_no_second_dialog(self) -> None:
        shown: list[str] = []

        def show(text: str, details: str) -> None:
            shown.append(details)
            self._meet(KeyError("second"))

        install_last_chance(show)
        self._meet(ValueError("first"))
        self._meet(ValueError("third"))
        assert ["first" in shown[0], "third" in shown[1], len(shown)] == [True, True, 2]

    def test_an_interrupt_is_not_an_error(self) -> None:
        shown: list[str] = []
        install_last_chance(lambda text, details: shown.append(details))
        self._meet(KeyboardInterrupt())
        assert shown == []
