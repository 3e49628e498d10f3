"""The tags of the whole library: which there are, and changing one wherever it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from meipi.support.translation import phrase, tr, tr_noop

if TYPE_CHECKING:
    from meipi.workspace.workspace import Workspace


class TagUse(NamedTuple):
    """A tag, and how many marks and articles have it; what was thrown away does not count."""

    name: str
    marks: int
    articles: int


class Tags:
    """Part of a workspace. A method that changes something is one undoable step, and tells whether it was
    done; where the library does not let it, the workspace says why."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def used(self) -> list[tuple[str, int]]:
        """The tags in use, each with the number of marks that have it, those of the most marks first."""
        with self._workspace.problems_said():
            return self._workspace.library.tags()
        return []

    def uses(self) -> list[TagUse]:
        """The same, with the number of articles too."""
        articles = Counter(tag for info in self._workspace.articles() for tag in info.tags)
        return [TagUse(name, marks, articles[name]) for name, marks in self.used()]

    def rename(self, old: str, new: str) -> bool:
        """Call a tag otherwise on everything that has it; if the new name is there already, the two are one
        from then on. ValueError if the new name is empty."""
        if not new:
            raise ValueError("a tag has a name")
        merged = any(name == new for name, _ in self.used())
        text = (
            tr_noop("Merge tag “{old}” into “{new}”") if merged else tr_noop("Rename tag “{old}” to “{new}”")
        )
        said = tr("“{old}” is “{new}” now")
        return self._replace(old, new, phrase(text, old=old, new=new), said.format(old=old, new=new))

    def delete(self, name: str) -> bool:
        """Take a tag away from everything that has it."""
        text = phrase(tr_noop("Delete tag “{tag}”"), tag=name)
        return self._replace(name, "", text, tr("Tag “{tag}” deleted").format(tag=name))

    def _replace(self, old: str, new: str, text: str, said: str) -> bool:
        if old == new:
            return True
        from meipi.workspace.tag_changes import ReplaceTag

        return self._workspace.do(ReplaceTag(old, new, text), said) is not None
