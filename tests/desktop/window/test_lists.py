"""Keys in the lists of the whole window: they are about the row, not about what is chosen on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from driving import Driver
from meipi.exchange.draft import ArticleDraft

Key = Qt.Key


def test_enter_and_del_in_the_library_are_about_the_article(reader: Driver) -> None:
    workspace = reader.app.workspace
    first = workspace.article
    assert first is not None
    mark = workspace.marking.highlight((0, 2), "zhu")
    assert mark is not None
    (second,) = workspace.add_drafts([ArticleDraft("渡口", "船夫把繩子解開。")])
    workspace.open_article(first.id)
    workspace.choose_mark(mark.id)
    reader.settle()
    reader.app.commands["view.library"].trigger()
    library = reader.window.library
    library.list.setCurrentIndex(library.model.index(library.model.row_of(second.id)))
    reader.press(Key.Key_Return)
    assert workspace.article is not None
    assert workspace.article.id == second.id
    workspace.open_article(first.id)
    workspace.choose_mark(mark.id)
    reader.settle()
    library.list.setFocus()
    library.list.setCurrentIndex(library.model.index(library.model.row_of(second.id)))
    reader.press(Key.Key_Delete)
    assert [info.id for info in workspace.articles()] == [first.id]
    assert workspace.marks == (mark,)
