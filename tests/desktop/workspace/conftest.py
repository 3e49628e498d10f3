"""A workspace over a library in a folder of its own, with one article open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.opening import redecode
from meipi.workspace import Library, Said, Workspace, open_library

TEXT = "青海的鹽湖\n\n柴達木盆地星羅棋布，大大小小的鹽湖散落在𠀀上。\n水天一色的察爾汗，是最大的一個。\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.meipi") as opened:
        yield opened


@pytest.fixture
def draft() -> ArticleDraft:
    """A draft as the reader of files makes it, with its bytes."""
    return redecode(TEXT.encode("gb18030"), "gb18030", "/tmp/鹽湖.txt")


@pytest.fixture
def workspace(library: Library, draft: ArticleDraft) -> Workspace:
    workspace = Workspace(library)
    workspace.add_drafts([draft])
    return workspace


@pytest.fixture
def heard(workspace: Workspace) -> list[Said]:
    """What the workspace says from now on."""
    sentences: list[Said] = []
    workspace.said.connect(sentences.append)
    return sentences
