"""The text of a note as its card and the preview lay it out, and what its links say of themselves."""

from __future__ import annotations

from collections.abc import Container

from meipi.exchange.addresses import SCHEME
from meipi.support.fonts import mono_family, ui_font
from meipi.support.rendered import rendered
from meipi.support.translation import tr
from meipi.support.wrapping import Run, WrappedText

LINE = 20
"""Logical pixels from one line of a note to the next."""

_SIZE = 13
_WEB = ("http://", "https://")


def note_text(note: str, width: float, gone: Container[str]) -> WrappedText | None:
    """The lines of a note in that width; None if there is nothing to show. Links to the addresses in `gone`
    are struck out."""
    shown = rendered(note, mono_family(), gone)
    return WrappedText(shown.text, ui_font(_SIZE), width, LINE, runs=shown.runs) if shown.text else None


def hint(link: Run) -> str:
    """What a link says of itself while the pointer is on it."""
    if link.gone:
        return tr("What this led to was deleted")
    if link.link.startswith(SCHEME):
        return tr("Go to the mark") if "#" in link.link else tr("Go to the article")
    if link.link.startswith(_WEB):
        return link.link
    return tr("Not opened: {address}").format(address=link.link)
