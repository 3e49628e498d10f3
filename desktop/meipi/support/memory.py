"""Memory that nothing of ours asked for."""

from __future__ import annotations

import linecache


def forget_sources() -> None:
    """Let go of the source text of all modules that were imported.

    After PySide6 every module that is imported is searched for its name, and what was read for that stays in
    memory: with what the window needs, ten megabytes.
    """
    linecache.clearcache()
