"""What an EPUB says of itself: its documents in reading order, its contents, and its title, author, …"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import unquote

from .read_error import ReadError
from .rows import flowed
from .xhtml import document, page
from .zipped import Archive

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
# Fonts are garbled by these, which is no protection of the text.
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_DOCUMENTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_NCX = "application/x-dtbncx+xml"
_OPS, _OPF = "{http://www.idpf.org/2007/ops}", "{http://www.idpf.org/2007/opf}"
_DATE = re.compile(r"[12]\d{3}(?:-\d{2}(?:-\d{2})?)?(?=$|[T\s])")
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z][A-Za-z0-9+.-]*:")
_SIMPLE = re.compile(r"\w[\w-]*\.\w+")
_FIELD_LENGTH = 200
_CONTENTS = 20_000
"""Lines of the contents at most; the rest is left out."""


class Entry(NamedTuple):
    """A line of the contents: how deep it stands (from 1), and the place in a document that it leads to."""

    depth: int
    label: str
    document: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Package:
    """The names of the documents in reading order, the contents, and what is known about the book."""

    documents: tuple[str, ...]
    contents: tuple[Entry, ...]
    title: str
    author: str
    publisher: str
    published: str
    url: str


def package_of(archive: Archive, path: str) -> Package:
    """Raises ReadError: "protected" if the text of the book is encrypted, "broken" if it is not whole."""
    _refuse_protected(archive, path)
    name = next(
        (root.get("full-path", "") for root in document(archive.read(_CONTAINER), path).iter("rootfile")), ""
    )
    root = document(archive.read(name), path)
    items = {item.get("id"): item for item in root.iter("item")}
    spine = next(root.iter("spine"), None)
    documents: dict[str, None] = {}
    navigation = next((item for item in items.values() if "nav" in item.get("properties", "").split()), None)
    if spine is None:
        raise ReadError("broken", path, name)
    for reference in spine.iter("itemref"):
        item = items.get(reference.get("idref"))
        if item is None:
            raise ReadError("broken", path, reference.get("idref", ""))
        # The contents are shown beside the text.
        if item.get("media-type", _DOCUMENTS[0]) in _DOCUMENTS and item is not navigation:
            documents[resolved(name, item.get("href", ""))[0]] = None
    metadata = root.find("metadata")
    if metadata is None:
        metadata = root
    return Package(
        documents=tuple(documents),
        contents=_contents(archive, path, name, navigation, _ncx(items, spine)),
        title=next(_texts(metadata, "title"), ""),
        author="、".join(_authors(metadata))[:_FIELD_LENGTH],
        publisher=next(_texts(metadata, "publisher"), ""),
        published=_published(metadata),
        url=next((text for text in _texts(metadata, "source") if re.match("https?://", text)), ""),
    )


def resolved(base: str, address: str) -> tuple[str, str]:
    """The name of the entry that an address in the entry `base` leads to, and its fragment.

    The name is "" for an address that leads out of the book: one with a scheme, an absolute one, or one
    that climbs above the root.
    """
    place, _, fragment = address.strip().partition("#")
    if _SIMPLE.fullmatch(place):
        return base[: base.rfind("/") + 1] + place, unquote(fragment)
    place = unquote(place)
    if _ABSOLUTE.match(place):
        return "", ""
    name = posixpath.normpath(posixpath.join(posixpath.dirname(base), place)) if place else base
    return ("", "") if name.startswith("..") else (name, unquote(fragment))


def _refuse_protected(archive: Archive, path: str) -> None:
    if _ENCRYPTION not in archive:
        return
    for method in document(archive.read(_ENCRYPTION), path).iter("EncryptionMethod"):
        if next(method.iterancestors("EncryptedKey"), None) is None and (
            method.get("Algorithm") not in _OF_FONTS
        ):
            raise ReadError("protected", path, method.get("Algorithm", ""))


def _ncx(items: dict[str, Any], spine: Any) -> Any:
    named = items.get(spine.get("toc"))
    return (
        named
        if named is not None
        else next((item for item in items.values() if item.get("media-type") == _NCX), None)
    )


def _contents(archive: Archive, path: str, base: str, navigation: Any, ncx: Any) -> tuple[Entry, ...]:
    """The contents by the navigation document of EPUB 3, else by the NCX of EPUB 2, else none."""
    for item, entries in ((navigation, _of_navigation), (ncx, _of_ncx)):
        name = "" if item is None else resolved(base, item.get("href", ""))[0]
        if name in archive:
            found = []
            root = (
                page(archive.read(name), path) if item is navigation else document(archive.read(name), path)
            )
            for entry in entries(root, name):
                found.append(entry)
                if len(found) == _CONTENTS:
                    break
            if found:
                return tuple(found)
    return ()


def _of_navigation(root: Any, name: str) -> Iterator[Entry]:
    lists = list(root.iter("nav"))
    toc = next((nav for nav in lists if "toc" in nav.get(f"{_OPS}type", nav.get("type", "")).split()), None)
    if toc is None and lists:
        toc = lists[0]
    for line in () if toc is None else toc.iter("li"):
        label = next((child for child in line if child.tag in ("a", "span")), None)
        if label is not None:
            yield from _entry(line, "li", "".join(label.itertext()), name, label.get("href", ""))


def _of_ncx(root: Any, name: str) -> Iterator[Entry]:
    for point in root.iter("navPoint"):
        content = point.find("content")
        address = "" if content is None else content.get("src", "")
        yield from _entry(point, "navPoint", point.findtext("navLabel/text") or "", name, address)


def _entry(line: Any, tag: str, label: str, base: str, address: str) -> Iterator[Entry]:
    label = flowed(label)[:_FIELD_LENGTH]
    name, fragment = resolved(base, address) if address else ("", "")
    if label and name:
        yield Entry(1 + sum(1 for _ in line.iterancestors(tag)), label, name, fragment)


def _texts(metadata: Any, name: str) -> Iterator[str]:
    for element in metadata.iter(name):
        text = flowed("".join(element.itertext()))[:_FIELD_LENGTH]
        if text:
            yield text


def _authors(metadata: Any) -> list[str]:
    """Who is said to be an author; where no roles are told, all who made the book."""
    refined = {
        meta.get("refines", "").lstrip("#"): (meta.text or "").strip()
        for meta in metadata.iter("meta")
        if meta.get("property") == "role"
    }
    makers = []
    for element in metadata.iter("creator"):
        role = element.get(f"{_OPF}role") or element.get("role") or refined.get(element.get("id"), "")
        name = flowed("".join(element.itertext()))
        if name:
            makers.append((name, role))
    authors = [name for name, role in makers if role == "aut"]
    return authors or [name for name, _ in makers]


def _published(metadata: Any) -> str:
    dates = list(metadata.iter("date"))
    dates.sort(key=lambda date: date.get(f"{_OPF}event", "publication") != "publication")
    found = (_DATE.match((date.text or "").strip()) for date in dates)
    return next((each[0] for each in found if each), "")
