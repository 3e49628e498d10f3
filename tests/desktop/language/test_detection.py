"""The script of a text, and the region of a Traditional one, told from characters, forms and words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import script
from meipi.language.detection import ScriptGuess, detect, detect_paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing to tell by
        ("", "none"),
        ("Hello, 123", "none"),
        ("你好", "none"),
        ("人之初，性本善。", "none"),
        ("\ud800\0", "none"),
        # plain
        ("软件", "simplified"),
        ("软件开发者说，皇后在台上只吃面。", "simplified"),
        ("軟體", "traditional"),
        ("台灣的計程車為什麼這麼多", "traditional"),
        ("香港户口、温度、税務，都說完了", "traditional"),
        # in both scripts, and which words show it
        ("皇后只在這裡的台上", "traditional"),
        ("乾隆著書", "traditional"),
        ("乾隆瞭望", "none"),
        ("公里外，天后宮", "traditional"),
        ("山后面干干的", "simplified"),
        ("她在后面吃面", "simplified"),
        ("后", "none"),
        # classical
        ("子曰：「學而時習之，不亦說乎？」", "traditional"),
        ("子曰：“学而时习之，不亦说乎？”", "simplified"),
        ("知者樂水，仁者樂山。", "traditional"),
        ("知之者不如好之者，好之者不如乐之者。", "simplified"),
        # both
        ("两岸用語：軟體（软件）、計程車（出租车）", "mixed"),
        ("这是简体的段落，说得很清楚。\n這是繁體的段落，說得很清楚。", "mixed"),
        # a quotation in the other script
        ("記者報導，大陸網友寫道：「这里的东西很贵，谁会买？」輿論譁然，業者還沒有回應。", "traditional"),
        ("老师在黑板上写了“學習”和“國語”两个词，让我们读。", "simplified"),
        ("他们读完了《紅樓夢》和《儒林外史》，还写了读后感。", "simplified"),
        ("「这里」說明了什麼？這個問題還沒有人討論過，讓我們試試。", "traditional"),
        # one wrong character
        ("車輛從這邊開過來，開过來，說得對，聽得懂，學得會", "traditional"),
        # neighbours
        ("コーヒー", "none"),
        ("東京の桜は今年も綺麗に咲いて、多くの観光客が訪れました。", "none"),
        ("東京都知事選挙結果発表", "none"),
        ("日本国憲法 第九条：戦争の放棄", "none"),
        ("彼は「国会」と言った。", "none"),
        ("「日本国憲法の話です」", "none"),
        ("나라의 말이 中國과 달라 文字와 서로 통하지 아니한다", "none"),
        ("他学会了一句日语：「ありがとうございます」。这句话说得很准。", "simplified"),
        ("她說「こんにちは」，然後開門進來，還帶了點心。", "traditional"),
        ("优の良品开了新店，东西不贵。", "simplified"),
        ("這首歌叫《사랑해요》，聽過的人說很好聽。", "traditional"),
    ],
)
def test_script_of_a_text(text: str, expected: str) -> None:
    assert detect(text).script == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("她說她在這裡住了三年，每天坐捷運上班。", "taiwan"),
        ("軟體工程師為了趕進度，在捷運上吃便當。", "taiwan"),
        ("他說：「臺灣的網路很快，腳踏車也多，衛生又好。」因為溫度適中，裡面很舒服。", "taiwan"),
        ("注音是ㄅㄆㄇ，學起來說難不難，為的是認字。", "taiwan"),
        ("佢哋話今日唔使返工，我哋去飲茶喇。", "hong kong"),
        ("他説這裏的温度太高，衞生情況令人擔心，為此市民都看着政府。", "hong kong"),
        ("議員説，為何不在屋邨裏設站？羣眾都等着答案。", "hong kong"),
        ("警務處表示，已派員到場，看著綫索，為市民説明，喺度等。", "hong kong"),
        ("這裏的衆人都爲他說話，羣衆看着他喫麪。", "general"),
        # forms of both, each beyond a slip
        ("她説：「為了衛生，他說裡面很冷」，這裏的人看着她，説。", "general"),
        ("她說她為了這裡的衛生，說裡面很冷，說軟體，只有一個裏字。", "taiwan"),
        ("東風吹過長江，歷史記錄開始了。", "general"),
        ("為了讀書", "general"),
        ("软件开发者说", ""),
        ("你好", ""),
    ],
)
def test_region_of_a_text(text: str, expected: str) -> None:
    assert detect(text).region == expected


SIMPLIFIED = (
    "因为里面的温度太高，群众都站在外面等着，谁也没有说话。"
    "他们看着床上的病人，为他的健康担心，卫生员说还要等三天。"
)


@pytest.mark.parametrize(
    ("config", "region"), [("s2tw", "taiwan"), ("s2twp", "taiwan"), ("s2hk", "hong kong"), ("s2t", "general")]
)
def test_what_is_converted_for_a_region_is_told_to_be_of_it(config: str, region: str) -> None:
    text = script.convert(SIMPLIFIED, config).text
    assert detect(text).script == "traditional"
    assert detect(text).region == region


def test_confidence_grows_with_evidence_and_falls_with_contradiction() -> None:
    one, many = detect("车"), detect("车辆从这边开过来，开过来")
    slip = detect("车辆从这边开过来，开过來")
    assert 0 < one.confidence < many.confidence < 1
    assert slip.script == "simplified"
    assert slip.confidence < many.confidence
    # What only the words around it show is less sure than a character of one script.
    assert 0 < detect("山后面干").confidence < one.confidence
    assert detect("你好").confidence == 0


def test_paragraphs() -> None:
    text = "这里是简体\n\n這裡是繁體，她說為了捷運\r\n你好\r简体（繁體）"
    found = detect_paragraphs(text)
    assert [guess.script for guess in found] == ["simplified", "none", "traditional", "none", "mixed"]
    assert found[2].region == "taiwan"
    assert detect_paragraphs("") == [ScriptGuess("none", 0.0)]
    assert [guess.script for guess in detect_paragraphs("软件\n")] == ["simplified", "none"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    paragraphs = detect_paragraphs("「這裡說的話沒有完，後來還有\n这里说的话没有关系")
    assert [guess.script for guess in paragraphs] == ["traditional", "simplified"]
    assert paragraphs[1] == detect("这里说的话没有关系")


def test_contract_name() -> None:
    assert script.detect("她說為了捷運") == detect("她說為了捷運")


@given(st.text(st.characters() | st.sampled_from("国國说説說「」“”あ한\n\r。裡裏为為爲"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_guess(text: str) -> None:
    guess = detect(text)
    assert 0 <= guess.confidence <= 1
    assert (guess.script == "none") == (guess.confidence == 0)
    assert (guess.region != "") == (guess.script in ("traditional", "mixed"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert len(detect_paragraphs(text)) == len(lines)
    # A paragraph is judged as if it stood alone.
    assert detect_paragraphs(text) == [detect(line) for line in lines]
