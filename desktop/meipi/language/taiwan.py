"""Taiwan's standard readings, where they are not those of the mainland."""

from __future__ import annotations

from meipi.language.reading import Reading

# By word, where the character alone does not tell.
_WORDS = {
    "垃圾": ("lè", "sè"),
    "攻击": ("gōng", "jí"),
    "法国": ("fà", "guó"),
    "亚洲": ("yǎ", "zhōu"),
}
_CHARACTERS = {
    ("qī", "期"): "qí", ("jiū", "究"): "jiù", ("qǐ", "企"): "qì", ("jī", "击"): "jí", ("wēi", "微"): "wéi",
    ("zhì", "质"): "zhí", ("wēi", "危"): "wéi", ("yà", "亚"): "yǎ", ("xī", "息"): "xí", ("xī", "昔"): "xí",
}  # fmt: skip


def correct(text: str, simplified: str, readings: list[Reading | None]) -> None:
    """Put Taiwan's readings in place of the mainland's; `text` is as it was written."""
    for offset, char in enumerate(simplified):
        reading = readings[offset]
        if reading is not None and (there := _CHARACTERS.get((reading.pinyin, char))):
            readings[offset] = reading._replace(pinyin=there)
    for word, syllables in _WORDS.items():
        at = simplified.find(word)
        while at >= 0:
            for distance, syllable in enumerate(syllables):
                readings[at + distance] = Reading(syllable, 1.0)
            at = simplified.find(word, at + len(word))
