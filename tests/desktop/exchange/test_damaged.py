from __future__ import annotations

from collections import Counter

import pytest

import fuzzing


@pytest.mark.parametrize("kind", list(fuzzing.WHOLE))
def test_a_damaged_file_is_an_article_or_refused(kind: str) -> None:
    """`make bench ARGS=damaged` reads many more."""
    assert fuzzing.outcome(kind, fuzzing.WHOLE[kind][0]) == ""
    outcomes = Counter(fuzzing.outcome(kind, data) for data in fuzzing.damaged(kind, 150))
    assert outcomes[""]
    assert set(outcomes) <= {
        "", "empty", "binary", "broken", "unpacks", "encrypted", "protected", "damaged", "scanned",
        "unsupported",
    }  # fmt: skip
