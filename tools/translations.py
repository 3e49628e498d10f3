"""Collects the strings of the interface into the .ts files and compiles these to .qm.

Run it by `make translations` after a string was added or translated; `tests/desktop/test_translations.py`
fails until nothing is left to translate and the compiled files are those of the sources.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_TW")


def tool(name: str) -> str:
    """A program of Qt's that the wheel has put beside Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def collect(target: Path, language: str) -> None:
    """Bring the strings in the code into a .ts file; what is translated stays, what is gone goes."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    subprocess.run(
        [
            tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none",
            "-tr-function-alias", "tr+=tr_noop", "-source-language", "en", "-target-language", language,
            *sources, "-ts", str(target),
        ],
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def compile_to(source: Path, target: Path) -> None:
    """Compile a .ts file."""
    subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> None:
    """Collect and compile every language."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        source = FOLDER / f"meipi_{language}.ts"
        collect(source, language)
        compile_to(source, source.with_suffix(".qm"))
        left = source.read_text("utf-8").count('type="unfinished"')
        print(f"{language}: {left} left to translate")


if __name__ == "__main__":
    main()
