"""The sections of the open article as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.contents.sections import Marked, Section, section_at, share_read
from meipi.support.translation import counted, tr

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """What a row shows."""

    section: Section
    marked: Marked
    read: float
    """How far the section is read, 0 to 1."""


class ContentsModel(QAbstractListModel):
    """A row a section, in the order of the text; those whose title has not the filter in it are left out."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.here = -1
        """The row of the section that the reader is in; -1 if it is not shown."""
        self._sections: tuple[Section, ...] = ()
        self._marked: tuple[Marked, ...] = ()
        self._shown: list[int] = []
        self._furthest = self._offset = 0
        self._filter = ""

    @property
    def count(self) -> int:
        """How many sections the article has, shown or not."""
        return len(self._sections)

    def show(self, sections: Sequence[Section], marked: Sequence[Marked]) -> None:
        """Show these sections and what is marked in each."""
        if self._sections == tuple(sections):
            self._marked = tuple(marked)
            self._tell_all()
            return
        self.beginResetModel()
        self._sections, self._marked = tuple(sections), tuple(marked)
        self._choose()
        self.endResetModel()

    def look_for(self, text: str) -> None:
        """Show only sections that have the text in their title; all for an empty one."""
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

    def row_at(self, index: Index) -> Row:
        """What a valid index shows."""
        number = self._shown[index.row()]
        section = self._sections[number]
        return Row(section, self._marked[number], share_read(section, self._furthest))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == self.ROW:
            return self.row_at(index)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self.row_at(index).section.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            row = self.row_at(index)
            return ", ".join((*counts_of(row), tr("{n} %").format(n=round(100 * row.read))))
        return None

    def _choose(self) -> None:
        self._shown = [
            number
            for number, section in enumerate(self._sections)
            if not self._filter or self._filter in _folded(section.title)
        ]
        self.here = self._row_here()

    def _row_here(self) -> int:
        number = section_at(self._sections, self._offset)
        return self._shown.index(number) if number in self._shown else -1

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


def _folded(text: str) -> str:
    from meipi.language.folding import fold

    return fold(text).codes.tobytes().decode("utf-32-le")
