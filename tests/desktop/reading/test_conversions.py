"""What is shown in another script: whole paragraphs whatever their markup, no code, the reader's exceptions;
a book at once where it is in view, and whole when a worker is done."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.reading import desk as worked
from desktop.reading.desk import Desk, Make
from desktop.reading.written import article
from meipi.language.script import convert
from meipi.language.span import Span
from meipi.reading.shown import Shown

BOOK = "这里的内存和鼠标都坏了，他在银行里数钱。\n" * 4000


def shown_of(desk: Desk) -> Shown:
    assert desk.page.sheet is not None
    assert desk.page.sheet.typeset.shown is desk.page.sheet.shown
    return desk.page.sheet.shown


def parts_shown(desk: Desk, span: Span) -> str:
    shown = shown_of(desk).to_shown(span)
    return shown_of(desk).text[shown.start : shown.end]


def in_view(desk: Desk) -> str:
    """The shown text of the lines in view."""
    lines, layout = desk.page.lines_in_view(), desk.page.sheet.typeset.layout if desk.page.sheet else None
    assert layout is not None
    return shown_of(desk).text[int(layout.line_start[lines[0]]) : int(layout.line_end[lines[-1]])]


def whole(desk: Desk, qtbot: QtBot) -> None:
    """Wait until the whole text is converted."""
    assert desk.page.sheet is not None
    conversions = desk.page.sheet.conversions
    config = desk.page.sheet.configuration(desk.viewing)
    qtbot.waitUntil(lambda: not conversions.lacks(config), timeout=20_000)


@pytest.mark.parametrize(
    ("markdown", "part", "shown"),
    [
        ("插上**内**存，还有*鼠*标", "内", "記憶體"),
        ("插上[内](http://a.cn)存，还有鼠标", "内", "記憶體"),
        ("头[发](http://a.cn)很长，出发了", "发", "髮"),
        ("他**干**燥的*头*发", "干", "乾"),
    ],
)
def test_a_phrase_is_not_cut_at_markup(desk_with: Make, markdown: str, part: str, shown: str) -> None:
    desk = desk_with(article(markdown))
    desk.show("twp")
    assert shown_of(desk).text == convert(desk.text, "s2twp").text
    (inline, *_) = desk.workspace.inlines()
    assert desk.text[inline.start : inline.end] == part
    assert parts_shown(desk, Span(inline.start, inline.end)) == shown


def test_the_address_of_a_link_is_left_alone(desk_with: Make) -> None:
    desk = desk_with(article("见[软件](https://例子.cn/软件)和 <https://例子.cn/软件>，还有软件"))
    desk.show("twp")
    assert shown_of(desk).text == "見軟體和 https://例子.cn/软件，還有軟體"
    assert shown_of(desk).markup.link_at(1) == "https://xn--fsqu00a.cn/%E8%BD%AF%E4%BB%B6"


def test_code_is_not_converted(desk_with: Make) -> None:
    desk = desk_with(article("变量`后台内存`里的内存\n\n```\n内存 = 后台\n```\n\n内存"))
    for script, expected in (
        ("twp", "變數后台内存裡的記憶體\n内存 = 后台\n記憶體"),
        ("simplified", "变量后台内存里的内存\n内存 = 后台\n内存"),
    ):
        desk.show(script)
        assert "\n".join(line for line in shown_of(desk).text.split("\n") if line) == expected


def test_exceptions_are_shown_and_undone(desk_with: Make) -> None:
    desk = desk_with("范先生的头发和内存。范先生走了。")
    desk.show("twp")
    before = shown_of(desk).text
    assert before == "範先生的頭髮和記憶體。範先生走了。"
    vocabulary = desk.workspace.vocabulary
    assert vocabulary.add_exception("范先生", "范先生", "traditional", False)
    assert vocabulary.add_exception("内存", "内存", "traditional", True)
    assert shown_of(desk).text == "范先生的頭髮和内存。范先生走了。"
    # They are for Traditional only.
    desk.show("simplified")
    assert shown_of(desk).text == desk.text
    desk.show("tw")
    assert shown_of(desk).text == "范先生的頭髮和内存。范先生走了。"
    desk.workspace.undo()
    desk.workspace.undo()
    desk.show("twp")
    assert shown_of(desk).text == before
    desk.workspace.redo()
    assert shown_of(desk).text == before.replace("範先生", "范先生")


def test_an_exception_of_one_article_is_not_seen_in_another(desk_with: Make) -> None:
    desk = desk_with("范先生")
    desk.show("tw")
    desk.workspace.vocabulary.add_exception("范", "范", "traditional", False)
    assert shown_of(desk).text == "范先生"
    other = desk_with("范先生走了")
    other.show("tw")
    assert shown_of(other).text == "範先生走了"


def test_selection_and_marks_stay_on_their_text_through_exceptions(desk_with: Make) -> None:
    desk = desk_with("他的内存坏了，他的鼠标坏了")
    desk.show("twp")
    mark = desk.workspace.marking.highlight(desk.span("鼠标"), "zhu")
    assert mark is not None
    desk.workspace.vocabulary.add_exception("内存", "主記憶體", "traditional", True)
    assert shown_of(desk).text == "他的主記憶體壞了，他的滑鼠壞了"
    assert parts_shown(desk, Span(*mark.span)) == "滑鼠"
    assert desk.page.scene.marks[0].span == shown_of(desk).to_shown(Span(*mark.span))
    desk.drag(desk.point(desk.offset("内存"), 0.2), desk.point(desk.offset("坏了"), 0.1))
    assert desk.selected == "内存"


def test_a_book_is_converted_in_view_at_once_and_whole_later(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(BOOK)
    desk.page.bring_to_top(len(desk.text) // 2)
    top = desk.page.position
    desk.show("twp")
    expected = convert(desk.text, "s2twp")
    assert "記憶體" in in_view(desk)
    assert "内存" not in in_view(desk)
    assert shown_of(desk).text != expected.text
    assert desk.page.position == top
    whole(desk, qtbot)
    assert shown_of(desk).text == expected.text
    assert shown_of(desk).conversion.uneven == expected.uneven
    assert desk.page.position == top
    # It is kept.
    desk.show("source")
    desk.show("twp")
    assert shown_of(desk).text == expected.text


def test_a_reader_who_goes_elsewhere_before_that_finds_it_converted(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(BOOK)
    desk.show("twp")
    for place in (0.7, 0.3, 1.0):
        desk.page.bring_to_top(round((len(desk.text) - 1) * place))
        assert "記憶體" in in_view(desk)
        assert "内存" not in in_view(desk)
    desk.page.bar.setValue(desk.page.bar.maximum() // 2)
    assert "内存" not in in_view(desk)
    whole(desk, qtbot)
    assert shown_of(desk).text == convert(desk.text, "s2twp").text


def test_turning_on_before_a_book_is_converted(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(BOOK)
    for script in ("twp", "simplified", "source", "hk"):
        desk.show(script)
    assert "這裏" in in_view(desk)
    whole(desk, qtbot)
    assert shown_of(desk).text == convert(desk.text, "s2hk").text
    desk.show("twp")
    whole(desk, qtbot)
    assert shown_of(desk).text == convert(desk.text, "s2twp").text


def test_another_article_while_a_book_is_converted(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(BOOK)
    desk.show("twp")
    book = desk.page.sheet
    assert book is not None
    desk.workspace.add_drafts([worked.sample("the-far-bank.txt")])
    qtbot.waitUntil(lambda: not book.conversions.lacks("s2twp"), timeout=20_000)
    assert shown_of(desk).text == convert(desk.text, "s2twp").text


def test_exceptions_in_a_book(desk_with: Make, qtbot: QtBot) -> None:
    desk = desk_with(BOOK)
    desk.show("twp")
    desk.workspace.vocabulary.add_exception("鼠标", "耗子", "traditional", True)
    assert "耗子" in in_view(desk)
    whole(desk, qtbot)
    assert shown_of(desk).text.count("耗子") == 4000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("她說她看著裡面的著名作家。", "她说她看着里面的著名作家。"),
        ("市民説看着這裏的衞生，為此擔心。", "市民说看着这里的卫生，为此担心。"),
        ("他看著她來。", "他看着她来。"),
        ("说说他看著的軟體，软件。", "说说他看着的软体，软件。"),
    ],
)
def test_simplified_is_made_by_the_region_of_the_article(desk_with: Make, text: str, expected: str) -> None:
    desk = desk_with(text)
    desk.show("simplified")
    assert shown_of(desk).text == expected


@pytest.mark.parametrize(
    ("text", "variant", "steps"),
    [
        ("她說她看著裡面的人，為他擔心。", "tw", ["simplified", "source"]),
        ("她說她看著裡面的人，為他擔心。", "hk", ["simplified", "traditional", "source"]),
        ("市民説看着這裏的衞生，為此擔心。", "hk", ["simplified", "source"]),
        ("學習", "tw", ["simplified", "traditional", "source"]),
        ("学习说话", "tw", ["traditional", "source"]),
        ("学习说话，學習說話", "tw", ["simplified", "traditional", "source"]),
    ],
)
def test_what_t_turns_to(desk_with: Make, text: str, variant: str, steps: list[str]) -> None:
    desk = desk_with(text)
    desk.viewing.set_variant(variant, False)
    desk.viewing.set_script("source")
    seen = []
    for _ in steps:
        desk.viewing.set_script(desk.page.next_script())
        seen.append(desk.viewing.script)
    assert seen == steps
