from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from meipi.support.card_painting import draw_ground
from meipi.support.theme import load

# Among them heights for which the difference of two paths is the whole card.
HEIGHTS = [58, 73, 100, 146, 149, 292, 298, 577]


@pytest.mark.parametrize("height", HEIGHTS)
def test_the_edge_is_at_the_left_and_nowhere_else(height: int, qtbot: QtBot) -> None:
    theme = load("paper")
    image = QImage(330, height + 8, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    draw_ground(painter, QRectF(12, 4, 304, height), theme, "#123456", theme.raised)
    painter.end()
    middle = 4 + height // 2
    assert [image.pixelColor(x, middle).name() for x in (12, 15)] == ["#123456"] * 2
    assert [image.pixelColor(x, middle) for x in (17, 160, 310)] == [QColor(theme.raised)] * 3
    assert image.pixelColor(325, middle) == QColor(theme.panel)
    assert image.pixelColor(12, 4) != QColor("#123456"), "its corners are rounded"
