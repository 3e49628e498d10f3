"""The reader's own words and corrections: which there are, and every change to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from meipi.language.span import Span
from meipi.support.translation import counted, counted_phrase, phrase, tr, tr_noop
from meipi_db import (
    Article,
    ConversionException,
    KnownWord,
    Library,
    ReadingFix,
    Records,
    SavedWord,
    Split,
    WordRecord,
    now,
)

if TYPE_CHECKING:
    from meipi.language.splits import Splits
    from meipi.workspace.workspace import Workspace

Kind = Literal["words", "reading_fixes", "splits", "exceptions"]


class Vocabulary:
    """Part of a workspace; `Workspace.changed` tells of "words", "known_words", "reading_fixes", "splits" and
    "exceptions".

    What there is, is read when it is first asked for. A method that changes something is one undoable step,
    and leaves all as it is where the library does not let it: the workspace then says why.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: dict[Kind, tuple[Any, ...]] = {}
        self._stale: frozenset[str] = frozenset()
        self._known: frozenset[str] | None = None

    @property
    def _library(self) -> Library:
        return self._workspace.library

    def forget(self, kinds: frozenset[str]) -> None:
        """Read records of these kinds again when they are asked for next."""
        self._stale |= kinds
        if {"articles", "words"} <= kinds:
            self._kept.clear()  # with a text, what stands in it has moved: the same records, at other places
        if "known_words" in kinds:
            self._known = None

    # What is there

    @property
    def saved(self) -> tuple[SavedWord, ...]:
        """Every saved word, in the order in which they were saved; one that was met twice is there twice."""
        return self._records("words")

    @property
    def reading_fixes(self) -> tuple[ReadingFix, ...]:
        """Every reading that the reader has put right, here or everywhere."""
        return self._records("reading_fixes")

    @property
    def word_splits(self) -> tuple[Split, ...]:
        """Every word that the reader has split or joined."""
        return self._records("splits")

    @property
    def exceptions(self) -> tuple[ConversionException, ...]:
        """Every exception from conversion, for one article or for all."""
        return self._records("exceptions")

    @property
    def known_words(self) -> frozenset[str]:
        """The words that the reader knows, in Simplified form."""
        if self._known is None:
            self._known = frozenset()
            with self._workspace.problems_said():
                self._known = self._library.known_words.all()
        return self._known

    def is_saved(self, word: str) -> bool:
        """Whether the word, in Simplified form, has been saved anywhere."""
        return any(saved.simplified == word for saved in self.saved)

    def own_readings(self) -> Mapping[str, tuple[str, ...]]:
        """What the reader has put right everywhere: word as it was met → syllables."""
        return {fix.word: tuple(fix.pinyin.split()) for fix in self.reading_fixes if fix.article_id is None}

    def readings_here(self) -> list[tuple[Span, tuple[str, ...]]]:
        """What the reader has put right at single places of the open article. A place where the text is
        another one since is left out."""
        article = self._workspace.article
        return [
            (Span(fix.start, fix.end), tuple(fix.pinyin.split()))
            for fix in self.reading_fixes
            if article is not None
            and fix.article_id == article.id
            and fix.start is not None
            and fix.end is not None
            and article.text[fix.start : fix.end] == fix.word
        ]

    def splits(self) -> Splits:
        """The reader's corrections as `words.segment` takes them."""
        from meipi.language.splits import Splits

        return Splits([split.pieces.split(" ") for split in self.word_splits])

    def exceptions_here(self, script: str) -> Mapping[str, str]:
        """How forms of the open article are shown in a script against the converter; one for this article
        holds before one for all."""
        article_id = self._workspace.article.id if self._workspace.article else None
        here = [each for each in self.exceptions if each.script == script]
        every = [each for each in here if each.article_id is None]
        own = [each for each in here if each.article_id == article_id and article_id is not None]
        return {each.source_form: each.shown_form for each in (*every, *own)}

    def stands(self, span: Span) -> bool:
        """Whether what was saved as a word at a span of the open article stands there, in any script: the
        text may be another since."""
        from meipi.language.folding import fold_characters

        article = self._workspace.article
        if article is None:
            return False
        words = [each for each in self.saved if (each.article_id, each.span) == (article.id, tuple(span))]
        there = fold_characters(article.text[slice(*span)])
        forms = (form for word in words for form in (word.simplified, word.traditional))
        return not words or any(fold_characters(form) == there for form in forms)

    # Saved and known words

    def save_word(self, span: tuple[int, int], *, sense: str | None = None) -> SavedWord | None:
        """Save the word at a span of the open article with its sentence; a word saved there already stays.

        `sense` is the meaning that was chosen; without it the first one that the dictionary has. None if no
        article is open. ValueError if the span is empty or outside the text.
        """
        article = self._workspace.article
        if article is None:
            return None
        from meipi.workspace.meeting import word_met

        place = Span(*span)
        for saved in self.saved:
            if saved.article_id == article.id and saved.span == place:
                return saved
        word = word_met(article, place, self.own_readings(), sense)
        made = self._replace("words", (), (word,), phrase(tr_noop("Save word")), tr("Word saved"), article.id)
        return next((each for each in made if isinstance(each, SavedWord)), None)

    def forget_words(self, words: Sequence[SavedWord]) -> None:
        """Take words, or places where one was met, from the saved ones."""
        said = counted(len({word.simplified for word in words}), tr("Word removed"), tr("{n} words removed"))
        self._replace("words", tuple(words), (), phrase(tr_noop("Remove word")), said)

    def know(self, words: Iterable[str], known: bool = True) -> int:
        """Know these words, in either script, or know them no longer; returns of how many that is news."""
        from meipi.workspace.meeting import simplified_forms

        new = sorted(word for word in simplified_forms(words) if (word in self.known_words) != known)
        if not new:
            return 0
        from meipi.workspace.word_changes import KnowWords

        with self._workspace.problems_said():
            time = now()
            records = tuple(KnownWord(word, time, None if known else time) for word in new)
            if known:
                text = counted_phrase(len(new), tr_noop("Know word"), tr_noop("Know {n} words"))
                said = counted(len(new), tr("Word known"), tr("{n} more words known"))
            else:
                text = counted_phrase(
                    len(new), tr_noop("Know word no longer"), tr_noop("Know {n} words no longer")
                )
                said = counted(len(new), tr("Word no longer known"), tr("{n} words no longer known"))
            change = KnowWords(records, text)
            if self._workspace.do(change, said) is not None:
                return len(new)
        return 0

    # Corrections

    def fix_reading(self, span: tuple[int, int], pinyin: str, everywhere: bool) -> bool:
        """Read the word at a span of the open article so: there, or wherever the word stands.

        `pinyin` has a syllable with tone marks for each code point of the span, parted by spaces; ValueError
        if not. True if it is so now.
        """
        article = self._workspace.article
        if article is None:
            return False
        word = article.text[slice(*span)]
        if not word or len(pinyin.split()) != len(word):
            raise ValueError(f"{pinyin!r} is no reading of {word!r}")
        gone = self._fixes_of(article, Span(*span), everywhere)
        fix = ReadingFix(word, pinyin) if everywhere else ReadingFix(word, pinyin, article.id, *span)
        said = tr("Reading changed")
        return bool(
            self._replace("reading_fixes", gone, (fix,), phrase(tr_noop("Change reading")), said, article.id)
        )

    def unfix_reading(self, span: tuple[int, int]) -> None:
        """Read the word at a span of the open article as the program does, there and everywhere."""
        article = self._workspace.article
        if article is None:
            return
        gone = self._fixes_of(article, Span(*span), everywhere=True)
        if gone:
            said = tr("Reading as it was")
            self._replace("reading_fixes", gone, (), phrase(tr_noop("Undo own reading")), said, article.id)

    def _fixes_of(self, article: Article, span: Span, everywhere: bool) -> tuple[ReadingFix, ...]:
        """What has been put right at that very span, and, if `everywhere`, for the word that stands there."""
        from meipi.workspace.meeting import simplified_forms

        word = simplified_forms([article.text[slice(*span)]])
        return tuple(
            fix
            for fix in self.reading_fixes
            if (fix.article_id, fix.start, fix.end) == (article.id, *span)
            or (everywhere and fix.article_id is None and simplified_forms([fix.word]) == word)
        )

    def split_word(self, pieces: Sequence[str]) -> bool:
        """Take these hanzi, wherever they stand together, as these words; a single piece joins them to one.

        ValueError if there is no piece, or an empty one, or white space in one. True if it is so now.
        """
        if not pieces or not all(piece and not any(map(str.isspace, piece)) for piece in pieces):
            raise ValueError(f"no pieces of a word: {pieces!r}")
        from meipi.workspace.meeting import simplified_pieces

        wanted = simplified_pieces(pieces)
        gone = tuple(each for each in self.word_splits if _whole(each) == "".join(wanted))
        said = tr("One word now") if len(wanted) == 1 else tr("Word split")
        text = phrase(tr_noop("Join words") if len(wanted) == 1 else tr_noop("Split word"))
        return bool(self._replace("splits", gone, (Split(" ".join(wanted)),), text, said))

    def unsplit(self, word: str) -> None:
        """Take these hanzi, in Simplified form, as the program does again."""
        gone = tuple(each for each in self.word_splits if _whole(each) == word)
        if gone:
            self._replace("splits", gone, (), phrase(tr_noop("Undo split")), tr("Words as they were"))

    def add_exception(self, source_form: str, shown_form: str, script: str, everywhere: bool) -> bool:
        """Show a form of the source so in a script ("simplified" or "traditional"), here or in all articles.

        ValueError if a form is empty. True if it is so now.
        """
        article = self._workspace.article
        if not source_form or not shown_form:
            raise ValueError("an exception for no form")
        if article is None and not everywhere:
            return False
        article_id = None if everywhere or article is None else article.id
        key = (script, source_form, article_id)
        gone = tuple(
            each for each in self.exceptions if (each.script, each.source_form, each.article_id) == key
        )
        new = ConversionException(script, source_form, shown_form, article_id)
        said = tr("Shown as {form} from now on").format(form=shown_form)
        return bool(
            self._replace("exceptions", gone, (new,), phrase(tr_noop("Add exception")), said, article_id)
        )

    def remove_exceptions(self, exceptions: Sequence[ConversionException]) -> None:
        """Leave these forms to the converter again."""
        said = tr("Converted as usual again")
        self._replace("exceptions", tuple(exceptions), (), phrase(tr_noop("Remove exception")), said)

    # How it is done

    def _replace(
        self,
        kind: Kind,
        gone: tuple[WordRecord, ...],
        new: tuple[WordRecord, ...],
        text: str,
        said: str,
        article_id: int | None = None,
    ) -> tuple[WordRecord, ...]:
        """One step: some records put away, others added; the latter as they are in the library."""
        from meipi.workspace.word_changes import ReplaceRecords

        done = self._workspace.do(ReplaceRecords(kind, gone, new, text, article_id, now()), said)
        return done.made if isinstance(done, ReplaceRecords) else ()

    def _records(self, kind: Kind) -> tuple[Any, ...]:
        if kind not in self._kept or kind in self._stale:
            known = {record.id: record for record in self._kept.get(kind, ())}
            self._kept[kind], self._stale = (), self._stale - {kind}
            with self._workspace.problems_said():
                self._kept[kind] = tuple(_read(records_of(self._library, kind), known))
        return self._kept[kind]


def _read(records: Records[Any], known: Mapping[int, Any]) -> list[Any]:
    """All records of a table. Those that are known are not read again: what is in one changes only with a
    text, and then it is forgotten."""
    if not known:
        return records.all()
    return [known.get(record_id) or records.get(record_id) for record_id in records.ids()]


def records_of(library: Library, kind: Kind) -> Records[Any]:
    """The table of a kind of records."""
    tables: dict[Kind, Records[Any]] = {
        "words": library.words,
        "reading_fixes": library.reading_fixes,
        "splits": library.splits,
        "exceptions": library.exceptions,
    }
    return tables[kind]


def _whole(split: Split) -> str:
    return split.pieces.replace(" ", "")
