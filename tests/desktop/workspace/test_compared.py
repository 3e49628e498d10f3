"""A former text beside the one that took its place."""

from __future__ import annotations

from dataclasses import replace

from meipi.exchange.opening import read_paste
from meipi.support.assets import resource
from meipi.workspace import Library, Workspace
from meipi.workspace.compared import Comparison, compared, sides
from meipi.workspace.reanchoring import Edition

LINE = "山前有一條小河，河水很清，夏天的時候孩子們都在裏面游水。\n"
FIRST = (
    LINE
    + "河上有一座石橋，橋邊有人家。\n人家種了許多竹子。\n"
    + resource("samples/tea-ferry.txt").read_text("utf-8")
)


def replace_text(workspace: Workspace, text: str) -> None:
    assert workspace.article is not None
    draft = replace(read_paste(text), path=workspace.article.path)
    workspace.versions.replace_text(workspace.article.id, Edition(draft, "edition"), sure=True)


def comparison(workspace: Workspace, number: int) -> Comparison:
    found = sides(workspace, workspace.versions.former()[number])
    assert found is not None
    return compared(found)


def became(found: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            touched.became,
            found.old[slice(*touched.old)],
            "" if touched.new is None else found.new[slice(*touched.new)],
        )
        for touched in found.marks
    ]


def test_each_text_beside_the_next(library: Library) -> None:
    workspace = Workspace(library)
    workspace.add_drafts([read_paste(FIRST)])
    for quote in ("一條小河，河水很清", "一座石橋", "許多竹子"):
        start = FIRST.index(quote)
        workspace.marking.highlight((start, start + len(quote)), "zhu")
    second = "新。\n" + FIRST.replace("一座石橋", "一座木石橋").replace("人家種了許多竹子。\n", "")
    replace_text(workspace, second)
    start = second.index("橋邊有人家")
    assert workspace.marking.highlight((start, start + 5), "ou") is not None
    third = second.replace(LINE, "") + "\n" + LINE
    replace_text(workspace, third)
    older, newer = comparison(workspace, 1), comparison(workspace, 0)
    assert (older.old, older.new) == (FIRST, second)
    assert became(older) == [
        ("stays", "一條小河，河水很清", "一條小河，河水很清"),
        ("changed", "一座石橋", "一座木石橋"),
        ("orphan", "許多竹子", ""),
    ]
    assert (newer.old, newer.new) == (second, third)
    assert became(newer) == [
        ("moved", "一條小河，河水很清", "一條小河，河水很清"),
        ("stays", "一座木石橋", "一座木石橋"),
        ("stays", "橋邊有人家", "橋邊有人家"),
    ]


def test_a_mark_thrown_away_since_is_left_out(library: Library) -> None:
    workspace = Workspace(library)
    workspace.add_drafts([read_paste(FIRST)])
    mark = workspace.marking.highlight((0, 4), "zhu")
    assert mark is not None
    replace_text(workspace, FIRST + "完。\n")
    workspace.marking.delete_mark(mark.id)
    assert comparison(workspace, 0).marks == ()
