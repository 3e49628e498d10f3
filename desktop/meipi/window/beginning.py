"""What stands in the centre without an article: where to begin, or why one cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from meipi.support.assets import resource
from meipi.support.theme import Theme
from meipi.support.translation import tr

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft
    from meipi.library.first_run import FirstRun
    from meipi.library.problem import Problem
    from meipi.support.jobs import Jobs
    from meipi.window.recovery import Recovery

SAMPLES = ("tea-ferry.txt", "the-far-bank.txt", "taipei-rain-app.txt")


def problem(theme: Theme, told: str, ways: Sequence[QAction]) -> Problem:
    """Tells why the library cannot be opened, and offers ways out."""
    from meipi.library.problem import Problem

    return Problem(theme, told, ways)


def recovery(library: Path, jobs: Jobs, parent: QObject) -> Recovery:
    """The ways out of a damaged library."""
    from meipi.window.recovery import Recovery

    return Recovery(library, jobs, parent)


def first_run(theme: Theme, actions: Mapping[str, QAction]) -> FirstRun:
    """Offers the samples, and ways to add an article of one's own."""
    from meipi.library.first_run import FirstRun, Sample

    shows = (
        tr("A news report in Traditional, with quotes"),
        tr("An essay in Simplified, full of characters with two readings"),
        tr("A light piece in the words of Taiwan"),
    )
    told = [_sample(name) for name in SAMPLES]
    samples = [Sample(title, detail, length) for (title, length), detail in zip(told, shows, strict=True)]
    to_open, to_fetch, to_paste = (actions[name] for name in ("file.open", "file.open_url", "file.paste"))
    return FirstRun(theme, to_open, to_fetch, to_paste, samples)


def read_sample(number: int) -> ArticleDraft:
    """One of the sample articles, without the path of its file."""
    from dataclasses import replace

    from meipi.exchange.opening import read_file

    return replace(read_file(resource(f"samples/{SAMPLES[number]}")), path="")


def _sample(name: str) -> tuple[str, str]:
    """Title and length of a sample article."""
    title, _, text = resource(f"samples/{name}").read_text("utf-8").partition("\n")
    hanzi = sum("\u4e00" <= char <= "\u9fff" for char in text)
    return title, tr("{n} 字").format(n=f"{hanzi:,}")
