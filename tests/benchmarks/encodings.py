"""How often the encoding of a text is found: encodings × lengths × harms, on snippets of the samples."""

from __future__ import annotations

import codecs
import random
from collections.abc import Callable, Iterator

from tests.benchmarks.rows import Row, at_least
from tests.benchmarks.texts import of_length

_SNIPPETS = {20: 200, 50: 200, 200: 200, 2_000: 60}
"""By the length of a snippet in characters, how many there are in a cell."""
_FOUR_BYTES = "㐀㐱㑇㒓㕸㘚㙘㛃𠮷𡃁"  # four bytes in GB18030
_HONG_KONG = "嘅喺咗哋嚟嗰冇瞓攞啲"  # in Big5-HKSCS alone
_FORMS: dict[str, tuple[str, str, str, bytes]] = {
    # shown name: script, codec, the id that it is found by, byte order mark
    "utf-8": ("any", "utf-8", "utf-8", b""),
    "gb18030": ("any", "gb18030", "gb18030", b""),
    "gbk": ("simplified", "gbk", "gb18030", b""),
    "big5": ("traditional", "big5", "big5hkscs", b""),
    "big5-hkscs": ("traditional", "big5hkscs", "big5hkscs", b""),
    "utf-16-le": ("any", "utf-16-le", "utf-16-le", b""),
    "utf-16-be": ("any", "utf-16-be", "utf-16-be", b""),
    "utf-16 with mark": ("any", "utf-16-le", "utf-16-le", codecs.BOM_UTF16_LE),
}
_MIXED_IN = {"gb18030": _FOUR_BYTES, "big5-hkscs": _HONG_KONG}


def run() -> list[Row]:
    """A row for each encoding and harm, of the length that is found least often."""
    rows = []
    for name in _FORMS:
        for harm in _HARMS:
            shares = {length: _share(name, harm, length) for length in _SNIPPETS}
            worst = min(shares, key=lambda length: shares[length])
            what = f"{name}, {harm}: found, least often at {worst:,} characters"
            rows.append(at_least(99.5, what, shares[worst], "%"))
    return rows


def _share(name: str, harm: str, length: int) -> float:
    """Of a hundred snippets, how many are found in their encoding; clean ones with their text."""
    from meipi.exchange import encodings

    chance = random.Random(f"{name} {harm} {length}")
    _, codec, expected, mark = _FORMS[name]
    right = 0
    for text in _snippets(name, length, chance):
        whole = _html(text, chance) if harm == "within HTML" else text
        data = _HARMS[harm](mark + whole.encode(codec), chance)
        found = encodings.decode(data)
        right += found.encoding == expected and (harm not in ("clean", "within HTML") or found.text == whole)
    return 100 * right / _SNIPPETS[length]


def _snippets(name: str, length: int, chance: random.Random) -> Iterator[str]:
    from meipi.language.script import convert

    script, codec, _, _ = _FORMS[name]
    source = of_length(40_000)
    texts = [convert(source, config).text for config in ("s2t", "t2s")]
    made = 0
    while made < _SNIPPETS[length]:
        text = texts[made % 2] if script == "any" else texts[script == "simplified"]
        start = chance.randrange(len(text) - length)
        snippet = text[start : start + length]
        if name in _MIXED_IN and (name != "gb18030" or made % 2):
            place = chance.randrange(length)
            snippet = snippet[:place] + chance.choice(_MIXED_IN[name]) + snippet[place + 1 :]
        snippet = snippet.encode(codec, "ignore").decode(codec)
        if sum("\u4e00" <= character <= "\u9fff" for character in snippet) >= length * 0.6:
            made += 1
            yield snippet


def _html(text: str, chance: random.Random) -> str:
    """Each few hanzi in a paragraph, and a head with a script before them."""
    paragraphs, start = [], 0
    while start < len(text):
        end = start + chance.randrange(5, 60)
        paragraphs.append(f'<p class="text c{start}"><span style="color:#333">{text[start:end]}</span></p>\n')
        start = end
    script = "var a = [1, 2, 3]; function f(x) { return x + 1; }\n" * chance.randrange(1, 20)
    return f"<html><head><script>{script}</script></head><body>{''.join(paragraphs)}</body></html>"


def _clean(data: bytes, chance: random.Random) -> bytes:
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[:-1]


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """With one byte of another value."""
    place = chance.randrange(2, len(data))
    value = (data[place] + chance.randrange(1, 256)) % 256
    return data[:place] + bytes([value]) + data[place + 1 :]


_HARMS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "clean": _clean,
    "last byte cut": _cut,
    "a byte damaged": _damaged,
    "within HTML": _clean,
}
