"""What is wrong with the library, in a sentence and with something to do about it."""

from __future__ import annotations

from meipi.support.translation import tr, tr_noop
from meipi_db import LibraryError

_SENTENCES = {
    "missing": tr_noop("There is no library at {path}."),
    "unreachable": tr_noop(
        "The library {path} cannot be reached. Is its disk connected, and may you read its folder?"
    ),
    "locked": tr_noop(
        "Another program is writing to the library. Nothing was changed; try again in a moment."
    ),
    "full": tr_noop("The disk is full. Nothing was changed; free some space and try again."),
    "read_only": tr_noop("The library {path} can only be read. Nothing was changed."),
    "newer": tr_noop(
        "The library {path} was written by a newer version of Meipi. It was left as it is; update Meipi."
    ),
    "damaged": tr_noop(
        "The library {path} is damaged. It was left as it is; open a backup, or another library."
    ),
    "not_a_library": tr_noop("{path} is not a library of Meipi. It was left as it is; choose another file."),
}


def sentence(error: LibraryError) -> str:
    """What happened and what to do, in the language of the interface."""
    return tr(_SENTENCES[error.kind]).format(path=error.path)
