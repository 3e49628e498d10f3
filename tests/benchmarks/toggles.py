"""Turning script and pinyin on the page, from the command to the painted page, beside QTextBrowser."""

from __future__ import annotations

import json
import os
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.processes import environment, output
from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import SAMPLES, articles, of_length
from tests.benchmarks.timing import interleaved, p99

_FRAME = 16
_ROUNDS = 64
_BOOKS = ((100_000, "100k"), (1_000_000, "1M"))


def run() -> list[Row]:
    """Each article in the real window; then long texts, each in a process of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    for path in articles():
        rows += _article(path)
    for length, name in _BOOKS:
        rows += _book(length, name)
    return rows


def _article(path: Path) -> list[Row]:
    from tests.benchmarks.interlinear import Browser
    from tests.benchmarks.reader import press, read_all, window

    from meipi.language.pinyin import read
    from meipi.language.script import convert
    from meipi.support import fonts

    with window() as app:
        app.open(path)
        app.jobs.wait()
        app.window.page.viewport().repaint()
        commands, page, viewing = app.commands, app.window.page, app.viewing
        article = app.workspace.article
        assert article is not None
        peer = Browser(fonts.reading_font("TC", viewing.size), fonts.ui_font(11))
        peer.resize(page.measure, page.height())
        peer.show()
        texts = cycle([convert(article.text, "t2s").text, convert(article.text, "s2tw").text, article.text])
        script, script_peer = interleaved(
            [
                partial(press, app, commands["view.script_toggle"]),
                lambda: peer.show_plain(next(texts)),
            ],
            _ROUNDS,
        )
        viewing.set_script("source")
        press(app, commands["view.pinyin_toggle"])
        read_all(app)
        readings = read(article.text)
        plain = cycle([True, False])
        pinyin, pinyin_peer = interleaved(
            [
                partial(press, app, commands["view.pinyin_toggle"]),
                lambda: (
                    peer.show_plain(article.text) if next(plain) else peer.show_read(article.text, readings)
                ),
            ],
            _ROUNDS,
        )
        peer.close()
    # An odd number of presses to warm up: the first that counts turns it on.
    (on, off), (on_peer, off_peer) = ((times[::2], times[1::2]) for times in (pinyin, pinyin_peer))
    name = f"{path.stem if path in SAMPLES else 'a news report'} ({article.length:,})"
    browser = "QTextBrowser, plain text"
    objects = "QTextBrowser, a reading an object"
    return [
        at_most(_FRAME, f"{name}: script, median", median(script), "ms", browser, median(script_peer)),
        Row(f"{name}: script, p99", p99(script), "ms", browser, p99(script_peer)),
        at_most(_FRAME, f"{name}: pinyin on, median", median(on), "ms", objects, median(on_peer)),
        Row(f"{name}: pinyin on, p99", p99(on), "ms", objects, p99(on_peer)),
        at_most(_FRAME, f"{name}: pinyin off, median", median(off), "ms", browser, median(off_peer)),
    ]


def _book(length: int, name: str) -> list[Row]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(of_length(length), "utf-8")
        told = json.loads(output(["-m", "tests.benchmarks.book", str(path)], environment("")))
    return [
        Row(f"{name} code points: {what}", told[what], "MB" if "memory" in what else "ms") for what in told
    ]
