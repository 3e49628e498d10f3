"""What the word card says, in either script and with either reading."""

from __future__ import annotations

import pytest

from meipi.language import words
from meipi.language.cedict import MeasureWord
from meipi.language.entry import Entry, Level
from meipi.language.span import Span
from meipi.reading.word_card_contents import Contents, Writer, sounded

SPAN = Span(0, 2)


def entry(traditional: str, simplified: str, pinyin: str, *senses: str) -> Entry:
    return Entry(SPAN, traditional, simplified, pinyin, senses)


def written(of: Entry, script: str = "simplified", phonetics: str = "pinyin", shown: str = "") -> Contents:
    writer = Writer("simplified" if script == "simplified" else "traditional", phonetics)
    return writer.contents([of], shown=shown or of.simplified)


@pytest.mark.parametrize(
    ("pinyin", "written_so"),
    [
        ("yín háng", "yínháng"),
        ("hāng shí", "hāngshí"),
        ("Xī ān", "Xī'ān"),
        ("huā r", "huār"),
        ("Zhōng huá Rén mín Gòng hé guó", "Zhōnghuá Rénmín Gònghéguó"),
        ("bù sān bù sì", "bùsānbùsì"),
        ("zhǐ yào gōng fu shēn , tiě chǔ mó chéng zhēn", "zhǐ yào gōng fu shēn, tiě chǔ mó chéng zhēn"),
        ("nǚ ér", "nǚ'ér"),
        ("", ""),
    ],
)
def test_pinyin(pinyin: str, written_so: str) -> None:
    assert Writer("simplified", "pinyin").spelled(pinyin) == written_so


@pytest.mark.parametrize(
    ("pinyin", "written_so"),
    [("yín háng", "ㄧㄣˊ ㄏㄤˊ"), ("hǎo de", "ㄏㄠˇ ˙ㄉㄜ"), ("huā r", "ㄏㄨㄚㄦ")],
)
def test_zhuyin(pinyin: str, written_so: str) -> None:
    assert Writer("traditional", "zhuyin").spelled(pinyin) == written_so


def test_each_syllable_has_its_tone() -> None:
    reading = Writer("simplified", "pinyin").reading("pián yi")
    assert [sound.tone for sound in reading] == [2, 5]
    assert [tone for text, tone in Writer("simplified", "pinyin").reading("Xī ān")] == [1, 0, 1]


def test_the_form_that_is_shown_comes_first() -> None:
    bank = entry("銀行", "银行", "yín háng", "bank")
    meaning = written(bank).meanings[0]
    assert (meaning.headword, meaning.others) == ("银行", (("繁", "銀行"),))
    assert sounded(meaning.other_reading) == "ㄧㄣˊ ㄏㄤˊ"
    meaning = written(bank, "traditional", "zhuyin", "銀行").meanings[0]
    assert (meaning.headword, meaning.others) == ("銀行", (("简", "银行"),))
    assert sounded(meaning.reading) == "ㄧㄣˊ ㄏㄤˊ"
    assert sounded(meaning.other_reading) == "yínháng"


def test_a_form_of_the_page_that_the_dictionary_has_not_is_shown_with_both_that_it_has() -> None:
    meaning = written(entry("裏面", "里面", "lǐ miàn", "inside"), "traditional", shown="裡面").meanings[0]
    assert (meaning.headword, meaning.others) == ("裡面", (("简", "里面"), ("繁", "裏面")))


def test_a_dictionary_in_one_script_has_one_form() -> None:
    word = entry("银行", "银行", "yín háng", "bank")
    meaning = written(word, "traditional", shown="銀行").meanings[0]
    assert (meaning.headword, meaning.others) == ("銀行", (("简", "银行"),))


def test_of_a_regional_phrase_of_another_length_the_word_of_the_source_is_told() -> None:
    meaning = written(entry("內存", "内存", "nèi cún", "RAM"), "traditional", shown="記憶體").meanings[0]
    assert meaning.headword == "內存"


@pytest.mark.parametrize(
    ("sense", "simplified", "traditional"),
    [
        ("variant of 裡|里[lǐ]", "variant of 里 (lǐ)", "variant of 裡 (ㄌㄧˇ)"),
        ("see 花兒|花儿", "see 花儿", "see 花兒"),
        ("abbr. for 中國|中国[Zhōng guó]", "abbr. for 中国 (Zhōngguó)", "abbr. for 中國 (ㄓㄨㄥ ㄍㄨㄛˊ)"),
        ("also pr. [lǐ mian]", "also pr. (lǐmian)", "also pr. (ㄌㄧˇ ˙ㄇㄧㄢ)"),
        ("used in 圖[tú]; old", "used in 圖 (tú); old", "used in 圖 (ㄊㄨˊ); old"),
        ("[名] a|b 銀行|银行", "[名] a|b 银行", "[名] a|b 銀行"),
        ("see 花兒|花儿[huā r]", "see 花儿 (huār)", "see 花兒 (ㄏㄨㄚㄦ)"),
        ("(fig.) to tamp [sic]", "(fig.) to tamp [sic]", "(fig.) to tamp [sic]"),
    ],
)
def test_words_within_a_sense_are_in_the_script_of_the_page(
    sense: str, simplified: str, traditional: str
) -> None:
    word = entry("甲", "甲", "jiǎ", sense)
    assert written(word).meanings[0].senses == (simplified,)
    assert written(word, "traditional", "zhuyin").meanings[0].senses == (traditional,)


def test_measure_words_levels_and_frequency() -> None:
    word = Entry(
        SPAN, "電腦", "电脑", "diàn nǎo", ("computer",), (MeasureWord("臺", "台", "tái"),),
        (Level("HSK 2.0", 1), Level("HSK 3.0 (2021)", 7)), frequency=2,
    )  # fmt: skip
    meaning = written(word).meanings[0]
    assert meaning.measure_words == "台 (tái)"
    assert meaning.tags == ("HSK 2.0 · 1", "HSK 3.0 (2021) · 7–9", "common")
    assert written(word, "traditional").meanings[0].measure_words == "臺 (tái)"


def test_what_an_entry_sends_to_is_told_with_its_meaning() -> None:
    found = words.look_up("裏", 0)[0]
    told = written(found, "traditional", shown="裏").told.splitlines()
    assert told[1] == "variant of 裡 (lǐ)"
    assert told[2].startswith("裡 lǐ: lining; interior; inside")


def test_a_hanzi_that_the_dictionary_lacks() -> None:
    contents = written(Entry(Span(0, 1), "𠮷", "𠮷", "", ()))
    assert contents.meanings[0].reading == ()
    assert "The dictionary does not have it" in contents.told


def test_all_is_told() -> None:
    writer = Writer("simplified", "pinyin")
    contents = writer.contents(
        words.look_up("银行", 0)[:1],
        shown="银行",
        here="yín xíng",
        components=words.components("银行"),
        asked="行",
        readings=["xíng", "hàng"],
    )
    assert sounded(contents.here) == "yínxíng"
    for part in (
        "银行, 銀行, yínháng", "bank", "Measure words: 家 (jiā), 个 (gè)", "HSK 2.0 · 3", "银 yín: silver",
        "行 is also read xíng · hàng",
    ):  # fmt: skip
        assert part in contents.told
