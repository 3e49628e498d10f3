"""From the library to Markdown: for the export dialog and for the command line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from meipi.exchange.draft import structure_from_json
from meipi.exchange.markdown_export import (
    ExportArticle,
    ExportMark,
    ExportOptions,
    file_name,
    render,
    write,
)
from meipi.exchange.structure import blocks_of
from meipi.language.script import script_of
from meipi.language.span import Span
from meipi.workspace.colours import colour
from meipi_db import Article, ConversionException, Library, Mark

__all__ = [
    "ExportOptions",
    "Material",
    "export_all",
    "export_text",
    "file_name",
    "material",
    "other_script",
    "write",
]

PLAIN = ExportOptions()


class Material(NamedTuple):
    """All that an export of one article is made of, read from the library at one time."""

    article: ExportArticle
    marks: tuple[ExportMark, ...]
    exceptions: tuple[ConversionException, ...] = ()
    """What the reader wants converted otherwise in this article, that for all articles first."""

    def text(self, options: ExportOptions) -> str:
        """The Markdown; without a configuration of their own, converted lines are in the other script.

        Reads nothing any more, so it may run on any thread.
        """
        if options.converted and not options.config:
            options = replace(options, config=other_script(self.article.script, self.article.text))
        if options.converted and self.exceptions:
            here = (each for each in self.exceptions if each.script == script_of(options.config))
            forms = {each.source_form: each.shown_form for each in here}
            options = replace(options, exceptions=tuple(forms.items()))
        return render(self.article, self.marks, options)


def other_script(script: str, text: str) -> str:
    """OpenCC's configuration to the script that an article is not written in."""
    if script == "simplified":
        return "s2tw"
    from meipi.language import regions

    return regions.to_simplified(text)


def material(library: Library, article_id: int, only: Collection[int] | None = None) -> Material:
    """What the library has of the article, or of those of its marks whose ids are in `only`; KeyError if it
    has no such article."""
    article = library.article(article_id)
    marks = [mark for mark in library.marks(article_id) if only is None or mark.id in only]
    tags = dict.fromkeys(tag for mark in marks for tag in mark.tags)
    every = [each for each in library.exceptions.all() if each.article_id in (None, article_id)]
    exceptions = sorted(every, key=lambda each: each.article_id is not None)
    return Material(_article(article, tuple(tags)), tuple(map(_mark, marks)), tuple(exceptions))


def export_text(library: Library, article_id: int, options: ExportOptions = PLAIN) -> str:
    """The article's marks and notes as Markdown."""
    return material(library, article_id).text(options)


def export_all(
    library: Library, folder: Path, options: ExportOptions = PLAIN, *, only: int | None = None
) -> list[Path]:
    """Write a file for every article into the folder, which is made if need be; the paths, oldest first.

    `only` is the id of the one article to write; KeyError if there is none.

    Of articles with one title only the oldest has its plain name. Raises OSError at the first file that
    cannot be written; those before it are whole.
    """
    if only is not None:
        library.article(only)
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    paths = []
    for info in sorted(library.articles(), key=lambda info: info.id):
        name = file_name(info.title)
        if name.casefold() in taken:
            name = file_name(f"{info.title[:40]} {info.uid[:8]}")
        taken.add(name.casefold())
        if only in (None, info.id):
            path = folder / name
            write(path, export_text(library, info.id, options))
            paths.append(path)
    return paths


def _article(article: Article, tags: tuple[str, ...]) -> ExportArticle:
    return ExportArticle(
        uid=article.uid,
        title=article.title,
        text=article.text,
        source=article.source,
        author=article.author,
        url=article.url,
        published=article.published,
        saved=article.added[:10],
        script=article.script,
        tags=tags,
        blocks=structure_from_json(article.blocks).blocks if article.blocks else blocks_of(article.text),
    )


def _mark(mark: Mark) -> ExportMark:
    # The colour by its Chinese name, whatever the language of the interface: same marks, same bytes.
    return ExportMark(
        id=mark.id,
        span=Span(*mark.span) if mark.in_text else None,
        exact=mark.exact,
        note=mark.note,
        tags=mark.tags,
        colour=colour(mark.colour).hanzi,
        style=mark.style,
        created=mark.created,
        modified=mark.modified,
    )
