"""A text with markup set in type, and what is drawn of it."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QGlyphRun, QImage, QPainter

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.markdown import read_markdown
from meipi.reading.painting import PagePainter, Scene
from meipi.reading.sheet import Sheet, TypeRoom
from meipi.reading.typeset import Typeset
from meipi.support.settings import Settings
from meipi.support.theme import load
from meipi.workspace.viewing import Viewing

MARKDOWN = """# 鹽湖

青海的*鹽湖，水色如玉*，是**世界級** base **level** 的 `numpy` 湖；詳見[青海省的說明](https://example.org/a)。

## 二級標題

1. 第一項
2. 第二項很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長
   - 下一層 *words*
     - 再下一層

### 三級標題

> 引文第一段，水色如玉。
>
> 引文第二段。

![鹽湖的日出](lake.jpg)

```
def f(x):
    return x
```

湖水。
"""
SUNRISE = "鹽湖的日出"
MODES = tuple(product((False, True), ("none", "pinyin", "zhuyin")))


def set_in_type(
    article: ArticleDraft, phonetics: str = "none", *, vertical: bool = False, script: str = "source",
    measure: int = 720, room: TypeRoom | None = None,
) -> Typeset:  # fmt: skip
    viewing = Viewing(Settings(None))
    viewing.set("vertical", vertical)
    viewing.set_variant("tw", True)
    viewing.set_script(script)
    viewing.set_phonetics(phonetics)
    of = "simplified" if script == "traditional" else "traditional"
    sheet = Sheet(article.text, article.blocks, of, room or TypeRoom(), article.inlines)
    sheet.arrange(viewing, measure, 1)
    while sheet.read_lines(range(len(sheet.typeset.layout))):
        pass
    return sheet.typeset


def article(text: str = MARKDOWN) -> ArticleDraft:
    return read_markdown(text)


def line_of(found: Typeset, text: str) -> int:
    return found.layout.line_of(found.shown.text.index(text))


def runs_of(found: Typeset, line: int) -> list[QGlyphRun]:
    drawn = found.line(line)
    tinted = [run for _, run in drawn.tinted_along + drawn.tinted_upright]
    return [*drawn.along, *drawn.upright, *tinted]


def inked(found: Typeset, text: str, ink: str) -> bool:
    drawn = found.line(line_of(found, text))
    return any(tint == ink for tint, _ in drawn.tinted_along + drawn.tinted_upright)


def painted(found: Typeset, theme: str = "paper") -> QImage:
    """The text as it is painted, horizontally, from its own origin."""
    image = QImage(found.layout.measure, found.layout.extent + 20, QImage.Format.Format_RGB32)
    image.fill(load(theme).paper)
    painter = QPainter(image)
    PagePainter(found, load(theme), Scene()).paint(painter, range(len(found.layout)), QPoint())
    painter.end()
    return image


def glyph_boxes(run: QGlyphRun) -> list[QRectF]:
    font = run.rawFont()
    return [
        font.boundingRect(glyph).translated(place)
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
