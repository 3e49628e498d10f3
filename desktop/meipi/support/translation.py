"""The interface in the reader's language.

The strings stand in English in the code, inside `tr("…")` or, in tables made at import, `tr_noop("…")`;
`pyside6-lupdate` collects both. Translations lie in `resources/translations`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from meipi.support.assets import resource

# Those of the one application. As its children they could be found, but PySide6 would take 6 ms to find out
# of what kind each child is.
_installed: list[QTranslator] = []


def tr(text: str) -> str:
    """The text in the language of the interface; the text itself where there is no translation."""
    return QCoreApplication.translate("", text)


def tr_noop(text: str) -> str:
    """Mark a literal for translation without translating it yet: `tr` does, when it is shown."""
    return text


class Phrase(str):
    """A text in the language of the interface that can be said again in another one."""

    source: str
    filled: dict[str, str]

    @classmethod
    def of(cls, source: str, filled: dict[str, str]) -> Phrase:
        """Translate a text marked with `tr_noop`, and fill in what it has in braces."""
        shown = tr(source)
        phrase = cls(shown.format(**filled) if filled else shown)
        phrase.source, phrase.filled = source, filled
        return phrase


def phrase(source: str, **filled: str) -> Phrase:
    """What a step is called: `phrase(tr_noop("Rename “{old}”"), old=name)`."""
    return Phrase.of(source, filled)


def counted_phrase(count: int, one: str, many: str) -> Phrase:
    """As `counted`, of texts marked with `tr_noop`."""
    return Phrase.of(one if count == 1 else many, {"n": f"{count:,}"})


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many`, both translated already, with `{n}` filled in.

    `counted(3, tr("{n} note"), tr("{n} notes"))` is "3 notes".
    """
    return (one if count == 1 else many).format(n=f"{count:,}")


def chosen(language: str, locale: str) -> str:
    """English (en), zh_CN or zh_TW: the language the reader set, or for "system" the nearest to the locale.

    `locale` is a BCP 47 name such as "zh-Hant-HK"; Chinese written in Traditional characters, or of a place
    where they are usual, becomes zh_TW.
    """
    if language != "system":
        return language
    parts = locale.replace("_", "-").split("-")
    if parts[0].lower() != "zh":
        return "en"
    if "Hans" in parts:
        return "zh_CN"
    return "zh_TW" if {"Hant", "TW", "HK", "MO"}.intersection(parts) else "zh_CN"


def install(app: QCoreApplication, language: str) -> None:
    """Give the application the translations of the setting `ui.language`, instead of those it had.

    Strings already shown stay as they are. English is the language of the code and needs none.
    """
    while _installed:
        app.removeTranslator(_installed.pop())
    name = chosen(language, QLocale.system().bcp47Name())
    # The names of days and months follow the interface, not the system.
    QLocale.setDefault(QLocale(name))
    if name == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{qt_folder}/qtbase_{name}.qm", str(resource(f"translations/meipi_{name}.qm"))):
        translator = QTranslator()
        if translator.load(path):
            app.installTranslator(translator)
            _installed.append(translator)
