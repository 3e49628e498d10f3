"""What is said of the page: how it is shown, and which mark the caret has come to."""

from __future__ import annotations

from meipi.support.translation import tr, tr_noop
from meipi.workspace import Mark
from meipi.workspace.colours import colour
from meipi.workspace.viewing import SIMPLIFIED, TRADITIONAL, Viewing

_VARIANTS = {
    ("tw", False): tr_noop("Traditional, Taiwan standard"),
    ("tw", True): tr_noop("Traditional, Taiwan standard and words"),
    ("hk", False): tr_noop("Traditional, Hong Kong standard"),
    ("hk", True): tr_noop("Traditional, Hong Kong standard"),
}
_OLD = tr_noop("Traditional, old forms")
_PHONETICS = {"none": tr_noop("No readings"), "pinyin": tr_noop("Pinyin"), "zhuyin": tr_noop("Zhuyin")}
_THEMES = {
    "paper": tr_noop("Paper"),
    "night": tr_noop("Night"),
    "sepia": tr_noop("Sepia"),
    "contrast": tr_noop("Contrast"),
    "system": tr_noop("System"),
}


def script_told(viewing: Viewing) -> str:
    """The script that is shown, in words."""
    if viewing.script == TRADITIONAL:
        return tr(_VARIANTS.get((viewing.variant, viewing.regional_words), _OLD))
    return tr("Simplified") if viewing.script == SIMPLIFIED else tr("As in the source")


def phonetics_told(viewing: Viewing) -> str:
    """The readings that are shown, in words."""
    return tr(_PHONETICS[viewing.phonetics])


def scope_told(viewing: Viewing) -> str:
    """Over which words readings stand, in words."""
    if viewing.scope == "unknown":
        return tr("Readings over words you do not know")
    if viewing.scope == "level":
        return tr("Readings over words above {level}").format(level=_level(viewing))
    return tr("Readings over all words")


def scope_named(viewing: Viewing) -> str:
    """The same in short; empty while there are no readings, or readings over all words."""
    if viewing.phonetics == "none" or viewing.scope == "all":
        return ""
    if viewing.scope == "unknown":
        return tr("Readings: unknown words")
    return tr("Readings: above {level}").format(level=_level(viewing))


def _level(viewing: Viewing) -> str:
    from meipi.workspace.knowledge import level_name

    return level_name(viewing.level_list, viewing.level)


def change_told(viewing: Viewing, name: str) -> str:
    """What `Viewing.changed` has said, in words; "" if it is of no use to those who do not see it."""
    if name == "script":
        return script_told(viewing)
    if name == "phonetics":
        return phonetics_told(viewing)
    if name == "scope":
        return scope_told(viewing)
    if name == "vertical":
        return tr("Columns from right to left") if viewing.type.vertical else tr("Lines from left to right")
    return tr(_THEMES.get(viewing.theme, viewing.theme)) if name == "theme" else ""


def mark_told(mark: Mark) -> str:
    """A mark's kind, colour and note."""
    template = tr("Underline, {colour}") if mark.style == "underline" else tr("Highlight, {colour}")
    told = template.format(colour=tr(colour(mark.colour).name))
    return tr("{mark}, note: {note}").format(mark=told, note=mark.note) if mark.note else told
