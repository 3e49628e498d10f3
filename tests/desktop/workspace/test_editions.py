"""The texts that an article may be given: out of its file, by conversion, by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft, Block
from meipi.exchange.opening import ReadError, read_file, redecode
from meipi.workspace import Article, Library, Workspace
from meipi.workspace.editions import address_name, converted, edited, of_file, other_file, read_again

TEXT = "青海的鹽湖\n\n柴達木盆地星羅棋布，大大小小的鹽湖散落其間。\n"


def added(library: Library, draft: ArticleDraft) -> Article:
    (article,) = Workspace(library).add_drafts([draft])
    return article


def test_the_encoding_that_the_reader_chose_holds_while_the_bytes_are_in_it(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "鹽湖.txt"
    path.write_bytes("鹽湖".encode("big5hkscs"))
    article = added(library, redecode(path.read_bytes(), "big5hkscs", str(path)))
    guessed = redecode("鹽湖很大".encode("big5hkscs"), "gb18030", str(path))
    assert of_file(guessed, article).draft.text == "鹽湖很大"
    path.write_text(TEXT, "utf-8")
    assert read_again(article).draft.text == TEXT


def test_a_file_that_is_gone(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "鹽湖.txt"
    path.write_text(TEXT, "utf-8")
    article = added(library, read_file(path))
    path.unlink()
    with pytest.raises(ReadError):
        read_again(article)
    with pytest.raises(ReadError):
        other_file(article, str(path))


def test_a_conversion_with_the_readers_exceptions_leaves_code_as_it_is(library: Library) -> None:
    draft = ArticleDraft(
        "范先生", "范先生的内存\n内存 = 1\n", (Block("paragraph", 0, 6), Block("code", 7, 13))
    )
    edition = converted(added(library, draft), "s2twp", {"范": "范"})
    assert edition.draft.text == "范先生的記憶體\n内存 = 1\n"
    assert [(block.start, block.end) for block in edition.draft.blocks] == [(0, 7), (8, 14)]


def test_a_plain_text_edited_by_hand_is_read_anew(library: Library) -> None:
    article = added(library, replace(redecode(TEXT.encode(), "utf-8"), path="/articles/鹽湖.txt"))
    edition = edited(article, "青海的湖\n\n柴達木。\n又一段。\n")
    assert edition.draft.title == "青海的湖"
    assert [block.kind for block in edition.draft.blocks] == ["title", "paragraph", "paragraph"]
    assert (edition.draft.original, edition.draft.path) == (None, "/articles/鹽湖.txt")


def test_a_page_edited_by_hand_keeps_its_structure(library: Library) -> None:
    blocks = (Block("heading", 0, 5, 2), Block("quote", 7, 29))
    article = added(library, ArticleDraft("頁", TEXT, blocks))
    edition = edited(article, TEXT.replace("大大小小", "大小"))
    assert [(block.kind, block.start, block.end) for block in edition.draft.blocks] == [
        ("heading", 0, 5),
        ("quote", 7, 27),
    ]
    assert edition.draft.title == "頁"


@pytest.mark.parametrize(
    "other",
    [
        "http://Example.org/a/b",
        "https://example.org/a/b/",
        "https://example.org/a/b#part",
        " https://example.org/a/b ",
    ],
)
def test_addresses_of_one_page(other: str) -> None:
    assert address_name(other) == address_name("https://example.org/a/b")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/a/B",
        "https://example.org/a/b?page=2",
        "https://www.example.org/a/b",
        "https://example.org/a",
        "https://example.org:8080/a/b",
        "https://[bad/a/b",
        "",
    ],
)
def test_addresses_of_other_pages(other: str) -> None:
    assert address_name(other) != address_name("https://example.org/a/b")
