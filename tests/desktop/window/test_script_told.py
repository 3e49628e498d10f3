"""The status bar tells script and region of an article, and where paragraphs are in another script."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from driving import Driver, running
from meipi.exchange.draft import ArticleDraft
from meipi.language.detection import ScriptGuess
from meipi.window.script_told import ScriptTold, Told, details, named

TAIWAN = "她說她在這裡住了三年，每天坐捷運上班，為了軟體公司。"


@pytest.mark.parametrize(
    ("guess", "expected"),
    [
        (ScriptGuess("simplified", 0.99), "Simplified"),
        (ScriptGuess("traditional", 0.99, "taiwan"), "Traditional (Taiwan)"),
        (ScriptGuess("traditional", 0.99, "hong kong"), "Traditional (Hong Kong)"),
        (ScriptGuess("traditional", 0.99, "general"), "Traditional"),
        (ScriptGuess("traditional", 0.5, "general"), "Traditional, not sure"),
        (ScriptGuess("mixed", 0.7, "taiwan"), "Mixed script"),
        (ScriptGuess("none", 0.0), ""),
    ],
)
def test_names(guess: ScriptGuess, expected: str) -> None:
    assert named(guess) == expected


@pytest.mark.parametrize(
    ("script", "confidence", "paragraphs", "expected"),
    [
        ("traditional", 0.99, {"traditional": 40}, ""),
        (
            "traditional",
            0.9,
            {"traditional": 36, "simplified": 3, "mixed": 1},
            "Simplified: 3 of 40 paragraphs\nTraditional: 36 of 40 paragraphs\n"
            "Both scripts in one: 1 of 40 paragraphs",
        ),
        (
            "simplified",
            0.5,
            {"simplified": 1},
            "Few characters tell the script, or they contradict each other",
        ),
        ("none", 0.0, {}, ""),
    ],
)
def test_details(script: str, confidence: float, paragraphs: dict[str, int], expected: str) -> None:
    guess = ScriptGuess(script, confidence)  # type: ignore[arg-type]
    assert details(Told(guess, Counter(paragraphs))) == expected


def label(driver: Driver, text: str) -> QLabel | None:
    found = (each for each in driver.window.status.findChildren(QLabel) if each.text() == text)
    return next((each for each in found if each.isVisible()), None)


def test_the_status_bar(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with running(tmp_path / "library.db") as driver:
        workspace = driver.app.workspace
        lines = [TAIWAN] * 9 + ["这里说的是简体字"]
        workspace.add_drafts([ArticleDraft("台", "\n".join(lines))])
        driver.settle()
        # What was found when it was added stands there at once.
        assert label(driver, "Traditional") is not None
        qtbot.waitUntil(lambda: label(driver, "Traditional (Taiwan)") is not None, timeout=10_000)
        told = label(driver, "Traditional (Taiwan)")
        assert told is not None
        expected = "Simplified: 1 of 10 paragraphs\nTraditional: 9 of 10 paragraphs"
        assert told.toolTip() == told.accessibleDescription() == expected
        # Another article while one is being judged: nothing of that one is told of it.
        workspace.add_drafts([ArticleDraft("港", "佢哋話今日唔使返工，\n這裏學習說話\n这里")])
        teller = driver.window.status.findChild(ScriptTold)
        assert isinstance(teller, ScriptTold)
        teller._find()
        workspace.add_drafts([ArticleDraft("陸", "學習說話，江水東流")])
        driver.settle()
        found = label(driver, "Traditional")
        assert found is not None
        assert found.toolTip() == ""
