"""What readings need is loaded when they are prepared, so that no text on the page waits for it."""

from __future__ import annotations

import os
import subprocess
import sys


def test_nothing_is_left_to_load_for_the_first_text() -> None:
    code = (
        "from meipi.language import pinyin, reading_data, phrase_readings, reading_model, segmenter\n"
        "pinyin.prepare()\n"
        "loaded = (phrase_readings.tables, segmenter._segmenter, reading_model.model)\n"
        "assert all(each.cache_info().currsize for each in loaded)\n"
        "counts = [each.cache_info().misses for each in (reading_data.words, reading_data.network)]\n"
        "assert counts == [1, 1]\n"
        "assert pinyin.read('银行的行长长得快')[4] == 'zhǎng'\n"
        "assert counts == [each.cache_info().misses for each in (reading_data.words, reading_data.network)]\n"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    )
