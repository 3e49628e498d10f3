"""Contexts: what stands right before or after a polyphone and decides how it is read.

A line of the table is a character, a reading, and the contexts in which it has that reading: a regular
expression of the text before, `_` for the character, and one of the text after. The first that fits holds.
They are of words that no dictionary has because they are made up as one speaks: 塞了个枕头, 一重又一重.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

_TABLE = """
还 huán 把.{1,3}_(?=了|给|掉|清|回)
倒 dǎo [推吹刮打碰撞]_了(?!一?[杯碗盆壶])
塞 sè [阻搪堵闭充梗栓敷]_ _(责|擦|音)
塞 sāi _[了在进给满到着入个过] _得?[下进满] [往里乱猛硬]_(?!外|北)
塞 sài [要边关出]_(?!车|进|在|满|了) _[外北翁上](?!一)
勒 lēi _[死紧住着断] _一勒 一_(?!令|索)
咽 yè [哽呜幽悲抽咽]_
咽 yān _[喉炎头部峡]
咽 yàn _[了下不口唾着] [吞下往]_ _一?口
粘 zhān _[在到上住着了贴连牢满]
挑 tiāo _[选食剔夫拣] _[出了]?[一两几]?[个件辆匹只条套本间块] _(水|担|着?担|东西|起?(担|水|行李|两))
挑 tiāo _(不出|出来|出毛病|刺|毛病|肥|三拣)
挑 tiāo [肩单细轻重精自]_(?!战|衅|动|逗|明)
逮 dǎi _[住着到了不个]
没 mò [隐淹沉埋出吞湮覆泯沦辱]_(?!有|什|想|见|听|说|过|人|法) _[收落顶齿药](?!下来)
还 huán _(给|债|钱|清|乡|愿|魂|俗|击|嘴|款|贷|账|帐|本付|情于|价) [归偿退奉交返]_(?!是|不|没|有)
还 hái _(是|有|没|在|要|能|会|不|想|可|得|需|应|须|更|很|挺|真|未|算|行|肯|坐|站|说|情愿|知道)
重 zhòng [注偏看着侧尊敬器珍保严慎加隆沉稳贵超减增负体轻推繁笨]_
重 chóng _(来(?!的)|归|开(?!了)|赛|估|样|笑|山|叠|建|返)
重 chóng _[演播游逢申温现组启写拾聚塑围洋霄新复印审奏唱唤置]
重 chóng (?<!三一)(?:[一两三四五六七八九十百千万几双])_(?!工|[要大点量的视地心力担型病伤读点罪物者音赏创])
散 sàn [分解发扩疏遣驱飘逸失离涣溃消四冲]_(?!文) _(步|布|发|场|开|会|去|伙|播|落|热|心|尽)
脏 zāng _(水|话|字|衣|手|乱|兮|东西|了|得|脏|钱|土|桌|布|脸|脚) [肮又很太好真弄]_
落 luò _(下(?!东西)|了(?!下|东西|后)|在(?!后)|到|入|泪|地|水|网|成|花|叶)
切 qiē _(线|片|开|断|成|块|菜|肉|丝|割|削|除|磋|碎|入(?!点)|掉|下|牛|鸡|瓜)
切 qiè [一亲迫密急热深关殷真确恳痛悲凄]_
系 jì (?<![联关维体派院星])_(腰|鞋|着|带|围|紧|裤)
冠 guàn [亚欧英法德意西季夺卫]_(?=联|军|杯|[，。])
弹 tán _(得|琴|着|了|奏|唱|起|吉他|钢|词|性|簧|劾)
相 xiāng (?<![宰首丞照长真品属亮看面貌手骨变扮])_(处|搏|会|见|像|似|同|信|随|识|对|劝|爱|思|互)
芍 sháo _药
行 háng _列(?!车|队) 成[一两三四五六]_ [一两三四五六七八九几]_(?=字|诗|泪|小字|大字)
背 bēi _着(?!人|他|她|我|你|手|大家|家|父|母|丈|妻|太阳|光|脸|身|面) _(书包|包袱|黑锅|起行|负)
累 lèi _(死|坏|了|得|极|人)
冲 chòng _着(?!锋)
打 dá [半一两二三四五六七八九十几]_(?=啤|纸|鸡|铅|毛|袜|信|鱼|汽)
弄 nòng _[了得到不来出个死坏清好成些点错明丢脏僵巧通累这那去] [自家己戏玩捉作卖抚拨嘲愚摆]_
干 gàn _(什|啥|嘛|吗|活|事|掉|完|得|不|过|起|到|你|他|它|部|警|校|劲|将|道|线|流|将)
干 gàn [能苦实肯骨才单蛮大]_(?!净|燥|旱)
干 gān _(净|燥|枯|杯|涸|脆|瘪|草|旱|粮|戈|扰|涉|支|爹|妈|娘|爸|儿子|女儿|嫂|亲)
干 gān [饼晒烘晾擦风阴烤吹抹吸]_(?!什|嘛|吗|活)
倒 dào _(是|也|不(?!翁)|没|像|象|还|要|能|会|可|很|真|觉|使|让|叫|想|把|有|比|好(?!意)|都|算)
倒 dào _(底细|影|流|退|数|计|立|挂|装|置|叙|逆|映|转|悬|垃圾|水|茶|酒|掉|出|进|常|反)
倒 dào _了?[一两三几半]?[杯碗盆瓶壶] _在[^，。]{0,5}[杯碗盆锅瓶壶]
倒 dào [反你我他她它们]_(?!在|下|地|了|闭|霉|台|腾|卖)
倒 dǎo [推跌摔打绊病卧晕昏滑撞击驳压累难醉栽扳颠潦拉砍刮坍放扑踢撂吓饿迷拖倾拳枪]_
倒 dǎo _(下|塌|闭|台|霉|班|卖|腾|买|戈|伏|毙|地|在|嗓|胃)
当 dàng _(作|成(?!功|立|员)|真|铺|票|晚|是(?!时|初|然)) [妥适恰停勾上的顺]_(?=[，。！？；的了]|$)
将 jiàng [麻大上中少老名虎爱明猛武战良参]_(?=[，。！？；的、军领士牌]|$)
抡 lūn _(起|着|动|了|圆|拳|棒|刀|完|一)
捋 lǚ _(胡|须|了?捋|顺)
拗 ǎo _(断|成|折|火)
咋 zǎ _(?!舌)
呛 qiàng _[人声鼻眼]
攒 zǎn _(钱|下|够|了|着|起|点|出)
晃 huǎng 明_ 明晃_ _眼
晃 huàng _(动|悠|荡|来|了?晃)
撇 piē _(开|下|弃|清)
查 chá _查 查_ [要会可好来去]_(?=一|问|看|清)
铺 pū _(上|在|着|设|垫|开|满|展|散|盖|平|成|就|轨|路|天|张|陈|排)
奔 bèn [投直各径]_(?!跑|腾)
晕 yūn _(了过去|倒|过去|头) [头发]_
闷 mēn _(热|声不|头(?=[，。]|.))
什 shí 戈_ _(长|锦|物|叶|刹)
"""


class Context(NamedTuple):
    """What must stand before and after, and how the character is read then."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    reading: str


# How much of the text before a character is looked at.
_BEFORE = 4


def reading(text: str, offset: int) -> str | None:
    """How the character at `offset` is read by what stands around it; None where the table does not tell."""
    contexts = _contexts().get(text[offset])
    if contexts is None:
        return None
    before = text[max(0, offset - _BEFORE) : offset]
    for context in contexts:
        if context.before.search(before) and context.after.match(text, offset + 1):
            return context.reading
    return None


@cache
def _contexts() -> dict[str, list[Context]]:
    found: dict[str, list[Context]] = defaultdict(list)
    for line in _TABLE.split("\n"):
        char, spelled, *contexts = line.split() or ("", "")
        for context in contexts:
            before, after = context.split("_")
            found[char].append(Context(re.compile(f"(?:{before})\\Z"), re.compile(after), spelled))
    return dict(found)
