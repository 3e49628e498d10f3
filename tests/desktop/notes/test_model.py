from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from meipi.notes.arrangement import Card, Filter
from meipi.notes.card_layout import numeral
from meipi.notes.model import CardModel
from meipi.workspace import Article, Mark, Workspace

ARTICLE = Article(
    id=1, uid="a", title="題", text="題\n\n一二三\n 四五六\n", sha256="", source="", author="", url="",
    published="", script="", encoding="", path="", blocks="", added="", opened="", position=0, furthest=0,
    deleted=None,
)  # fmt: skip
MARK = Mark(
    id=1, uid="m", article_id=1, start=3, end=4, exact="一", prefix="", suffix="", colour="zhu",
    style="ground", note="", tags=(), created="", modified="", deleted=None,
)  # fmt: skip


def _shown(model: CardModel) -> list[Mark]:
    rows = (model.row_at(row) for row in range(model.rowCount()))
    return [row.mark for row in rows if isinstance(row, Card)]


def test_numbers_count_the_marks_with_notes_and_paragraphs_the_lines_with_text() -> None:
    model = CardModel()
    spots = ((1, 0, "note"), (2, 3, ""), (3, 3, "note"), (4, 9, " "), (5, 9, "note"))
    marks = [replace(MARK, id=id_, start=start, end=start + 1, note=note) for id_, start, note in spots]
    model.show(ARTICLE, marks, {2: "begun"})
    assert [card.number for card in model.cards] == [1, 0, 2, 0, 3]
    assert [card.paragraph for card in model.cards] == [1, 2, 2, 3, 3]
    assert [card.draft for card in model.cards] == [None, "begun", None, None, None]


def test_a_filter_leaves_the_numbers_as_they_are() -> None:
    model = CardModel()
    marks = [
        replace(MARK, id=1, note="a"),
        replace(MARK, id=2, note="b", colour="tian"),
    ]
    model.show(ARTICLE, marks, {})
    model.set_filter(Filter(colour="tian"))
    assert [mark.id for mark in _shown(model)] == [2]
    (card,) = (model.card_at(model.index(row)) for row in range(model.rowCount()))
    assert card is not None
    assert card.number == 2
    assert model.counts() == {"zhu": 1, "tian": 1}
    model.show(ARTICLE, [replace(marks[0], colour="tian"), marks[1]], {})
    assert [mark.id for mark in _shown(model)] == [1, 2]
    assert model.row_of(2) == 1
    assert model.row_of(7) == model.row_of(None) == -1


@given(st.lists(st.integers(1, 9), unique=True), st.lists(st.integers(1, 9), unique=True))
def test_rows_that_stay_at_both_ends_are_never_taken_out(old: list[int], new: list[int]) -> None:
    model = CardModel()
    model.show(ARTICLE, [replace(MARK, id=id_) for id_ in old], {})
    kept = {id_: QPersistentModelIndex(model.index(row)) for row, id_ in enumerate(old)}
    model.show(ARTICLE, [replace(MARK, id=id_, note="x") for id_ in new], {})
    assert [mark.id for mark in _shown(model)] == new
    assert all(mark.note == "x" for mark in _shown(model))
    for row, (was, now) in enumerate(zip(old, new, strict=False)):
        if was != now:
            break
        assert kept[was].row() == row
    for id_, index in kept.items():
        assert not index.isValid() or index.row() == new.index(id_)


def test_a_change_touches_only_its_row(workspace: Workspace) -> None:
    model = CardModel()
    model.show(workspace.article, workspace.marks, {})
    touched: list[int] = []
    model.dataChanged.connect(lambda first, _last: touched.append(first.row()))
    workspace.marking.recolour(workspace.marks[1].id, "ou")
    model.show(workspace.article, workspace.marks, {})
    assert touched == [1]


def test_a_screen_reader_hears_colour_note_tags_and_place(workspace: Workspace) -> None:
    model = CardModel()
    model.show(workspace.article, workspace.marks, {})
    index = model.index(3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "察爾汗"
    said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "天青 Blue, Qarhan, #place, paragraph 3"


def test_numerals_have_rings_as_far_as_there_are_any() -> None:
    assert [numeral(number) for number in (1, 20, 21, 35, 36, 50, 51)] == [*"①⑳㉑㉟㊱㊿", "(51)"]
