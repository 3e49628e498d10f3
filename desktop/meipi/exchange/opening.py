"""Reads an article from a file or from pasted text. Nothing but ReadError is raised for a bad source."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from . import encodings
from .dateline import credits_of
from .draft import ArticleDraft
from .inlines import links_of
from .structure import blocks_of, title_of

_T = TypeVar("_T")

ReadErrorKind = Literal[
    "missing", "unreadable", "empty", "binary", "too_large", "folder", "unsupported", "damaged"
]

TEXT_LIMIT = 64 * 1024 * 1024
MARKUP_LIMIT = 20 * 1024 * 1024
"""Largest plain text, and largest HTML page or Markdown file, in bytes."""

TEXT_SUFFIXES = frozenset({"", ".txt", ".text"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

PASTE_TITLE_LENGTH = 20
"""Code points of the first line that stand for the title of a paste that has none."""

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
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NOISE_SHARE = 0.1
_NOISE_SAMPLE = 64 * 1024
_SURROGATE = re.compile("[\ud800-\udfff]")
# A stop and a few letters: anything else behind a stop belongs to the name, as in 「5.11 報道」.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}", re.ASCII)


class ReadError(Exception):
    """A source that cannot be read as an article: of which kind, where, and what the system said of it."""

    def __init__(self, kind: ReadErrorKind, path: str = "", detail: str = "") -> None:
        super().__init__(kind, path, detail)
        self.kind = kind
        self.path = path
        self.detail = detail


def read_file(path: str | os.PathLike[str]) -> ArticleDraft:
    """The article in a file of plain text, Markdown or HTML, by its suffix; no suffix is plain text.

    Raises ReadError and nothing else for a file that is missing, a folder, not to be read, of another
    type, too large (then it is not even opened), binary, or without any text.
    """
    name = os.fspath(path)
    kind = suffix(name)
    read = _reader(kind)
    limit = TEXT_LIMIT if kind in TEXT_SUFFIXES else MARKUP_LIMIT
    status = _status(name)
    if read is None:
        raise ReadError("unsupported", name, kind)
    return _checked(read(_content(name, status, limit), name), name)


def read_text(path: str | os.PathLike[str]) -> str:
    """The text in a file of plain text, whatever its suffix. Raises ReadError as `read_file` does."""
    name = os.fspath(path)
    return _checked(_read_text(_content(name, _status(name), TEXT_LIMIT), name), name).text


def _status(name: str) -> os.stat_result:
    status = _guarded(name, lambda: os.stat(name))
    if stat.S_ISDIR(status.st_mode):
        raise ReadError("folder", name)
    if not stat.S_ISREG(status.st_mode):
        raise ReadError("unreadable", name, "not a regular file")
    return status


def _content(name: str, status: os.stat_result, limit: int) -> bytes:
    if status.st_size > limit:
        raise ReadError("too_large", name, str(status.st_size))
    data = _guarded(name, lambda: _bytes(name, limit))
    if len(data) > limit:  # it has grown meanwhile
        raise ReadError("too_large", name, str(len(data)))
    if not data.strip(b" \t\r\n"):
        raise ReadError("empty", name)
    if data.startswith(_MAGIC):
        raise ReadError("binary", name)
    return data


def read_paste(text: str, html: str | None = None) -> ArticleDraft:
    """The article in pasted text; where the clipboard also holds HTML, its structure is used.

    Raises ReadError when there is no text, or too much.
    """
    if html and html.strip():
        from .html import read_html

        if len(html) <= MARKUP_LIMIT:
            draft = read_html(_whole(html), whole=True)
            if any(block.kind != "image" for block in draft.blocks):  # else it is a picture that was copied
                return draft
    if len(text) > TEXT_LIMIT:
        raise ReadError("too_large", detail=str(len(text)))
    text = _whole(text)
    first = text.strip().split("\n")[0].strip()
    return _checked(_plain(text, title=first[:PASTE_TITLE_LENGTH]), "")


def redecode(original: bytes, encoding: str, path: str = "") -> ArticleDraft:
    """The article again from the bytes of a plain text, read in an encoding of `encodings.ENCODINGS`.

    Raises LookupError for any other encoding. It is never refused: the user may choose a wrong one and
    then another.
    """
    decoded = encodings.decode(original, encoding)
    return _plain(decoded.text, title=stem(path), encoding=decoded.encoding, path=path, original=original)


def suffix(name: str) -> str:
    """The suffix that decides how a file is read, in small letters; "" where the name has none."""
    found = Path(name).suffix.lower()
    return found if _SUFFIX.fullmatch(found) else ""


def stem(name: str) -> str:
    """The file's name without its folder and suffix: the title of last resort."""
    base = Path(name).name
    return base[: len(base) - len(suffix(name))]


def _reader(kind: str) -> Callable[[bytes, str], ArticleDraft] | None:
    if kind in TEXT_SUFFIXES:
        return _read_text
    if kind in MARKDOWN_SUFFIXES:
        return _read_markdown
    return _read_html if kind in HTML_SUFFIXES else None


def _read_text(data: bytes, path: str) -> ArticleDraft:
    decoded = _text(data, path)
    return _plain(decoded.text, title=stem(path), encoding=decoded.encoding, path=path, original=data)


def _read_markdown(data: bytes, path: str) -> ArticleDraft:
    from .markdown import read_markdown

    decoded = _text(data, path)
    return read_markdown(decoded.text, title=stem(path), path=path, encoding=decoded.encoding)


def _read_html(data: bytes, path: str) -> ArticleDraft:
    from .html import charset_of, read_html

    decoded = _text(data, path, charset_of(data))
    return read_html(decoded.text, title=stem(path), path=path, encoding=decoded.encoding)


def _plain(
    text: str, *, title: str, encoding: str = "", path: str = "", original: bytes | None = None
) -> ArticleDraft:
    blocks = blocks_of(text)
    credit = credits_of(text, blocks)
    return ArticleDraft(
        title=title_of(text, title),
        text=text,
        blocks=blocks,
        inlines=links_of(text),
        source=credit.source,
        author=credit.author,
        encoding=encoding,
        path=path,
        original=original,
    )


def _text(data: bytes, path: str, encoding: str | None = None) -> encodings.Decoded:
    """The text of a file, once it is certain that it is one."""
    decoded = encodings.decode(data, encoding)
    sample = decoded.text[:_NOISE_SAMPLE]
    if "\0" in sample or len(_NOISE.findall(sample)) > _NOISE_SHARE * len(sample):
        raise ReadError("binary", path)
    return decoded


def _checked(draft: ArticleDraft, path: str) -> ArticleDraft:
    if not draft.text.strip() or not draft.blocks:
        raise ReadError("empty", path)
    return draft


def _whole(text: str) -> str:
    """The text with unpaired surrogates, which no file could hold, as U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _bytes(name: str, limit: int) -> bytes:
    with open(name, "rb") as file:
        return file.read(limit + 1)


def _guarded(name: str, action: Callable[[], _T]) -> _T:
    """What the system gives, its errors turned into ours."""
    try:
        return action()
    except IsADirectoryError as error:
        raise ReadError("folder", name) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReadError("missing", name, str(error)) from error
    except OSError as error:
        raise ReadError("unreadable", name, error.strerror or str(error)) from error
