"""The toolbar: seal and menu, script, readings, type, direction, search, theme, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionGroup, QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from meipi.support.fonts import reading_font
from meipi.support.icons import icon, pixmap
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.actions import Actions, shown_key
from meipi.window.frame import TOOLBAR_HEIGHT
from meipi.window.segments import Segment, Segments
from meipi.workspace.viewing import SIMPLIFIED, SOURCE, TRADITIONAL, Viewing

_VARIANT_HANZI = {"tw": "台", "hk": "港", "old": "舊"}
# The commands, and the variant and regional words that each of them chooses.
_VARIANTS = {
    "taiwan": ("tw", False),
    "taiwan_words": ("tw", True),
    "hong_kong": ("hk", False),
    "old": ("old", False),
}
_COMPACT = 1180
_FOLDED = 960
_SEARCH = range(130, 251)
"""How wide the search may be; where there is less room it is a picture."""

_KEY_FITS = 200
_EXPORT_MOST = 160
_SIDE = 32


class Toolbar(QWidget):
    """What is always at hand. Its switches show the viewing and change it through commands."""

    def __init__(self, actions: Actions, viewing: Viewing, theme: Theme) -> None:
        super().__init__()
        self._actions, self._viewing, self._theme = actions, viewing, theme
        self.setProperty("role", "toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TOOLBAR_HEIGHT)
        self._seal = QToolButton()
        self._seal.setProperty("role", "icon")
        self._seal.setIconSize(QSize(30, 30))
        self._seal.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._seal.setMenu(actions.menu(self))
        self._seal.setAccessibleName(tr("Menu"))
        self._seal.setToolTip(tr("Menu"))
        self._name = QLabel("Meipi 眉批")
        self._name.setProperty("role", "name")
        self._add = self._button("file.open", "add", "square")
        self.script = Segments(
            (
                Segment(SOURCE, "原文", tr("As in the source")),
                Segment(TRADITIONAL, "繁", tr("Traditional")),
                Segment(SIMPLIFIED, "简", tr("Simplified")),
            ),
            theme,
        )
        self.script.setAccessibleName(tr("Script"))
        self.script.set_menu(TRADITIONAL, self._variants())
        self.phonetics = Segments(
            (
                Segment("none", tr("無"), tr("No readings")),
                Segment("pinyin", "pīnyīn", tr("Pinyin")),
                Segment("zhuyin", "ㄅㄆㄇ", tr("Zhuyin")),
            ),
            theme,
        )
        self.phonetics.setAccessibleName(tr("Readings"))
        self.type = self._button("view.type", "", "", "Aa")
        self.type.setFont(reading_font("TC", 15, bold=True))
        # The arrow stands behind the letters.
        self.type.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.direction = Segments(
            (
                Segment("lines", tr("橫"), tr("Lines from left to right")),
                Segment("columns", tr("直"), tr("Columns from right to left")),
            ),
            theme,
        )
        self.direction.setAccessibleName(tr("Direction"))
        self._search = self._button("help.palette", "", "ask", tr("All commands…"))
        self._search_key = QLabel(shown_key("Ctrl+K"))
        self._search_key.setProperty("role", "key")
        self._search_key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self._search)
        inner.setContentsMargins(10, 0, 8, 0)
        inner.addStretch(1)
        inner.addWidget(self._search_key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._night = self._button("view.theme", "moon", "icon")
        self._export = self._button("file.export", "export", "primary", tr("Export"))
        self._lay_out()
        self.script.chosen.connect(self._choose_script)
        self.phonetics.chosen.connect(viewing.set_phonetics)
        self.direction.chosen.connect(lambda chosen: viewing.set("vertical", chosen == "columns"))
        viewing.changed.connect(self._follow)
        self._follow("")
        self.set_theme(theme)

    def _button(self, command: str, icon_name: str, role: str, text: str = "") -> QPushButton:
        action = self._actions.by_id[command]
        button = QPushButton(text)
        button.setProperty("role", role)
        button.setProperty("drawing", icon_name)
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _variants(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for name in _VARIANTS:
            action = self._actions.by_id[f"view.script_{name}"]
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 1)
        row.setSpacing(12)
        line = QFrame()
        line.setProperty("role", "rule")
        line.setFixedSize(1, 20)
        switches = (self.script, self.phonetics, self.type, self.direction)
        for widget in (self._seal, self._name, self._add, line, *switches):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._search, self._night, self._export):
            row.addWidget(widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._seal.setIcon(icon("seal", theme.cinnabar, 30))
        self._search.setIcon(icon("search", theme.soft))
        self.type.setIcon(icon("caret-down", theme.soft, 12))
        self._night.setProperty("drawing", "sun" if theme.dark else "moon")
        for button in (self._add, self._night):
            button.setIcon(icon(str(button.property("drawing")), theme.ink))
        self._export.setIcon(_both(theme))
        self.script.set_theme(theme)
        self.phonetics.set_theme(theme)
        self.direction.set_theme(theme)

    def set_narrow(self, width: int) -> None:
        """Leave out what a window of that width has no room for."""
        self._name.setVisible(width >= _COMPACT)
        folded = width < _FOLDED
        self.script.set_folded(folded)
        self.phonetics.set_folded(folded)
        self._export.setText("" if folded else tr("Export"))
        self._export.setMaximumWidth(_SIDE + 8 if folded else _EXPORT_MOST)
        room = width - self._taken()
        wide = room >= _SEARCH[0]
        self._search.setText(tr("All commands…") if wide else "")
        self._search.setFixedWidth(min(room, _SEARCH[-1]) if wide else _SIDE + 6)
        self._search_key.setVisible(room >= _KEY_FITS)

    def _taken(self) -> int:
        """The width of everything but the search."""
        row = self.layout()
        assert row is not None
        self._search.setFixedWidth(0)
        row.invalidate()
        return row.minimumSize().width() + 12

    def set_article_open(self, is_open: bool) -> None:
        """Without an article the switches are off."""
        self.script.setEnabled(is_open)
        self.phonetics.setEnabled(is_open)
        self.direction.setEnabled(is_open)

    def _choose_script(self, script: str) -> None:
        self._viewing.set_script(script)

    def _follow(self, _name: str) -> None:
        viewing = self._viewing
        self.script.set_current(viewing.script)
        self.script.set_detail(TRADITIONAL, _VARIANT_HANZI[viewing.variant])
        for name, variant in _VARIANTS.items():
            chosen = variant == (viewing.variant, viewing.regional_words)
            self._actions.by_id[f"view.script_{name}"].setChecked(chosen)
        self.phonetics.set_current(viewing.phonetics)
        self.direction.set_current("columns" if viewing.vertical else "lines")


def _both(theme: Theme) -> QIcon:
    """The export icon in the colour of the primary button, on and off."""
    drawn = icon("export", theme.on_cinnabar)
    off: QPixmap = pixmap("export", theme.on_cinnabar)
    both = QIcon(drawn)
    both.addPixmap(off, QIcon.Mode.Disabled)
    return both
