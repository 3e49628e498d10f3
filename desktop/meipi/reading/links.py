"""The links of the article: which is under the pointer, and opening one, if the reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from meipi.reading.view import ArticleView

_OPENED = ("http", "https", "mailto")


def link_at(view: ArticleView, point: QPointF) -> str:
    """The address of the link at a point of the viewport; "" if there is none."""
    if view.sheet is None or not len(view.sheet.shown.markup.links):
        return ""
    hit = view.hit(point)
    address = view.sheet.shown.markup.link_at(hit.offset) if hit else ""
    if hit is None or not address:
        return ""
    unit = view.sheet.shown.to_shown(view.sheet.shown.unit_at(hit.offset))
    on_it = any(box.contains(point.toPoint()) for box in view.shown_boxes(unit))
    return address if on_it else ""


def open_link(address: str) -> None:
    """Have the desktop open an address of the web or of mail. A place in the page it came from is none."""
    url = QUrl(address)
    if url.isValid() and url.scheme() in _OPENED:
        QDesktopServices.openUrl(url)
