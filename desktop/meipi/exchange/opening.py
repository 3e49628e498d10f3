"""Reads an article from a file or from pasted text. Nothing but ReadError is raised for a bad source."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from typing import TypeVar

from . import encodings, kinds
from .draft import ArticleDraft
from .kinds import stem, suffix
from .limits import BOOK_LIMIT, MARKUP_LIMIT, TEXT_LIMIT
from .plain_text import decoded, plain_draft
from .read_error import ReadError as ReadError
from .read_error import ReadErrorKind as ReadErrorKind
from .watch import Watch

_T = TypeVar("_T")

SUFFIXES = tuple(suffix for kind in kinds.KINDS for suffix in kind.suffixes if suffix)
"""With which the names of files end that can be read."""

PASTE_TITLE_LENGTH = 20
"""Code points of the first line that stand for the title of a paste that has none."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_file(
    path: str | os.PathLike[str],
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ArticleDraft:
    """The article in a file of one of `kinds.KINDS`, by its suffix; without one, by its first bytes.

    `progress` and `cancelled` are those of `Watch`. Raises ReadError and nothing else for a file that is
    missing, a folder, not to be read, of another type than it can be or than its suffix says, too large
    (then it is not even opened), damaged, protected, without any text, or of no end.
    """
    name = os.fspath(path)
    ending = suffix(name)
    kind = kinds.of_suffix(ending)
    status = _status(name)
    if kind is None:
        raise ReadError("unsupported", name, ending)
    data = _content(name, status, kind.limit if ending else BOOK_LIMIT)
    found = kinds.of_content(data)
    if found is not None and found is not kind:
        if ending:
            raise ReadError("mislabelled", name, found.suffixes[0])
        kind = found
    if len(data) > kind.limit:
        raise ReadError("too_large", name, str(len(data)))
    if not kinds.is_text(data, kind):
        raise ReadError("binary", name)
    watch = Watch(name, progress=progress, cancelled=cancelled)
    return _checked(kind.read(kinds.Source(data, stem(name), watch)), name)


def read_text(path: str | os.PathLike[str]) -> str:
    """The text in a file of plain text, whatever its suffix. Raises ReadError as `read_file` does."""
    name = os.fspath(path)
    data = _content(name, _status(name), TEXT_LIMIT)
    if not kinds.is_text(data):
        raise ReadError("binary", name)
    text = decoded(data, name).text
    if not text.strip():
        raise ReadError("empty", name)
    return text


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
    return _checked(plain_draft(text, title=first[:PASTE_TITLE_LENGTH]), "")


def redecode(original: bytes, encoding: str, path: str = "") -> ArticleDraft:
    """The article again from the bytes of a plain text, read in an encoding of `encodings.ENCODINGS`.

    Raises LookupError for any other encoding. It is never refused: the user may choose a wrong one and
    then another.
    """
    decoded = encodings.decode(original, encoding)
    return plain_draft(
        decoded.text, title=stem(path), encoding=decoded.encoding, path=path, original=original
    )


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
