"""The interface in the reader's language.

The strings stand in English in the code, inside `tr("…")` or, in tables made at import, `tr_noop("…")`;
`pyside6-lupdate` collects both. Translations lie in `resources/translations`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the language of the interface; the text itself where there is no translation."""
    return QCoreApplication.translate("", text)


def tr_noop(text: str) -> str:
    """Mark a literal for translation without translating it yet: `tr` does, when it is shown."""
    return text


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many`, both translated already, with `{n}` filled in.

    `counted(3, tr("{n} note"), tr("{n} notes"))` is "3 notes".
    """
    return (one if count == 1 else many).format(n=f"{count:,}")
