"""Links in notes, opened from the list of notes in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from driving import Driver
from meipi.exchange.addresses import address
from meipi.exchange.draft import ArticleDraft
from meipi.workspace import Mark, Said

FAR = "遠處的鹽湖。\n" * 200


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open."""
    urls: list[str] = []

    def keep(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    return urls


@pytest.fixture
def said(reader: Driver) -> list[Said]:
    heard: list[Said] = []
    reader.app.workspace.said.connect(heard.append)
    reader.window.desk.said.connect(heard.append)
    return heard


@pytest.fixture
def far(reader: Driver) -> tuple[Mark, str]:
    """A mark at the end of another, long article, and its address."""
    workspace = reader.app.workspace
    here = workspace.article
    assert here is not None
    workspace.add_drafts([ArticleDraft("遠處", FAR)])
    article = workspace.article
    assert article is not None
    mark = workspace.marking.highlight((len(FAR) - 7, len(FAR) - 2), "zhu")
    assert mark is not None
    workspace.open_article(here.id)
    reader.settle()
    return mark, address(article.uid, mark.id, mark.uid)


def test_a_link_opens_the_article_and_shows_the_mark_and_one_can_go_back(
    reader: Driver, far: tuple[Mark, str]
) -> None:
    mark, to = far
    workspace, here = reader.app.workspace, reader.app.workspace.article
    assert here is not None
    reader.window.notes.link_opened.emit(to)
    reader.settle()
    assert workspace.article is not None
    assert (workspace.article.id, workspace.mark_id) == (mark.article_id, mark.id)
    assert reader.page.first_visible() <= mark.start < reader.page.last_in_view()
    assert reader.page.hasFocus()
    reader.window.desk.journey.back()
    reader.settle()
    assert workspace.article.id == here.id


def test_a_link_to_an_article_opens_it(reader: Driver, far: tuple[Mark, str]) -> None:
    reader.window.notes.link_opened.emit(far[1].partition("#")[0])
    reader.settle()
    workspace = reader.app.workspace
    assert workspace.article is not None
    assert (workspace.article.title, workspace.mark_id) == ("遠處", None)


def test_a_link_to_what_is_gone_says_so_and_stays_here(
    reader: Driver, far: tuple[Mark, str], said: list[Said]
) -> None:
    workspace, here = reader.app.workspace, reader.app.workspace.article
    workspace.shelf.remove([far[0].article_id])
    reader.window.notes.link_opened.emit(far[1])
    assert said[-1].text == "What this led to was deleted. Undo or the bin can bring it back."
    assert workspace.article == here


@pytest.mark.parametrize("url", ["https://example.org/a?b#c", "http://example.org"])
def test_addresses_of_the_web_go_to_the_desktop(reader: Driver, opened: list[str], url: str) -> None:
    reader.window.notes.link_opened.emit(url)
    assert opened == [url]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "data:text/html,x",
        "https:",
        "https:///etc/passwd",
        "/etc/passwd",
        "ftp://example.org",
        "HTTPS-x://example.org",
    ],
)
def test_all_else_stays_closed_and_says_why(
    reader: Driver, opened: list[str], said: list[Said], url: str
) -> None:
    reader.window.notes.link_opened.emit(url)
    assert opened == []
    assert said[-1].text == f"Only addresses of the web are opened: {url}"
