"""A quote with where it is from, as the reader copies it."""

from __future__ import annotations

from meipi_db import Article, Mark


def citation(article: Article, mark: Mark) -> str:
    """The passage exactly as in the source; beneath it author, title, source, date and address, if known."""
    details = [article.author, article.title, article.source, article.published, article.url]
    known = dict.fromkeys(part for part in details if part)
    return f"{mark.exact}\n— {', '.join(known)}" if known else mark.exact
