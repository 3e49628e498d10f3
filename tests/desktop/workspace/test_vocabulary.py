from __future__ import annotations

from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.language.span import Span
from meipi.workspace import Library, Said, Workspace, open_library
from meipi_db import SavedWord, opening

TEXT = "銀行的行長\n\n青海的鹽湖散落在高原上。他在銀行工作，是銀行的行長。\n"
BANK = TEXT.index("銀行工作")


@pytest.fixture
def draft() -> ArticleDraft:
    return ArticleDraft("銀行的行長", TEXT)


@pytest.fixture
def changed(workspace: Workspace) -> list[frozenset[str]]:
    kinds: list[frozenset[str]] = []
    workspace.changed.connect(kinds.append)
    return kinds


def test_a_word_is_saved_with_its_headword_reading_meaning_and_sentence(
    workspace: Workspace, library: Library, changed: list[frozenset[str]], heard: list[Said]
) -> None:
    assert workspace.article is not None
    word = workspace.vocabulary.save_word((BANK, BANK + 2))
    assert word is not None
    assert (word.simplified, word.traditional, word.pinyin) == ("银行", "銀行", "yín háng")
    assert word.sense == "bank"
    assert word.sentence == "他在銀行工作，是銀行的行長。"
    assert (word.article_id, word.span) == (workspace.article.id, (BANK, BANK + 2))
    assert library.words.all() == [word]
    assert workspace.vocabulary.saved == (word,)
    assert workspace.vocabulary.is_saved("银行")
    assert changed == [frozenset({"words"})]
    assert heard == [Said("Word saved", undoable=True)]
    assert workspace.undo_text == "Save word"


def test_a_word_saved_again_at_the_same_place_is_no_second_one(workspace: Workspace) -> None:
    first = workspace.vocabulary.save_word((BANK, BANK + 2))
    assert workspace.vocabulary.save_word((BANK, BANK + 2)) == first
    other = workspace.vocabulary.save_word((0, 2), sense="the bank")
    assert other is not None
    assert other.sense == "the bank"
    assert len(workspace.vocabulary.saved) == 2


def test_what_is_in_no_dictionary_is_saved_as_it_is(workspace: Workspace) -> None:
    place = TEXT.index("散落在高")
    word = workspace.vocabulary.save_word((place, place + 4))
    assert word is not None
    assert (word.simplified, word.traditional, word.sense) == ("散落在高", "散落在高", "")
    assert word.pinyin == "sàn luò zài gāo"


@pytest.mark.parametrize("span", [(0, 0), (3, 2), (-1, 1), (0, 999)])
def test_no_word_is_saved_where_there_is_none(workspace: Workspace, span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span"):
        workspace.vocabulary.save_word(span)
    assert workspace.vocabulary.saved == ()


def test_a_removed_word_comes_back(workspace: Workspace, library: Library) -> None:
    word = workspace.vocabulary.save_word((BANK, BANK + 2))
    assert word is not None
    workspace.vocabulary.forget_words([word])
    assert library.words.all() == []
    assert not workspace.vocabulary.is_saved("银行")
    workspace.undo()
    assert library.words.all() == [word]
    workspace.undo()
    workspace.redo()
    assert workspace.vocabulary.saved == (word,)


def test_words_are_known_in_either_script_at_once(
    workspace: Workspace, library: Library, changed: list[frozenset[str]]
) -> None:
    vocabulary = workspace.vocabulary
    assert vocabulary.know(["銀行", "银行", " 鹽湖 ", ""]) == 2
    assert library.known_words.all() == vocabulary.known_words == {"银行", "盐湖"}
    assert vocabulary.know(["银行"]) == 0
    assert vocabulary.know(["銀行", "天"], known=False) == 1
    assert library.known_words.all() == {"盐湖"}
    assert changed == [frozenset({"known_words"})] * 2
    workspace.undo()
    assert vocabulary.known_words == {"银行", "盐湖"}
    workspace.undo()
    assert vocabulary.known_words == library.known_words.all() == frozenset()
    workspace.redo()
    assert vocabulary.known_words == {"银行", "盐湖"}


def test_undoing_what_is_seen_everywhere_leaves_the_open_article_alone(workspace: Workspace) -> None:
    workspace.vocabulary.know(["銀行"])
    opened: list[object] = []
    workspace.article_opened.connect(opened.append)
    workspace.undo()
    workspace.redo()
    assert opened == []


def test_a_reading_is_put_right_here(workspace: Workspace, library: Library) -> None:
    assert workspace.article is not None
    vocabulary = workspace.vocabulary
    assert vocabulary.fix_reading((BANK, BANK + 2), "yín xíng", everywhere=False)
    assert vocabulary.readings_here() == [(Span(BANK, BANK + 2), ("yín", "xíng"))]
    assert vocabulary.own_readings() == {}
    assert vocabulary.fix_reading((BANK, BANK + 2), "yǐn háng", everywhere=False)
    assert vocabulary.readings_here() == [(Span(BANK, BANK + 2), ("yǐn", "háng"))]
    assert len(library.reading_fixes.all()) == 1
    workspace.undo()
    assert vocabulary.readings_here() == [(Span(BANK, BANK + 2), ("yín", "xíng"))]
    workspace.open_article(None)
    assert vocabulary.readings_here() == []


def test_a_reading_is_put_right_everywhere(workspace: Workspace, library: Library) -> None:
    vocabulary = workspace.vocabulary
    vocabulary.fix_reading((BANK, BANK + 2), "yǐn háng", everywhere=False)
    assert vocabulary.fix_reading((BANK, BANK + 2), "yín xíng", everywhere=True)
    assert vocabulary.own_readings() == {"銀行": ("yín", "xíng")}
    assert vocabulary.readings_here() == []  # what was said here would hide it
    word = vocabulary.save_word((BANK, BANK + 2))
    assert word is not None
    assert word.pinyin == "yín xíng"
    vocabulary.unfix_reading((0, 2))
    assert library.reading_fixes.all() == []
    workspace.undo()
    assert vocabulary.own_readings() == {"銀行": ("yín", "xíng")}


@pytest.mark.parametrize("pinyin", ["", "yín", "yín háng de"])
def test_a_reading_has_a_syllable_for_each_hanzi(workspace: Workspace, pinyin: str) -> None:
    with pytest.raises(ValueError, match="reading"):
        workspace.vocabulary.fix_reading((BANK, BANK + 2), pinyin, everywhere=True)


def test_words_are_split_and_joined(workspace: Workspace, library: Library) -> None:
    from meipi.language import words

    vocabulary = workspace.vocabulary

    def cut() -> list[str]:
        return [TEXT[slice(*span)] for span in words.segment(TEXT, vocabulary.splits())]

    assert "鹽湖" in cut()
    assert vocabulary.split_word(["鹽", "湖"])
    assert "鹽湖" not in cut()
    assert [split.pieces for split in library.splits.all()] == ["盐 湖"]
    assert vocabulary.split_word(["鹽湖"])
    assert [split.pieces for split in library.splits.all()] == ["盐湖"]
    assert "鹽湖" in cut()
    vocabulary.unsplit("盐湖")
    assert library.splits.all() == []
    workspace.undo()
    workspace.undo()
    assert [split.pieces for split in vocabulary.word_splits] == ["盐 湖"]


@pytest.mark.parametrize("pieces", [[], [""], ["鹽 湖"], ["鹽", ""]])
def test_no_pieces_of_a_word(workspace: Workspace, pieces: list[str]) -> None:
    with pytest.raises(ValueError, match="pieces"):
        workspace.vocabulary.split_word(pieces)


def test_an_exception_for_one_article_holds_before_one_for_all(workspace: Workspace) -> None:
    vocabulary = workspace.vocabulary
    vocabulary.add_exception("行長", "行長", "simplified", everywhere=True)
    vocabulary.add_exception("銀行", "錢莊", "simplified", everywhere=True)
    vocabulary.add_exception("銀行", "銀行", "simplified", everywhere=False)
    assert vocabulary.exceptions_here("simplified") == {"行長": "行長", "銀行": "銀行"}
    assert vocabulary.exceptions_here("traditional") == {}
    workspace.open_article(None)
    assert vocabulary.exceptions_here("simplified") == {"行長": "行長", "銀行": "錢莊"}
    vocabulary.remove_exceptions(vocabulary.exceptions[:2])
    assert len(vocabulary.exceptions) == 1
    workspace.undo()
    workspace.undo()
    assert vocabulary.exceptions_here("simplified")["銀行"] == "錢莊"


def changes(workspace: Workspace) -> None:
    vocabulary = workspace.vocabulary
    assert vocabulary.save_word((BANK, BANK + 2)) is None
    assert vocabulary.know(["銀行"]) == 0
    assert not vocabulary.fix_reading((BANK, BANK + 2), "yín háng", everywhere=True)
    assert not vocabulary.split_word(["鹽", "湖"])
    assert not vocabulary.add_exception("行", "行", "simplified", everywhere=True)
    assert (vocabulary.saved, vocabulary.known_words, vocabulary.reading_fixes) == ((), frozenset(), ())


def test_a_library_that_cannot_be_written_says_so_and_loses_nothing(
    tmp_path: Path, draft: ArticleDraft
) -> None:
    path = tmp_path / "library.meipi"
    with open_library(path) as library:
        Workspace(library).add_drafts([draft])
    with open_library(path, read_only=True) as library:
        workspace = Workspace(library)
        workspace.open_last("")
        heard: list[Said] = []
        workspace.said.connect(heard.append)
        changes(workspace)
        assert len(heard) == 5
        assert all(said.problem for said in heard)


def test_a_library_that_another_program_holds_says_so(
    tmp_path: Path, draft: ArticleDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    path = tmp_path / "library.meipi"
    with open_library(path) as library, open_library(path) as other:
        workspace = Workspace(library)
        workspace.add_drafts([draft])
        heard: list[Said] = []
        workspace.said.connect(heard.append)
        with other.transaction():
            changes(workspace)
        assert len(heard) == 5
        assert all(said.problem for said in heard)
        assert workspace.vocabulary.save_word((BANK, BANK + 2)) is not None


def test_of_thousands_of_words_only_the_new_one_is_read(
    workspace: Workspace, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.transaction():
        for number in range(300):
            library.words.add(SavedWord(1, 0, 2, f"词{number}", "", "", "", ""))
    assert len(workspace.vocabulary.saved) == 300
    asked: list[str] = []
    rows = library._connection.rows
    monkeypatch.setattr(
        library._connection, "rows", lambda sql, *given: (asked.append(sql), rows(sql, *given))[1]
    )
    word = workspace.vocabulary.save_word((BANK, BANK + 2))
    assert word is not None
    assert len(workspace.vocabulary.saved) == 301
    workspace.vocabulary.forget_words([word])
    assert len(workspace.vocabulary.saved) == 300
    workspace.undo()
    assert workspace.vocabulary.saved[-1] == word
    assert not [sql for sql in asked if "sentence" in sql and "WHERE id = ?" not in sql]


def test_the_sentence_of_a_word_in_a_book_without_line_ends(library: Library) -> None:
    workspace = Workspace(library)
    text = "他在銀行工作，" * 5_000 + "青海的鹽湖很多。" + "銀行" * 5_000
    workspace.add_drafts([ArticleDraft("書", text)])
    place = text.index("鹽湖")
    word = workspace.vocabulary.save_word((place, place + 2))
    assert word is not None
    assert "青海的鹽湖很多。" in word.sentence
    assert len(word.sentence) < 500
