"""Writes the rows of a structured source while a reader walks through its elements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .draft import BlockKind, Inline, InlineKind
from .inlines import image_target
from .list_markers import Listing
from .rows import Row, code_rows, flowed, flowed_with

_FILE_NAME = re.compile(r"[^\s\u2e80-\uffef]+\.(?:avif|bmp|gif|jpe?g|png|svg|webp)", re.IGNORECASE)


_STEP_BY_STEP = frozenset({"code", "image"})


@dataclass(slots=True)
class _Block:
    """A block that is open; its marker stands until its first row takes it."""

    kind: BlockKind
    level: int = 0
    marker: str = ""
    target: str = ""


@dataclass(slots=True)
class _Markup:
    """Inline markup that is open: its number among the spans, and how often it was opened within itself,
    where it counts once."""

    kind: InlineKind
    target: str
    span: int
    again: int = 0


class RowWriter:
    """The rows so far, the text gathered since the last, and what is open around it.

    Markup that is still open when a row ends goes on in the next.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._blocks: list[_Block] = [_Block("paragraph")]
        self._lists: list[Listing] = []
        self._text: list[str] = []
        self._length = 0
        self._markup: list[_Markup] = []
        self._spans: list[Inline] = []  # the end of one that is open is not known yet
        self._images: list[Row] = []

    @property
    def kind(self) -> BlockKind:
        """Of the innermost open block."""
        return self._blocks[-1].kind

    def enter(self, kind: BlockKind, level: int = 0, target: str = "") -> None:
        """Begin a block; its text ends where the next begins, and goes on behind that."""
        self.flush()
        self._blocks.append(_Block(kind, level, target=target))

    def enter_group(self) -> None:
        """Begin a block that only groups others: its rows are of the kind around it."""
        self.flush()
        self._blocks.append(self._blocks[-1])

    def enter_list(self, listing: Listing) -> None:
        self.enter_group()
        self._lists.append(listing)

    def enter_item(self, number: int | None = None) -> None:
        """Begin an item, with a number of its own if it has one; outside a list it has a bullet."""
        self.flush()
        depth = max(len(self._lists), 1)
        listing = self._lists[-1] if self._lists else Listing(None)
        self._blocks.append(_Block("item", depth, listing.marker(depth, number)))

    def enter_marked(self, level: int, marker: str) -> None:
        """Begin an item whose level and marker are known."""
        self.flush()
        self._blocks.append(_Block("item", level, marker))

    def leave(self) -> None:
        """End what was entered last, if it is not a list."""
        self.flush()
        self._blocks.pop()

    def leave_list(self) -> None:
        self.leave()
        self._lists.pop()

    def add(self, text: str | None) -> None:
        if text and (self._text or not text.isspace() or self._blocks[-1].kind == "code"):
            self._text.append(text)
            self._length += len(text)

    def write(self, text: str | None, behind: str | None) -> bool:
        """The whole text of a block that only groups others, entered and left at once, and what stands behind
        it: half of the time that a book takes. False if it has to be done step by step, as within markup,
        code or a caption."""
        block = self._blocks[-1]
        if self._markup or block.kind in _STEP_BY_STEP:
            return False
        if self._text or self._images:
            self.flush()
        words = text.split(None, 1) if text else ()
        line = words[0] if len(words) == 1 else flowed(text or "")
        if line:
            # As Row(…) in half the time.
            fields = (block.kind, block.level, line, (), block.marker, block.target)
            self.rows.append(tuple.__new__(Row, fields))
            block.marker = ""
        if behind and not behind.isspace():
            self.add(behind)
        return True

    def open(self, kind: InlineKind, target: str = "") -> None:
        """Begin inline markup."""
        for markup in self._markup:
            if markup.kind == kind:
                markup.again += 1
                return
        self._markup.append(_Markup(kind, target, len(self._spans)))
        self._spans.append(Inline(kind, self._length, self._length, target))

    def close(self, kind: InlineKind) -> None:
        """End inline markup, and what was opened within it and is open still; nothing if none is open."""
        for place, markup in enumerate(self._markup):
            if markup.kind == kind:
                if markup.again:
                    markup.again -= 1
                else:
                    self._end_from(place)
                return

    def close_all(self) -> None:
        """End all inline markup."""
        self._end_from(0)

    def image(self, words: str, address: str) -> None:
        """An image, with the words that stand for it. It makes a row if it stands alone in a block and has
        words; one within text is like a sign whose meaning the text does not need."""
        words = flowed(words)
        if words and not _FILE_NAME.fullmatch(words):
            self._images.append(Row("image", 0, words, target=image_target(address)))

    def flush(self) -> None:
        """End the row."""
        block = self._blocks[-1]
        if not self._text and not self._images:
            return
        if block.kind == "code":
            text, _ = self._taken()
            if text.strip():
                self.rows.extend(code_rows(text))
        else:
            line, inlines = flowed_with(*self._taken())
            if line:
                self.rows.append(Row(block.kind, block.level, line, inlines, block.marker, block.target))
                block.marker = ""
            elif block.kind != "heading":
                self.rows.extend(self._images)
        self._images.clear()

    def _taken(self) -> tuple[str, list[Inline]]:
        open_still = list(self._markup)
        if open_still:
            self._end_from(0)
        text, spans = "".join(self._text), self._spans
        self._text, self._length, self._spans = [], 0, []
        for markup in open_still:
            self.open(markup.kind, markup.target)
            self._markup[-1].again = markup.again
        return text, spans

    def _end_from(self, place: int) -> None:
        for markup in self._markup[place:]:
            span = self._spans[markup.span]
            self._spans[markup.span] = Inline(span.kind, span.start, self._length, span.target)
        del self._markup[place:]
