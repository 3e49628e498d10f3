"""The change to what is known of articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from meipi.workspace.history import Apart
from meipi_db import ArticleInfo, Library


@dataclass(frozen=True)
class PutDetails(Apart):
    """Other details in place of those of some articles; their texts and marks stay as they are."""

    after: tuple[ArticleInfo, ...]
    text: str

    # An article takes its marks with it when it is put away, and brings them back.
    kinds = frozenset({"articles", "marks"})
    mark_id = None

    @property
    def article_id(self) -> int | None:
        """The article to be shown: none where there are several."""
        return self.after[0].id if len(self.after) == 1 else None

    def do(self, library: Library) -> Self:
        for article in self.after:
            library.put_details(article)
        return self
