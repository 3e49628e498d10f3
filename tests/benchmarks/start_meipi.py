"""A process that starts the program as its command does and tells when the first article has been painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from meipi import __main__

if TYPE_CHECKING:
    from meipi.app import App

# Nothing of Qt is imported here: the order of imports is part of what is measured.
_application = __main__.application


def _application_that_tells(words: Sequence[str]) -> App:
    app = _application(words)
    from PySide6.QtCore import QTimer

    app.window.page.first_painted.connect(lambda: print(monotonic(), flush=True))
    app.window.page.first_painted.connect(lambda: QTimer.singleShot(0, app.window.close))
    return app


if __name__ == "__main__":
    __main__.application = _application_that_tells
    sys.exit(__main__.main(sys.argv[1:]))
