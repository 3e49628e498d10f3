from __future__ import annotations

import pytest

from meipi.exchange.read_error import ReadError
from meipi.exchange.xhtml import document, page


@pytest.mark.parametrize(
    "data",
    [
        b" " * 3_000_000 + b"<p>a</p>",
        b"<!DOCTYPE [" * 200_000 + b"<p>a</p>",
        b"<!DOCTYPE a [" + b"]" * 2_000_000 + b"<p>a</p>",
        b"<p " + b"a " * 1_000_000 + b">a</p>",
        b"<p" + b" xmlns='" * 200_000 + b"'>a</p>",
        b"<p>a</p>" + b"&a" * 1_000_000,
        b"<p>a</p>" + b"<a " * 300_000,
    ],
)
def test_no_text_takes_a_time_that_grows_with_its_square(data: bytes) -> None:
    for read in (page, document):
        try:
            root = read(data, "x")
        except ReadError:
            continue
        assert root is not None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"<?xml version='1.0'?><!DOCTYPE p [<!ENTITY a 'x'><!ENTITY b ']>'>]><p>1&a;2</p>", "1&a;2"),
        (b"<!DOCTYPE p SYSTEM 'a.dtd'><p>1&nbsp;2</p>", "1\xa02"),
        (b"<!DOCTYPE p><!DOCTYPE q><p>1</p>", "1"),
        (b"<p xmlns='a' xmlns:b='c'><b:i>1</b:i></p>", "1"),
    ],
)
def test_what_stands_before_the_root(data: bytes, text: str) -> None:
    root = page(data, "x")
    assert "".join(root.itertext()).strip().endswith(text)
    assert not root.xpath("//*[namespace-uri()]")
