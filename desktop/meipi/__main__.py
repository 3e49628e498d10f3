"""The command line: the window, or one of the things that need none."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from meipi.app import App

DONE, PROBLEM, USAGE = 0, 1, 2

NO_DISPLAY = (
    "Meipi needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
    "Nothing was changed. Start it from a desktop, or type “make tour” to have it play its main job\n"
    "without a screen and leave pictures in build/tour/."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run Meipi; returns the exit code: 0 done, 1 a problem said on standard error, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    place = next((at for at, word in enumerate(words) if word in _COMMANDS), None)
    options = words[:place] if place is not None else []
    if place is None or not _only_library(options):
        return _window(words)
    asked = _parser().parse_args(words)
    _speak(asked.library)
    try:
        return _COMMANDS[asked.command](asked)
    except BrokenPipeError:
        return DONE


def _only_library(words: Sequence[str]) -> bool:
    return (
        not words
        or (len(words) == 2 and words[0] == "--library")
        or (len(words) == 1 and words[0].startswith("--library="))
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "meipi", description="A reader for Chinese articles that people mark up."
    )
    parser.add_argument("--library", type=Path, metavar="PATH", help="another library than the usual one")
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(dest="command")
    importing = commands.add_parser("import", help="add files, and those in folders, to the library")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--json", action="store_true")
    listing = commands.add_parser("list", help="list the articles")
    listing.add_argument("--json", action="store_true")
    searching = commands.add_parser(
        "search", help="find words in texts, titles, notes and tags, in either script or in pinyin"
    )
    searching.add_argument("query", nargs="+", metavar="QUERY")
    searching.add_argument("--json", action="store_true")
    exporting = commands.add_parser("export", help="write marks and notes as Markdown, a file an article")
    exporting.add_argument("--to", type=Path, required=True, metavar="DIR")
    exporting.add_argument("--article", type=int, metavar="ID", help="only this article")
    copying = commands.add_parser("backup", help="write a whole copy of the library to a file")
    copying.add_argument("file", type=Path, metavar="FILE")
    copying.add_argument("--json", action="store_true")
    checking = commands.add_parser("check", help="tell whether the library is whole")
    checking.add_argument("--json", action="store_true")
    checking.add_argument(
        "--salvage",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="FILE",
        help="read all that can be read into a new library, beside the old one if no FILE is given",
    )
    restoring = commands.add_parser("restore", help="bring what a backup has into the library")
    restoring.add_argument("file", type=Path, metavar="FILE")
    restoring.add_argument("--dry-run", action="store_true", help="only tell what it would do")
    restoring.add_argument("--json", action="store_true")
    return parser


class _Version(argparse.Action):
    """Says the version. argparse's own action wants it at every start, and asking takes 23 ms."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"meipi {version('meipi')}")
        parser.exit()


def _window(words: Sequence[str]) -> int:
    """Show the window; with --help or --version, or a wrong option, argparse answers."""
    if any(word.startswith("-") and word.partition("=")[0] != "--library" for word in words):
        _parser().parse_args([word for word in words if word.startswith("-")])
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return PROBLEM
    if _handed_over(words):
        return DONE
    told = None
    while True:
        app = application(words)
        if told is not None:
            app.tell(told)
        code = app.run()
        told = app.again
        if told is None:
            return code


def _handed_over(words: Sequence[str]) -> bool:
    """Whether a window that has the library open already has taken the files."""
    from meipi.support.places import default_library, parsed
    from meipi.support.second_start import hand_over

    asked = parsed(words)
    return hand_over(asked.library or default_library(), asked.files)


def application(words: Sequence[str]) -> App:
    """The program with its window not yet shown, made so that the first page is there soonest."""
    # Nothing made before the window is complete is garbage; then `App.run` turns collection on again.
    gc.disable()
    # numpy's linear algebra, of which we use nothing, would keep a thread busy for each processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # PySide6 hooks every import that follows its own, which makes numpy's 22 ms slower.
    import numpy  # noqa: F401

    from meipi.app import build_page

    return build_page(words)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _speak(library: Path | None) -> None:
    """Say things in the language of the interface from now on."""
    from PySide6.QtCore import QCoreApplication

    from meipi.support import translation
    from meipi.support.places import settings_file
    from meipi.support.settings import Settings

    app = QCoreApplication.instance() or QCoreApplication(["meipi"])
    translation.install(app, Settings(settings_file(library)).get("ui.language"))


def _problem(error: BaseException) -> None:
    from meipi.support.errors import sentence

    print(sentence(error), file=sys.stderr)


def _import(asked: argparse.Namespace) -> int:
    from meipi.command_line.importing import import_files
    from meipi.workspace import LibraryError

    try:
        return DONE if import_files(asked.library, asked.files, as_json=asked.json) else PROBLEM
    except LibraryError as error:
        _problem(error)
        return PROBLEM


def _list(asked: argparse.Namespace) -> int:
    from dataclasses import asdict

    from meipi.support.places import default_library
    from meipi.workspace import LibraryError, open_library

    try:
        with open_library(asked.library or default_library()) as library:
            articles = library.articles()
    except LibraryError as error:
        _problem(error)
        return PROBLEM
    if asked.json:
        print(json.dumps([asdict(article) for article in articles], ensure_ascii=False, indent=1))
    else:
        for article in articles:
            print(f"{article.id}\t{article.title}\t{article.marks}")
    return DONE


def _search(asked: argparse.Namespace) -> int:
    from meipi.command_line.search import search
    from meipi.workspace import LibraryError

    try:
        search(asked.library, " ".join(asked.query), as_json=asked.json)
    except LibraryError as error:
        _problem(error)
        return PROBLEM
    return DONE


def _export(asked: argparse.Namespace) -> int:
    from meipi.support.places import default_library
    from meipi.workspace import LibraryError, open_library
    from meipi.workspace.exporting import export_all

    try:
        with open_library(asked.library or default_library()) as library:
            for path in export_all(library, asked.to, only=asked.article):
                print(path)
    except KeyError:
        print(f"There is no article {asked.article} in the library. Nothing was written.", file=sys.stderr)
        return PROBLEM
    except (LibraryError, OSError) as error:
        _problem(error)
        return PROBLEM
    return DONE


def _backup(asked: argparse.Namespace) -> int:
    from meipi.support.places import default_library
    from meipi.workspace import LibraryError, safety

    try:
        found = safety.copy(asked.library or default_library(), asked.file)
    except (LibraryError, OSError) as error:
        _problem(error)
        return PROBLEM
    if asked.json:
        print(json.dumps({"path": str(asked.file), "articles": found.articles, "marks": found.marks}))
    else:
        print(asked.file)
    return DONE


def _check(asked: argparse.Namespace) -> int:
    from meipi.support.places import default_library
    from meipi.support.translation import tr
    from meipi.workspace import LibraryError, safety

    path = asked.library or default_library()
    if asked.salvage is not None:
        return _salvage(path, asked.salvage if asked.salvage.name else None, as_json=asked.json)
    try:
        found = safety.check(path)
        if found.searching and not found.faults:
            safety.remake_index(path)
    except (LibraryError, OSError) as error:
        _problem(error)
        return PROBLEM
    if asked.json:
        told = found._asdict() | {"path": str(path), "faults": [each._asdict() for each in found.faults]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        counts = {"path": path, "articles": f"{found.articles:,}", "marks": f"{found.marks:,}"}
        if not found.faults:
            print(tr("“{path}” is whole: articles {articles}, marks {marks}.").format(**counts))
        for fault in found.faults:
            print(safety.described(fault), file=sys.stderr)
    if found.searching and not found.faults:
        print(tr("The index for searching was damaged. It has been made anew."), file=sys.stderr)
    if not found.faults:
        return DONE
    print(
        tr(
            "“{path}” is damaged. It was not changed. “meipi check --salvage” reads all that can be read "
            "into a new library."
        ).format(path=path),
        file=sys.stderr,
    )
    return PROBLEM


def _salvage(path: Path, target: Path | None, *, as_json: bool) -> int:
    from meipi.support.translation import tr
    from meipi.workspace import LibraryError, safety

    try:
        done = safety.save_readable(path, target)
    except (LibraryError, OSError) as error:
        _problem(error)
        return PROBLEM
    if as_json:
        print(json.dumps(done._asdict() | {"path": str(done.path)}, ensure_ascii=False, indent=1))
        return DONE
    print(done.path)
    for table, count in done.read.items():
        lost = done.lost[table]
        if count or lost:
            print(tr("{table}: read {read}, lost {lost}").format(table=table, read=count, lost=lost))
    if done.mended:
        print(tr("Articles whose text is not whole: {n}").format(n=done.mended))
    print(tr("“{path}” was not changed.").format(path=path))
    return DONE


def _restore(asked: argparse.Namespace) -> int:
    from meipi.support.places import default_library
    from meipi.support.translation import tr
    from meipi.workspace import LibraryError, open_library, safety

    path = asked.library or default_library()
    try:
        with open_library(path) as library:
            difference = library.compare(asked.file)
            before = None
            if not asked.dry_run and not difference.nothing:
                before = safety.back_up(path, "restore")
                difference = library.take_in(asked.file)
    except (LibraryError, OSError) as error:
        _problem(error)
        return PROBLEM
    if asked.json:
        kept = {"backup_before": str(before) if before else None}
        print(json.dumps(difference._asdict() | kept, ensure_ascii=False, indent=1))
        return DONE
    for line in safety.gains(difference):
        print(line)
    if difference.nothing:
        print(tr("The library has all that is in the backup. Nothing was changed."))
    elif before is not None:
        print(tr("The library as it was before is kept in “{path}”.").format(path=before))
    return DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "list": _list,
    "search": _search,
    "export": _export,
    "backup": _backup,
    "check": _check,
    "restore": _restore,
}


if __name__ == "__main__":
    sys.exit(main())
