"""A process that starts the program as its command does and tells when the first article has been painted."""

from __future__ import annotations

import sys
from time import monotonic

from PySide6.QtCore import QTimer

from meipi import __main__, app

_run = app.App.run


def _run_and_tell(running: app.App) -> int:
    def tell() -> None:
        print(monotonic(), flush=True)
        QTimer.singleShot(0, running.qt.quit)

    running.window.page.first_painted.connect(tell)
    return _run(running)


if __name__ == "__main__":
    app.App.run = _run_and_tell  # type: ignore[method-assign]
    sys.exit(__main__.main(sys.argv[1:]))
