"""The kinds of source that can be read: by which name, content type or first bytes each is known, how large
it may be, and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .draft import ArticleDraft
from .limits import BOOK_LIMIT, MARKUP_LIMIT, TEXT_LIMIT
from .plain_text import decoded, encoding_that_fits, plain_draft
from .watch import Watch

# What begins a file that is no text, whatever its name says.
_MAGIC = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"RIFF",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf\x27\x1c",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"Rar!\x1a\x07",
    b"SQLite format 3\x00",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"{\\rtf",
    b"OggS",
    b"ID3",
    b"wOFF",
    b"wOF2",
    b"\x00\x01\x00\x00\x00",
)
# A stop and a few letters: anything else behind a stop belongs to the name, as in 「5.11 報道」.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}", re.ASCII)
_ARCHIVE = b"PK\x03\x04"
_NAMES_SIZE = 1024 * 1024
"""Bytes at the end of an archive where its entries are looked for by their names."""
_OFFICE = "application/vnd.openxmlformats-officedocument"
_HEAD_SIZE = 4096
_HEADER = re.compile(rb"[A-Za-z-]+:")


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader reads: the bytes, a title of last resort, the watch, which knows the path, and the
    encoding that somebody else named, as a server does."""

    data: bytes
    title: str
    watch: Watch
    charset: str = ""


Reader = Callable[[Source], ArticleDraft]
"""Raises ReadError alone."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source. The first of its suffixes is the one to advise; "" is a name without any."""

    suffixes: tuple[str, ...]
    types: tuple[str, ...]
    limit: int
    read: Reader


def _read_text(source: Source) -> ArticleDraft:
    path = source.watch.path
    text = decoded(source.data, path, encoding_that_fits(source.data, source.charset))
    return plain_draft(text.text, title=source.title, encoding=text.encoding, path=path, original=source.data)


def _read_markdown(source: Source) -> ArticleDraft:
    from .markdown import read_markdown

    path = source.watch.path
    text = decoded(source.data, path, encoding_that_fits(source.data, source.charset))
    return read_markdown(text.text, title=source.title, path=path, encoding=text.encoding)


def _read_html(source: Source) -> ArticleDraft:
    from .html import read_page

    return read_page(
        source.data,
        title=source.title,
        path=source.watch.path,
        charset=source.charset,
        watch=source.watch,
    )


def _read_mhtml(source: Source) -> ArticleDraft:
    from .mhtml import read_mhtml

    return read_mhtml(source.data, title=source.title, watch=source.watch)


def _read_epub(source: Source) -> ArticleDraft:
    from .epub import read_epub

    return read_epub(source.data, title=source.title, watch=source.watch)


def _read_docx(source: Source) -> ArticleDraft:
    from .docx import read_docx

    return read_docx(source.data, title=source.title, watch=source.watch)


def _read_pdf(source: Source) -> ArticleDraft:
    from .pdf import read_pdf

    return read_pdf(source.data, title=source.title, watch=source.watch)


TEXT = Kind((".txt", ".text", ""), ("text/plain",), TEXT_LIMIT, _read_text)
MARKDOWN = Kind((".md", ".markdown"), ("text/markdown", "text/x-markdown"), MARKUP_LIMIT, _read_markdown)
HTML = Kind((".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), TEXT_LIMIT, _read_html)
MHTML = Kind((".mhtml", ".mht"), ("multipart/related", "message/rfc822"), TEXT_LIMIT, _read_mhtml)
EPUB = Kind((".epub",), ("application/epub+zip",), BOOK_LIMIT, _read_epub)
DOCX = Kind((".docx",), (f"{_OFFICE}.wordprocessingml.document",), BOOK_LIMIT, _read_docx)
PDF = Kind((".pdf",), ("application/pdf", "application/x-pdf"), BOOK_LIMIT, _read_pdf)

KINDS = (TEXT, MARKDOWN, HTML, MHTML, EPUB, DOCX, PDF)


def of_suffix(suffix: str) -> Kind | None:
    """The kind of files whose names end so, in small letters."""
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def of_type(content_type: str) -> Kind | None:
    """The kind of a content type, without its parameters, in small letters."""
    return next((kind for kind in KINDS if content_type in kind.types), None)


def of_content(data: bytes) -> Kind | None:
    """The kind that the bytes certainly are of; None if they are of none that can be told by them."""
    if data.startswith(_ARCHIVE):
        start = max(len(data) - _NAMES_SIZE, 0)
        if data.rfind(b"META-INF/container.xml", start) >= 0:
            return EPUB
        return DOCX if data.rfind(b"word/document.xml", start) >= 0 else None
    if data.startswith(b"%PDF-"):
        return PDF
    head = data[:_HEAD_SIZE].lower()
    if _HEADER.match(head) and b"\nmime-version:" in head and b"multipart/related" in head:
        return MHTML
    return None


def suffix(name: str) -> str:
    """The suffix that decides how a file is read, in small letters; "" where the name has none."""
    found = Path(name).suffix.lower()
    return found if _SUFFIX.fullmatch(found) else ""


def stem(name: str) -> str:
    """The file's name without its folder and suffix: the title of last resort."""
    base = Path(name).name
    return base[: len(base) - len(suffix(name))]


def is_text(data: bytes, kind: Kind | None = None) -> bool:
    """Whether the bytes do not begin as no text does; not asked of a kind that is none."""
    return kind in (EPUB, DOCX, PDF) or not data.startswith(_MAGIC)
