"""A writer that is killed while it writes: what it was told is kept must be there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from meipi_db import Library

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from meipi_db import Library

with Library(Path(sys.argv[1])) as library:
    while True:
        with library.transaction():
            article = library.add_article(title="一", text="鹽湖" * 500, original=b"0" * 500)
            mark = library.add_mark(article.id, (0, 2), colour="zhu", note="記", tags=("甲",))
        library.put_mark(replace(mark, note="已改"))
        print(article.id, mark.id, flush=True)
"""


def test_killed_writers_lose_nothing_acknowledged(path: Path) -> None:
    dice = random.Random(7)
    acknowledged: dict[int, int] = {}
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            lines = [writer.stdout.readline()]
            time.sleep(dice.uniform(0, 0.1))
            writer.kill()
            lines += [line for line in writer.stdout if line.endswith("\n")]
        for line in lines:
            article_id, mark_id = map(int, line.split())
            acknowledged[article_id] = mark_id
        with Library(path) as library:
            check(library, acknowledged)
    assert len(acknowledged) >= 6


def check(library: Library, acknowledged: dict[int, int]) -> None:
    assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert library._connection.rows("PRAGMA foreign_key_check") == []
    infos = {info.id: info for info in library.articles()}
    assert acknowledged.keys() <= infos.keys()
    for info in infos.values():
        assert info.marks == 1  # never an article without the mark that was written with it
        assert library.original(info.id) == b"0" * 500
    for article_id, mark_id in acknowledged.items():
        mark = library.mark(mark_id)
        assert (mark.article_id, mark.note, mark.tags) == (article_id, "已改", ("甲",))
