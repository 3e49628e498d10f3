"""How the article is shown: script, phonetics, theme and size. None of it touches the library.

Each attribute has one setter: it compares, keeps the value in the settings, and says once what changed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from meipi.support.settings import Settings
from meipi.support.theme import THEMES

SOURCE, SIMPLIFIED, TRADITIONAL = "source", "simplified", "traditional"
SCRIPTS = (SOURCE, SIMPLIFIED, TRADITIONAL)
VARIANTS = ("tw", "hk", "old")

# By variant: from Simplified, from Simplified with regional words, from text that is Traditional already.
_TO_TRADITIONAL = {
    "tw": ("s2tw", "s2twp", "t2tw"),
    "hk": ("s2hk", "s2hkp", "t2hk"),
    "old": ("s2t", "s2t", ""),
}


class Viewing(QObject):
    """What the reader has chosen to see; remembered in the settings."""

    changed = Signal(str)
    """The name of the attribute that changed: "script", "phonetics", "theme" or "size"."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.script = settings.get("view.script")
        self.variant = settings.get("view.variant")
        self.regional_words = settings.get("view.regional_words")
        self.phonetics = settings.get("view.phonetics")
        self.theme = settings.get("view.theme")
        self.size = settings.get("view.size")

    def set_script(self, script: str) -> None:
        """Show the source, or the text as "simplified" or "traditional"."""
        if script != self.script:
            self.script = script
            self._settings.set("view.script", script)
            self.changed.emit("script")

    def set_variant(self, variant: str, regional_words: bool) -> None:
        """Choose the form of Traditional ("tw", "hk" or "old") and show it."""
        if (variant, regional_words) == (self.variant, self.regional_words):
            self.set_script(TRADITIONAL)
            return
        self.variant, self.regional_words = variant, regional_words
        self._settings.set("view.variant", variant)
        self._settings.set("view.regional_words", regional_words)
        self.script = TRADITIONAL
        self._settings.set("view.script", TRADITIONAL)
        self.changed.emit("script")

    def next_script(self, article_script: str) -> str:
        """Where T leads from here: source, Simplified, Traditional and round again.

        An article that is Simplified already would look the same in Simplified, so that step is left out.
        """
        order = [script for script in SCRIPTS if script != SIMPLIFIED or article_script != SIMPLIFIED]
        place = order.index(self.script) if self.script in order else 0
        return order[(place + 1) % len(order)]

    def configuration(self, article_script: str) -> str:
        """OpenCC's configuration for what is shown now, "" for the source as it stands."""
        if self.script == SOURCE:
            return ""
        if self.script == SIMPLIFIED:
            return "t2s"
        plain, with_words, within = _TO_TRADITIONAL[self.variant]
        if article_script == TRADITIONAL:
            return within
        return with_words if self.regional_words else plain

    def set_phonetics(self, phonetics: str) -> None:
        """Show "none", "pinyin" or "zhuyin" with the text."""
        if phonetics != self.phonetics:
            self.phonetics = phonetics
            self._settings.set("view.phonetics", phonetics)
            if phonetics != "none":
                self._settings.set("view.last_phonetics", phonetics)
            self.changed.emit("phonetics")

    def toggle_phonetics(self) -> None:
        """Off, or on with what was shown last."""
        self.set_phonetics(self._settings.get("view.last_phonetics") if self.phonetics == "none" else "none")

    def swap_phonetics(self) -> None:
        """Pinyin for zhuyin and back."""
        self.set_phonetics("pinyin" if self.phonetics == "zhuyin" else "zhuyin")

    def next_theme(self) -> None:
        """The theme that follows this one."""
        self.set_theme(THEMES[(THEMES.index(self.theme) + 1) % len(THEMES)])

    def set_theme(self, theme: str) -> None:
        """The colours of page and window, by the theme's name."""
        if theme != self.theme:
            self.theme = theme
            self._settings.set("view.theme", theme)
            self.changed.emit("theme")

    def set_size(self, size: int) -> None:
        """The size of the text in pixels of a hanzi, kept within 16 and 32."""
        size = max(16, min(32, size))
        if size != self.size:
            self.size = size
            self._settings.set("view.size", size)
            self.changed.emit("size")
