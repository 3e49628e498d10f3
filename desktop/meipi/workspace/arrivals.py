"""What was read comes in: as new articles, or as the new text of one whose file or page has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from meipi.support.translation import counted, tr
from meipi.workspace.editions import address_name, file_name, of_source
from meipi.workspace.versions import Answer, Question, replaced_by_hand
from meipi.workspace.workspace import Said, Workspace
from meipi_db import ArticleInfo, Library, sha256_of

if TYPE_CHECKING:
    from meipi.exchange.draft import ArticleDraft
    from meipi.exchange.gathering import Gathered


def take_in(workspace: Workspace, drafts: Sequence[ArticleDraft], *, asked_for: bool = True) -> bool:
    """Add what was read and show the first of it, if the reader asked for it. False if the library does not
    let it, which is said.

    If the library has an article of the same file or address with another text, that is asked about; of
    several at once, or where the reader asked for none, those articles are updated, since undo brings their
    texts back. What is new and what is updated is one step, unless something is done in between.
    """
    with workspace.problems_said():
        shelf = Sources(workspace.library)
        changed: list[tuple[ArticleDraft, ArticleInfo]] = []
        new: list[ArticleDraft] = []
        for draft in drafts:
            if not asked_for and known(workspace, draft) is not None:
                continue  # that it is there already is no news then
            article = shelf.article(draft)
            if article is None:
                new.append(draft)
            else:
                changed.append((draft, article))
        updating = len(drafts) > 1 or not asked_for
        beside = [article.id for _, article in changed] if updating else []
        if new and not workspace.add_drafts(new, show=asked_for, beside=beside):
            return False
        if changed and updating:
            wanted = [(article.id, partial(of_source, draft)) for draft, article in changed]
            workspace.versions.replace_texts(wanted)
        elif changed:
            workspace.open_article(changed[0][1].id)
            _ask(workspace, *changed[0])
        return True
    return False


class Sources:
    """The articles of a library by the files and the pages of the web that they came from, as they are when
    this is made."""

    def __init__(self, library: Library) -> None:
        self._library = library
        infos = sorted(library.articles(), key=lambda info: info.added)
        self._files = {file_name(info.path): info for info in infos if info.path}
        self._pages = {address_name(info.url): info for info in infos if info.url}

    def article(self, draft: ArticleDraft) -> ArticleInfo | None:
        """The article, the last if there are several, of what was read, if it has another text."""
        if draft.page is not None and draft.url:
            found = self._pages.get(address_name(draft.url))
        else:
            found = self._files.get(file_name(draft.path)) if draft.path else None
        if found is None or self._library.find_article(sha256_of(draft.text)) is not None:
            return None
        return found


def known(workspace: Workspace, draft: ArticleDraft) -> ArticleInfo | None:
    """The article of the library that has this very text."""
    with workspace.problems_said():
        return workspace.library.find_article(sha256_of(draft.text))
    return None


def notes(gathered: Gathered) -> list[str]:
    """What of folders was not read, a sentence each."""
    from meipi.exchange.gathering import MOST

    told = []
    if gathered.left:
        one = tr("{n} entry in the folders was left aside: it is hidden or of a kind that is not read.")
        many = tr("{n} entries in the folders were left aside: hidden or of kinds that are not read.")
        told.append(counted(gathered.left, one, many))
    if gathered.over:
        text = tr("There are more files than are taken at once: only the first {n} were read.")
        told.append(text.format(n=f"{MOST:,}"))
    return told


def _ask(workspace: Workspace, draft: ArticleDraft, article: ArticleInfo) -> None:
    name, sha256 = PurePath(draft.path).name or draft.title, sha256_of(draft.text)
    if replaced_by_hand(workspace.library.versions(article.id), sha256):
        told = tr("“{name}” has not changed since it was read; the text was changed here.")
        workspace.said.emit(Said(told.format(name=name)))
        return
    text = tr("“{name}” has changed since it was read. Update the article, and place its marks again?")
    update = partial(workspace.versions.replace_texts, [(article.id, partial(of_source, draft))])
    answers = (
        Answer(tr("Update"), update),
        Answer(tr("Keep both"), partial(workspace.add_drafts, [draft])),
    )
    workspace.versions.asked.emit(Question(text.format(name=name), answers))
