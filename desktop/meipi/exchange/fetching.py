"""Fetches a page from the web within bounds: http and https alone, so many bytes, so many seconds in all, so
many redirects; no cookies, no credentials, and no way from the public net into a private one."""

from __future__ import annotations

import ipaddress
import socket
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies

from .draft import Page
from .read_error import ReadError
from .watch import Watch

if TYPE_CHECKING:
    import httpx

LIMIT = 20 * 1024 * 1024
"""Bytes of a page at most, packed and unpacked."""
SECONDS = 20.0
"""How long it may take in all, from the first look for the name of the server on."""
REDIRECTS = 5

_ADDRESS_LENGTH = 8192
_ASKED_EVERY = 0.05
"""Seconds after which it is asked again whether the page is still wanted."""
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Meipi)",
    "Accept": "text/html,application/xhtml+xml,application/epub+zip,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "zh,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_PACKED = ("gzip", "x-gzip", "deflate")
_PRIVATE_NAMES = ("localhost", ".localhost", ".local", ".internal", ".home.arpa")


def fetch(
    address: str,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    counted: Callable[[int], object] | None = None,
    seconds: float = SECONDS,
) -> tuple[str, Page]:
    """The address that was led to in the end, without credentials, and what is there.

    `progress` is called with the share that has come, as far as the server tells how much it is, `counted`
    with the bytes, as they came over the net; both and `cancelled` on the thread of the caller. Raises
    ReadError about the address: "address", "unreachable", "refused", "redirects", "too_large", "broken",
    "unsupported" (packed in a way not asked for), "slow", "cancelled".
    """
    address = address.strip()
    watch = Watch(address, seconds=seconds, progress=progress, cancelled=cancelled)
    way = _Way(address)
    # Names are looked up, and a server's head is read, in calls that no time limit ends: so the caller waits
    # for a thread of its own, and goes if that takes too long.
    thread = threading.Thread(target=way.go, args=(seconds,), name="fetching", daemon=True)
    thread.start()
    try:
        while not way.done.wait(_ASKED_EVERY):
            watch.at(way.share)
            if counted is not None and way.came:
                counted(way.came)
    except BaseException:
        way.leave()
        raise
    if way.error is not None:
        raise way.error
    assert way.page is not None
    watch.at(1)
    return way.address, way.page


@dataclass
class _Way:
    """The way to a page, over all redirects, on a thread of its own."""

    asked: str
    address: str = ""
    page: Page | None = None
    error: Exception | None = None
    share: float = 0.0
    came: int = 0
    done: threading.Event = field(default_factory=threading.Event)
    _left: threading.Event = field(default_factory=threading.Event)
    _socket: socket.socket | None = None
    _from_public: bool = False
    _is_private: bool = False
    _host: str = ""

    def go(self, seconds: float) -> None:
        """Fetch the page, and say when it is done."""
        try:
            self._go(seconds)
        except Exception as error:  # handed to the thread that waits
            self.error = error
        finally:
            self.done.set()

    def leave(self) -> None:
        """Give up: what is being waited for ends at once."""
        self._left.set()
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _go(self, seconds: float) -> None:
        import httpx

        try:
            url = _without_credentials(httpx.URL(self.asked))
            # Each hop is a connection of its own, so that each is known by what it leads to.
            alone = httpx.Limits(max_keepalive_connections=0)
            with httpx.Client(headers=_HEADERS, timeout=httpx.Timeout(seconds), limits=alone) as client:
                for _ in range(REDIRECTS + 1):
                    self._check(url)
                    led_to = self._hop(client, url)
                    if led_to is None:
                        self.address = str(url.copy_with(fragment=None))
                        return
                    url = led_to
                    client.cookies.clear()
        except ReadError:
            raise
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise ReadError("address", self.asked, str(error)) from error
        except httpx.TimeoutException as error:
            raise ReadError("slow", self.asked, str(error)) from error
        except (httpx.RemoteProtocolError, httpx.ReadError) as error:
            raise ReadError("broken", self.asked, str(error)) from error
        except (httpx.HTTPError, OSError) as error:
            raise ReadError("unreachable", self.asked, str(error)) from error
        raise ReadError("redirects", self.asked, str(url))

    def _check(self, url: httpx.URL) -> None:
        if url.scheme not in ("http", "https") or not url.host or len(str(url)) > _ADDRESS_LENGTH:
            kind = "redirects" if self._host else "address"
            raise ReadError(kind, self.asked, url.scheme)  # type: ignore[arg-type]

    def _hop(self, client: httpx.Client, url: httpx.URL) -> httpx.URL | None:
        """Ask one address; where it leads on to, or None when it gave the page."""
        self._host = url.host
        known = _is_private_host(url.host)
        if known is None and {"http", "https", "all"} & getproxies().keys():
            known = False  # who is connected to is the proxy
        self._meet(known)
        traced = {"trace": lambda name, information: self._met(name, information, known)}
        with client.stream("GET", url, extensions=traced) as response:
            self._from_public = not self._is_private
            if response.is_redirect and "location" in response.headers:
                # Joined by the URL that was asked; a fragment or credentials of it are not sent on.
                return _without_credentials(url.join(response.headers["location"]))
            if response.status_code != 200:
                raise ReadError("refused", self.asked, str(response.status_code))
            media, charset = _media_of(response)
            self.page = Page(self._content(response), media, charset)
        return None

    def _met(self, name: str, information: dict[str, Any], known: bool | None) -> None:
        """Told by httpcore of each step; the ends of connecting give what is connected to."""
        if not name.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        stream = information.get("return_value")
        if stream is None:
            return
        self._socket = stream.get_extra_info("socket")
        try:
            if self._left.is_set():
                raise ReadError("cancelled", self.asked)
            if known is None:
                self._meet(_is_private_host(stream.get_extra_info("server_addr")[0]))
        except ReadError:
            stream.close()  # httpcore does not have it yet
            raise

    def _meet(self, is_private: bool | None) -> None:
        """Learn whether a host is in a private net; ReadError if it may not be."""
        if is_private is None:
            return
        self._is_private = is_private
        if is_private and self._from_public:
            raise ReadError("redirects", self.asked, self._host)

    def _content(self, response: httpx.Response) -> bytes:
        """What the response holds, unpacked; never more than one piece above the limit is kept."""
        length = response.headers.get("content-length", "")
        total = int(length) if length.isdecimal() and len(length) < 20 else 0
        if total > LIMIT:
            raise ReadError("too_large", self.asked, length)
        packing = response.headers.get("content-encoding", "").strip().lower()
        if packing not in ("", "identity", *_PACKED):
            raise ReadError("unsupported", self.asked, packing)
        unpack = _Unpacking() if packing in _PACKED else None
        content, came = bytearray(), 0
        for piece in response.iter_raw():
            came += len(piece)
            content += piece if unpack is None else unpack(piece, LIMIT + 1 - len(content), self.asked)
            if max(came, len(content)) > LIMIT:
                raise ReadError("too_large", self.asked, str(len(content)))
            self.came = came
            self.share = min(came / total, 1.0) if total else 0.0
        if unpack is not None and came and not unpack.is_whole:
            raise ReadError("broken", self.asked, packing)
        return bytes(content)


class _Unpacking:
    """Unpacks gzip, zlib, or deflate without a head, piece by piece."""

    def __init__(self) -> None:
        self._unpacker: Any = None

    @property
    def is_whole(self) -> bool:
        return bool(self._unpacker is not None and self._unpacker.eof)

    def __call__(self, piece: bytes, limit: int, address: str) -> bytes:
        if self._unpacker is None:
            is_bare = piece[:1] != b"\x1f" and (piece[:1] == b"" or piece[0] & 0x0F != 8)
            self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS | 32)
        try:
            return bytes(self._unpacker.decompress(piece, limit))
        except zlib.error as error:
            raise ReadError("broken", address, str(error)) from error


def _without_credentials(url: httpx.URL) -> httpx.URL:
    return url.copy_with(username=None, password=None) if url.userinfo else url


def _media_of(response: httpx.Response) -> tuple[str, str]:
    """The content type, and the encoding that it names; each may be empty."""
    media, _, parameters = response.headers.get("content-type", "").partition(";")
    charset = ""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")
    return media.strip().lower(), charset


def _is_private_host(host: str) -> bool | None:
    """Whether a host is in a private net; None if its name does not tell."""
    name = host.lower().rstrip(".")
    if name == _PRIVATE_NAMES[0] or name.endswith(_PRIVATE_NAMES[1:]):
        return True
    try:
        address = ipaddress.ip_address(name.strip("[]").partition("%")[0])
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_global
