"""Quotes are found with their speakers, whatever marks they stand in and whatever script they are in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import quotes
from meipi.language.quotes import Quote
from meipi.language.script import convert

LABELLED = Path(__file__).parents[4] / "shared/data/quotes/quotes-dev.jsonl"
MARKS = "“”‘’「」『』\"'"

Found = tuple[str, str | None, str | None]


def speech(text: str) -> list[Found]:
    """What is said in a text, by whom, and what they are."""
    return [
        (text[slice(*quote.inner)], _text(text, quote.speaker), _text(text, quote.role))
        for quote in quotes.find(text)
        if quote.kind == "speech"
    ]


def _text(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[slice(*span)]


def terms(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in quotes.find(text) if quote.kind == "term"]


CASES: list[tuple[str, list[Found]]] = [
    # The clause before.
    ("林海生说：“潮水退得比往年早。”", [("潮水退得比往年早。", "林海生", None)]),
    ("她笑着问：“你吃了没有？”", [("你吃了没有？", "她", None)]),
    ("縣文化局副局長趙明遠表示：「老屋要先修屋頂。」", [("老屋要先修屋頂。", "趙明遠", "縣文化局副局長")]),
    ("谈到收成，老周摇摇头，压低声音对记者说：“今年难。”", [("今年难。", "老周", None)]),
    ("记者：“船几点开？”\n周站长：“五点半。”", [("船几点开？", "记者", None), ("五点半。", "周站长", None)]),
    ("博物馆在通告中称：“展厅暂停开放三天。”", [("展厅暂停开放三天。", "博物馆", None)]),
    # The clause after.
    ("“桥修好了，船就不开了。”渡口船工丁望河说。", [("桥修好了，船就不开了。", "丁望河", "渡口船工")]),
    ("“水一定要烧开”，他的妻子陈秋月补充道。", [("水一定要烧开", "陈秋月", "他的妻子")]),
    ("“我们没有别的选择，”玛丽亚·洛佩斯说。", [("我们没有别的选择，", "玛丽亚·洛佩斯", None)]),
    ("「我來道歉。」說完，他鞠了一躬。", [("我來道歉。", "他", None)]),
    ("“再见了，大海。”老师林小满在朋友圈写下这句话。", [("再见了，大海。", "林小满", "老师")]),
    # Speech that is interrupted.
    ("“我去，”她说，“你留下。”", [("我去，", "她", None), ("你留下。", "她", None)]),
    ("“不，”老秦摆了摆手，“账不是这样算的。”", [("不，", "老秦", None), ("账不是这样算的。", "老秦", None)]),
    ("“等等！”那瘦子一把拉住他，叫起来，“票！”", [("等等！", "那瘦子", None), ("票！", "那瘦子", None)]),
    # How, where, when and to whom it is said is no part of the subject.
    ("何秀兰不耐烦地对售票员说：“快些。”", [("快些。", "何秀兰", None)]),
    ("在昨天的会上，总工程师罗兰·贝克指出：“坝基没有裂缝。”", [("坝基没有裂缝。", "罗兰·贝克", "总工程师")]),
    ("過了一會，他才對身邊的小何說：「走罷。」", [("走罷。", "他", None)]),
    ("外交部發言人周平8日回應：「無可奉告。」", [("無可奉告。", "周平", "外交部發言人")]),
    ("“太晚了。”在谈到修桥时，工程师孙立群说。", [("太晚了。", "孙立群", "工程师")]),
    ("“讲个故事吧！”孙子拉着他的手央求。", [("讲个故事吧！", "孙子", None)]),
    ("年轻人哈哈大笑：“你输了！”", [("你输了！", "年轻人", None)]),
    ("罗秀卿回应道“我从来不怕下雨”。", [("我从来不怕下雨", "罗秀卿", None)]),
    # The subject stands in an earlier clause, or in a relative clause.
    ("七爺一面說，一面往外走：「明日再來罷。」", [("明日再來罷。", "七爺", None)]),
    ("马德福放下碗，抹了抹嘴，说：“再来一碗。”", [("再来一碗。", "马德福", None)]),
    ("“有人吗？”站在门口的老人问。", [("有人吗？", "站在门口的老人", None)]),
    ("一位不愿透露姓名的村民说：“水是黑的。”", [("水是黑的。", "一位不愿透露姓名的村民", None)]),
    ("“该修了。”主管全县公路的副局长贺知远说。", [("该修了。", "贺知远", "主管全县公路的副局长")]),
    ("马德福坐下了。半天才说：“算了。”", [("算了。", "马德福", None)]),
    # Nobody is named.
    ("“这一课值。”\n“回去再看一遍笔记。”", [("这一课值。", None, None), ("回去再看一遍笔记。", None, None)]),
    ("他收到一封信：“船票已寄。”", [("船票已寄。", None, None)]),
    ("“孩子去哪了？”她没有回答。", [("孩子去哪了？", None, None)]),
    ("俗话说：“远亲不如近邻。”", [("远亲不如近邻。", None, None)]),
    ("“几点了？”老秦问。“五点。”", [("几点了？", "老秦", None), ("五点。", None, None)]),
    # Marks within marks, marks that face the wrong way, straight ones.
    ("“她喊：‘快来！’我就跑。”周敏回忆说。", [("她喊：‘快来！’我就跑。", "周敏", None)]),
    ("”我不知道，”他说。", [("我不知道，", "他", None)]),
    ('王芳说："It\'s fine, 没关系。"', [("It's fine, 没关系。", "王芳", None)]),
    # Several paragraphs, each opened again; the speaker may be named after the last.
    (
        "鎮長許文龍說：「路要修。\n「橋也要修。」",
        [("路要修。", "許文龍", "鎮長"), ("橋也要修。", "許文龍", "鎮長")],
    ),
    (
        "「路要修。\n「橋也要修。」鎮長許文龍說。",
        [("路要修。", "許文龍", "鎮長"), ("橋也要修。", "許文龍", "鎮長")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speech(text: str, expected: list[Found]) -> None:
    assert speech(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("所谓“绿色通道”，其实是一扇小门。", ["绿色通道"]),
        ("牌子上写着「小心台階！」四個字。", ["小心台階！"]),
        ("他把雨衣叫作“外套”，把雨靴叫作“皮鞋”。", ["外套", "皮鞋"]),
        ("《我说“好”的那天》", ["好"]),
        ("“的”字读轻声。", ["的"]),
        ("“飞鱼”队队员刘洋说自己不累。", ["飞鱼"]),
        ("厂方表示，“青渡三号”是一条铁壳船。", ["青渡三号"]),
        ("这事在网上“炸了锅”，网友们质疑不断。", ["炸了锅"]),
        ("螢幕上只有一句話：「會」。", ["會"]),
    ],
)
def test_words_in_quotation_marks_are_no_speech(text: str, expected: list[str]) -> None:
    assert terms(text) == expected
    assert speech(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("他说：“我走了。", "我走了。"),
        ("他说：“我走了。\n她没有回答。", "我走了。"),
        ("他说：“我走了。她说：“好。”", "我走了。"),
    ],
)
def test_what_is_never_closed_is_doubtful_and_ends_with_its_paragraph(text: str, said: str) -> None:
    first = quotes.find(text)[0]
    assert first.doubtful
    assert text[slice(*first.inner)] == said


def test_a_part_of_what_somebody_said_is_doubtful() -> None:
    (quote,) = quotes.find("陈秋月认为“这座桥的确来得太晚了些”。")
    assert (quote.kind, quote.doubtful) == ("speech", True)


def test_the_cue_is_where_the_speaking_is_told() -> None:
    text = "雨停了。林海生说：“走吧。”"
    (quote,) = quotes.find(text)
    assert quote.cue is not None
    assert text[slice(*quote.cue)] == "林海生说"


@pytest.mark.parametrize("change", ["s2t", "corner", "straight", "half-width"])
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_other_marks_and_the_other_script_change_nothing(
    text: str, expected: list[Found], change: str
) -> None:
    if "It's" in text or text.startswith("”"):
        pytest.skip("its own marks are what it is about")
    changed = _changed(text, change)
    assert len(changed) == len(text)
    found = [(q.span, q.kind, q.speaker, q.role) for q in quotes.find(text)]
    assert [(q.span, q.kind, q.speaker, q.role) for q in quotes.find(changed)] == found


def _changed(text: str, change: str) -> str:
    if change == "s2t":
        return convert(text, "s2t").text
    before, after = {
        "corner": ("“”‘’", "「」『』"),
        "straight": ("“”‘’「」『』", "\"\"''\"\"''"),
        "half-width": ("，。：！？", ",.:!?"),
    }[change]
    return text.translate(str.maketrans(before, after))


_PIECES = st.one_of(
    st.sampled_from(
        [*MARKS * 2, *"他说道问王芳主任的，。：！？…\n\r （）·《》A.'1", "王芳说：“", "”她问", "”陈主任说，“"]
    ),
    st.sampled_from(["\ud800", "\udc00", "\0", "\u2028", "𠮷", "e\u0301", "\U000e0100", "\u3000"]),
    st.characters(),
)
_ODD = st.lists(_PIECES, max_size=40).map("".join)


def test_a_speaker_is_not_looked_for_in_what_is_said() -> None:
    assert speech("「你們坐着：」冷笑了一聲，喝道：「招來！」")[0][1] is None


@given(_ODD)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    found = quotes.find(text)
    assert found == quotes.find(text)
    end = 0
    for quote in found:
        _check(text, quote, end)
        end = quote.span.end


def _check(text: str, quote: Quote, before: int) -> None:
    assert before <= quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end <= len(text)
    assert text[quote.span.start] in quotes.MARKS
    assert quote.span.start + 1 == quote.inner.start
    assert quote.inner.end == quote.span.end or text[quote.inner.end] in quotes.MARKS
    assert not set("\n\r\u2028") & set(text[slice(*quote.span)])
    assert quote.kind == "speech" or quote.speaker is None
    for span in (quote.speaker, quote.role, quote.cue):
        if span is not None:
            assert 0 <= span.start < span.end <= len(text)
            assert span.end <= quote.span.start or span.start >= quote.span.end
    if quote.role is not None:
        assert quote.speaker is not None
        assert quote.role.end <= quote.speaker.start or quote.speaker.end <= quote.role.start


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled quotes are not here")
def test_the_article_of_the_salt_lakes() -> None:
    lines = map(json.loads, LABELLED.read_text("utf-8").splitlines())
    article = next(line for line in lines if line["id"].startswith("seed"))
    text = article["text"]
    found = [quote for quote in quotes.find(text) if quote.kind == "speech"]
    assert [tuple(quote.span) for quote in found] == [(q["start"], q["end"]) for q in article["quotes"]]
    assert [_text(text, q.speaker) for q in found] == [q["speaker"] for q in article["quotes"]]
    assert [_text(text, q.role) for q in found] == [q.get("role") for q in article["quotes"]]
