"""Dictionary: entries of a text in either script, longest first, and a cache that may fail."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import hanzi, packaged_dictionary, words
from meipi.language.cedict import MeasureWord
from meipi.language.entry import Level
from meipi.language.span import Span

ROOT = Path(__file__).parents[3]
ARTICLES = [
    *sorted((ROOT / "resources" / "samples").glob("*.txt")),
    *sorted((ROOT.parent / "shared" / "articles").glob("*.txt")),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("中國人民", ["中國人", "中國", "中"]),
        ("中国人民", ["中国人", "中国", "中"]),
        ("重庆长大", ["重庆", "重"]),
        ("重慶長大", ["重慶", "重"]),
        ("圖書館裏", ["圖書館", "圖書", "圖"]),
        ("图书館里", ["图书館", "图书", "图"]),  # mixed: as it stands no headword, but its Simplified form is
        ("卡拉OK厅", ["卡拉OK", "卡拉", "卡"]),
        ("AA制，", ["AA制"]),
        ("AAA制", []),
        ("3C產品", ["3C"]),
        ("33C", []),
        ("，中", []),
        (" 中", []),
        ("\ud800中", []),
    ],
)
def test_the_longest_word_comes_first(text: str, found: list[str]) -> None:
    entries = words.look_up(text, 0)
    assert list(dict.fromkeys(text[slice(*entry.span)] for entry in entries)) == found
    assert all(entry.span.start == 0 for entry in entries)


@pytest.mark.parametrize(
    ("text", "offset", "traditional", "simplified", "pinyin", "sense"),
    [
        ("在銀行裡", 1, "銀行", "银行", "yín háng", "bank"),
        ("在银行里", 1, "銀行", "银行", "yín háng", "bank"),
        ("女律師來", 1, "律師", "律师", "lǜ shī", "lawyer"),
        ("法国人", 0, "法國人", "法国人", "Fǎ guó rén", "French person"),
        ("王，", 0, "王", "王", "wáng", "king or monarch"),
        ("這個太后，", 3, "后", "后", "hòu", "empress"),
        ("這是後來的事", 2, "後來", "后来", "hòu lái", "afterwards; later"),
        ("擦乾了", 1, "乾", "干", "gān", "dry"),
        ("乾隆年间", 0, "乾隆", "乾隆", "Qián lóng", "Qianlong Emperor"),
    ],
)
def test_entries(text: str, offset: int, traditional: str, simplified: str, pinyin: str, sense: str) -> None:
    entry = words.look_up(text, offset)[0]
    assert (entry.traditional, entry.simplified, entry.pinyin) == (traditional, simplified, pinyin)
    assert any(sense in each for each in entry.senses)
    assert entry.span == Span(offset, offset + len(entry.traditional))


def test_a_surname_comes_after_the_word() -> None:
    assert [entry.pinyin for entry in words.look_up("王", 0)][-1] == "Wáng"


def test_a_namesake_comes_after_the_word_and_has_no_level() -> None:
    """和平 is peace, and a district of Shenyang."""
    peace, district = [entry for entry in words.look_up("和平", 0) if entry.span.end == 2]
    assert (peace.pinyin, district.pinyin) == ("hé píng", "Hé píng")
    assert peace.levels
    assert not district.levels
    assert next(entry.pinyin for entry in words.look_up("上海", 0)) == "Shàng hǎi"


def test_measure_words_and_levels() -> None:
    entry = words.look_up("王后", 0)[0]
    assert entry.senses == ("queen",)
    assert entry.measure_words == (MeasureWord("個", "个", "gè"), MeasureWord("位", "位", "wèi"))
    assert Level("HSK 3.0 (2021)", 6) in entry.levels
    assert words.look_up("中國", 0)[0].levels == (
        Level("HSK 2.0", 1),
        Level("HSK 3.0 (2021)", 1),
        Level("HSK 3.0 (2025)", 1),
    )


def test_a_variant_shows_what_it_is_a_variant_of() -> None:
    found = words.look_up("爲，", 0)
    assert {entry.traditional for entry in found} == {"爲"}
    for entry in found:
        assert not entry.levels
        assert [(seen.traditional, seen.pinyin) for seen in entry.see] == [("為", entry.pinyin)]
        assert entry.see[0].senses
        assert entry.see[0].levels
        assert entry.see[0].span == entry.span
        assert not entry.see[0].see


def test_a_rare_hanzi_has_an_entry_without_senses() -> None:
    entry = words.look_up("一𠮷", 1)[-1]
    assert (entry.traditional, entry.simplified, entry.senses) == ("𠮷", "𠮷", ())


@pytest.mark.parametrize(
    ("word", "frequency"), [("的", 1), ("圖書館", 3), ("蝴蝶", 3), ("饕餮", 5), ("𠮷", 0), ("爲", 0)]
)
def test_every_entry_says_how_common_it_is_and_where_it_is_from(word: str, frequency: int) -> None:
    entry = words.look_up(word, 0)[0]
    assert entry.frequency == frequency
    assert entry.dictionary == ("CC-CEDICT" if entry.senses else "")


@pytest.mark.parametrize(
    ("text", "offset", "found"),
    [
        ("在圖書館裡", 1, ["圖書館", "圖書", "圖"]),
        ("在圖書館裡", 3, ["圖書館", "書館", "館"]),
        ("研究生命起源", 2, ["研究生", "生命", "生"]),
        ("中华人民共和国", 3, ["中华人民共和国", "人民", "民"]),
        ("卡拉OK厅", 1, ["卡拉OK", "卡拉", "拉"]),
        ("一𠮷", 1, ["𠮷"]),
        ("，中", 0, []),
        ("中", 1, []),
        ("中", -1, []),
    ],
)
def test_the_headwords_that_cover_a_place(text: str, offset: int, found: list[str]) -> None:
    assert [text[slice(*span)] for span in words.candidates(text, offset)] == found


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("圖書館", ["圖書", "館"]),
        ("图书馆", ["圖書", "館"]),
        ("中华人民共和国", ["中華", "人民", "共和國"]),
        ("重庆", ["重", "慶"]),
        ("中", []),
        ("", []),
        ("中，国", []),
    ],
)
def test_components(word: str, parts: list[str]) -> None:
    found = words.components(word)
    assert [entry.traditional for entry in found] == parts
    assert "".join(word[slice(*entry.span)] for entry in found) == (word if parts else "")


def test_the_components_of_an_entry() -> None:
    assert words.components(words.look_up("银行", 0)[0])[0].senses[0] == "silver"


@pytest.mark.parametrize("offset", [-1, 2, 99])
def test_outside_the_text_there_is_nothing(offset: int) -> None:
    assert words.look_up("中國", offset) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_hanzi_of_an_article_has_senses(path: Path) -> None:
    text = path.read_text("utf-8")
    for run in hanzi.RUN.finditer(text):
        for offset in range(*run.span()):
            entry = words.look_up(text, offset)[-1]
            assert entry.span == Span(offset, offset + 1)
            assert entry.senses


CHARACTERS = st.one_of(st.sampled_from("中國国人爲为后卡拉OK乾干3C \n，\0\ud800\uffff𠀀豈"), st.characters())


@given(st.text(CHARACTERS, max_size=30), st.integers(-2, 32))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, offset: int) -> None:
    entries = words.look_up(text, offset)
    assert all(entry.span.start == offset < entry.span.end <= len(text) for entry in entries)
    assert [entry.span.end for entry in entries] == sorted(
        (entry.span.end for entry in entries), reverse=True
    )
    assert entries == words.look_up(text, offset)
    if 0 <= offset < len(text) and hanzi.RUN.match(text[offset]):
        assert entries


@pytest.fixture
def few_lines(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A dictionary of two lines, quickly made; grows by an item for each time it is."""
    made: list[int] = []

    def lines() -> list[str]:
        made.append(1)
        return ["甲 甲 [jia3] /first/\t\t0", "甲乙 甲乙 [jia3 yi3] /first and second/\t\t0"]

    monkeypatch.setattr(packaged_dictionary, "lines", lines)
    return made


def opens(path: Path) -> bool:
    """Whether the index that comes from `path` is whole."""
    index = packaged_dictionary.open_index(path)
    found = [word for word, _ in index.prefixes("甲乙丙")]
    index.close()
    return found == ["甲", "甲乙"]


def test_the_index_is_made_once(tmp_path: Path, few_lines: list[int]) -> None:
    path = tmp_path / "new" / "folder" / "an.index"
    assert opens(path)
    assert opens(path)
    assert len(few_lines) == 1
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("damage", [b"", b"meipiHI1", b"something else" * 100])
def test_a_damaged_index_is_made_again(tmp_path: Path, few_lines: list[int], damage: bytes) -> None:
    path = tmp_path / "an.index"
    path.write_bytes(damage)
    assert opens(path)
    assert opens(path)
    assert len(few_lines) == 1


def test_a_flipped_bit_is_noticed(tmp_path: Path, few_lines: list[int]) -> None:
    path = tmp_path / "an.index"
    assert opens(path)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert opens(path)
    assert len(few_lines) == 2


def test_without_a_folder_to_write_to_the_index_is_in_memory(tmp_path: Path, few_lines: list[int]) -> None:
    (tmp_path / "file").write_text("no folder")
    assert opens(tmp_path / "file" / "an.index")
    (tmp_path / "an.index").mkdir()
    assert opens(tmp_path / "an.index")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["an.index", "file"]


def test_many_that_make_it_at_once(tmp_path: Path, few_lines: list[int]) -> None:
    path = tmp_path / "an.index"
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(opens, [path] * 32))
    assert list(tmp_path.iterdir()) == [path]


def test_the_name_of_the_file_says_which_data(cache_folder: Path) -> None:
    path = packaged_dictionary.cache_file()
    assert path.parent == cache_folder
    assert packaged_dictionary.published() in path.name
    assert packaged_dictionary.published() >= "2023-11-07"
