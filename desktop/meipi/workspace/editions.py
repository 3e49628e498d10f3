"""The texts that an article may be given in the place of its own, and where its spans come to lie in them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from meipi.exchange import opening
from meipi.exchange.carried import carried
from meipi.exchange.draft import ArticleDraft, Structure, structure_from_json
from meipi.exchange.encodings import move_spans
from meipi.exchange.inlines import links_of
from meipi.exchange.kept_page import unpacked, with_kept_page
from meipi.exchange.structure import blocks_of, title_of
from meipi.exchange.unconverted import unconverted
from meipi.language import script
from meipi.language.changes import Way
from meipi.language.exceptions import Exceptions
from meipi.language.span import Span
from meipi.workspace.reanchoring import Edition
from meipi_db import Article, Version


def read_again(article: Article) -> Edition:
    """The article's file, or where it came from the web its page, as it is now. Raises ReadError."""
    if article.path:
        return of_file(opening.read_file(article.path), article)
    from meipi.exchange import web

    return Edition(with_kept_page(web.read_address(article.url)), "address")


def kept_page(article: Article, original: bytes) -> Edition:
    """The article read again from the page that was once fetched and kept. Raises ReadError."""
    from meipi.exchange.web import read_page_again

    page = unpacked(original)
    if page is None:
        raise opening.ReadError("damaged", article.url)
    return Edition(with_kept_page(read_page_again(page, article.url)), "address")


def of_source(draft: ArticleDraft, article: Article) -> Edition:
    """What was read now from the article's file or address."""
    return of_file(draft, article) if draft.page is None else Edition(with_kept_page(draft), "address")


def of_file(draft: ArticleDraft, article: Article) -> Edition:
    """What was read from the article's file now. Where the reader chose its encoding, and the bytes are still
    in that one, that holds."""
    if draft.original is not None and article.encoding not in ("", draft.encoding):
        chosen = opening.redecode(draft.original, article.encoding, draft.path)
        if _likeness(article.text, chosen.text) > _likeness(article.text, draft.text):
            draft = chosen
    return Edition(draft, "file")


def _likeness(old: str, new: str) -> float:
    return 1.0 if old == new else Way(old, new).kept


def redecoded(article: Article, original: bytes, encoding: str) -> Edition:
    """The article's own bytes in another encoding, each span on those that it covered. LookupError for one
    that is not known."""
    draft = opening.redecode(original, encoding, article.path)
    return Edition(draft, "encoding", partial(_on_bytes, original, article.encoding, draft.encoding))


def _on_bytes(original: bytes, old: str, new: str, spans: Sequence[Span]) -> list[Span]:
    return [Span(*span) for span in move_spans(original, old, new, spans)]


def other_file(article: Article, path: str) -> Edition:
    """Another edition of the article, in a file. Raises ReadError."""
    return Edition(opening.read_file(path), "edition")


def converted(article: Article, config: str, forms: Mapping[str, str]) -> Edition:
    """The text by an OpenCC configuration ("s2t", …) and the reader's exceptions, as it is shown; each span
    on what it became. The bytes of a file are not its own any more."""
    structure = _structure(article)
    kept = list(unconverted(article.text, *structure))
    conversion = Exceptions(forms).over(script.convert(article.text, config), kept)
    draft = ArticleDraft(
        title=script.convert(article.title, config).text,
        text=conversion.text,
        blocks=tuple(
            block._replace(**conversion.to_target(Span(block.start, block.end))._asdict())
            for block in structure.blocks
        ),
        inlines=tuple(
            inline._replace(**conversion.to_target(Span(inline.start, inline.end))._asdict())
            for inline in structure.inlines
        ),
        path=article.path,
    )
    return Edition(draft, "script", lambda spans: [conversion.to_target(span) for span in spans])


def edited(article: Article, text: str) -> Edition:
    """The article with its text edited by hand. What is plain text is read anew, the structure of a page or
    of Markdown is kept."""
    structure, plain = _structure(article), Structure(blocks_of(article.text), links_of(article.text))
    if structure == plain:
        structure = Structure(blocks_of(text), links_of(text))
    else:
        structure = carried(structure, article.text, text, Way(article.text, text).to_new)
    named = title_of(article.text, "") == article.title
    title = title_of(text, article.title) if named else article.title
    return Edition(ArticleDraft(title, text, *structure, path=article.path), "edit")


def former(version: Version, text: str, structure: Structure, original: bytes | None) -> Edition:
    """A text that the article had before."""
    draft = ArticleDraft(
        version.title,
        text,
        *structure,
        url=version.url,
        encoding=version.encoding,
        path=version.path,
        original=original,
    )
    return Edition(draft, "back")


def file_name(path: str) -> str:
    """The path by which a file is known, however it was given."""
    return os.path.normcase(os.path.abspath(path))


def address_name(url: str) -> str:
    """What two addresses of one page have in common: all but scheme, place within the page and a last "/"."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{query}"


def _structure(article: Article) -> Structure:
    if article.blocks:
        return structure_from_json(article.blocks)
    return Structure(blocks_of(article.text), links_of(article.text))
