"""The controls of the type panel: a slider with its value, a swatch of a theme, one of a tone's colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from meipi.support.fonts import phonetics_family, reading_font
from meipi.support.theme import Theme, contrast

PREVIEW_MS = 60
"""The page follows a slider no more often than this."""

LABEL_WIDTH = 104
"""Of the labels at the left of all rows, in logical pixels."""

_VALUE_WIDTH = 52
_HANDLE = 14


class SliderRow(QWidget):
    """A labelled slider over `values`, of which it shows one as `told` says it."""

    chosen = Signal(int)
    """A value, while the slider moves and when it comes to rest."""

    def __init__(self, label: str, values: range, told: Callable[[int], str]) -> None:
        super().__init__()
        self._values, self._told = values, told
        self.slider = _Slider()
        # The values themselves: a screen reader says what a slider stands at.
        self.slider.setRange(values[0], values[-1])
        self.slider.setSingleStep(values.step)
        self.slider.setPageStep(values.step * max(1, len(values) // 6))
        self.slider.setAccessibleName(label)
        self._value = QLabel()
        self._value.setProperty("role", "soft")
        self._value.setFixedWidth(_VALUE_WIDTH)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name = QLabel(label)
        name.setMinimumWidth(LABEL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self._wait = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._wait.timeout.connect(self._say)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(self._say)

    @property
    def value(self) -> int:
        """What the slider stands at."""
        return self._nearest(self.slider.value())

    def show_value(self, value: int) -> None:
        """Stand at a value, and say nothing."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._value.setText(self._told(value))

    def _nearest(self, value: int) -> int:
        return min(self._values, key=lambda each: abs(each - value))

    def _moved(self, value: int) -> None:
        nearest = self._nearest(value)
        if nearest != value:
            self.slider.setValue(nearest)
            return
        self._value.setText(self._told(value))
        if not self._wait.isActive():
            self._wait.start()

    def _say(self) -> None:
        self._wait.stop()
        self.chosen.emit(self.value)


class _Slider(QSlider):
    """Goes to where it is pressed, and leaves the wheel to what it lies in."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFixedHeight(_HANDLE + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            way = max(1, self.width() - _HANDLE)
            share = (event.position().x() - _HANDLE / 2) / way
            way_up = max(0.0, min(1.0, share)) * (self.maximum() - self.minimum())
            self.setValue(self.minimum() + round(way_up))
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Swatch(QAbstractButton):
    """A small picture to choose, with a ring while it is chosen."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def edge(self) -> QPen:
        """The outline as the pointer and the choice want it."""
        if self.isChecked():
            return QPen(QColor(self.theme.cinnabar), 2)
        return QPen(QColor(self.theme.soft if self.underMouse() else self.theme.control), 1)


class ThemeSwatch(Swatch):
    """The paper and the ink of a theme, or of two halved, over its name."""

    def __init__(self, name: str, shown: tuple[Theme, ...], theme: Theme) -> None:
        super().__init__(name, theme)
        self._shown = shown
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(56, self.fontMetrics().horizontalAdvance(self.text()) + 4), 54)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, self.width() - 2, 32)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.setClipPath(shape)
        painter.setFont(reading_font("TC", 16))
        wide = box.width() / len(self._shown)
        for index, theme in enumerate(self._shown):
            part = QRectF(box.left() + index * wide, box.top(), wide, box.height())
            painter.fillRect(part, QColor(theme.paper))
            painter.setPen(QColor(theme.ink))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, "文")
        painter.setClipping(False)
        painter.setPen(self.edge())
        painter.drawPath(shape)
        font = self.font()
        font.setBold(self.isChecked())
        font.setPixelSize(12)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.cinnabar_text if self.isChecked() else self.theme.soft))
        name = QRectF(0, 34, self.width(), 20)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ToneButton(Swatch):
    """A round patch in the colour of a tone, with a syllable in that tone."""

    def __init__(self, name: str, syllable: str, theme: Theme) -> None:
        super().__init__(name, theme)
        self._syllable = syllable
        self.colour = "#000000"
        self.setFixedSize(32, 32)

    def show_colour(self, colour: str) -> None:
        """Fill it with a colour, "#rrggbb"."""
        self.colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.edge())
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        font = self.font()
        font.setFamilies([phonetics_family()])
        font.setPixelSize(15)
        painter.setFont(font)
        painter.setPen(QColor(max("#FFFFFF", "#000000", key=lambda ink: contrast(ink, self.colour))))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._syllable)
        painter.end()
