"""What the program remembers between two starts: one table, one file.

A value that is missing, damaged or out of range reads as its default, so a broken file costs the reader
their settings and nothing else. A wrong key or a wrong value given by our own code is an error.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import Path
from typing import Literal, NamedTuple, overload

from PySide6.QtCore import QSettings

Value = str | int | bool | bytes

TextKey = Literal[
    "view.theme",
    "view.script",
    "view.variant",
    "view.phonetics",
    "view.last_phonetics",
    "view.standard",
    "view.family",
    "view.paragraphs",
    "view.line_end",
    "view.grouping",
    "view.tone_form",
    "view.tones",
    "view.scope",
    "view.level_list",
    "view.own_tones",
    "view.articles",
    "words.dictionaries",
    "mark.colour",
    "mark.style",
    "library.last_article",
    "library.order",
    "library.group",
    "library.watched_folder",
    "window.right_tab",
    "export.folder",
    "ui.language",
]
NumberKey = Literal[
    "view.size",
    "view.leading",
    "view.measure",
    "view.reading_size",
    "view.reading_gap",
    "view.level",
    "window.left_width",
    "window.right_width",
]
FlagKey = Literal[
    "view.regional_words",
    "view.spoken",
    "view.doubts",
    "view.vertical",
    "view.compact",
    "view.gloss",
    "view.corner_quotes",
    "view.head_notes",
    "window.left_shown",
    "window.right_shown",
    "window.motion",
    "export.converted",
    "export.pinyin",
]
DataKey = Literal["window.geometry"]


class Setting(NamedTuple):
    """One row: a number lies between `minimum` and `maximum`; a text is one of `choices` if there are any,
    and matches the whole of `pattern` if there is one."""

    key: str
    default: Value
    minimum: int = 0
    maximum: int = 0
    choices: tuple[str, ...] = ()
    pattern: str = ""

    def accepts(self, value: object) -> bool:
        """True for a value of the default's very type (a bool is no number) within range and choices."""
        if type(value) is not type(self.default):
            return False
        if type(value) is int:
            return self.minimum <= value <= self.maximum
        if self.pattern and not re.fullmatch(self.pattern, str(value)):
            return False
        return not self.choices or value in self.choices


_FIVE_COLOURS = r"#[0-9a-f]{6}(,#[0-9a-f]{6}){4}"

SETTINGS: tuple[Setting, ...] = (
    Setting("window.geometry", b""),
    # Pixels; the panes are splitters.
    Setting("window.left_width", 256, minimum=200, maximum=360),
    Setting("window.right_width", 344, minimum=300, maximum=520),
    Setting("window.left_shown", True),
    Setting("window.right_shown", True),
    Setting("window.right_tab", "notes", choices=("notes", "words", "contents")),
    Setting("window.motion", True),
    Setting("view.theme", "paper", choices=("paper", "night", "sepia", "contrast", "system")),
    # Pixels of a hanzi in the text.
    Setting("view.size", 20, minimum=16, maximum=32),
    Setting("view.script", "source", choices=("source", "simplified", "traditional")),
    Setting("view.variant", "tw", choices=("tw", "hk", "old")),
    Setting("view.regional_words", False),
    Setting("view.phonetics", "none", choices=("none", "pinyin", "zhuyin")),
    Setting("view.last_phonetics", "pinyin", choices=("pinyin", "zhuyin")),
    Setting("view.tone_form", "marks", choices=("marks", "numbers", "none")),
    Setting("view.standard", "mainland", choices=("mainland", "taiwan")),
    Setting("view.spoken", False),
    Setting("view.doubts", True),
    Setting("view.vertical", False),
    Setting("view.family", "song", choices=("song", "hei", "kai")),
    # Percent of the type, hanzi, percent of the usual size, pixels: see `workspace.viewing.TypeChoice`.
    Setting("view.leading", 200, minimum=160, maximum=260),
    Setting("view.measure", 36, minimum=24, maximum=44),
    Setting("view.reading_size", 100, minimum=80, maximum=140),
    Setting("view.reading_gap", 5, minimum=3, maximum=10),
    Setting("view.paragraphs", "indent", choices=("indent", "space")),
    Setting("view.line_end", "hang", choices=("hang", "trim")),
    Setting("view.grouping", "syllable", choices=("syllable", "word")),
    Setting("view.compact", False),
    Setting("view.corner_quotes", True),
    # Over which words readings stand, and up to which level of which list the reader knows the words.
    Setting("view.scope", "all", choices=("all", "unknown", "level")),
    Setting("view.level", 3, minimum=1, maximum=7),
    Setting(
        "view.level_list",
        "HSK 3.0 (2025)",
        choices=("HSK 2.0", "HSK 3.0 (2021)", "HSK 3.0 (2025)"),
    ),
    # Short meanings in place of the readings, where these stand over some words only.
    Setting("view.gloss", False),
    Setting("view.tones", "none", choices=("none", "pleco", "dummitt", "own")),
    # Of the first to the fourth tone and the neutral one.
    Setting("view.own_tones", "#b3261e,#1e7a34,#2450a4,#7a2e8e,#666666", pattern=_FIVE_COLOURS),
    Setting("view.head_notes", True),
    # The type of single articles: JSON, by their uid.
    Setting("view.articles", ""),
    # The order of the dictionaries, and which of them are used: JSON.
    Setting("words.dictionaries", ""),
    Setting("mark.colour", "zhu", choices=("zhu", "teng", "zhu_qing", "tian", "ou")),
    Setting("mark.style", "ground", choices=("ground", "underline")),
    Setting("library.last_article", ""),
    Setting(
        "library.order",
        "opened",
        choices=("opened", "added", "date", "pinyin", "strokes", "progress", "notes"),
    ),
    Setting("library.group", "none", choices=("none", "source", "tag", "state")),
    # Whose articles come in by themselves; none if it is empty.
    Setting("library.watched_folder", ""),
    Setting("export.folder", ""),
    Setting("export.converted", False),
    Setting("export.pinyin", False),
    Setting("ui.language", "system", choices=("system", "en", "zh_CN", "zh_TW")),
)

_ROWS = {row.key: row for row in SETTINGS}


def accepts(key: str, value: object) -> bool:
    """True if the setting may have that value; KeyError for a key that is not in the table."""
    return _ROWS[key].accepts(value)


class Settings:
    """The settings in the INI file at `path`, which need not exist; without a path, in memory only."""

    def __init__(self, path: Path | None) -> None:
        self._file = None if path is None else QSettings(str(path), QSettings.Format.IniFormat)
        self._values: dict[str, Value] = {}

    @overload
    def get(self, key: TextKey) -> str: ...
    @overload
    def get(self, key: NumberKey) -> int: ...
    @overload
    def get(self, key: FlagKey) -> bool: ...
    @overload
    def get(self, key: DataKey) -> bytes: ...
    def get(self, key: str) -> Value:
        """The value now; KeyError for a key that is not in the table."""
        return self.read(key)

    def read(self, key: str) -> Value:
        """As `get`, for a key that is only known when the program runs."""
        if key not in self._values:
            self._values[key] = self._read(_ROWS[key])
        return self._values[key]

    @overload
    def set(self, key: TextKey, value: str) -> None: ...
    @overload
    def set(self, key: NumberKey, value: int) -> None: ...
    @overload
    def set(self, key: FlagKey, value: bool) -> None: ...
    @overload
    def set(self, key: DataKey, value: bytes) -> None: ...
    def set(self, key: str, value: Value) -> None:
        """Keep a value; KeyError for an unknown key, ValueError for a value that the row does not accept."""
        self.write(key, value)

    def write(self, key: str, value: Value) -> None:
        """As `set`, for a key that is only known when the program runs."""
        if not _ROWS[key].accepts(value):
            raise ValueError(f"{key} cannot be {value!r}")
        self._values[key] = value
        if self._file is not None:
            self._file.setValue(_stored_key(key), _encoded(value))

    def save(self) -> bool:
        """Write to the file now; False if it could not be written (the values stay for this session)."""
        if self._file is None:
            return True
        self._file.sync()
        return self._file.status() == QSettings.Status.NoError

    def _read(self, row: Setting) -> Value:
        stored = None if self._file is None else self._file.value(_stored_key(row.key))
        value = _decoded(stored, row.default) if isinstance(stored, str) else None
        return value if value is not None and row.accepts(value) else row.default


def _stored_key(key: str) -> str:
    return key.replace(".", "/", 1)


def _encoded(value: Value) -> str:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _decoded(stored: str, like: Value) -> Value | None:
    """The stored text as a value of the type of `like`, or None."""
    if isinstance(like, bool):
        return {"true": True, "false": False}.get(stored)
    try:
        if isinstance(like, int):
            return int(stored)
        if isinstance(like, bytes):
            return b64decode(stored, validate=True)
    except (ValueError, Base64Error):
        return None
    return stored
