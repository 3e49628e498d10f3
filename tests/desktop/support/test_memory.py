"""Sources of modules do not stay in memory."""

from __future__ import annotations

import linecache

from meipi.support.memory import forget_sources


def test_sources_are_forgotten_and_can_still_be_had() -> None:
    assert linecache.getline(__file__, 1).startswith('"""Sources')
    assert linecache.cache
    forget_sources()
    assert not linecache.cache
    assert linecache.getline(__file__, 1).startswith('"""Sources')
