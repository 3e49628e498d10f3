"""A tag in a line of tags."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from meipi.support.fonts import ui_font
from meipi.support.translation import tr

HIGH = 22
_PADDING, _CROSS, _BEFORE_CROSS, _MOST = 9, 7, 6, 180


class TagChip(QAbstractButton):
    """A click takes the tag away, as Del and Backspace do; Left and Right go to its neighbours."""

    removed = Signal(bool)
    """True: by a key."""
    stepped = Signal(int)
    """To the neighbour before (-1) or behind (1)."""

    def __init__(self, tag: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tag = tag
        name = tr("Remove the tag {tag}").format(tag=tag)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFont(ui_font(12))
        # Tab goes past them: with the arrows each is one step from the field.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.removed.emit(False))

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.tag)
        return QSize(min(_MOST, text + 2 * _PADDING + _BEFORE_CROSS + _CROSS), HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit(True)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not its own, in which the style sheet has thinned the soft ink.
        palette, roles = QGuiApplication.palette(), QPalette.ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(roles.Mid if self.isDown() else roles.Midlight))
        painter.drawRoundedRect(QRectF(self.rect()), HIGH / 2, HIGH / 2)
        ink = palette.color(roles.WindowText if self.underMouse() else roles.PlaceholderText)
        painter.setPen(QPen(ink, 1.3))
        painter.setFont(self.font())
        text = self.rect().adjusted(_PADDING, 0, -_PADDING - _CROSS - _BEFORE_CROSS, 0)
        shown = painter.fontMetrics().elidedText(self.tag, Qt.TextElideMode.ElideRight, text.width() + 1)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        middle = QPointF(self.width() - _PADDING - _CROSS / 2, self.height() / 2)
        for x, y in ((1, 1), (1, -1)):
            arm = QPointF(x, y) * _CROSS / 2
            painter.drawLine(middle - arm, middle + arm)
        painter.end()
