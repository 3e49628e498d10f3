"""The article in a DOCX (ECMA-376, WordprocessingML): headings, lists, quotes, emphasis, links, ruby, notes.

An own reader: what we need of the format is small, and the archive and its XML are then read within the same
bounds as those of an EPUB.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .docx_parts import Numbering, Parts, attribute, is_on, outline_level, styles_of
from .draft import ArticleDraft, InlineKind
from .inlines import link_target
from .read_error import ReadError
from .row_writer import RowWriter
from .rows import Row, assembled, flowed
from .ruby import fitting
from .watch import Watch
from .zipped import Archive

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PASSED_OVER = {
    "del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr",
    "tcPr", "rubyPr", "sdtPr", "comment", "annotationRef", "pict",
}  # fmt: skip
_SIGNS = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}
_STYLES: dict[str, InlineKind] = {"strong": "strong", "emphasis": "emphasis"}
_SEARCHED = 4
_FIELD_LENGTH = 200


def read_docx(data: bytes, *, title: str = "", watch: Watch) -> ArticleDraft:
    """The article in a document; `title` is for one that has none. One without text gives an empty draft.

    Raises ReadError: "encrypted" for one with a password, "broken", "unpacks", "slow", "cancelled".
    """
    path = watch.path
    if data.startswith(_OLE):
        raise ReadError("encrypted" if _LOCKED in data else "broken", path)
    parts = Parts(Archive(data, watch), path)
    walk = _Walk(parts, watch)
    body = parts.text.find("body")
    if body is None:
        raise ReadError("broken", path, parts.name)
    walk.blocks(body)
    rows = [*walk.writer.rows, *walk.notes()]
    named = _property(parts.properties, "title")
    rows, headline = _titled(rows, named)
    text, blocks, inlines = assembled(rows)
    watch.at(1)
    return ArticleDraft(
        title=headline or named or title,
        text=text,
        blocks=blocks,
        inlines=inlines,
        author=_property(parts.properties, "creator"),
        path=path,
    )


class _Walk:
    """Goes through the paragraphs and writes their rows."""

    def __init__(self, parts: Parts, watch: Watch) -> None:
        self.writer = RowWriter()
        self._parts = parts
        self._watch = watch
        self._style = styles_of(parts.related("styles"))
        self._numbering = Numbering(parts.related("numbering"))
        self._noted: dict[tuple[str, str], int] = {}
        """By kind and id, the number of each note that was referred to."""
        self._boxes: list[Any] = []
        """Boxes of text met in the paragraph: they stand behind it."""
        self._emphasis: tuple[InlineKind, ...] = ()
        self._paragraphs = 0

    def blocks(self, container: Any) -> None:
        """The paragraphs and tables in an element, in order."""
        for element in container:
            if element.tag == "p":
                self._paragraph(element)
            elif element.tag == "tbl":
                for row in _outermost(element, "tr"):
                    self._table_row(list(_outermost(row, "tc")))
            elif element.tag not in _PASSED_OVER:
                self.blocks(element)

    def notes(self) -> list[Row]:
        """The notes that were referred to, each once, as items with their numbers."""
        rows: list[Row] = []
        known: dict[str, dict[str, Any]] = {}
        done = 0
        waiting = list(self._noted)
        while waiting:
            kind, identity = waiting.pop(0)
            done += 1
            if kind not in known:
                root = self._parts.related(f"{kind}s")
                known[kind] = {attribute(e, "id"): e for e in ([] if root is None else root.iter(kind))}
            self.writer = RowWriter()
            if identity in known[kind]:
                self.blocks(known[kind][identity])
            marker = f"[{done}]"
            for row in self.writer.rows:
                rows.append(row._replace(kind="item", level=1, marker=marker))
                marker = ""
            waiting += list(self._noted)[done + len(waiting) :]  # notes of notes
        return rows

    def _paragraph(self, paragraph: Any) -> None:
        self._paragraphs += 1
        if self._paragraphs % 100 == 0:
            self._watch.check()
        properties = paragraph.find("pPr")
        named = None if properties is None else properties.find("pStyle")
        style = self._style("" if named is None else attribute(named, "val"))
        if style.is_contents:
            return
        level = outline_level(properties) or style.level
        own = None if properties is None else properties.find("numPr")
        numbering = own if own is not None else style.numbering
        numbered = None if numbering is None else self._numbering.marker(numbering, max(level - 1, 0))
        if style.is_title:
            self.writer.enter("title", 1)
        elif level:
            self.writer.enter("heading", min(level, 6))
            if numbered is not None and numbered[1]:
                self.writer.add(numbered[1] + " ")
        elif numbered is not None:
            self.writer.enter_marked(*numbered)
        elif style.is_quote:
            self.writer.enter("quote")
        else:
            self.writer.enter_group()
        self._runs(paragraph)
        self._emphasise(())
        self.writer.leave()
        self._write_boxes()

    def _write_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table_row(self, cells: Sequence[Any]) -> None:
        """A row of a table as one paragraph; a single cell is only a frame around what is in it."""
        if len(cells) == 1:
            self.blocks(cells[0])
            return
        self.writer.enter_group()
        for cell in cells:
            for paragraph in _outermost(cell, "p"):
                self._runs(paragraph)
                self._emphasise(())
                self.writer.add(" ")
        self.writer.leave()
        self._write_boxes()

    def _runs(self, element: Any) -> None:
        for child in element:
            tag = child.tag
            if tag == "r":
                self._run(child)
            elif tag == "hyperlink":
                self._link(child)
            elif tag not in _PASSED_OVER and tag != "p":
                self._runs(child)

    def _link(self, element: Any) -> None:
        anchor = attribute(element, "anchor")
        target = link_target(self._parts.link(attribute(element, "id")) or (anchor and f"#{anchor}"))
        self._emphasise(())
        if target:
            self.writer.open("link", target)
        self._runs(element)
        self._emphasise(())
        if target:
            self.writer.close("link")

    def _run(self, run: Any) -> None:
        properties = run.find("rPr")
        if properties is not None and is_on(properties.find("vanish")):
            return
        self._emphasise(() if self.writer.kind in ("heading", "title") else _emphasis(properties))
        self._contents(run)

    def _contents(self, run: Any) -> None:
        for element in run:
            tag = element.tag
            if tag == "t":
                self.writer.add(element.text)
            elif tag in _SIGNS:
                self.writer.add(_SIGNS[tag])
            elif tag in ("br", "cr"):
                self._break(attribute(element, "type"))
            elif tag == "ruby":
                self._ruby(element)
            elif tag in ("footnoteReference", "endnoteReference"):
                note = (tag.removesuffix("Reference"), attribute(element, "id"))
                self.writer.add(f"[{self._noted.setdefault(note, len(self._noted) + 1)}]")
            elif tag == "drawing":
                self._drawing(element)
            elif tag == "AlternateContent":
                for choice in element.iterchildren("Choice"):
                    self._contents(choice)

    def _break(self, kind: str) -> None:
        if kind in ("page", "column"):
            return
        if self.writer.kind in ("heading", "title"):
            self.writer.add(" ")
        else:
            self.writer.flush()

    def _ruby(self, ruby: Any) -> None:
        reading = fitting("".join(text.text or "" for text in ruby.iterfind("rt//t")))
        if reading:
            self.writer.open("ruby", reading)
        for text in ruby.iterfind("rubyBase//t"):
            self.writer.add(text.text)
        if reading:
            self.writer.close("ruby")

    def _drawing(self, drawing: Any) -> None:
        self._boxes.extend(_outermost(drawing, "txbxContent"))
        described = next(drawing.iter("docPr"), None)
        if described is not None:
            self.writer.image(described.get("descr", ""), "")

    def _emphasise(self, wanted: tuple[InlineKind, ...]) -> None:
        if wanted != self._emphasis:
            for kind in self._emphasis:
                self.writer.close(kind)
            for kind in wanted:
                self.writer.open(kind)
            self._emphasis = wanted


def _outermost(element: Any, tag: str) -> Iterator[Any]:
    """The elements of a name within another, without those within one of them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _outermost(child, tag)


def _emphasis(properties: Any) -> tuple[InlineKind, ...]:
    if properties is None:
        return ()
    style = properties.find("rStyle")
    named = _STYLES.get("" if style is None else attribute(style, "val").lower())
    found: list[InlineKind] = [named] if named else []
    if is_on(properties.find("b")) and "strong" not in found:
        found.append("strong")
    if (is_on(properties.find("i")) or is_on(properties.find("em"))) and "emphasis" not in found:
        found.append("emphasis")
    return tuple(found)


def _property(properties: Any, name: str) -> str:
    found = None if properties is None else next(properties.iter(name), None)
    return "" if found is None else flowed("".join(found.itertext()))[:_FIELD_LENGTH]


def _titled(rows: list[Row], named: str) -> tuple[list[Row], str]:
    """The rows with one title at most, and what it is: one in the style of titles, else the first heading
    that the properties call so or that is the only one of its level."""
    titles = [row for row in rows if row.kind == "title"]
    if titles:
        rest = (row._replace(kind="heading", level=2) if row.kind == "title" else row for row in rows)
        return [titles[0] if row is titles[0] else other for row, other in zip(rows, rest, strict=True)], (
            titles[0].text
        )
    for number, row in enumerate(rows[:_SEARCHED]):
        if row.text == named or (row.kind == "heading" and row.level == 1 and _is_only(rows)):
            return [*rows[:number], row._replace(kind="title", level=1), *rows[number + 1 :]], row.text
    return rows, ""


def _is_only(rows: Sequence[Row]) -> bool:
    return sum(row.kind == "heading" and row.level == 1 for row in rows) == 1
