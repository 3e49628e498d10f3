"""Phrase tables: what is packed comes out, and a cache that is damaged or read-only harms nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meipi.language import phrase_tables
from meipi.language.phrase_tables import DamagedTablesError, Tables, packed, unpacked

PHRASES = [("银行", ["yín", "háng"]), ("银行家", ["yín", "háng", "jiā"]), ("行家", ["háng", "jia"])]
CHARACTERS = [("行", "xíng,háng"), ("银", "yín"), ("〇", "líng"), ("\ue815", "yè")]


def phrases_of(tables: Tables) -> dict[str, list[str]]:
    """All phrases, put together from their levels."""
    found: dict[str, list[str]] = {}
    mask = (1 << phrase_tables.CODE_BITS) - 1
    before: list[str] = []
    for length, level in enumerate(tables.levels, 2):
        words: list[str] = []
        for key, start in zip(level.keys.tolist(), level.starts.tolist(), strict=True):
            first = key >> phrase_tables.CODE_BITS
            words.append((chr(first) if length == 2 else before[first]) + chr(key & mask))
            if start >= 0:
                found[words[-1]] = [
                    tables.names[number] for number in tables.spoken[start : start + length].tolist()
                ]
        before = words
    return found


def test_what_is_packed_comes_out() -> None:
    tables = unpacked(packed(iter(PHRASES), iter(CHARACTERS)))
    assert phrases_of(tables) == dict(PHRASES)
    assert [chr(code) for code in tables.codes] == ["〇", "行", "银"]
    assert [tables.names[number] for number in tables.known] == ["líng", "xíng", "háng", "yín"]
    assert tables.firsts.tolist() == [0, 1, 3, 4]


def test_what_is_no_phrase_of_hanzi_is_left_out() -> None:
    odd = [("甲，乙", ["jiǎ", "", "yǐ"]), ("甲乙", ["jiǎ"]), ("甲", ["jiǎ"]), ("", [])]
    assert phrases_of(unpacked(packed(iter([*odd, *PHRASES]), iter([])))) == dict(PHRASES)
    assert not unpacked(packed(iter(odd), iter(CHARACTERS))).levels


def test_of_the_same_phrase_the_last_counts() -> None:
    tables = unpacked(packed(iter([*PHRASES, ("行家", ["xíng", "jiā"])]), iter([])))
    assert phrases_of(tables)["行家"] == ["xíng", "jiā"]


@given(
    st.dictionaries(
        st.text("甲乙丙\U00020000\uf900", min_size=2, max_size=5), st.text("abc", min_size=1, max_size=2)
    )
)
@settings(max_examples=100, deadline=None)
def test_any_phrases(readings: dict[str, str]) -> None:
    phrases = {word: [reading] * len(word) for word, reading in readings.items()}
    assert phrases_of(unpacked(packed(iter(phrases.items()), iter([])))) == phrases


@pytest.mark.parametrize("place", [0, 7, 8, 16, 20, 60, -1])
def test_a_changed_byte_is_noticed(place: int) -> None:
    data = bytearray(packed(iter(PHRASES), iter(CHARACTERS)))
    data[place] ^= 1
    with pytest.raises(DamagedTablesError):
        unpacked(bytes(data))


@pytest.mark.parametrize("size", [0, 1, 8, 16, 19, 40, -1])
def test_a_part_is_noticed(size: int) -> None:
    with pytest.raises(DamagedTablesError):
        unpacked(packed(iter(PHRASES), iter(CHARACTERS))[:size])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), JSON), st.sampled_from([None, 0, 2]), st.booleans())
def test_members_are_those_of_the_object(value: dict[str, object], indent: int | None, escaped: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=escaped)
    assert list(phrase_tables.members(f" \n{text}\n")) == list(value.items())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Small tables, quickly made; grows by an item for each time they are."""
    counted: list[int] = []

    def small() -> tuple[Iterator[tuple[str, list[str]]], Iterator[tuple[str, str]]]:
        counted.append(1)
        return iter(PHRASES), iter(CHARACTERS)

    monkeypatch.setattr(phrase_tables, "_pypinyin", small)
    return counted


def whole(path: Path) -> bool:
    return phrases_of(phrase_tables.open_tables(path)) == dict(PHRASES)


def test_tables_are_made_once(tmp_path: Path, made: list[int]) -> None:
    path = tmp_path / "new" / "tables"
    assert whole(path)
    assert whole(path)
    assert len(made) == 1
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"meipiPT1" + bytes(200)])
def test_damaged_tables_are_made_again(tmp_path: Path, made: list[int], content: bytes) -> None:
    path = tmp_path / "tables"
    path.write_bytes(content)
    assert whole(path)
    assert whole(path)
    assert len(made) == 1


def test_a_place_where_nothing_can_be_kept(tmp_path: Path, made: list[int]) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "tables"
    assert whole(path)
    assert whole(path)
    assert len(made) == 2


def test_a_full_disk(tmp_path: Path, made: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    assert whole(tmp_path / "tables")
    assert not [*tmp_path.iterdir()]


def test_two_at_once(tmp_path: Path, made: list[int]) -> None:
    path = tmp_path / "tables"
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: whole(path), range(32)))
    assert [*tmp_path.iterdir()] == [path]


def test_the_name_tells_the_version_of_pypinyin(monkeypatch: pytest.MonkeyPatch) -> None:
    here = phrase_tables.cache_file()
    monkeypatch.setattr("meipi.language.cache.version", lambda name: f"{name}-9")
    assert phrase_tables.cache_file().name == "readings-pypinyin-pypinyin-9.tables" != here.name
    assert phrase_tables.cache_file().parent == here.parent


def test_reading_does_not_load_pypinyin(tmp_path: Path) -> None:
    code = (
        "import sys; from meipi.language import pinyin; assert pinyin.read('银行')[1] == 'háng'; "
        "assert 'pypinyin' not in sys.modules"
    )
    for _ in range(2):
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        )
