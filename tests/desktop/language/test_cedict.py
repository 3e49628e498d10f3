"""CC-CEDICT: tone marks, and what a line says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import cedict
from meipi.language.cedict import MeasureWord, Reference


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("hang2", "háng"),
        ("Zhong1 guo2", "Zhōng guó"),
        ("lu:4 shi1", "lǜ shī"),
        ("lu:e4", "lüè"),
        ("xue2", "xué"),
        ("gui4 liu2", "guì liú"),
        ("dou1 gou3", "dōu gǒu"),
        ("huai4 xiong2", "huài xióng"),
        ("hua1 r5", "huā r"),
        ("de5", "de"),
        ("m2 ng4", "ḿ ǹg"),
        ("A A zhi4", "A A zhì"),
        ("Ou1 zhou1", "Ōu zhōu"),
        ("E4 luo2 si1", "È luó sī"),
        ("yi1 , er4", "yī , èr"),
        ("", ""),
    ],
)
def test_tone_marks(numbered: str, marked: str) -> None:
    assert cedict.marked(numbered) == marked


def test_a_line() -> None:
    line = cedict.parse("王后 王后 [wang2 hou4] /queen/CL:個|个[ge4],位[wei4]/(Tw) also pr. [wang4 hou4]/")
    assert line is not None
    assert (line.traditional, line.simplified, line.pinyin) == ("王后", "王后", "wáng hòu")
    assert line.senses == ("queen", "(Tw) also pr. [wàng hòu]")
    assert line.measure_words == (MeasureWord("個", "个", "gè"), MeasureWord("位", "位", "wèi"))
    assert not line.references
    assert not line.lesser


@pytest.mark.parametrize(
    ("sense", "reference"),
    [
        ("see 麒麟[qi2 lin2]", Reference("麒麟", "qí lín")),
        ("see also 中國|中国[Zhong1 guo2]", Reference("中國", "Zhōng guó")),
        ("variant of 為|为[wei4]", Reference("為", "wèi")),
        ("old variant of 乾|干[gan1]", Reference("乾", "gān")),
        ("Japanese variant of 國|国", Reference("國", "")),
        ("(old) variant of 疊|叠[die2]", Reference("疊", "dié")),
        ("used in 伎倆|伎俩[ji4 liang3]", Reference("伎倆", "jì liǎng")),
    ],
)
def test_a_sense_that_sends_elsewhere(sense: str, reference: Reference) -> None:
    line = cedict.parse(f"甲 甲 [jia3] /{sense}/")
    assert line is not None
    assert line.references == (reference,)


@pytest.mark.parametrize(
    "sense", ["to see 東西|东西[dong1 xi5]", "seesaw", "see you again later", "the sea", "variant"]
)
def test_a_sense_that_does_not(sense: str) -> None:
    line = cedict.parse(f"甲 甲 [jia3] /{sense}/")
    assert line is not None
    assert not line.references


@pytest.mark.parametrize(
    ("line", "lesser"),
    [
        ("王 王 [Wang2] /surname Wang/", True),
        ("中 中 [Zhong1] /China/Chinese/surname Zhong/", True),
        ("爲 为 [wei2] /variant of 為|为[wei2]/", True),
        ("中國 中国 [Zhong1 guo2] /China/", False),
        ("王 王 [wang2] /king or monarch/", False),
    ],
)
def test_what_a_reader_rarely_looks_for(line: str, lesser: bool) -> None:
    parsed = cedict.parse(line)
    assert parsed is not None
    assert parsed.lesser is lesser


@pytest.mark.parametrize(
    "line", ["", "# CC-CEDICT", "#! date=2023-11-07T06:42:16Z", "甲 甲 [jia3]", "甲 [jia3] /a/"]
)
def test_no_line(line: str) -> None:
    assert cedict.parse(line) is None


@given(st.text(st.sampled_from("甲乙 []/|;,()CL:see variant of12aeiou\ud800"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_sense_is_read(sense: str) -> None:
    cedict.parse(f"甲 甲 [jia3] /{sense}/")
