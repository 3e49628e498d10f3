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
    importing = commands.add_parser("import", help="add files to the library")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    listing = commands.add_parser("list", help="list the articles")
    listing.add_argument("--json", action="store_true")
    exporting = commands.add_parser("export", help="write marks and notes as Markdown, a file an article")
    exporting.add_argument("--to", type=Path, required=True, metavar="DIR")
    exporting.add_argument("--article", type=int, metavar="ID", help="only this article")
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
    return application(words).run()


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


def _problem(error: BaseException) -> None:
    from meipi.support.errors import sentence

    print(sentence(error), file=sys.stderr)


def _import(asked: argparse.Namespace) -> int:
    from meipi.app import default_library
    from meipi.exchange.opening import ReadError, read_file
    from meipi.workspace import LibraryError, Workspace, open_library

    code = DONE
    try:
        with open_library(asked.library or default_library()) as library:
            workspace = Workspace(library)
            problems: list[str] = []
            workspace.said.connect(lambda said: problems.append(said.text) if said.problem else None)
            for path in asked.files:
                try:
                    draft = read_file(path)
                except ReadError as error:
                    _problem(error)
                    code = PROBLEM
                    continue
                for article in workspace.add_drafts([draft]):
                    print(f"{article.id}\t{article.title}")
            for text in problems:
                print(text, file=sys.stderr)
                code = PROBLEM
    except LibraryError as error:
        _problem(error)
        return PROBLEM
    return code


def _list(asked: argparse.Namespace) -> int:
    from dataclasses import asdict

    from meipi.app import default_library
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


def _export(asked: argparse.Namespace) -> int:
    from meipi.app import default_library
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


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "list": _list,
    "export": _export,
}


if __name__ == "__main__":
    sys.exit(main())
