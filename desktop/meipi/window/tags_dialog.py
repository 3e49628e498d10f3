"""All tags of the library: how much each is used; renamed, merged and deleted wherever they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from meipi.notes.tag_line import tags_of
from meipi.notes.tag_matching import tags_meant
from meipi.support.row_painting import paint_row
from meipi.support.theme import Theme
from meipi.support.translation import counted, tr
from meipi.window.overlay import EDGE, Overlay
from meipi.workspace import Workspace
from meipi.workspace.tags import TagUse

_WIDTH, _HEIGHT, _ROW = 520, 520, 32
_GAP = 10
_USE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagSheet(Overlay):
    """F2 or Enter renames the chosen tag, Del deletes it, Ctrl+Z undoes. A name that is there already asks
    whether the two are to be one."""

    def __init__(self, parent: QWidget, theme: Theme, workspace: Workspace) -> None:
        super().__init__(parent, theme)
        self._workspace = workspace
        self._uses: list[TagUse] = []
        self._merging: tuple[str, str] | None = None
        title = QLabel(tr("All tags"))
        title.setProperty("role", "name")
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Find a tag"))
        self._field.setAccessibleName(tr("Find a tag"))
        self._field.textChanged.connect(lambda _text: self._show())
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setProperty("role", "plain")
        self._list.setAccessibleName(tr("All tags"))
        self._list.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setItemDelegate(_TagDelegate(self._list))
        self._list.itemDelegate().commitData.connect(self._written)
        self._list.itemDoubleClicked.connect(self._list.editItem)
        self._list.currentRowChanged.connect(lambda _row: self._allow())
        self._list.installEventFilter(self)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "soft")
        self._rename = QPushButton(tr("Rename"))
        self._rename.clicked.connect(self._begin)
        self._delete = QPushButton(tr("Delete"))
        self._delete.clicked.connect(self._delete_chosen)
        self._close = QPushButton(tr("Close"))
        self._close.clicked.connect(self.close_sheet)
        self._question = _Question()
        self._question.merge.clicked.connect(self._merge)
        self._question.cancel.clicked.connect(lambda: self._ask(None))
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(_GAP)
        box.addWidget(title)
        box.addWidget(self._field)
        box.addWidget(self._nothing)
        box.addWidget(self._list, 1)
        box.addWidget(self._question)
        foot = QHBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self._rename)
        foot.addWidget(self._delete)
        foot.addStretch(1)
        foot.addWidget(self._close)
        box.addLayout(foot)
        self.closed.connect(self.deleteLater)

    def prepare(self) -> None:
        """Fill it with what there is."""
        self._ask(None)
        self._read()

    def place(self) -> None:
        """In the middle."""
        width, height = min(_WIDTH, self.width() - 2 * EDGE), min(_HEIGHT, self.height() - 2 * EDGE)
        self.sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.update()

    def first_field(self) -> QWidget:
        """The list, if there is anything in it."""
        return self._list if self._uses else self._close

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for wanted, step in (
            (QKeySequence.StandardKey.Undo, self._workspace.undo),
            (QKeySequence.StandardKey.Redo, self._workspace.redo),
        ):
            if event.matches(wanted):
                step()
                self._read()
                return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            # Not what the field in a row leaves over.
            listed = watched is self._list and self._list.hasFocus()
            if listed and plain and self._list_key(event):
                return True
            if watched is self._field and event.key() in (Qt.Key.Key_Down, *_ENTER) and self._list.count():
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        """True if the key was for the chosen tag."""
        if event.key() in (Qt.Key.Key_F2, *_ENTER):
            self._begin()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete_chosen()
        else:
            return False
        return True

    # What is shown

    def _read(self) -> None:
        self._uses = self._workspace.tags.uses()
        self._show()

    def _show(self, chosen: str = "") -> None:
        """The tags that the field means, and the row of `chosen` or the one that was chosen before."""
        row, before = self._list.currentRow(), chosen or self._chosen()
        uses = {use.name: use for use in self._uses}
        names = tags_meant(self._field.text().strip(), list(uses))
        self._list.clear()
        for name in names:
            item = QListWidgetItem(name, self._list)
            item.setData(_USE, uses[name])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {_told(uses[name])}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._list.setCurrentRow(names.index(before) if before in names else min(max(0, row), len(names) - 1))
        self._list.setVisible(bool(names))
        self._nothing.setVisible(not names)
        self._nothing.setText(
            tr("No tag matches") if uses else tr("No tag yet. Give a mark one with {key}.").format(key="G")
        )
        self._allow()

    def _chosen(self) -> str:
        item = self._list.currentItem()
        use: TagUse | None = item.data(_USE) if item is not None else None
        return use.name if use is not None else ""

    def _allow(self) -> None:
        for button in (self._rename, self._delete):
            button.setEnabled(bool(self._chosen()))

    def _ask(self, merging: tuple[str, str] | None) -> None:
        """Ask whether one tag is to be merged into another, or no longer."""
        asked, self._merging = self._merging is not None, merging
        self._question.setVisible(merging is not None)
        if merging is not None:
            text = tr("“{new}” is there already. Merge “{old}” into it?")
            self._question.text.setText(text.format(old=merging[0], new=merging[1]))
            self._question.merge.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the reader does

    def _begin(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._ask(None)
            self._list.editItem(item)

    def _written(self, editor: QWidget) -> None:
        """A name was written in a row; spaces and commas would make several tags of it."""
        old = self._chosen()
        new = "-".join(tags_of(editor.text())) if isinstance(editor, QLineEdit) else ""
        # When Qt has put the field away: the rows will be others.
        QTimer.singleShot(0, self, lambda: self._name(old, new))

    def _name(self, old: str, new: str) -> None:
        if not new or new == old:
            self._show()
        elif any(use.name == new for use in self._uses):
            self._show()
            self._ask((old, new))
        else:
            self._workspace.tags.rename(old, new)
            self._renamed(new)

    def _merge(self) -> None:
        if self._merging is not None:
            old, new = self._merging
            self._ask(None)
            self._workspace.tags.rename(old, new)
            self._renamed(new)

    def _renamed(self, new: str) -> None:
        self._uses = self._workspace.tags.uses()
        self._show(new)

    def _delete_chosen(self) -> None:
        name = self._chosen()
        if name:
            self._ask(None)
            self._workspace.tags.delete(name)
            self._read()
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)


class _Question(QWidget):
    """Asks whether two tags are to be one."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.merge = QPushButton(tr("Merge"))
        self.merge.setProperty("role", "primary")
        self.merge.setAutoDefault(True)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.merge)


class _TagDelegate(QStyledItemDelegate):
    """The name, and how much it is used at the right; a name is written in the place of the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ready = QStyleOptionViewItem(option)
        self.initStyleOption(ready, index)
        use: TagUse = index.data(_USE)
        paint_row(painter, ready, use.name, _told(use))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = QLineEdit(parent)
        field.setProperty("role", "cell")
        field.setAccessibleName(tr("Rename"))
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(_USE).name)
        editor.selectAll()

    def setModelData(self, *_: object) -> None:
        """The sheet asks the workspace, and shows what came of it."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        told = option.fontMetrics.horizontalAdvance(_told(index.data(_USE)))
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(0, 0, -told - 24, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Tab would go on to rename the next one; here it stays within the sheet.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and isinstance(editor, QLineEdit)
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)


def _told(use: TagUse) -> str:
    marks = counted(use.marks, tr("{n} mark"), tr("{n} marks"))
    articles = counted(use.articles, tr("{n} article"), tr("{n} articles"))
    return f"{marks} · {articles}" if use.articles else marks
