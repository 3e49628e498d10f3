"""YAML front matter: what stands between two lines of `---` at the head of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# A plain scalar starts with a letter, a hanzi or a digit, and has nothing that YAML 1.1 or 1.2 gives
# a meaning to; whatever is not certainly plain is quoted.
_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f:?#,\[\]{}&*!|>'\"%@`\\]|:(?=[^\s,\[\]{}\x00-\x1f\x7f]))*")
_NUMBER = re.compile(
    r"0[xob][0-9a-f_]*|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]*)?|[0-9][0-9_]*(?::[0-9_.]+)+"
    r"|[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
_WORD = re.compile(r"true|false|null|yes|no|on|off|y|n|inf|nan", re.IGNORECASE)
# Not printable in YAML's sense, or ends a line.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


def scalar(text: str) -> str:
    """The text as a YAML scalar that reads back as the same string in YAML 1.1 and 1.2."""
    if (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and text.isprintable()
        and not _NUMBER.fullmatch(text)
        and not _WORD.fullmatch(text)
    ):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def render(fields: Sequence[tuple[str, str | Sequence[str]]]) -> str:
    """The front matter with its two lines of `---`, in the order given, ending with a line ending.

    An empty text is left empty, a date (2026-11-24) is written as a date, a sequence as `[…]`.
    """
    lines = [f"{key}: {_value(value)}".rstrip(" ") for key, value in fields]
    return "\n".join(["---", *lines, "---", ""])


def _value(value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        return "[" + ", ".join(scalar(item) for item in value) + "]"
    return value if not value or _DATE.fullmatch(value) else scalar(value)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return "\\" + character if character in '"\\' else f"\\u{ord(character):04x}"
