"""What the reader chooses to see: kept, told once, for all articles or for one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.support.settings import SETTINGS, Settings, Value
from meipi.workspace.viewing import TYPE_NAMES, TypeChoice, Viewing

OTHERS: dict[str, Value] = {
    "size": 24,
    "phonetics": "zhuyin",
    "vertical": True,
    "family": "hei",
    "leading": 180,
    "measure": 30,
    "paragraphs": "space",
    "line_end": "trim",
    "grouping": "word",
    "tone_form": "numbers",
    "reading_size": 120,
    "reading_gap": 8,
    "compact": True,
    "corner_quotes": False,
}
REPAINTS: dict[str, Value] = {"tones": "pleco", "doubts": False, "head_notes": False, "theme": "sepia"}


class Told:
    """A viewing, and what it has said."""

    def __init__(self, settings: Settings) -> None:
        self.viewing = Viewing(settings)
        self.names: list[str] = []
        self.viewing.changed.connect(self.names.append)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meipi.ini"


@pytest.fixture
def told(path: Path) -> Iterator[Told]:
    settings = Settings(path)
    yield Told(settings)
    settings.save()


def test_the_defaults_of_the_settings_are_those_of_the_type() -> None:
    rows = {row.key: row.default for row in SETTINGS}
    assert {name: rows[f"view.{name}"] for name in TYPE_NAMES} == vars(TypeChoice())
    assert set(OTHERS) == {field.name for field in fields(TypeChoice)}
    assert Viewing(Settings(None)).type == TypeChoice()


@pytest.mark.parametrize(("name", "value"), [*OTHERS.items(), *REPAINTS.items()])
def test_a_choice_is_told_once_and_kept(name: str, value: Value, path: Path) -> None:
    settings = Settings(path)
    told = Told(settings)
    before = told.viewing.type
    for _ in range(2):
        told.viewing.set(name, value)
    assert told.names == [name]
    assert (told.viewing.type != before) == (name in TYPE_NAMES)
    assert settings.save()
    again = Viewing(Settings(path))
    assert again.type == told.viewing.type
    assert getattr(again.type if name in TYPE_NAMES else again, name) == value


def test_own_tone_colours(told: Told) -> None:
    told.viewing.set("own_tones", "#000001,#000002,#000003,#000004,#000005")
    assert told.viewing.own_tones == ("#000001", "#000002", "#000003", "#000004", "#000005")
    assert told.names == ["own_tones"]


@pytest.mark.parametrize(
    ("name", "value"), [("size", 99), ("family", "comic"), ("vertical", 1), ("own_tones", "#000001")]
)
def test_what_cannot_be_is_refused(told: Told, name: str, value: Value) -> None:
    before = told.viewing.type
    with pytest.raises(ValueError, match=name):
        told.viewing.set(name, value)
    with pytest.raises(KeyError):
        told.viewing.set("colour", "red")
    assert (told.viewing.type, told.names) == (before, [])


def test_a_choice_for_one_article_alone(told: Told, path: Path) -> None:
    viewing = told.viewing
    viewing.set("leading", 180)
    viewing.for_article("one")
    assert not viewing.only_here
    viewing.set_only_here(True)
    viewing.set("vertical", True)
    viewing.set_size(28)
    own = replace(TypeChoice(), leading=180, vertical=True, size=28)
    assert viewing.type == own

    viewing.for_article("two")
    assert viewing.type == replace(TypeChoice(), leading=180)
    viewing.set("leading", 220)
    viewing.for_article("one")
    # What was not chosen here follows what is chosen for all.
    assert viewing.type == replace(own, leading=220)
    viewing.for_article(None)
    assert not viewing.only_here

    again = Viewing(Settings(path))
    again.for_article("one")
    assert again.only_here
    assert again.type == replace(own, leading=220)
    again.set_only_here(False)
    assert again.type == replace(TypeChoice(), leading=220)
    assert not again.only_here


def test_another_article_is_told_once_and_only_if_it_looks_different(told: Told) -> None:
    told.viewing.for_article("one")
    told.viewing.set_only_here(True)
    told.viewing.set("vertical", True)
    told.viewing.set("measure", 30)
    del told.names[:]
    told.viewing.for_article("two")
    assert told.names == ["type"]
    told.viewing.for_article("three")
    assert told.names == ["type"]


def test_without_an_article_nothing_is_only_for_it(told: Told) -> None:
    told.viewing.set_only_here(True)
    told.viewing.set("measure", 30)
    assert not told.viewing.only_here
    told.viewing.for_article("one")
    assert told.viewing.type.measure == 30


def test_the_articles_used_last_are_kept(told: Told, path: Path) -> None:
    for number in range(203):
        told.viewing.for_article(f"{number:032x}")
        told.viewing.set_only_here(True)
        told.viewing.set("measure", 30)
    kept = json.loads(Settings(path).get("view.articles"))
    assert len(kept) == 200
    assert next(iter(kept)) == f"{3:032x}"


@given(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60) | st.just('{"one":{"size":99}}')
)
def test_damaged_choices_for_articles_are_left_out(stored: str) -> None:
    settings = Settings(None)
    settings.set("view.articles", stored)
    viewing = Viewing(settings)
    viewing.for_article("one")
    assert viewing.type == TypeChoice()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ('{"one":{"size":28,"colour":1,"vertical":"yes"}}', TypeChoice(size=28)),
        ('{"one":[1],"two":{"size":28}}', TypeChoice()),
        ("[1]", TypeChoice()),
    ],
)
def test_what_is_sound_of_them_is_used(stored: str, expected: TypeChoice) -> None:
    settings = Settings(None)
    settings.set("view.articles", stored)
    viewing = Viewing(settings)
    viewing.for_article("one")
    assert viewing.type == expected


@pytest.mark.parametrize(
    ("shown", "article", "peeked"),
    [
        ("source", "traditional", "simplified"),
        ("source", "simplified", "traditional"),
        ("source", "mixed", "simplified"),
        ("simplified", "traditional", "traditional"),
        ("traditional", "traditional", "simplified"),
        ("traditional", "simplified", "source"),
    ],
)
def test_a_peek_shows_the_other_script_and_leaves_no_trace(
    told: Told, path: Path, shown: str, article: str, peeked: str
) -> None:
    viewing = told.viewing
    viewing.set_script(shown)
    del told.names[:]
    for _ in range(2):
        viewing.peek(article)
    assert viewing.script == peeked
    assert Settings(path).get("view.script") == shown
    for _ in range(2):
        viewing.end_peek()
    assert viewing.script == shown
    assert told.names == ["script", "script"]


def test_a_choice_during_a_peek_holds(told: Told, path: Path) -> None:
    told.viewing.peek("traditional")
    told.viewing.set_script("simplified")
    told.viewing.end_peek()
    assert told.viewing.script == Settings(path).get("view.script") == "simplified"


def test_the_themes_go_round(told: Told) -> None:
    seen = []
    for _ in range(5):
        told.viewing.next_theme()
        seen.append(told.viewing.theme)
    assert seen == ["night", "sepia", "contrast", "paper", "night"]


def test_the_theme_of_the_desktop(told: Told) -> None:
    viewing = told.viewing
    viewing.follow_system(dark=True)
    assert (viewing.shown_theme, told.names) == ("paper", [])
    viewing.set_theme("system")
    assert viewing.shown_theme == "night"
    viewing.follow_system(dark=False)
    viewing.follow_system(dark=False)
    assert (viewing.shown_theme, told.names) == ("paper", ["theme", "theme"])
    viewing.follow_system(dark=True)
    viewing.next_theme()
    assert viewing.theme == "sepia"


def test_the_scope_of_readings_goes_round_and_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    viewing = Viewing(Settings(path))
    heard: list[str] = []
    viewing.changed.connect(heard.append)
    viewing.next_scope()
    assert (viewing.scope, viewing.phonetics) == ("unknown", "pinyin")
    viewing.next_scope()
    viewing.set("level", 5)
    viewing.set("level_list", "HSK 2.0")
    assert heard == ["phonetics", "scope", "scope", "level", "level_list"]
    with pytest.raises(ValueError, match="level"):
        viewing.set("level", 8)
    viewing = Viewing(Settings(path))
    assert (viewing.scope, viewing.level, viewing.level_list) == ("level", 5, "HSK 2.0")
    viewing.next_scope()
    assert viewing.scope == "all"
