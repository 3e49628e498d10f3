"""Dictionaries of the reader's own: kept, in an order, and never lost by a broken setting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from meipi.language import own_dictionary, packaged_dictionary, words
from meipi.language.own_dictionary import About, Row
from meipi.support.settings import Settings
from meipi.workspace.dictionaries import PACKAGED, Dictionaries, Listed


def made(name: str, sense: str = "lake") -> bytes:
    return own_dictionary.of_rows(About(name, 1, "rows"), [Row(("湖",), "hú", (sense,))])


class Place:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "library.dictionaries"
        self.settings = folder / "library.ini"

    def opened(self) -> Dictionaries:
        return Dictionaries(self.folder, Settings(self.settings))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    yield Place(tmp_path)
    Dictionaries(None, Settings(None)).close()


def sources() -> list[str]:
    return [entry.dictionary for entry in words.look_up("湖", 0)]


def test_at_first_there_is_the_packaged_one(place: Place) -> None:
    there = place.opened()
    assert there.listed() == [Listed(PACKAGED, True)]
    told = there.about(PACKAGED)
    assert told is not None
    assert (told.name, told.date, told.licence) == (
        "CC-CEDICT",
        packaged_dictionary.published(),
        "CC BY-SA 4.0",
    )
    assert told.entries == len(packaged_dictionary.lines())


def test_what_is_added_is_looked_up_and_there_the_next_time(place: Place) -> None:
    settings = Settings(place.settings)
    first = Dictionaries(place.folder, settings)
    one, other = first.add(made("one")), first.add(made("other"))
    assert sources() == ["CC-CEDICT", "one", "other"]
    first.put([Listed(other), Listed(PACKAGED, False), Listed(one)])
    assert sources() == ["other", "one"]
    assert settings.save()
    first.close()
    assert sources() == ["CC-CEDICT"]
    again = place.opened()
    again.arrange()
    assert sources() == ["other", "one"]
    told = again.about(one)
    assert told is not None
    assert told.name == "one"


def test_a_removed_one_comes_back_until_all_is_tidied(place: Place) -> None:
    there = place.opened()
    name = there.add(made("one"))
    before = there.listed()
    there.put([Listed(PACKAGED)])
    assert there.listed() == [Listed(PACKAGED)]
    assert sources() == ["CC-CEDICT"]
    there.put(before)
    there.tidy()
    assert sources() == ["CC-CEDICT", "one"]
    there.put([Listed(PACKAGED)])
    there.tidy()
    assert list(place.folder.iterdir()) == []
    assert name not in {each.id for each in place.opened().listed()}


@pytest.mark.parametrize("setting", ["", "{", "[1]", '[["", 1]]', '[["",true],["",true]]', '[["gone",true]]'])
def test_a_broken_setting_loses_nothing(place: Place, setting: str) -> None:
    there = place.opened()
    name = there.add(made("one"))
    settings = Settings(None)
    settings.set("words.dictionaries", setting)
    assert Dictionaries(place.folder, settings).listed() == [Listed(PACKAGED), Listed(name)]


def test_one_that_cannot_be_read_is_passed_over(place: Place) -> None:
    there = place.opened()
    name, other = there.add(made("one")), there.add(made("other"))
    there.close()
    file = place.folder / f"{name}.index"
    file.write_bytes(file.read_bytes()[:-1])
    there.arrange()
    assert there.about(name) is None
    assert there.about(other) is not None
    assert sources() == ["CC-CEDICT", "other"]


def test_nothing_is_added_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    there = Dictionaries(tmp_path / "file", Settings(None))
    with pytest.raises(OSError, match=r"\w"):
        there.add(made("one"))
    assert there.listed() == [Listed(PACKAGED)]
    assert not Dictionaries(None, Settings(None)).can_add
