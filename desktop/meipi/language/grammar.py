"""Grammar: the few words of grammar whose reading hangs on the sentence: 地 得 着 了 长 那.

With 为, which has a module of its own, they make most of what phrases alone read wrong in running text. One
rule for each, over the words of the text and jieba's tags for them; a rule that does not tell gives None.
"""

from __future__ import annotations

import re

from meipi.language.phrase_readings import is_phrase
from meipi.language.segmenter import has_word
from meipi.language.surroundings import PUNCTUATION, VERBS, Place, listed

# What stands for the ground itself: after a place 地 is no particle, and what follows tells of one.
_PLACES = listed(
    """
    事发 案发 产卵 养殖 种植 出事 遇难 落户 目的 出产 原产 施工 演出 埋葬 安葬 大 小 空 平 荒 土 田 草 湿 高
    低 旱 陆 场 工 驻 外 本 当 各 此
    """
)
_GROUND = listed(
    """
    很 太 非常 的 是 位于 在 为 有 和 与 及 等 之 上 下 里 内 外 中 面 区 方 进行 皮 板 址 点 图 理 形
    势 段 带 产 位 步 名 球 道 铁 毯 震 痞 雷 契
    """
)


def di(place: Place) -> str | None:
    """地: the particle after an adverbial, 慢慢地走, 积极地希望."""
    if place.preceded_by("似", "般") and place.word(1)[1] != PUNCTUATION:
        return "de"
    if not place.alone:
        whole = place.word(0)[0]
        if len(whole) > 3 and place.preceded_by("性"):
            return "de"
        adverbial = len(whole) == 3 and whole[2] == "地" and not is_phrase(whole) and whole[:2] not in _PLACES
        if adverbial and (whole[1] == "心" or not has_word(whole[1:])):
            following = place.word(1)[1]
            if following[0] in "vdpn" and not place.followed_by(*_GROUND):
                return "de"
        return _after_reduplication(place)
    word, tag = place.word(-1)
    following = place.word(1)[1]
    ends = following == PUNCTUATION
    if place.preceded_by("着", "了", "过") or (ends and tag == "v"):
        return "dì"
    if ends and place.followed_by("、", "，") and "地" in place.text[place.offset + 2 : place.offset + 9]:
        return "de" if tag[0] in "adzilon" and len(word) > 1 else _after_reduplication(place)
    if len(word) < 2 or following in ("uj", "f", "m") or (ends and tag not in ("d", "z")):
        return _after_reduplication(place)
    if word.endswith("性") or tag in ("a", "ad", "an", "b", "d", "z", "i", "l", "o"):
        return "de"
    if tag in ("ns", "nt", "t", "s") or word in _PLACES or place.followed_by(*_GROUND):
        return _after_reduplication(place)
    return "de"


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
_GET = tuple("取获赢博夺求所难心应购赚换争不罪只")
# 得 is weak at the end of these: 舍不得, 懒得, 值得.
_WEAK = listed(
    """
    舍不 舍 懒 顾不 怪不 恨不 巴不 由不 免 省 值 晓 显 记 认 懂 觉 了不 少不 比 要不 算不 怨不 容不 说不 看不
    听不 想不 吃不 信不 使不 做不 见不
    """
)
_HOW = listed(
    """
    对 准 通 妙 早 晚 远 近 高 低 清楚 明白 仔细 漂亮 很 太 更 真 极 最 多 好 快 慢 像 象 又 直 满 连 比
    挺 要 非常 分外 格外 如此 那么 这么 这样 那样 有点 有些 浑身 几乎 简直 不可 不行 不得了 不能 一塌
    一干 一清 一片 一身 可以 可怜 十分 厉害 利害 起劲
    """
)
_MUST = listed(
    """
    就 都 也 又 才 先 便 还 总 必 非 可 至 至少 恐怕 大概 可能 一定 本来 自己 到底 咱 咱们 人家 无论如何
    怎么也
    """
)
_NO_MUST = listed(
    """
    到 了 过 以 知 罪 失 意 体 力 当 逞 出 票 分 奖 名 主 益 手 势 胜 宠 道 便 着
    """
)


def de(place: Place) -> str | None:
    """得: the particle after a verb, 跑得快; must, 你得去; otherwise to get."""
    word = place.word(0)[0]
    following = place.word(1)[1]
    if place.followed_by("罪", *"0123456789"):
        return "dé"
    if place.preceded_by(*_WEAK) and not place.followed_by("已"):
        return "de"
    if place.before >= "\u4e00" and not place.preceded_by(*_GET, *"就都也还总必我你您他她们咱"):
        if place.followed_by(*_HOW):
            return "de"
        if place.followed_by(
            "起", "见", "住", "动", "完", "清", "懂", "及", "过", "来", "去", "上", "下", "出"
        ) and (not place.alone or place.word(-1)[1][0] in "vazn"):
            return "de"
        if place.preceded_by("变", "死", "弄", "搞") or (
            place.followed_by("到") and place.preceded_by(*"看听找办做买吃想")
        ):
            return "de"
    if place.preceded_by("只", "不", "难") or place.followed_by(*_NO_MUST):
        if place.followed_by("出", "着", "过") and place.word(-1)[1][0] == "v":
            return "de"
        return None if not place.preceded_by("只") else "dé"
    if place.preceded_by(*"还总必非") and word.endswith("得"):
        return "děi"
    if place.preceded_by(*_MUST) and following != PUNCTUATION:
        return "děi"
    if not place.alone:
        return (
            "de"
            if len(word) == 2 and word[0] in "说看来使跑走做写吃睡听想过学唱长" and word[1] == "得"
            else None
        )
    tag = place.word(-1)[1]
    if tag == "r" and place.word(-1)[0] not in ("怎么", "这么", "那么"):
        return "děi" if following in VERBS or following[0] in "dpvlazt" else None
    if tag[0] in "vaz" and following != "ul":
        return "de"
    if tag == PUNCTUATION and (following in VERBS or following[0] in "dp"):
        return "děi"
    return None


_HEADS = tuple(
    "生成增助滋年家外部厅县校省市班队院局处科股社会组村乡镇区州团师旅连排营军舰船机站馆所司课行董员署屯里保道府谋查"
)
_OFFICES = ("秘书", "理事", "董事", "监事", "干事")
_GROWS = listed(
    """
    得 出 成 大 满 了 着 高 老 胖 痘 毛 草 牙 痣 斑 疮 肉 胡 霉 虫 芽 势 进 相 叶 个子 个儿 见识 记性
    本事 心眼 在 于斯
    """
)


def chang(place: Place) -> str | None:
    """长: to grow and to be the head (zhǎng); long (cháng) wherever neither is said."""
    word = place.word(0)[0]
    if place.followed_by("得很，", "得很。", "得很！") or place.preceded_by("无所", "有所", "之所"):
        return "cháng"
    if place.followed_by(*"龙安命宽江城椅袍裤衫裙发征篇"):
        return "cháng"
    if place.preceded_by("越") and place.followed_by("越"):
        return "zhǎng"
    heads = place.preceded_by(*_HEADS, *_OFFICES)
    if (
        heads
        and not word.startswith("长")
        and not place.followed_by(*"短度久期达远")
        and not place.preceded_by("见家", "一家")
    ):
        return "zhǎng" if word.endswith("长") else None
    if is_phrase(word) and len(word) > 1:
        return None
    if heads and not place.followed_by(*"短度久期达远着的"):
        return "zhǎng"
    if place.followed_by(*_GROWS) and not place.preceded_by(*"很太更最多么较那这"):
        return "zhǎng"
    return None if place.followed_by(*"子孙女辈官史") else "cháng"


# What one may or may not manage to do: 睡得着, 找不着.
_ATTAIN = frozenset("睡找猜点烧见摸够用管买犯顾打碰抓遇逮捉咬挨沾捞吃穿得赶怪数轮说干")
# Before 着 they are no verbs.
_NO_DOING = frozenset("要能会可应该想需来去从就先再已才正刚只未便即并始不也都更较穿身下上所有")


# What one does with an eye or a hand: no 着眼 and no 着手 follows.
_WITH_EYE_OR_HAND = frozenset("闭睁瞪眯红斜歪白瞅看盯望定拉牵招拍扬摇挥举搓系烤背垂握伸捂蒙")


def zhe(place: Place) -> str | None:
    """着: the particle after a verb, also before what looks like 着手 or 着眼: 牵着手."""
    word = place.word(0)[0]
    before = place.text[max(0, place.offset - 2) : place.offset - 1]
    if place.preceded_by("得", "不") and before in _ATTAIN and not place.followed_by("实", "重", "眼", "手"):
        return "zháo"
    if place.preceded_by("第一"):
        return "zhāo"
    if place.preceded_by("显") and place.followed_by(*"的地性减增提改"):
        return "zhù"
    if place.preceded_by("这么", "那么", "怎么", "挨", "朝", "向", "为", "沿"):
        return "zhe"
    if place.preceded_by("身") or place.followed_by("实"):
        return "zhuó"
    if place.followed_by(*"急火凉迷慌") or place.preceded_by(*"睡找猜不得黏粘附"):
        return "zháo" if place.preceded_by("睡") and place.followed_by(*"了的。，！？") else None
    if place.followed_by("眼", "手") and place.preceded_by(*_WITH_EYE_OR_HAND):
        return "zhe"
    verb, tag = place.word(-1)
    if (
        word in ("着眼", "着手", "着地", "着力")
        and len(verb) == 1
        and verb not in _NO_DOING
        and tag != PUNCTUATION
    ):
        return "zhe"
    if len(word) == 3 and word[1] == "着":
        return "zhe"
    if place.alone and place.word(-1)[1][0] in "vanz":
        return "zhe"
    return None


# Before 不了 and 得了 they are no verbs.
_NO_VERB = frozenset("我你他她它们也就都可再便还又却，。！？；：、“「 ")
_BEARS = frozenset("受吃办做干去走忍拿管容少免改离瞒逃跑躲信死治当怪算料用过完成")
_TO_AN_END = re.compile("[却结断局账](?!.?[吗呢])|事(?=[，。！；])|之(?=[，。！])|此(?=[残一])|然|如指")


def le(place: Place) -> str | None:
    """了: the particle, also before what looks like 了解: 拓宽了解决; liǎo in 不得了, 忘不了, 受得了."""
    word = place.word(0)[0]
    before = place.text[max(0, place.offset - 2) : place.offset - 1]
    if word == "不得了" and place.word(-1)[1] not in VERBS:
        return "liǎo"
    if place.preceded_by("不") and before and before not in _NO_VERB and not is_phrase(word):
        return "liǎo"
    if place.preceded_by("得"):
        how = place.preceded_by("还得", "怎么得") and place.word(1)[1] == PUNCTUATION
        return "liǎo" if before in _BEARS or how else "le"
    if place.followed_by("得") and place.preceded_by("还", "么", "十分", "真"):
        return "liǎo"
    if place.alone and place.before and place.before != "不":
        return (
            "liǎo"
            if _TO_AN_END.match(place.text, place.offset + 1) and is_phrase("了" + place.after)
            else "le"
        )
    return None


_WHERE = re.compile(
    "里来的|里(?:[有知晓肯敢能会还禁等及容当配懂想料是话说得经])[^。！\n]{0,24}[？?呢！么]|里(?:知道|晓得|想到|来的|话)"
    "|有[^。！，\n]{0,16}(?:道理|之理)[！？。]|[知晓料](?![识名县府客启州照音己])|怕(?![，。的了])|(?:[能肯敢容堪禁消得]|里)[^。！，\n]{0,20}(?:[？?]|呢|么[？！。])"
)


# After a person 那里 is how only before these: 我那里知道, but 我那里有.
_WHERE_AFTER = ("里知道", "里晓得", "里敢", "里肯", "里能", "里想", "里料", "知", "晓", "料")


def na(place: Place) -> str | None:
    """那: where or how (nǎ) in prose that does not yet write 哪: 那里来的, 那知."""
    if (
        "哪" in place.text
        or place.preceded_by(*"在从到向往于这")
        or (place.preceded_by(*"我你他她") and not place.followed_by(*_WHERE_AFTER))
    ):
        return None
    return "nǎ" if _WHERE.match(place.text, place.offset + 1) else None
