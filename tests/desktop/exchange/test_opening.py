from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import making
from meipi.exchange import kinds, opening
from meipi.exchange.opening import ReadError, read_file, read_paste, redecode

SENTENCE = "近年來，青海省集聚力量進行鹽湖資源開發關鍵技術攻關，不斷提升綜合利用水平。"
ARTICLE = f"青海新聞網·大美青海客戶端訊 大大小小的鹽湖，如寶石般散落在瀚海戈壁。\r\n初到格爾木\r\n{SENTENCE}"
SALT_LAKES = Path(__file__).parents[3].parent / "shared/articles/qinghai-salt-lakes.txt"


def refused(path: object) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_file(path)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["鹽湖.txt", "鹽湖.TXT", "鹽湖.text", "鹽湖"])
def test_plain_text_is_kept_as_it_is(tmp_path: Path, encoding: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(ARTICLE.encode(encoding))
    draft = read_file(path)
    assert draft.text == ARTICLE
    assert draft.original == ARTICLE.encode(encoding)
    assert (draft.title, draft.source, draft.encoding) == ("鹽湖", "青海新聞網", encoding)
    assert draft.path == str(path)
    assert [block.kind for block in draft.blocks] == ["paragraph", "heading", "paragraph"]


def test_title_line_and_credits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"\ufeff荷塘月色\n作者：朱自清\n來源：小說月報\n{SENTENCE}", encoding="utf-8")
    draft = read_file(path)
    assert (draft.title, draft.author, draft.source) == ("荷塘月色", "朱自清", "小說月報")
    assert draft.text[0] == "荷"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.b.txt", "a.b"),
        ("報道 5.11", "報道 5.11"),
        ("文章.第一稿", "文章.第一稿"),
        (".txt", ".txt"),
        ("x.TXT", "x"),
    ],
)
def test_the_name_without_its_suffix(name: str, stem: str) -> None:
    assert opening.stem(f"/folder.d/{name}") == stem


def test_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.txt").kind == "missing"
    assert refused(tmp_path / "a\0b.txt").kind == "missing"
    (tmp_path / "file.txt").write_text(SENTENCE, encoding="utf-8")
    assert refused(tmp_path / "file.txt" / "below.txt").kind == "missing"


def test_a_folder(tmp_path: Path) -> None:
    error = refused(tmp_path)
    assert (error.kind, error.path) == ("folder", str(tmp_path))


@pytest.mark.parametrize("name", ["a.doc", "a.MOBI", "a.jpg"])
def test_another_type(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    assert refused(tmp_path / name).kind == "unsupported"


@pytest.mark.parametrize(
    ("name", "size"),
    [("big.txt", 200 * 2**20), ("big.html", 64 * 2**20 + 1), ("big.md", 20 * 2**20 + 1), ("big.epub", 2**30)],
)
def test_too_large_is_not_even_opened(
    tmp_path: Path, name: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.touch()
    os.truncate(path, size)  # sparse: takes no room

    def opened(*_: object) -> bytes:
        raise AssertionError("the file was opened")

    monkeypatch.setattr(opening, "_bytes", opened)
    error = refused(path)
    assert (error.kind, error.detail) == ("too_large", str(size))


def test_a_page_is_as_large_as_it_is_without_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f"<p>{SENTENCE}<img src='data:image/png;base64,{'A' * 2**21}'>".encode())
    assert read_file(path).text == SENTENCE
    path.write_bytes(b"<p>" + b"a" * opening.MARKUP_LIMIT)
    assert refused(path).kind == "too_large"


def test_a_book_with_another_name(tmp_path: Path) -> None:
    for name in ("a.html", "a.txt", "a.md"):
        (tmp_path / name).write_bytes(making.epub({"a.xhtml": f"<p>{SENTENCE}</p>"}))
        error = refused(tmp_path / name)
        assert (error.kind, error.detail) == ("mislabelled", ".epub")
    (tmp_path / "書").write_bytes(making.epub({"a.xhtml": f"<p>{SENTENCE}</p>"}))
    assert read_file(tmp_path / "書").text == SENTENCE


def test_reading_is_told_and_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(making.epub({f"{number}.xhtml": f"<p>{SENTENCE}</p>" for number in range(4)}))
    told: list[float] = []
    read_file(path, progress=told.append)
    assert told == [0, 0.25, 0.5, 0.75, 1]
    with pytest.raises(ReadError) as caught:
        read_file(path, progress=told.append, cancelled=lambda: len(told) > 6)
    assert (caught.value.kind, len(told)) == ("cancelled", 7)


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"a" * 20)
    monkeypatch.setattr(kinds, "of_suffix", lambda _: replace(kinds.TEXT, limit=10))
    monkeypatch.setattr(opening.os, "stat", lambda _: os.stat_result((0o100644, 0, 0, 0, 0, 0, 5, 0, 0, 0)))
    assert refused(path).kind == "too_large"


@pytest.mark.parametrize(
    "content", [b"", b" \n\r\n\t", "　\u3000\n".encode(), b"\xef\xbb\xbf", "\n".encode("utf-16")]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_empty(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name).kind == "empty"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"PK\x03\x04" + b"text" * 20,
        b"\x7fELF" + bytes(range(256)) * 4,
        b"\xff\xd8\xff\xe0" + b"JFIF" * 20,
        b"text with a NUL\0 in it and more text",
        bytes(range(1, 32)) * 20,
        bytes((i * 197 + i * i * 31 + (i >> 3)) % 256 for i in range(4000)),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_binary(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name).kind == "binary"


@pytest.mark.parametrize("function", ["stat", "open"])
def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")

    def denied(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    if function == "stat":
        monkeypatch.setattr(opening.os, "stat", denied)
    else:
        monkeypatch.setattr(opening, "_bytes", denied)
    error = refused(path)
    assert (error.kind, error.detail) == ("unreadable", "Permission denied")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refused(tmp_path / "pipe.txt").kind == "unreadable"


@settings(deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_only_read_error_is_ever_raised(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    try:
        draft = read_file(path)
    except ReadError:
        return
    assert draft.text.strip()
    assert draft.title
    draft.text.encode()


def test_paste() -> None:
    draft = read_paste(f"荷塘月色\n{SENTENCE}")
    assert (draft.title, draft.encoding, draft.path, draft.original) == ("荷塘月色", "", "", None)
    assert read_paste(SENTENCE).title == SENTENCE[:20]


def test_paste_prefers_html_that_has_text() -> None:
    html = "<!--StartFragment--><h2>初到格爾木</h2><p>一<b>句</b>。</p><h3>再到茶卡</h3>"
    draft = read_paste("x", html)
    assert draft.title == "初到格爾木"
    assert [block.kind for block in draft.blocks] == ["title", "paragraph", "heading"]
    assert read_paste("只有文字。", "<img src=a.png>").text == "只有文字。"


def test_paste_of_unpaired_surrogates() -> None:
    assert read_paste("鹽\ud800湖。").text == "鹽\ufffd湖。"
    assert "\ufffd" in read_paste("", "<p>鹽\udc00湖。</p>").text


@pytest.mark.parametrize("text", ["", " \n　"])
def test_paste_of_nothing(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_paste(text, "<p> </p>")
    assert caught.value.kind == "empty"


def test_paste_of_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "TEXT_LIMIT", 10)
    with pytest.raises(ReadError) as caught:
        read_paste(SENTENCE)
    assert caught.value.kind == "too_large"


def test_the_encoding_can_be_changed_and_changed_back(tmp_path: Path) -> None:
    path = tmp_path / "鹽湖.txt"
    path.write_bytes(ARTICLE.encode("gb18030"))
    draft = read_file(path)
    assert draft.original is not None
    wrong = redecode(draft.original, "big5hkscs", draft.path)
    assert wrong.text != draft.text
    assert redecode(draft.original, "gb18030", draft.path) == draft


@pytest.mark.skipif(not SALT_LAKES.exists(), reason="the shared article is not here")
def test_the_real_article() -> None:
    draft = read_file(SALT_LAKES)
    assert (draft.title, draft.source, draft.encoding) == ("qinghai-salt-lakes", "青海新聞網", "utf-8")


def test_plain_text_is_read_whatever_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "生詞.csv"
    path.write_bytes("鹽湖,yán hú\n銀行\n".encode("big5hkscs", "replace"))
    assert opening.read_text(path).splitlines()[1] == "銀行"
    for content, kind in ((b"", "empty"), (b"\x00\x01\x02" * 500, "binary")):
        path.write_bytes(content)
        with pytest.raises(opening.ReadError) as told:
            opening.read_text(path)
        assert told.value.kind == kind
    with pytest.raises(opening.ReadError) as told:
        opening.read_text(tmp_path)
    assert told.value.kind == "folder"
