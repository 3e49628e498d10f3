from __future__ import annotations

import pytest

from meipi.exchange.dateline import credits_of
from meipi.exchange.structure import blocks_of


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        ("新华社北京5月7日电 会议今天开幕。", "新华社", ""),
        ("中新网5月7日电（记者 王小明）会议今天开幕。", "中新网", ""),
        ("青海新聞網·大美青海客戶端訊 鹽湖散落在瀚海。", "青海新聞網", ""),
        ("　　人民網訊 鹽湖散落在瀚海。", "人民網", ""),
        ("本报讯 会议今天开幕。", "", ""),
        ("他在新华社工作，收到一封电报。", "", ""),
        ("中央社記者王小明在臺北說了很多很多話才發出這一封電 他說。", "", ""),
        ("標題\n記者 王小明\n來源：中央社\n會議今天開幕。", "中央社", "王小明"),
        ("標題\n本報記者 王小明\n會議今天開幕。", "", "王小明"),
        ("記者 走進了會場，裡面坐滿了人。", "", ""),
        ("", "", ""),
    ],
)
def test_credits(text: str, source: str, author: str) -> None:
    assert credits_of(text, blocks_of(text)) == (source, author)
