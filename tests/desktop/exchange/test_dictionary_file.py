"""Dictionaries of the reader's own: what they have comes out, and what is wrong with one is told."""

from __future__ import annotations

import gzip
import struct
import zipfile
from pathlib import Path

import pytest

from meipi.exchange import dictionary_file, packed, stardict
from meipi.exchange.dictionary_error import DictionaryError
from meipi.exchange.dictionary_file import read_dictionary
from meipi.language import own_dictionary, words
from meipi.language.entry import Entry
from meipi.language.own_dictionary import About
from meipi.language.shelf import THE as SHELF

CEDICT = """\ufeff# CC-CEDICT
# Community maintained free Chinese-English dictionary.
#! version=1
#! entries=3
#! publisher=MDBG
#! license=https://creativecommons.org/licenses/by-sa/4.0/
#! date=2026-05-20T06:10:43Z
圖書 图书 [tu2 shu1] /books/CL:本[ben3]/
鹽湖 盐湖 [yan2 hu2] /salt lake/
鹽湖 盐湖 [Yan2 hu2] /district of Yuncheng/
"""


class Stardict:
    """The files of a dictionary, to be damaged at will."""

    def __init__(self, articles: list[tuple[str, bytes]], types: str = "m", wide: bool = False) -> None:
        index, data = b"", b""
        for word, article in articles:
            index += word.encode() + b"\0" + struct.pack(">QI" if wide else ">II", len(data), len(article))
            data += article
        self.told = {
            "version": "3.0.0" if wide else "2.4.2",
            "bookname": "試用辭典",
            "wordcount": str(len(articles)),
            "idxfilesize": str(len(index)),
            "author": "Somebody",
            "date": "2026.01.02",
            "sametypesequence": types,
        }
        if wide:
            self.told["idxoffsetbits"] = "64"
        if not types:
            del self.told["sametypesequence"]
        self.index, self.data, self.others = index, data, b""

    def other(self, word: str, number: int) -> Stardict:
        self.others += word.encode() + b"\0" + struct.pack(">I", number)
        self.told["synwordcount"] = str(int(self.told.get("synwordcount", "0")) + 1)
        return self

    def files(self, packed: bool = False) -> dict[str, bytes]:
        told = "".join(f"{key}={value}\n" for key, value in self.told.items())
        found = {"d.ifo": f"StarDict's dict ifo file\n{told}".encode()}
        found["d.idx.gz" if packed else "d.idx"] = gzip.compress(self.index) if packed else self.index
        found["d.dict.dz" if packed else "d.dict"] = gzip.compress(self.data) if packed else self.data
        if self.others:
            found["d.syn"] = self.others
        return found

    def write(self, folder: Path, packed: bool = False) -> Path:
        for name, data in self.files(packed).items():
            (folder / name).write_bytes(data)
        return folder / "d.ifo"


def simple() -> Stardict:
    return Stardict([("鹽湖", "鹽分高的湖。\n也指地名。".encode()), ("银行", "金融机构".encode())])


def kept(source: Path) -> Path:
    """The file that is made of a source, kept beside it."""
    made = source.parent / "made.index"
    made.write_bytes(read_dictionary(source))
    return made


def looked_up(source: Path, text: str) -> list[Entry]:
    SHELF.arrange([kept(source)])
    try:
        return [entry for entry in words.look_up(text, 0) if entry.dictionary]
    finally:
        SHELF.arrange([None])
        SHELF.close()


def problem(source: Path) -> DictionaryError:
    with pytest.raises(DictionaryError) as caught:
        read_dictionary(source)
    return caught.value


def cedict_files(folder: Path) -> list[Path]:
    data = CEDICT.encode()
    (folder / "cedict_ts.u8").write_bytes(data)
    (folder / "cedict.txt.gz").write_bytes(gzip.compress(data))
    with zipfile.ZipFile(folder / "cedict.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.md", "about it")
        archive.writestr("cedict/cedict_ts.u8", data)
    return [folder / "cedict_ts.u8", folder / "cedict.txt.gz", folder / "cedict.zip"]


def test_cedict_plain_and_packed(tmp_path: Path) -> None:
    for source in cedict_files(tmp_path):
        assert own_dictionary.about(kept(source)) == About(
            "CC-CEDICT 2026-05-20",
            3,
            "cedict",
            "2026-05-20",
            "https://creativecommons.org/licenses/by-sa/4.0/",
            "MDBG",
        )
        found = looked_up(source, "盐湖边")
        assert [(entry.pinyin, entry.senses) for entry in found] == [
            ("yán hú", ("salt lake",)),
            ("Yán hú", ("district of Yuncheng",)),
        ]
        assert {entry.dictionary for entry in found} == {"CC-CEDICT 2026-05-20"}
        assert looked_up(source, "圖書")[0].measure_words[0].traditional == "本"


def test_cedict_of_the_second_version(tmp_path: Path) -> None:
    source = tmp_path / "new.u8"
    source.write_text(
        "鹽湖 盐湖 [[yan2hu2]] /salt lake, cf 湖[[hu2]]/\n北海道 北海道 [[Bei3hai3-dao4]] /Hokkaido/\n"
    )
    assert looked_up(source, "鹽湖")[0].pinyin == "yán hú"
    assert looked_up(source, "鹽湖")[0].senses == ("salt lake, cf 湖[hú]",)
    assert looked_up(source, "北海道")[0].pinyin == "Běi hǎi dào"
    told = own_dictionary.about(kept(source))
    assert told is not None
    assert told.name == "new"


@pytest.mark.parametrize("packed_files", [False, True])
@pytest.mark.parametrize("chosen", [".ifo", ".idx", ".dict"])
def test_stardict(tmp_path: Path, packed_files: bool, chosen: str) -> None:
    made = simple().other("鹹水湖", 0)
    source = made.write(tmp_path, packed_files)
    if not packed_files:
        source = source.with_suffix(chosen)
    told = own_dictionary.about(kept(source))
    assert told == About("試用辭典", 2, "rows", "2026.01.02", "", "Somebody")
    for text in ("鹽湖", "盐湖", "鹹水湖", "咸水湖"):
        [found] = looked_up(source, text)
        assert (found.traditional, found.simplified) == ("鹽湖", "盐湖")
        assert found.senses == ("鹽分高的湖。", "也指地名。")
        assert found.dictionary == "試用辭典"
    [found] = looked_up(source, "銀行")
    assert (found.traditional, found.simplified, found.senses) == ("銀行", "银行", ("金融机构",))
    [found] = looked_up(source, "银行")
    assert (found.traditional, found.simplified) == ("銀行", "银行")


def test_stardict_with_wide_offsets_in_a_zip(tmp_path: Path) -> None:
    source = tmp_path / "d.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for name, data in Stardict([("湖", b"lake")], wide=True).files(packed=True).items():
            archive.writestr(f"stardict-d/{name}", data)
    assert looked_up(source, "湖")[0].senses == ("lake",)


@pytest.mark.parametrize(
    ("types", "article", "reading", "senses"),
    [
        ("m", b"one\n  two  \n\n", "", ("one", "two")),
        ("l", "湖泊".encode("gb18030"), "", ("湖泊",)),
        (
            "h",
            b"<style>b{}</style><b>one</b> &amp; <i>two</i><br>three<p>four</p>",
            "",
            ("one & two", "three", "four"),
        ),
        ("g", b"<span color='red'>one</span>\ntwo &lt;", "", ("one", "two <")),
        ("x", b"<k>\xe6\xb9\x96</k>\n<def>lake</def><def>pond</def>", "", ("湖", "lake", "pond")),
        ("w", b"'''lake''', see [[pond|ponds]] and [[sea]]", "", ("lake, see ponds and sea",)),
        ("ym", b"hu2\0lake", "hú", ("lake",)),
        ("tm", "hú".encode() + b"\0lake\0", "hú", ("lake",)),
        ("mr", b"lake\0img:lake.png", "", ("lake",)),
        ("mW", b"lake\0\x00\x01\xff", "", ("lake",)),
        ("Pm", struct.pack(">I", 3) + b"\0\1\2lake", "", ("lake",)),
        ("", b"yhu2\0mlake\0W" + struct.pack(">I", 2) + b"\0\1hnot <b>sea</b>\0", "hú", ("lake", "not sea")),
    ],
)
def test_kinds_of_articles(
    tmp_path: Path, types: str, article: bytes, reading: str, senses: tuple[str, ...]
) -> None:
    [found] = looked_up(Stardict([("湖", article)], types).write(tmp_path), "湖")
    assert (found.pinyin, found.senses) == (reading, senses)


def test_every_entry_of_a_word_is_kept(tmp_path: Path) -> None:
    made = Stardict([("湖", b"one"), ("湖", b"two"), ("海", b"three")])
    found = looked_up(made.write(tmp_path), "湖")
    assert [entry.senses for entry in found] == [("one",), ("two",)]


def test_the_order_is_that_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = kept(simple().write(tmp_path / "a"))
    other = kept(Stardict([("鹽湖地", b"place"), ("鹽湖", b"other")]).write(tmp_path / "b"))
    broken = tmp_path / "broken.index"
    broken.write_bytes(b"meipiHI2")
    try:
        for order, first in (([other, broken, None, one], "other"), ([one, None, other], "鹽分高的湖。")):
            SHELF.arrange(order)
            found = words.look_up("鹽湖地", 0)
            assert found[0].senses == ("place",)
            assert next(entry.senses[0] for entry in found if entry.span.end == 2) == first
            assert {entry.dictionary for entry in found} == {"CC-CEDICT", "試用辭典"}
            assert words.candidates("鹽湖地", 1)[0].end == 3
            assert words.is_headword("鹽湖地")
        SHELF.arrange([])
        assert [entry.dictionary for entry in words.look_up("鹽湖", 0)] == [""]
    finally:
        SHELF.arrange([None])
        SHELF.close()


def test_levels_are_told_without_the_packaged_one(tmp_path: Path) -> None:
    source = tmp_path / "own.u8"
    source.write_text("圖書館 图书馆 [tu2 shu1 guan3] /library/\n馆 馆 [guan3] /hall/\n", "utf-8")
    packaged = words.look_up("圖書館", 0)[0]
    own, *_ = looked_up(source, "圖書館")
    assert own.senses == ("library",)
    assert packaged.levels
    assert (own.levels, own.frequency) == (packaged.levels, packaged.frequency)


@pytest.mark.parametrize(
    ("name", "data", "kind", "detail"),
    [
        ("a.u8", b"", "empty", ""),
        ("a.u8", b"# only a comment\n", "empty", ""),
        ("a.u8", CEDICT.encode("gb18030"), "encoding", ""),
        ("a.u8", CEDICT.encode("utf-16"), "encoding", ""),
        ("a.u8", "这是一篇文章。\n".encode(), "unsupported", "1"),
        ("a.u8", CEDICT.replace("/salt lake/", "/salt").encode(), "line", "9"),
        ("a.u8", CEDICT.replace("鹽湖 盐湖 [Y", "鹽\x01湖 盐湖 [Y").encode(), "line", "10"),
        ("a.u8", CEDICT[: CEDICT.rindex("鹽湖")].encode(), "counts", "2/3"),
        ("a.gz", gzip.compress(CEDICT.encode())[:-20], "truncated", ""),
        ("a.gz", b"no gzip", "damaged", None),
        ("a.zip", b"no zip", "damaged", None),
        ("a.ifo", b"something else", "unsupported", ""),
        ("a.mdx", b"", "unsupported", ""),
    ],
)
def test_faults_of_a_file(tmp_path: Path, name: str, data: bytes, kind: str, detail: str | None) -> None:
    source = tmp_path / name
    source.write_bytes(data)
    found = problem(source)
    assert (found.kind, found.path) == (kind, str(source))
    assert detail is None or found.detail == detail


def test_faults_of_a_zip(tmp_path: Path) -> None:
    source = tmp_path / "a.zip"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.md", "nothing here")
    assert problem(source).kind == "unsupported"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("a.u8", CEDICT)
    data = bytearray(source.read_bytes())
    at = data.index(b"salt")
    data[at : at + 4] = b"SALT"
    source.write_bytes(data)
    assert problem(source).kind == "damaged"


def test_what_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (packed, dictionary_file):
        monkeypatch.setattr(module, "LIMIT", 1 << 20)
    bomb = b"#" * (1 << 21)
    (tmp_path / "a.gz").write_bytes(gzip.compress(bomb))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.u8", bomb)
    (tmp_path / "a.u8").write_bytes(bomb)
    for name in ("a.gz", "a.zip", "a.u8"):
        assert problem(tmp_path / name).kind == "too_large"


def test_articles_that_overlap_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Stardict([("湖", b"lake" * 100)])
    made.index = b"".join(b"a%d\0" % size + struct.pack(">II", 0, size) for size in range(1, 400))
    made.told |= {"wordcount": "399", "idxfilesize": str(len(made.index))}
    source = made.write(tmp_path)
    assert read_dictionary(source)
    monkeypatch.setattr(stardict, "LIMIT", 10_000)
    assert problem(source).kind == "too_large"
    made.told["wordcount"] = "99999999"
    assert problem(made.write(tmp_path)).kind == "too_large"


def test_no_file(tmp_path: Path) -> None:
    assert problem(tmp_path / "none.u8").kind == "missing"
    assert problem(Path("a\0.u8")).kind == "missing"
    assert problem(tmp_path).kind == "folder"
    (tmp_path / "file").write_text("")
    assert problem(tmp_path / "file" / "below.u8").kind == "missing"


def damaged(**changes: object) -> Stardict:
    made = simple().other("鹹水湖", 0)
    for name, value in changes.items():
        if isinstance(value, dict):
            made.told |= value
        else:
            setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("made", "kind", "detail"),
    [
        (damaged(told={"wordcount": "3"}), "counts", "2/3"),
        (damaged(told={"synwordcount": "2"}), "counts", "1/2"),
        (damaged(told={"wordcount": "many"}), "damaged", "wordcount"),
        (damaged(told={"idxfilesize": "9999"}), "truncated", ""),
        (damaged(told={"idxfilesize": "9"}), "damaged", ""),
        (damaged(told={"sametypesequence": "z"}), "damaged", "type 'z'"),
        (
            damaged(index=simple().index[:-3], told={"idxfilesize": str(len(simple().index) - 3)}),
            "truncated",
            "",
        ),
        (damaged(data=simple().data[:-3]), "truncated", ""),
        (damaged(others="鹹水湖\0".encode()), "truncated", ""),
        (damaged(others="鹹水湖\0".encode() + struct.pack(">I", 2)), "damaged", "鹹水湖"),
        (Stardict([("湖", "湖泊".encode("gb18030"))]), "encoding", ""),
        (Stardict([("湖", b"\0\0")]), "empty", ""),
        (Stardict([]), "empty", ""),
        (Stardict([("湖", struct.pack(">I", 9) + b"lake")], "Pm"), "truncated", ""),
        (Stardict([("湖", b"\0")], "Pm"), "truncated", ""),
    ],
)
def test_faults_of_stardict(tmp_path: Path, made: Stardict, kind: str, detail: str) -> None:
    source = made.write(tmp_path)
    found = problem(source)
    assert (found.kind, found.path, found.detail) == (kind, str(source), detail)


@pytest.mark.parametrize(
    ("name", "data", "kind", "detail"),
    [
        ("d.idx", None, "incomplete", "d.idx"),
        ("d.dict", None, "incomplete", "d.dict"),
        ("d.ifo", None, "incomplete", "d.ifo"),
        ("d.syn", None, "incomplete", "d.syn"),
        ("d.ifo", "StarDict's dict ifo file\n試用".encode("gb18030"), "encoding", ""),
        ("d.idx", simple().index.replace("银".encode(), b"\xff\xff\xff"), "encoding", ""),
    ],
)
def test_parts_that_are_missing_or_wrong(
    tmp_path: Path, name: str, data: bytes | None, kind: str, detail: str
) -> None:
    simple().other("鹹水湖", 0).write(tmp_path)
    if data is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(data)
    found = problem(tmp_path / ("d.idx" if name == "d.ifo" and data is None else "d.ifo"))
    assert (found.kind, found.detail) == (kind, detail)


def test_a_few_bytes_that_are_no_text_do_not_hide_the_rest(tmp_path: Path) -> None:
    articles = [(f"湖{number}", b"lake") for number in range(200)]
    articles[7] = ("湖7", b"lake \xff")
    found = looked_up(Stardict(articles).write(tmp_path), "湖7")
    assert found[0].senses == ("lake \ufffd",)
