"""What became of an article and its marks, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from meipi.support.translation import counted, tr
from meipi.workspace.reanchoring import Counts, Rewritten, counts_of
from meipi.workspace.text_changes import Replacement


def replaced(parts: Sequence[Replacement]) -> str:
    """What became of some articles' marks: “Updated: 12 marks stay, 2 moved, 1 to be placed by hand”."""
    counts = reduce(Counts.plus, (counts_of(part.before, part.after) for part in parts), Counts())
    if len(parts) > 1:
        lead = tr("{n} articles updated").format(n=len(parts))
    else:
        lead = {
            "file": tr("Updated"),
            "address": tr("Updated"),
            "edition": tr("Text replaced"),
            "edit": tr("Text changed"),
            "script": tr("Source converted"),
            "encoding": tr("Encoding changed"),
            "back": tr("The former text is back"),
        }[parts[0].reason]
    marks = of_marks(counts)
    return tr("{what}: {marks}").format(what=lead, marks=marks) if marks else lead


def of_marks(counts: Counts) -> str:
    """How many marks stay, moved and so on; empty for none."""
    told = [
        (counts.stay, tr("{n} mark stays"), tr("{n} marks stay")),
        (counts.moved, tr("{n} moved"), tr("{n} moved")),
        (counts.changed, tr("{n} changed"), tr("{n} changed")),
        (counts.orphans, tr("{n} to be placed by hand"), tr("{n} to be placed by hand")),
        (counts.found, tr("{n} found again"), tr("{n} found again")),
    ]
    return tr(", ").join(counted(number, one, many) for number, one, many in told if number)


def another_article(title: str, rewritten: Rewritten) -> str:
    """That a text seems to be no version of the article."""
    counts = counts_of(rewritten.before, rewritten.after)
    lost = counted(
        counts.orphans,
        tr("{n} of its marks would have to be placed by hand."),
        tr("{n} of its marks would have to be placed by hand."),
    )
    asked = tr("This seems to be another article than “{title}”.").format(title=title)
    return f"{asked} {lost}" if counts.orphans else asked
