"""The sample articles keep what they were written to show: length, layout, one script each, certain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from meipi.language.script import convert

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

TEA_FERRY = "tea-ferry.txt"
FAR_BANK = "the-far-bank.txt"
RAIN_APP = "taipei-rain-app.txt"
ALL = (TEA_FERRY, FAR_BANK, RAIN_APP)
TRADITIONAL = (TEA_FERRY, RAIN_APP)

HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
HEADING = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{1,12}")

# Characters that "s2t" changes when they stand alone, though Traditional text uses them as they are.
SHARED = frozenset("台吃游灶里")

REQUIRED = {
    TEA_FERRY: "本報 訊 視頻 網絡 數據 GPS 91.4% 1903年 3月26日 說：「 沈秋禾說 賀知遠說， 他說， 『",
    FAR_BANK: (
        "银行 行人 行李 重庆 重要 重新 长大 长江 校长 音乐 快乐 跑得快 得到 你得去 还书 还是 轻轻地 "
        "空地 揣着 着急 睡得着 觉得 睡午觉 教书 教室 为了 成为 好奇 爱好 数钞票 数目 种辣椒 种子 背篓 背出 "
        "头发 发现 空地 天空 有空 差那么 差不多 出差 便宜 方便 朝阳 朝对岸 几乎 几张 照相 相信 应该 答应 "
        "看守 看门"
    ),
    RAIN_APP: (
        "軟體 網路 程式 計程車 捷運 行動電源 資訊 影片 部落格 滑鼠 印表機 預設 螢幕 雲端 品質 馬鈴薯 鳳梨 "
        "腳踏車 原子筆 冷氣 便當 里長 裡 著 為 線 吃 「 『"
    ),
}


def read(name: str) -> str:
    return (SAMPLES / name).read_bytes().decode("utf-8")


def prose(name: str) -> list[str]:
    return read(name).removesuffix("\n").split("\n")


def spoken(text: str) -> list[str]:
    """The quotations that end as sentences do, or break off at a comma for their speaker."""
    return re.findall(r"「([^「」]*[。，！？』])」", text)


@pytest.mark.parametrize("name", ALL)
def test_length(name: str) -> None:
    assert 800 <= len(HANZI.findall(read(name))) <= 1500


@pytest.mark.parametrize("name", ALL)
def test_plain_lines(name: str) -> None:
    text = read(name)
    assert "\r" not in text
    assert "\ufeff" not in text
    assert text.endswith("\n")
    assert all(line and line == line.strip() for line in prose(name))


@pytest.mark.parametrize("name", ALL)
def test_title_and_headings(name: str) -> None:
    title, *rest = prose(name)
    assert 1 <= len(title) <= 25
    assert HANZI.fullmatch(title[0])
    assert HANZI.fullmatch(title[-1])
    headings = [line for line in rest if HEADING.fullmatch(line)]
    assert 2 <= len(headings) <= 4
    assert all(line[-1] in "。」”" for line in rest if line not in headings)
    assert rest[0] not in headings
    assert rest[-1] not in headings


@pytest.mark.parametrize("name", ALL)
def test_punctuation(name: str) -> None:
    text = read(name)
    quotes = "“”" if name == FAR_BANK else "「」『』"
    assert set(re.findall("[“”‘’「」『』\"']", text)) == set(quotes)
    for opening, closing in ("“”", "「」", "『』"):
        assert text.count(opening) == text.count(closing)
    assert not re.search(r"[,;:!?()]|(?<!\d)\.|\.(?!\d)|(?<!\d)%", text)
    assert re.findall(r"[A-Za-z]+", text) == (["GPS"] if name == TEA_FERRY else [])


def test_simplified_only() -> None:
    text = read(FAR_BANK)
    assert convert(text, "t2s").text == text


@pytest.mark.parametrize("name", TRADITIONAL)
def test_traditional_only(name: str) -> None:
    changed = {char for char in read(name) if convert(char, "s2t").text != char}
    assert changed <= SHARED


def test_taiwan_standard_characters() -> None:
    text = read(RAIN_APP)
    assert convert(text, "t2tw").text == text
    assert "臺" not in text


def test_the_news_feature_keeps_to_the_characters_of_its_paper() -> None:
    text = read(TEA_FERRY)
    assert not set("裡著爲") & set(text)


def test_the_news_feature_quotes() -> None:
    text = read(TEA_FERRY)
    assert len(spoken(text)) >= 6
    speakers = ("丁望河", "顧蘭生", "沈秋禾", "賀知遠", "駱小滿")
    assert all(speaker in text for speaker in speakers)
    assert re.search("說：「[^」]+。」", text)
    assert re.search("」[^。」]*沈秋禾說。", text)
    assert re.search("「[^」]+，」他說，「[^」]+。」", text)
    assert re.search("「[^」]*『[^』]+』[^」]*」", text)


@pytest.mark.parametrize("name", ALL)
def test_words(name: str) -> None:
    text = read(name)
    assert [word for word in REQUIRED[name].split() if word not in text] == []
