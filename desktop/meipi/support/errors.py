"""What went wrong, said to the reader: what happened, what became of their work, what to do now."""

from __future__ import annotations

import errno
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import PurePath
from types import TracebackType
from typing import TYPE_CHECKING

from meipi.support.translation import tr, tr_noop

if TYPE_CHECKING:
    from meipi.exchange.opening import ReadError

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_NAME_LENGTH = 60

Show = Callable[[str, str], None]
"""Shows a sentence, and details to copy."""

READING = {
    "missing": tr_noop("“{name}” cannot be found. Nothing was added. Check where it was moved to."),
    "unreadable": tr_noop(
        "“{name}” could not be read. Nothing was added. Check that you may open it and its disk is there."
    ),
    "empty": tr_noop("“{name}” has no text in it. Nothing was added. Choose another file."),
    "binary": tr_noop("“{name}” is not a text file. Nothing was added. Save it as .txt, .md or .html first."),
    "too_large": tr_noop("“{name}” is too large for one article. Nothing was added. Divide it into parts."),
    "folder": tr_noop("“{name}” is a folder. Nothing was added. Open the files in it."),
    "unsupported": tr_noop(
        "Meipi cannot read files like “{name}”. Nothing was added. Save it as .txt, .md or .html first."
    ),
    "damaged": tr_noop(
        "“{name}” is damaged, or its characters fit no known encoding. Nothing was added. "
        "Open it elsewhere and save it as UTF-8."
    ),
    "broken": tr_noop("“{name}” is damaged or not whole. Nothing was added. Get the file once more."),
    "protected": tr_noop(
        "“{name}” is copy-protected (DRM), so only the shop’s own program can read it. Nothing was added. "
        "Get a copy without protection."
    ),
    "encrypted": tr_noop("“{name}” is locked with a password. Nothing was added. Save it without one first."),
    "unpacks": tr_noop(
        "“{name}” unpacks to far more than a text can hold, as a harmful file does. Nothing was added. "
        "Get it from another place."
    ),
    "scanned": tr_noop(
        "“{name}” holds pictures of its pages and no text. Nothing was added. "
        "Have its text recognised (OCR) first."
    ),
    "mislabelled": tr_noop(
        "“{name}” is in truth a file of the kind {detail}. Nothing was added. "
        "Let its name end in {detail} and open it again."
    ),
    "slow": tr_noop("“{name}” takes too long to read. Nothing was added. Divide it into parts."),
    "cancelled": tr_noop("Reading “{name}” was stopped. Nothing was added."),
    "address": tr_noop(
        "“{name}” is no address of a page on the web. Nothing was added. "
        "Copy one that begins with http:// or https://."
    ),
    "unreachable": tr_noop(
        "“{name}” cannot be reached. Nothing was added. Check the address and the connection."
    ),
    "refused": tr_noop(
        "“{name}” was not given out by its server ({detail}). Nothing was added. "
        "Open it in a browser, and save or copy it there."
    ),
    "redirects": tr_noop(
        "“{name}” leads on to other addresses too often, or to one it must not. Nothing was added. "
        "Open it in a browser and copy the address that it ends at."
    ),
}
"""By the kind of a ReadError."""

FETCHING = {
    "empty": tr_noop(
        "“{name}” has no text in it. Nothing was added. Open it in a browser and copy the text."
    ),
    "binary": tr_noop("“{name}” is no page with text. Nothing was added. Choose another address."),
    "unsupported": tr_noop(
        "“{name}” is of a kind that Meipi cannot read ({detail}). Nothing was added. Choose another address."
    ),
    "too_large": tr_noop(
        "“{name}” is larger than 20 MB. Nothing was added. Download it in a browser and open the file."
    ),
    "slow": tr_noop(
        "“{name}” does not come within 20 seconds. Nothing was added. Try again, or save it in a browser."
    ),
    "broken": tr_noop("“{name}” did not come whole. Nothing was added. Try again."),
}
"""By the kind of a ReadError that names an address, where it is not as of a file."""

PASTING = {
    "empty": tr_noop("There is no text to paste. Nothing was added. Copy the article once more."),
    "too_large": tr_noop(
        "The pasted text is too large for one article. Nothing was added. Divide it into parts."
    ),
}
"""By the kind of a ReadError that names no file; any other kind is PASTED."""

PASTED = tr_noop("What was pasted could not be read as a text. Nothing was added. Copy only the text.")

DICTIONARY = {
    "missing": tr_noop("“{name}” cannot be found. No dictionary was added. Check where it was moved to."),
    "unreadable": tr_noop(
        "“{name}” could not be read. No dictionary was added. "
        "Check that you may open it and its disk is there."
    ),
    "folder": tr_noop("“{name}” is a folder. No dictionary was added. Choose a file in it."),
    "unsupported": tr_noop(
        "“{name}” is no dictionary that Meipi can read. No dictionary was added. "
        "Choose one in the form of CC-CEDICT or of StarDict."
    ),
    "empty": tr_noop("“{name}” has no entries. No dictionary was added. Choose another file."),
    "too_large": tr_noop("“{name}” is too large once unpacked. No dictionary was added."),
    "damaged": tr_noop("“{name}” is damaged ({detail}). No dictionary was added. Get the file once more."),
    "truncated": tr_noop("“{name}” ends too early. No dictionary was added. Get the file once more."),
    "incomplete": tr_noop(
        "“{name}” is only a part of a dictionary. No dictionary was added. Put “{detail}” beside it."
    ),
    "encoding": tr_noop("“{name}” is not in UTF-8. No dictionary was added. Save it as UTF-8."),
    "counts": tr_noop(
        "“{name}” does not have as many entries as it says ({detail}). No dictionary was added. "
        "Get the file once more."
    ),
    "line": tr_noop(
        "Line {detail} of “{name}” is not in the form of CC-CEDICT. No dictionary was added. Mend the line."
    ),
}
"""By the kind of a DictionaryError."""

LIBRARY = {
    "locked": tr_noop(
        "Another program is writing to the library “{name}”. Your last step was not kept; all before it was. "
        "Close the other program and try again."
    ),
    "full": tr_noop(
        "The disk of the library “{name}” is full. Your last step was not kept; all before it was. "
        "Make some room and try again."
    ),
    "read_only": tr_noop(
        "The library “{name}” is read-only. It was not changed. "
        "To keep marks and notes, allow writing to the file and its folder, then start again."
    ),
    "newer": tr_noop(
        "The library “{name}” was made by a newer version of Meipi. It was not changed. "
        "Update Meipi to write to it."
    ),
    "damaged": tr_noop(
        "The library “{name}” is damaged. It was not changed. "
        "Use a backup, or read all that can be read by “meipi check --salvage”."
    ),
    "not_a_library": tr_noop("“{name}” is not a library of Meipi. It was not changed. Choose another file."),
    "missing": tr_noop("There is no library at “{path}”. Nothing was changed. Check where it was moved to."),
    "unreachable": tr_noop(
        "The library “{name}” cannot be reached. Nothing was changed. "
        "Check that its disk is there and that you may open it."
    ),
    "backup_full": tr_noop(
        "There is no room for the backup “{path}”. The library was not changed, nor was an older backup. "
        "Make some room and try again."
    ),
    "backup_refused": tr_noop(
        "The backup “{path}” cannot be written ({detail}). "
        "The library was not changed, nor was an older backup. "
        "Choose another place, or allow writing there."
    ),
}
"""By the kind of an error of the library."""

SYSTEM = {
    errno.ENOSPC: tr_noop("The disk is full. “{name}” was not written. Make some room and try again."),
    errno.EDQUOT: tr_noop(
        "Your space on the disk is used up. “{name}” was not written. Make some room and try again."
    ),
    errno.EACCES: tr_noop("You may not open or change “{name}”. It is as it was. Choose another place."),
    errno.EPERM: tr_noop("You may not open or change “{name}”. It is as it was. Choose another place."),
    errno.EROFS: tr_noop("The disk of “{name}” is read-only. It is as it was. Choose another place."),
    errno.EEXIST: tr_noop("“{name}” is there already. Nothing was written. Choose another name."),
    errno.ENOENT: tr_noop("“{name}” cannot be found. Nothing was changed. Check where it was moved to."),
    errno.ENOTDIR: tr_noop("“{name}” is not in a folder. Nothing was changed. Choose another place."),
    errno.EISDIR: tr_noop("“{name}” is a folder. Nothing was written. Choose another name."),
    errno.ENAMETOOLONG: tr_noop("The name “{name}” is too long. Nothing was written. Choose a shorter one."),
    errno.EIO: tr_noop("The disk of “{name}” does not answer. Nothing was changed. Check the disk."),
}
"""By the number of an OSError."""

OTHER_SYSTEM = tr_noop("“{name}” could not be opened or written ({detail}). Nothing was changed. Try again.")

UNEXPECTED = tr_noop(
    "Something went wrong inside Meipi. Everything saved before is safe; your last step may not have been "
    "kept. Please copy the details and report them."
)


def sentence(error: BaseException) -> str:
    """What to tell the reader of a bad source, a library in trouble, the system, or a fault of ours.

    An error of the library is known by its attributes `kind`, `path` and `detail`.
    """
    from meipi.exchange.dictionary_error import DictionaryError
    from meipi.exchange.opening import ReadError

    if isinstance(error, ReadError):
        return _reading_sentence(error)
    if isinstance(error, DictionaryError):
        return _filled(DICTIONARY[error.kind], error.path, error.detail)
    kind = getattr(error, "kind", None)
    if kind in LIBRARY:
        return _filled(LIBRARY[kind], getattr(error, "path", ""), getattr(error, "detail", ""))
    if isinstance(error, OSError):
        text = SYSTEM.get(error.errno or 0, OTHER_SYSTEM)
        return _filled(text, error.filename or "", error.strerror or str(error))
    return tr(UNEXPECTED)


def _reading_sentence(error: ReadError) -> str:
    if not error.path:
        return tr(PASTING.get(error.kind, PASTED))
    if _SCHEME.match(error.path):
        text = FETCHING.get(error.kind, READING[error.kind])
        name = _SCHEME.sub("", error.path).rstrip("/")
        return tr(text).format(name=_shortened(name), detail=error.detail)
    return _filled(READING.get(error.kind, READING["unreadable"]), error.path, error.detail)


def _shortened(name: str) -> str:
    """The name of an address, its middle left out if it is long."""
    return name if len(name) <= _NAME_LENGTH else f"{name[: _NAME_LENGTH - 12]}…{name[-11:]}"


def _filled(text: str, path: object, detail: str) -> str:
    shown = str(path)
    return tr(text).format(name=PurePath(shown).name or shown, path=shown, detail=detail)


def install_last_chance(show: Show) -> None:
    """From now on an exception that nothing caught is written to standard error and given to `show`.

    `show` is called on the thread of the exception, with a sentence and the traceback. While it is open,
    further exceptions are only written: one dialog is enough.
    """
    open_now = threading.Lock()

    def handle(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, Exception) or not open_now.acquire(blocking=False):
            return
        try:
            show(sentence(error), "".join(traceback.format_exception(kind, error, trace)))
        finally:
            open_now.release()

    sys.excepthook = handle
