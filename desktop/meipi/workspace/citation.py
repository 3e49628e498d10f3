"""A quote with where it is from, as the reader copies it."""

from __future__ import annotations

from meipi_db import Article

_WITHIN = str.maketrans("《》", "〈〉")
"""A title within a title stands in the lesser brackets (GB/T 15834, 4.15)."""


def citation(article: Article, quote: str) -> str:
    """The passage exactly as in the source; beneath it who wrote it, the title, where it stood, its date and
    address, as far as they are known."""
    title = f"《{article.title.translate(_WITHIN)}》" if article.title else ""
    by = f"{article.author}：{title}" if article.author and title else article.author or title
    source = article.source if article.source != article.author else ""
    known = [part for part in (by, source, article.published, article.url) if part]
    return f"{quote}\n——{'，'.join(known)}" if known else quote
