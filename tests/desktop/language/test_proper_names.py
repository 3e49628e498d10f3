"""Surnames and places that are read otherwise than the words written with the same hanzi."""

from __future__ import annotations

import pytest

from meipi.language import pinyin


def spelled(text: str) -> str:
    return " ".join(reading or "-" for reading in pinyin.read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("仇老师来了", "qiú lǎo shī lái le"),
        ("单女士说", "shàn nǚ shì shuō"),
        ("解先生", "xiè xiān shēng"),
        ("區先生", "ōu xiān shēng"),
        ("查先生", "zhā xiān shēng"),
        ("任志强说", "rén zhì qiáng shuō"),
        ("曾国藩", "zēng guó fān"),
        ("曾蔭權", "zēng yīn quán"),
        ("华罗庚", "huà luó gēng"),
        ("朴正熙上台", "piáo zhèng xī shàng tái"),
        ("尉迟恭", "yù chí gōng"),
        ("万俟卨", "mò qí xiè"),
        ("他姓任", "tā xìng rén"),
        ("应采儿", "yīng cǎi ér"),
    ],
)
def test_surnames(text: str, expected: str) -> None:
    assert spelled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("仇恨", "chóu hèn"),
        ("单位", "dān wèi"),
        ("解释", "jiě shì"),
        ("任命他", "rèn mìng tā"),
        ("曾经", "céng jīng"),
        ("区长", "qū zhǎng"),
        ("应当", "yīng dāng"),
        ("朴素", "pǔ sù"),
        ("欧文·朗缪尔", "ōu wén - lǎng miù ěr"),
    ],
)
def test_what_is_no_surname(text: str, expected: str) -> None:
    assert spelled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("六安市", "lù ān shì"),
        ("台州人", "tāi zhōu rén"),
        ("臺州人", "tāi zhōu rén"),
        ("武汉市黄陂区", "wǔ hàn shì huáng pí qū"),
        ("大埔", "dà bù"),
        ("丽水市", "lí shuǐ shì"),
        ("乐清市", "yuè qīng shì"),
        ("东阿阿胶", "dōng ē ē jiāo"),
        ("番禺", "pān yú"),
        ("蚌埠", "bèng bù"),
        ("亳州", "bó zhōu"),
        ("歙县", "shè xiàn"),
        ("铅山县", "yán shān xiàn"),
        ("涡阳县", "guō yáng xiàn"),
        ("浚县", "xùn xiàn"),
        ("尉犁县", "yù lí xiàn"),
        ("廈門", "xià mén"),
        ("长安", "cháng ān"),
        ("重庆", "chóng qìng"),
        ("吐蕃", "tǔ bō"),
        ("內蒙古自治區", "nèi měng gǔ zì zhì qū"),
        # No places.
        ("美丽水乡", "měi lì shuǐ xiāng"),
        ("快乐清单", "kuài lè qīng dān"),
    ],
)
def test_places(text: str, expected: str) -> None:
    assert spelled(text) == expected
