"""The articles that the benchmarks run on: the project's own samples, and one more where it is at hand."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.txt"))
BESIDE = ROOT.parent / "shared"
_ARTICLE = BESIDE / "articles" / "qinghai-salt-lakes.txt"


def articles() -> list[Path]:
    """The sample articles, then the real one if it lies beside the project."""
    return [*SAMPLES, *([_ARTICLE] if _ARTICLE.exists() else [])]


def of_length(length: int) -> str:
    """The samples one after the other, again and again, to that many code points."""
    parts, have = ["長文\n"], 3
    for path in cycle(SAMPLES):
        part = path.read_text("utf-8")
        parts.append(part)
        have += len(part)
        if have >= length:
            return "".join(parts)[:length]
    return ""
