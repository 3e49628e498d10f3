"""Qt runs without a screen in every test, and no test reads or writes the user's own files."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
