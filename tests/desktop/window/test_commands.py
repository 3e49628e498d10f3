"""The table of commands: no two alike, no clash of keys, every one told in the README."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from meipi.support.assets import resource
from meipi.window.command import GROUPS, MENUS, Command
from meipi.window.commands import COMMANDS


def test_ids_and_labels_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    assert max(Counter(command.label for command in COMMANDS).values()) == 1


def test_no_key_belongs_to_two_commands() -> None:
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys.split())
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_command_is_whole(command: Command) -> None:
    assert command.menu in MENUS
    assert command.label
    assert all(QKeySequence(key).toString() for key in command.keys.split())
    assert not command.icon or resource(f"icons/{command.icon}.svg").is_file()


def test_keys_of_one_letter_act_on_the_page_only() -> None:
    for command in COMMANDS:
        for key in command.window_keys:
            assert "Ctrl" in key or "Alt" in key or key.rpartition("+")[2].startswith("F"), command.id


def test_every_menu_is_in_one_group() -> None:
    assert Counter(menu for _, menus in GROUPS for menu in menus) == Counter(list(MENUS))
