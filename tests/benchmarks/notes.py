"""The pane of notes with ten thousand marks: read, first shown, scrolled, filtered, put in another order.

All times are those of the processor: what else the machine does is not in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import cycle
from math import ceil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row, at_most
from tests.benchmarks.texts import of_length
from tests.benchmarks.timing import worked

if TYPE_CHECKING:
    from meipi.notes.pane import NotesPane
    from meipi.workspace import Workspace

_MARKS = 10_000
_LENGTH = 120_000
_READ, _FIRST, _FRAME, _ASKED = 200, 50, 1000 / 60, 200
_STEPS = 600
_NOTES = (
    "",
    "Which lake is meant here? Look it up before it is cited.",
    "鹽湖的資源，與後文對照。",
    "**Aims**\n- one\n- two\n- three",
    "",
    "A parallel phrase: *step back and see the whole*. It comes again in the last section, where it "
    "means something else, and in the title of the second part.",
)
_TAGS: tuple[tuple[str, ...], ...] = ((), ("check",), ("鹽湖", "phrase"), (), ("class", "aims", "check"))


def run() -> list[Row]:
    """All of it in a pane of its own, 344 × 800 pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from meipi.workspace import Workspace, open_library

    with TemporaryDirectory() as folder, open_library(Path(folder) / "library.db") as library:
        article = library.add_article(title="長文", text=of_length(_LENGTH))
        colours = cycle(("zhu", "teng", "zhu_qing", "tian", "ou"))
        with library.transaction():
            for number, note, tags in zip(range(_MARKS), cycle(_NOTES), cycle(_TAGS)):
                start = number * (_LENGTH - 60) // _MARKS
                span = (start, start + 3 + number % 37)
                library.add_mark(article.id, span, colour=next(colours), note=note, tags=tags)
        read = [worked(partial(library.marks, article.id)) for _ in range(7)]
        workspace = Workspace(library)
        return [at_most(_READ, f"{_MARKS:,} marks read as records", median(read), "ms"), *_shown(workspace)]


def _shown(workspace: Workspace) -> list[Row]:
    from PySide6.QtWidgets import QApplication

    from meipi.language import matching
    from meipi.notes.pane import NotesPane
    from meipi.support.theme import load

    app = QApplication.instance() or QApplication(["meipi"])
    assert app is not None
    article_id = workspace.articles()[0].id
    firsts = []
    for _ in range(7):
        workspace.open_article(None)
        # A new one each time, which has measured nothing yet.
        pane = NotesPane(workspace, load("paper"))
        pane.resize(344, 800)
        pane.show()
        app.processEvents()
        # Only what the pane does: the records have been read, and the workspace tells of them.
        workspace.blockSignals(True)
        workspace.open_article(article_id)
        workspace.blockSignals(False)
        firsts.append(worked(partial(_first, pane, workspace)))
        if len(firsts) < 7:
            workspace.disconnect(pane)
            pane.close()
            pane.deleteLater()
            app.processEvents()
    assert pane.model.shown == _MARKS
    steps = _scrolled(pane, 40, _STEPS)
    leaps = _scrolled(pane, 7_919, 80)
    matching.parse("hu")  # the tables of pinyin are loaded once, for everything that is looked for
    line = pane.filters.line
    asked = {
        "typed in hanzi": partial(line.setText, "鹽湖"),
        "typed in pinyin": partial(line.setText, "yanhu"),
        "a colour": partial(pane.filters.chips.choose, "tian"),
    }
    rows = [at_most(_ASKED, f"filtered: {name}", _asked(pane, ask), "ms") for name, ask in asked.items()]
    for order in ("newest", "colour"):
        ask = partial(pane.filters.order_chosen.emit, order)
        rows.append(at_most(_ASKED, f"in another order: {order}", _asked(pane, ask), "ms"))
    rows.append(at_most(_ASKED, "grouped by section", _asked(pane, pane.filters.grouped.toggle), "ms"))
    pane.filters.grouped.setChecked(False)
    changed = worked(lambda: workspace.marking.recolour(workspace.marks[50].id, "ou"))
    everything = [mark.id for mark in workspace.marks]
    together = worked(lambda: workspace.marking.tag_all(everything, ["new"]))
    pane.close()
    return [
        at_most(_FIRST, "the first screen of the list painted", median(firsts), "ms"),
        at_most(_FRAME, "a frame while scrolling, p95", _p95(steps), "ms"),
        at_most(_FRAME, "a frame while the bar is dragged, p95", _p95(leaps), "ms"),
        *rows,
        Row("one mark recoloured, with the list shown anew", changed, "ms"),
        Row(f"{_MARKS:,} marks tagged as one step", together, "ms"),
    ]


def _first(pane: NotesPane, workspace: Workspace) -> None:
    workspace.article_opened.emit(workspace.article)
    pane.list.executeDelayedItemsLayout()
    pane.list.viewport().repaint()


def _scrolled(pane: NotesPane, step: int, count: int) -> list[float]:
    """Each frame of so many, with the list moved on by `step` pixels, from the top and back at the end."""
    bar = pane.list.verticalScrollBar()
    bar.setValue(0)

    def frame() -> None:
        bar.setValue((bar.value() + step) % bar.maximum())
        pane.list.viewport().repaint()

    return [worked(frame) for _ in range(count)]


def _asked(pane: NotesPane, ask: Callable[[], object]) -> float:
    """How long it takes from asking for other cards until they are seen."""
    pane.filters.show_all()

    def seen() -> None:
        ask()
        pane.list.executeDelayedItemsLayout()
        pane.list.viewport().repaint()

    return worked(seen)


def _p95(times: list[float]) -> float:
    return sorted(times)[ceil(len(times) * 0.95) - 1]
