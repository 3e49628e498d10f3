from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from making import pdf, set_lines
from meipi.exchange import pdf as pdf_module
from meipi.exchange.draft import ArticleDraft
from meipi.exchange.opening import ReadError, read_file
from meipi.exchange.pdf import read_pdf
from meipi.exchange.pdf_lines import Line, lines_of_pieces, rows_of_pages
from meipi.exchange.radicals import plain_hanzi
from meipi.exchange.watch import Watch

PARAGRAPHS = [
    "近年來，青海省集聚力量進行鹽湖資源開發關鍵技術攻關，不斷提升綜合利用水平，這是一個漫長的過程。",
    "初到格爾木的人，先看見的是風。",
    "鹽湖像一面鏡子，天在上面，天也在下面，走在中間的人不知道自己是向上還是向下，只好一直往前走去看看。",
    "「你要去哪裡？」他問。",
] * 8
RADICALS = [chr(code) for code in range(0x2E80, 0x2FD6)]
Place = tuple[float, float, float, str]


def read(data: bytes) -> ArticleDraft:
    return read_pdf(data, title="檔名", watch=Watch("a.pdf"))


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    return caught.value.kind


def test_paragraphs_are_joined_over_lines_and_pages() -> None:
    draft = read(pdf(set_lines(PARAGRAPHS), information={"Title": "山路", "Author": "王小明"}))
    assert draft.text.split("\n") == PARAGRAPHS
    assert (draft.title, draft.author, draft.path) == ("山路", "王小明", "a.pdf")


def test_paragraphs_without_indents_end_where_a_line_is_short() -> None:
    draft = read(pdf(set_lines(PARAGRAPHS, indent=0)))
    assert draft.text.split("\n") == PARAGRAPHS


def test_page_numbers_and_running_heads_go() -> None:
    pages = set_lines(PARAGRAPHS * 4, rows=25)
    assert len(pages) > 6
    full: list[list[Place]] = []
    for number, page in enumerate(pages):
        head = "茶馬古道" if number % 2 else f"第{number // 4 + 1}章　起程"
        foot = f"— {number + 11} —" if number % 2 else f"第 {number + 11} 頁"
        full.append([(72, 805, 9, head), *page, (280, 40, 9, foot)])
    assert read(pdf(full)).text.split("\n") == PARAGRAPHS * 4


def test_page_numbers_close_to_the_text_go() -> None:
    pages = set_lines(PARAGRAPHS * 2, rows=12)
    for number, page in enumerate(pages):
        page.append((72, page[-1][1] - 20, 12, str(number + 7)))
    assert read(pdf(pages)).text.split("\n") == PARAGRAPHS * 2


def test_a_number_that_is_no_page_number_stays() -> None:
    pages = set_lines(PARAGRAPHS * 2, rows=25)
    pages[1].append((72, 40, 12, "1937"))
    assert "1937" in read(pdf(pages)).text


def test_headings_are_set_in_larger_type() -> None:
    page: list[Place] = [
        (72, 780, 24, "山路"), (72, 740, 16, "起程的那一天，天還沒有"), (72, 720, 16, "亮"),
        *[(x, y - 60, size, text) for x, y, size, text in set_lines(PARAGRAPHS[:2])[0]],
        (72, 500, 14, "村子"), (96, 470, 12, "到了。"),
    ]  # fmt: skip
    draft = read(pdf([page]))
    shape = [(block.kind, block.level, draft.text[block.start : block.end]) for block in draft.blocks]
    assert shape == [
        ("title", 1, "山路"), ("heading", 3, "起程的那一天，天還沒有亮"), ("paragraph", 0, PARAGRAPHS[0]),
        ("paragraph", 0, PARAGRAPHS[1]), ("heading", 4, "村子"), ("paragraph", 0, "到了。"),
    ]  # fmt: skip
    assert draft.title == "山路"


def test_headings_of_the_same_size_are_known_by_their_words() -> None:
    draft = read(pdf(set_lines([PARAGRAPHS[0], "第一章　起程", *PARAGRAPHS[:3]])))
    assert [block.kind for block in draft.blocks][:3] == ["paragraph", "heading", "paragraph"]


def test_spaces() -> None:
    def text(*lines: str) -> str:
        return rows_of_pages([[Line(line, 72, 700 - 20 * n, 12) for n, line in enumerate(lines)]])[0].text

    assert text("鹽 湖　產 業 的 Open Data 發 展") == "鹽湖產業的 Open Data 發展"
    assert text("the salt lake of the high plain, a long way to", "the north") == (
        "the salt lake of the high plain, a long way to the north"
    )
    assert text("the salt lake of the high plain, a long develop-", "ment") == (
        "the salt lake of the high plain, a long development"
    )


def test_pieces_of_a_line() -> None:
    def lines(*pieces: Line) -> list[str]:
        return [line.text for line in lines_of_pieces(pieces)]

    # The type changes, so that the line is written in pieces.
    assert lines(Line("裝了", 72, 700, 12), Line("GPS", 96, 700.5, 11), Line("終端", 114, 700, 12)) == [
        "裝了GPS終端"
    ]
    assert lines(Line("Open", 72, 700, 12), Line("Data", 102, 700, 12)) == ["Open Data"]
    assert lines(Line("甲欄", 72, 700, 12), Line("乙欄", 300, 700, 12)) == ["甲欄 乙欄"]
    assert lines(Line("乙欄", 300, 700, 12), Line("甲欄", 72, 700, 12)) == ["乙欄", "甲欄"]
    assert lines(Line("一\n二", 72, 700, 12), Line("三", 84, 700, 12)) == ["一", "二", "三"]


def test_what_lies_outside_of_the_page_is_not_read() -> None:
    pages: list[list[Place]] = [
        [(72, 700, 12, "在頁上。"), (72, 900, 12, "在頁外。"), (-80, 700, 12, "在頁外。")]
    ]
    assert read(pdf(pages)).text == "在頁上。"


def test_hanzi_that_are_told_as_radicals() -> None:
    assert read(pdf([[(72, 700, 12, "⼀⻑⺠⼈，不樂。oﬃce")]])).text == "一長民人，不樂。office"
    assert all(plain_hanzi(character) not in RADICALS for character in RADICALS if ord(character) >= 0x2F00)


def test_a_wider_gap_begins_a_paragraph() -> None:
    line = "鹽湖產業的發展離不開科技創新也離不開一代代鹽湖人"
    page = [Line(line, 72, y, 12) for y in (700, 680, 660, 620, 600)]
    assert [row.text for row in rows_of_pages([page])] == [line * 3, line * 2]


def test_a_scan_is_told_from_a_text() -> None:
    blank: list[list[Place]] = [[], [], [(72, 40, 9, "1")]]
    assert refused(pdf(blank, picture=True)) == "scanned"
    assert read(pdf(blank)).text == "1"
    half = [*set_lines(PARAGRAPHS[:4]), *set_lines(PARAGRAPHS[:4]), []]
    assert read(pdf(half, picture=True)).text


def test_letters_that_cannot_be_told() -> None:
    assert refused(pdf([[(72, 700, 12, "\ue000\ue001\ue002" * 30)]])) == "damaged"


def test_passwords() -> None:
    from pypdf import PdfReader, PdfWriter

    for user, kind in (("x", "encrypted"), ("", "")):
        writer = PdfWriter(PdfReader(BytesIO(pdf(set_lines(PARAGRAPHS[:2])))))
        writer.encrypt(user, "owner", algorithm="RC4-128")
        file = BytesIO()
        writer.write(file)
        if kind:
            assert refused(file.getvalue()) == kind
        else:
            assert read(file.getvalue()).text.split("\n") == PARAGRAPHS[:2]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"text" * 1000, pdf(set_lines(PARAGRAPHS))[:1500]])
def test_what_is_no_pdf(data: bytes) -> None:
    assert refused(data) == "broken"


def test_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(set_lines(PARAGRAPHS, rows=10))
    monkeypatch.setattr(pdf_module, "PAGES", 2)
    assert refused(data) == "too_large"
    monkeypatch.setattr(pdf_module, "PAGES", 2000)
    monkeypatch.setattr(pdf_module, "CHARACTERS", 200)
    assert refused(data) == "unpacks"
    with pytest.raises(ReadError) as caught:
        read_pdf(data, watch=Watch("a", seconds=-1))
    assert caught.value.kind == "slow"


def test_an_article_that_qt_has_printed(qapp: QGuiApplication, tmp_path: Path) -> None:
    sample = Path(__file__).parents[3] / "resources" / "samples" / "tea-ferry.txt"
    paragraphs = [line.strip() for line in sample.read_text("utf-8").splitlines() if line.strip()]
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Serif CJK TC", 11))
    lines = "".join(f"<p style='text-indent:24px'>{line}</p>" for line in paragraphs[1:])
    document.setHtml(f"<h1>{paragraphs[0]}</h1>{lines}")
    document.print_(writer)
    del writer
    draft = read((tmp_path / "a.pdf").read_bytes())
    assert draft.text.split("\n") == paragraphs
    assert draft.title == paragraphs[0]


def test_progress_and_end() -> None:
    told: list[float] = []
    read_pdf(pdf(set_lines(PARAGRAPHS, rows=20)), watch=Watch("a", progress=told.append))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(set_lines(PARAGRAPHS)))
    assert read_file(tmp_path / "a.pdf").text.split("\n") == PARAGRAPHS
    (tmp_path / "a.html").write_bytes(pdf(set_lines(PARAGRAPHS)))
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "a.html")
    assert (caught.value.kind, caught.value.detail) == ("mislabelled", ".pdf")
    (tmp_path / "b.pdf").write_bytes(pdf([[]]))
    with pytest.raises(ReadError) as caught:
        read_file(tmp_path / "b.pdf")
    assert caught.value.kind == "empty"


LINES = st.builds(
    Line,
    st.sampled_from(["山路", "走了一天，才到山下的村子。", "12", "GPS", "— 3 —", "a-", "\u3000"]),
    st.sampled_from([-10.0, 72.0, 96.0, 300.0]),
    st.sampled_from([40.0, 700.0, 700.2, 680.0, 1e9]),
    st.sampled_from([0.0, 9.0, 12.0, 24.0, 1e6]),
)


@settings(deadline=None)
@given(st.lists(st.lists(LINES, max_size=8), max_size=6))
def test_any_lines(pages: list[list[Line]]) -> None:
    rows = rows_of_pages([lines_of_pieces(page) for page in pages], "山路")
    assert all(row.text.strip() for row in rows)


def test_fonts_that_would_take_hours() -> None:
    data = pdf(set_lines(PARAGRAPHS[:2]))
    ranges = b"1 beginbfrange <0000> <FFFF> <0000> endbfrange"
    start = data.index(b"/CIDInit")
    end = data.index(b"endstream", start)
    fonts = b"".join(b"/F%d 3 0 R " % number for number in range(3000))
    hostile = data[:start] + ranges.ljust(end - start) + data[end:]
    hostile = hostile.replace(b"/Font << /F 3 0 R >>", b"/Font << /F 3 0 R " + fonts + b">>")
    with pytest.raises(ReadError) as caught:
        read_pdf(hostile, watch=Watch("a", seconds=1))
    assert caught.value.kind == "slow"
