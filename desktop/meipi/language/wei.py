"""为: to be or become (wéi), or for whom and why (wèi). Of all polyphones it is read wrong most often.

What stands right before and after decides most of it: what one thing is called or becomes, or whom one does
something for. Else it is whether the clause goes on with a verb: 他为人民服务, 面积为百里.
"""

from __future__ import annotations

import re

from meipi.language.segmenter import has_word
from meipi.language.surroundings import PUNCTUATION, VERBS, Place, listed

_PERSONS = listed(
    """
    我 你 您 他 她 我们 你们 他们 她们 咱们 自己 大家 谁
    """
)
# What one thing is, becomes or is called: 成为, 意为, 尤为, 身为.
_BECOME = re.compile(
    "(?:[成认视称变列评沦誉降立尊奉封判约则均皆更较极颇甚尤最广稍诩拔略谓扮喻拜晋扩缩演汇浓换折译释算纳愧系乃亦意身奈型"
    "疑命聘选推传简实大之收多现原前初时终居辟呼斥攘拟堪难本]|(?<![应理该])当|(?<!立)即|(?<![决必一])定|转化|转[变换]|(?<!工)作|[改分化名升设]"
    "|[此上下左右附]图|\\A图|[，。：（]图|以下|应(?!当))\\Z"
)
_INTO = re.compile("[成变沦化转改定升降列视作]\\Z")
# 以民为本, 称他为王, 任命她为校长.
_TAKEN = re.compile(
    "(?:以|[称封拜视尊奉评]|任命|推举|推选|选举|改名|认定|误认|册立|娶|聘请|收|引)[^，。；：！？、了为,]{1,12}\\Z"
)
_END = "(?=[，。；！？,]|\\Z)"
_IS_WHAT = re.compile(
    "[准首例止限由荣伍患食辅伴敌友邻耻傲虚非](?!好友|人民)|[富鬼蜮恶善政官学]|主(?![人任席动要])|期(?!待|望)|名(?!誉|气)|难(?!民)|生(?![产活命态意])"
    "|人(?![民们家类才作口]|(?:所|服务))|时(?![代候])|害(?!怕)|业(?![主务])|基(?![础层金地])|数(?=[不众多甚])|所[欲动]"
    f"|[本先乐证王]{_END}|中心|单位|基础|目[的标]|原则|前提|核心|代表|特[色征点]|标准|依据"
    "|(?![^，。；！？]{1,5}[人名位户个家])[〇零二三四五六七八九十百千万亿0-9]|一(?=[点百千万次]|[，。；])(?![百千万]*多?[人名位户家])|百分|约"
    "|[^，。；！？了]{1,9}所(?![以有谓在长])[^，。；！？]"
    f"|了?{_END}|[^此何国民公己我你他她它啥谁钱名义甚国家]{_END}"
)
_FOR_WHAT = re.compile(f"什么|甚|何(?!物)|此|啥|的是|谁|着|之(?!{_END})")
_FOR_WHOM = listed(
    """
    您 你 我 他 她 咱 自己 大家 人民 主人 客人 其
    """
)
# What is wanted or done on purpose is done for somebody.
_ON_PURPOSE = listed(
    """
    要 会 愿 想 请 在 只 却 专 特 是 决定 专门 特地 立即 亲自 主动 必须 应该 试图 不能
    """
)


def wei(place: Place) -> str | None:
    """为: to be or become (wéi), unless it says for whom or why (wèi)."""
    text, offset = place.text, place.offset
    before = text[max(0, offset - 14) : offset]
    if place.preceded_by("难") and place.followed_by("了", "你", "他", "我", "您", "她"):
        return "wéi"
    if re.match(f"了(?!解|{_END})", text[offset + 1 : offset + 3]):
        return "wéi" if _INTO.search(before) else "wèi"
    if place.preceded_by("所", "不", "敢") and re.match(f"了?{_END}", text[offset + 1 : offset + 3]):
        return "wéi"
    if _FOR_WHAT.match(text, offset + 1) and not place.preceded_by("称", "成"):
        return "wèi"
    word = place.words[place.index][0]
    if len(word) > 1 and word[0] != "为" and has_word(word):
        known = _TAKEN.search(before) or _BECOME.search(before) or place.followed_by("所")
        return "wéi" if known and not place.preceded_by("因") else None
    if place.preceded_by("因", "行", "作", "人") and not place.alone:
        return None
    if _BECOME.search(before) or _TAKEN.search(before) or _IS_WHAT.match(text, offset + 1):
        return "wéi"
    if place.preceded_by("所") and not place.word(1)[1].startswith(("v", "r", "n")):
        return "wéi"
    if place.followed_by(*_FOR_WHOM) or place.before in ("", *",，。；：！？、\n（“「『"):
        return "wèi"
    if place.followed_by("这", "那", "别的") or (
        place.preceded_by("来", "去") and not place.preceded_by("历来", "向来")
    ):
        return "wèi"
    if place.word(-1)[0] in _PERSONS or place.preceded_by(*_ON_PURPOSE):
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
        if found[1] in VERBS or (found[1] in ("vn", "i", "l") and (last or distance > 1)):
            return True
        nouns = nouns or found[1] != "r"
        distance += 1
    return not nouns
