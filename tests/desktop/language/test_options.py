"""Readings as they are asked for: spoken tones, Taiwan's standard, the reader's own words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import pinyin
from meipi.language.pinyin import Options


def spelled(text: str, options: Options) -> str:
    return " ".join(reading.pinyin if reading else "-" for reading in pinyin.read_with(text, options))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一天", "yì tiān"),
        ("一年", "yì nián"),
        ("一起", "yì qǐ"),
        ("一样", "yí yàng"),
        ("一个", "yí gè"),
        ("第一次", "dì yī cì"),
        ("一月一号", "yī yuè yī hào"),
        ("一九四一年", "yī jiǔ sì yī nián"),
        ("一百一十", "yì bǎi yī shí"),
        ("统一大业", "tǒng yī dà yè"),
        ("之一", "zhī yī"),
        ("看一看", "kàn yi kàn"),
        ("不对", "bú duì"),
        ("不好", "bù hǎo"),
        ("不，", "bù -"),
        ("好不好", "hǎo bu hǎo"),
        ("你好", "ní hǎo"),
        ("很好", "hén hǎo"),
        ("展览馆", "zhán lán guǎn"),
        ("小老虎", "xiǎo láo hǔ"),
        ("你，好", "nǐ - hǎo"),
        ("覺得很好", "jué de hén hǎo"),
        ("老虎很好", "láo hǔ hén hǎo"),
        ("我买保险", "wó mǎi báo xiǎn"),
    ],
)
def test_spoken(text: str, expected: str) -> None:
    assert spelled(text, Options(spoken=True)) == expected


@pytest.mark.parametrize("text", ["一个不对", "一样", "你好", "看一看", "展览馆"])
def test_the_dictionary_has_other_tones(text: str) -> None:
    assert spelled(text, Options()) != spelled(text, Options(spoken=True))


@pytest.mark.parametrize(
    ("text", "mainland", "taiwan"),
    [
        ("垃圾", "lā jī", "lè sè"),
        ("研究", "yán jiū", "yán jiù"),
        ("星期", "xīng qī", "xīng qí"),
        ("企業", "qǐ yè", "qì yè"),
        ("攻擊", "gōng jī", "gōng jí"),
        ("法國", "fǎ guó", "fà guó"),
        ("方法", "fāng fǎ", "fāng fǎ"),
        ("亞洲", "yà zhōu", "yǎ zhōu"),
        ("微笑", "wēi xiào", "wéi xiào"),
        ("品質", "pǐn zhì", "pǐn zhí"),
        ("危險", "wēi xiǎn", "wéi xiǎn"),
        ("頭髮", "tóu fà", "tóu fǎ"),
        # 和 is hàn only as a word.
        ("我和你", "wǒ hé nǐ", "wǒ hàn nǐ"),
        ("和平", "hé píng", "hé píng"),
        ("暖和", "nuǎn huo", "nuǎn huo"),
    ],
)
def test_taiwan(text: str, mainland: str, taiwan: str) -> None:
    assert spelled(text, Options()) == mainland
    assert spelled(text, Options(region="taiwan")) == taiwan


def test_the_readers_own_words() -> None:
    words = {
        "長生": ("zhǎng", "shēng"),
        "长生不老": ("cháng", "shēng", "bù", "lǎo"),
        "不": ("fǒu", "too many"),
    }
    assert spelled("他叫长生。", Options(words=words)) == "tā jiào zhǎng shēng -"
    assert spelled("他叫長生", Options(words=words)) == "tā jiào zhǎng shēng"
    assert spelled("長生不老", Options(words=words)) == "cháng shēng bù lǎo"
    assert pinyin.read_with("长生", Options(words=words))[0] == ("zhǎng", 1.0)
    # Said as it stands, they are spoken like the rest.
    assert spelled("好手", Options(spoken=True, words={"好": ("hǎo",)})) == "háo shǒu"


def test_alternatives() -> None:
    assert pinyin.alternatives("银行", 1)[0] == "háng"
    assert pinyin.alternatives("行人", 0)[0] == "xíng"
    assert {"háng", "xíng"} <= set(pinyin.alternatives("銀行", 1))
    assert pinyin.alternatives("人", 0) == ["rén"]
    assert pinyin.alternatives("a，", 1) == []
    assert pinyin.alternatives("行", 1) == pinyin.alternatives("行", -1) == []


@given(st.text(st.one_of(st.sampled_from("一不好很长期究法国，\n\0\ud800"), st.characters()), max_size=20))
@settings(max_examples=100, deadline=None)
def test_options_change_no_more_than_syllables(text: str) -> None:
    plain = pinyin.read(text)
    for options in (Options(spoken=True), Options(region="taiwan"), Options(words={"好": ("hào",)})):
        found = pinyin.read_with(text, options)
        assert [reading is None for reading in found] == [reading is None for reading in plain]
        assert all(0 <= reading.confidence <= 1 for reading in found if reading)


def test_texts_read_together_say_nothing_of_each_other() -> None:
    texts = ["他在银行里数钱", "行长还会来吗？", "", "\n", "他教我们英语。银行很长"]
    options = Options(spoken=True)
    together = pinyin.read_each(texts, options)
    for text, found in zip(texts, together, strict=True):
        alone = pinyin.read_with(text, options)
        assert [each and each.pinyin for each in found] == [each and each.pinyin for each in alone]
        for one, other in zip(found, alone, strict=True):
            assert one is None or (other is not None and abs(one.confidence - other.confidence) < 1e-4)
