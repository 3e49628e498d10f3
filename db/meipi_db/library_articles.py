"""What a library does with articles and their old texts."""

from __future__ import annotations

from collections.abc import Sequence

from meipi_db import articles
from meipi_db.connection import Connection
from meipi_db.records import Article, ArticleDetails, ArticleInfo, Bookmark, FormerPlace, Mark, Version


class Articles:
    """A part of `Library`, which says what its methods raise."""

    _connection: Connection

    def add_article(
        self,
        *,
        title: str,
        text: str,
        source: str = "",
        author: str = "",
        url: str = "",
        published: str = "",
        script: str = "",
        encoding: str = "",
        path: str = "",
        blocks: str = "",
        original: bytes | None = None,
    ) -> Article:
        """A new article; `original` are the bytes that the text was read from in `encoding`, or without one
        what else is kept to read it from again."""
        record = {
            "title": title,
            "text": text,
            "source": source,
            "author": author,
            "url": url,
            "published": published,
            "script": script,
            "encoding": encoding,
            "path": path,
            "blocks": blocks,
        }
        return articles.add(self._connection, record, original)

    def article(self, article_id: int) -> Article:
        """The article with its text, deleted or not."""
        return articles.get(self._connection, article_id)

    def articles(self, deleted: bool = False) -> list[ArticleInfo]:
        """All articles, or all deleted ones, without their texts; the most recently opened or added first."""
        return articles.infos(self._connection, deleted=deleted)

    def last_article(self, uid: str) -> int | None:
        """The id of the article with that uid, else of the one most recently opened or added; None if none is
        there. Deleted ones are left aside. It takes no list of all articles, as `articles` does."""
        return articles.last(self._connection, uid)

    def original(self, article_id: int) -> bytes | None:
        """The bytes that the article was read from; None if it came without. `LibraryDamaged` if they cannot
        be read any more; the article can."""
        return articles.original(self._connection, article_id)

    def find_article(self, sha256: str) -> ArticleInfo | None:
        """The article whose text has this SHA-256, deleted ones left aside."""
        return articles.find(self._connection, sha256)

    def details(self, article_id: int) -> ArticleInfo:
        """What is known of the article, deleted or not, without its text."""
        return articles.details(self._connection, article_id)

    def put_details(self, article: ArticleDetails) -> None:
        """Write back what the reader can say of an article: title, source, author, address, date, tags, star,
        and whether it is deleted. Its text and where the reader is in it stay as they are."""
        articles.put_details(self._connection, article)

    def put_article(self, article: Article) -> None:
        """Write the whole record back, exactly as it is. ValueError if `sha256` is not that of the text."""
        articles.put(self._connection, article)

    def remember_position(self, article_id: int, position: int, furthest: int, opened: str) -> None:
        """Where the reader is: offsets of the first and furthest code point in view; time of opening."""
        articles.remember_position(self._connection, article_id, position, furthest, opened)

    # Old texts of an article

    def replace_text(
        self,
        article: Article,
        *,
        original: bytes | None,
        reason: str,
        marks: Sequence[Mark],
        bookmarks: Sequence[Bookmark] = (),
    ) -> Version:
        """Keep the text that the article has as a version of it, and give it another: write this record, with
        its marks and bookmarks as they are to be, and the bytes that it was read from, if it was.

        Where every mark that has a place in the old text stood there is kept with the version, of deleted
        marks too. KeyError, ValueError as `put_article` and `put_mark`; then nothing has changed.
        """
        from meipi_db import versions

        return versions.replace_text(
            self._connection, article, original=original, reason=reason, moved=marks, kept=bookmarks
        )

    def versions(self, article_id: int) -> list[Version]:
        """The article's old texts, the newest first."""
        from meipi_db import versions

        return versions.of_article(self._connection, article_id)

    def version_text(self, version_id: int) -> tuple[str, str]:
        """An old text and its blocks (JSON). `LibraryDamaged` if they cannot be read any more; the article
        and its other versions can."""
        from meipi_db import versions

        return versions.text(self._connection, version_id)

    def version_original(self, version_id: int) -> bytes | None:
        """The bytes that an old text was read from; None if it came without."""
        from meipi_db import versions

        return versions.original(self._connection, version_id)

    def former_places(self, version_id: int) -> list[FormerPlace]:
        """Where marks stood in that text, in its order."""
        from meipi_db import versions

        return versions.former_places(self._connection, version_id)
