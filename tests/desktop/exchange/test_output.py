from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meipi.exchange import output
from meipi.exchange.output import file_name, write


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("世界級鹽湖產業基地", "世界級鹽湖產業基地.md"),
        ('a/b\\c: d? <e> "f" |g| *h*', "a／b＼c： d？ ＜e＞ ＂f＂ ｜g｜ ＊h＊.md"),
        ("C#[1]^2", "C＃［1］＾2.md"),
        ("多\n行\t題", "多 行 題.md"),
        ("...", "article.md"),
        ("", "article.md"),
        (" 尾。. ", "尾。.md"),
        ("con", "_con.md"),
        ("NUL.txt", "_NUL.txt.md"),
        ("contents", "contents.md"),
        ("a\u202eb\u200b", "a b.md"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title) == name


@settings(deadline=None)
@given(st.text(st.characters()))
@example("字" * 200)
@example("\ud800")
def test_every_name_is_safe(title: str) -> None:
    name = file_name(title)
    assert len(name.encode()) <= output.NAME_SIZE
    assert name.endswith(".md")
    assert len(name) > 3
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert name[0] not in ". "
    assert file_name(title) == name


def test_write(tmp_path: Path) -> None:
    path = tmp_path / "筆記.md"
    write(path, "一\n二\n")
    write(path, "三\n")
    assert path.read_bytes() == "三\n".encode()
    assert os.listdir(tmp_path) == ["筆記.md"]


def test_the_access_rights_of_the_old_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    write(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.md"
    link.symlink_to(tmp_path / "there" / "b.md")
    write(link, "text")
    assert link.is_symlink()
    assert (tmp_path / "there" / "b.md").read_text() == "text"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.os, step, full)
    with pytest.raises(OSError, match="No space"):
        write(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "no" / "a.md", "text")
