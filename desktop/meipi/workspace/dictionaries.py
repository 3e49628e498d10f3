"""The dictionaries that words are looked up in: which there are, their order, and which of them are used."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from meipi.support.settings import Settings

if TYPE_CHECKING:
    from meipi.language.own_dictionary import About

PACKAGED = ""
"""The id of the dictionary that comes with the program, which cannot be removed."""

_SUFFIX = ".index"


class Listed(NamedTuple):
    """A dictionary in its place."""

    id: str
    used: bool = True


class Dictionaries:
    """The reader's own are files of a folder, their order is a setting.

    A file that the setting does not name comes after the others: none is lost with the settings.
    """

    def __init__(self, folder: Path | None, settings: Settings) -> None:
        """Without a folder nothing can be added."""
        self._folder, self._settings = folder, settings
        self._removed: set[str] = set()

    @property
    def can_add(self) -> bool:
        return self._folder is not None

    def listed(self) -> list[Listed]:
        """All of them, in the order in which words are looked up."""
        there = self._there() | {PACKAGED}
        found = [each for each in _parsed(self._settings.get("words.dictionaries")) if each.id in there]
        named = {each.id for each in found}
        if PACKAGED not in named:
            found.insert(0, Listed(PACKAGED))
        return [*found, *(Listed(name) for name in sorted(there - named - {PACKAGED}))]

    def about(self, name: str) -> About | None:
        """What is told of a dictionary; None if it cannot be read."""
        from meipi.language import own_dictionary, packaged_dictionary, shelf

        if name == PACKAGED:
            date, licence = packaged_dictionary.published(), packaged_dictionary.LICENCE
            return own_dictionary.About(shelf.PACKAGED, packaged_dictionary.count(), "cedict", date, licence)
        return own_dictionary.about(self._file(name))

    def add(self, data: bytes) -> str:
        """Keep what `exchange.dictionary_file` has made of a file, as the last one; its id.

        OSError if it cannot be written; then nothing has changed.
        """
        from meipi.language import cache

        name = uuid4().hex
        before = self.listed()
        cache.keep(self._file(name), data)
        self._keep([*before, Listed(name)])
        return name

    def put(self, listed: list[Listed]) -> None:
        """Have these in this order: what is not among them is removed, what was removed is back.

        The file of a removed one is there until `tidy`.
        """
        now, then = {each.id for each in self.listed()}, {each.id for each in listed}
        self._removed = (self._removed | now - then) - then - {PACKAGED}
        self._keep(listed)

    def tidy(self) -> None:
        """Delete the files of what was removed."""
        for name in self._removed:
            with suppress(OSError):
                self._file(name).unlink()
        self._removed = {name for name in self._removed if self._file(name).exists()}

    def arrange(self) -> None:
        """Look words up in these from now on."""
        listed = self.listed()
        if listed != [Listed(PACKAGED)]:
            self._arrange(listed)

    def close(self) -> None:
        """Let go of the files."""
        from meipi.language import shelf

        shelf.THE.arrange([None])
        shelf.THE.close()
        self.tidy()

    def _keep(self, listed: list[Listed]) -> None:
        self._settings.set("words.dictionaries", json.dumps(listed))
        self._arrange(listed)

    def _arrange(self, listed: list[Listed]) -> None:
        from meipi.language import shelf

        shelf.THE.arrange([self._file(each.id) if each.id else None for each in listed if each.used])

    def _there(self) -> set[str]:
        if self._folder is None:
            return set()
        try:
            names = {each.stem for each in self._folder.iterdir() if each.suffix == _SUFFIX}
        except OSError:
            return set()
        return names - self._removed

    def _file(self, name: str) -> Path:
        assert self._folder is not None
        return self._folder / (name + _SUFFIX)


def _parsed(text: str) -> list[Listed]:
    """The order in a setting; nothing of it if it is damaged."""
    try:
        found = [Listed(name, used) for name, used in json.loads(text)]
    except (ValueError, TypeError):
        return []
    good = all(isinstance(each.id, str) and isinstance(each.used, bool) for each in found)
    return found if good and len({each.id for each in found}) == len(found) else []
