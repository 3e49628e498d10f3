"""Zhuyin: a pinyin syllable in the phonetic letters used in Taiwan."""

from __future__ import annotations

import re
import unicodedata

_INITIALS = {
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ",
    "g": "ㄍ", "k": "ㄎ", "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ",
    "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ", "s": "ㄙ",
}  # fmt: skip
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ",
    "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "ong": "ㄨㄥ",
    "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iai": "ㄧㄞ", "iao": "ㄧㄠ", "iu": "ㄧㄡ",
    "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ",
    "uang": "ㄨㄤ", "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ",
}  # fmt: skip
# Syllables that the rules below do not make: no vowel, or spelled without their glide.
_WHOLE = {
    "m": "ㄇ", "n": "ㄋ", "ng": "ㄫ", "hm": "ㄏㄇ", "hng": "ㄏㄫ", "r": "ㄦ",
    "yi": "ㄧ", "yin": "ㄧㄣ", "ying": "ㄧㄥ", "you": "ㄧㄡ", "yong": "ㄩㄥ",
    "wu": "ㄨ", "wei": "ㄨㄟ", "wen": "ㄨㄣ", "weng": "ㄨㄥ", "wong": "ㄨㄥ",
}  # fmt: skip
# Combining macron, acute, caron, grave: the four tones as pinyin writes and as zhuyin does.
_TONES = {"\u0304": "", "\u0301": "ˊ", "\u030c": "ˇ", "\u0300": "ˋ"}
_SPLIT = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.+)")


def zhuyin(syllable: str) -> str:
    """`syllable` of tone-marked pinyin in zhuyin: "háng" becomes "ㄏㄤˊ".

    The first tone has no mark; the dot of the neutral tone stands first: "ma" becomes "˙ㄇㄚ". What is no
    pinyin syllable comes back unchanged.
    """
    tone = None
    letters = []
    for letter in unicodedata.normalize("NFD", syllable.lower()):
        if letter in _TONES and tone is None:
            tone = _TONES[letter]
        else:
            letters.append(letter)
    spelled = _spell(unicodedata.normalize("NFC", "".join(letters)))
    if spelled is None:
        return syllable
    return f"˙{spelled}" if tone is None else f"{spelled}{tone}"


def is_pinyin(syllable: str) -> bool:
    """Whether it is a syllable of tone-marked pinyin, large or small."""
    return zhuyin(syllable) != syllable


def _spell(plain: str) -> str | None:
    """A syllable without its tone, or None where there is none such."""
    if plain in _WHOLE:
        return _WHOLE[plain]
    if plain.startswith("yu"):
        return _FINALS.get("ü" + plain[2:])
    if len(plain) > 1 and plain[0] in "yw":
        return _FINALS.get(("i" if plain[0] == "y" else "u") + plain[1:])
    found = _SPLIT.fullmatch(plain)
    if found is None:
        return None
    initial, final = found.groups()
    if not initial:
        return _FINALS.get(final) if final[0] in "aoeê" else None
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and final == "i":
        return _INITIALS[initial]
    if initial in "jqx" and final[0] == "u":
        final = "ü" + final[1:]
    ending = _FINALS.get(final)
    return None if ending is None else _INITIALS[initial] + ending
