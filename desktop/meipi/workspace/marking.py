"""The marks of the open article: every change to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from meipi.support.translation import counted, phrase, tr, tr_noop
from meipi_db import Mark, now

if TYPE_CHECKING:
    from meipi.workspace.marks import PutMark
    from meipi.workspace.workspace import Workspace


class Marking:
    """Part of a workspace; `Workspace.changed` tells of "marks" and "drafts".

    A method that changes something is one undoable step, but for drafts. Where the library does not let it,
    the workspace says why and the method returns None.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def draft(self, mark_id: int) -> str | None:
        """What was last being written in the note of that mark and not yet kept as its note."""
        with self._workspace.problems_said():
            return self._workspace.library.drafts().get(mark_id)
        return None

    def highlight(self, span: tuple[int, int], colour: str, style: str = "ground") -> Mark | None:
        """Mark the span (code points) and choose the mark; a mark on this very span is recoloured instead."""
        article = self._workspace.article
        if article is None:
            return None
        from meipi.workspace.marks import AddMark

        start, end = span
        for mark in self._workspace.marks:
            if mark.span == (start, end):
                self._workspace.choose_mark(mark.id)
                return self.recolour(mark.id, colour, style)
        done = self._workspace.do(AddMark(article.id, (start, end), colour, style), tr("Highlighted"))
        if done is None or done.mark_id is None:
            return None
        self._workspace.choose_mark(done.mark_id)
        return self._workspace.mark(done.mark_id)

    def recolour(self, mark_id: int, colour: str, style: str | None = None) -> Mark | None:
        """Give the mark another colour, and another style if one is given."""
        mark = self._workspace.mark(mark_id)
        after = replace(mark, colour=colour, style=style or mark.style)
        return self._put(mark, after, phrase(tr_noop("Change colour")), tr("Colour changed"))

    def resize_mark(self, mark_id: int, span: tuple[int, int]) -> Mark | None:
        """Let the mark cover another span (code points); ValueError if it is empty or outside the text.

        Steps that follow each other are one to undo. Who moves an end has looked at it: it stands where it
        should.
        """
        mark = self._workspace.mark(mark_id)
        article = self._workspace.article
        if article is None:
            return mark
        from meipi.workspace.marks import ResizeMark

        after = replace(mark.over(article.text, span), placed="")
        return self._put(mark, after, phrase(tr_noop("Resize mark")), None, ResizeMark)

    def split_mark(self, mark_id: int, at: int) -> Mark | None:
        """Part the mark in two before a code point of the text, and choose the second; ValueError if that is
        not within the mark.

        Note and draft stay with the first part, colour, style and tags are those of both.
        """
        mark, article = self._workspace.mark(mark_id), self._workspace.article
        assert article is not None, "it has that mark"
        if not mark.in_text or not mark.start < at < mark.end:
            raise ValueError(f"{at} is not within the mark at {mark.start}–{mark.end}")
        from meipi.workspace.mark_shapes import SplitMark

        first = replace(mark.over(article.text, (mark.start, at)), placed="", modified=now())
        done = self._workspace.do(SplitMark(first, (at, mark.end)), tr("Mark split"))
        if not isinstance(done, SplitMark) or done.made is None:
            return None
        self._workspace.choose_mark(done.made.id)
        return self._workspace.mark(done.made.id)

    def merge_mark(self, mark_id: int) -> Mark | None:
        """Make one mark of this and the next in the text, over both and what is between them; the same mark
        if there is none after it, or if it is not in the text.

        The notes follow each other, a tag of either is one of both, the rest is as it was here.
        """
        mark, article = self._workspace.mark(mark_id), self._workspace.article
        assert article is not None, "it has that mark"
        marks = self._workspace.marks
        following = marks[marks.index(mark) + 1 :][:1] if mark.in_text else ()
        if not following:
            return mark
        from meipi.workspace.mark_shapes import MergeMarks

        (gone,) = following
        time = now()
        after = replace(
            mark.over(article.text, (mark.start, max(mark.end, gone.end))),
            note=_joined(mark.note, gone.note),
            tags=tuple(dict.fromkeys(mark.tags + gone.tags)),
            placed="",
            modified=time,
        )
        drafts = self.draft(mark.id), self.draft(gone.id)
        draft = None
        if drafts != (None, None):
            written = zip(drafts, (mark.note, gone.note), strict=True)
            draft = _joined(*(note if kept is None else kept for kept, note in written))
        done = self._workspace.do(MergeMarks(after, gone, time, draft), tr("Marks merged"))
        if done is None:
            return None
        self._workspace.choose_mark(mark.id)
        return self._workspace.mark(mark.id)

    def overlapping(self, mark_id: int, at: int | None = None) -> tuple[Mark, ...]:
        """The mark with those that share some of its text, in the order of the text; with `at`, only those
        that cover that code point too, if the mark does. None if it is not in the text."""
        mark = self._workspace.mark(mark_id)
        if not mark.in_text:
            return ()
        start, end = mark.span
        if at is not None and start <= at < end:
            start, end = at, at + 1
        return tuple(each for each in self._workspace.marks if each.start < end and start < each.end)

    def set_tags(self, mark_id: int, tags: Sequence[str]) -> Mark | None:
        """Give the mark these tags, in this order; ValueError if one is empty or stands twice."""
        mark = self._workspace.mark(mark_id)
        return self._put(
            mark, replace(mark, tags=tuple(tags)), phrase(tr_noop("Change tags")), tr("Tags changed")
        )

    def write_note(self, mark_id: int, text: str, *, typing: bool = False) -> Mark | None:
        """Keep the note (Markdown) and forget its draft.

        While the reader is still writing, pass `typing`: notes of one mark that follow each other then
        become one step to undo, up to and with the first that is not `typing`.
        """
        mark = self._workspace.mark(mark_id)
        note = _storable(text)
        if note == mark.note:
            self.keep_draft(mark_id, None)
            return mark
        from meipi.workspace.marks import WriteNote

        change = WriteNote(replace(mark, note=note, modified=now()), phrase(tr_noop("Edit note")), typing)
        done = self._workspace.do(change, None if typing else tr("Note saved"))
        return self._workspace.mark(mark_id) if done else None

    def keep_draft(self, mark_id: int, text: str | None) -> None:
        """Keep what stands in the editor of the note, or nothing any more. Not a step to undo."""
        with self._workspace.problems_said():
            kept = self._workspace.library.drafts().get(mark_id)
            draft = None if text is None else _storable(text)
            if draft != kept:
                self._workspace.library.keep_draft(mark_id, draft)
                self._workspace.changed.emit(frozenset({"drafts"}))

    def delete_mark(self, mark_id: int) -> None:
        """Delete the mark with its note; undo brings it back."""
        from meipi.workspace.marks import PutMark

        gone = replace(self._workspace.mark(mark_id), deleted=now())
        self._workspace.do(PutMark(gone, phrase(tr_noop("Delete mark"))), tr("Mark deleted"))

    # Several at once

    def recolour_all(self, mark_ids: Iterable[int], colour: str, style: str | None = None) -> None:
        """Give the marks another colour, and another style if one is given, as one step."""
        marks = self._marks(mark_ids)
        after = [replace(mark, colour=colour, style=style or mark.style) for mark in marks]
        self._put_all(
            marks,
            after,
            phrase(tr_noop("Change colours")),
            tr("{n} mark recoloured"),
            tr("{n} marks recoloured"),
        )

    def underline_all(self, mark_ids: Iterable[int]) -> None:
        """Underline the marks, each in its own colour, as one step."""
        marks = self._marks(mark_ids)
        after = [replace(mark, style="underline") for mark in marks]
        self._put_all(
            marks, after, phrase(tr_noop("Underline")), tr("{n} mark underlined"), tr("{n} marks underlined")
        )

    def tag_all(self, mark_ids: Iterable[int], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give tags to the marks, behind those that each has, and take others from them, as one step."""
        marks = self._marks(mark_ids)
        after = []
        for mark in marks:
            kept = [tag for tag in mark.tags if tag not in remove]
            after.append(replace(mark, tags=tuple(dict.fromkeys((*kept, *add)))))
        self._put_all(
            marks, after, phrase(tr_noop("Change tags")), tr("{n} mark tagged"), tr("{n} marks tagged")
        )

    def delete_all(self, mark_ids: Iterable[int]) -> None:
        """Delete the marks with their notes as one step; undo brings them back."""
        marks = self._marks(mark_ids)
        time = now()
        after = [replace(mark, deleted=time) for mark in marks]
        self._put_all(
            marks, after, phrase(tr_noop("Delete marks")), tr("{n} mark deleted"), tr("{n} marks deleted")
        )

    def _marks(self, mark_ids: Iterable[int]) -> list[Mark]:
        """These marks of the open article; KeyError if it lacks one."""
        known = {mark.id: mark for mark in (*self._workspace.marks, *self._workspace.orphans)}
        return [known[mark_id] for mark_id in dict.fromkeys(mark_ids)]

    def _put_all(self, before: Sequence[Mark], after: Sequence[Mark], text: str, one: str, many: str) -> None:
        """Put those that are others than before; `one` and `many` say how many that were."""
        from meipi.workspace.marks_together import PutMarks

        time = now()
        changed = tuple(
            new if new.deleted else replace(new, modified=time)
            for mark, new in zip(before, after, strict=True)
            if new != mark
        )
        if changed:
            self._workspace.do(PutMarks(changed, text), counted(len(changed), one, many))

    def _put(
        self, before: Mark, after: Mark, text: str, saying: str | None, change: type[PutMark] | None = None
    ) -> Mark | None:
        if after == before:
            return before
        from meipi.workspace.marks import PutMark

        done = self._workspace.do((change or PutMark)(replace(after, modified=now()), text), saying)
        return self._workspace.mark(before.id) if done else None


def _joined(*notes: str) -> str:
    """Notes one after the other, each a paragraph of its own."""
    written = [note for note in notes if note.strip()]
    if len(written) < 2:
        return "".join(written)
    return "\n\n".join(note.strip("\n") for note in written)


def _storable(text: str) -> str:
    """The text with unpaired surrogates, which some input methods leave behind, as question marks."""
    return text.encode("utf-8", "replace").decode()
