"""Names: which of jieba's proper nouns are names indeed, and the words that a name is written in.

jieba's dictionary calls many ordinary words names (城市 a place, 明白 a person). A name of a person must
therefore begin with a surname, one of two hanzi that the dictionary has must be of somebody well known, and
a place must not be among the ordinary words below.
"""

from __future__ import annotations

from typing import NamedTuple


def words_of(text: str) -> frozenset[str]:
    """The words of a list, between which white space stands."""
    return frozenset(text.split())


SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马"
    "苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅齐康伍余顾孟黄穆萧肖尹姚邵汪毛狄臧戴宋庞熊"
    "纪舒屈项祝董梁杜阮蓝闵季贾江颜郭梅盛林钟徐邱丘骆夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓郁单洪包左石"
    "崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦牧谷车侯仇仲伊宫宁栾甘厉祖武符刘景詹束龙叶司黎薄白蒲卓池乔胥闻"
    "党谭劳申冉桑桂牛寿边冀尚温庄晏柴瞿阎习容向易廖耿匡寇欧聂冷辛那简饶曾沙关查游涂蔺岳艾赖隋卜闫付高"
    "古连文米路童成"
)
COMPOUND_SURNAMES = words_of(
    """
    欧阳 司马 诸葛 上官 司徒 东方 皇甫 慕容 尉迟 公孙 令狐 夏侯 宇文 长孙 端木 南宫 轩辕 独孤 西门 呼延
    """
)
# What stands before one: 老王, 小李.
FAMILIAR = frozenset("老小阿")
# What follows a surname that stands alone: 王先生, 李老师.
TITLES = words_of(
    """
    先生 女士 小姐 太太 夫人 老师 教授 博士 医生 大夫 师傅 同学 同志 经理 总理 总统 主席 书记 校长 院长
    部长 局长 处长 厅长 市长 县长 省长 镇长 村长 里长 局 处 总 将军 法官 律师 老板
    """
)
_KNOWN = words_of(
    """
    鲁迅 林彪 杜甫 宋江 曹操 武松 李逵 孙权 朱德 刘邦 项羽 岳飞 李鹏 范蠡 曹禺 刘翔 张飞 李白 朱熹 陈毅
    陆羽 周瑜 袁绍 陈云 吴仪 王莽 彭真 苏轼 胡适 赵云 雷锋 关羽 曹丕 秦桧 韩信 庄周 贺龙 叶挺 董卓 姚明
    王维 李渊 鲁肃 李靖 孙策 张骞 张衡 柳永 杜牧 李斯 孙武 刘表 徐福 严复 贾谊 王充 丁玲 田汉 夏衍 管仲
    曹植 班超 商鞅 宋濂 唐寅 吴晗 陶铸 李娜 李宁 项英 包拯 刘备 吕布 吕蒙 黄忠 马超 林冲 老舍 巴金 冰心
    茅盾 朱温 黄巢 陈琳 程颢 程颐 李冰 刘基 韩愈 白朴 马云 王猛 王敦 杨坚 方腊 郑和 屈原 嵇康 阮籍 张旭
    王勃 孟轲 荀况 邹容 蔡锷 康生 江青
    """
)
_SAGES = words_of("孔子 孟子 庄子 荀子 墨子 韩非子 孔明")
# Words of three hanzi that begin like a name: those that the dictionary has, and how others end.
_NOBODY = words_of(
    """
    古建筑 黄金周 杜鹃花 季后赛 胡萝卜 金字塔 许可证 古文化 石英砂 吉普车 金元宝 金刚石 农家乐 全家福
    高新区 武昌鱼 胡杨林 马尾松 金钱豹 毛冠鹿 白玉兰 师兄弟 连心桥 司礼监 明王朝
    """
)
_NO_GIVEN_NAME = tuple("树季化性者要们级期线感部的了着说")
_SITES = tuple("楼桥河山县郡宫门阁殿观庄湖墩岭洲潭")
_WEATHER = frozenset("风雨水云雪边面上下里中")
# What foreign names are written with, and hardly anything else of three hanzi and more.
SOUNDS = frozenset(
    "阿埃艾爱安奥巴柏拜班邦贝本比彼毕宾波博布查茨茲达戴黛丹德登邓迪蒂杜顿多厄恩尔法菲费芬弗福夫盖冈戈"
    "格根古瓜果哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康考柯科可克肯库昆拉莱兰朗劳勒雷里理利立林琳隆卢鲁路"
    "伦罗洛马玛迈曼梅门蒙米密缅摩莫墨姆穆纳娜南内尼妮涅宁纽诺欧帕潘培佩彭皮普奇齐恰乔切琴丘让热日瑞若"
    "萨塞赛桑瑟森沙莎山圣施史士斯丝苏索塔泰坦汤唐特提廷图托瓦万威维韦魏温沃乌西希夏肖歇谢辛休许逊雅亚"
    "扬耶叶伊依易因尤约泽扎詹珍芝朱兹祖佐思"
)

_GENERIC = (
    "自治区", "自治州", "自治县", "特区", "地区", "盆地", "高原", "平原", "半岛", "群岛", "海峡", "运河",
    "山脉", "沙漠", "草原", "大桥", "大街", "省", "市", "县", "区", "镇", "乡", "村", "江", "河", "湖",
    "山", "海", "岛", "洋", "路", "街", "桥", "峡",
)  # fmt: skip
"""What kind of place a name is of, the longer ones first."""
GENERIC = frozenset(_GENERIC) | {"州", "岭", "溪", "港", "湾", "里"}
_ONE = words_of("黑龙江 马鞍山 牡丹江 秦皇岛 葫芦岛 旧金山 中南海")
_RIVERS_AND_HILLS = words_of(
    """
    长江 黄河 淮河 珠江 渭河 辽河 汉江 湘江 赣江 闽江 漓江 岷江 嫩江 怒江 乌江 汾河 泰山 华山 衡山 恒山
    嵩山 庐山 天山 太湖 西湖 东湖 巢湖 洪湖 东海 南海 黄海 渤海 红海 黑海 死海 里海
    """
)
# Ordinary words that jieba's dictionary calls names of places.
_NO_PLACE = words_of(
    """
    城市 东西 太阳 平原 外国 爱国 英雄 朝廷 哥哥 海洋 自治州 自治县 大桥 湖泊 高原 上市 建国 美丽 山区
    大街 王国 开国 共和国 城镇 大都 京城 阿哥 庆典 南路 深度 山脉 回国 治安 大国 新鲜 古城 海峡 河口
    冰川 长度 山水 长大 琉璃瓦 莫非 普及 商城 内河 古典 阴阳 江山 高山 大海 山坡 河谷 上马 太平 福利
    日志 云集 青春 山河 莲蓬 神圣 桥头堡 中路 新建 西门 河水 中断 山洞 都城 关联 海湾 上半场 湖水 广义
    大圣 上山 江水 南门 新港 新城 海关 舞美 大洋 山峰 内城 石桥 中密度 北门 朝阳 下山 上台 山寨 契约
    二哥 入口 金牙 路桥 中兴 西城 古都 重阳 三角洲 江中 山口 大山 故城 千古 城堡 中道 深山 江河 伦理
    泉水 东城 渡江 城垣 大河 大湖 大江 中和 天黑 法典 四中 三中 长河 池塘 天桥 加盟 登山 密封 安宁 上门
    海滨 立马 莫大 沿河 海滩 西路 牡丹 西瓜 贵宾 东路 滨海 沧海 入海 嘉宾 屯田 海港 东门 山林 山川 北风
    赞美 喜庆 桃园 北流 天池 吉利 四海 登极 台地 入川 大门口 上路 大庆 礼拜 庙里 兴旺 深海 山羊 青竹
    远洋 井口 台基 中堂 山门 正南 深谷 朝野 台风 山岭 余脉 象牙 深水 中西 河湾 河里 四门 上铺 海岛 入门
    深渊 土城 河畔 如林 夕阳 上岗 江城 河沟 远古 永固 港湾 新春 花山 绕城 新桥 苏打 台站 波及 来京 绵羊
    北城 冰山 旧城 江底 太极 山庄 伦比 安顿 江海 城东 南郊 广度 三鲜 江道 满口 美德 欢庆 北郊 北半球
    南半球 山野 乌黑 密林 天宫 开朗 上古 上街 缅怀 端庄 珍藏 半封建 锦旗 黑洞 山沟 大伯 沙洲 香水 广为
    上楼 四壁 越野 虎口 法度 河滩 浅海 法门 入阁 大坝 松林 山丘 新旧 佛门 湖畔 沧桑 朝霞 海沟 西站 南瓜
    滑坡 串联 黑马 青山 云中 美化 长脚 葡萄园 深藏 旁门 登门 古堡 海鲜 太阳穴 山崖 开山 盐湖 阳极 东街
    蓝牙 横梁 满嘴 山城 恩典 下海 河川 加密 上峰 中风 安乐 中古 爱美 中考 保鲜 南站 美感 渡海 远山 朝贡
    深涧 朝圣 株连 朝拜 广博 罗列 湖底 山脚 塔顶 土坡 独木桥 密约 馆藏 匹夫 虎狼 半山 河港 列岛 满意度
    陡坡 满街 抚摩 火山岛 墨水 建成区 城南 城西 沙沙 黄沙 里程 天马 江口 满门 天堂 海上 重大意义 上坡
    镇里 合龙
    """
)
_NO_BODY = words_of(
    """
    国际化 国家机关 高级中学 联合会 党组织 解放区 人民军队 通讯社 交易所 公安局 中南部 海军陆战队
    文理学院 理工学院 人民政府 人民法院 人民公社 国家博物馆 学生会 委员会 党支部
    """
)


class Part(NamedTuple):
    """A written word of a name, and whether it begins with a capital."""

    text: str
    capital: bool


def person(word: str, known: bool) -> tuple[Part, ...]:
    """The words in which a person's name is written, 王宗慧 being 王 and 宗慧; none if it is no such name.

    `known` is whether the dictionary has the word.
    """
    if word in _SAGES:
        return (Part(word, True),)
    if len(word) == 2 and word[0] in FAMILIAR and word[1] in SURNAMES and not known:
        return Part(word[0], True), Part(word[1], True)
    if len(word) in (3, 4) and word[:2] in COMPOUND_SURNAMES:
        return Part(word[:2], True), Part(word[2:], True)
    if len(word) > 2 and SOUNDS.issuperset(word) and (len(word) > 3 or known):
        return (Part(word, True),)
    if len(word) in (2, 3) and word[0] in SURNAMES and word not in _NOBODY:
        return _with_surname(word, known)
    return ()


def _with_surname(word: str, known: bool) -> tuple[Part, ...]:
    if word[1:] in TITLES:
        return Part(word[0], True), Part(word[1:], False)
    if len(word) == 3 and known and word.endswith(_SITES):
        return (Part(word, True),)
    if len(word) == 2 and (word not in _KNOWN if known else word[1] in _WEATHER):
        return ()
    return () if word.endswith(_NO_GIVEN_NAME) else (Part(word[0], True), Part(word[1:], True))


def place(word: str, known: bool) -> tuple[Part, ...]:
    """The words in which a place's name is written, 北京市 being 北京 and 市; none if it is no such name."""
    if len(word) < 2 or word in _NO_PLACE:
        return ()
    if word in _RIVERS_AND_HILLS:
        return Part(word[0], True), Part(word[1], True)
    if len(word) > 2 and word not in _ONE:
        for kind in _GENERIC:
            if word.endswith(kind) and len(word) - len(kind) > 1:
                return Part(word[: -len(kind)], True), Part(kind, True)
    if not known and len(word) > 2 and word[-1] == "州":
        return Part(word[:-1], True), Part("州", True)
    guessed = word[-1] in GENERIC and word[-1] not in "里街路" and len(word) < 4
    return (Part(word, True),) if known or guessed else ()


def body(word: str) -> bool:
    """Whether what jieba calls an institution is a certain one."""
    return len(word) > 2 and word not in _NO_BODY
