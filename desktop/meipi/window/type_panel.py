"""The type panel, Aa: everything about how the page is set, changed on the page itself while one chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from meipi.support import theme as themes
from meipi.support.fonts import Family, has_kai, reading_family
from meipi.support.settings import Settings
from meipi.support.theme import SYSTEM, THEMES, Theme
from meipi.support.translation import tr
from meipi.window.overlay import tab_within
from meipi.window.segments import Segment, Segments
from meipi.window.switch import Switch
from meipi.window.type_controls import LABEL_WIDTH, SliderRow, Swatch, ThemeSwatch, ToneButton
from meipi.workspace.knowledge import LISTS, level_name
from meipi.workspace.viewing import Viewing

_WIDTH = 420
_SHADOW = 16
_EDGE = 8
_GAP = 6
_PADDING = 14
_ROW_GAP = 6
_SYLLABLES = ("ā", "á", "ǎ", "à", "a")


class TypePanel(QWidget):
    """Stands below the button that opens it; Esc or a press beside it closes it."""

    def __init__(
        self,
        app: QApplication,
        parent: QWidget,
        opener: QWidget,
        viewing: Viewing,
        settings: Settings,
        reduce_motion: QAction,
        theme: Theme,
    ) -> None:
        """`opener` is what it stands below."""
        super().__init__(parent)
        self._app, self._below, self._opener = app, parent, opener
        self._viewing, self._settings, self._theme = viewing, settings, theme
        self._focus_before: QWidget | None = None
        self._switches: dict[str, Switch] = {}
        self._segments: dict[str, Segments] = {}
        self._sliders: dict[str, SliderRow] = {}
        self.setAccessibleName(tr("Type"))
        self._frame = QFrame(self)
        self._frame.setProperty("role", "popover")
        self._contents = QWidget()
        self._contents.setProperty("role", "contents")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._contents)
        box = QVBoxLayout(self._frame)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._scroll)
        self._rows = QVBoxLayout(self._contents)
        self._rows.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self._rows.setSpacing(_ROW_GAP)
        self._build_type()
        self._rule()
        self._build_look(reduce_motion)
        self.hide()
        parent.installEventFilter(self)
        viewing.changed.connect(self._follow)

    # -- building -----------------------------------------------------------------------------------

    def _build_type(self) -> None:
        families = [("song", tr("宋 Serif")), ("hei", tr("黑 Sans"))]
        if has_kai():
            families.append(("kai", tr("楷 Kai")))
        drawn = [Segment(id, label, "", reading_family("TC", cast(Family, id))) for id, label in families]
        self._choice("family", tr("Typeface"), drawn)
        self._slider("size", tr("Text"), range(16, 33), _pixels)
        self._slider(
            "leading", tr("Line"), range(160, 261, 10), lambda value: tr("{n} ×").format(n=value / 100)
        )
        self._slider("measure", tr("Measure"), range(24, 45), lambda value: tr("{n} 字").format(n=value))
        self._slider(
            "reading_size", tr("Reading size"), range(80, 141, 5), lambda value: tr("{n} %").format(n=value)
        )
        self._slider(
            "reading_gap", tr("Reading gap"), range(3, 11), lambda value: tr("{n} px").format(n=value)
        )
        self._choice(
            "grouping",
            tr("Pinyin by"),
            [Segment("syllable", tr("Syllable")), Segment("word", tr("Word"))],
        )
        self._choice(
            "scope",
            tr("Readings over"),
            [Segment("all", tr("All")), Segment("unknown", tr("Unknown")), Segment("level", tr("Above"))],
        )
        self._slider(
            "level", tr("My level"), range(1, 8), lambda value: level_name(self._viewing.level_list, value)
        )
        self._choice(
            "level_list", tr("Of the list"), [Segment(name, name.removeprefix("HSK ")) for name in LISTS]
        )
        self._switch("gloss", tr("Meanings in place of pinyin over these words"))
        self._choice(
            "standard",
            tr("Readings as in"),
            [Segment("mainland", tr("Mainland")), Segment("taiwan", tr("Taiwan"))],
        )
        self._choice(
            "tone_form",
            tr("Tones as"),
            [Segment("marks", "mǎ"), Segment("numbers", "ma3"), Segment("none", "ma")],
        )
        self._switch("spoken", tr("Tones as spoken: bú shì, ní hǎo"))
        self._switch("doubts", tr("Dots where a reading is not sure"))
        self._choice(
            "paragraphs",
            tr("Paragraphs"),
            [Segment("indent", tr("Indented")), Segment("space", tr("Spaced"))],
        )
        self._choice(
            "line_end",
            tr("Line ends"),
            [Segment("hang", tr("Hanging")), Segment("trim", tr("Trimmed"))],
        )
        self._switch("compact", tr("Compact lines where there are no readings"))
        self._switch("corner_quotes", tr("Corner quotes 「」 in columns"))
        self._scope = Segments(
            [Segment("all", tr("As everywhere")), Segment("here", tr("Only for this article"))], self._theme
        )
        self._scope.setAccessibleName(tr("These choices"))
        self._scope.chosen.connect(lambda chosen: self._viewing.set_only_here(chosen == "here"))
        self._add(tr("These choices"), self._scope)

    def _build_look(self, reduce_motion: QAction) -> None:
        self._choice(
            "tones",
            tr("Tone colours"),
            [
                Segment("none", tr("None")),
                Segment("pleco", "Pleco"),
                Segment("dummitt", "Dummitt"),
                Segment("own", tr("Own")),
            ],
        )
        self._tones = QWidget()
        row = QHBoxLayout(self._tones)
        row.setContentsMargins(LABEL_WIDTH + 8, 0, 0, 0)
        row.setSpacing(8)
        self._tone_buttons = []
        for number, syllable in enumerate(_SYLLABLES):
            name = tr("Tone {n}").format(n=number + 1) if number < 4 else tr("Neutral tone")
            button = ToneButton(name, syllable, self._theme)
            button.clicked.connect(lambda _=False, tone=number: self._ask_colour(tone))
            self._tone_buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self._rows.addWidget(self._tones)
        self._switch("head_notes", tr("Head notes in the margin"))
        self._motion = Switch(tr("Reduce motion"), self._theme)
        self._motion.clicked.connect(reduce_motion.trigger)
        self._rows.addWidget(self._motion)
        names = {
            "paper": tr("Paper"),
            "night": tr("Night"),
            "sepia": tr("Sepia"),
            "contrast": tr("Contrast"),
            SYSTEM: tr("System"),
        }
        self._swatches: dict[str, ThemeSwatch] = {}
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        for name in (*THEMES, SYSTEM):
            shown = (themes.load("paper"), themes.load("night")) if name == SYSTEM else (themes.load(name),)
            swatch = ThemeSwatch(names[name], shown, self._theme)
            swatch.clicked.connect(lambda _=False, chosen=name: self._viewing.set_theme(chosen))
            self._swatches[name] = swatch
            line.addWidget(swatch)
        self._rows.addLayout(line)
        self._rows.addStretch(1)

    def _rule(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        self._rows.addSpacing(4)
        self._rows.addWidget(rule)
        self._rows.addSpacing(4)

    def _choice(self, name: str, label: str, options: Sequence[Segment]) -> None:
        segments = self._segments[name] = Segments(options, self._theme)
        segments.setAccessibleName(label)
        segments.chosen.connect(lambda chosen: self._viewing.set(name, chosen))
        self._add(label, segments)

    def _add(self, label: str, segments: Segments) -> None:
        told = QLabel(label)
        told.setMinimumWidth(LABEL_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(told)
        row.addWidget(segments)
        row.addStretch(1)
        self._rows.addLayout(row)

    def _slider(self, name: str, label: str, values: range, told: Callable[[int], str]) -> None:
        row = self._sliders[name] = SliderRow(label, values, told)
        row.chosen.connect(lambda value: self._viewing.set(name, value))
        self._rows.addWidget(row)

    def _switch(self, name: str, label: str) -> None:
        switch = self._switches[name] = Switch(label, self._theme)
        switch.clicked.connect(lambda on: self._viewing.set(name, on))
        self._rows.addWidget(switch)

    # -- showing ------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it below its button with what is chosen now, or close it."""
        if self.isVisible():
            self.close_panel()
            return
        self._focus_before = self.window().focusWidget()
        self._refresh()
        self._place()
        self.show()
        self.raise_()
        self._app.installEventFilter(self)
        tab_within(self._contents, forward=True)

    def close_panel(self) -> None:
        """Hide it; the keys go back to where they were, unless they are elsewhere by now."""
        if not self.isVisible():
            return
        self._app.removeEventFilter(self)
        focus, before = self.window().focusWidget(), self._focus_before
        if focus is not None and self.isAncestorOf(focus) and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._focus_before = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours from now on."""
        self._theme = theme
        for segments in (*self._segments.values(), self._scope):
            segments.set_theme(theme)
        for switch in (*self._switches.values(), self._motion):
            switch.theme = theme
            switch.update()
        swatches: list[Swatch] = [*self._tone_buttons, *self._swatches.values()]
        for swatch in swatches:
            swatch.theme = theme
            swatch.update()
        self.update()

    def _follow(self, _name: str) -> None:
        if self.isVisible():
            self._refresh()
            self._place()

    def _refresh(self) -> None:
        viewing = self._viewing
        others = (
            "tones", "head_notes", "scope", "level", "level_list", "gloss", "standard", "spoken", "doubts",
        )  # fmt: skip
        now = {**vars(viewing.type), **{name: getattr(viewing, name) for name in others}}
        for name, slider in self._sliders.items():
            slider.show_value(now[name])
        for name, switch in self._switches.items():
            switch.setChecked(now[name])
        for name, segments in self._segments.items():
            known = name != "family" or now[name] != "kai" or has_kai()
            segments.set_current(now[name] if known else "song")
        self._scope.setEnabled(viewing.for_one)
        self._scope.set_current("here" if viewing.only_here else "all")
        self._switches["gloss"].setEnabled(viewing.scope != "all")
        self._tones.setVisible(viewing.tones == "own")
        for button, colour in zip(self._tone_buttons, viewing.own_tones, strict=True):
            button.show_colour(colour)
        self._motion.setChecked(not self._settings.get("window.motion"))
        for name, swatch in self._swatches.items():
            chosen = name == viewing.theme
            swatch.setChecked(chosen)
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _place(self) -> None:
        """Below the button, within the window; what does not fit is scrolled."""
        corner = self._opener.mapTo(self._below, QPoint(0, self._opener.height() + _GAP))
        width = min(_WIDTH, self._below.width() - 2 * _EDGE)
        wanted = self._contents.sizeHint().height() + 2
        height = min(wanted, self._below.height() - corner.y() - _EDGE)
        left = max(_EDGE, min(corner.x(), self._below.width() - width - _EDGE))
        frame = QRect(left, corner.y(), width, height)
        self.setGeometry(frame.adjusted(-_SHADOW, 0, _SHADOW, _SHADOW))
        self._frame.setGeometry(_SHADOW, 0, width, height)

    def _ask_colour(self, tone: int) -> None:
        from PySide6.QtWidgets import QColorDialog

        button = self._tone_buttons[tone]
        dialog = QColorDialog(QColor(button.colour), self)
        dialog.setWindowTitle(button.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._keep_colour(tone, colour))
        dialog.open()

    def _keep_colour(self, tone: int, colour: QColor) -> None:
        tones = list(self._viewing.own_tones)
        tones[tone] = colour.name()
        self._viewing.set("own_tones", ",".join(tones))

    # -- events -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif isinstance(watched, QWidget) and self.isVisible() and self._leaves(watched, event):
            self.close_panel()
        return False

    def _leaves(self, widget: QWidget, event: QEvent) -> bool:
        """True for a press beside the panel, and when the keys go elsewhere in the window."""
        if widget.window() is not self.window() or widget is self._opener:
            return False
        if isinstance(event, QFocusEvent) and event.gotFocus():
            # A sheet that is laid over the panel gives the keys back.
            return not self.isAncestorOf(widget) and event.reason() != Qt.FocusReason.PopupFocusReason
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if widget is self:
                return not self._frame.geometry().contains(event.position().toPoint())
            return not self.isAncestorOf(widget)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the panel."""
        return tab_within(self._contents, forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 14, 6, 5))
        box = QRectF(self._frame.geometry()).adjusted(4, 4, -4, -4)
        for grow in range(_SHADOW, 0, -2):
            painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), 10 + grow, 10 + grow)
        painter.end()


def _pixels(value: int) -> str:
    return tr("{n} px").format(n=value)
