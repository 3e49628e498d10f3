"""Every string of the interface has a translation, and what is shipped is what was translated."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import translations  # noqa: E402

LANGUAGES = translations.LANGUAGES


def messages(path: Path) -> dict[str, str]:
    """By source text, its translation; the empty string where there is none."""
    found = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") != "unfinished"
        found[message.findtext("source", "")] = (
            (translation.text or "") if done and translation is not None else ""
        )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language: str, tmp_path: Path) -> None:
    translated = messages(translations.FOLDER / f"meipi_{language}.ts")
    fresh = tmp_path / "fresh.ts"
    translations.collect(fresh, language)
    needed = set(messages(fresh))
    assert needed == set(translated)
    assert not [text for text in needed if not translated[text]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_survive_translation(language: str) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for text, translation in messages(translations.FOLDER / f"meipi_{language}.ts").items():
        assert fields(text) == fields(translation), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_file_is_that_of_the_source(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    translations.compile_to(translations.FOLDER / f"meipi_{language}.ts", compiled)
    assert compiled.read_bytes() == (translations.FOLDER / f"meipi_{language}.qm").read_bytes()
