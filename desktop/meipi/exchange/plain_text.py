"""The article in a plain text, and the text in bytes that may be none."""

from __future__ import annotations

import codecs
import re

from . import encodings
from .dateline import credits_of
from .draft import ArticleDraft
from .inlines import links_of
from .read_error import ReadError
from .structure import blocks_of, title_of

_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NOISE_SHARE = 0.1
_NOISE_SAMPLE = 64 * 1024


def plain_draft(
    text: str, *, title: str, encoding: str = "", path: str = "", original: bytes | None = None
) -> ArticleDraft:
    """The article in a text; `title` is for one without a title line."""
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


def decoded(data: bytes, path: str, encoding: str | None = None) -> encodings.Decoded:
    """The text of a file, once it is certain that it is one; ReadError ("binary") if it is not."""
    found = encodings.decode(data, encoding)
    if "\0" in found.text[:_NOISE_SAMPLE] or is_noise(found.text):
        raise ReadError("binary", path)
    return found


def encoding_that_fits(data: bytes, name: str) -> str | None:
    """The id of an encoding by any of its names; None if we do not read it or the bytes are not in it: if
    they cannot be, if a byte order mark says so, or if they are clearly in another."""
    try:
        encoding = encodings.canonical(name)
        data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    if data.startswith(codecs.BOM_UTF8):
        return None
    if encoding != "utf-8" and not data.isascii():
        found, sure = encodings.detect(data)
        if sure and found != encoding:  # nearly all bytes can be read as GB18030
            return None
    return encoding


def is_noise(text: str) -> bool:
    """Whether a text begins with so many characters that mean nothing that it is none."""
    sample = text[:_NOISE_SAMPLE]
    return len(_NOISE.findall(sample)) > _NOISE_SHARE * len(sample)
