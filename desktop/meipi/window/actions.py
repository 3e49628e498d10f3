"""The commands as Qt actions, made once from the table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from meipi.support.icons import icon
from meipi.support.theme import Theme
from meipi.support.translation import tr
from meipi.window.command import GROUPS, HELD, MENUS, Command, Need
from meipi.window.commands import COMMANDS
from meipi.window.desk import Desk

if TYPE_CHECKING:
    from meipi.window.key_sheet import KeyGroup
    from meipi.window.palette import PaletteItem


def shown_key(key: str) -> str:
    """A key as it is written on the reader's keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Actions:
    """An action for each command, by its id, and what derives from them: menu, palette, key sheet."""

    def __init__(self, window: QWidget, desk: Desk, theme: Theme) -> None:
        self._made = {command.id: self._make(command, window, desk) for command in COMMANDS}
        self.by_id: Mapping[str, QAction] = MappingProxyType(self._made)
        self.set_theme(theme)

    def _make(self, command: Command, window: QWidget, desk: Desk) -> QAction:
        action = QAction(tr(command.label), window)
        action.setObjectName(command.id)
        action.triggered.connect(lambda _=False: command.run(desk))
        if command.short:
            action.setIconText(tr(command.short))
        if command.page_keys:
            action.setShortcuts([QKeySequence(key) for key in command.page_keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            for key in command.window_keys:
                QShortcut(QKeySequence(key), window).activated.connect(action.trigger)
        else:
            action.setShortcuts([QKeySequence(key) for key in command.window_keys])
            window.addAction(action)
        if command.keys:
            action.setToolTip(f"{tr(command.label)} ({shown_key(command.keys.split()[0])})")
        return action

    def act_in(self, widget: QWidget, *, page: bool = False, card: bool = False) -> None:
        """Let keys of one letter act while the widget has the focus: the page, or a list.

        Those of the word card only with `card`: a list needs its arrow keys, whether the card is open or not.
        Tab goes from mark to mark on the `page` alone: elsewhere it goes on to the next widget.
        """
        here: dict[Need, bool] = {"card": card, "overlap": page}
        # Added a second time, an action would first be taken away, and a button be without its own.
        there = widget.actions()
        for command in COMMANDS:
            action = self._made[command.id]
            if command.page_keys and here.get(command.need, True) and action not in there:
                widget.addAction(action)

    def set_theme(self, theme: Theme) -> None:
        """Icons in the colours of a theme."""
        for command in COMMANDS:
            if command.icon:
                self._made[command.id].setIcon(icon(command.icon, theme.ink))

    def allow(self, have: frozenset[Need]) -> None:
        """Turn on the commands for which what they need is there."""
        for command in COMMANDS:
            self._made[command.id].setEnabled(not command.need or command.need in have)

    def name_steps(self, undo: str | None, redo: str | None) -> None:
        """Say in the menu which step would be undone or done again."""
        for command in COMMANDS:
            if command.need in ("undo", "redo"):
                step, label = undo if command.need == "undo" else redo, tr(command.label)
                told = tr("{command}: {step}").format(command=label, step=step) if step else label
                self._made[command.id].setText(told)

    def menu(self, parent: QWidget) -> QMenu:
        """The main menu, with a menu for each part of the table."""
        whole = QMenu(parent)
        for name, title in MENUS.items():
            part = whole.addMenu(tr(title))
            for command in COMMANDS:
                if command.menu == name:
                    part.addAction(self._made[command.id])
        return whole

    def hints(self) -> list[tuple[str, str]]:
        """The keys that a reader needs first, and what they do: for the foot of the window."""
        return [
            (shown_key("J"), tr("line")),
            (f"{shown_key('1')}–{shown_key('5')}", tr("highlight")),
            (shown_key("N"), tr("note")),
            (shown_key("L"), tr("look up")),
            (shown_key("T"), tr("script")),
            (shown_key("P"), tr("readings")),
            ("?", tr("all keys")),
        ]

    def palette_items(self) -> list[PaletteItem]:
        """Every command for the palette."""
        from meipi.window.palette import PaletteItem

        return [
            PaletteItem(
                command.id,
                tr(command.label),
                tr(MENUS[command.menu]),
                shown_key(command.keys.split()[0]) if command.keys else "",
                self._made[command.id],
            )
            for command in COMMANDS
            if command.id != "help.palette"
        ]

    def key_groups(self) -> list[KeyGroup]:
        """Every command that has keys, by group, for the key sheet."""
        from meipi.window.key_sheet import KeyGroup, KeyRow

        return [
            KeyGroup(
                tr(title),
                (
                    *(
                        KeyRow(tuple(shown_key(key) for key in command.keys.split()), tr(command.label))
                        for command in COMMANDS
                        if command.menu in menus and command.keys
                    ),
                    *(KeyRow((tr(held.keys),), tr(held.label)) for held in HELD if held.menu in menus),
                ),
            )
            for title, menus in GROUPS
        ]
