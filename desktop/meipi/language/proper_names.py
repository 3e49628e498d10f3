"""Proper names: surnames and places that are read otherwise than the words written with the same hanzi.

A surname is one where jieba finds a person's name that begins with it, or where a title follows. A place must
begin where a word begins: 丽水 is no part of 美丽 水.
"""

from __future__ import annotations

import re
from functools import cache

from meipi.language.names import SOUNDS, TITLES
from meipi.language.reading import Reading
from meipi.language.segmenter import has_word
from meipi.language.surroundings import listed

_SURNAMES = """
仇 qiú 单 shàn 解 xiè 区 ōu 查 zhā 任 rén 曾 zēng 华 huà 朴 piáo 盖 gě 燕 yān 缪 miào 翟 zhái 应 yīng
葛 gě 盛 shèng 牟 móu 覃 qín 薄 bó 柏 bǎi 卜 bǔ 冼 xiǎn 员 yùn 晁 cháo 种 chóng 折 shé 郗 xī 訾 zī
召 shào 能 nài 过 guō 都 dū 尉 wèi 隗 wěi 瞿 qú 谌 chén 逄 páng 逯 lù 曲 qū 强 qiáng 石 shí 车 chē 那 nā
哈 hǎ 占 zhān 相 xiàng 乐 yuè 祭 zhài 佴 nài 秘 bì 黑 hè 纪 jì 宁 níng 殷 yīn 令 líng 郇 xún 冠 guàn
幺 yāo 尹 yǐn 肖 xiāo 洗 xiǎn
"""
# Of these a guessed name of two hanzi is more often no name: 查查, 解下.
_DOUBTFUL = frozenset("查解单任应过都能盖折种相乐车那哈占石黑强令宁秘薄盛区华洗")
_COMPOUND = "尉迟 yù chí 万俟 mò qí 长孙 zhǎng sūn 澹台 tán tái 令狐 líng hú 单于 chán yú 宿勤 sù qín"
_PLACES = """
六安 lù ān 台州 tāi zhōu 天台山 tiān tāi shān 天台县 tiān tāi xiàn 大埔 dà bù 丽水 lí shuǐ 高丽 gāo lí
高句丽 gāo gōu lí 乐清 yuè qīng 乐亭 lào tíng 东阿 dōng ē 番禺 pān yú 蚌埠 bèng bù 亳州 bó zhōu
歙县 shè xiàn 铅山 yán shān 涡阳 guō yáng 浚县 xùn xiàn 尉犁 yù lí 厦门 xià mén 重庆 chóng qìng
吐蕃 tǔ bō 六合 lù hé 长安 cháng ān 柏林 bó lín 秘鲁 bì lǔ 会稽 kuài jī 洪洞 hóng tóng 莘县 shēn xiàn
莘庄 xīn zhuāng 单县 shàn xiàn 中牟 zhōng mù 繁峙 fán shì 朝阳区 cháo yáng qū 解池 xiè chí 解州 xiè zhōu
穆棱 mù líng 丹棱 dān líng 珲春 hún chūn 巴音郭楞 bā yīn guō léng 准噶尔 zhǔn gá ěr 阿房宫 ē páng gōng
井陉 jǐng xíng 荥阳 xíng yáng 荥经 yíng jīng 渑池 miǎn chí 华为 huá wéi 盱眙 xū yí 邗江 hán jiāng
泌阳 bì yáng 济南 jǐ nán 济宁 jǐ níng 济源 jǐ yuán 缅甸 miǎn diàn 耒阳 lěi yáng 郴州 chēn zhōu
泸州 lú zhōu 筠连 jūn lián 枞阳 zōng yáng 砀山 dàng shān 鄄城 juàn chéng 莒县 jǔ xiàn 临朐 lín qú
任丘 rén qiū 任县 rén xiàn 蠡县 lǐ xiàn 藁城 gǎo chéng 蔚县 yù xiàn 大城县 dài chéng xiàn 燕京 yān jīng
燕赵 yān zhào 燕山 yān shān 鸭绿江 yā lù jiāng 绿林 lù lín 般若 bō rě 龟兹 qiū cí 月氏 yuè zhī
大宛 dà yuān 身毒 yuān dú 可汗 kè hán 冒顿 mò dú 阏氏 yān zhī 太行 tài háng 蒙古 měng gǔ 内蒙 nèi měng
西藏 xī zàng 青藏 qīng zàng 康藏 kāng zàng 蒙藏 měng zàng 华山 huà shān 牟平 mù píng 侯官 hòu guān
闽侯 mǐn hòu 新都 xīn dū 都江堰 dū jiāng yàn 都匀 dū yún 丰都 fēng dū 成都 chéng dū 儋州 dān zhōu
婺源 wù yuán 瓦窑堡 wǎ yáo bǔ 柴沟堡 chái gōu bǔ 十里铺 shí lǐ pù 氾水 sì shuǐ 汜水 sì shuǐ 监利 jiàn lì
猇亭 xiāo tíng 秭归 zǐ guī 犍为 qián wéi 郫县 pí xiàn 邛崃 qióng lái 什邡 shí fāng 栟茶 bēn chá
甪直 lù zhí 浒墅关 xǔ shù guān 浒浦 hǔ pǔ 崆峒 kōng tóng 巴尔干 bā ěr gàn 塔什干 tǎ shí gān 华佗 huà tuó
黄陂区 huáng pí qū 黄陂县 huáng pí xiàn 黄陂路 huáng pí lù 黄陂南路 huáng pí nán lù
"""
_FOLLOWING = tuple(
    sorted(TITLES | set(listed("某 氏 母 父 家 主任 董事长 司令 团长 警官 同志 大哥 大姐 公子")))
)


def correct(text: str, words: list[tuple[str, str]], readings: list[Reading | None]) -> None:
    """Put in the readings of the names in Simplified `text`, of which `words` are those that jieba finds."""
    starts: set[int] = set()
    start = 0
    for index, (word, tag) in enumerate(words):
        starts.add(start)
        surname = _surname(words, index, word, tag)
        if surname and text[start - 1 : start] not in ("·", "•"):
            readings[start] = Reading(surname, _SURE)
        start += len(word)
    for found in _names().finditer(text):
        if found.start() in starts:
            for distance, syllable in enumerate(_readings()[found[0]]):
                readings[found.start() + distance] = Reading(syllable, _SURE)


# How sure the reading of a name is.
_SURE = 0.96


def _surname(words: list[tuple[str, str]], index: int, word: str, tag: str) -> str | None:
    """How the surname that a word is or begins with is read; None if it is none or has nothing special."""
    reading = _surnames().get(word[0])
    if reading is None:
        return None
    following = words[index + 1][0] if index + 1 < len(words) else ""
    before = words[index - 1][0] if index else ""
    if len(word) == 1:
        named = following.startswith(_FOLLOWING) and (
            word not in _DOUBTFUL or following in TITLES or following == "某"
        )
        given = tag == "nr" and words[index + 1 : index + 2] and words[index + 1][1].startswith("nr")
        return reading if named or before == "姓" or (given and word not in _DOUBTFUL) else None
    if word[1:] in TITLES or (len(word) == 2 and word[1] in "某氏"):
        return reading
    if (
        SOUNDS.issuperset(word[1:])
        or not tag.startswith("nr")
        or tag == "nrt"
        or (has_word(word) and len(word) < 3)
        or word[0] == word[1]
    ):
        return None
    return reading if len(word) == 3 or (len(word) == 2 and word[0] not in _DOUBTFUL) else None


@cache
def _surnames() -> dict[str, str]:
    listed_names = _SURNAMES.split()
    return dict(zip(listed_names[::2], listed_names[1::2], strict=True))


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for part in (_COMPOUND + _PLACES).split():
        if "\u4e00" <= part[0] <= "\u9fff":
            name = part
            found[name] = ()
        else:
            found[name] += (part,)
    return found


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_readings(), key=len, reverse=True)))
