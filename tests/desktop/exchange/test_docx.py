from __future__ import annotations

from pathlib import Path

import pytest

from making import docx, docx_entries, docx_paragraph, zipped
from meipi.exchange.docx import read_docx
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.opening import ReadError, read_file
from meipi.exchange.watch import Watch

P = docx_paragraph
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


def read(body: str, **more: str) -> ArticleDraft:
    return read_docx(docx(body, **more), title="檔名", watch=Watch("a.docx"))  # type: ignore[arg-type]


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_docx(data, watch=Watch("a.docx"))
    return caught.value.kind


def shape(draft: ArticleDraft) -> list[tuple[str, int, str]]:
    return [
        (block.kind, block.level, block.marker + draft.text[block.start : block.end])
        for block in draft.blocks
    ]


def inlines(draft: ArticleDraft) -> list[tuple[str, str, str]]:
    return [(inline.kind, draft.text[inline.start : inline.end], inline.target) for inline in draft.inlines]


def numbered(text: str, number: int, level: int = 0) -> str:
    return P(text, more=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_headings_quotes_and_contents() -> None:
    draft = read(
        P("山路", "t") + P("目錄一……1", "TOC1") + P("起程", "a1") + P("走了一天。") + P("村子", "a2")
        + P("路遠。", "q") + P("附記", more='<w:outlineLvl w:val="3"/>') + P("") + P("尾。", "loop")
    )  # fmt: skip
    assert shape(draft) == [
        ("title", 1, "山路"), ("heading", 2, "起程"), ("paragraph", 0, "走了一天。"),
        ("heading", 2, "村子"), ("quote", 0, "路遠。"), ("heading", 4, "附記"), ("paragraph", 0, "尾。"),
    ]  # fmt: skip
    assert (draft.title, draft.author, draft.path) == ("山路", "王小明", "a.docx")


@pytest.mark.parametrize(
    ("body", "named", "title", "kinds"),
    [
        (P("起程", "a1") + P("文。") + P("二", "h2"), "", "起程", ["title", "paragraph", "heading"]),
        (P("起程", "a1") + P("文。") + P("二", "a1"), "", "檔名", ["heading", "paragraph", "heading"]),
        (P("起程") + P("文。"), "起程", "起程", ["title", "paragraph"]),
        (P("文。"), "舊題", "舊題", ["paragraph"]),
        (P("一", "t") + P("二", "t"), "", "一", ["title", "heading"]),
    ],
)
def test_titles(body: str, named: str, title: str, kinds: list[str]) -> None:
    draft = read(body, title=named)
    assert draft.title == title
    assert [block.kind for block in draft.blocks] == kinds


def test_lists() -> None:
    draft = read(
        numbered("甲", 1) + numbered("子", 1, 1) + numbered("丑", 1, 1) + numbered("乙", 1)
        + numbered("寅", 1, 1) + numbered("點", 2) + P("丙", "l") + numbered("無", 9)
        + P("標題", "a1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    )  # fmt: skip
    assert shape(draft)[:-1] == [
        ("item", 1, "第三條甲"), ("item", 2, "1)子"), ("item", 2, "2)丑"), ("item", 1, "第四條乙"),
        ("item", 2, "1)寅"), ("item", 1, "•點"), ("item", 1, "第五條丙"), ("paragraph", 0, "無"),
    ]  # fmt: skip
    assert draft.text.endswith("第六條 標題")


def test_runs() -> None:
    def run(text: str, properties: str = "") -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    draft = read(
        "<w:p>" + run("一") + run("二", "<w:b/>") + run("三", "<w:b w:val='1'/><w:i/>")
        + run("四", "<w:b w:val='0'/>")
        + run("隱", "<w:vanish/>") + "<w:ins>" + run("增") + "</w:ins><w:del>" + run("刪") + "</w:del>"
        "<w:hyperlink r:id='x'>" + run("五", "<w:rStyle w:val='Strong'/>") + "</w:hyperlink>"
        "<w:hyperlink w:anchor='y'>" + run("六") + "</w:hyperlink><w:hyperlink r:id='none'>" + run("七")
        + "</w:hyperlink><w:r><w:tab/><w:t>八</w:t><w:br w:type='page'/><w:br/>"
        "<w:instrText>PAGE</w:instrText>"
        "<w:t>九</w:t></w:r></w:p>",
        links={"x": "https://a.b/c"},  # type: ignore[arg-type]
    )  # fmt: skip
    assert draft.text == "一二三四增五六七 八\n九"
    assert inlines(draft) == [
        ("strong", "二", ""), ("strong", "三", ""), ("emphasis", "三", ""), ("link", "五", "https://a.b/c"),
        ("strong", "五", ""), ("link", "六", "#y"),
    ]  # fmt: skip


def test_ruby_is_the_authors_reading() -> None:
    ruby = (
        "<w:ruby><w:rubyPr/><w:rt><w:r><w:t>yù</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>尉</w:t></w:r></w:rubyBase></w:ruby>"
    )
    draft = read(f"<w:p><w:r><w:t>去</w:t></w:r><w:r>{ruby}</w:r><w:r><w:t>犁</w:t></w:r></w:p>")
    assert (draft.text, inlines(draft)) == ("去尉犁", [("ruby", "尉", "yù")])


def test_notes_stand_at_the_end() -> None:
    def reference(number: int) -> str:
        return f"<w:r><w:footnoteReference w:id='{number}'/></w:r>"

    draft = read(
        f"<w:p><w:r><w:t>甲</w:t></w:r>{reference(5)}{reference(3)}{reference(5)}{reference(8)}</w:p>",
        footnotes=f"<w:footnote w:id='3'>{P('註三')}{P('又')}</w:footnote>"
        f"<w:footnote w:id='5'><w:p><w:r><w:footnoteRef/><w:t>註五</w:t></w:r>{reference(3)}{reference(9)}"
        f"</w:p></w:footnote><w:footnote w:id='9'>{P('註九')}</w:footnote>",
    )
    assert shape(draft) == [
        ("paragraph", 0, "甲[1][2][1][3]"), ("item", 1, "[1]註五[2][4]"), ("item", 1, "[2]註三"),
        ("item", 1, "又"), ("item", 1, "[4]註九"),
    ]  # fmt: skip


def test_tables_boxes_and_pictures() -> None:
    def box(inside: str) -> str:
        return f"<w:r><w:drawing><wp:x><w:txbxContent>{inside}</w:txbxContent></wp:x></w:drawing></w:r>"

    cell = f"<w:tc>{P('甲')}{P('乙')}</w:tc><w:tc><w:tbl><w:tr><w:tc>{P('丙')}</w:tc></w:tr></w:tbl></w:tc>"
    draft = read(
        f"<w:tbl><w:tr>{cell}</w:tr><w:tr><w:tc>{P('丁')}{P('戊')}</w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent>{P('己')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:t>庚</w:t></w:r>{box(P('辛') + '<w:p>' + box(P('壬')) + '</w:p>')}</w:p>"
        "<w:p><w:r><mc:AlternateContent>"
        "<mc:Choice><w:drawing><wp:docPr descr='山中的村子'/></w:drawing></mc:Choice>"
        "<mc:Fallback><w:t>後備</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert draft.text.split("\n") == ["甲 乙 丙", "丁", "戊", "己", "庚", "辛", "壬", "山中的村子"]
    assert draft.blocks[-1].kind == "image"


def test_boxes_in_boxes_take_no_long_time() -> None:
    inside = P("深")
    for _ in range(50):
        inside = f"<w:p><w:r><w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing></w:r></w:p>"
    assert read(inside).text == "深"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "broken"),
        (b"text", "broken"),
        (zipped({"a": "b"}), "broken"),
        (zipped(docx_entries("") | {"word/document.xml": "<document/>"}), "broken"),
        (zipped(docx_entries("") | {"word/document.xml": "<a>" * 400}), "broken"),
        (zipped(docx_entries("<w:p/>" * 400_000)), "unpacks"),
    ],
)  # fmt: skip
def test_what_is_no_document(data: bytes, kind: str) -> None:
    assert refused(data) == kind


def test_names_of_elements_that_are_none() -> None:
    entries = docx_entries(P("文。"))
    broken = str(entries["word/_rels/document.xml.rels"]).replace("<Relationship Id", "<Relahttp: Id")
    entries["word/_rels/document.xml.rels"] = broken
    assert read_docx(zipped(entries), watch=Watch("a")).text == "文。"


def test_entities_are_not_expanded() -> None:
    entries = docx_entries(P("文&l9;。").replace("&amp;", "&"))
    laughs = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    page = str(entries["word/document.xml"])
    entries["word/document.xml"] = f"<!DOCTYPE x [<!ENTITY l0 '笑'>{laughs}]>{page}"
    assert "笑" not in read_docx(zipped(entries), watch=Watch("a")).text


def test_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(P("山路遠。")))
    assert read_file(tmp_path / "a.docx").text == "山路遠。"
    (tmp_path / "a.txt").write_bytes(docx(P("山路遠。")))
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "a.txt")
    assert (caught.value.kind, caught.value.detail) == ("mislabelled", ".docx")
    (tmp_path / "b.docx").write_bytes(docx(""))
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "b.docx")
    assert caught.value.kind == "empty"
