from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meipi.exchange.addresses import Address, address, addresses_in, link, parsed

UID = "6f1c0a5e2b7d4c3f9e8d7c6b5a493827"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"meipi://article/{UID}", Address(UID)),
        (f"meipi://article/{UID}#m12", Address(UID, 12)),
        (f"meipi://article/{UID}#m12-3f9a0c21", Address(UID, 12, "3f9a0c21")),
        (f"meipi://article/{UID}#m", None),
        (f"meipi://article/{UID}#m１２", None),
        (f"meipi://article/{UID}#m12 ", None),
        ("meipi://article/", None),
        ("meipi://other/1", None),
        ("https://example.org/#m12", None),
        (f"MEIPI://article/{UID}", None),
        (f"meipi://article/{UID}#m" + "9" * 40, None),
    ],
)
def test_an_address_says_article_and_mark(text: str, found: Address | None) -> None:
    assert parsed(text) == found


def test_an_address_reads_back() -> None:
    assert address(UID) == f"meipi://article/{UID}"
    assert address(UID, 12) == f"meipi://article/{UID}#m12"
    assert address(UID, 12, "3f9a0c21ffff") == f"meipi://article/{UID}#m12-3f9a0c21"


def test_the_addresses_in_a_note() -> None:
    one, two = address(UID, 1, "aa"), address(UID)
    note = f"see [a]({one}), [b \\[c\\]]({two}) and [a again]({one}), [web](https://example.org), [x]({two}"
    assert addresses_in(note) == (one, two)
    assert addresses_in(f"{one} by itself") == ()


@given(st.text("ab鹽[]()*_`\\!#>|~$^<& .", min_size=1, max_size=20).filter(str.strip))
def test_a_label_reads_as_written_in_any_markdown(label: str) -> None:
    made = link(label, address(UID, 1))
    assert addresses_in(made) == (address(UID, 1),)
    (inline,) = [token for token in MarkdownIt("commonmark").parse(made) if token.type == "inline"]
    assert inline.children is not None
    assert inline.children[0].type == "link_open"
    assert inline.children[-1].type == "link_close"
    assert "".join(child.content for child in inline.children) == " ".join(label.splitlines()).strip()
