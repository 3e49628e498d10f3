"""Pinyin by word: words, spelling, capitals, and the slice of each hanzi."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import hanzi, pinyin
from meipi.language.orthography import LONGEST, WordPinyin, tone_of, write
from meipi.language.span import Span
from meipi.language.splits import Splits


def written(text: str) -> str:
    return " ".join(word.pinyin for word in write(text, pinyin.read(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Apostrophes, erhua, ü. The comma keeps the capital of a sentence away.
        ("在西安", "Zài Xī'ān"),
        ("皮袄", "Pí'ǎo"),
        ("天安門", "Tiān'ānmén"),
        ("要二十二年", "Yào èrshí'èr nián"),
        ("花儿", "Huār"),
        ("一點兒", "Yīdiǎnr"),
        ("在那儿玩儿", "Zài nàr wánr"),
        ("儿子", "Érzi"),
        ("他的女兒", "Tā de nǚ'ér"),
        ("儿童", "Értóng"),
        ("幼儿园", "Yòu'éryuán"),
        ("绿色", "Lǜsè"),
        # Particles and endings.
        ("看了书", "Kànle shū"),
        ("火车到了。", "Huǒchē dào le"),
        ("火车到了，他来了吗？", "Huǒchē dào le tā lái le ma"),
        ("看著他", "Kànzhe tā"),
        ("去过上海", "Qùguò Shànghǎi"),
        ("考虑了两个", "Kǎolǜle liǎng gè"),
        ("為了工作", "Wèile gōngzuò"),
        ("孩子們的", "Háizimen de"),
        ("慢慢地走", "Mànmàn de zǒu"),
        ("轻轻地推开", "Qīngqīng de tuīkāi"),
        ("创造性地运用", "Chuàngzàoxìng de yùnyòng"),
        ("跑得快", "Pǎo de kuài"),
        ("好吧", "Hǎo ba"),
        ("副部长", "Fùbùzhǎng"),
        ("重要性", "Zhòngyàoxìng"),
        # Verbs with what comes of them.
        ("走到这儿", "Zǒudào zhèr"),
        ("打死", "Dǎsǐ"),
        ("坐在这里", "Zuò zài zhèlǐ"),
        ("看完", "Kànwán"),
        # Twice.
        ("看看", "Kànkàn"),
        ("大大小小", "Dàdàxiǎoxiǎo"),
        ("清清楚楚", "Qīngqīngchǔchǔ"),
        ("來來回回", "Láiláihuíhuí"),
        ("研究研究", "Yánjiū yánjiū"),
        ("一盏一盏", "Yī zhǎn yī zhǎn"),
        # Numbers and what they count.
        ("三个人", "Sān gè rén"),
        ("第一次", "Dì-yī cì"),
        ("第三十四天", "Dì-sānshísì tiān"),
        ("一百八十六户", "Yībǎi bāshíliù hù"),
        ("一千多元", "Yīqiān duō yuán"),
        ("四點五十分", "Sì diǎn wǔshí fēn"),
        ("五十多分钟", "Wǔshí duō fēnzhōng"),
        ("一万零五", "Yīwàn líng wǔ"),
        ("三万", "Sānwàn"),
        ("三四万", "Sān-sì wàn"),
        ("三五天", "Sān-wǔ tiān"),
        ("十七八岁", "Shíqī-bā suì"),
        ("二〇二六年", "Èrlíng'èrliù nián"),
        ("百分之三十", "Bǎi fēn zhī sānshí"),
        ("十分好", "Shífēn hǎo"),
        # Pronouns, adverbs and other words that the dictionary has as one.
        ("這個", "Zhège"),
        ("这次", "Zhè cì"),
        ("每天", "Měi tiān"),
        ("很多", "Hěn duō"),
        ("不是", "Bù shì"),
        ("不過", "Bùguò"),
        ("是不是", "Shì bù shì"),
        ("不得已", "Bùdéyǐ"),
        # Idioms and long words.
        ("层出不穷", "Céngchū-bùqióng"),
        ("总而言之", "Zǒng'éryánzhī"),
        ("微不足道", "Wēibùzúdào"),
        ("產業基地", "Chǎnyè jīdì"),
        ("意大利", "Yìdàlì"),
        # Names.
        ("縣長王宗慧說", "Xiànzhǎng Wáng Zōnghuì shuō"),
        ("是丁望河说", "Shì Dīng Wànghé shuō"),
        ("和歐陽修", "Hé Ōuyáng Xiū"),
        ("和诸葛亮", "Hé Zhūgě Liàng"),
        ("读鲁迅", "Dú Lǔ Xùn"),
        ("马克思", "Mǎkèsī"),
        ("在北京市", "Zài Běijīng Shì"),
        ("在重慶", "Zài Chóngqìng"),
        ("到北京大学", "Dào Běijīng Dàxué"),
        ("中华人民共和国", "Zhōnghuá Rénmín Gònghéguó"),
        ("过长江", "Guò Cháng Jiāng"),
        ("是中国人", "Shì Zhōngguórén"),
        ("说英语", "Shuō Yīngyǔ"),
        ("过春节", "Guò Chūnjié"),
        # No names, though jieba has them as such.
        ("这城市很高兴", "Zhè chéngshì hěn gāoxìng"),
        ("弄明白文明", "Nòng míngbái wénmíng"),
        ("有黄葛树", "Yǒu huánggéshù"),
        # Sentences.
        ("好。我走。", "Hǎo Wǒ zǒu"),
        ("“你好。我走了。”她说", "Nǐ hǎo Wǒ zǒu le tā shuō"),
        ("他说：“好。”", "Tā shuō Hǎo"),
        ("3月来", "yuè lái"),
        ("读《诗经》", "Dú Shījīng"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("天安门", [WordPinyin(Span(0, 3), "Tiān'ānmén", (Span(0, 4), Span(5, 7), Span(7, 10)))]),
        ("花儿。", [WordPinyin(Span(0, 2), "Huār", (Span(0, 4), Span(0, 4)))]),
        ("第一", [WordPinyin(Span(0, 2), "Dì-yī", (Span(0, 2), Span(3, 5)))]),
    ],
)
def test_every_hanzi_knows_its_syllable(text: str, words: list[WordPinyin]) -> None:
    assert write(text, pinyin.read(text)) == words


def test_a_hanzi_without_a_reading_parts_a_word() -> None:
    words = write("天安门", ["tiān", None, "mén"])
    assert [(word.span, word.pinyin) for word in words] == [(Span(0, 1), "Tiān"), (Span(2, 3), "mén")]


def test_a_reading_for_each_code_point() -> None:
    with pytest.raises(ValueError, match="1 readings for 2 code points"):
        write("天安", ["tiān"])


@pytest.mark.parametrize(
    ("syllable", "tone"),
    [
        ("mā", 1),
        ("má", 2),
        ("Ǎ", 3),
        ("lǜ", 4),
        ("lü", 5),
        ("ma", 5),
        ("ê̄", 1),
        ("ḿ", 2),
        ("huār", 1),
        ("", 0),
        ("-", 0),
    ],
)
def test_tone_of(syllable: str, tone: int) -> None:
    assert tone_of(syllable) == tone


CHARACTERS = st.one_of(
    st.sampled_from(
        "王宗慧北京市第一三十百万〇多个这每不很是的地得了着過们儿子副性说走到看大小人\n，。：“”《aB1_\0\ud800𠀀"
    ),
    st.characters(),
)


@given(st.text(CHARACTERS, max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    readings = pinyin.read(text)
    words = write(text, readings)
    covered = [at for word in words for at in range(*word.span)]
    assert covered == [at for at, reading in enumerate(readings) if reading]
    for word in words:
        assert hanzi.RUN.fullmatch(text, *word.span)
        assert 1 <= word.span.end - word.span.start == len(word.syllables) <= LONGEST
        end = 0
        for before, after in zip((None, *word.syllables), word.syllables, strict=False):
            if after != before:
                assert word.pinyin[end : after.start] in ("", "'", "-")
                assert after.start < after.end
            end = after.end
        assert end == len(word.pinyin)


@pytest.mark.parametrize(
    ("text", "corrections", "written"),
    [
        ("那家银行", [], "Nà jiā yínháng"),
        ("那家银行", [("银", "行")], "Nà jiā yín háng"),
        ("那家銀行", [("银", "行")], "Nà jiā yín háng"),
        ("那家銀行", [("銀", "行")], "Nà jiā yín háng"),
        ("西安人", [("西", "安")], "Xī Ān rén"),
        ("他去银行", [("去银行",)], "Tā qùyínháng"),
        ("他去银行", [("他去", "银行"), ("家银",)], "Tāqù yínháng"),
        ("", [("银", "行")], ""),
    ],
)
def test_words_are_written_as_the_reader_has_divided_them(
    text: str, corrections: list[tuple[str, ...]], written: str
) -> None:
    readings = pinyin.read(text)
    found = write(text, readings, Splits(corrections))
    assert " ".join(word.pinyin for word in found).casefold() == written.casefold()
    assert all(len(word.syllables) == word.span.end - word.span.start for word in found)
