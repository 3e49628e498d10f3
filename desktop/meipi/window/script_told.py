"""What the status bar tells of the open article: script, region, how sure that is, and encoding."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from meipi.support.jobs import Jobs
from meipi.support.translation import tr
from meipi.window.status_bar import StatusBar
from meipi.workspace import Article

if TYPE_CHECKING:
    from meipi.language.detection import ScriptGuess

_LATER_MS = 1_500  # the tables of regions take a tenth of a second: not while the first key is pressed
_IN_DOUBT = 0.8


class Told(NamedTuple):
    """What was found in a text."""

    whole: ScriptGuess
    paragraphs: Counter[str]
    """How many paragraphs are in each script; those that do not tell are left out."""


class ScriptTold(QObject):
    """Tells it of one article after the other; what takes time is found on a worker."""

    def __init__(self, status: StatusBar, jobs: Jobs) -> None:
        super().__init__(status)
        self._status, self._jobs = status, jobs
        self._article: Article | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._find)

    def open(self, article: Article) -> None:
        """Tell what was found when the article was added, and somewhat later the rest."""
        self._article = article
        self._status.show_script(_script_name(article.script))
        self._status.show_encoding(_encoding_name(article.encoding))
        self._later.start()

    def _find(self) -> None:
        article = self._article
        if article is not None:
            self._jobs.run(lambda: _told(article.text), lambda told: self._tell(article, told))

    def _tell(self, article: Article, told: Told) -> None:
        # The interface says one thing of an article: what was found when it was added holds.
        if article is self._article and told.whole.script == article.script:
            self._status.show_script(named(told.whole), details(told))


def _told(text: str) -> Told:
    from meipi.language.detection import detect, detect_paragraphs

    scripts = (guess.script for guess in detect_paragraphs(text))
    return Told(detect(text), Counter(script for script in scripts if script != "none"))


def named(guess: ScriptGuess) -> str:
    """The script in the reader's words, with its region, and whether it is in doubt."""
    name = _script_name(guess.script)
    regions = {"taiwan": tr("Traditional (Taiwan)"), "hong kong": tr("Traditional (Hong Kong)")}
    if guess.script == "traditional":
        name = regions.get(guess.region, name)
    in_doubt = bool(name) and guess.script != "mixed" and guess.confidence < _IN_DOUBT
    return tr("{script}, not sure").format(script=name) if in_doubt else name


def details(told: Told) -> str:
    """In which script how many paragraphs are, if not all are in one; and why the script is in doubt."""
    count = told.paragraphs.total()
    lines = {
        "simplified": tr("Simplified: {n} of {all} paragraphs"),
        "traditional": tr("Traditional: {n} of {all} paragraphs"),
        "mixed": tr("Both scripts in one: {n} of {all} paragraphs"),
    }
    found = [
        line.format(n=f"{told.paragraphs[script]:,}", all=f"{count:,}")
        for script, line in lines.items()
        if 0 < told.paragraphs[script] < count
    ]
    if told.whole.confidence < _IN_DOUBT and told.whole.script in ("simplified", "traditional"):
        found.append(tr("Few characters tell the script, or they contradict each other"))
    return "\n".join(found)


def _script_name(script: str) -> str:
    names = {"simplified": tr("Simplified"), "traditional": tr("Traditional"), "mixed": tr("Mixed script")}
    return names.get(script, "")


def _encoding_name(encoding: str) -> str:
    from meipi.exchange.encodings import ENCODINGS

    return dict(ENCODINGS).get(encoding, "")
