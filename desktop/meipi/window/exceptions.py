"""Exceptions from conversion: a sheet to make one of what is selected, and one with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from meipi.support.fonts import reading_font
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.overlay import EDGE, Overlay
from meipi.workspace import ConversionException
from meipi.workspace.viewing import SIMPLIFIED
from meipi.workspace.vocabulary import Vocabulary

_WIDTH, _LIST_WIDTH, _LIST_HEIGHT = 460, 560, 420
_GAP = 10
_FORM_SIZE = 20


class ExceptionSheet(Overlay):
    """Asks how a form of the source is to be shown; Enter keeps it."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        vocabulary: Vocabulary,
        source_form: str,
        shown_form: str,
        script: str,
        selection: QRect,
    ) -> None:
        """`shown_form` is how the form is shown in `script` now; `selection` is where, in `parent`."""
        super().__init__(parent, theme)
        self._vocabulary, self._source_form, self._script = vocabulary, source_form, script
        self._selection = selection
        self._field = QLineEdit(shown_form)
        self._field.setFont(reading_font("TC", _FORM_SIZE))
        self._field.setAccessibleName(tr("Show it as"))
        self._field.selectAll()
        self._field.textChanged.connect(self._allow)
        self._here = QRadioButton(tr("In this article"))
        self._here.setChecked(True)
        self._everywhere = QRadioButton(tr("In all articles"))
        self._keep = QPushButton(tr("Keep"))
        self._keep.setProperty("role", "primary")
        self._keep.clicked.connect(self._add)
        self._field.returnPressed.connect(self._keep.click)
        as_source = QPushButton(tr("As in the source"))
        as_source.clicked.connect(lambda: self._field.setText(source_form))
        as_source.setEnabled(source_form != shown_form)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.close_sheet)
        title = (
            tr("Show otherwise in Simplified")
            if script == SIMPLIFIED
            else tr("Show otherwise in Traditional")
        )
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(_GAP)
        box.addWidget(_label(title, "strong"))
        form = _label(source_form, "")
        form.setFont(reading_font("TC", _FORM_SIZE))
        box.addLayout(_row(form, _label("→", "soft"), self._field, stretch=2))
        box.addLayout(_row(self._here, self._everywhere, None))
        box.addLayout(_row(as_source, None, cancel, self._keep))
        self._allow()
        self.closed.connect(self.deleteLater)

    def place(self) -> None:
        """Below the selection or above it, so that it stays in view."""
        width, height = min(_WIDTH, self.width() - 2 * EDGE), self.sheet.sizeHint().height()
        top = self._selection.bottom() + _GAP
        if top + height > self.height() - EDGE:
            top = max(EDGE, self._selection.top() - _GAP - height)
        left = max(EDGE, min(self.width() - EDGE - width, self._selection.center().x() - width // 2))
        self.sheet.setGeometry(QRect(left, top, width, height))
        self.update()

    def first_field(self) -> QWidget:
        """The form to be shown."""
        return self._field

    def _allow(self) -> None:
        self._keep.setEnabled(bool(self._field.text().strip()))

    def _add(self) -> None:
        form, everywhere = self._field.text().strip(), self._everywhere.isChecked()
        self.close_sheet()
        self._vocabulary.add_exception(self._source_form, form, self._script, everywhere)


class ExceptionList(Overlay):
    """Every exception of this article and of all; Del removes the chosen one, and undo brings it back."""

    def __init__(self, parent: QWidget, theme: Theme, vocabulary: Vocabulary, article_id: int | None) -> None:
        super().__init__(parent, theme)
        self._vocabulary, self._article_id = vocabulary, article_id
        self._list = QListWidget()
        self._list.setProperty("role", "plain")
        self._list.setAccessibleName(tr("Exceptions from conversion"))
        self._list.installEventFilter(self)
        self._list.currentRowChanged.connect(lambda _row: self._allow())
        self._nothing = _label(
            tr("None yet. Select a word that is converted wrongly, and press {key}.").format(key="E"), "soft"
        )
        self._nothing.setWordWrap(True)
        self._remove = QPushButton(tr("Remove"))
        self._remove.clicked.connect(self._remove_chosen)
        self._done = QPushButton(tr("Close"))
        self._done.clicked.connect(self.close_sheet)
        box = QVBoxLayout(self.sheet)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(_GAP)
        box.addWidget(_label(tr("Exceptions from conversion"), "name"))
        box.addWidget(self._nothing)
        box.addWidget(self._list, 1)
        box.addLayout(_row(self._remove, None, self._done))
        self._there: Sequence[ConversionException] = ()
        self.closed.connect(self.deleteLater)

    def prepare(self) -> None:
        """Fill it with what there is."""
        row = self._list.currentRow()
        self._there = [
            each for each in self._vocabulary.exceptions if each.article_id in (None, self._article_id)
        ]
        self._list.clear()
        for each in self._there:
            item = QListWidgetItem(_described(each), self._list)
            item.setFont(reading_font("TC", 16))
        self._list.setCurrentRow(min(max(0, row), len(self._there) - 1))
        self._list.setVisible(bool(self._there))
        self._nothing.setVisible(not self._there)
        self._allow()

    def place(self) -> None:
        """In the middle."""
        width = min(_LIST_WIDTH, self.width() - 2 * EDGE)
        rows = self._list.sizeHintForRow(0) * len(self._there) - self._list.sizeHint().height()
        wanted = self.sheet.sizeHint().height() + (rows + _GAP if self._there else 0)
        height = min(wanted, _LIST_HEIGHT, self.height() - 2 * EDGE)
        self.sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.update()

    def first_field(self) -> QWidget:
        """The list, if there is anything in it."""
        return self._list if self._there else self._done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._list
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
        ):
            self._remove_chosen()
            return True
        return super().eventFilter(watched, event)

    def _allow(self) -> None:
        self._remove.setEnabled(self._list.currentRow() >= 0)

    def _remove_chosen(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._there):
            self._vocabulary.remove_exceptions([self._there[row]])
            self.prepare()
            self.place()
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)


def _described(exception: ConversionException) -> str:
    script = tr("Simplified") if exception.script == SIMPLIFIED else tr("Traditional")
    where = tr("In all articles") if exception.article_id is None else tr("In this article")
    return f"{exception.source_form} → {exception.shown_form}   ·   {script}   ·   {where}"


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def _row(*widgets: QWidget | None, stretch: int | None = None) -> QHBoxLayout:
    """Widgets in a row; None is a space that takes what room there is, `stretch` a widget that does."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for number, widget in enumerate(widgets):
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if number == stretch else 0)
    return row
