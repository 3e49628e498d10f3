"""The files that are meant where folders are named too, and what is read from many sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from .draft import ArticleDraft
from .encodings import detect as encoding_of
from .kinds import suffix
from .opening import SUFFIXES, read_file
from .read_error import ReadError

MOST = 2_000
"""Files that are taken at once."""
_LOOKED_AT = 100_000
"""Entries of folders that are looked at: more are no folder of articles."""

Source = Path | str
"""A file, or the address of a page on the web."""


class Gathered(NamedTuple):
    """What there is to be read, and what was left aside."""

    sources: tuple[Source, ...]
    """Each once, in the order in which they were named, those of a folder by their names."""
    left: int = 0
    """Entries of the folders that are hidden, of no kind that can be read, or that could not be looked at."""
    over: bool = False
    """Whether there are more than are taken at once."""


def gather(
    named: Sequence[Source], *, most: int | None = None, cancelled: Callable[[], bool] | None = None
) -> Gathered:
    """What is named, with the files of folders and of the folders in them in the place of these.

    A file that is named itself is never left aside: reading it tells what is wrong with it. Links to folders
    are not followed. At most `most` are taken, `MOST` if it is not given. Raises ReadError ("cancelled").
    """
    gathering = _Gathering(cancelled, MOST if most is None else most)
    for source in named:
        if isinstance(source, Path) and source.is_dir():
            gathering.folder(source)
        else:
            gathering.add(source)
    return Gathered(tuple(gathering.found), gathering.left, gathering.over)


@dataclass
class _Gathering:
    cancelled: Callable[[], bool] | None
    most: int
    found: dict[Source, None] = field(default_factory=dict)
    left: int = 0
    over: bool = False
    _seen: int = 0

    def add(self, source: Source) -> None:
        if source in self.found:
            return
        if len(self.found) < self.most:
            self.found[source] = None
        else:
            self.over = True

    def folder(self, top: Path) -> None:
        for path, folders, names in os.walk(top, onerror=self._refused):
            if self.cancelled is not None and self.cancelled():
                raise ReadError("cancelled", str(top))
            self._seen += len(folders) + len(names)
            if self.over or self._seen > _LOOKED_AT:
                self.over = True
                return
            shown = sorted(name for name in folders if not name.startswith("."))
            self.left += len(folders) - len(shown)
            folders[:] = shown
            for name in sorted(names):
                if name.startswith(".") or suffix(name) not in SUFFIXES:
                    self.left += 1
                else:
                    self.add(Path(path, name))

    def _refused(self, _error: OSError) -> None:
        self.left += 1


class Read(NamedTuple):
    """One source, and what was read from it."""

    source: Source
    result: ArticleDraft | ReadError
    sure: bool = True
    """Whether the encoding of a plain text in a file is beyond reasonable doubt."""


def read_all(
    sources: Sequence[Source],
    *,
    progress: Callable[[int, float], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
    counted: Callable[[int], object] | None = None,
) -> list[Read]:
    """What is in each of them, with its script, or what is wrong with it.

    `progress` is told how many are done, and which share of the one that is being read; `counted` how many
    bytes of a page have come. Raises ReadError ("cancelled") when it is not wanted any more: then nothing has
    been read.
    """
    done: list[Read] = []
    for number, source in enumerate(sources):

        def share(part: float, number: int = number) -> None:
            if progress is not None:
                progress(number, part)

        if cancelled is not None and cancelled():
            raise ReadError("cancelled", str(source))
        share(0.0)
        result = _read(source, share, cancelled, counted)
        done.append(Read(source, result, _is_sure(source, result)))
    return done


def _is_sure(source: Source, result: ArticleDraft | ReadError) -> bool:
    if not isinstance(source, Path) or isinstance(result, ReadError) or result.original is None:
        return True
    return encoding_of(result.original)[1]


def _read(
    source: Source,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool] | None,
    counted: Callable[[int], object] | None,
) -> ArticleDraft | ReadError:
    from meipi.language.script import detect

    try:
        if isinstance(source, Path):
            draft = read_file(source, progress=progress, cancelled=cancelled)
        else:
            from .web import read_address

            draft = read_address(source, progress=progress, cancelled=cancelled, counted=counted)
        # Found here, it need not be found on the window's thread.
        return replace(draft, script=detect(draft.text).script)
    except ReadError as error:
        if error.kind == "cancelled":
            raise
        return error
