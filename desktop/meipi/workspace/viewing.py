"""How the article is shown: script, type, theme. None of it touches the library.

There is one way to change any of it: `Viewing.set` compares, keeps the value in the settings, and says once
what changed. What decides where each character stands is gathered in a `TypeChoice`, which may be another
for one article than for all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from meipi.support.settings import Settings, Value, accepts
from meipi.support.theme import SYSTEM, THEMES

SOURCE, SIMPLIFIED, TRADITIONAL, MIXED = "source", "simplified", "traditional", "mixed"
SCRIPTS = (SOURCE, SIMPLIFIED, TRADITIONAL)
VARIANTS = ("tw", "hk", "old")
SCOPES = ("all", "unknown", "level")

# By variant: from Simplified, from Simplified with regional words, from text that is Traditional already.
_TO_TRADITIONAL = {
    "tw": ("s2tw", "s2twp", "t2tw"),
    "hk": ("s2hk", "s2hkp", "t2hk"),
    "old": ("s2t", "s2t", ""),
}
_ARTICLES_KEPT = 200


@dataclass(frozen=True)
class TypeChoice:
    """Everything on which the place of a character depends beside its text and the width of the page."""

    size: int = 20
    """Pixels of a hanzi."""
    phonetics: str = "none"
    """One of "none", "pinyin" or "zhuyin"."""
    vertical: bool = False
    """Columns from right to left."""
    family: str = "song"
    """One of "song" (serif), "hei" (sans) or "kai"."""
    leading: int = 200
    """From line to line, in percent of the type: 160 to 260."""
    measure: int = 36
    """The longest line, in hanzi: 24 to 44."""
    paragraphs: str = "indent"
    """How a paragraph begins: "indent" by two hanzi, or after a "space"."""
    line_end: str = "hang"
    """A closing mark at the end of a line may "hang" past the edge or is "trim"med to half a cell."""
    grouping: str = "syllable"
    """Pinyin for each "syllable", or for a whole "word"."""
    tone_form: str = "marks"
    """The tones of pinyin as "marks", as "numbers", or "none"."""
    reading_size: int = 100
    """Of the readings, in percent of their usual size: 80 to 140."""
    reading_gap: int = 5
    """The least space between two readings, in pixels where the type has 20: 3 to 10."""
    compact: bool = False
    """Lines without readings are no taller than they need be."""
    corner_quotes: bool = True
    """In vertical columns “ ” are drawn as 「」."""


TYPE_NAMES = tuple(field.name for field in fields(TypeChoice))


class Viewing(QObject):
    """What the reader has chosen to see; remembered in the settings."""

    changed = Signal(str)
    """The name of what changed: that of an attribute or of a field of `type`, or "type" for several fields
    at once. All but "theme", "tones", "own_tones", "doubts" and "head_notes" move characters."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.script = settings.get("view.script")
        self.variant = settings.get("view.variant")
        self.regional_words = settings.get("view.regional_words")
        self.theme = settings.get("view.theme")
        """A name of `support.theme.THEMES`, or `SYSTEM`."""
        self._system_theme = THEMES[0]
        self.tones = settings.get("view.tones")
        """The colours of the readings by tone: "none", "pleco", "dummitt" or "own"."""
        self.scope = settings.get("view.scope")
        """Readings stand over "all" words, over "unknown" ones, or over those above the reader's "level"."""
        self.level = settings.get("view.level")
        """Up to which level of `level_list` the reader knows the words; 7 stands for 7 to 9."""
        self.level_list = settings.get("view.level_list")
        """A list of words by levels, as `language.words` names it."""
        self.gloss = settings.get("view.gloss")
        """Short meanings stand in place of pinyin over words not known, while `scope` is not "all"."""
        self.standard = settings.get("view.standard")
        """Readings by the standard of the "mainland" or of "taiwan"."""
        self.spoken = settings.get("view.spoken")
        """Readings have the tones of speech, not those of the dictionary."""
        self.doubts = settings.get("view.doubts")
        """Readings that are not sure are dotted."""
        self.head_notes = settings.get("view.head_notes")
        """The notes stand in the margin."""
        kept: dict[str, Any] = {name: settings.read(f"view.{name}") for name in TYPE_NAMES}
        self._everywhere = TypeChoice(**kept)
        self._by_article = _read_articles(settings.get("view.articles"))
        self._article: str | None = None
        self._type = self._everywhere
        self._before_peek: str | None = None

    @property
    def type(self) -> TypeChoice:
        """The type of the article that is open."""
        return self._type

    @property
    def size(self) -> int:
        """Pixels of a hanzi."""
        return self._type.size

    @property
    def phonetics(self) -> str:
        """The readings that are shown: "none", "pinyin" or "zhuyin"."""
        return self._type.phonetics

    @property
    def usual_phonetics(self) -> str:
        """The readings that are shown or, if none are, those that were shown last: "pinyin" or "zhuyin"."""
        return self.phonetics if self.phonetics != "none" else self._settings.get("view.last_phonetics")

    @property
    def vertical(self) -> bool:
        """True for columns from right to left."""
        return self._type.vertical

    @property
    def own_tones(self) -> tuple[str, ...]:
        """The reader's own colours of the four tones and the neutral one, "#rrggbb"."""
        return tuple(self._settings.get("view.own_tones").split(","))

    def set(self, name: str, value: Value) -> None:
        """Choose one of the fields of `type`, or "scope", "level", "level_list", "gloss", "standard",
        "spoken", "doubts", "tones", "own_tones", "head_notes" or "theme".

        Raises KeyError for another name and ValueError for a value that the settings do not accept.
        """
        key = f"view.{name}"
        if not accepts(key, value):
            raise ValueError(f"{name} cannot be {value!r}")
        now = getattr(self._type, name) if name in TYPE_NAMES else self._settings.read(key)
        if value == now:
            return
        if name in TYPE_NAMES:
            self._set_type(name, value)
        else:
            self._settings.write(key, value)
            if name != "own_tones":
                setattr(self, name, value)
        self.changed.emit(name)

    def _set_type(self, name: str, value: Value) -> None:
        choice: dict[str, Any] = {name: value}
        if self.only_here:
            self._by_article[self._article or ""][name] = value
            self._keep_articles()
        else:
            self._everywhere = replace(self._everywhere, **choice)
            self._settings.write(f"view.{name}", value)
        self._type = replace(self._type, **choice)
        if name == "phonetics" and value != "none":
            self._settings.write("view.last_phonetics", value)

    # -- one article --------------------------------------------------------------------------------

    @property
    def for_one(self) -> bool:
        """True if an article is open, for which alone something may be chosen."""
        return self._article is not None

    @property
    def only_here(self) -> bool:
        """True if what is chosen of the type is for the open article alone."""
        return self._article is not None and self._article in self._by_article

    def for_article(self, uid: str | None) -> None:
        """Take the type of the article that is about to be shown."""
        self._article = uid
        self._take_type()

    def set_only_here(self, only: bool) -> None:
        """From now on choose for the open article alone, or show it as all others."""
        if self._article is None or only == self.only_here:
            return
        if only:
            self._by_article[self._article] = {}
            while len(self._by_article) > _ARTICLES_KEPT:
                self._by_article.pop(next(iter(self._by_article)))
        else:
            del self._by_article[self._article]
        self._keep_articles()
        self._take_type()

    def _take_type(self) -> None:
        own: dict[str, Any] = self._by_article.get(self._article or "", {})
        wanted = replace(self._everywhere, **own)
        if wanted != self._type:
            self._type = wanted
            self.changed.emit("type")

    def _keep_articles(self) -> None:
        self._settings.set("view.articles", json.dumps(self._by_article, separators=(",", ":")))

    # -- script -------------------------------------------------------------------------------------

    def set_script(self, script: str) -> None:
        """Show the source, or the text as "simplified" or "traditional"."""
        self.end_peek()
        if script != self.script:
            self.script = script
            self._settings.set("view.script", script)
            self.changed.emit("script")

    def set_variant(self, variant: str, regional_words: bool) -> None:
        """Choose the form of Traditional ("tw", "hk" or "old") and show it."""
        self.end_peek()
        if (variant, regional_words) == (self.variant, self.regional_words):
            self.set_script(TRADITIONAL)
            return
        self.variant, self.regional_words = variant, regional_words
        self._settings.set("view.variant", variant)
        self._settings.set("view.regional_words", regional_words)
        self.script = TRADITIONAL
        self._settings.set("view.script", TRADITIONAL)
        self.changed.emit("script")

    def next_script(self, article_script: str, article_variant: str = "") -> str:
        """Where T leads from here: source, Simplified, Traditional and round again.

        An article that is Simplified already would look the same in Simplified, so that step is left out; so
        is Traditional for one that is written in the chosen form of it, which `article_variant` tells.
        """
        left_out = {SIMPLIFIED} if article_script == SIMPLIFIED else set()
        if article_variant == self.variant:
            left_out = {TRADITIONAL}
        order = [script for script in SCRIPTS if script not in left_out]
        place = order.index(self.script) if self.script in order else 0
        return order[(place + 1) % len(order)]

    def peek(self, article_script: str) -> None:
        """Show the other script until `end_peek`, and keep nothing of it."""
        if self._before_peek is not None:
            return
        self._before_peek = self.script
        if self.script == SIMPLIFIED:
            self.script = TRADITIONAL
        elif self.script == TRADITIONAL:
            self.script = SOURCE if article_script == SIMPLIFIED else SIMPLIFIED
        else:
            self.script = self.next_script(article_script)
        self.changed.emit("script")

    def end_peek(self) -> None:
        """Show again what was shown before `peek`."""
        if self._before_peek is not None:
            self.script, self._before_peek = self._before_peek, None
            self.changed.emit("script")

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

    def other_configuration(self, article_script: str) -> str:
        """OpenCC's configuration for what is shown now, or while that is the source for the other script."""
        shown = self.configuration(article_script)
        if shown or article_script != SIMPLIFIED:
            return shown or "t2s"
        plain, with_words, _ = _TO_TRADITIONAL[self.variant]
        return with_words if self.regional_words else plain

    # -- type and theme -----------------------------------------------------------------------------

    def set_phonetics(self, phonetics: str) -> None:
        """Show "none", "pinyin" or "zhuyin" with the text."""
        self.set("phonetics", phonetics)

    def toggle_phonetics(self) -> None:
        """Off, or on with what was shown last."""
        self.set_phonetics(self.usual_phonetics if self.phonetics == "none" else "none")

    def swap_phonetics(self) -> None:
        """Pinyin for zhuyin and back."""
        self.set_phonetics("pinyin" if self.phonetics == "zhuyin" else "zhuyin")

    def next_scope(self) -> None:
        """Readings over fewer words, at last over all again; shown, if they were not."""
        if self.phonetics == "none":
            self.toggle_phonetics()
        self.set("scope", SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)])

    def set_size(self, size: int) -> None:
        """The size of the text in pixels of a hanzi, kept within 16 and 32."""
        self.set("size", max(16, min(32, size)))

    @property
    def shown_theme(self) -> str:
        """The name of the theme to paint in: what `theme` says, or what the desktop does."""
        return self._system_theme if self.theme == SYSTEM else self.theme

    def follow_system(self, dark: bool) -> None:
        """Take note that the desktop is dark or light."""
        before = self.shown_theme
        self._system_theme = "night" if dark else "paper"
        if self.shown_theme != before:
            self.changed.emit("theme")

    def next_theme(self) -> None:
        """The theme that follows the one that is shown."""
        self.set_theme(THEMES[(THEMES.index(self.shown_theme) + 1) % len(THEMES)])

    def set_theme(self, theme: str) -> None:
        """The colours of page and window, by the theme's name."""
        self.set("theme", theme)


def _read_articles(stored: str) -> dict[str, dict[str, Value]]:
    """The choices for single articles, by uid; what is damaged is left out."""
    try:
        content = json.loads(stored or "{}")
    except ValueError:
        return {}
    if not isinstance(content, Mapping):
        return {}
    return {
        uid: {
            name: value
            for name, value in own.items()
            if name in TYPE_NAMES and accepts(f"view.{name}", value)
        }
        for uid, own in list(content.items())[-_ARTICLES_KEPT:]
        if isinstance(own, Mapping)
    }
