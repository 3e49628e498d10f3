from __future__ import annotations

import codecs
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meipi.exchange import encodings
from meipi.exchange.encodings import ENCODINGS, canonical, decode, detect, move_offsets, move_spans

IDS = [encoding for encoding, _ in ENCODINGS]
TRADITIONAL = (
    "那天早晨，山谷裡起了大霧，連對面的屋頂也看不見。老人把門推開一條縫，聽見河水在下面慢慢地流，"
    "像有人低聲說話。「今年的雨來得遲，」他對孫女說，「可是稻子還是綠了。」她沒有回答，只把書放在膝上，"
    "一頁一頁地翻過去。茶已經涼了，爐子裡的火卻還亮著。遠處傳來鐘聲，一共七下，他們都數了。"
    "後來霧散了，太陽照在濕的石階上，貓從牆頭跳下來，抖了抖身上的水。孩子們背著書包走過橋去，笑聲留在空氣裡。"
)
SIMPLIFIED = (
    "那天早晨，山谷里起了大雾，连对面的屋顶也看不见。老人把门推开一条缝，听见河水在下面慢慢地流，"
    "像有人低声说话。“今年的雨来得迟，”他对孙女说，“可是稻子还是绿了。”她没有回答，只把书放在膝上，"
    "一页一页地翻过去。茶已经凉了，炉子里的火却还亮着。远处传来钟声，一共七下，他们都数了。"
    "后来雾散了，太阳照在湿的石阶上，猫从墙头跳下来，抖了抖身上的水。孩子们背着书包走过桥去，笑声留在空气里。"
)
# name, encoding, byte order mark, text
FORMS = [
    ("utf-8", "utf-8", b"", SIMPLIFIED),
    ("utf-8 traditional", "utf-8", b"", TRADITIONAL),
    ("utf-8 with mark", "utf-8", codecs.BOM_UTF8, SIMPLIFIED),
    ("gb18030", "gb18030", b"", SIMPLIFIED),
    ("gb18030 traditional", "gb18030", b"", TRADITIONAL),
    ("big5", "big5hkscs", b"", TRADITIONAL),
    ("utf-16-le", "utf-16-le", b"", SIMPLIFIED),
    ("utf-16-be", "utf-16-be", b"", TRADITIONAL),
    ("utf-16-le with mark", "utf-16-le", codecs.BOM_UTF16_LE, TRADITIONAL),
    ("utf-16-be with mark", "utf-16-be", codecs.BOM_UTF16_BE, SIMPLIFIED),
]


def clean(data: bytes) -> bytes:
    return data


def cut(data: bytes) -> bytes:
    return data[:-1]


def damaged(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0x5A]) + data[middle + 1 :]


@pytest.mark.parametrize("form", FORMS, ids=[form[0] for form in FORMS])
@pytest.mark.parametrize("length", [20, 180])
@pytest.mark.parametrize("harm", [clean, cut, damaged])
def test_the_grid(form: tuple[str, str, bytes, str], length: int, harm: Callable[[bytes], bytes]) -> None:
    _, encoding, mark, text = form
    for start in range(0, len(text) - length, 7):
        part = text[start : start + length]
        decoded = decode(harm(mark + part.encode(encoding)))
        assert decoded.encoding == encoding, part
        if harm is clean:
            assert decoded.text == part


@pytest.mark.parametrize(("encoding", "text"), [("gb18030", SIMPLIFIED), ("big5hkscs", TRADITIONAL)])
def test_a_damaged_byte_that_puts_all_behind_it_out_of_step(encoding: str, text: str) -> None:
    for start in range(0, 160, 20):
        data = text[start : start + 20].encode(encoding)
        for place in range(0, len(data), 3):
            harmed = data[:place] + b"q" + data[place + 1 :]
            assert detect(harmed)[0] == encoding, harmed.decode(encoding, "replace")


def test_html_around_little_chinese() -> None:
    for encoding, text in [("gb18030", SIMPLIFIED), ("big5hkscs", TRADITIONAL)]:
        page = f"<html><head><script>{'var a = 1; ' * 3000}</script></head><p class='c'>{text[:40]}</p>"
        assert decode(page.encode(encoding)) == encodings.Decoded(page, encoding, True)


def test_hong_kong_and_four_byte_characters() -> None:
    assert decode(("佢哋喺度食嘢，" + TRADITIONAL[:30]).encode("big5hkscs")).encoding == "big5hkscs"
    assert decode(("𠮷野家，" + SIMPLIFIED[:30]).encode("gb18030")).text.startswith("𠮷野家，")


@pytest.mark.parametrize("data", [b"", b"plain ASCII, no more", "短".encode()])
def test_valid_utf8_comes_first(data: bytes) -> None:
    assert decode(data).encoding == "utf-8"
    assert decode(data).sure


def test_a_few_bytes_leave_doubt() -> None:
    assert not decode("啊".encode("gb18030")).sure


def test_ascii_in_utf16_without_a_mark() -> None:
    assert decode("Only ASCII, two bytes each.".encode("utf-16-le")).text == "Only ASCII, two bytes each."


def test_the_common_hanzi_are_those_of_the_two_standards() -> None:
    common = encodings._common_hanzi()
    assert len(common) == 6722
    assert {"啊", "座", "一", "籲"} <= common
    assert not {"亍", "乂", "㐀", "A"} & common


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("GBK", "gb18030"),
        ("gb2312", "gb18030"),
        ("Big5", "big5hkscs"),
        ("UTF-8", "utf-8"),
        ("utf_16_be", "utf-16-be"),
    ],
)
def test_other_names(name: str, encoding: str) -> None:
    assert canonical(name) == encoding


@pytest.mark.parametrize("name", ["shift_jis", "klingon", "", "a\0b", "rot13"])
def test_other_encodings_are_refused(name: str) -> None:
    with pytest.raises(LookupError):
        decode(b"abc", name)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_decode_in_every_encoding(data: bytes) -> None:
    assert detect(data)[0] in IDS
    for encoding in IDS:
        text = decode(data, encoding).text
        # A whole text decodes as one, so offsets of its end move to the end of every other.
        for other in IDS:
            first, last = move_offsets(data, encoding, other, [0, len(text)])
            assert last == len(decode(data, other).text)
            # A byte order mark that only the other encoding takes for text stands before the first.
            assert first == 0 or data[:2] in (b"\xef\xbb", b"\xff\xfe", b"\xfe\xff", b"\x84\x31")


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(IDS))
@example(b"\xe4\xb8a\xe4", "utf-8")
@example(b"\x81\x30A\x81", "gb18030")
@example(b"\x88\x62\x88", "big5hkscs")
@example(codecs.BOM_UTF8 + b"abc", "utf-8")
@example(b"\x00\xd8\x00", "utf-16-le")
def test_offsets_stay_in_the_same_encoding(data: bytes, encoding: str) -> None:
    text = decode(data, encoding).text
    offsets = range(len(text) + 1)
    moved = move_offsets(data, encoding, encoding, offsets)
    # A code point that shares its bytes with the one before moves to the first of them.
    assert all(place <= offset <= place + 1 for offset, place in zip(offsets, moved, strict=True))
    assert moved == sorted(moved)


@settings(deadline=None)
@given(st.text(alphabet="鹽湖說，𠮷ab\n", min_size=1, max_size=50), st.sampled_from(["gb18030", "utf-8"]))
def test_offsets_keep_their_bytes(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    for other in IDS:
        shown = decode(data, other).text
        for start, end in move_spans(data, other, encoding, [(0, 1), (len(shown) // 2, len(shown))]):
            assert 0 <= start <= end <= len(text)
    starts = [len(text[:offset].encode(encoding)) for offset in range(len(text) + 1)]
    positions = encodings.Positions(data, encoding)
    assert [positions.byte(offset) for offset in range(len(text) + 1)] == starts


def test_a_mark_survives_the_wrong_encoding_and_back() -> None:
    text = SIMPLIFIED * 60  # several chunks
    data = codecs.BOM_UTF8 + text.encode()
    spans = [(0, 2), (3000, 3011), (len(text) - 3, len(text))]
    wrong = move_spans(data, "utf-8", "gb18030", spans)
    back = move_spans(data, "gb18030", "utf-8", wrong)
    for (start, end), (first, last) in zip(spans, back, strict=True):
        assert first <= start <= end <= last
        assert start - first <= 1
        assert last - end <= 1


@pytest.mark.parametrize(("old", "new"), list(product(["utf-8", "gb18030"], repeat=2)))
def test_spans_cover_whole_characters(old: str, new: str) -> None:
    data = "汉字abc汉".encode()
    text = decode(data, old).text
    for start in range(len(text)):
        ((first, last),) = move_spans(data, old, new, [(start, start + 1)])
        assert first < last


def test_encodings_in_the_order_in_which_they_fit() -> None:
    big5 = dict(encodings.ranked("河邊的渡口，船還沒有來。".encode("big5")))
    assert next(iter(big5.items())) == ("big5hkscs", "likely")
    assert set(list(big5.values())[1:]) == {"unlikely"}
    assert set(big5) == {encoding for encoding, _ in encodings.ENCODINGS}
    assert encodings.ranked("大家好".encode("gbk"))[:2] == [("gb18030", "likely"), ("big5hkscs", "possible")]


@given(st.binary(max_size=300))
def test_the_first_is_the_one_that_is_found_and_alone_where_it_is_sure(data: bytes) -> None:
    found, sure = encodings.detect(data)
    ranked = encodings.ranked(data)
    assert ranked[0] == (found, "likely")
    assert [likelihood for _, likelihood in ranked].count("likely") == 1
    assert sure == ("possible" not in dict(ranked).values())
