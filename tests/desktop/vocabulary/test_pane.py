from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.vocabulary.conftest import BANK, LAKE, save
from meipi.language.span import Span
from meipi.support.card_painting import card_rect, foot_of
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.vocabulary.card import ACTIONS
from meipi.vocabulary.pane import WordsPane
from meipi.workspace import Library, Said, Workspace, open_library
from meipi.workspace.viewing import Viewing

Key = Qt.Key


def shown(pane: WordsPane) -> list[str]:
    """The headwords in the list."""
    model = pane.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def press(pane: WordsPane, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(pane.list, key)


def jumps(pane: WordsPane) -> list[tuple[int, Span]]:
    met: list[tuple[int, Span]] = []
    pane.place_wanted.connect(lambda article_id, span: met.append((article_id, span)))
    return met


def test_the_words_of_all_articles_are_there_and_those_of_the_open_one(pane: WordsPane) -> None:
    assert shown(pane) == ["銀行", "鹽湖", "行長", "重要"]
    assert (pane.everywhere.count, pane.here.count) == (4, 2)
    QTest.mouseClick(pane.here, Qt.MouseButton.LeftButton)
    assert shown(pane) == ["銀行", "鹽湖"]
    QTest.mouseClick(pane.everywhere, Qt.MouseButton.LeftButton)
    assert len(shown(pane)) == 4


def test_it_follows_the_open_article(pane: WordsPane, workspace: Workspace) -> None:
    pane.here.setChecked(True)
    bank = next(info for info in workspace.articles() if info.title == "银行")
    workspace.open_article(bank.id)
    assert shown(pane) == ["银行", "行长", "重要"]  # in the script of the article
    workspace.open_article(None)
    assert len(shown(pane)) == 4
    assert not pane.here.isEnabled()


def test_the_filter_takes_either_script_pinyin_and_meaning(pane: WordsPane) -> None:
    pane.filter.setFocus()
    for text, found in (("yinhang", ["銀行"]), ("长", ["行長"]), ("salt", ["鹽湖"]), ("zz", [])):
        pane.filter.clear()
        pane.filter.insert(text)
        assert shown(pane) == found
    assert pane._empty.text() == "No word matches."
    assert pane._empty.isVisible()
    QTest.keyClick(pane.filter, Key.Key_Escape)
    assert len(shown(pane)) == 4
    QTest.keyClick(pane.filter, Key.Key_Down)
    assert pane.list.hasFocus()
    QTest.keyClick(pane.list, Key.Key_Slash)
    assert pane.filter.hasFocus()


def test_the_order_is_chosen(pane: WordsPane) -> None:
    pane.order.setFocus()
    QTest.keyClick(pane.order, Key.Key_Down)  # by pinyin
    assert shown(pane) == ["行長", "鹽湖", "銀行", "重要"]
    order = [pane.model.card_at(pane.model.index(row)).latest.pinyin for row in range(4)]
    assert order == ["háng zhǎng", "yán hú", "yín háng", "zhòng yào"]


def test_enter_goes_from_place_to_place(pane: WordsPane, workspace: Workspace) -> None:
    met = jumps(pane)
    pane.focus_list()
    press(pane, Key.Key_Down)  # 鹽湖: three times in the open article
    press(pane, *[Key.Key_Return] * 4)
    assert workspace.article is not None
    starts = [span.start for _, span in met]
    assert [LAKE[slice(*span)] for _, span in met] == ["鹽湖"] * 4
    assert starts[:3] == sorted(starts[:3])
    assert starts[3] == starts[0]
    assert {article for article, _ in met} == {workspace.article.id}
    met.clear()
    press(pane, Key.Key_Up, Key.Key_Return, Key.Key_Return)  # 銀行: here, then where it was saved elsewhere
    assert [LAKE[slice(*met[0][1])], BANK[slice(*met[1][1])]] == ["銀行", "银行"]
    assert met[0][0] != met[1][0]


def test_del_removes_a_word_from_all_places_and_undo_brings_it_back(
    pane: WordsPane, workspace: Workspace, library: Library, heard: list[Said]
) -> None:
    pane.focus_list()
    press(pane, Key.Key_Delete)
    assert shown(pane) == ["鹽湖", "行長", "重要"]
    assert [word.simplified for word in library.words.all()] == ["重要", "行长", "盐湖"]
    assert heard == [Said("Word removed", undoable=True)]
    assert pane.model.headword(pane.model.card_at(pane.list.currentIndex())) == "鹽湖"
    workspace.undo()
    assert shown(pane) == ["銀行", "鹽湖", "行長", "重要"]
    assert len(library.words.all()) == 5


def test_w_knows_and_c_copies(pane: WordsPane, library: Library) -> None:
    pane.focus_list()
    press(pane, Key.Key_W, Key.Key_C)
    assert library.known_words.all() == {"银行"}
    assert pane.model.card_at(pane.list.currentIndex()).known
    assert QGuiApplication.clipboard().text() == "銀行"
    press(pane, Key.Key_W)
    assert library.known_words.all() == frozenset()


def foot(pane: WordsPane, row: int) -> QRectF:
    return foot_of(QRectF(card_rect(pane.list.visualRect(pane.model.index(row)), pane.list)))


def test_the_mouse_has_the_same_actions(pane: WordsPane, library: Library) -> None:
    met = jumps(pane)
    for action, place in ACTIONS.places(foot(pane, 1)):
        if action != "remove":
            QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert library.known_words.all() == {"盐湖"}
    assert QGuiApplication.clipboard().text() == "鹽湖"
    assert met == []
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert [LAKE[slice(*span)] for _, span in met] == ["銀行"]
    place = dict(ACTIONS.places(foot(pane, 1)))["remove"].center().toPoint()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(pane) == ["銀行", "行長", "重要"]


def test_esc_leaves(pane: WordsPane, qtbot: QtBot) -> None:
    pane.focus_list()
    with qtbot.waitSignal(pane.left, timeout=500):
        press(pane, Key.Key_Escape)
    pane.filter.setFocus()
    with qtbot.waitSignal(pane.left, timeout=500):
        QTest.keyClick(pane.filter, Key.Key_Escape)


def test_a_word_saved_meanwhile_is_there_at_once(pane: WordsPane, workspace: Workspace) -> None:
    save(workspace, "盆地")
    assert shown(pane)[0] == "盆地"
    assert pane.here.count == 3


def test_what_is_not_seen_is_not_read(
    workspace: Workspace, viewing: Viewing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[None] = []
    pane = WordsPane(workspace, viewing, load("paper"))
    qtbot.addWidget(pane)
    show = pane.model.show
    monkeypatch.setattr(pane.model, "show", lambda *words: (read.append(None), show(*words)))
    workspace.vocabulary.know(["鹽湖"])
    save(workspace, "盆地")
    assert read == []
    pane.show()
    qtbot.waitExposed(pane)
    assert len(read) == 1
    assert shown(pane)[0] == "盆地"


def test_thousands_of_words_are_laid_out_without_measuring_each(
    library: Library, viewing: Viewing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(library)
    article = library.add_article(title="一", text="鹽湖" * 20)
    with library.transaction():
        from meipi_db import SavedWord

        for number in range(1000):
            library.words.add(SavedWord(article.id, 0, 2, f"词{number}", f"詞{number}", "cí", "", ""))
    pane = WordsPane(workspace, viewing, load("paper"))
    qtbot.addWidget(pane)
    measured: list[None] = []
    hint = pane._delegate.sizeHint
    monkeypatch.setattr(
        type(pane._delegate), "sizeHint", lambda self, *given: (measured.append(None), hint(*given))[1]
    )
    painted: list[None] = []
    paint = pane._delegate.paint
    monkeypatch.setattr(
        type(pane._delegate), "paint", lambda self, *given: (painted.append(None), paint(*given))[1]
    )
    pane.resize(344, 700)
    pane.show()
    qtbot.waitExposed(pane)
    QApplication.processEvents()
    assert pane.model.rowCount() == 1000
    assert len(measured) < 50
    assert 0 < len(painted) < 50


@pytest.mark.parametrize("theme", ["paper", "night", "sepia", "contrast"])
def test_cards_are_painted_in_the_colours_of_the_theme(
    pane: WordsPane, workspace: Workspace, theme: str
) -> None:
    colours = load(theme)
    pane.set_theme(colours)
    workspace.vocabulary.know(["銀行"])
    picture = pane.list.viewport().grab().toImage()
    edges = []
    for row in (0, 1):
        box = card_rect(pane.list.visualRect(pane.model.index(row)), pane.list)
        edges.append(picture.pixelColor(box.left() + 1, box.center().y()).name())
    assert edges[0] == QColor(colours.edges["zhu_qing"]).name()  # known
    assert edges[1] == QColor(colours.edges["tian"]).name()


def test_everything_has_a_name(pane: WordsPane) -> None:
    for widget in (pane.list, pane.here, pane.everywhere, pane.filter, pane.order, pane.more):
        assert widget.accessibleName()
    index = pane.model.index(0)
    assert pane.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "銀行"
    told = pane.model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
    for part in ("yín háng", "bank", "鹽湖很多", "鹽湖", "seen 2 ×"):
        assert part in told


def test_an_empty_pane_says_how_to_begin(library: Library, viewing: Viewing, qtbot: QtBot) -> None:
    pane = WordsPane(Workspace(library), viewing, load("paper"))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    assert "press S" in pane._empty.text()
    pane.focus_list()
    assert pane.filter.hasFocus() or not pane.isActiveWindow()


def test_an_article_without_a_saved_word_says_so(pane: WordsPane, workspace: Workspace) -> None:
    pane.here.setChecked(True)
    for word in list(workspace.vocabulary.saved):
        if word.article_id == workspace.article.id:  # type: ignore[union-attr]
            workspace.vocabulary.forget_words([word])
    assert pane._empty.text() == "No word of this article is saved yet."


@pytest.mark.parametrize("act", [Key.Key_Delete, Key.Key_W])
def test_a_library_that_cannot_be_written_keeps_its_words(
    pane: WordsPane, workspace: Workspace, library: Library, qtbot: QtBot, act: Qt.Key
) -> None:
    with open_library(library.path, read_only=True) as closed:
        reading = Workspace(closed)
        heard: list[Said] = []
        reading.said.connect(heard.append)
        reading.open_last("")
        other = WordsPane(reading, Viewing(Settings(None)), load("paper"))
        qtbot.addWidget(other)
        other.show()
        qtbot.waitExposed(other)
        other.focus_list()
        press(other, act)
        assert len(shown(other)) == 4
        assert [said.problem for said in heard] == [True]
    assert len(library.words.all()) == 5


def test_a_word_that_becomes_known_touches_its_own_card_alone(pane: WordsPane, workspace: Workspace) -> None:
    resets: list[None] = []
    changed: list[int] = []
    pane.model.modelReset.connect(lambda: resets.append(None))
    pane.model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    workspace.vocabulary.know(["鹽湖", "別的"])
    assert (resets, changed) == ([], [1])
    assert pane.model.card_at(pane.model.index(1)).known
    workspace.undo()
    assert (resets, changed) == ([], [1, 1])
