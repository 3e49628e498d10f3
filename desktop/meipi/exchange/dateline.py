"""Who published and who wrote a plain text, from its first lines, where they say so plainly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .draft import Block

_DEPTH = 6
"""How many blocks from the first are looked at."""

_PUBLISHER = r"[^\s，。,.:：（()）·“”「」]{1,9}(?:網|网|社|報|报|電視臺|电视台)"
# 青海新聞網·大美青海客戶端訊 …, 新华社北京5月7日电 …: the whole within 20 code points.
_DATELINE = re.compile(rf"[\s　]*(?P<source>{_PUBLISHER})[^，。,：:（(]{{0,14}}[訊讯電电](?=[\s　（(：:]|$)")
_DATELINE_LENGTH = 20
_SOURCE = re.compile(r"[\s　]*(?:來源|来源|稿源)[\s　]*[：:][\s　]*(?P<source>[^\s　：:|]{2,30})[\s　]*")
_AUTHOR = re.compile(
    r"[\s　]*(?:文[／/])?(?:作者|(?:本報|本报)?(?:記者|记者)|撰文)(?:[\s　]*[：:／/][\s　]*|[\s　]+)"
    r"(?P<author>[^\s　：:|，。,]{2,12})[\s　]*"
)
_OWN = ("本報", "本报", "本社", "本網", "本网", "本刊")


class Credits(NamedTuple):
    """Publisher and author; each is empty where the text does not name it plainly."""

    source: str = ""
    author: str = ""


def credits_of(text: str, blocks: Sequence[Block]) -> Credits:
    """The credits in the first lines of a plain text: a line of their own, or the dateline that opens
    the first paragraph."""
    source = author = ""
    for block in blocks[:_DEPTH]:
        line = text[block.start : block.end]
        if block.kind != "paragraph":
            continue
        if found := _SOURCE.fullmatch(line):
            source = source or found["source"]
        elif found := _AUTHOR.fullmatch(line):
            author = author or found["author"]
        else:
            found = _DATELINE.match(line[: _DATELINE_LENGTH + 1])
            if found and not found["source"].startswith(_OWN):
                source = source or found["source"]
            break
    return Credits(source, author)
