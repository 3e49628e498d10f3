"""What stands beside the text of a DOCX: its parts, the meaning of its styles, and its numbering."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

from .epub_package import resolved
from .list_markers import BULLETS, NumberForm, numeral
from .xhtml import document
from .zipped import Archive

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc\s*\d|目录\s*\d|目錄\s*\d", re.IGNORECASE)
_QUOTES = ("quote", "intense quote", "block text", "引用", "明显引用", "鮮明引文")
_TITLES = ("title", "标题", "標題")
_FORMS: dict[str, NumberForm] = {
    "decimal": "1", "decimalZero": "1", "decimalFullWidth": "1", "lowerLetter": "a", "upperLetter": "A",
    "lowerRoman": "i", "upperRoman": "I", "chineseCounting": "一", "chineseCountingThousand": "一",
    "ideographDigital": "一", "japaneseCounting": "一", "taiwaneseCounting": "一",
    "taiwaneseCountingThousand": "一", "none": "",
}  # fmt: skip
_LEVELS = 9
_CHAIN = 20
"""Styles that one may be based on, one on the other."""


def attribute(element: Any, name: str) -> str:
    """The value of an attribute by its name alone: its namespace tells only which edition of the standard."""
    for key, value in element.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return ""


def is_on(element: Any) -> bool:
    """Whether a property that is there is not said to be off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


class Parts:
    """The parts of a document, by the relations between them."""

    def __init__(self, archive: Archive, path: str) -> None:
        self._archive, self._path = archive, path
        relations = self._relations("")
        self.name = next((target for kind, target in relations.values() if kind == "officeDocument"), "")
        self.name = self.name or "word/document.xml"
        self.text = document(archive.read(self.name), path)
        self._of_text = self._relations(self.name)
        core = next((target for kind, target in relations.values() if kind == "core-properties"), "")
        self.properties = document(archive.read(core), path) if core in archive else None

    def related(self, kind: str) -> Any:
        """The part of a kind that belongs to the text, or None."""
        name = next((target for each, target in self._of_text.values() if each == kind), "")
        return document(self._archive.read(name), self._path) if name in self._archive else None

    def link(self, name: str) -> str:
        """The address that a relation of the text leads to."""
        kind, target = self._of_text.get(name, ("", ""))
        return target if kind == "hyperlink" else ""

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels".lstrip("/")
        found: dict[str, tuple[str, str]] = {}
        if name in self._archive:
            for each in document(self._archive.read(name), self._path).iter("Relationship"):
                kind = each.get("Type", "").rpartition("/")[2]
                target = each.get("Target", "")
                if each.get("TargetMode") != "External":
                    target = resolved(part, target)[0] if not target.startswith("/") else target[1:]
                found[each.get("Id", "")] = (kind, target)
        return found


class Style(NamedTuple):
    """What a style of paragraphs means; `level` is that of a heading, from 1, and 0 for none."""

    level: int = 0
    is_title: bool = False
    is_quote: bool = False
    is_contents: bool = False
    numbering: Any = None


def styles_of(root: Any) -> Callable[[str], Style]:
    """Tells the meaning of a style by its id. A style takes from the one that it is based on what it does
    not say itself."""
    elements = {attribute(each, "styleId"): each for each in ([] if root is None else root.iter("style"))}
    known: dict[str, Style] = {}

    def style(identity: str) -> Style:
        if identity not in known:
            known[identity] = _style(elements, identity)
        return known[identity]

    return style


def _style(elements: dict[str, Any], identity: str) -> Style:
    level, numbering, names = 0, None, []
    for _ in range(_CHAIN):
        element = elements.get(identity)
        if element is None:
            break
        name = element.find("name")
        names.append("" if name is None else attribute(name, "val"))
        level = level or outline_level(element.find("pPr")) or _named_level(names[-1])
        numbering = numbering if numbering is not None else element.find("pPr/numPr")
        based = element.find("basedOn")
        identity = "" if based is None else attribute(based, "val")
    lower = [name.strip().lower() for name in names]
    return Style(
        level=level,
        is_title=any(name in _TITLES for name in lower),
        is_quote=any(name in _QUOTES for name in lower),
        is_contents=any(_CONTENTS.match(name) for name in lower),
        numbering=numbering,
    )


def outline_level(properties: Any) -> int:
    """The level, from 1, that the properties of a paragraph give it among the headings; 0 for none."""
    element = None if properties is None else properties.find("outlineLvl")
    value = "" if element is None else attribute(element, "val")
    return int(value) + 1 if value.isdecimal() and int(value) < _LEVELS else 0


def _named_level(name: str) -> int:
    found = _HEADING.fullmatch(name.strip())
    return int(found[1]) if found else 0


class _Level(NamedTuple):
    form: NumberForm | None
    start: int
    shown: str


class Numbering:
    """The numbers of paragraphs, counted as they come."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        levels = {attribute(each, "abstractNumId"): _levels(each) for each in root.iter("abstractNum")}
        for each in root.iter("num"):
            of = each.find("abstractNumId")
            if of is not None:
                self._lists[attribute(each, "numId")] = levels.get(attribute(of, "val"), {})

    def marker(self, properties: Any, level: int | None = None) -> tuple[int, str] | None:
        """How deep a paragraph with these properties stands, from 1, and its marker; None if it has none."""
        identity = properties.find("numId")
        depth = properties.find("ilvl")
        value = "" if depth is None else attribute(depth, "val")
        place = int(value) if value.isdecimal() and int(value) < _LEVELS else level or 0
        levels = self._lists.get("" if identity is None else attribute(identity, "val"))
        if levels is None or identity is None:
            return None
        counts = self._counts[attribute(identity, "val")]
        here = levels.get(place, _Level("1", 1, f"%{place + 1}."))
        counts[place] = counts.get(place, here.start - 1) + 1
        for deeper in [each for each in counts if each > place]:
            del counts[deeper]
        if here.form is None:
            return place + 1, BULLETS[min(place, len(BULLETS) - 1)]

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            each = levels.get(at, here)
            return numeral(counts.get(at, each.start), each.form or "1")

        return place + 1, re.sub("%([1-9])", number, here.shown).strip()


def _levels(root: Any) -> dict[int, _Level]:
    levels = {}
    for element in root.iter("lvl"):
        form, start, shown = (element.find(name) for name in ("numFmt", "start", "lvlText"))
        first = "" if start is None else attribute(start, "val")
        place = attribute(element, "ilvl")
        kind = "decimal" if form is None else attribute(form, "val")
        if place.isdecimal():
            levels[int(place)] = _Level(
                None if kind == "bullet" else _FORMS.get(kind, "1"),
                int(first) if re.fullmatch("[0-9]{1,6}", first) else 1,
                "" if shown is None else attribute(shown, "val")[:40],
            )
    return levels
