"""Where things lie: what the words behind the program's name say of it, and where else."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """The words with which the window is started: `library`, None for the usual one, and `files`."""
    parser = argparse.ArgumentParser("meipi")
    parser.add_argument("--library", type=Path)
    parser.add_argument("files", nargs="*", type=Path)
    return parser.parse_args(list(words))


def default_library() -> Path:
    """The library, in a folder that is there afterwards."""
    from platformdirs import user_data_path

    return user_data_path("meipi", appauthor=False, ensure_exists=True) / "library.db"


def settings_file(library: Path | None) -> Path:
    """The settings of the default library, or of one at another place, beside which they lie."""
    if library is not None:
        return library.with_suffix(".ini")
    from platformdirs import user_config_path

    return user_config_path("meipi", appauthor=False, ensure_exists=True) / "settings.ini"
