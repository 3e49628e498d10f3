"""The article in a PDF with a layer of text, read by pypdf: lines with their places, joined to paragraphs.

pypdf (7.1, BSD) bounds what a stream may unpack to and how much work a page may be; a page is left here when
the time is up. What it makes of a damaged file is an exception of nearly any kind.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .draft import ArticleDraft
from .pdf_lines import Line, lines_of_pieces, rows_of_pages
from .plain_text import is_noise
from .read_error import ReadError
from .rows import assembled, flowed
from .structure import blocks_of
from .watch import Watch

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGES = 5_000
CHARACTERS = 12_000_000
"""Pages, and code points of all of them, at most."""

_FONTS = 20
"""Fonts of a page above which the watch is kept while they are read: each may take half a second."""
_FEW = 8
"""Letters and hanzi below which a page with a picture is taken for a picture of a page."""
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 32 * 1024 * 1024,
    "lzw_maximum_output_length": 32 * 1024 * 1024,
    "run_length_maximum_output_length": 32 * 1024 * 1024,
    "stream_decoding_work_maximum_length": 64 * 1024 * 1024,
    "stream_parsing_work_maximum_count": 1_000_000,
    "xform_maximum_invocations_per_extraction": 1_000,
}
_FIELD_LENGTH = 200
_INVALID = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def read_pdf(data: bytes, *, title: str = "", watch: Watch) -> ArticleDraft:
    """The article in a PDF; `title` is for one that has none.

    Raises ReadError: "encrypted" for one with a password, "scanned" for one of pictures alone, "damaged" if
    its letters cannot be told, "too_large" for too many pages, "empty", "broken", "slow", "cancelled".
    """
    from pypdf import PdfReader

    path = watch.path
    with _guarded(watch):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("encrypted", path)
        count = len(reader.pages)
        if count > PAGES:
            raise ReadError("too_large", path, f"{count} pages")
        pages = list(_pages(reader, watch))
        named, author = _information(reader, "title"), _information(reader, "author")
    rows = rows_of_pages(pages, named)
    text, blocks, inlines = assembled(rows)
    if is_noise(text):
        raise ReadError("damaged", path)
    if not any(block.kind != "paragraph" for block in blocks):
        blocks = blocks_of(text)  # all is of one size: headings may be known by their words
    headline = next((text[block.start : block.end] for block in blocks if block.kind == "title"), "")
    watch.at(1)
    return ArticleDraft(
        title=headline or named or title,
        text=text,
        blocks=blocks,
        inlines=inlines,
        author=author,
        path=path,
    )


def _pages(reader: PdfReader, watch: Watch) -> Iterator[list[Line]]:
    """The lines of each page, in the order in which they are written; ReadError for pictures alone."""
    length = pictures = 0
    count = len(reader.pages)
    found = []
    for number, page in enumerate(reader.pages):
        watch.at(number / count)
        lines = _lines(page, watch)
        letters = sum(sum(map(str.isalnum, line.text)) for line in lines)
        pictures += letters < _FEW and _has_picture(page)
        length += sum(len(line.text) for line in lines)
        if length > CHARACTERS:
            raise ReadError("unpacks", watch.path)
        found.append(lines)
    if pictures * 2 >= count and pictures:
        raise ReadError("scanned", watch.path)
    yield from found


def _lines(page: PageObject, watch: Watch) -> list[Line]:
    """The lines of a page, without what lies outside of it. pypdf's own ends of lines are not minded: it also
    makes them where the font changes."""
    box = page.cropbox
    pieces: list[Line] = []

    def text_met(text: str, matrix: Any, text_matrix: Any, _font: object, size: float) -> None:
        watch.check()
        x, y, scale = _placed(matrix, text_matrix)
        if text.strip() and box.left <= x <= box.right and box.bottom <= y <= box.top:
            pieces.append(Line(_whole(text.strip("\n")), x, y, abs(size) * scale))

    def operation_met(operator: bytes, *_: object) -> None:
        # Between operations there is an end to all; but a form is read as a page of its own.
        watch.check()
        (_look_on if operator == b"Do" else _look_away)(watch)

    (_look_on if len(_resources(page, "/Font")) > _FONTS else _look_away)(watch)
    page.extract_text(visitor_text=text_met, visitor_operand_before=operation_met)
    return lines_of_pieces(pieces)


def _look_on(watch: Watch) -> None:
    """From now on check the watch at calls of functions: what is read before the first operation of a page,
    its fonts above all, may be made to take hours."""
    calls = 0

    def called(*_: object) -> None:
        nonlocal calls
        calls += 1
        if calls % 4096 == 0:
            watch.check()

    sys.setprofile(called)


def _look_away(_watch: Watch) -> None:
    if sys.getprofile() is not None:
        sys.setprofile(None)


def _placed(matrix: Any, text_matrix: Any) -> tuple[float, float, float]:
    """Where the origin of the text is on the page, in points, and by how much the text is scaled."""
    a, b, c, d, e, f = (float(value) for value in matrix)
    ta, tb, tc, td, te, tf = (float(value) for value in text_matrix)
    scale = abs((ta * td - tb * tc) * (a * d - b * c)) ** 0.5
    return te * a + tf * c + e, te * b + tf * d + f, scale


def _has_picture(page: PageObject) -> bool:
    objects = _resources(page, "/XObject").values()
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects)


def _resources(page: PageObject, kind: str) -> dict[str, Any]:
    resources = page.get("/Resources")
    found = resources.get_object().get(kind) if resources is not None else None
    return dict(found.get_object()) if found is not None else {}


def _information(reader: PdfReader, name: str) -> str:
    value = getattr(reader.metadata, name, None) if reader.metadata else None
    return flowed(_whole(value))[:_FIELD_LENGTH] if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """The text with its pairs of surrogates joined; what no text can hold is U+FFFD."""
    return _INVALID.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


@contextmanager
def _guarded(watch: Watch) -> Iterator[None]:
    """Bounds on what pypdf does, no word of it, and any error of it as ours."""
    import pypdf
    from pypdf.errors import DependencyError

    path = watch.path
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    profile = sys.getprofile()
    _look_on(watch)
    try:
        with pypdf.apply_configuration(**_LIMITS):
            yield
    except ReadError:
        raise
    except DependencyError as error:  # a cipher that pypdf has not by itself
        raise ReadError("encrypted", path, str(error)) from error
    except pypdf.errors.LimitReachedError as error:
        raise ReadError("unpacks", path, str(error)) from error
    except Exception as error:  # of a damaged file: KeyError, TypeError, RecursionError, and any other
        raise ReadError("broken", path, f"{type(error).__name__}: {error}") from error
    finally:
        sys.setprofile(profile)
        logger.setLevel(level)
