"""A made-up book of a million hanzi as an EPUB, beside its bytes read and parsed and nothing else."""

from __future__ import annotations

import sys
import zipfile
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.rows import Row, ratio_at_most
from tests.benchmarks.texts import ROOT, of_length
from tests.benchmarks.timing import worked

_LENGTH = 1_000_000
_ROUNDS = 11


def run() -> list[Row]:
    """The EPUB; then the same text in other kinds of file, without a peer."""
    from lxml import etree

    from meipi.exchange.opening import read_file

    sys.path.insert(0, str(ROOT / "tests"))
    import making

    paragraphs = [line for line in map(str.strip, of_length(_LENGTH).split("\n")) if line]
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "a.epub").write_bytes(making.book(paragraphs))
        body = "".join(making.docx_paragraph(each) for each in paragraphs)
        (place / "a.docx").write_bytes(making.docx(body))
        (place / "a.pdf").write_bytes(making.pdf(making.set_lines(paragraphs[:1000])))
        (place / "a.txt").write_text("\n".join(paragraphs), "utf-8")

        def parsed() -> None:
            with zipfile.ZipFile(place / "a.epub") as archive:
                for name in archive.namelist():
                    if name.endswith((".xhtml", ".opf")):
                        etree.fromstring(archive.read(name))

        times, peers = [], []
        for _ in range(_ROUNDS):
            times.append(worked(partial(read_file, place / "a.epub")))
            peers.append(worked(parsed))
        rows = [
            ratio_at_most(
                3, f"an EPUB of {_LENGTH:,} code points, median, processor", median(times), "ms",
                "its bytes unpacked and parsed by lxml", median(peers),
            )
        ]  # fmt: skip
        others = {
            "the same as DOCX": "a.docx",
            "the same as plain text": "a.txt",
            "its first thousand paragraphs as PDF": "a.pdf",
        }
        rows += [Row(what, worked(partial(read_file, place / name)), "ms") for what, name in others.items()]
    return rows
