"""The articles of the library as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from meipi.library.lines import counts_line, detail_line
from meipi.workspace import ArticleInfo

Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """A row an article, in the order in which the workspace gives them."""

    INFO = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._infos: list[ArticleInfo] = []

    def show(self, infos: Sequence[ArticleInfo]) -> None:
        """Show these articles. If they are the same ones in the same order, only changed rows are touched."""
        old, new = self._infos, list(infos)
        if [info.id for info in old] != [info.id for info in new]:
            self.beginResetModel()
            self._infos = new
            self.endResetModel()
            return
        self._infos = new
        for row, (was, info) in enumerate(zip(old, new, strict=True)):
            if was != info:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, article_id: int | None) -> int:
        """The row of the article, -1 if it is not in the list."""
        return next((row for row, info in enumerate(self._infos) if info.id == article_id), -1)

    def info_at(self, index: Index) -> ArticleInfo:
        """The article of a valid index."""
        return self._infos[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._infos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        info = self._infos[index.row()]
        if role == self.INFO:
            return info
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return info.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return info.title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join((detail_line(info), *counts_line(info)))
        return None
