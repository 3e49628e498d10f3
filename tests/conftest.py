"""Qt runs without a screen in every test, and no test reads or writes the user's own files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the tests' own, also for the processes that they start: what is made is made once."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setattr(platformdirs, "user_cache_path", lambda *_, **__: folder)
        yield folder
        from meipi.language import packaged_dictionary

        packaged_dictionary.close()
