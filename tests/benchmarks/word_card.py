"""The word card: from the pointer, with Shift held down, to the card painted on the screen."""

from __future__ import annotations

import os
from functools import partial
from statistics import median
from time import process_time

from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import SAMPLES
from tests.benchmarks.timing import p99, timed

_FRAME = 16
_CARDS = 200


def run() -> list[Row]:
    """Every third hanzi in view of a sample, in lines with pinyin and in columns with zhuyin."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return [*_rows("in lines with pinyin", False, "pinyin"), *_rows("in columns with zhuyin", True, "zhuyin")]


def _rows(how: str, vertical: bool, phonetics: str) -> list[Row]:
    from PySide6.QtWidgets import QApplication
    from tests.benchmarks.reader import read_all, window

    from meipi.language import hanzi

    with window() as app:
        app.open(SAMPLES[0])
        app.viewing.set("vertical", vertical)
        app.viewing.set_phonetics(phonetics)
        read_all(app)
        page, word, article = app.window.page, app.window.word, app.workspace.article
        assert article is not None

        def point(offset: int) -> None:
            page.word_pointed.emit(offset)
            QApplication.processEvents()

        inside = range(page.first_visible(), page.last_in_view())
        places = [at for at in inside if hanzi.RUN.match(article.text[at])][::3]
        point(places[0])
        app.jobs.wait()
        times, busy = [], []
        for place in (places * (1 + _CARDS // len(places)))[:_CARDS]:
            word.close()
            QApplication.processEvents()
            begun = process_time()
            times.append(timed(partial(point, place)))
            busy.append((process_time() - begun) * 1000)
            assert word.is_open
    name = f"a word pointed at → its card painted, {how}"
    return [
        at_most(_FRAME, f"{name}, median, processor", median(busy), "ms"),
        Row(f"{name}, median", median(times), "ms"),
        Row(f"{name}, p99", p99(times), "ms"),
    ]
