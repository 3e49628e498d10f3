from __future__ import annotations

import socket
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fuzzing
import making
from making import epub, epub_entries, xhtml, zipped
from meipi.exchange import zipped as zipped_module
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.epub import read_epub
from meipi.exchange.epub_package import resolved
from meipi.exchange.read_error import ReadError
from meipi.exchange.watch import Watch

CHAPTER = "<h2>第一章</h2><p>走了一天。</p>"


def read(data: bytes) -> ArticleDraft:
    return read_epub(data, title="檔名", watch=Watch("/a/書.epub"))


def refused(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.path == "/a/書.epub"
    return caught.value


def shape(draft: ArticleDraft) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, draft.text[block.start : block.end]) for block in draft.blocks]


def nav(*lines: tuple[str, str]) -> str:
    return f"<ol>{''.join(f'<li><a href={address!r}>{label}</a></li>' for label, address in lines)}</ol>"


def test_a_book() -> None:
    draft = read(epub(
        {
            "cover.xhtml": "<img src='cover.jpg'/>",
            "title.xhtml": "<h1>茶馬古道</h1><p>王小明</p>",
            "text/1.xhtml": f"{CHAPTER}<blockquote><p>山高路遠。</p></blockquote>",
            "text/2.xhtml": "<h2>第二章</h2><ul><li>茶</li></ul>"
            "<figure><img src='a.jpg'/><figcaption>圖一　馬幫</figcaption></figure><pre>a\n  b</pre>",
        }
    ))  # fmt: skip
    assert shape(draft) == [
        ("title", 1, "茶馬古道"),
        ("paragraph", 0, "王小明"),
        ("heading", 2, "第一章"),
        ("paragraph", 0, "走了一天。"),
        ("quote", 0, "山高路遠。"),
        ("heading", 2, "第二章"),
        ("item", 1, "茶"),
        ("image", 0, "圖一　馬幫"),
        ("code", 0, "a"),
        ("code", 0, "  b"),
    ]
    assert (draft.title, draft.author, draft.source) == ("茶馬古道", "王小明", "山谷出版社")
    assert (draft.published, draft.path, draft.original) == ("2021-03-05", "/a/書.epub", None)


def test_ruby_is_the_authors_reading() -> None:
    draft = read(epub({"a.xhtml": "<p>他去了<ruby>尉<rt>yù</rt>犁<rt>lí</rt></ruby>。</p>"}))
    assert draft.text == "他去了尉犁。"
    assert [tuple(inline) for inline in draft.inlines] == [("ruby", 3, 4, "yù"), ("ruby", 4, 5, "lí")]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("", ("檔名", "", "", "")),
        ("<dc:title> 甲\n乙 </dc:title><dc:title>副題</dc:title><dc:date>2019</dc:date>",
         ("甲乙", "", "", "2019")),
        ("<dc:creator>甲</dc:creator><dc:creator>乙</dc:creator>", ("檔名", "甲、乙", "", "")),
        ("<dc:creator opf:role='trl'>甲</dc:creator><dc:creator opf:role='aut'>乙</dc:creator>",
         ("檔名", "乙", "", "")),
        ("<dc:creator id='x'>甲</dc:creator><dc:creator id='y'>乙</dc:creator>"
         "<meta refines='#x' property='role'>ill</meta><meta refines='#y' property='role'>aut</meta>",
         ("檔名", "乙", "", "")),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:source>http://a.b/c</dc:source>",
         ("檔名", "", "http://a.b/c", "")),
        ("<dc:date opf:event='modification'>2020-02-02</dc:date>"
         "<dc:date opf:event='publication'>1999-12</dc:date>", ("檔名", "", "", "1999-12")),
    ],
)  # fmt: skip
def test_what_a_book_says_of_itself(metadata: str, expected: tuple[str, str, str, str]) -> None:
    draft = read(epub({"a.xhtml": CHAPTER}, metadata=metadata))
    assert (draft.title, draft.author, draft.url, draft.published) == expected


def test_contents_give_headings_their_levels() -> None:
    documents = {
        "1.xhtml": "<h1>上編</h1><p>文。</p>",
        "2.xhtml": "<p>第一章</p><p>起程</p><p>走。</p><h3>小結</h3>",
        "3.xhtml": "<h1 id='x'>二</h1><p>文。</p><h2>甲</h2><p id='y'>停　留</p><p>文。</p>",
        "4.xhtml": "<p>文。</p>",
    }
    lines = (
        "<ol><li><a href='1.xhtml'>上編</a><ol>"
        "<li><a href='2.xhtml'>第一章　起程</a></li><li><a href='3.xhtml#x'>第二章</a>"
        "<ol><li><a href='3.xhtml#y'>停 留</a></li></ol></li></ol></li>"
        "<li><a href='./4.xhtml'>後記</a></li></ol>"
    )
    assert shape(read(epub(documents, contents=lines))) == [
        ("heading", 2, "上編"), ("paragraph", 0, "文。"),
        ("heading", 3, "第一章"), ("paragraph", 0, "起程"), ("paragraph", 0, "走。"), ("heading", 4, "小結"),
        ("heading", 3, "二"), ("paragraph", 0, "文。"), ("heading", 4, "甲"),
        ("heading", 4, "停　留"), ("paragraph", 0, "文。"),
        ("heading", 2, "後記"), ("paragraph", 0, "文。"),
    ]  # fmt: skip


def test_two_entries_of_one_place() -> None:
    lines = nav(("上編", "1.xhtml"), ("第一章", "1.xhtml"))
    with_both = read(epub({"1.xhtml": f"<h1>上編</h1>{CHAPTER}"}, contents=lines))
    assert [text for _, _, text in shape(with_both)] == ["上編", "第一章", "走了一天。"]
    with_one = read(epub({"1.xhtml": CHAPTER}, contents=lines))
    assert shape(with_one) == [
        ("heading", 2, "上編"),
        ("heading", 2, "第一章"),
        ("paragraph", 0, "走了一天。"),
    ]


def test_the_contents_of_the_older_form() -> None:
    points = (
        "<navPoint><navLabel><text>序</text></navLabel><content src='1.xhtml#p'/>"
        "<navPoint><navLabel><text>緣起</text></navLabel><content src='2.xhtml'/></navPoint></navPoint>"
    )
    draft = read(epub({"1.xhtml": "<p>前。</p><p id='p'>序</p>", "2.xhtml": "<p>文。</p>"}, ncx=points))
    assert shape(draft) == [
        ("paragraph", 0, "前。"), ("heading", 2, "序"), ("heading", 3, "緣起"), ("paragraph", 0, "文。"),
    ]  # fmt: skip


def test_contents_that_lead_nowhere_are_passed_over() -> None:
    lines = nav(("一", "no.xhtml"), ("二", "../../1.xhtml"), ("三", "/1.xhtml"), ("四", "http://a.b/1.xhtml"))
    assert shape(read(epub({"1.xhtml": CHAPTER}, contents=lines)))[0] == ("heading", 2, "第一章")


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ("<p>一&nbsp;二&mdash;三&amp;四&bogus;五</p>", "一\xa0二—三&四&bogus;五"),
        ("<p>一<br>二</p><p>a & b < c</p>", "一\n二\na & b < c"),
        ("<p>一</div></body></html><p>二</p>", "一\n二"),
        ("<p>一<i/>二<script/>三</p><p title=x>四</p>", "一二三\n四"),
        ("<p>一<b>二<p>三", "一二\n三"),
        ("<p>一\x01二</p>", "一\ufffd二"),
        ("<svg xmlns='http://www.w3.org/2000/svg'><text>圖</text></svg><p>一</p>", "一"),
        ("<x:p xmlns:x='http://www.w3.org/1999/xhtml'>一</x:p>", "一"),
        ("<p hidden='hidden'>零</p><p style='display:none'>零</p><p>一</p><!-- 二 --><?三?>", "一"),
    ],
)
def test_documents_that_are_not_well_formed(document: str, text: str) -> None:
    assert read(epub({"a.xhtml": document})).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "big5hkscs"])
def test_documents_in_any_encoding(encoding: str) -> None:
    entries = epub_entries({"a.xhtml": ""})
    page = xhtml("<p>鹽湖是青海的一顆明珠，誰都知道。&nbsp;</p>")
    entries["OEBPS/a.xhtml"] = page.replace("utf-8", encoding, 1).encode(encoding)
    assert read(zipped(entries)).text == "鹽湖是青海的一顆明珠，誰都知道。"


def test_addresses_are_resolved_within_the_book() -> None:
    assert resolved("OEBPS/book.opf", "a%20b/c.xhtml#d%20e") == ("OEBPS/a b/c.xhtml", "d e")
    assert resolved("OEBPS/book.opf", "../c.xhtml") == ("c.xhtml", "")
    assert resolved("OEBPS/a.xhtml", "#x") == ("OEBPS/a.xhtml", "x")
    for address in ("../../x", "/etc/passwd", "file:///etc/passwd", "http://a.b/c", "C:\\x", "\\\\a\\b",
                    "%2e%2e/%2e%2e/x", "%2Fetc/passwd"):  # fmt: skip
        assert resolved("OEBPS/book.opf", address) == ("", "")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"META-INF/container.xml": None}, "broken"),
        ({"META-INF/container.xml": "<container/>"}, "broken"),
        ({"META-INF/container.xml": ""}, "broken"),
        ({"OEBPS/book.opf": None}, "broken"),
        ({"OEBPS/book.opf": "no"}, "broken"),
        ({"OEBPS/a.xhtml": None}, "broken"),
        ({"OEBPS/a.xhtml": "<div>" * 400 + "深" + "</div>" * 400}, "broken"),
        ({"OEBPS/a.xhtml": "<p>" + "a" * 30_000_000}, "unpacks"),
        ({"OEBPS/a.xhtml": "<b/>" * 1_600_000}, "unpacks"),
    ],
)
def test_books_that_are_not_whole_or_out_of_bounds(change: dict[str, str | None], kind: str) -> None:
    entries = epub_entries({"a.xhtml": CHAPTER}) | change
    assert refused(zipped({name: page for name, page in entries.items() if page is not None})).kind == kind


@pytest.mark.parametrize(
    ("href", "kind"),
    [("../../../etc/passwd", "broken"), ("/etc/passwd", "broken"), ("file:///etc/passwd", "broken")],
)
def test_a_spine_that_leads_out_of_the_book(href: str, kind: str) -> None:
    assert refused(zipped(epub_entries({href: CHAPTER}) | {"../../../etc/passwd": "x"})).kind == kind


def test_a_spine_with_an_item_that_is_not_there() -> None:
    entries = epub_entries({"a.xhtml": CHAPTER})
    entries["OEBPS/book.opf"] = str(entries["OEBPS/book.opf"]).replace(
        "</spine>", "<itemref idref='z'/></spine>"
    )
    assert (refused(zipped(entries)).kind, refused(zipped(entries)).detail) == ("broken", "z")


def test_entities_are_neither_expanded_nor_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connected(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", connected)
    secret = tmp_path / "secret.txt"
    secret.write_text("祕密")
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    dtd = f"<!ENTITY l0 '笑'>{laughs}<!ENTITY s SYSTEM '{secret.as_uri()}'><!ENTITY % p SYSTEM 'http://127.0.0.1:9/'>%p;"
    for encoding in ("utf-8", "utf-16"):
        page = xhtml(
            "<p title='&l9;'>文&l9;&s;。</p><link rel='stylesheet' href='http://127.0.0.1:9/a.css'/>"
        )
        page = page.replace("<!DOCTYPE html>", f"<!DOCTYPE html [{dtd}]>").replace("utf-8", encoding, 1)
        entries = epub_entries({"a.xhtml": ""}) | {"OEBPS/a.xhtml": page.encode(encoding)}
        text = read(zipped(entries)).text
        assert "祕密" not in text
        assert "笑" not in text
        assert text.startswith("文")


@pytest.mark.parametrize(
    ("algorithm", "kind"),
    [
        ("http://www.idpf.org/2008/embedding", None),
        ("http://ns.adobe.com/pdf/enc#RC", None),
        ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "protected"),
        ("", "protected"),
    ],
)
def test_a_protected_book(algorithm: str, kind: str | None) -> None:
    encryption = (
        "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'>"
        "<enc:EncryptedData xmlns:enc='http://www.w3.org/2001/04/xmlenc#'>"
        f"<enc:EncryptionMethod Algorithm='{algorithm}'/><enc:CipherData>"
        "<enc:CipherReference URI='OEBPS/a.xhtml'/></enc:CipherData></enc:EncryptedData></encryption>"
    )
    data = zipped(epub_entries({"a.xhtml": CHAPTER}) | {"META-INF/encryption.xml": encryption})
    if kind is None:
        assert read(data).text
    else:
        assert refused(data).kind == kind


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = epub_entries({"a.xhtml": CHAPTER, "b.xhtml": CHAPTER})
    # A text of a thousand times its packed size.
    assert refused(zipped(entries | {"OEBPS/a.xhtml": " " * 20_000_000})).kind == "unpacks"
    # The same, declared as small.
    data = bytearray(zipped(entries | {"OEBPS/a.xhtml": " " * 20_000_000}))
    while (place := data.find(struct.pack("<L", 20_000_000))) >= 0:
        data[place : place + 4] = struct.pack("<L", 10)
    assert refused(bytes(data)).kind == "unpacks"
    # Each small enough, but all together not.
    monkeypatch.setattr(zipped_module, "TOTAL", 30_000)
    page = xhtml("".join(f"<p>{number}</p>" for number in range(1500)))
    assert refused(zipped(entries | {"OEBPS/a.xhtml": page, "OEBPS/b.xhtml": page})).kind == "unpacks"


def test_too_many_entries() -> None:
    many = zipped(epub_entries({"a.xhtml": CHAPTER}) | {f"{number}": b"" for number in range(20_001)})
    assert refused(many).kind == "unpacks"
    # A list of entries that says that it is a gigabyte long is not even looked for.
    data = bytearray(epub({"a.xhtml": CHAPTER}))
    data[-10:-6] = struct.pack("<L", 2**30)
    assert refused(bytes(data)).kind == "unpacks"
    # The same in the form for large archives.
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, 2**40, 0)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    assert refused(bytes(8) + end64 + locator + bytes(data[-22:])).kind == "unpacks"


def test_lengths_sums_and_passwords_that_are_wrong() -> None:
    data = epub({"a.xhtml": CHAPTER})
    place = data.find(b"OEBPS/a.xhtml", data.find(b"PK\1\2"))
    header = data.rfind(b"PK\1\2", 0, place)

    def changed(offset: int, value: bytes) -> bytes:
        return data[: header + offset] + value + data[header + offset + len(value) :]

    assert refused(changed(16, b"\1\2\3\4")).kind == "broken"  # the sum
    assert refused(changed(20, struct.pack("<L", 5))).kind == "broken"  # the packed size
    assert refused(changed(24, struct.pack("<L", 5))).kind == "broken"  # the size
    assert refused(changed(42, struct.pack("<L", 7))).kind == "broken"  # the place
    assert refused(changed(42, struct.pack("<L", 0xFFFFFF00))).kind == "broken"
    assert refused(changed(8, struct.pack("<H", 1))).kind == "encrypted"
    assert refused(changed(10, struct.pack("<H", 99))).kind == "broken"  # the way of packing


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\5\6" + bytes(18), b"text" * 100])
def test_what_is_no_archive(data: bytes) -> None:
    assert refused(data).kind == "broken"


def test_a_book_without_text() -> None:
    assert read(epub({"a.xhtml": "<img src='a.png'/>"})).text == ""
    assert read(epub({})).text == ""


def test_a_book_that_takes_too_long() -> None:
    with pytest.raises(ReadError) as caught:
        read_epub(epub({"a.xhtml": CHAPTER}), watch=Watch("a", seconds=-1))
    assert caught.value.kind == "slow"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_in_the_archive_that_are_not_quite_those_of_the_book(encoding: str) -> None:
    name = "章節/第一.XHTML"
    entries = epub_entries({name: CHAPTER})
    raw = f"OEBPS/{name}".encode(encoding)
    stand_in = "x" * len(raw)
    entries[stand_in] = entries.pop(f"OEBPS/{name}")
    data = zipped(entries).replace(stand_in.encode(), raw)  # without the flag of UTF-8
    assert read(data).text == "第一章\n走了一天。"
    decomposed = epub_entries({"caf\u00e9.xhtml": CHAPTER})
    decomposed["OEBPS/Cafe\u0301.xhtml"] = decomposed.pop("OEBPS/caf\u00e9.xhtml")
    assert read(zipped(decomposed)).text == "第一章\n走了一天。"


def test_stored_entries_and_damaged_ones() -> None:
    entries = epub_entries({"a.xhtml": CHAPTER})
    assert read(zipped(entries, method=0)).text == "第一章\n走了一天。"
    data = bytearray(zipped(entries))
    place = data.find(zlib.compress(xhtml(CHAPTER).encode(), wbits=-15)[:20])
    data[place + 30] ^= 0xFF
    assert refused(bytes(data)).kind == "broken"


PARTS = (
    "<p>", "</p>", "<p id='x'>", "<h1>", "</h1>", "<h3>", "</h3>", "<br/>", "<b>", "</b>", "<ruby>", "<rt>",
    "</rt>", "</ruby>", "<rb>", "</rb>", "<pre>", "</pre>", "<ul>", "<li>", "</li>", "</ul>", "<figure>",
    "<figcaption>", "</figcaption>", "</figure>", "<img alt='圖'/>", "&nbsp;", "&", "<", "]]>", "<![CDATA[",
    "山", "一章", " ", "\n",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40), st.sampled_from(["一章", "山", "無"]))
def test_any_document(parts: list[str], label: str) -> None:
    lines = nav((label, "a.xhtml"), ("山", "a.xhtml#x"), (label, "b.xhtml"))
    try:
        draft = read(epub({"a.xhtml": "".join(parts), "b.xhtml": CHAPTER}, contents=lines))
    except ReadError:
        return
    fuzzing.look_through(draft)
    assert draft.text.endswith("走了一天。")


def test_the_made_up_book_is_read_whole() -> None:
    draft = read(making.book([f"第{number}段，走了一天的路。" for number in range(45)]))
    assert sum(block.kind == "heading" for block in draft.blocks) == 2
    assert sum(block.kind == "paragraph" for block in draft.blocks) == 45
    assert {inline.kind for inline in draft.inlines} == {"emphasis", "ruby"}
