from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import mhtml
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.mhtml import read_mhtml
from meipi.exchange.opening import ReadError, read_file
from meipi.exchange.watch import Watch

PAGE = "<html><head><title></title></head><body><h2>起程</h2><p>走了一天，才到山下的村子。</p></body></html>"
TEXT = "起程\n走了一天，才到山下的村子。"


def read(data: bytes) -> ArticleDraft:
    return read_mhtml(data, title="檔名", watch=Watch("a.mhtml"))


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit", "binary", ""])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5"])
def test_a_saved_page(encoding: str, charset: str) -> None:
    draft = read(mhtml(PAGE.encode(charset), encoding=encoding, charset=charset))
    assert (draft.text, draft.title, draft.url) == (TEXT, "山路", "https://a.b/c?d=1")
    assert draft.encoding == {"big5": "big5hkscs"}.get(charset, charset)


@pytest.mark.parametrize("charset", ["utf-8", "klingon", "", "utf-16"])
def test_an_encoding_that_is_wrongly_named(charset: str) -> None:
    assert read(mhtml(PAGE.encode("gb18030"), charset=charset)).text == TEXT


def test_line_endings_of_one_kind_and_a_file_that_ends_too_early() -> None:
    data = mhtml(PAGE.encode()).replace(b"\r\n", b"\n")
    assert read(data).text == TEXT
    assert read(data[: data.rfind(b"\n----=")]).text == TEXT


def test_a_page_alone_and_one_in_a_part_of_a_part() -> None:
    head = b"Content-Type: text/html; charset=utf-8\r\n\r\n"
    assert read(head + PAGE.encode()).text == TEXT
    inner = (
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
        + head
        + PAGE.encode()
        + b"\r\n--b--"
    )
    assert (
        read(b'Content-Type: multipart/related; boundary="a"\r\n\r\n--a\r\n' + inner + b"\r\n--a--").text
        == TEXT
    )


def test_the_part_that_the_file_begins_with() -> None:
    parts = b"".join(
        b"--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <%d>\r\n\r\n<p>%d</p>\r\n"
        % (number, number)
        for number in range(3)
    )
    assert read(b'Content-Type: multipart/related; boundary=a; start="<2>"\r\n\r\n' + parts).text == "2"
    assert read(b"Content-Type: multipart/related; boundary=a\r\n\r\n" + parts).text == "0"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"Content-Type: multipart/related\r\n\r\n",
        b"Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\nContent-Type: image/png\r\n\r\nx",
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nA",
    ],
)
def test_what_has_no_page(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.kind == "broken"


def test_parts_in_parts_and_many_parts() -> None:
    deep = b"".join(
        b"Content-Type: multipart/related; boundary=a%d\r\n\r\n--a%d\r\n" % (n, n) for n in range(5000)
    )
    many = b"Content-Type: multipart/related; boundary=a\r\n\r\n" + b"--a\r\n\r\nx\r\n" * 50_000
    for data in (deep, many):
        with pytest.raises(ReadError) as caught:
            read(data)
        assert caught.value.kind == "broken"


def test_by_its_name(tmp_path: Path) -> None:
    for name in ("a.mhtml", "b.MHT", "c"):
        (tmp_path / name).write_bytes(mhtml(PAGE.encode()))
        assert read_file(tmp_path / name).text == TEXT
    (tmp_path / "d.html").write_bytes(mhtml(PAGE.encode()))
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "d.html")
    assert (caught.value.kind, caught.value.detail) == ("mislabelled", ".mhtml")


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    whole = bytearray(mhtml(PAGE.encode()))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    try:
        draft = read(bytes(whole))
    except ReadError:
        return
    f"{draft.title}{draft.text}{draft.url}".encode()
