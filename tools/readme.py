"""Writes the tables of the README that derive from something else: the keys, and what was measured.

Run it by `make docs`; `tests/test_readme.py` fails while the README says anything else.
"""

from __future__ import annotations

from pathlib import Path

from meipi.window.commands import COMMANDS, GROUPS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "tests" / "benchmarks" / "RESULTS.md"


def keys() -> str:
    """A table of every command that has keys, by group."""
    lines = ["| | Keys | |", "|---|---|---|"]
    for title, menus in GROUPS:
        for command in COMMANDS:
            if command.menu in menus and command.keys:
                pressed = " ".join(_code(key) for key in command.keys.split())
                lines.append(f"| {title} | {pressed} | {command.label} |")
                title = ""
    return "\n".join(lines)


def _code(key: str) -> str:
    return "`` ` ``" if key == "`" else f"`{key}`"


def figures() -> str:
    """The tables that `make bench` wrote last."""
    return RESULTS.read_text("utf-8").strip() if RESULTS.is_file() else "`make bench` has not been run yet."


def written(readme: str) -> str:
    """The README with its tables as they should be."""
    for name, table in (("keys", keys()), ("figures", figures())):
        head, begin, rest = readme.partition(f"<!-- {name} -->\n")
        _, end, tail = rest.partition(f"<!-- end of {name} -->")
        readme = f"{head}{begin}{table}\n{end}{tail}"
    return readme


def main() -> None:
    """Bring the README up to date."""
    README.write_text(written(README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
