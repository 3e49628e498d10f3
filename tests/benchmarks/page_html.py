"""The same article as a page for a browser: ruby, styled like ours, in one script or in both.

This is the browser's best form: above some thousand characters every paragraph has `content-visibility:
auto`, without which each change takes seconds, and what is shown hangs on inherited properties, which are
not passed on into what is out of view, while a selector would be matched everywhere. Such a paragraph may
be blank for some frames after it has come into view, so a change counts as painted when none in view is.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from meipi.exchange.draft import Block

_LAZY_FROM = 10_000
_NAMES = ("source", "other")
_TAGS = {"title": "h1", "heading": "h2"}
_STYLE = """
html { --reading: ruby-text; --source: block; --other: none }
html.plain { --reading: none }
html.turned { --source: none; --other: block }
body { margin: 0; background: #fbf7ee; color: #2b2620 }
article { width: %dpx; margin: 0 auto; font: 22px/50px "Noto Serif CJK TC", serif; text-align: justify }
.narrow article { width: %dpx }
.source { display: var(--source) }
.other { display: var(--other) }
p { margin: 0 0 12px; text-indent: 2em }
h1 { font: bold 29px/57px "Noto Serif CJK TC", serif; margin: 0 0 20px }
h2 { font: bold 24px/47px "Noto Serif CJK TC", serif; margin: 28px 0 12px }
rt { font: 11px/15px "Source Sans 3", "Noto Sans", sans-serif; display: var(--reading) }
"""
_LAZY = "div { content-visibility: auto; contain-intrinsic-size: auto 200px }\n"
_SCRIPT = """
const frame = () => new Promise(requestAnimationFrame);
const shown = () => {
  for (let y = 5; y < innerHeight; y += 25) {
    const found = document.elementFromPoint(innerWidth / 2, y)?.closest("div");
    if (found && !found.checkVisibility({contentVisibilityAuto: true})) return false;
  }
  return true };
const taken = async change => {
  const start = performance.now(); change(); await frame();
  let end;
  do { await frame(); end = performance.now() } while (!shown());
  return end - start };
const painted = taken(() => 0).then(() => performance.now());
const set = (name, on) => document.documentElement.classList.toggle(name, on);
const page = async () => {
  if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) await taken(() => scrollTo(0, 0));
  return taken(() => scrollBy(0, innerHeight - 50)) };
"""


def html(texts: Sequence[str], readings: Sequence[str | None], blocks: Sequence[Block], measure: int) -> str:
    """`texts` are the source and, if wanted, the other script, of the same length; `measure` is in pixels."""
    style = _STYLE % (measure, measure * 3 // 4) + (_LAZY if len(readings) > _LAZY_FROM else "")
    parts = [f'<!doctype html><html lang="zh-TW"><meta charset="utf-8"><style>{style}</style>\n<article>']
    for block in blocks:
        tag = _TAGS.get(block.kind, "p")
        parts.append("<div>")
        for name, text in zip(_NAMES, texts, strict=False):
            parts.append(f'<{tag} class="{name}">')
            for offset in range(block.start, block.end):
                char, reading = escape(text[offset]), readings[offset]
                parts.append(f"<ruby>{char}<rt>{reading}</rt></ruby>" if reading else char)
            parts.append(f"</{tag}>")
        parts.append("</div>\n")
    parts.append(f"</article><script>{_SCRIPT}</script></html>\n")
    return "".join(parts)
