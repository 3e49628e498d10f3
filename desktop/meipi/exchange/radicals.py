"""Hanzi that a PDF tells as radicals, since a font has one glyph for both, turned back; ligatures undone."""

from __future__ import annotations

import re
import unicodedata

# Of the block CJK Radicals Supplement those that look like a hanzi of their own (Unicode's
# EquivalentUnifiedIdeograph); the block has no decompositions but for two.
_PAIRS = (
    "⺁厂⺇几⺊卜⺎兀⺐尢⺒巳⺓幺⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_SUPPLEMENT = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
# The radicals of Kangxi, and the compatibility ideographs: their decompositions are hanzi. And ﬀ to ﬆ.
_RADICAL = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06\U0002f800-\U0002fa1d]")


def plain_hanzi(text: str) -> str:
    """The text with the hanzi that such characters stand for, and the letters of ligatures."""
    return _RADICAL.sub(_hanzi, text)


def _hanzi(found: re.Match[str]) -> str:
    return _SUPPLEMENT.get(found[0]) or unicodedata.normalize("NFKC", found[0])
