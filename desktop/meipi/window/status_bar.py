"""The line at the foot of the window: where the reader is, how the text is written, which keys help now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from meipi.support.translation import tr
from meipi.window.frame import STATUS_HEIGHT

CHARACTERS_A_MINUTE = 300
"""A reader's pace in code points of Chinese text; the design's samples (2,057 字, about 7 min) go by it."""

_EDGE = 14
_GAP = 12


def minutes(characters: int) -> int:
    """How long that many code points take to read, in whole minutes; 0 only for nothing left."""
    return 0 if characters <= 0 else max(1, round(characters / CHARACTERS_A_MINUTE))


class StatusBar(QWidget):
    """Shows what it is told; the encoding is a button, for an article that was read with the wrong one."""

    encoding_clicked = Signal()
    stop_clicked = Signal()
    """What is being read is not wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS_HEIGHT)
        # Hints come and go with the room there is; they never ask for more.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(130, 3)
        self._bar.setAccessibleName(tr("Read so far"))
        self._percent = QLabel()
        self._place = _label("soft")
        self._script = _label("soft")
        self._readings = _label("soft")
        self._work = _label("strong")
        self._reading = _label("strong")
        self._stop = QPushButton(tr("Stop"))
        self._stop.setProperty("role", "link")
        self._stop.setToolTip(tr("Stop reading (Esc)"))
        self._stop.clicked.connect(self.stop_clicked)
        self._encoding = QPushButton()
        self._encoding.setProperty("role", "small")
        self._encoding.setToolTip(tr("Read the file again in another encoding"))
        self._encoding.clicked.connect(self.encoding_clicked)
        self._hints: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 1, _EDGE, 0)
        row.setSpacing(_GAP)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for widget in (self._bar, self._percent, self._place, self._script, self._readings, self._encoding):
            row.addWidget(widget)
        for widget in (self._work, self._reading, self._stop):
            row.addWidget(widget)
            widget.hide()
        row.addStretch(1)
        self._row = row
        self.clear()

    def clear(self) -> None:
        """There is no article: only the hints stay."""
        for widget in (self._bar, self._percent, self._place, self._script, self._readings, self._encoding):
            widget.hide()
        self._fit()

    def show_place(self, paragraph: int, paragraphs: int, offset: int, length: int) -> None:
        """Where the reader is: paragraph counted from 1, offset and length in code points."""
        share = offset / length if length else 0.0
        self._bar.setValue(round(share * 1000))
        self._percent.setText(tr("{n} %").format(n=round(share * 100)))
        where = tr("¶ {n} of {all}").format(n=f"{paragraph:,}", all=f"{paragraphs:,}")
        count = tr("{offset} / {length} 字").format(offset=f"{offset:,}", length=f"{length:,}")
        left = minutes(length - offset)
        time = tr("{n} min left").format(n=left) if left else tr("finished")
        self._place.setText(" · ".join((where, count, time)))
        for widget in (self._bar, self._percent, self._place):
            widget.show()
        self._fit()

    def show_script(self, script: str, details: str = "") -> None:
        """What the text is written in, in the reader's words; nothing for an empty one. More under the
        pointer, and for screen readers, if there are details."""
        self._script.setText(script)
        self._script.setToolTip(details)
        self._script.setAccessibleDescription(details)
        self._script.setVisible(bool(script))
        self._fit()

    def show_readings(self, scope: str) -> None:
        """Over which words readings stand; nothing for an empty one."""
        self._readings.setText(scope)
        self._readings.setVisible(bool(scope))
        self._fit()

    def show_work(self, told: str) -> None:
        """What is being done at the back and takes its time; nothing for an empty one."""
        self._work.setText(told)
        self._work.setVisible(bool(told))
        self._fit()

    def show_reading(self, told: str) -> None:
        """What is being read in, with a button that stops it; nothing for an empty one."""
        self._reading.setText(told)
        self._reading.setVisible(bool(told))
        self._stop.setVisible(bool(told))
        self._fit()

    def show_encoding(self, encoding: str) -> None:
        """How the file was decoded, such as GB18030; nothing for an empty one (a paste has none)."""
        self._encoding.setText(encoding)
        self._encoding.setAccessibleName(tr("Encoding: {name}").format(name=encoding))
        self._encoding.setVisible(bool(encoding))
        self._fit()

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Pairs of keys and what they do; those without room are left out, the last one stays longest."""
        for hint in self._hints:
            self._row.removeWidget(hint)
            hint.deleteLater()
        self._hints = [_hint(keys, label) for keys, label in hints]
        for hint in self._hints:
            self._row.addWidget(hint)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, STATUS_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        told: tuple[QWidget, ...] = (self._bar, self._percent, self._place, self._script, self._readings)
        told = (*told, self._encoding, self._work, self._reading, self._stop)
        room = self.width() - 2 * _EDGE
        room -= sum(
            each.sizeHint().expandedTo(each.minimumSize()).width() + _GAP
            for each in told
            if not each.isHidden()
        )
        for hint in reversed(self._hints):
            room -= hint.sizeHint().width() + _GAP
            hint.setVisible(room >= 0)


def _hint(keys: str, label: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    cap = _label("key")
    cap.setText(keys)
    text = _label("soft")
    text.setText(label)
    row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(text)
    return hint


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
