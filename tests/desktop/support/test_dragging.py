from __future__ import annotations

from PySide6.QtCore import QMimeData

from meipi.support import dragging


def test_a_mark_comes_out_as_it_went_in() -> None:
    assert dragging.mark_in(dragging.of_mark("6f1c9a0b")) == "6f1c9a0b"
    other = QMimeData()
    other.setText("6f1c9a0b")
    assert dragging.mark_in(other) == ""
