"""A row of a list with something at its end: painted on the ground that the style sheet gives it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

_SIDE, _BETWEEN = 9, 16


def paint_row(painter: QPainter, option: QStyleOptionViewItem, text: str, detail: str) -> None:
    """The text, and the detail at the right in soft ink, which makes way where there is no room for both.

    `option` is as the delegate's `initStyleOption` has made it.
    """
    widget: QWidget = option.widget
    ground = QStyleOptionViewItem(option)
    ground.text = ""
    widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
    # Not the widget's own, in which the style sheet has thinned the soft ink.
    palette, roles = QGuiApplication.palette(), QPalette.ColorRole
    painter.save()
    painter.setFont(option.font)
    metrics, right, middle = painter.fontMetrics(), Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
    box = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
    shown = metrics.elidedText(text, right, box.width())
    painter.setPen(palette.color(roles.Text))
    painter.drawText(box, middle, shown)
    room = box.width() - metrics.horizontalAdvance(shown) - _BETWEEN
    painter.setPen(palette.color(roles.PlaceholderText))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, metrics.elidedText(detail, right, room))
    painter.restore()
