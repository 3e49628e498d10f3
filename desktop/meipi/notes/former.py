"""What marks were on before the text of their article changed."""

from __future__ import annotations

from collections.abc import Iterable

from meipi.workspace import Mark, Workspace


def former_quotes(workspace: Workspace, marks: Iterable[Mark]) -> dict[int, str]:
    """By the id of each mark that was placed on other words and has not been confirmed: the words before.

    Only the versions of the text are looked through in which there is something to be found.
    """
    changed = {mark.id: mark.exact for mark in marks if mark.placed == "changed"}
    found: dict[int, str] = {}
    for version in workspace.versions.former() if changed else ():
        for place in workspace.versions.places_in(version):
            mark_id = place.mark_id
            if mark_id in changed and mark_id not in found and place.exact != changed[mark_id]:
                found[mark_id] = place.exact
        if len(found) == len(changed):
            break
    return found
