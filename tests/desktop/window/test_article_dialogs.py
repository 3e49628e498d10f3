"""Details and tags of articles, by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from driving import Driver
from meipi.exchange.draft import ArticleDraft
from meipi.window.article_dialogs import ArticleTagsDialog, DetailsDialog

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_f2_edits_what_is_known_of_the_article(reader: Driver) -> None:
    library, workspace = reader.app.library, reader.app.workspace
    assert workspace.article is not None
    reader.press(Key.Key_F2)
    (dialog,) = reader.window.findChildren(DetailsDialog)
    title = dialog.fields["title"][1]
    assert title.hasFocus()
    title.clear()
    assert not dialog.save_button.isEnabled()
    QTest.keyClicks(title, "  New  title ")
    dialog.fields["author"][1].setText("林")
    dialog.tags.field.setFocus()
    QTest.keyClicks(dialog.tags.field, "lake,")
    reader.press(Key.Key_Return, CONTROL)
    stored = library.details(workspace.article.id)
    assert (stored.title, stored.author, stored.tags) == ("New title", "林", ("lake",))
    assert reader.window.windowTitle().startswith("New title")
    workspace.undo()
    assert library.details(workspace.article.id).title == "词卡"
    reader.settle()
    assert reader.window.windowTitle().startswith("词卡")


def test_esc_leaves_all_as_it_is(reader: Driver) -> None:
    before = reader.app.workspace.undo_text
    reader.press(Key.Key_F2)
    (dialog,) = reader.window.findChildren(DetailsDialog)
    QTest.keyClicks(dialog.fields["title"][1], "x")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert reader.app.workspace.undo_text == before
    assert [info.title for info in reader.app.library.articles()] == ["词卡"]


def test_tags_of_several(reader: Driver) -> None:
    workspace, library = reader.app.workspace, reader.app.library
    made = workspace.add_drafts([ArticleDraft(title, title) for title in ("湖", "山")])
    ids = [article.id for article in made]
    workspace.shelf.tag(ids, add=("課",))
    workspace.shelf.tag(ids[:1], add=("水",))
    reader.settle()
    reader.window.library.tags_wanted.emit(ids)
    (dialog,) = reader.window.findChildren(ArticleTagsDialog)
    assert dialog.tags.tags == ("課",)
    QApplication.processEvents()
    QTest.keyClick(dialog.tags.field, Key.Key_Backspace)
    QTest.keyClicks(dialog.tags.field, "new")
    QTest.keyClick(dialog.tags.field, Key.Key_Return, CONTROL)
    assert [library.details(number).tags for number in ids] == [("水", "new"), ("new",)]
    workspace.undo()
    assert [library.details(number).tags for number in ids] == [("課", "水"), ("課",)]


def test_the_star_of_the_open_article(reader: Driver) -> None:
    workspace = reader.app.workspace
    assert workspace.article is not None
    reader.app.commands["file.star"].trigger()
    assert reader.app.library.details(workspace.article.id).starred
    reader.app.commands["file.star"].trigger()
    assert not reader.app.library.details(workspace.article.id).starred


def test_the_bin_is_a_command(reader: Driver) -> None:
    reader.app.commands["file.remove"].trigger()
    reader.app.commands["file.bin"].trigger()
    reader.settle()
    bin_list = reader.window.library.bin.list
    assert bin_list.hasFocus()
    reader.press(Key.Key_Return)
    assert [info.title for info in reader.app.library.articles()] == ["词卡"]
