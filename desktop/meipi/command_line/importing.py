"""`meipi import`: files and folders into the library, on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.gathering import Gathered, gather
from meipi.exchange.opening import ReadError, read_file
from meipi.support.errors import sentence
from meipi.support.places import default_library
from meipi.support.translation import tr
from meipi.workspace import Said, Workspace, open_library, safety
from meipi.workspace.arrivals import Sources, notes
from meipi.workspace.editions import of_source
from meipi.workspace.versions import Question
from meipi_db import sha256_of

Outcome = Literal["added", "updated", "known", "unreadable", "refused"]


class Told(NamedTuple):
    """What became of one file; `id` and `title` are of its article, `reason` why there is none."""

    path: str
    outcome: Outcome
    id: int | None = None
    title: str = ""
    reason: str = ""


def import_files(library: Path | None, named: Sequence[Path], *, as_json: bool) -> bool:
    """Add what is named, each file in a transaction of its own, and print a line about each; False if there
    was a problem, which is said on standard error.

    A file that the library has with another text gets the new one, as if it was opened among others in the
    window. Where the library does not take an article, those behind it are left. Raises the kinds of
    `LibraryError` before anything was added.
    """
    gathered = gather(named)
    files = [source for source in gathered.sources if isinstance(source, Path)]
    path = library or default_library()
    all_told: list[Told] = []
    with open_library(path) as opened:
        if files:
            safety.before_import(path, len(files))
        importing = _Importing(Workspace(opened))
        for file in files:
            told = importing.take(file)
            all_told.append(told)
            if told.reason:
                print(told.reason, file=sys.stderr)
            elif not as_json:
                print(_line(told), flush=True)
            if told.outcome == "refused":
                break
    if as_json:
        print(_json(all_told, gathered))
    for note in notes(gathered):
        print(note, file=sys.stderr)
    return not gathered.over and not any(told.reason for told in all_told)


class _Importing:
    """Takes files in, one after the other."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace, self._sources = workspace, Sources(workspace.library)
        workspace.said.connect(self._hear)
        # There is nobody to ask: the first answer is the one by which nothing is lost.
        workspace.versions.asked.connect(self._answer)
        self._problem = ""

    def take(self, file: Path) -> Told:
        """Read a file and add what is in it."""
        try:
            draft = read_file(file.absolute())
        except ReadError as error:
            return Told(str(file), "unreadable", reason=sentence(error))
        outcome = self._add(draft)
        if self._problem:
            return Told(str(file), "refused", reason=self._problem)
        found = self._workspace.library.find_article(sha256_of(draft.text))
        article = found or self._sources.article(draft)
        assert article is not None  # it was added, or was there
        return Told(str(file), outcome, article.id, article.title)

    def _add(self, draft: ArticleDraft) -> Outcome:
        library, sha256 = self._workspace.library, sha256_of(draft.text)
        if library.find_article(sha256) is not None:
            return "known"
        article = self._sources.article(draft)
        if article is None:
            self._workspace.add_drafts([draft])
            return "added"
        before = len(library.versions(article.id))
        self._workspace.versions.replace_texts([(article.id, partial(of_source, draft))])
        if len(library.versions(article.id)) > before:
            return "updated"
        return "known" if library.find_article(sha256) is None else "added"

    def _hear(self, said: Said) -> None:
        if said.problem:
            self._problem = said.text

    def _answer(self, question: Question) -> None:
        question.answers[0].do()


def _line(told: Told) -> str:
    what = {"added": tr("added"), "updated": tr("updated"), "known": tr("already there")}[told.outcome]
    return f"{told.id}\t{told.title}\t{what}"


def _json(all_told: Sequence[Told], gathered: Gathered) -> str:
    whole = {"files": [told._asdict() for told in all_told], "left_aside": gathered.left}
    return json.dumps(whole | {"too_many": gathered.over}, ensure_ascii=False, indent=1)
