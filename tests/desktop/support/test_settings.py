from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.support.settings import SETTINGS, DataKey, FlagKey, NumberKey, Setting, Settings, TextKey, accepts
from meipi.support.theme import SYSTEM, THEMES, load


def _another(row: Setting) -> object:
    """A value other than the default that the row accepts."""
    if isinstance(row.default, bool):
        return not row.default
    if isinstance(row.default, int):
        return row.maximum
    if isinstance(row.default, bytes):
        return bytes(range(256))
    if row.pattern:
        return "#012345,#6789ab,#cdef00,#000000,#ffffff"
    return row.choices[-1] if row.choices else '百, "分"; [號]\n%20\\ = ＠'


def test_the_typed_keys_are_the_table() -> None:
    kinds = {str: TextKey, int: NumberKey, bool: FlagKey, bytes: DataKey}
    for kind, keys in kinds.items():
        assert {row.key for row in SETTINGS if type(row.default) is kind} == set(get_args(keys))
    assert len({row.key for row in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.key)
def test_a_value_is_kept_over_a_restart(row: Setting, tmp_path: Path) -> None:
    value = _another(row)
    first = Settings(tmp_path / "a" / "meipi.ini")
    assert first.get(row.key) == row.default  # type: ignore[call-overload]
    first.set(row.key, value)  # type: ignore[call-overload]
    assert first.get(row.key) == value  # type: ignore[call-overload]
    assert first.save()
    assert Settings(tmp_path / "a" / "meipi.ini").get(row.key) == value  # type: ignore[call-overload]


def test_without_a_file_values_stay_in_memory() -> None:
    settings = Settings(None)
    settings.set("view.size", 24)
    assert settings.get("view.size") == 24
    assert settings.save()


def test_the_defaults_are_accepted_by_their_rows() -> None:
    assert all(row.accepts(row.default) for row in SETTINGS)


def test_the_themes_and_colours_are_those_there_are() -> None:
    rows = {row.key: row for row in SETTINGS}
    assert rows["view.theme"].choices == (*THEMES, SYSTEM)
    assert rows["mark.colour"].choices == tuple(load("paper").inks)


@given(damage=st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=30))
def test_a_damaged_value_reads_as_one_the_row_accepts(
    tmp_path_factory: pytest.TempPathFactory, damage: str
) -> None:
    path = tmp_path_factory.mktemp("ini") / "meipi.ini"
    lines = [f"[{row.key.split('.')[0]}]\n{row.key.split('.')[1]}={damage}" for row in SETTINGS]
    path.write_text("\n".join(lines), "utf-8")
    settings = Settings(path)
    for row in SETTINGS:
        assert row.accepts(settings.get(row.key))  # type: ignore[call-overload]


@pytest.mark.parametrize("stored", ["99", "-1", "15", "2e1", "twenty", "", "true", "@Invalid()"])
def test_a_size_out_of_range_reads_as_the_default(stored: str, tmp_path: Path) -> None:
    path = tmp_path / "meipi.ini"
    path.write_text(f"[view]\nsize={stored}\ntheme=sunset\nregional_words=1\n", "utf-8")
    settings = Settings(path)
    assert settings.get("view.size") == 20
    assert settings.get("view.theme") == "paper"
    assert settings.get("view.regional_words") is False


def test_a_file_that_is_no_settings_file_reads_as_defaults(tmp_path: Path) -> None:
    path = tmp_path / "meipi.ini"
    path.write_bytes(bytes(range(256)) * 40)
    settings = Settings(path)
    assert all(settings.get(row.key) == row.default for row in SETTINGS)  # type: ignore[call-overload]


def test_our_own_mistakes_are_errors() -> None:
    settings = Settings(None)
    with pytest.raises(ValueError, match=r"view\.size"):
        settings.set("view.size", 33)
    with pytest.raises(ValueError, match=r"view\.theme"):
        settings.set("view.theme", "sunset")
    with pytest.raises(ValueError, match=r"view\.size"):
        settings.set("view.size", True)
    with pytest.raises(ValueError, match=r"view\.own_tones"):
        settings.set("view.own_tones", "#b3261e,red,#2450a4,#7a2e8e,#666666")
    for use in (settings.read, lambda key: settings.write(key, 1), lambda key: accepts(key, 1)):
        with pytest.raises(KeyError):
            use("view.colour")


def test_a_folder_in_the_place_of_the_file_costs_only_the_saving(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("view.size", 24)
    assert not settings.save()
    assert settings.get("view.size") == 24
