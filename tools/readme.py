"""Writes the tables of the README that derive from something else: the keys, and what was measured.

Run it by `make docs`; `tests/test_readme.py` fails while the README says anything else.
"""

from __future__ import annotations

from pathlib import Path

from meipi.window.command import GROUPS, HELD
from meipi.window.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RESULTS = ROOT / "tests" / "benchmarks" / "RESULTS.md"
_JUDGED = ("held", "**missed**")


def keys() -> str:
    """A table of every command that has keys, by group."""
    lines = ["| | Keys | |", "|---|---|---|"]
    for title, menus in GROUPS:
        for command in COMMANDS:
            if command.menu in menus and command.keys:
                pressed = " ".join(_code(key) for key in command.keys.split())
                lines.append(f"| {title} | {pressed} | {command.label} |")
                title = ""
        lines += [f"|  | {held.keys} | {held.label} |" for held in HELD if held.menu in menus]
    return "\n".join(lines)


def _code(key: str) -> str:
    return "`` ` ``" if key == "`" else f"`{key}`"


def figures() -> str:
    """Of what `make bench` wrote last, the rows for which there is a limit; the whole is in RESULTS.md."""
    if not RESULTS.is_file():
        return "`make bench` has not been run yet."
    parts: list[list[str]] = []
    for line in RESULTS.read_text("utf-8").splitlines():
        if line.startswith("## "):
            parts.append([f"#{line}", ""])
        elif line.startswith("|") and parts and (len(parts[-1]) < 4 or line.rstrip(" |").endswith(_JUDGED)):
            parts[-1].append(line)
    kept = ["\n".join(part) for part in parts if len(part) > 4]
    return "\n\n".join(kept)


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
