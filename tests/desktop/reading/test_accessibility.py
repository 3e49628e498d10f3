"""The program as a screen reader has it: a real one's library, over a real accessibility bus.

Needs Debian's packages xvfb, dbus-daemon, at-spi2-core, gir1.2-atspi-2.0 and python3-gi; without them it is
skipped.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from meipi.workspace import open_library

ROOT = Path(__file__).parents[3]
PYTHON = "/usr/bin/python3"
LAUNCHER = next(
    (
        path
        for path in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
        if Path(path).exists()
    ),
    "",
)

TITLE = "盐湖"
TEXT = "\n\n".join(
    (
        "盐湖",
        "柴达木盆地星罗棋布，大大小小的盐湖散落在𠀀上。"
        + "银行里的人数着钱，水天一色的察尔汗是最大的一个。" * 8,
        "他长大以后去了重庆，还常常想起从前的音乐。",
        *(f"第{number}段写得很短，孩子们跑得很快，一会儿就不见了。" for number in range(60)),
    )
)
MARKED, NOTE = "星罗棋布", "like stars and chessmen"

RUN = """
import sys
from pathlib import Path
from meipi.app import build
app = build(library=Path(sys.argv[1]))
app.window.show()
app.window.activateWindow()
app.run()
"""


def units(place: int) -> int:
    """Where the bus has a place in the text: Qt counts in UTF-16."""
    return len(TEXT[:place].encode("utf-16-le")) // 2


class Reader:
    """A screen reader at work on the program."""

    def __init__(self, client: subprocess.Popen[str], program: subprocess.Popen[bytes]) -> None:
        self._client, self.program = client, program

    def __call__(self, do: str, **request: object) -> Any:
        """Send the client a request; see there."""
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps({"do": do, **request}) + "\n")
        self._client.stdin.flush()
        answer = json.loads(self._client.stdout.readline() or '{"error": "the client is gone"}')
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def find(self, name: str, *roles: str) -> dict[str, Any]:
        """The first node of that name, and of one of the roles."""
        nodes = [node for node in self("tree") if node["name"] == name and node["role"] in roles]
        assert nodes, f"no {roles} is called {name}"
        return dict(nodes[0])

    @property
    def article(self) -> int:
        """The node of the article's text."""
        return int(self.find(TITLE, "text")["node"])

    def waits(self, until: Callable[[], bool]) -> bool:
        """True as soon as something has become true; False if it does not within seconds."""
        end = time.monotonic() + 5
        while not until():
            if time.monotonic() > end:
                return False
        return True

    def hears(self, words: str) -> bool:
        """Whether exactly these words are announced in a moment."""
        return self.waits(lambda: any(kind == "object:announcement" and text == words
                                      for kind, _, _, text in self("events")))  # fmt: skip


def _can_listen() -> bool:
    if not (LAUNCHER and shutil.which("Xvfb") and shutil.which("dbus-daemon") and Path(PYTHON).exists()):
        return False
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([PYTHON, "-c", asked], capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not _can_listen(), reason="no accessibility bus or no client for it here")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The program with one article, one mark in it, and a reader that has found it."""
    home = tmp_path_factory.mktemp("home")
    library = home / "library.db"
    with open_library(library) as opened:
        article = opened.add_article(title=TITLE, text=TEXT, script="simplified")
        start = TEXT.index(MARKED)
        opened.add_mark(article.id, (start, start + len(MARKED)), colour="zhu", note=NOTE)
    environment = dict(
        os.environ,
        HOME=str(home),
        XDG_RUNTIME_DIR=str(home),
        XDG_CONFIG_HOME=str(home),
        XDG_CURRENT_DESKTOP="none",
        QT_QPA_PLATFORM="xcb",
        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
        PYTHONPATH=os.pathsep.join((str(ROOT / "desktop"), str(ROOT / "db"))),
    )
    for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"):
        environment.pop(name, None)
    with ExitStack() as stack:

        def start_process(*command: str, **options: Any) -> subprocess.Popen[Any]:
            quiet = {"stderr": subprocess.DEVNULL, **options}
            process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)
            stack.callback(_end, process)
            return process

        seen, tells = os.pipe()
        start_process(
            "Xvfb", "-displayfd", str(tells), "-screen", "0", "1440x900x24", "-nolisten", "tcp",
            pass_fds=[tells],
        )  # fmt: skip
        os.close(tells)
        with os.fdopen(seen) as display:
            environment["DISPLAY"] = f":{display.readline().strip()}"
        bus = start_process(
            "dbus-daemon", "--session", "--print-address", "--nofork", stdout=subprocess.PIPE, text=True
        )
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        stack.callback(bus.stdout.close)
        start_process(LAUNCHER, "--launch-immediately")
        errors = stack.enter_context((home / "errors.txt").open("wb"))
        program = start_process(sys.executable, "-c", RUN, str(library), stderr=errors)
        pipe = subprocess.PIPE
        client = start_process(
            PYTHON, str(ROOT / "tests" / "atspi_client.py"), stdin=pipe, stdout=pipe, text=True
        )
        stack.callback(client.stdin.close)
        stack.callback(client.stdout.close)
        made = Reader(client, program)
        assert made("wait_for", name="meipi", seconds=20), (home / "errors.txt").read_text()
        assert made.waits(
            lambda: any(node["name"] == TITLE and node["role"] == "text" for node in made("tree"))
        )
        yield made
        assert program.poll() is None, (home / "errors.txt").read_text()


def _end(process: subprocess.Popen[Any]) -> None:
    """End a process that we have started, and what it has started."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(2)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    except ProcessLookupError:
        process.wait()


def test_the_article_is_a_text_with_a_name_that_has_the_focus(reader: Reader) -> None:
    node = reader.find(TITLE, "text")
    assert {"focused", "read-only", "showing", "multi-line"} <= set(node["states"])
    assert node["description"] == "As in the source; No readings"
    assert reader("text", node=node["node"]) == TEXT
    assert reader("length", node=node["node"]) == units(len(TEXT))


def test_the_focus_comes_back_to_the_text(reader: Reader) -> None:
    reader("key", symbol=0xFF09)  # Tab
    assert reader.waits(lambda: "focused" not in reader.find(TITLE, "text")["states"])
    reader("events")
    reader("focus", node=reader.article)
    assert reader.waits(lambda: "focused" in reader.find(TITLE, "text")["states"])
    focused = [name for kind, name, on, _ in reader("events") if kind.endswith("focused") and on]
    assert focused[-1] == TITLE


def test_the_caret_goes_where_the_reader_puts_it_and_the_keys_go_on_from_there(reader: Reader) -> None:
    place = TEXT.index("银行")
    assert reader("set_caret", node=reader.article, offset=units(place))
    assert reader("caret", node=reader.article) == units(place)
    reader("events")
    reader("key", symbol=0xFF53)  # Right
    assert reader.waits(lambda: reader("caret", node=reader.article) == units(place + 1))
    moved = [detail for kind, _, detail, _ in reader("events") if kind == "object:text-caret-moved"]
    assert moved == [units(place + 1)]


def test_a_line_is_one_of_the_page(reader: Reader) -> None:
    paragraph = TEXT.index("柴达木")
    reader("set_caret", node=reader.article, offset=units(paragraph))
    line, start, end = reader("line", node=reader.article, offset=units(paragraph))
    assert start == units(paragraph)
    assert TEXT[paragraph:].startswith(line)
    assert 10 < len(line) <= 40
    following, second, _ = reader("line", node=reader.article, offset=end)
    assert second == end
    assert following in TEXT
    assert len(following) > 10


def test_the_page_scrolls_to_what_is_read_and_its_box_is_there(reader: Reader) -> None:
    place = TEXT.index("第50段")
    reader("set_caret", node=reader.article, offset=units(place))
    left, top, width, height = reader("box", node=reader.article, offset=units(place))
    assert 200 < left < 1100
    assert 50 < top < 880
    assert 5 < width < 40
    assert 5 < height < 40


def test_what_the_reader_selects_is_selected_on_the_page(reader: Reader) -> None:
    start = TEXT.index("重庆")
    span = [units(start), units(start + 2)]
    assert reader("select", node=reader.article, start=span[0], end=span[1])
    assert reader("selection", node=reader.article) == span
    reader("events")
    reader("key", symbol=ord("h"))
    assert reader.hears("Highlighted")
    assert reader.waits(lambda: any(node["role"] == "list item" and "重庆" in node["name"]
                                    for node in reader("tree")))  # fmt: skip


def test_a_mark_is_told_when_the_caret_comes_to_it(reader: Reader) -> None:
    reader("set_caret", node=reader.article, offset=0)
    reader("events")
    reader("set_caret", node=reader.article, offset=units(TEXT.index(MARKED) + 1))
    assert reader.hears(f"Highlight, Vermilion, note: {NOTE}")
    reader("set_caret", node=reader.article, offset=units(TEXT.index(MARKED) + 2))
    assert not [event for event in reader("events") if event[0] == "object:announcement"]


def test_another_script_is_announced_and_read(reader: Reader) -> None:
    segment = reader.find("Traditional", "radio button")
    reader("events")
    reader("act", node=segment["node"])
    assert reader.hears("Traditional, Taiwan standard")
    assert reader.waits(lambda: reader("text", node=reader.article, start=0, end=2) == "鹽湖")
    assert reader.find(TITLE, "text")["description"] == "Traditional, Taiwan standard; No readings"
    source = reader.find("As in the source", "radio button")
    reader("act", node=source["node"])
    assert reader.waits(lambda: reader("text", node=reader.article) == TEXT)


def test_readings_are_announced(reader: Reader) -> None:
    reader("events")
    reader("act", node=reader.find("Pinyin", "radio button")["node"])
    assert reader.hears("Pinyin")
    reader("act", node=reader.find("No readings", "radio button")["node"])
    assert reader.hears("No readings")


def test_everything_that_can_be_worked_has_a_name(reader: Reader) -> None:
    nodes = reader("tree")
    worked = [
        node for node in nodes if "button" in node["role"] or node["role"] in ("list item", "check box")
    ]
    assert len(worked) > 15
    assert not [node for node in worked if not node["name"]]
    assert {"Menu", "Export…"} <= {node["name"] for node in worked}
    assert any(node["role"] == "list item" and MARKED in node["name"] for node in nodes)
    assert any(node["role"] == "list item" and TITLE in node["name"] for node in nodes)


def test_what_a_client_writes_is_not_kept(reader: Reader) -> None:
    reader("overwrite", node=reader.article, text="nothing")
    assert reader.waits(lambda: reader("text", node=reader.article) == TEXT)


def test_it_stands_many_questions(reader: Reader) -> None:
    reader("ask", node=reader.article, times=200)
    for _ in range(5):
        reader("tree")
    assert reader.program.poll() is None
