"""Hanzi: which code points are Chinese characters."""

from __future__ import annotations

import re

# 〇, the unified ideographs with all extensions, and the compatibility ideographs.
RUN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
