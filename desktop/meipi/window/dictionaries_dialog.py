"""The dictionaries that words are looked up in: their order, which are used, adding one from a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from meipi.support.errors import sentence
from meipi.support.icons import icon
from meipi.support.jobs import Jobs
from meipi.support.translation import counted, tr
from meipi.workspace.dictionaries import PACKAGED, Dictionaries, Listed

if TYPE_CHECKING:
    from meipi.language.own_dictionary import About

_SIZE = (600, 420)
_SIDE = 20
_AROUND = 48


class DictionariesDialog(QDialog):
    """What is done here holds at once. Alt with an arrow moves a dictionary, Del removes it, Ctrl+Z brings it
    back as long as the dialog is open."""

    def __init__(self, parent: QWidget | None, dictionaries: Dictionaries) -> None:
        super().__init__(parent)
        self._dictionaries = dictionaries
        self._jobs = Jobs(self)
        self._about: dict[str, About | None] = {}
        self._before: list[Listed] | None = None
        self.rows: list[_Row] = []
        self.setWindowTitle(tr("Dictionaries"))
        self.setProperty("role", "sheet")
        self.setStyleSheet("QDialog { border: none; border-radius: 0px; }")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self.told = _label("", "soft")
        self.told.setWordWrap(True)
        self.undo_button = QPushButton(tr("Undo"))
        self.undo_button.setProperty("role", "link")
        self.undo_button.clicked.connect(self.undo)
        self.add_button = QPushButton(tr("Add a file…"))
        self.add_button.setEnabled(dictionaries.can_add)
        self.add_button.clicked.connect(self.choose)
        self.done_button = QPushButton(tr("Done"))
        self.done_button.setProperty("role", "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        for button in (self.undo_button, self.add_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._fit(parent)
        self._fill(dictionaries.listed())
        self._say("")
        self.rows[0].used.setFocus()
        self.finished.connect(self._close)

    # -- its parts ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        hint = _label(tr("A word is looked up in each that is ticked, in this order."), "soft")
        hint.setWordWrap(True)
        contents = QWidget()
        contents.setProperty("role", "contents")
        contents.setLayout(self._list)
        area = QScrollArea()
        area.setAccessibleName(tr("Dictionaries"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(contents)
        self._area = area
        said = QHBoxLayout()
        said.addWidget(self.told, 1)
        said.addWidget(self.undo_button)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        box.setSpacing(10)
        box.addWidget(_label(tr("Dictionaries"), "name"))
        box.addWidget(hint)
        box.addWidget(area, 1)
        box.addLayout(said)
        box.addLayout(foot)

    def _fit(self, parent: QWidget | None) -> None:
        width, height = _SIZE
        if parent is not None:
            window = parent.window()
            width, height = min(width, window.width() - _AROUND), min(height, window.height() - _AROUND)
        self.resize(width, height)

    def _fill(self, listed: list[Listed]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for place, each in enumerate(listed):
            if each.id not in self._about:
                self._about[each.id] = self._dictionaries.about(each.id)
            row = _Row(each, self._about[each.id], place > 0, place < len(listed) - 1)
            row.used.toggled.connect(partial(self._use, each.id))
            row.up.clicked.connect(partial(self._move, each.id, -1))
            row.down.clicked.connect(partial(self._move, each.id, 1))
            row.remove.clicked.connect(partial(self._remove, each.id))
            for stop in row.stops:
                stop.installEventFilter(self)
            self._list.insertWidget(place, row)
            self.rows.append(row)

    def _say(self, text: str, *, role: str = "soft", undo: bool = False) -> None:
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
        self.told.setText(text)
        self.undo_button.setVisible(undo)

    # -- what can be done ---------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file and add the dictionary in it."""
        suffixes = "*.u8 *.txt *.gz *.zip *.ifo *.idx *.dict *.dz *.syn"
        kinds = tr("Dictionaries ({suffixes});;All files (*)").format(suffixes=suffixes)
        name, _ = QFileDialog.getOpenFileName(self, tr("Add a dictionary"), "", kinds)
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Add the dictionary in a file, which is read on a worker."""
        from meipi.exchange.dictionary_file import read_dictionary

        self.add_button.setEnabled(False)
        self._say(tr("“{name}” is being read…").format(name=path.name))
        self._jobs.run(lambda: read_dictionary(path), self._add, self._failed)

    def undo(self) -> None:
        """Bring back what was removed last."""
        if self._before is not None:
            before, self._before = self._before, None
            # What has been added since stays.
            added = [
                each for each in self._dictionaries.listed() if each.id not in {old.id for old in before}
            ]
            self._dictionaries.put([*before, *added])
            self._fill(self._dictionaries.listed())
            self._say("")
            self.rows[0].used.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = next((row for row in self.rows if row.isAncestorOf(self.focusWidget())), None)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif row is not None and event.key() == Qt.Key.Key_Delete and row.id != PACKAGED:
            self._remove(row.id)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button takes the arrows for itself, to go to the next one.
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in by
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self._move(next(row.id for row in self.rows if watched in row.stops), by[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _use(self, name: str, used: bool) -> None:
        listed = self._dictionaries.listed()
        self._dictionaries.put([Listed(each.id, used) if each.id == name else each for each in listed])

    def _move(self, name: str, by: int) -> None:
        listed = self._dictionaries.listed()
        place = next(number for number, each in enumerate(listed) if each.id == name)
        to = max(0, min(len(listed) - 1, place + by))
        listed.insert(to, listed.pop(place))
        self._dictionaries.put(listed)
        self._fill(listed)
        self.rows[to].used.setFocus()

    def _remove(self, name: str) -> None:
        listed = self._dictionaries.listed()
        self._before = listed
        left = [each for each in listed if each.id != name]
        place = listed.index(next(each for each in listed if each.id == name))
        self._dictionaries.put(left)
        self._fill(left)
        self._say(tr("“{name}” was removed.").format(name=_name(self._about[name])), undo=True)
        self.rows[min(place, len(left) - 1)].used.setFocus()

    def _add(self, data: bytes) -> None:
        self.add_button.setEnabled(True)
        try:
            name = self._dictionaries.add(data)
        except OSError as error:
            self._failed(error)
            return
        self._fill(self._dictionaries.listed())
        self._say(tr("“{name}” was added.").format(name=_name(self._about[name])))
        self.rows[-1].used.setFocus()
        self._area.ensureWidgetVisible(self.rows[-1])

    def _failed(self, error: Exception) -> None:
        self.add_button.setEnabled(True)
        self._say(sentence(error), role="problem")

    def _close(self) -> None:
        self._jobs.close()
        self._dictionaries.tidy()


class _Row(QWidget):
    def __init__(self, listed: Listed, about: About | None, can_rise: bool, can_sink: bool) -> None:
        super().__init__()
        self.id = listed.id
        name = _name(about)
        self.used = QCheckBox(name.replace("&", "&&"))
        self.used.setChecked(listed.used)
        self.used.setToolTip(name)
        self.about = _label(_told(about), "soft" if about else "problem")
        self.about.setWordWrap(True)
        self.about.setContentsMargins(24, 0, 0, 0)
        self.up = _button("up", tr("Further up: {name}").format(name=name), can_rise)
        self.down = _button("down", tr("Further down: {name}").format(name=name), can_sink)
        self.remove = _button("delete", tr("Remove: {name}").format(name=name), listed.id != PACKAGED)
        self.stops: tuple[QWidget, ...] = (self.used, self.up, self.down, self.remove)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.used, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.about)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(2)
        line.addLayout(words, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        box = QVBoxLayout(self)
        # Room for the ring around what has the focus.
        box.setContentsMargins(5, 0, 8, 0)
        box.setSpacing(0)
        box.addLayout(line)
        box.addWidget(rule)


def _button(name: str, label: str, enabled: bool) -> QPushButton:
    button = QPushButton()
    button.setIcon(icon(name, button.palette().windowText().color().name()))
    button.setProperty("role", "icon")
    button.setAccessibleName(label)
    button.setToolTip(label)
    button.setEnabled(enabled)
    button.setAutoDefault(False)
    return button


def _name(about: About | None) -> str:
    return about.name if about is not None else tr("Unknown dictionary")


def _told(about: About | None) -> str:
    """Entries, date, licence, and who made it, as far as it tells."""
    if about is None:
        return tr("Its file cannot be read. Remove it and add it once more.")
    entries = counted(about.entries, tr("{n} entry"), tr("{n} entries"))
    date = "" if about.date and about.date in about.name else about.date
    return " · ".join(filter(None, (entries, date, about.licence, about.source)))


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
