"""Makes files of the kinds that Meipi reads, whole or with one thing wrong in them."""

from __future__ import annotations

import base64
import quopri
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
_METADATA = (
    '<dc:title id="t">茶馬古道</dc:title><dc:creator id="a">王小明</dc:creator>'
    "<dc:publisher>山谷出版社</dc:publisher><dc:date>2021-03-05T00:00:00Z</dc:date>"
)


def zipped(entries: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def xhtml(body: str, head: str = "") -> str:
    """A document of an EPUB."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>x</title>{head}</head><body>{body}</body></html>"
    )


def epub_entries(
    documents: Mapping[str, str], *, contents: str = "", ncx: str = "", metadata: str = _METADATA
) -> dict[str, bytes | str]:
    """The entries of an EPUB: documents by their addresses, in the order of the spine, and the `ol` of a
    navigation document or the `navPoint`s of an NCX."""
    more: dict[str, tuple[str, str]] = {}
    if contents:
        more["nav.xhtml"] = ("application/xhtml+xml", xhtml(f'<nav epub:type="toc">{contents}</nav>'))
    if ncx:
        page = f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        more["toc.ncx"] = ("application/x-dtbncx+xml", page)
    items = [
        f'<item id="d{number}" href="{escape(name)}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(documents)
    ]
    items += [
        f'<item id="{name}" href="{name}" media-type="{kind}"'
        + (' properties="nav"/>' if name == "nav.xhtml" else "/>")
        for name, (kind, _) in more.items()
    ]
    spine = "".join(f'<itemref idref="d{number}"/>' for number in range(len(documents)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{''.join(items)}</manifest><spine>{spine}</spine></package>"
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
        **{f"OEBPS/{name}": xhtml(body) for name, body in documents.items()},
        **{f"OEBPS/{name}": page for name, (_, page) in more.items()},
    }


def epub(
    documents: Mapping[str, str], *, contents: str = "", ncx: str = "", metadata: str = _METADATA
) -> bytes:
    """An EPUB, of `epub_entries`."""
    return zipped(epub_entries(documents, contents=contents, ncx=ncx, metadata=metadata))


def book(paragraphs: Sequence[str], of_chapter: int = 40) -> bytes:
    """An EPUB of chapters of so many paragraphs, with contents; each tenth paragraph has emphasis or ruby."""
    documents, lines = {}, []
    for number, start in enumerate(range(0, len(paragraphs), of_chapter), 1):
        body = [f'<section><h2 id="c{number}">第{number}章　行路</h2>']
        for place, paragraph in enumerate(paragraphs[start : start + of_chapter]):
            text = escape(paragraph)
            if place % 20 == 9:
                text = f"{text[:2]}<em>{text[2:6]}</em>{text[6:]}"
            elif place % 20 == 19:
                text = f"<ruby>{text[:1]}<rt>yī</rt></ruby>{text[1:]}"
            body.append(f"<p>{text}</p>")
        documents[f"c{number}.xhtml"] = "\n".join([*body, "</section>"])
        lines.append(f'<li><a href="c{number}.xhtml#c{number}">第{number}章　行路</a></li>')
    return epub(documents, contents=f"<ol>{''.join(lines)}</ol>")


def mhtml(page: bytes, *, encoding: str = "base64", charset: str = "utf-8", subject: str = "山路") -> bytes:
    """A page as a browser saves it in one file, with a picture before it in the file."""
    body = page
    if encoding == "base64":
        body = base64.encodebytes(page)
    elif encoding == "quoted-printable":
        body = quopri.encodestring(page)
    parts = [
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
        f'Content-Type: text/html; charset="{charset}"\r\nContent-ID: <frame>\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: https://a.b/c\r\n\r\n".encode()
        + body,
    ]
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.b/c?d=1\r\n"
        f"Subject: =?utf-8?B?{base64.b64encode(subject.encode()).decode()}?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_x=(1)"\r\n\r\n'
    )
    lines = [head.encode(), *(b"\r\n----=_x=(1)\r\n" + part for part in parts), b"\r\n----=_x=(1)--\r\n"]
    return b"".join(lines)


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = """
<w:style w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="a2"><w:name w:val="My heading"/><w:basedOn w:val="h2"/></w:style>
<w:style w:styleId="h2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:styleId="q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="l"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>
"""
_NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1條"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def docx_entries(
    body: str, *, footnotes: str = "", links: Mapping[str, str] = {}, title: str = "", author: str = "王小明"
) -> dict[str, bytes | str]:
    """The entries of a DOCX, from what stands in its `w:body`."""

    def relations(rows: Sequence[tuple[str, str, str, str]]) -> str:
        each = (
            f'<Relationship Id="{name}" Type="{kind}" Target="{escape(target)}" {more}/>'
            for name, kind, target, more in rows
        )
        return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'

    parts = ("styles", "numbering", "footnotes")
    rows = [(name, f"{_OFFICE}/{name}", f"{name}.xml", "") for name in parts]
    rows += [(name, f"{_OFFICE}/hyperlink", to, 'TargetMode="External"') for name, to in links.items()]
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": relations([
            ("a", f"{_OFFICE}/officeDocument", "word/document.xml", ""),
            ("b", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", ""),
        ]),
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>",
        "word/document.xml": f'<w:document {_W} {_R} xmlns:wp="y" xmlns:mc="z">'
        f"<w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(rows),
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{_NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
    }  # fmt: skip


def docx(body: str, *, footnotes: str = "", links: Mapping[str, str] = {}, title: str = "") -> bytes:
    """A DOCX, of `docx_entries`."""
    return zipped(docx_entries(body, footnotes=footnotes, links=links, title=title))


def docx_paragraph(text: str, style: str = "", more: str = "") -> str:
    """A paragraph of a DOCX."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


def _to_unicode(text: str) -> bytes:
    """The map of a font whose glyphs are numbered by the characters of the text."""
    characters = sorted(set(text))
    blocks = b""
    for start in range(0, len(characters), 100):
        part = characters[start : start + 100]
        lines = b"".join(b"<%s> <%s>\n" % (_hex(each), _hex(each)) for each in part)
        blocks += b"%d beginbfchar\n%sendbfchar\n" % (len(part), lines)
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + blocks + b"endcmap end end"
    )


def pdf(
    pages: Sequence[Sequence[tuple[float, float, float, str]]],
    *,
    picture: bool = False,
    information: Mapping[str, str] = {},
) -> bytes:
    """A PDF of lines, each with x, y and size in points from the lower left of a page of 595 × 842, and its
    text, of the basic plane alone; with a picture on each page if asked for."""
    to_unicode = _to_unicode("".join(text for page in pages for *_, text in page))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R]"
        b" /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 1000 /W [32 [500] 33 126 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(to_unicode), to_unicode),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
        b" /Length 1 >>\nstream\n0\nendstream",
        b"<< "
        + b" ".join(b"/%s <FEFF%s>" % (name.encode(), _hex(value)) for name, value in information.items())
        + b" >>",
    ]
    kids = []
    for lines in pages:
        content = (
            b"BT\n"
            + b"".join(
                b"/F %g Tf 1 0 0 1 %g %g Tm <%s> Tj\n" % (size, x, y, _hex(text))
                for x, y, size, text in lines
            )
            + b"ET"
            + (b" /I Do" if picture else b"")
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources"
            b" << /Font << /F 3 0 R >> %s >> >>"
            % (len(objects), b"/XObject << /I 6 0 R >>" if picture else b"")
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF"
    file += trailer % (len(objects) + 1, start)
    return bytes(file)


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode()


def set_lines(
    paragraphs: Sequence[str], *, width: int = 30, rows: int = 30, size: float = 12, indent: int = 2
) -> list[list[tuple[float, float, float, str]]]:
    """Pages of paragraphs set in lines of so many hanzi, the first of each indented, for `pdf`."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        first = width - indent
        lines.append((72 + indent * size, paragraph[:first]))
        lines += [(72, paragraph[start : start + width]) for start in range(first, len(paragraph), width)]
    return [
        [(x, 770 - 20 * place, size, text) for place, (x, text) in enumerate(lines[start : start + rows])]
        for start in range(0, len(lines), rows)
    ]
