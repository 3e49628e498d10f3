from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from meipi.support.fonts import ui_font
from meipi.support.wrapping import Run, WrappedText


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("短", 1), ("一\n二", 2), ("漢" * 40, 6), ("word " * 12, 4)],
)
def test_the_height_is_that_of_the_lines(qtbot: QtBot, text: str, lines: int) -> None:
    assert WrappedText(text, ui_font(13), 100, 20).height == 20 * lines


@pytest.mark.parametrize("text", ["漢" * 40, "𠀀" * 40, "word " * 40, "一\n二\n三", "漢" * 7 + "\n\n漢"])
def test_what_does_not_fit_ends_in_dots(qtbot: QtBot, text: str) -> None:
    wrapped = WrappedText(text, ui_font(13), 100, 20, most_lines=2)
    assert wrapped.height == 40
    assert wrapped.text.endswith("…")
    assert text.replace("\n", " ").startswith(wrapped.text[:-1].replace("\u2028", " ").rstrip())


def test_what_fits_stays_whole(qtbot: QtBot) -> None:
    assert WrappedText("一\n二", ui_font(13), 100, 20, most_lines=2).text == "一\u2028二"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("a 漢𠀀，\n"), max_size=60), st.integers(30, 200), st.integers(1, 3))
def test_no_text_has_more_lines_than_it_may(qtbot: QtBot, text: str, width: int, most: int) -> None:
    assert WrappedText(text, ui_font(13), width, 20, most_lines=most).height <= 20 * most


def test_runs_count_code_points(qtbot: QtBot) -> None:
    def ink(*runs: Run) -> list[int]:
        """How dark each of the three cells of 20 px is."""
        image = QImage(60, 20, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        WrappedText("𠀀𠀀漢", ui_font(20), 60, 20, runs=runs).draw(painter, 0, 0, "#000000")
        painter.end()
        return [
            sum(
                255 - QColor(image.pixel(x, y)).lightness() for x in range(left, left + 20) for y in range(20)
            )
            for left in (0, 20, 40)
        ]

    plain, bold = ink(), ink(Run(2, 3, bold=True))
    assert bold[0] == plain[0]
    assert bold[2] > plain[2] * 1.1


def test_of_a_book_no_more_is_broken_than_is_shown(qtbot: QtBot) -> None:
    book = WrappedText("渡口" * 1_000_000, ui_font(14), 200, 22, most_lines=2)
    assert len(book.text) < 100
    assert book.text.endswith("…")
    assert book.height == 44
