from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meipi.exchange.inlines import image_target, link_target, links_of, settled

JOINED = "\u0301\ufe00\U000e0100\u200d"
TEXTS = st.text("鹽a 　\n" + JOINED, max_size=12)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.b/", "https://a.b/"),
        (" HTTP://a.b/鹽 ", "HTTP://a.b/鹽"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("#cite-1", "#cite-1"),
        ("#", ""),
        ("https://", ""),
        ("https://a.b/c d", ""),
        ("https://a.b/\x7f", ""),
        ("/b.html", ""),
        ("//a.b/c", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:x", ""),
        ("file:///etc/passwd", ""),
        ("meipi://article/1", ""),
        ("https://a.b/" + "c" * 2048, ""),
        ("", ""),
    ],
)
def test_addresses_of_links(address: str, target: str) -> None:
    assert link_target(address) == target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (" 圖/湖.jpg\n", "圖/湖.jpg"),
        ("https://a.b/c.png", "https://a.b/c.png"),
        ("DATA:image/png;base64,AAAA", ""),
        ("a" * 3000, ""),
    ],
)
def test_addresses_of_images(address: str, target: str) -> None:
    assert image_target(address) == target


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("見https://a.b/c。", ["https://a.b/c"]),
        ("（http://www.example.org/p?q=1&r=%E9#s）", ["http://www.example.org/p?q=1&r=%E9#s"]),
        ("(https://a.b/c_(d)), then https://a.b/c].", ["https://a.b/c_(d)", "https://a.b/c"]),
        ("https://a.b/c,https", ["https://a.b/c,https"]),
        ("https://a.b:8080/ https://a.b.", ["https://a.b:8080/", "https://a.b"]),
        ("HTTPS://A.B/C!？", ["HTTPS://A.B/C"]),
        ("https://a.b\nhttps://c.d", ["https://a.b", "https://c.d"]),
        ("𠀀https://a.b/𠀀", ["https://a.b/"]),
        ("https://localhost/ https:// http:/a.b www.a.b a@b.c ftp://a.b", []),
        ("https://a.b/" + "c" * 3000, []),
    ],
)  # fmt: skip
def test_addresses_in_a_plain_text(text: str, addresses: list[str]) -> None:
    links = links_of(text)
    assert [link.target for link in links] == addresses
    assert [text[link.start : link.end] for link in links] == addresses
    assert {link.kind for link in links} <= {"link"}


@given(st.text("hts:/.a1-)(]，鹽 \n", max_size=40).map(lambda rest: f"https://a.b/{rest} http://{rest}"))
def test_links_are_apart_and_could_be_kept_addresses(text: str) -> None:
    end = 0
    for link in links_of(text):
        assert end <= link.start < link.end <= len(text)
        assert link.target == text[link.start : link.end] == link_target(link.target)
        end = link.end


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("一 二 三", (1, 4), (2, 3)),
        ("葛\U000e0100城", (0, 1), (0, 2)),
        ("葛\U000e0100城", (1, 3), (2, 3)),
        ("e\u0301e", (0, 1), (0, 2)),
        ("\U0001f469\u200d\U0001f33e田", (0, 1), (0, 3)),
        ("\U0001f469\u200d\U0001f33e田", (2, 4), (3, 4)),
        ("一 二", (1, 2), (2, 2)),
    ],
)
def test_where_a_span_is_cut(text: str, span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert settled(text, *span) == expected


@given(TEXTS, st.lists(st.integers(0, 12), min_size=4, max_size=4).map(sorted))
def test_spans_stay_nested_or_apart(text: str, offsets: list[int]) -> None:
    first, second, third, fourth = (min(offset, len(text)) for offset in offsets)
    outer, inner = settled(text, first, fourth), settled(text, second, third)
    if inner[0] < inner[1]:
        assert outer[0] <= inner[0] < inner[1] <= outer[1]
    before, behind = settled(text, first, second), settled(text, second, fourth)
    if behind[0] < behind[1]:
        assert before[1] <= behind[0]
    for start, end in (outer, inner):
        if start < end:
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            for offset in (start, end):
                assert text[offset : offset + 1] not in tuple(JOINED)
