"""Polyphones: the characters whose reading hangs on the grammar around them, which phrases alone do not tell.

One rule for each character, over the words of the text and jieba's tags for them. They were written from
the errors that pypinyin makes in running text: a handful of grammatical words (地 得 为 长 着 了) makes most.
What has no rule is left to a trained model, `reading_model`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from meipi.language import phrase_readings, reading_data
from meipi.language.phrase_readings import PhraseReadings
from meipi.language.reading import Reading
from meipi.language.reading_model import Votes, model
from meipi.language.surroundings import PUNCTUATION, VERBS, Place, places, tagged

# How sure a reading is: of a character that has but one, of one that its own Traditional form decides, of one
# that a rule decides, and of one for which the rule leaves it at pypinyin's.
_ONLY, _RULED, _LEFT = 1.0, 0.97, 0.9


def correct(source: str, simplified: str, said: PhraseReadings, trained: bool = True) -> list[Reading | None]:
    """What phrases and characters have `said` of `simplified`, put right; `source` is the text as written.

    Characters for which no rule decides are left to the trained model, unless it is asked not to speak.
    """
    found = [Reading(reading, _ONLY) if reading else None for reading in said.readings]
    open_places: list[Place] = []
    for place in places(simplified, tagged(simplified)):
        offset, char = place.offset, simplified[place.offset]
        rule = RULES.get(char)
        reading = rule(place) if rule else None
        if reading:
            found[offset] = Reading(reading, _RULED)
        elif trained and char in model():
            open_places.append(place)
    if open_places:
        _weigh(simplified, said, open_places, found)
    for offset, char in enumerate(source):
        if char in _TRADITIONAL:
            found[offset] = Reading(_TRADITIONAL[char], _ONLY)
    return found


def _weigh(text: str, said: PhraseReadings, open_places: list[Place], found: list[Reading | None]) -> None:
    """Let the model decide at the places that no rule decided."""
    network = reading_data.network()
    words = phrase_readings.phrases(text, reading_data.words())
    scores = network.scores(text, [place.offset for place in open_places]) if network else ()
    for place, score in zip_longest(open_places, scores):
        votes = Votes.at(place, said.phrases, words)
        found[place.offset] = model().read(place, said.readings[place.offset], votes, score)


def readings_of(char: str) -> list[str]:
    """What a character may be read: what the model met, the likeliest first, then what pypinyin lists."""
    known = model().readings(char) if char in model() else []
    return [*known, *phrase_readings.readings_of(char)]


def _di(place: Place) -> str | None:
    """地: the particle after an adverbial, 慢慢地走, 积极地希望."""
    if not place.alone:
        return "de" if place.preceded_by("性") and len(place.word(0)[0]) > 3 else _after_reduplication(place)
    word, tag = place.word(-1)
    following = place.word(1)[1]
    if len(word) < 2 or following in ("uj", "f", "m") or (following == PUNCTUATION and tag not in ("d", "z")):
        return _after_reduplication(place)
    if word.endswith("性"):
        return "de"
    if tag in ("a", "ad", "an", "b", "d", "z", "i", "l", "o") or word in ("怎样", "这样", "那样", "怎么"):
        return "de"
    if tag[0] in "vn" and tag != "ns" and following[0] in "vdpa":
        return "de"
    return _after_reduplication(place)


def _after_reduplication(place: Place) -> str | None:
    """轻轻地, 一天一天地, 一个又一个地, 规规矩矩地, 无怨无尤地; 猛地."""
    if place.preceded_by("猛", "忽", "蓦", "倏", "霍"):
        return "de"
    before = place.text[max(0, place.offset - 4) : place.offset]
    twice = len(before) > 1 and before[-1] == before[-2]
    again = len(before) == 4 and (before[:2] == before[2:] or (before[0] == before[2] and place.alone))
    after_another = place.text[max(0, place.offset - 5) : place.offset]
    again = again or (after_another[:1] == "一" and after_another[:2] == after_another[3:])
    return "de" if (twice or again) and before[-1] >= "\u4e00" else None


# What 得 is part of: 取得, 获得, and with them the rest that say to get.
_GET = tuple("取获赢博夺求所难心应购赚换争不")


def _de(place: Place) -> str | None:
    """得: the particle after a verb, 跑得快; must, 你得去; otherwise to get."""
    if place.before >= "\u4e00" and not place.preceded_by(*_GET):
        if place.followed_by(*"很太更真极最多好快慢像", "非常", "要命"):
            return "de"
        if place.followed_by("起", "见", "住", "动", "完", "清", "懂", "及", "过"):
            return "de"
        if place.preceded_by("变", "死") or (
            place.followed_by("到") and place.preceded_by(*"看听找办做买吃")
        ):
            return "de"
    following = place.word(1)[1]
    if place.preceded_by(*"还总必非") and place.word(0)[0].endswith("得"):
        return "dé" if following[0] in "umqx" else "děi"
    if not place.alone or place.followed_by("到"):
        return None
    tag = place.word(-1)[1]
    if tag[0] in "vab" and following != "ul":
        return "de"
    must = tag == "r" or place.preceded_by(*"就都也又才先便")
    return "děi" if must and (following in VERBS or following[0] in "dp") else None


_PERSONS = ("我", "你", "您", "他", "她", "我们", "你们", "他们", "她们", "大家", "谁")
_BECOME = tuple("成作认视称变改列定评选译分化沦誉转当名升降立尊奉封设判约则均皆即更较极颇甚尤最广稍")


def _wei(place: Place) -> str | None:
    """为: to be or become (wéi), unless it says for whom or why (wèi)."""
    if place.preceded_by(*_BECOME) and not place.followed_by("了", "什么", "何", "此"):
        return "wéi"
    if not place.alone:
        return None
    if place.word(-1)[1] == PUNCTUATION and place.before not in tuple("）)”’」』》〉"):
        return "wèi"
    if place.word(-1)[0] in ("是", "都是", "也是", "来", "去", *_PERSONS):
        return "wèi"
    return None if _acts(place) else "wéi"


# No clause has more words; what goes on longer is no prose.
_CLAUSE = 40


def _acts(place: Place) -> bool:
    """Whether something is done for what follows: a verb before the clause ends, or only a person."""
    distance = 1
    nouns = False
    while (found := place.word(distance))[1] != PUNCTUATION and distance < _CLAUSE:
        last = place.word(distance + 1)[1] in (PUNCTUATION, "ul", "uj")
        if found[1] in VERBS or (found[1] == "vn" and last):
            return True
        nouns = nouns or found[1] != "r"
        distance += 1
    return not nouns


_HEADS = tuple(
    "生成增助滋年家厂外部厅县校省市班队院局处科股社会组村乡镇区州团师旅连排营军舰船机站馆所司课行董"
)

_OFFICES = ("秘书", "理事", "董事", "监事", "干事")


def _chang(place: Place) -> str | None:
    """长: to grow and to be the head (zhǎng); long (cháng) wherever neither is said."""
    if phrase_readings.is_phrase(place.word(0)[0]) or place.preceded_by(*_HEADS, *_OFFICES):
        return None
    return None if place.followed_by(*"得出成大满了着在高老子孙女辈官史") else "cháng"


# What one may or may not manage to do: 睡得着, 找不着.
_ATTAIN = frozenset("睡找猜点烧见摸够用管买犯顾打碰抓遇逮捉")


def _zhe(place: Place) -> str | None:
    """着: the particle after a verb, also before what looks like 着手 or 着眼: 牵着手."""
    word = place.word(0)[0]
    if place.preceded_by("得", "不") and place.text[max(0, place.offset - 2)] in _ATTAIN:
        return "zháo"
    if place.followed_by(*"急火凉迷慌") or place.preceded_by(*"睡找猜不得黏粘附"):
        return None
    verb, tag = place.word(-1)
    if word in ("着眼", "着手") and len(verb) == 1 and tag in VERBS and verb not in "要能会可应该想需来去":
        return "zhe"
    if len(word) == 3 and word[1] == "着":
        return "zhe"
    if place.alone and place.word(-1)[1][0] in "vanz":
        return "zhe"
    return None


def _le(place: Place) -> str | None:
    """了: the particle, also before what looks like 了解: 拓宽了解决; liǎo in 不得了, but not 受不得了."""
    if place.word(0)[0] == "不得了" and place.word(-1)[1] not in VERBS:
        return "liǎo"
    return "le" if place.alone and place.before and not place.preceded_by("不", "得") else None


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


def _zi(place: Place) -> str | None:
    """子: a full syllable in words for persons, masters and particles, where pypinyin weakens it."""
    return "zǐ" if place.preceded_by(*"男女电原分粒量质中离光太之其世次因", *_SAGES) else None


def _chu(place: Place) -> str | None:
    """处: weak in 好处 and its like; a verb in 好处理."""
    if place.followed_by("理", "于", "在", "置", "境"):
        return "chǔ"
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


def _particle(place: Place) -> str | None:
    """的: only before where one goes is 打的 a taxi."""
    if not place.alone or not place.preceded_by("打"):
        return None
    return "dī" if place.followed_by(*"去回到来上") else "de"


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
    "地": _di,
    "得": _de,
    "为": _wei,
    "长": _chang,
    "着": _zhe,
    "了": _le,
    "尽": _jin,
    "似": _si,
    "更": _geng,
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
