"""A process that shows a window with one label, an article's title, and tells when it has been painted.

With the argument "numpy" it also loads what every layout of ours needs.
"""

from __future__ import annotations

import sys
from time import monotonic

if "numpy" in sys.argv:
    import numpy  # noqa: F401

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Label(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print(monotonic(), flush=True)
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(Label(sys.argv[1]))
    window.resize(1440, 900)
    window.show()
    app.exec()
