"""Text put into Markdown so that it renders as written, and Markdown put beneath other headings."""

from __future__ import annotations

import re

# Everything that CommonMark, GFM tables and strikethrough, and Obsidian (tags, block ids, math,
# highlights, comments) read inside a line.
_INLINE = re.compile(r"[\\`*_\[\]<>&#~|$^]|==|%%")
_AT_START = re.compile(r"[-+=]|[0-9]{1,9}(?=[.)])")
_HEADING_MARKS = re.compile(r"#{1,6}(?=[ \t]|$)")
_END = "end of the note"
# What closes a block that would otherwise run on to the end of the file, after a fence's own marks.
_CLOSERS = ("-->", "</pre>", "</script>", "</style>", "</textarea>", "?>", "]]>", ">")


def escaped(line: str) -> str:
    """One line of text as Markdown that renders as that line, at the start of a paragraph too.

    White space at both ends is dropped, since Markdown would.
    """
    text = _INLINE.sub(_backslashed, " ".join(line.splitlines()).strip())
    return _AT_START.sub(_start, text, count=1) if _AT_START.match(text) else text


def beneath(note: str, level: int) -> str:
    """The note with its headings moved down by so much that none is above `level` (1 to 6), the rest
    as written; a fence or HTML block left open is closed, so that what follows is not swallowed.

    Blank lines at both ends are dropped, and every line ends with LF.
    """
    from markdown_it import MarkdownIt

    note = re.sub(r"\r\n?", "\n", note).strip("\n")
    parser = MarkdownIt("commonmark")
    tokens = parser.parse(note)
    found = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    shift = max((level - int(tokens[index].tag[1:]) for index in found), default=0)
    lines: list[str | None] = list(note.split("\n"))
    for index in found if shift > 0 else ():
        token = tokens[index]
        assert token.map is not None  # every block token has its lines
        first, behind = token.map
        marks = "#" * min(int(token.tag[1:]) + shift, 6)
        line = lines[first] or ""
        if token.markup.startswith("#"):
            lines[first] = _HEADING_MARKS.sub(marks, line, count=1)
        else:  # a line of === or --- beneath: written in the other form
            text = tokens[index + 1].content.split("\n")
            lines[first] = line[: line.find(text[0])] + f"{marks} {' '.join(part.strip() for part in text)}"
            lines[first + 1 : behind] = [None] * (behind - first - 1)
    return _closed("\n".join(line for line in lines if line is not None))


def _closed(note: str) -> str:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    last = parser.parse(f"{note}\n\n{_END}")[-1]
    if last.type == "paragraph_close":
        return note
    for closer in (last.markup, *_CLOSERS):
        closed = f"{note}\n{closer}"
        if parser.parse(f"{closed}\n\n{_END}")[-1].type == "paragraph_close":
            return closed
    return note


def _backslashed(found: re.Match[str]) -> str:
    return "".join("\\" + mark for mark in found[0])


def _start(found: re.Match[str]) -> str:
    return found[0] + "\\" if found[0].isdigit() else "\\" + found[0]
