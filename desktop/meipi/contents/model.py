"""The sections of the open article, and the bookmarks in them, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.contents.sections import (
    Marked,
    Ribbon,
    Section,
    marked_in,
    section_at,
    share_read,
    with_ribbons,
)
from meipi.support.translation import counted, tr
from meipi.workspace import Bookmark, Mark

Index = QModelIndex | QPersistentModelIndex

_TITLE_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class Row(NamedTuple):
    """What the row of a section shows."""

    section: Section
    marked: Marked
    read: float
    """How far the section is read, 0 to 1."""


class ContentsModel(QAbstractListModel):
    """A row a section or a bookmark, in the order of the text; those whose words have not the filter in them
    are left out."""

    ROW = Qt.ItemDataRole.UserRole
    """A `Row`, or the `Ribbon` of a bookmark."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.here = -1
        """The row of the section that the reader is in; -1 if it is not shown."""
        self._sections: tuple[Section, ...] = ()
        self._marked: dict[int, Marked] = {}
        """By the beginning of each section."""
        self._rows: list[Section | Ribbon] = []
        self._shown: list[Section | Ribbon] = []
        self._furthest = self._offset = 0
        self._filter = ""

    def show(self, sections: Sequence[Section], marks: Sequence[Mark], bookmarks: Sequence[Bookmark]) -> None:
        """Show these; each comes in the order of the text."""
        before, self._sections = self._rows, tuple(sections)
        self._rows = with_ribbons(sections, bookmarks)
        told = marked_in(sections, marks)
        self._marked = {section.start: marked for section, marked in zip(sections, told, strict=True)}
        if self._rows == before:
            self._tell_all()
            return
        self.beginResetModel()
        self._choose()
        self.endResetModel()

    def look_for(self, text: str) -> None:
        """Show only what has the text in its words; all for an empty one."""
        self.beginResetModel()
        self._filter = _folded(text)
        self._choose()
        self.endResetModel()

    def follow(self, offset: int, furthest: int) -> bool:
        """The reader is at an offset, and was ever as far as another; whether they came to another row."""
        self._offset = offset
        before, self._furthest = self._furthest, max(furthest, offset)
        here, self.here = self.here, self._row_here()
        if here != self.here or before != self._furthest:
            self._tell_all()
        return here != self.here

    def row_at(self, index: Index) -> Row | Ribbon:
        """What a valid index shows."""
        about = self._shown[index.row()]
        if isinstance(about, Ribbon):
            return about
        return Row(about, self._marked[about.start], share_read(about, self._furthest))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == self.ROW:
            return row
        if role in _TITLE_ROLES:
            return _words(self._shown[index.row()])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            if isinstance(row, Ribbon):
                return tr("Bookmark")
            return ", ".join((*counts_of(row), tr("{n} %").format(n=round(100 * row.read))))
        return None

    def _choose(self) -> None:
        self._shown = [row for row in self._rows if not self._filter or self._filter in _folded(_words(row))]
        self.here = self._row_here()

    def _row_here(self) -> int:
        number = section_at(self._sections, self._offset)
        section = self._sections[number] if number >= 0 else None
        return next((place for place, row in enumerate(self._shown) if row is section), -1)

    def _tell_all(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))


def counts_of(row: Row) -> list[str]:
    """How long the section is, and how many notes and marks it has."""
    marks = len(row.marked.marks)
    told = [tr("{n} 字").format(n=f"{row.section.hanzi:,}")]
    if row.marked.notes:
        told.append(counted(row.marked.notes, tr("{n} note"), tr("{n} notes")))
    if marks > row.marked.notes:
        told.append(counted(marks, tr("{n} mark"), tr("{n} marks")))
    return told


def _words(row: Section | Ribbon) -> str:
    return row.words if isinstance(row, Ribbon) else row.title


def _folded(text: str) -> str:
    from meipi.language.folding import fold

    return fold(text).codes.tobytes().decode("utf-32-le")
