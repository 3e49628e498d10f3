"""How the window is divided: a strip above and one below, the page between two panes.

The page is there from the beginning. What belongs around it is put in when the page has been painted; until
then an empty frame of the same size and ground keeps its place, so that nothing moves.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from meipi.support.settings import Settings

TOOLBAR_HEIGHT, STATUS_HEIGHT = 52, 28
"""Logical pixels."""

LEFT_WIDTHS, RIGHT_WIDTHS = (200, 360), (300, 520)
"""Least and greatest width of the panes."""

_RIGHT_FITS = 1100
_LEFT_FITS = 960


class Frame(QWidget):
    """Where each part of the window stands."""

    def __init__(self, page: QWidget, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.toolbar: QWidget = _strip("toolbar", TOOLBAR_HEIGHT)
        self.status: QWidget = _strip("status", STATUS_HEIGHT)
        self.left: QWidget = _pane(*LEFT_WIDTHS)
        self.right: QWidget = _pane(*RIGHT_WIDTHS)
        self.centre = QStackedWidget()
        self.centre.addWidget(page)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for pane in (self.left, self.centre, self.right):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for widget in (self.toolbar, self.splitter, self.status):
            self._box.addWidget(widget)
        self._box.setStretchFactor(self.splitter, 1)

    def restore(self, width: int) -> None:
        """Give the panes the widths they were left with, in a window of that width."""
        left, right = self._settings.get("window.left_width"), self._settings.get("window.right_width")
        self.splitter.setSizes([left, max(100, width - left - right), right])

    def fill(self, toolbar: QWidget, left: QWidget, right: QWidget, status: QWidget) -> None:
        """Put what belongs there into the strips and panes."""
        # In this order, which is that of Tab: around the page as the hands of a clock go.
        self._put_pane(2, right, *RIGHT_WIDTHS)
        self._put_strip(self.status, status)
        self._put_strip(self.toolbar, toolbar)
        self._put_pane(0, left, *LEFT_WIDTHS)
        self.toolbar, self.left, self.right, self.status = toolbar, left, right, status

    def _put_pane(self, index: int, pane: QWidget, least: int, greatest: int) -> None:
        pane.setMinimumWidth(least)
        pane.setMaximumWidth(greatest)
        empty = self.splitter.replaceWidget(index, pane)
        assert empty is not None
        empty.deleteLater()

    def _put_strip(self, empty: QWidget, strip: QWidget) -> None:
        self._box.replaceWidget(empty, strip)
        # At once: it would be seen below what takes its place.
        empty.hide()
        empty.deleteLater()

    def fit(self, width: int, *, noted: bool, hidden: bool = False) -> None:
        """Hide the panes for which the window is too narrow; those the reader wants come back with room.

        `noted` says that there can be notes, `hidden` that no pane is wanted now.
        """
        wanted = self._settings
        self.left.setVisible(wanted.get("window.left_shown") and width >= _LEFT_FITS and not hidden)
        noted = noted and wanted.get("window.right_shown")
        self.right.setVisible(noted and width >= _RIGHT_FITS and not hidden)

    @staticmethod
    def fits_anew(old: int, new: int) -> bool:
        """Whether a pane comes or goes when the window's width changes."""
        return any((old < edge) != (new < edge) for edge in (_LEFT_FITS, _RIGHT_FITS))

    def remember_shown(self) -> None:
        """Keep which panes the reader wants."""
        self._settings.set("window.left_shown", not self.left.isHidden())
        self._settings.set("window.right_shown", not self.right.isHidden())

    def remember_widths(self) -> None:
        """Keep how wide the panes are that are shown."""
        left, _, right = self.splitter.sizes()
        if not self.left.isHidden():
            self._settings.set("window.left_width", max(LEFT_WIDTHS[0], min(LEFT_WIDTHS[1], left)))
        if not self.right.isHidden():
            self._settings.set("window.right_width", max(RIGHT_WIDTHS[0], min(RIGHT_WIDTHS[1], right)))


def _strip(role: str, height: int) -> QFrame:
    strip = QFrame()
    strip.setProperty("role", role)
    strip.setFixedHeight(height)
    return strip


def _pane(least: int, greatest: int) -> QFrame:
    pane = QFrame()
    pane.setMinimumWidth(least)
    pane.setMaximumWidth(greatest)
    return pane
