from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl

from meipi.library.dropping import address_in, sources

LINK = "https://example.org/a?b=1&c=山"


def html(page: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(page)
    return data


def test_files_and_addresses_in_their_order(tmp_path: Path) -> None:
    data = QMimeData()
    named = ["https://example.org/a", str(tmp_path / "一.txt"), "http://b.org/"]
    data.setUrls([QUrl(named[0]), QUrl.fromLocalFile(named[1]), QUrl(named[2]), QUrl("ftp://c.org/")])
    assert sources(data) == [named[0], tmp_path / "一.txt", named[2]]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<a href="https://a.org/b">山路</a>', ["https://a.org/b"]),
        ('<html><body>\n<A HREF="http://a.org/?b=1&amp;c=2"><b>山</b>路</A> \n</body></html>', ["http://a.org/?b=1&c=2"]),
        ('<p>山路，見<a href="https://a.org/b">此處</a>。</p>', []),
        ('<a href="https://a.org/b">一</a><a href="https://a.org/c">二</a>', []),
        ('<a href="javascript:alert(1)">山路</a>', []),
        ("<a>山路</a>", []),
        ("<img src='https://a.org/b.png'>", []),
        ("<a href='https://a.org/b'", []),
    ],
)  # fmt: skip
def test_html_is_a_link_if_it_is_nothing_else(page: str, found: list[str]) -> None:
    assert sources(html(page)) == found


def test_a_text_is_an_address_if_it_is_nothing_else() -> None:
    assert address_in(f"\n {LINK}\t") == LINK
    assert address_in("HTTPS://A.org") == "HTTPS://A.org"
    for other in (
        "",
        "山路",
        "a.org/b",
        f"{LINK} 山路",
        "https://",
        "https:///b",
        "https://[a/",
        "file:///etc/a",
    ):
        assert address_in(other) == ""
    assert address_in("https://a.org/" + "b" * 9000) == ""


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    found = address_in(text)
    assert found == "" or found == text.strip()
