"""The versions of an article: what changed from one to the next, which marks it touched, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meipi.support.dates import moment
from meipi.support.fonts import Region, reading_font
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.window.dialog_parts import AROUND, SIDE, bar, label, rule
from meipi.window.diff_view import DiffView, FormerText, state_of
from meipi.window.segments import Segment, Segments
from meipi.workspace import Version, Workspace
from meipi.workspace.compared import Comparison, Touched, compared, sides

_SIZE = (1080, 760)
_LEFT = 340
_DOT = 12
_TWO_LINES = 54
_QUOTE = 14  # code points of a mark's old and new text in the list
_ORDER = ("orphan", "changed", "moved", "stays")


class VersionsDialog(QDialog):
    """The former texts at the left, the last first, with the marks that stood in the chosen one; at the right
    what changed after it. Enter on a mark shows it on the page."""

    mark_wanted = Signal(int)

    def __init__(self, parent: QWidget | None, workspace: Workspace, theme: Theme) -> None:
        super().__init__(parent)
        assert workspace.article is not None
        self._workspace, self._theme = workspace, theme
        self._round = 0
        self._comparison: Comparison | None = None
        self.setWindowTitle(tr("What changed"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        region: Region = "SC" if workspace.article.script == "simplified" else "TC"
        self.versions = _List(tr("Former texts"))
        self.marks = _List(tr("Marks in the former text"))
        self.marks.setFont(reading_font(region, 14))
        self.diff = DiffView(theme, region)
        self.former = FormerText(theme, region)
        self.views = QStackedWidget()
        self.views.addWidget(self.diff)
        self.views.addWidget(self.former)
        self.switch = Segments(
            [Segment("changes", tr("What changed")), Segment("text", tr("As it was"))], theme
        )
        self.switch.set_current("changes")
        self.switch.chosen.connect(self._show)
        self._told = label("", "soft")
        self.back_button = QPushButton(tr("Go back to this text"))
        self.back_button.clicked.connect(self._go_back)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setProperty("role", "primary")
        self.close_button.clicked.connect(self.accept)
        for button in (self.back_button, self.close_button):
            button.setAutoDefault(False)
        self._arrange(workspace.article.title)
        there = {mark.id for mark in (*workspace.marks, *workspace.orphans)}
        for version in workspace.versions.former():
            # Deleted marks have kept their places too.
            marks = sum(place.mark_id in there for place in workspace.versions.places_in(version))
            item = QListWidgetItem(_described(version, marks), self.versions)
            item.setData(Qt.ItemDataRole.UserRole, version)
            item.setSizeHint(QSize(0, _TWO_LINES))
        self.versions.currentItemChanged.connect(lambda *_: self._compare())
        self.marks.chosen.connect(self._jump)
        self.marks.currentItemChanged.connect(lambda *_: self._reveal())
        self.diff.mark_wanted.connect(self._jump_to)
        self._fit(parent)
        self.versions.setCurrentRow(0)
        self.versions.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts --------------------------------------------------------------------------------------

    def _arrange(self, title: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(bar(label(tr("What changed"), "name"), label(title, "soft")))
        box.addWidget(rule())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addWidget(rule(vertical=True))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar(self.switch, self._told))
        right.addWidget(rule())
        right.addWidget(self.views, 1)
        middle.addLayout(right, 1)
        box.addLayout(middle, 1)
        box.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE, 12, SIDE, 12)
        foot.setSpacing(10)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        box.addLayout(foot)

    def _left(self) -> QWidget:
        panel = QWidget()
        panel.setProperty("role", "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.setFixedWidth(_LEFT)
        box = QVBoxLayout(panel)
        box.setContentsMargins(12, 16, 12, 12)
        box.setSpacing(8)
        box.addWidget(label(tr("Former texts"), "strong"))
        box.addWidget(self.versions, 2)
        box.addWidget(label(tr("Marks"), "strong"))
        box.addWidget(self.marks, 3)
        return panel

    def _fit(self, parent: QWidget | None) -> None:
        width, height = _SIZE
        if parent is not None:
            window = parent.window()
            width, height = min(width, window.width() - AROUND), min(height, window.height() - AROUND)
        self.resize(width, height)

    # -- what is shown ------------------------------------------------------------------------------

    @property
    def _version(self) -> Version | None:
        item = self.versions.currentItem()
        version = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return version if isinstance(version, Version) else None

    def _compare(self) -> None:
        """Compare the chosen text with the one that took its place, on a worker: it may be a book."""
        self._round += 1
        self._comparison = None
        self.marks.clear()
        version = self._version
        found = sides(self._workspace, version) if version is not None else None
        self.back_button.setEnabled(found is not None and not self._workspace.library.read_only)
        if found is None:
            self.diff.tell(tr("This text cannot be read any more"))
            return
        self.diff.tell(tr("Comparing…"))
        self._workspace.versions.run(partial(compared, found), partial(self._take, self._round))

    def _take(self, made_in: int, comparison: Comparison) -> None:
        if made_in != self._round:
            return  # another was chosen since, or the dialog was closed
        self._comparison = comparison
        marks = sorted(comparison.marks, key=lambda touched: _ORDER.index(touched.became))
        for touched in marks:
            told = _quoted(touched, comparison)
            item = QListWidgetItem(_dot(self._theme, touched.mark.colour), told, self.marks)
            item.setData(Qt.ItemDataRole.UserRole, touched.mark.id)
            item.setToolTip(_whole(touched, comparison))
        if not marks:
            item = QListWidgetItem(tr("No mark stood in this text"), self.marks)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        changed = sum(hunk.kind != "same" for hunk in comparison.hunks)
        self._told.setText(counted(changed, tr("{n} sentence changed"), tr("{n} sentences changed")))
        self._show(self.switch.current)

    def _show(self, name: str) -> None:
        comparison = self._comparison
        self.views.setCurrentWidget(self.former if name == "text" else self.diff)
        if comparison is None:
            return
        if name == "text":
            self.former.show_text(comparison)
        else:
            self.diff.show_comparison(comparison)

    def _reveal(self) -> None:
        """In the former text, show the mark that is chosen in the list."""
        comparison, mark_id = self._comparison, self.marks.current_id
        if comparison is not None and self.views.currentWidget() is self.former:
            for touched in comparison.marks:
                if touched.mark.id == mark_id:
                    self.former.reveal(touched, comparison)

    # -- what is done -------------------------------------------------------------------------------

    def _jump(self) -> None:
        if self.marks.current_id is not None:
            self._jump_to(self.marks.current_id)

    def _jump_to(self, mark_id: int) -> None:
        self.accept()
        self.mark_wanted.emit(mark_id)

    def _go_back(self) -> None:
        version = self._version
        if version is not None:
            self.accept()
            self._workspace.versions.go_back(version)

    def done(self, result: int) -> None:
        self._round += 1
        super().done(result)


class _List(QListWidget):
    """Enter, or two clicks, choose a row."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setAccessibleName(name)
        self.setIconSize(QSize(_DOT, _DOT))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self.chosen)

    @property
    def current_id(self) -> int | None:
        """The number that the current row was given."""
        item = self.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, int) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


def _described(version: Version, marks: int) -> str:
    reasons = {
        "file": tr("until the file changed"),
        "address": tr("until the page on the web changed"),
        "edition": tr("until another edition took its place"),
        "edit": tr("until it was edited"),
        "script": tr("until it was converted"),
        "encoding": tr("until it was read in another encoding"),
        "back": tr("until a former text came back"),
    }
    length = tr("{n} 字").format(n=f"{version.length:,}")
    told = " · ".join((moment(version.made), length, counted(marks, tr("{n} mark"), tr("{n} marks"))))
    return f"{told}\n{reasons.get(version.reason, version.reason)}"


def _quoted(touched: Touched, comparison: Comparison) -> str:
    old = _short(comparison.old[slice(*touched.old)])
    if touched.became == "changed" and touched.new is not None:
        return f"{state_of(touched)}\n{old} → {_short(comparison.new[slice(*touched.new)])}"
    return f"{state_of(touched)}\n{old}"


def _whole(touched: Touched, comparison: Comparison) -> str:
    old = comparison.old[slice(*touched.old)]
    return old if touched.new is None else f"{old} → {comparison.new[slice(*touched.new)]}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else f"{flat[:_QUOTE]}…"


def _dot(theme: Theme, colour: str) -> QIcon:
    drawn = QPixmap(_DOT * 2, _DOT * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.edges.get(colour, theme.line_strong)))
    painter.setBrush(QColor(theme.inks.get(colour, theme.selection)))
    painter.drawEllipse(1, 1, _DOT - 2, _DOT - 2)
    painter.end()
    return QIcon(drawn)
