"""The things that need no window: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from meipi.__main__ import DONE, PROBLEM, main
from meipi.workspace import Library, open_library
from meipi_db import now

pytestmark = pytest.mark.usefixtures("qapp")
Out = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    path.with_suffix(".ini").write_text("[ui]\nlanguage=en\n")
    with open_library(path) as library:
        for number in range(4):
            article = library.add_article(title=f"鹽湖{number}", text=f"鹽湖之水{number}天一色。" * 300)
            library.add_mark(article.id, (0, 2), colour="zhu", note=f"記{number}")
    return path


def run(path: Path, *words: object) -> int:
    return main(["--library", str(path), *map(str, words)])


def cut(path: Path) -> bytes:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path.read_bytes()


def marks(library: Library) -> list[str]:
    return [mark.note for info in library.articles() for mark in library.marks(info.id)]


def test_a_backup_goes_to_a_file(path: Path, tmp_path: Path, capsys: Out) -> None:
    target = tmp_path / "複本.db"
    assert run(path, "backup", target) == DONE
    assert capsys.readouterr().out == f"{target}\n"
    assert run(path, "backup", "--json", target) == DONE
    assert json.loads(capsys.readouterr().out) == {"path": str(target), "articles": 4, "marks": 4}
    assert run(target, "list") == DONE
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_backup_that_cannot_be(path: Path, tmp_path: Path, capsys: Out) -> None:
    letter = tmp_path / "信.txt"
    letter.write_text("鹽")
    assert run(path, "backup", letter) == PROBLEM
    told = capsys.readouterr()
    assert told.out == ""
    assert letter.name in told.err
    assert "not changed" in told.err
    assert letter.read_text() == "鹽"
    assert run(tmp_path / "none.db", "backup", tmp_path / "複本.db") == PROBLEM
    assert "There is no library" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_check_tells_what_is_wrong(path: Path, capsys: Out) -> None:
    assert run(path, "check") == DONE
    assert "articles 4, marks 4" in capsys.readouterr().out
    with open_library(path) as library:
        library._connection.rows("UPDATE mark SET exact = '青海' WHERE id = 2")
    assert run(path, "check") == PROBLEM
    assert "Mark 2: “青海” does not stand at its place" in capsys.readouterr().err
    assert run(path, "check", "--json") == PROBLEM
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"what": "quote", "table": "mark", "row": 2, "detail": "青海"}]


def test_a_damaged_library_is_salvaged_beside_it_or_where_it_is_said(
    path: Path, tmp_path: Path, capsys: Out
) -> None:
    damaged = cut(path)
    assert run(path, "check") == PROBLEM
    assert "meipi check --salvage" in capsys.readouterr().err
    assert run(path, "check", "--salvage") == DONE
    told = capsys.readouterr().out
    assert told.startswith(str(tmp_path / "library-salvaged.db"))
    assert "article: read" in told
    assert run(path, "check", "--json", "--salvage", tmp_path / "新.db") == DONE
    counts = json.loads(capsys.readouterr().out)
    assert counts["read"]["article"] >= 1
    assert run(tmp_path / "新.db", "check") == DONE
    assert run(path, "check", "--salvage", tmp_path / "新.db") == PROBLEM
    assert "is there already" in capsys.readouterr().err
    assert path.read_bytes() == damaged


def test_restoring_keeps_the_union(path: Path, tmp_path: Path, capsys: Out) -> None:
    target = tmp_path / "複本.db"
    run(path, "backup", target)
    with open_library(path) as library:
        mark = library.marks(1)[0]
        library.put_mark(replace(mark, deleted=now()))
        library.add_article(title="新", text="新的")
    capsys.readouterr()
    assert run(path, "restore", "--dry-run", target) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "1 mark comes back",
        "1 article that the backup has not stays",
    ]
    with open_library(path) as library:
        assert len(marks(library)) == 3
    assert run(path, "restore", "--json", target) == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["marks"], told["only_here_articles"]) == (1, 1)
    with open_library(path) as library, open_library(told["backup_before"], read_only=True) as before:
        assert sorted(marks(library)) == ["記0", "記1", "記2", "記3"]
        assert len(library.articles()) == 5
        assert len(marks(before)) == 3
    assert run(path, "restore", target) == DONE
    assert "Nothing was changed" in capsys.readouterr().out


def test_what_cannot_be_restored_changes_nothing(path: Path, tmp_path: Path, capsys: Out) -> None:
    letter = tmp_path / "信.db"
    letter.write_text("鹽" * 99)
    assert run(path, "restore", letter) == PROBLEM
    assert "is not a library" in capsys.readouterr().err
    assert run(path, "restore", tmp_path / "none.db") == PROBLEM
    assert not (tmp_path / "library-backups").exists()


def test_many_files_are_imported_after_a_backup(path: Path, tmp_path: Path, capsys: Out) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(20)]
    for file in files:
        file.write_text(f"青海的鹽湖{file.stem}")
    assert run(path, "import", *files[:19]) == DONE
    assert not (tmp_path / "library-backups").exists()
    assert run(path, "import", *files) == DONE
    (backup,) = (tmp_path / "library-backups").iterdir()
    with open_library(backup, read_only=True) as library:
        assert len(library.articles()) == 23


def test_the_language_is_that_of_the_interface(path: Path) -> None:
    path.with_suffix(".ini").write_text("[ui]\nlanguage=zh_TW\n")
    command = [sys.executable, "-m", "meipi", "--library", str(path), "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "完整" in done.stdout


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from meipi.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("what", ["backup", "export", "salvage"])
def test_a_full_disk_leaves_nothing_half_written(path: Path, tmp_path: Path, what: str) -> None:
    target = tmp_path / "out"
    target.mkdir()
    words = {
        "backup": ["backup", str(target / "複本.db")],
        "export": ["export", "--to", str(target)],
        "salvage": ["check", "--salvage", str(target / "新.db")],
    }[what]
    if what == "export":
        with open_library(path) as library:
            for number in range(3):
                library.add_mark(1, (number, number + 2000), colour="zhu", note="長" * 20_000)
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, "--library", str(path), *words],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == PROBLEM, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert [
        file.name for file in target.iterdir() if file.stat().st_size > 20_000 or file.suffix != ".md"
    ] == []
    assert path.read_bytes() == before


def test_what_is_searched_for_is_printed(path: Path, capsys: Out) -> None:
    assert run(path, "search", "yanhu") == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t") == ["4", "鹽湖3", "301"]
    assert lines[1] == "\ttext\t[鹽湖]之水3天一色。"
    assert lines[-1] == "Found in 4 articles"
    assert run(path, "search", "記2", "in:notes") == DONE
    assert capsys.readouterr().out == "3\t鹽湖2\t1\n\tnote\t[記2]\nFound in 1 article\n"
    assert run(path, "search", "沙漠") == DONE
    assert capsys.readouterr().out == "Nothing found\n"


def test_what_is_searched_for_is_printed_as_json(path: Path, capsys: Out) -> None:
    assert run(path, "search", "--json", "记1") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["query"], told["articles"]) == ("记1", 1)
    (result,) = told["results"]
    assert (result["article_id"], result["title"], result["total"]) == (2, "鹽湖1", 1)
    (place,) = result["places"]
    assert place == {
        "field": "note", "span": [0, 2], "mark_id": 2, "before": "", "hit": "記1", "after": "",
    }  # fmt: skip


def test_a_search_of_what_is_no_library(tmp_path: Path, capsys: Out) -> None:
    letter = tmp_path / "信.txt"
    letter.write_text("鹽")
    assert run(letter, "search", "鹽") == PROBLEM
    told = capsys.readouterr()
    assert told.out == ""
    assert letter.name in told.err


def test_a_check_makes_a_damaged_index_anew(path: Path, capsys: Out) -> None:
    with open_library(path) as library:
        library._connection.rows("DELETE FROM search_index WHERE rowid = 4")
    assert run(path, "check") == DONE
    assert "index for searching was damaged" in capsys.readouterr().err
    assert run(path, "check") == DONE
    assert capsys.readouterr().err == ""
    assert run(path, "search", "鹽湖1") == DONE
    assert capsys.readouterr().out.endswith("Found in 1 article\n")
