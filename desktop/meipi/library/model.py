"""The articles of the library as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.library.arranging import Group, Head, Order, Row, arranged, found
from meipi.library.lines import counts_line, detail_line, head_line
from meipi.support.translation import tr
from meipi.workspace import ArticleInfo

Index = QModelIndex | QPersistentModelIndex

_SAID_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class ArticleModel(QAbstractListModel):
    """A row an article, and one for the head of each group, in the order that was chosen."""

    ROW = Qt.ItemDataRole.UserRole
    """What the row is about: an `ArticleInfo` or a `Head`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.order: Order = "opened"
        self.group: Group = "none"
        self.typed = ""
        """What is looked for."""
        self._infos: list[ArticleInfo] = []
        self.rows: list[Row] = []
        self._places: dict[int, int] = {}

    @property
    def count(self) -> int:
        """How many articles there are, shown or not."""
        return len(self._infos)

    def put(self, info: ArticleInfo) -> None:
        """What is known of one article is other now. It stays where it stands, whatever the order: a row
        does not run away while one reads and marks."""
        self._infos = [info if each.id == info.id else each for each in self._infos]
        for place, row in enumerate(self.rows):
            if not isinstance(row, Head) and row.id == info.id and row != info:
                self.rows[place] = info
                self.dataChanged.emit(self.index(place), self.index(place))

    def show(self, infos: Sequence[ArticleInfo]) -> None:
        """Show these articles. If they stand in the same rows as before, only changed rows are touched."""
        self._infos = list(infos)
        self.arrange()

    def arrange(self) -> None:
        """Order, groups or what is looked for may be others."""
        old, new = self.rows, arranged(found(self._infos, self.typed), self.order, self.group)
        if list(map(_about, old)) != list(map(_about, new)):
            self.beginResetModel()
            self.rows = new
            # An article with two tags is there twice; it is looked for where it stands first.
            self._places = {
                row.id: place for place, row in reversed([*enumerate(new)]) if not isinstance(row, Head)
            }
            self.endResetModel()
            return
        self.rows = new
        for place, (was, row) in enumerate(zip(old, new, strict=True)):
            if was != row:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, article_id: int | None) -> int:
        """The first row of the article, -1 if it is not in the list."""
        return -1 if article_id is None else self._places.get(article_id, -1)

    def info_at(self, index: Index) -> ArticleInfo | None:
        """The article of an index; None for a head and for no index."""
        row = self.rows[index.row()] if index.isValid() else None
        return None if isinstance(row, Head) else row

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.info_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        if isinstance(row, Head):
            return head_line(row, self.group) if role in _SAID_ROLES[:2] else None
        if role in _SAID_ROLES:
            return row.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            starred = (tr("starred"),) if row.starred else ()
            return ", ".join((*starred, detail_line(row), *counts_line(row)))
        return None


def _about(row: Row) -> tuple[str, int]:
    return (row.name, -1) if isinstance(row, Head) else ("", row.id)
