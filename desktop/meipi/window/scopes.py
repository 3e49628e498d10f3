"""Over which words readings stand, in words."""

from __future__ import annotations

from meipi.support.translation import tr
from meipi.workspace.viewing import Viewing


def scope_told(viewing: Viewing) -> str:
    """As a sentence for the reader."""
    match viewing.scope:
        case "unknown":
            return tr("Readings over words you do not know")
        case "level":
            return tr("Readings over words above {level}").format(level=level_told(viewing))
        case _:
            return tr("Readings over all words")


def scope_named(viewing: Viewing) -> str:
    """In short, for the status bar; empty while there are no readings, or readings over all words."""
    if viewing.phonetics == "none" or viewing.scope == "all":
        return ""
    return (
        tr("unknown words")
        if viewing.scope == "unknown"
        else tr("above {level}").format(level=level_told(viewing))
    )


def level_told(viewing: Viewing) -> str:
    """The reader's level: "HSK 4"."""
    from meipi.workspace.knowledge import level_name

    return level_name(viewing.level_list, viewing.level)
