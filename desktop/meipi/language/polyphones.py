"""Polyphones: the characters whose reading hangs on the grammar around them, which phrases alone do not tell.

One rule for each character, over the words of the text and jieba's tags for them. They were written from
the errors that pypinyin makes in running text: a handful of grammatical words (地 得 为 长 着 了) makes most.
What has no rule is left to a trained model, `reading_model`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from itertools import zip_longest

from meipi.language import contexts, grammar, phrase_readings, proper_names, reading_data
from meipi.language.g2pm import Scores
from meipi.language.phrase_readings import PhraseReadings
from meipi.language.reading import Reading
from meipi.language.reading_model import Votes, model
from meipi.language.segmenter import has_word
from meipi.language.surroundings import Place, places, tagged
from meipi.language.wei import wei

# How sure a reading is: of a character that has but one, or whose Traditional form decides; of one that a
# rule decides; of one that all phrases around it read so, and of one left to the likeliest reading. They were
# set by how often each is wrong in running text.
_ONLY, _RULED_ELSE, _PHRASE, _LEFT = 1.0, 0.97, 0.985, 0.9
_RULED = {
    "为": 0.93, "倒": 0.93, "干": 0.94, "得": 0.95, "长": 0.95, "只": 0.96, "地": 0.96, "尽": 0.96,
    "着": 0.965, "似": 0.985, "都": 0.99, "子": 0.99, "了": 0.995, "的": 0.999, "一": 1.0, "不": 1.0,
}  # fmt: skip
# From where on the network need not be asked, and what it takes off a reading that it does not expect.
_SETTLED, _UNEXPECTED = 0.995, 0.12
# Characters of several readings in common use for which neither a rule nor the model need speak.
_SEVERAL = frozenset(
    "还重行好中种分当应更挑兴处调教干差曾传相转数乐觉便朝弹倒发盖冠号横划会几假间降校结解尽禁劲空累量露落没难"
    "强切散省盛宿塞藏作少说率背参称担斗度恶缝供观喝将角看论磨弄屏奇卷任撒扇舌丧属缩吐系鲜削血咽要扎炸折正只转"
    "供冲踏通脏哄待喷挨模蒙泡炮否经钻攒大得地的那哪过着了长为似子家片荷只都葛"
)


def correct(
    sources: Sequence[str], simplified: Sequence[str], said: Sequence[PhraseReadings], trained: bool = True
) -> list[list[Reading | None]]:
    """What phrases and characters have `said` of each text in Simplified form, put right; `sources` are the
    texts as written.

    Characters for which no rule decides are left to the trained model, unless it is asked not to speak. No
    text says anything of another; they come together because the network is quickest so.
    """
    readings = [[Reading(one, _ONLY) if one else None for one in each.readings] for each in said]
    words = [tagged(text) for text in simplified]
    opened = [_decided(*each, trained) for each in zip(simplified, said, words, readings, strict=True)]
    network = reading_data.network() if any(opened) else None
    scores: Sequence[Sequence[Scores]] = [()] * len(opened)
    if network:
        scores = network.scores(simplified, [[place.offset for place in each] for each in opened])
    for number, found in enumerate(readings):
        text = simplified[number]
        if opened[number]:
            _weigh(text, said[number], opened[number], found, scores[number])
        proper_names.correct(text, words[number], found)
        for offset, char in enumerate(sources[number]):
            if char in _TRADITIONAL:
                found[offset] = Reading(_TRADITIONAL[char], _ONLY)
    return readings


def _decided(
    text: str, said: PhraseReadings, words: list[tuple[str, str]], found: list[Reading | None], trained: bool
) -> list[Place]:
    """Put in what rules decide; gives the places of which the model or the network has something to say."""
    open_places: list[Place] = []
    for place in places(text, words):
        offset, char = place.offset, text[place.offset]
        rule = RULES.get(char)
        reading = (rule and rule(place)) or contexts.reading(text, offset)
        if reading:
            found[offset] = Reading(reading, _RULED.get(char, _RULED_ELSE))
        elif char in _SEVERAL and char not in model() and (base := said.readings[offset]):
            voted = Votes.at(place, said.phrases, {}).phrases.values()
            found[offset] = Reading(
                base, _PHRASE if voted and all(each == {base} for each in voted) else _LEFT
            )
        elif trained and char in model():
            found[offset] = None
        if trained and (char in model() or char in _SEVERAL) and _RULED.get(char, 0) < _SETTLED:
            open_places.append(place)
    return open_places


def _weigh(
    text: str,
    said: PhraseReadings,
    open_places: list[Place],
    found: list[Reading | None],
    scores: Sequence[Scores],
) -> None:
    """Let the model decide where no rule did, and g2pM's network say how sure the others are."""
    words = phrase_readings.phrases(text, reading_data.words())
    for place, score in zip_longest(open_places, scores):
        offset = place.offset
        chosen = found[offset]
        if chosen is None:
            votes = Votes.at(place, said.phrases, words)
            found[offset] = model().read(place, said.readings[offset], votes, score)
        elif score is not None:
            chances = score.chances([chosen.pinyin, *_others(text[offset], chosen.pinyin)])
            doubt = _UNEXPECTED * (1 - math.exp(chances[0]))
            found[offset] = chosen._replace(confidence=chosen.confidence - doubt)


@cache
def _others(char: str, reading: str) -> tuple[str, ...]:
    return tuple(each for each in phrase_readings.readings_of(char) if each != reading)


def readings_of(char: str) -> list[str]:
    """What a character may be read: what the model met, the likeliest first, then what pypinyin lists."""
    known = model().readings(char) if char in model() else []
    return [*known, *phrase_readings.readings_of(char)]


def _jin(place: Place) -> str | None:
    """尽: to the end (jìn); jǐn in 尽管, 尽量, 尽快."""
    return "jǐn" if place.followed_by("管", "量", "快", "早", "先", "可能") else "jìn"


def _si(place: Place) -> str | None:
    """似: shì in 似的 at the end of a comparison, but 类似的."""
    like = place.followed_by("的", "地") and not place.preceded_by("类", "相", "近", "貌", "酷", "神", "形")
    return "shì" if like else "sì"


def _geng(place: Place) -> str | None:
    """更: more; 更深 is a watch of the night only in 更深人静."""
    return "gèng" if place.followed_by("深", "为") and not place.followed_by("深人静", "深夜静") else None


_SAGES = ("孔", "孟", "荀", "墨", "韩非")


def _jiao(place: Place) -> str | None:
    """教: to teach (jiāo) where it is a verb of its own, 教我们英语; to let (jiào) in 教人伤心."""
    word, following = place.word(0)[0], place.word(1)[1]
    if place.followed_by("给", *(f"会{done}{whom}" for done in ("", "了") for whom in "我你他她它您咱")):
        return "jiāo"
    if (len(word) > 1 and word != "教教" and has_word(word)) or place.preceded_by(*"该各此本入异佛道儒"):
        return None
    if place.followed_by("人") and not place.followed_by(
        "人家", *(f"人{how}" for how in "学怎如做写唱念认识说")
    ):
        return "jiào"
    taught = place.followed_by(*"我你他她它您咱谁人过了着得不会出坏好教孩学")
    return "jiāo" if taught or (word.startswith("教") and following[0] in "nrmv") else None


def _zi(place: Place) -> str | None:
    """子: a full syllable in words for persons, masters and particles, where pypinyin weakens it."""
    if place.preceded_by("妻"):
        return "zi"
    return "zǐ" if place.preceded_by(*"男女电原分粒量质中离光太之其世次因", *_SAGES) else None


def _chu(place: Place) -> str | None:
    """处: weak in 好处 and its like; a verb in 好处理."""
    if place.followed_by("理", "于", "在", "置", "境"):
        return "chǔ"
    if place.preceded_by(*"无别何四随各此到"):
        return "chù"
    return "chu" if place.preceded_by("好", "用", "坏", "害") else None


def _xing(place: Place) -> str | None:
    """行: to go or do at the end of a verb, also before what looks like 行家: 进行家访."""
    if place.followed_by("政") or (
        place.followed_by("动", "驶", "走") and not place.preceded_by(*"银同内外本各商央投分支总")
    ):
        return "xíng"
    ends = place.word(0)[0].endswith("行") and not place.alone
    return "xíng" if ends and place.preceded_by(*"进执举实流旅飞步施推履奉") else None


def _jia(place: Place) -> str | None:
    """家: weak in 行家, where that is meant."""
    return "jiā" if place.preceded_by("行") and place.word(0)[0] != "行家" else None


_COUNTS = tuple("一二三四五六七八九十百千两几双半")


def _zhi(place: Place) -> str | None:
    """只: the measure word for animals and one of a pair, 三只猫; otherwise only."""
    if place.preceded_by(*_COUNTS) and place.word(0)[1] in ("m", "q", "mq"):
        return "zhī"
    only = place.followed_by("是", "有", "能", "会", "要", "好", "不", "怕", "可")
    return "zhī" if place.preceded_by("这", "那", "哪", "每") and not only else None


_POINTERS = (*_COUNTS, *"〇0123456789余各某这那哪此")
_NO_DIGGER = (*_POINTERS, *"多每何该同有诸")


def _zhong(place: Place) -> str | None:
    """种: to plant (zhòng) before what is planted or how far; after what counts or points, a kind."""
    if place.preceded_by(*_POINTERS) and not place.followed_by("下", "上"):
        return "zhǒng"
    if place.preceded_by(*_NO_DIGGER) or not place.word(0)[0].startswith("种"):
        return None
    if place.followed_by(*"出下上满着过了的完"):
        return "zhòng"
    return "zhòng" if place.alone and place.word(1)[1][0] == "n" else None


_COUNTED = tuple("人次票分倍总度岁件户字读函参指")


def _shu(place: Place) -> str | None:
    """数: to count (shǔ), not what stands at the end of 人数 or 票数."""
    if place.preceded_by("数一", "数了", "数着"):
        return "shǔ"
    if not place.word(0)[0].startswith("数") or place.preceded_by(*_COUNTED, *_NO_DIGGER):
        return None
    counts = place.followed_by(*"钱钞着了到清羊", "星星", "一数", "不清", "得清", "起来", "出来", "下去")
    return "shǔ" if counts else None


def _ge(place: Place) -> str | None:
    """葛: gé in what grows and is made of it; otherwise in names, gě."""
    plant = place.followed_by(*"树藤根布麻粉属蔓", "科") or place.preceded_by(*"黄纠瓜豆")
    return "gé" if plant else "gě"


# What looks like 的士, 的当 or 目的 and is not: 勇猛的士兵, 最大的当然是, 项目的.
_NO_TAXI = ("士兵", "士气", "士卒", "士绅", "士人", "当", "卡", "哥")
_NO_AIM = tuple("项栏醒夺瞩注曲题科节书条眉数账帐面双耳盲网纲头反怒醒")


def _particle(place: Place) -> str | None:
    """的: only before where one goes is 打的 a taxi."""
    if place.preceded_by("目") and place.preceded_by(*(f"{char}目" for char in _NO_AIM)):
        return "de"
    if not place.alone:
        return "de" if place.before >= "\u4e00" and place.followed_by(*_NO_TAXI) else None
    if place.preceded_by("打"):
        return "dī" if place.followed_by(*"去回到来上") else "de"
    return "de" if place.before >= "\u4e00" else None


def _du(place: Place) -> str | None:
    """都: a capital at the end of a noun, also after what looks like 为首; all, also in 都会来."""
    if place.preceded_by(*"首古故国帝陪"):
        return "dū"
    return "dōu" if place.alone else None


_FAMILY = {
    "爸": "ba", "妈": "ma", "爷": "ye", "奶": "nai", "哥": "ge", "姐": "jie", "弟": "di", "妹": "mei",
    "叔": "shu", "伯": "bo", "姑": "gu", "舅": "jiu", "婶": "shen", "公": "gong", "婆": "po",
}  # fmt: skip


def _relative(place: Place) -> str | None:
    """爸爸: the second of two is weak in what one calls the family."""
    char = place.text[place.offset]
    return _FAMILY[char] if char == place.before else None


def _xian(place: Place) -> str | None:
    return "xiǎn" if place.preceded_by("朝") else None


def _he(place: Place) -> str | None:
    """荷: a load or charge, 电荷, 负荷; otherwise the lotus."""
    return "hè" if place.preceded_by("电", "负", "载", "重") else None


def _pian(place: Place) -> str | None:
    """片: piān only where speech adds 儿 or 子."""
    spoken = place.followed_by("儿", "子")
    return "piàn" if place.preceded_by("照", "相", "图", "影", "唱") and not spoken else None


def _yi(place: Place) -> str | None:
    """一: the dictionary tone; pypinyin's phrases have now this, now the spoken one."""
    return "yī"


def _bu(place: Place) -> str | None:
    """不: the dictionary tone, as with 一."""
    return "bù"


RULES: dict[str, Callable[[Place], str | None]] = {
    "那": grammar.na,
    "地": grammar.di,
    "得": grammar.de,
    "为": wei,
    "长": grammar.chang,
    "着": grammar.zhe,
    "了": grammar.le,
    "尽": _jin,
    "似": _si,
    "更": _geng,
    "教": _jiao,
    "子": _zi,
    "处": _chu,
    "行": _xing,
    "家": _jia,
    "鲜": _xian,
    "荷": _he,
    "片": _pian,
    "一": _yi,
    "不": _bu,
    "只": _zhi,
    "都": _du,
    "种": _zhong,
    "葛": _ge,
    "数": _shu,
    "的": _particle,
    **dict.fromkeys(_FAMILY, _relative),
}

# Traditional text tells apart what Simplified text writes with one character.
_TRADITIONAL = {
    "發": "fā", "髮": "fà", "隻": "zhī", "盡": "jìn", "儘": "jǐn", "幹": "gàn", "臟": "zàng", "髒": "zāng",
    "鬥": "dòu", "捲": "juǎn", "捨": "shě", "僕": "pú", "籲": "yù", "縴": "qiàn", "纖": "xiān", "樸": "pǔ",
    "嚥": "yàn",
}  # fmt: skip
