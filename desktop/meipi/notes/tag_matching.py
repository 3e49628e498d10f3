"""Tags that may be meant by what is being written, in any script, in pinyin or by its initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from meipi.language.folding import fold_characters
from meipi.language.matched_list import MatchedList


@lru_cache(maxsize=4096)
def tag_key(name: str) -> str:
    """What two tags have in common that differ only in script, width or case: 盐湖 and 鹽湖.

    Signs are kept, since "c" and "c++" are two tags.
    """
    forms = fold_characters(name)
    return "".join(form or char.casefold() for form, char in zip(forms, name, strict=True))


def tags_meant(written: str, names: Sequence[str]) -> list[str]:
    """Those of the names that `written` may be, or a part of; all, if nothing is written.

    The likeliest come first: what is the same tag in another form, then what begins so. Else the order stays.
    """
    if not written:
        return list(names)
    key = tag_key(written)
    found = {number: 1 if start == 0 else 2 for number, start in _matched(tuple(names)).find(written).items()}
    found |= {number: 0 for number, name in enumerate(names) if tag_key(name) == key}
    return [names[number] for number in sorted(found, key=lambda number: (found[number], number))]


def same_tag(written: str, names: Iterable[str]) -> str | None:
    """The one of the names that is `written` in another script or case; None if there is none, or if the
    very same one is there."""
    key, found = tag_key(written), None
    for name in names:
        if name == written:
            return None
        if found is None and tag_key(name) == key:
            found = name
    return found


@lru_cache(maxsize=2)
def _matched(names: tuple[str, ...]) -> MatchedList:
    """The tags last looked through: a reader goes on writing."""
    return MatchedList(names)
