"""What was read comes in: as new articles, or as the new text of one whose file has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from meipi.support.translation import tr
from meipi.workspace.editions import file_name, of_file
from meipi.workspace.versions import Answer, Question, replaced_by_hand
from meipi.workspace.workspace import Said, Workspace
from meipi_db import ArticleInfo, sha256_of

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft


def take_in(workspace: Workspace, drafts: Sequence[ArticleDraft]) -> None:
    """Add what was read and show the first of it.

    If the library has an article of the same file with another text, that is asked about; of several files
    at once those articles are updated, since undo brings their texts back.
    """
    with workspace.problems_said():
        changed = [
            (draft, article) for draft in drafts if (article := _of_same_file(workspace, draft)) is not None
        ]
        again = [draft for draft, _ in changed]
        new = [draft for draft in drafts if draft not in again]
        if new:
            workspace.add_drafts(new)
        if len(drafts) > 1:
            wanted = [(article.id, partial(of_file, draft)) for draft, article in changed]
            if wanted:
                workspace.versions.replace_texts(wanted)
        elif changed:
            workspace.open_article(changed[0][1].id)
            _ask(workspace, *changed[0])


def _of_same_file(workspace: Workspace, draft: ArticleDraft) -> ArticleInfo | None:
    """The article, the last if there are several, of the file that was read, if it has another text."""
    if not draft.path or workspace.library.find_article(sha256_of(draft.text)) is not None:
        return None
    name = file_name(draft.path)
    there = [info for info in workspace.library.articles() if info.path and file_name(info.path) == name]
    return max(there, key=lambda info: info.added, default=None)


def _ask(workspace: Workspace, draft: ArticleDraft, article: ArticleInfo) -> None:
    name, sha256 = PurePath(draft.path).name, sha256_of(draft.text)
    if replaced_by_hand(workspace.library.versions(article.id), sha256):
        told = tr("“{name}” has not changed since it was read; the text was changed here.")
        workspace.said.emit(Said(told.format(name=name)))
        return
    text = tr("“{name}” has changed since it was read. Update the article, and place its marks again?")
    update = partial(workspace.versions.replace_texts, [(article.id, partial(of_file, draft))])
    answers = (
        Answer(tr("Update"), update),
        Answer(tr("Keep both"), partial(workspace.add_drafts, [draft])),
    )
    workspace.versions.asked.emit(Question(text.format(name=name), answers))
