"""What a command is, in which menu it stands, and what must be there for it. The table is `commands`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from meipi.support.translation import tr_noop

if TYPE_CHECKING:
    from meipi.window.desk import Desk

Menu = Literal["file", "edit", "find", "go", "view", "mark", "word", "help"]
Need = Literal[
    "", "article", "selection", "mark", "quote", "overlap", "orphan", "placed", "card", "undo", "redo"
]

MENUS: dict[Menu, str] = {
    "file": tr_noop("File"),
    "edit": tr_noop("Edit"),
    "find": tr_noop("Find"),
    "go": tr_noop("Go"),
    "view": tr_noop("View"),
    "mark": tr_noop("Mark"),
    "word": tr_noop("Word"),
    "help": tr_noop("Help"),
}


@dataclass(frozen=True)
class Command:
    """One command: what it is called, its keys, what it does, and what must be there for it."""

    id: str
    label: str
    keys: str
    """As QKeySequence reads them, parted by spaces; the first is the one that is shown."""
    run: Callable[[Desk], None]
    need: Need = "article"
    icon: str = ""
    short: str = ""
    """What stands on a button, if the label is too long for one."""

    @property
    def menu(self) -> Menu:
        """The menu it stands in: the part of its id before the stop."""
        return cast(Menu, self.id.partition(".")[0])

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The keys that act only on the page and in lists."""
        return tuple(key for key in self.keys.split() if _is_page_key(key))

    @property
    def window_keys(self) -> tuple[str, ...]:
        """The keys that act in the whole window."""
        return tuple(key for key in self.keys.split() if not _is_page_key(key))


def _is_page_key(key: str) -> bool:
    return "Ctrl+" not in key and "Alt+" not in key and not re.fullmatch(r"(Shift\+)?F\d+", key)


GROUPS: tuple[tuple[str, tuple[Menu, ...]], ...] = (
    (tr_noop("Move"), ("go",)),
    (tr_noop("Find"), ("find",)),
    (tr_noop("Read"), ("view",)),
    (tr_noop("Mark"), ("mark",)),
    (tr_noop("Words"), ("word",)),
    (tr_noop("Articles"), ("file",)),
    (tr_noop("Edit"), ("edit",)),
    (tr_noop("Help"), ("help",)),
)
"""The groups of the key sheet and the palette, and the menus of which each is made."""


@dataclass(frozen=True)
class Held:
    """What keys do together with the pointer, or with a mark that is chosen: no command, for it has no moment
    of its own."""

    menu: Menu
    keys: str
    label: str


HELD = (
    Held("mark", tr_noop("Shift + ← →"), tr_noop("Move the end of the chosen mark (with Ctrl by words)")),
    Held("mark", tr_noop("Alt + Shift + ← →"), tr_noop("Move its beginning likewise")),
    Held(
        "mark",
        tr_noop("Shift + ↑ ↓ in the notes"),
        tr_noop("Select several: 1–6, G, Del and Ctrl+E are about all of them"),
    ),
    Held("mark", tr_noop("/ in the notes"), tr_noop("Filter them")),
    Held("mark", tr_noop("Ctrl + Enter in the notes"), tr_noop("Open the links of a note")),
    Held("mark", tr_noop("[[ in a note"), tr_noop("Link to a mark or an article")),
    Held("mark", tr_noop("Ctrl + B, Ctrl + I in a note"), tr_noop("Bold, italics")),
    Held("mark", tr_noop("Ctrl + Shift + M in a note"), tr_noop("Show or hide its preview")),
    Held("word", tr_noop("Shift + pointer"), tr_noop("Look up what the pointer is on")),
)
