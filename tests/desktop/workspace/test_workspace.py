from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from meipi.exchange.draft import ArticleDraft, Block, Inline
from meipi.exchange.structure import blocks_of
from meipi.workspace import Article, Library, Mark, Said, Workspace, open_library


def marked(workspace: Workspace, span: tuple[int, int] = (2, 6), colour: str = "zhu") -> Mark:
    mark = workspace.marking.highlight(span, colour)
    assert mark is not None
    return mark


def shown(workspace: Workspace) -> Article:
    assert workspace.article is not None
    return workspace.article


# Articles


def test_drafts_are_added_in_one_step_and_the_first_is_shown(
    workspace: Workspace, library: Library, heard: list[Said]
) -> None:
    known = shown(workspace)
    one, two = ArticleDraft("一", "鹽"), ArticleDraft("二", "湖", blocks=(Block("quote", 0, 1),))
    articles = workspace.add_drafts([one, ArticleDraft("舊", known.text), two, replace(one, title="同")])
    assert [article.title for article in articles] == ["一", known.title, "二"]
    assert shown(workspace) == replace(articles[0], opened=shown(workspace).opened)
    assert [said.text for said in heard] == ["2 articles added"]
    assert heard[0].undoable
    workspace.undo()
    assert [info.id for info in workspace.articles()] == [known.id]
    workspace.redo()
    assert {info.title for info in workspace.articles()} == {"一", "二", known.title}
    workspace.open_article(articles[2].id)
    assert workspace.blocks() == two.blocks


def test_a_draft_already_in_the_library_is_opened(
    workspace: Workspace, draft: ArticleDraft, heard: list[Said]
) -> None:
    known = shown(workspace)
    workspace.open_article(None)
    undo_text = workspace.undo_text
    (article,) = workspace.add_drafts([draft])
    assert article.id == known.id == shown(workspace).id
    assert heard == [Said(f"Already in the library: {draft.title}")]
    assert workspace.undo_text == undo_text


def test_no_draft_is_nothing(workspace: Workspace, heard: list[Said]) -> None:
    assert workspace.add_drafts([]) == []
    assert heard == []


def test_what_a_draft_holds_is_kept(workspace: Workspace, draft: ArticleDraft, library: Library) -> None:
    article = shown(workspace)
    for name in ("title", "text", "source", "author", "url", "published", "encoding", "path"):
        assert getattr(article, name) == getattr(draft, name), name
    assert article.script == "traditional"
    assert library.original(article.id) == draft.original
    assert workspace.blocks() == draft.blocks == blocks_of(draft.text)


def test_an_article_without_stored_blocks_gets_them_from_its_text(
    workspace: Workspace, library: Library
) -> None:
    text = "鹽湖\n\n水天一色。\n"
    workspace.open_article(library.add_article(title="鹽湖", text=text).id)
    assert workspace.blocks() == blocks_of(text)
    workspace.open_article(None)
    assert (workspace.blocks(), workspace.inlines()) == ((), ())


def test_inlines_are_kept_beside_the_blocks(workspace: Workspace) -> None:
    blocks = (Block("item", 0, 2, 2, "一、"), Block("image", 3, 4, target="湖.jpg"))
    inlines = (Inline("link", 0, 2, "https://a.b/"), Inline("strong", 1, 2))
    workspace.add_drafts([ArticleDraft("題", "鹽湖\n水", blocks, inlines)])
    assert (workspace.blocks(), workspace.inlines()) == (blocks, inlines)


@pytest.mark.parametrize("stored", ["", '[["paragraph",0,14,0]]'])
def test_an_article_stored_before_there_were_inlines(
    workspace: Workspace, library: Library, stored: str
) -> None:
    text = "見https://a.b/c"
    workspace.open_article(library.add_article(title="題", text=text, blocks=stored).id)
    assert workspace.blocks() == (Block("paragraph", 0, 14),)
    assert workspace.inlines() == (() if stored else (Inline("link", 1, 14, "https://a.b/c"),))


def test_opening_shows_the_article_with_its_marks(workspace: Workspace, qtbot: QtBot) -> None:
    first = shown(workspace).id
    mark = marked(workspace)
    workspace.add_drafts([ArticleDraft("二", "湖")])
    assert (workspace.marks, workspace.mark_id) == ((), None)
    with qtbot.wait_signal(workspace.article_opened) as opened:
        article = workspace.open_article(first)
    assert opened.args is not None
    assert opened.args[0].id == first
    assert article == shown(workspace)
    assert workspace.marks == (mark,)
    assert workspace.articles()[0].id == first
    assert workspace.articles()[0].opened == shown(workspace).opened > article.added
    with qtbot.assert_not_emitted(workspace.article_opened):
        assert workspace.open_article(first) is not None
        assert workspace.open_article(99) is None
    assert shown(workspace).id == first


def test_removing_the_open_article_closes_it_and_undo_opens_it(workspace: Workspace) -> None:
    mark = marked(workspace)
    article = shown(workspace)
    workspace.shelf.remove([article.id])
    assert (workspace.article, workspace.marks, workspace.articles()) == (None, (), [])
    assert workspace.open_article(article.id) is None
    workspace.undo()
    assert (workspace.article, workspace.marks) == (article, (mark,))


def test_undo_shows_where_it_happens(workspace: Workspace, library: Library) -> None:
    first = shown(workspace).id
    mark = marked(workspace)
    other = library.add_article(title="二", text="湖")
    workspace.marking.delete_mark(mark.id)
    workspace.open_article(other.id)
    workspace.undo()
    assert (shown(workspace).id, workspace.marks, workspace.mark_id) == (first, (mark,), mark.id)


def test_the_position_is_kept_when_it_changes(
    workspace: Workspace, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.assert_not_emitted(workspace.changed), qtbot.assert_not_emitted(workspace.history_changed):
        workspace.remember_position(9)
        workspace.remember_position(4)
    assert (shown(workspace).position, shown(workspace).furthest) == (4, 9)
    assert library.article(shown(workspace).id) == shown(workspace)
    monkeypatch.setattr(Library, "remember_position", None)
    workspace.remember_position(4)  # it is not written again


# Marks


def test_a_highlight_is_kept_chosen_and_said(workspace: Workspace, heard: list[Said], qtbot: QtBot) -> None:
    with qtbot.wait_signals(
        [workspace.changed, workspace.mark_chosen, workspace.history_changed], order="none"
    ):
        mark = marked(workspace, (2, 6), "ou")
    text = shown(workspace).text
    assert (mark.exact, mark.prefix, mark.suffix) == (text[2:6], text[:2], text[6:38])
    assert (workspace.marks, workspace.mark_id) == ((mark,), mark.id)
    assert heard == [Said("Highlighted", undoable=True)]
    assert (workspace.undo_text, workspace.redo_text) == ("Highlight", None)
    workspace.undo()
    assert (workspace.marks, workspace.mark_id) == ((), None)
    assert heard[1:] == [Said("Undone: Highlight")]
    workspace.redo()
    assert (workspace.marks, workspace.mark_id) == ((mark,), mark.id)


def test_the_very_same_span_is_recoloured(workspace: Workspace) -> None:
    mark = marked(workspace, (2, 6), "zhu")
    inside = marked(workspace, (2, 5), "zhu")
    again = workspace.marking.highlight((2, 6), "ou", "underline")
    assert again is not None
    assert (again.id, again.colour, again.style) == (mark.id, "ou", "underline")
    assert workspace.mark_id == mark.id
    assert workspace.marks == (inside, again)
    assert again.modified > mark.modified
    assert again.created == mark.created


def test_a_change_that_changes_nothing_is_none(workspace: Workspace, heard: list[Said], qtbot: QtBot) -> None:
    mark = marked(workspace)
    heard.clear()
    with qtbot.assert_not_emitted(workspace.history_changed):
        assert workspace.marking.highlight(mark.span, mark.colour) == mark
        assert workspace.marking.recolour(mark.id, mark.colour) == mark
        assert workspace.marking.set_tags(mark.id, []) == mark
        assert workspace.marking.write_note(mark.id, "") == mark
    assert heard == []


def test_recolouring_keeps_the_style_unless_one_is_given(workspace: Workspace) -> None:
    mark = workspace.marking.highlight((2, 6), "zhu", "underline")
    assert mark is not None
    after = workspace.marking.recolour(mark.id, "tian")
    assert after is not None
    assert (after.colour, after.style) == ("tian", "underline")


def test_a_note_clears_its_draft(workspace: Workspace, qtbot: QtBot) -> None:
    mark = marked(workspace)
    with qtbot.wait_signal(workspace.changed) as changed:
        workspace.marking.keep_draft(mark.id, "半")
    assert changed.args == [frozenset({"drafts"})]
    with qtbot.assert_not_emitted(workspace.changed):
        workspace.marking.keep_draft(mark.id, "半")
    assert workspace.marking.draft(mark.id) == "半"
    after = workspace.marking.write_note(mark.id, "半句")
    assert after is not None
    assert (after.note, workspace.marking.draft(mark.id)) == ("半句", None)
    workspace.marking.keep_draft(mark.id, "半句話")
    workspace.marking.write_note(mark.id, "半句")
    assert workspace.marking.draft(mark.id) is None


def test_typing_is_one_step_and_said_once(workspace: Workspace, heard: list[Said]) -> None:
    mark = marked(workspace)
    heard.clear()
    for text in ("鹽", "鹽湖", "鹽湖的"):
        workspace.marking.write_note(mark.id, text, typing=True)
    workspace.marking.write_note(mark.id, "鹽湖的水")
    assert heard == [Said("Note saved", undoable=True)]
    workspace.undo()
    assert workspace.marks == (mark,)


def test_an_unpaired_surrogate_in_a_note_does_no_harm(workspace: Workspace) -> None:
    mark = marked(workspace)
    workspace.marking.keep_draft(mark.id, "鹽\ud840")
    after = workspace.marking.write_note(mark.id, "鹽\ud840")
    assert after is not None
    assert after.note == "鹽?"


def test_a_deleted_mark_is_no_longer_chosen(workspace: Workspace, qtbot: QtBot) -> None:
    mark = marked(workspace)
    with qtbot.wait_signal(workspace.mark_chosen) as chosen:
        workspace.marking.delete_mark(mark.id)
    assert chosen.args == [None]
    workspace.undo()
    assert (workspace.marks, workspace.mark_id) == ((mark,), mark.id)


def test_only_marks_of_the_open_article_can_be_chosen(workspace: Workspace, qtbot: QtBot) -> None:
    mark = marked(workspace)
    workspace.choose_mark(None)
    with qtbot.wait_signal(workspace.mark_chosen):
        workspace.choose_mark(mark.id)
    with qtbot.assert_not_emitted(workspace.mark_chosen):
        workspace.choose_mark(mark.id)
    with pytest.raises(KeyError):
        workspace.choose_mark(mark.id + 1)
    workspace.open_article(None)
    assert workspace.mark_id is None
    assert workspace.marking.highlight((0, 1), "zhu") is None


# Problems


def test_a_library_that_can_only_be_read_says_so_and_loses_nothing(
    workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    mark = marked(workspace)
    article = shown(workspace)
    with open_library(library.path, read_only=True) as closed:
        reading = Workspace(closed)
        heard: list[Said] = []
        reading.said.connect(heard.append)
        assert reading.open_article(article.id) == article
        reading.remember_position(3)
        assert heard == []
        with qtbot.assert_not_emitted(reading.changed), qtbot.assert_not_emitted(reading.history_changed):
            attempts = [
                reading.marking.highlight((0, 3), "zhu"),
                reading.marking.recolour(mark.id, "ou"),
                reading.marking.set_tags(mark.id, ["甲"]),
                reading.marking.write_note(mark.id, "記"),
                reading.redecode("big5hkscs"),
                reading.add_drafts([ArticleDraft("一", "鹽")]) or None,
            ]
            reading.marking.delete_mark(mark.id)
            reading.shelf.remove([article.id])
            reading.marking.keep_draft(mark.id, "半")
        assert attempts == [None] * 6
        assert len(heard) == 9
        assert all(said.problem and not said.undoable and library.path.name in said.text for said in heard)
        assert (reading.article, reading.marks, reading.undo_text) == (article, (mark,), None)
    assert (library.article(article.id), library.marks(article.id)) == (article, [mark])


def test_an_undo_that_the_library_does_not_take_can_be_tried_again(
    workspace: Workspace, library: Library, heard: list[Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = marked(workspace)
    heard.clear()
    monkeypatch.setattr(library._connection, "read_only", True)
    workspace.undo()
    assert [said.problem for said in heard] == [True]
    assert (workspace.marks, workspace.undo_text, workspace.redo_text) == ((mark,), "Highlight", None)
    monkeypatch.undo()
    workspace.undo()
    assert (workspace.marks, workspace.redo_text) == ((), "Highlight")


def test_the_empty_library_can_be_looked_at() -> None:
    with Library.empty() as library:
        workspace = Workspace(library)
        assert workspace.articles() == []
        assert workspace.open_article(1) is None
        assert workspace.add_drafts([ArticleDraft("一", "鹽")]) == []


def test_a_library_is_made_where_there_is_none(tmp_path: Path) -> None:
    with open_library(tmp_path / "new" / "library.meipi") as library:
        assert library.articles() == []
    with open_library(str(tmp_path / "new" / "library.meipi"), read_only=True) as library:
        assert library.read_only


def test_marks_that_are_not_in_the_text_stand_apart(workspace: Workspace, library: Library) -> None:
    first, second, third = (
        library.add_mark(shown(workspace).id, span, colour="zhu", note="記")
        for span in ((0, 2), (3, 5), (7, 9))
    )
    library.put_marks([replace(first, placed="orphan"), replace(third, placed="free")])
    workspace.refresh(frozenset({"marks"}))
    assert [mark.id for mark in workspace.marks] == [second.id]
    assert [mark.id for mark in workspace.orphans] == [first.id, third.id]
    workspace.choose_mark(first.id)
    assert workspace.mark(first.id).placed == "orphan"
    workspace.marking.write_note(first.id, "新")
    assert library.mark(first.id) == workspace.orphans[0]
    assert (workspace.orphans[0].note, workspace.orphans[0].placed) == ("新", "orphan")
    workspace.marking.delete_mark(first.id)
    assert workspace.mark_id is None
    workspace.undo()
    assert workspace.mark_id == first.id
    workspace.open_article(None)
    assert workspace.orphans == ()
