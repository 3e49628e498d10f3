"""An article that is opened is set in type once: for a book, each time is a tenth of a second."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from driving import running
from meipi.reading.sheet import Sheet


def test_the_page_has_its_size_before_an_article_is_set_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path / "library.db") as driving:
        assert driving.app.workspace.article is None
        measures: list[int] = []
        arrange = Sheet.arrange

        def counted(sheet: Sheet, *arguments: object) -> None:
            measures.append(driving.page.measure)
            arrange(sheet, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Sheet, "arrange", counted)
        driving.window.open_sample(0)
        QCoreApplication.processEvents()
        assert measures == [driving.page.measure]
