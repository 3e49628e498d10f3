"""Random sequences of changes, undone to the start and done again to the end, give the same records."""

from __future__ import annotations

import random

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.workspace import COLOURS, Article, Library, Mark, Workspace

State = tuple[dict[int, Article], dict[int, list[Mark]], object]


def state(library: Library) -> State:
    """Every article and mark that is not deleted; where the reader was is no part of a change."""
    live = {info.id: library.article(info.id) for info in library.articles()}
    records = library.words, library.reading_fixes, library.splits, library.exceptions
    own = [table.all() for table in records], library.known_words.all()
    return live, {article_id: library.marks(article_id) for article_id in live}, own


def without_reading(found: State) -> object:
    articles, marks, own = found
    kept = {
        article_id: (article.title, article.text, article.encoding, article.blocks, article.script)
        for article_id, article in articles.items()
    }
    return kept, marks, own


def word_step(workspace: Workspace, article: Article, dice: random.Random) -> None:
    vocabulary = workspace.vocabulary
    start = dice.randrange(article.length - 1)
    span = start, start + dice.randint(1, 2)
    chance = dice.random()
    if chance < 0.3:
        vocabulary.save_word(span)
    elif chance < 0.4 and vocabulary.saved:
        vocabulary.forget_words(dice.sample(vocabulary.saved, 1))
    elif chance < 0.6:
        vocabulary.know(dice.sample("鹽湖水天青海", 3), dice.random() < 0.6)
    elif chance < 0.75:
        vocabulary.fix_reading(span, " ".join("hú" for _ in range(span[1] - span[0])), dice.random() < 0.5)
    elif chance < 0.8:
        vocabulary.unfix_reading(span)
    elif chance < 0.9:
        vocabulary.split_word(dice.choice([("青", "海"), ("青海",), ("水天", "一色")]))
    elif chance < 0.95:
        vocabulary.add_exception(dice.choice("鹽湖"), "X", "simplified", dice.random() < 0.5)
    else:
        vocabulary.remove_exceptions(vocabulary.exceptions[:1])


def text_step(workspace: Workspace, article: Article, dice: random.Random) -> None:
    """Another text: edited, converted, or a former one; and what became of a mark put right."""
    chance, place = dice.random(), dice.randrange(article.length)
    former = workspace.versions.former()
    if chance < 0.5:
        workspace.versions.edit(
            article.id, article.text[:place] + dice.choice("鹽湖\n") + article.text[place + 2 :]
        )
    elif chance < 0.6:
        workspace.versions.convert(dice.choice(["t2s", "s2twp"]))
    elif chance < 0.75 and former:
        workspace.versions.go_back(dice.choice(former))
    elif workspace.orphans and chance < 0.9:
        workspace.versions.attach(dice.choice(workspace.orphans).id, (place, place + 1))
    elif workspace.orphans:
        workspace.versions.keep_free(dice.choice(workspace.orphans).id)
    else:
        workspace.versions.confirm_all()


def step(workspace: Workspace, dice: random.Random, drafts: list[ArticleDraft]) -> None:
    article = workspace.article
    if article is None or dice.random() < 0.06:
        there = workspace.articles()
        if there and dice.random() < 0.5:
            workspace.open_article(dice.choice(there).id)
        else:
            workspace.add_drafts(dice.sample(drafts, 2))
        return
    if dice.random() < 0.3:
        word_step(workspace, article, dice)
        return
    marks = workspace.marks
    chance = dice.random()
    if chance < 0.3 or not marks:
        start = dice.randrange(article.length)
        span = start, dice.randint(start + 1, min(article.length, start + 9))
        workspace.marking.highlight(span, dice.choice(COLOURS).id, dice.choice(["ground", "underline"]))
        return
    mark = dice.choice(marks)
    if chance < 0.4:
        workspace.marking.recolour(mark.id, dice.choice(COLOURS).id)
    elif chance < 0.6:
        workspace.marking.write_note(
            mark.id, dice.choice("鹽湖水") * dice.randrange(4), typing=dice.random() < 0.5
        )
    elif chance < 0.7:
        workspace.marking.set_tags(mark.id, dice.sample("甲乙丙丁", dice.randrange(4)))
    elif chance < 0.8:
        workspace.marking.delete_mark(mark.id)
    elif chance < 0.84:
        workspace.shelf.remove([article.id])
    elif chance < 0.87:
        workspace.redecode(dice.choice(["gb18030", "utf-8", "big5hkscs"]))
    elif chance < 0.9:
        text_step(workspace, article, dice)
    elif chance < 0.95:
        workspace.undo()
    else:
        workspace.redo()


@pytest.mark.parametrize("seed", range(6))
def test_to_the_start_and_to_the_end(library: Library, draft: ArticleDraft, seed: int) -> None:
    dice = random.Random(seed)
    drafts = [draft, *(ArticleDraft(title, title * 40) for title in ("鹽湖", "青海", "水天"))]
    first = library.add_article(title="先", text="原有之文，不動。")
    library.add_mark(first.id, (0, 4), colour="zhu", note="原有之注", tags=("甲",))
    begun = state(library)
    workspace = Workspace(library)
    problems = []
    workspace.said.connect(lambda said: problems.append(said) if said.problem else None)
    for _ in range(120):
        step(workspace, dice, drafts)
        if workspace.article is not None:  # what is shown is what is stored
            assert workspace.article == library.article(workspace.article.id)
            stored = library.marks(workspace.article.id)
            assert workspace.marks == tuple(mark for mark in stored if mark.in_text)
            assert all(
                workspace.article.text[mark.start : mark.end] == mark.exact for mark in workspace.marks
            )
        assert workspace.vocabulary.saved == tuple(library.words.all())
        assert workspace.vocabulary.known_words == library.known_words.all()
    ended = state(library)
    for _ in range(2):
        while workspace.undo_text:
            workspace.undo()
        assert without_reading(state(library)) == without_reading(begun)
        while workspace.redo_text:
            workspace.redo()
        assert without_reading(state(library)) == without_reading(ended)
    assert all("text file" in said.text for said in problems)  # articles without bytes cannot be redecoded
    assert library._connection.rows("PRAGMA integrity_check")[0][0] == "ok"
