from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from making import epub, pdf, set_lines
from meipi.exchange import fetching
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.fetching import fetch
from meipi.exchange.read_error import ReadError
from meipi.exchange.web import read_address, read_page_again
from serving import Server, send, serving

BODY = "<h1>起程</h1><p>走了一天，才到山下的村子，村口有人在等。</p>"
PAGE = f"<html><head><meta charset=utf-8><title>起程</title></head><body>{BODY}</body></html>"
TEXT = "起程\n走了一天，才到山下的村子，村口有人在等。"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


def refused(address: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_address(address)
    assert caught.value.path == address.strip()
    return caught.value


def test_a_page(server: Server) -> None:
    told: list[float] = []
    url = server.gives("/a/b.html?c=1", PAGE.encode())
    draft = read_address(f" {url}#d ", progress=told.append)
    assert (draft.text, draft.title, draft.url, draft.path) == (TEXT, "起程", url, "")
    assert draft.page is not None
    assert (draft.page.data, draft.page.type) == (PAGE.encode(), "text/html")
    assert read_page_again(draft.page, draft.url) == draft
    assert told[-1] == 1


@pytest.mark.parametrize(
    ("kind", "data", "text"),
    [
        ("application/xhtml+xml", PAGE.encode(), TEXT),
        ("text/plain; charset=utf-8", TEXT.encode(), TEXT),
        ("text/plain", PAGE.encode(), TEXT),
        ("", PAGE.encode(), TEXT),
        ("", TEXT.encode(), TEXT),
        ("application/octet-stream", TEXT.encode(), TEXT),
        ("text/markdown", f"# {TEXT}".encode(), TEXT),
        ("application/pdf", pdf(set_lines(TEXT.split("\n"))), TEXT),
        ("text/html", pdf(set_lines(TEXT.split("\n"))), TEXT),
        ("application/zip", epub({"a.xhtml": BODY}), TEXT),
    ],
)
def test_kinds_of_pages(server: Server, kind: str, data: bytes, text: str) -> None:
    assert read_address(server.gives("/a", data, kind)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("told", ["utf-8", "gbk", "big5", "klingon", ""])
@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_encodings_that_are_wrongly_named(server: Server, encoding: str, told: str, kind: str) -> None:
    page = PAGE.replace("<meta charset=utf-8>", "") if kind == "text/html" else TEXT
    parameter = f"; charset='{told}'" if told else ""
    draft = read_address(server.gives("/a", page.encode(encoding), kind + parameter))
    assert draft.text == TEXT


def test_the_title_of_last_resort(server: Server) -> None:
    page = "走了一天，才到山下的村子。".encode()
    assert read_address(server.gives("/%E5%B1%B1.txt", page, "text/plain")).title == "山"
    assert read_address(server.gives("/", page, "text/plain")).title == "127.0.0.1"


def test_nothing_of_the_reader_is_told(server: Server) -> None:
    server.gives("/a", PAGE.encode(), Set_Cookie="x=y")
    start = server.leads("/s", "/a")
    address = start.replace("http://", "http://user:secret@")
    draft = read_address(address)
    assert draft.url == server.url("/a")
    for _, headers in server.asked:
        assert not {"authorization", "cookie", "referer"} & headers.keys()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects(server: Server, status: int) -> None:
    server.gives("/c/d", PAGE.encode())
    server.leads("/b", "c/d", status)
    start = server.leads("/a", server.url("/b"), status)
    assert read_address(start).url == server.url("/c/d")


def test_redirects_that_never_end(server: Server) -> None:
    assert refused(server.leads("/a", "/a")).kind == "redirects"
    assert len(server.asked) == fetching.REDIRECTS + 1


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://a.b/c", "javascript:x", "data:text/html,x", "http://"]
)
def test_redirects_that_lead_elsewhere(server: Server, to: str) -> None:
    assert refused(server.leads("/a", to)).kind in ("redirects", "address")


def test_a_redirect_from_the_public_net_into_a_private_one(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.gives("/b", PAGE.encode())
    start = server.leads("/a", server.url("/b", "localhost"))
    assert read_address(start).text == TEXT  # from one private address to another
    server.asked.clear()
    monkeypatch.setattr(fetching, "_is_private_host", lambda host: host == "localhost")
    assert refused(start).kind == "redirects"
    assert [path for path, _ in server.asked] == ["/a"]
    # The name does not tell, but what it leads to does.
    asked: list[str] = []

    def is_private(host: str) -> bool | None:
        asked.append(host)
        return None if host == "localhost" else len(asked) > 1

    monkeypatch.setattr(fetching, "_is_private_host", is_private)
    server.asked.clear()
    assert refused(start).kind == "redirects"
    assert [path for path, _ in server.asked] == ["/a"]


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("127.0.0.1", True), ("10.1.2.3", True), ("192.168.0.1", True), ("169.254.169.254", True),
        ("localhost", True), ("a.local", True), ("[::1]", True), ("::ffff:10.0.0.1", True),
        ("fe80::1%1", True),
        ("8.8.8.8", False), ("2001:4860:4860::8888", False), ("example.org", None), ("local", None),
    ],
)  # fmt: skip
def test_private_hosts(host: str, private: bool | None) -> None:
    assert fetching._is_private_host(host) is private


@pytest.mark.parametrize(
    "address",
    ["", "a.b", "ftp://a.b/c", "file:///etc/passwd", "javascript:x", "http://", "mailto:a@b.c",
     "http://a.b/" + "c" * 9000],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    assert refused(address).kind == "address"


def test_a_server_that_is_not_there(server: Server) -> None:
    url = server.url("/a")
    server.close()
    assert refused(url).kind == "unreachable"


@pytest.mark.parametrize("status", [204, 206, 403, 404, 418, 500, 503])
def test_a_server_that_refuses(server: Server, status: int) -> None:
    server.answers["/a"] = lambda handler: send(handler, status, b"" if status == 204 else b"no", {})
    error = refused(server.url("/a"))
    assert (error.kind, error.detail) == ("refused", str(status))


@pytest.mark.parametrize(
    ("data", "kind", "expected"),
    [
        (b"", "text/html", "empty"),
        (b"<p> </p>", "text/html", "empty"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "unsupported"),
        (b"{}", "application/json", "unsupported"),
        (b"\x89PNG\r\n\x1a\n" * 9, "text/html", "binary"),
        (b"%PDF-1.4 no", "application/pdf", "broken"),
    ],
)
def test_pages_that_are_none(server: Server, data: bytes, kind: str, expected: str) -> None:
    assert refused(server.gives("/a", data, kind)).kind == expected


def test_the_bytes_that_have_come_are_counted(server: Server) -> None:
    counted: list[int] = []

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.wfile.write(PAGE.encode() + b" " * 1000)
        handler.wfile.flush()
        time.sleep(0.2)

    server.answers["/slow"] = slow
    read_address(server.url("/slow"), counted=counted.append)
    assert counted[-1] == len(PAGE.encode()) + 1000


def test_packed_pages(server: Server) -> None:
    page = PAGE.encode()
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(page),
        "x-gzip": gzip.compress(page),
        "deflate": zlib.compress(page),
        "DEFLATE": bare.compress(page) + bare.flush(),
        "identity": page,
    }
    for packing, data in packed.items():
        assert read_address(server.gives("/a", data, Content_Encoding=packing)).text == TEXT
    assert refused(server.gives("/a", packed["gzip"][:-9], Content_Encoding="gzip")).kind == "broken"
    assert refused(server.gives("/a", page, Content_Encoding="gzip")).kind == "broken"
    assert refused(server.gives("/a", page, Content_Encoding="br")).kind == "unsupported"
    assert refused(server.gives("/a", packed["gzip"], Content_Encoding="gzip, gzip")).kind == "unsupported"


def test_bombs_and_pages_that_are_too_large(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LIMIT", 1_000_000)
    bomb = gzip.compress(b"<p>" + bytes(50_000_000))
    assert refused(server.gives("/a", bomb, Content_Encoding="gzip")).kind == "too_large"
    assert refused(server.gives("/a", b"a" * 1_000_001)).kind == "too_large"
    assert refused(server.gives("/a", b"a", Content_Length="1000000000000")).kind == "too_large"
    assert len(fetch(server.gives("/a", b"a" * 1_000_000))[1].data) == 1_000_000


def test_a_page_without_end(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LIMIT", 1_000_000)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, b"", {"Content-Type": "text/html", "Content-Length": ""})
        while True:
            handler.wfile.write(b"a" * 65536)

    server.answers["/a"] = answer
    assert refused(server.url("/a")).kind == "too_large"


def test_wrong_lengths(server: Server) -> None:
    assert refused(server.gives("/a", PAGE.encode(), Content_Length="5000")).kind == "broken"
    assert refused(server.gives("/a", PAGE.encode(), Content_Length="-7")).kind == "broken"
    assert (
        refused(server.gives("/a", b"zz\r\nno chunk", Content_Length="", Transfer_Encoding="chunked")).kind
        == "broken"
    )


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_is_slow(server: Server, part: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if part == "body":
            send(handler, 200, b"", {"Content-Type": "text/html", "Content-Length": "100000"})
        for _ in range(200):
            handler.wfile.write(b"a" if part == "body" else b"H")
            handler.wfile.flush()
            time.sleep(0.05)

    server.answers["/a"] = answer
    with pytest.raises(ReadError) as caught:
        fetch(server.url("/a"), seconds=0.4)
    assert caught.value.kind == "slow"
    assert not [thread for thread in threading.enumerate() if thread.name == "fetching" and _lives(thread)]


def _lives(thread: threading.Thread) -> bool:
    thread.join(2)
    return thread.is_alive()


def test_a_page_that_is_not_wanted_any_more(server: Server) -> None:
    waiting = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        waiting.set()
        time.sleep(1)

    server.answers["/a"] = answer
    with pytest.raises(ReadError) as caught:
        read_address(server.url("/a"), cancelled=waiting.is_set)
    assert caught.value.kind == "cancelled"
    assert not [thread for thread in threading.enumerate() if thread.name == "fetching" and _lives(thread)]


def test_one_that_was_fetched_is_read_in_the_same_way(server: Server) -> None:
    draft: ArticleDraft = read_address(server.gives("/a", TEXT.encode("gb18030"), "text/plain"))
    assert (draft.encoding, draft.original) == ("gb18030", TEXT.encode("gb18030"))
    assert draft.page is not None
    assert read_page_again(draft.page, draft.url) == draft
