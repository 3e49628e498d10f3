"""`meipi import`: what it prints, what is in the library, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from making import epub
from meipi.__main__ import DONE, PROBLEM, USAGE, main
from meipi.workspace import open_library

pytestmark = pytest.mark.usefixtures("qapp")
Out = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library" / "library.db"
    path.parent.mkdir()
    path.with_suffix(".ini").write_text("[ui]\nlanguage=en\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles and a book, three entries that are left aside, and one file that is damaged."""
    folder = tmp_path / "文章"
    (folder / "更多").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".git" / "隱藏.txt").write_text("看不見的一篇。")
    (folder / ".隱藏.txt").write_text("看不見的一篇。")
    (folder / "一.txt").write_text("渡口\n河邊的人在等船。\n")
    (folder / "圖.png").write_bytes(b"\x89PNG\r\n")
    (folder / "更多" / "二.md").write_text("# 山路\n\n走了一天，才到村子。\n")
    (folder / "更多" / "三.epub").write_bytes(epub({"a.xhtml": "<h1>茶馬</h1><p>第一天走了三十里。</p>"}))
    (folder / "更多" / "四.pdf").write_bytes(b"%PDF-1.7\nnothing")
    return folder


def run(path: Path, *words: object) -> int:
    return main(["--library", str(path), "import", *map(str, words)])


def titles(path: Path) -> list[str]:
    with open_library(path) as library:
        return sorted(article.title for article in library.articles())


def test_files_are_added_once_a_line_each(path: Path, folder: Path, capsys: Out) -> None:
    files = [folder / "一.txt", folder / "更多" / "二.md"]
    assert run(path, *files) == DONE
    assert capsys.readouterr() == ("1\t渡口\tadded\n2\t山路\tadded\n", "")
    assert run(path, *files) == DONE
    assert capsys.readouterr() == ("1\t渡口\talready there\n2\t山路\talready there\n", "")
    assert titles(path) == ["山路", "渡口"]


def test_folders_are_gone_through(path: Path, folder: Path, capsys: Out) -> None:
    assert run(path, folder) == PROBLEM
    told = capsys.readouterr()
    assert [line.split("\t")[1:] for line in told.out.splitlines()] == [
        ["渡口", "added"],
        ["茶馬古道", "added"],
        ["山路", "added"],
    ]
    problem, left = told.err.splitlines()
    assert "“四.pdf”" in problem
    assert "Nothing was added" in problem
    assert left.startswith("3 entries in the folders were left aside")
    assert titles(path) == ["山路", "渡口", "茶馬古道"]


def test_what_happened_as_json(path: Path, folder: Path, capsys: Out) -> None:
    run(path, folder / "一.txt")
    capsys.readouterr()
    assert run(path, "--json", folder) == PROBLEM
    told = json.loads(capsys.readouterr().out)
    assert [(file["outcome"], file["id"], file["title"]) for file in told["files"]] == [
        ("known", 1, "渡口"),
        ("added", 2, "茶馬古道"),
        ("added", 3, "山路"),
        ("unreadable", None, ""),
    ]
    assert told["files"][0]["path"] == str(folder / "一.txt")
    assert "Nothing was added" in told["files"][3]["reason"]
    assert (told["left_aside"], told["too_many"]) == (3, False)


def test_a_file_that_has_changed_gives_its_article_another_text(
    path: Path, folder: Path, capsys: Out
) -> None:
    file = folder / "一.txt"
    file.write_text("渡口\n" + "河邊的人在等船，船還沒有來。\n" * 9)
    run(path, file)
    with open_library(path) as library:
        library.add_mark(1, (3, 8), colour="zhu")
    file.write_text("渡口\n後來的話。\n" + "河邊的人在等船，船還沒有來。\n" * 9)
    capsys.readouterr()
    assert run(path, file) == DONE
    assert capsys.readouterr().out == "1\t渡口\tupdated\n"
    file.write_text("別的一篇\n" + "與前面的都沒有關係，說的是海。\n" * 9)
    assert run(path, file) == DONE
    assert capsys.readouterr().out == "2\t別的一篇\tadded\n"
    with open_library(path) as library:
        (mark,) = library.marks(1)
        assert (mark.start, mark.exact) == (9, "河邊的人在")
        assert len(library.versions(1)) == 1
        assert library.articles()[0].path == str(file.absolute())


def test_what_cannot_be_read_is_told_with_its_reason(path: Path, tmp_path: Path, capsys: Out) -> None:
    assert run(path, tmp_path / "無.txt") == PROBLEM
    told = capsys.readouterr()
    assert told.out == ""
    assert "“無.txt” cannot be found" in told.err
    assert titles(path) == []


def test_nothing_to_import_is_wrong_usage(path: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as left:
        run(path)
    assert left.value.code == USAGE
    assert "FILE" in capsys.readouterr().err


def test_a_library_that_is_none_is_left_as_it_is(folder: Path, capsys: Out) -> None:
    letter = folder / "一.txt"
    before = letter.read_bytes()
    assert run(letter, folder / "更多" / "二.md") == PROBLEM
    assert "is not a library" in capsys.readouterr().err
    assert letter.read_bytes() == before


LIMITED = """
import resource, sys
from meipi.workspace import open_library
from pathlib import Path
open_library(Path(sys.argv[2])).close()
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
from meipi.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_stops_it_and_leaves_whole_articles(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(12):
        text = "".join(chr(0x4E00 + (at * 31 + number * 7) % 20_000) for at in range(20_000))
        (folder / f"{number:02}.txt").write_text(f"第{number}篇\n{text}\n")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "--library", str(path), "import", str(folder)],
        capture_output=True, text=True, check=False, timeout=60, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == PROBLEM, done.stderr
    assert "Traceback" not in done.stderr
    assert "is full" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    added = [line.split("\t")[1] for line in done.stdout.splitlines()]
    assert titles(path) == sorted(added)
    assert len(added) < 12
