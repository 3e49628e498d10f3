"""What is dropped on a widget, or lies on the clipboard, to be read: files, folders, and links."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent

_LONGEST = 8192
"""Code points of the longest text that is looked at for an address."""


def sources(data: QMimeData) -> list[Path | str]:
    """The files of this machine and the addresses of the web among what is dragged, in order.

    A browser gives a link as an address; some programs give only HTML with the link in it, or its text.
    """
    urls = data.urls()
    found: list[Path | str] = []
    for url in urls:
        if url.isLocalFile():
            found.append(Path(url.toLocalFile()))
        elif url.scheme().lower() in ("http", "https") and url.host():
            found.append(url.toString())
    if found or urls:
        return found
    if data.hasHtml() and len(data.html()) <= _LONGEST:
        link = _link_in(data.html())
        if link:
            return [link]
    address = address_in(data.text()) if data.hasText() else ""
    return [address] if address else []


def takes(event: QDropEvent) -> bool:
    """Accept the drag if there is something to be read in it; False if there is nothing."""
    if not sources(event.mimeData()):
        event.ignore()
        return False
    event.acceptProposedAction()
    return True


def address_in(text: str) -> str:
    """The address of the web that a text is, without what stands around it; "" if it is none."""
    address = text.strip() if len(text) <= _LONGEST else ""
    if not address or address.split() != [address]:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in ("http", "https") and parts.hostname else ""


class _Links(HTMLParser):
    """Collects where links lead, and what text stands beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.beside = ""
        self._within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._within += 1
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._within = max(0, self._within - 1)

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.beside += data


def _link_in(html: str) -> str:
    """Where the link leads, if the page is one link and nothing else; "" if it is not."""
    found = _Links()
    found.feed(html)
    found.close()
    return address_in(found.links[0]) if len(found.links) == 1 and not found.beside.strip() else ""
