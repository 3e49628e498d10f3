"""A screen reader's eyes and ears: a client of the accessibility bus, run by the system's own Python.

It needs Debian's `gir1.2-atspi-2.0` and `python3-gi`, which no virtual environment has, so it is a program of
its own: each line of its input is a request `{"do": "text", "node": 12, …}`, each line of its output the
answer to it, `{"value": …}` or `{"error": "…"}`. A node is named by a number, which `tree` gives it. Offsets
are those of the bus.
"""

import json
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

HEARD = (
    "object:announcement",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:text-changed",
    "object:state-changed:focused",
)


class Client:
    """Answers requests by asking the application over the bus."""

    def __init__(self):
        self.application = None
        self.nodes = []
        self.heard = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)

    def _hear(self, event):
        value = event.any_data if isinstance(event.any_data, str) else None
        self.heard.append([event.type, event.source.get_name(), event.detail1, value and value[:200]])

    def wait_for(self, name, seconds=10):
        """The application of that name, as soon as it is on the bus; from then on the one asked."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            desktop = Atspi.get_desktop(0)
            for place in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(place)
                if child is not None and child.get_name() == name:
                    self.application = child
                    return True
            self._turn(0.05)
        return False

    def events(self):
        """What was heard since the last time: type, name of the node, first detail, text."""
        self._turn(0.1)
        heard, self.heard = self.heard, []
        return heard

    def tree(self):
        """Every node there is now: its number, role, name, description, states."""
        self.application.clear_cache()
        found, waiting = [], [self.application]
        while waiting:
            node = waiting.pop(0)
            try:
                found.append(self._told(node))
                children = [node.get_child_at_index(i) for i in range(min(200, node.get_child_count()))]
            except GLib.GError:
                continue  # It has gone in the meantime.
            waiting += [child for child in children if child is not None]
        return found

    def _told(self, node):
        told = {
            "node": len(self.nodes),
            "role": node.get_role_name(),
            "name": node.get_name(),
            "description": node.get_description(),
            "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
        }
        self.nodes.append(node)
        return told

    def text(self, node, start=0, end=-1):
        return Atspi.Text.get_text(self.nodes[node], start, end)

    def length(self, node):
        return Atspi.Text.get_character_count(self.nodes[node])

    def line(self, node, offset):
        """The line at an offset: text, start, end."""
        found = Atspi.Text.get_string_at_offset(self.nodes[node], offset, Atspi.TextGranularity.LINE)
        return [found.content, found.start_offset, found.end_offset]

    def caret(self, node):
        return Atspi.Text.get_caret_offset(self.nodes[node])

    def set_caret(self, node, offset):
        return Atspi.Text.set_caret_offset(self.nodes[node], offset)

    def selection(self, node):
        """The selected stretch, None if there is none."""
        node = self.nodes[node]
        if not Atspi.Text.get_n_selections(node):
            return None
        found = Atspi.Text.get_selection(node, 0)
        return [found.start_offset, found.end_offset]

    def select(self, node, start, end):
        node = self.nodes[node]
        if Atspi.Text.get_n_selections(node):
            return Atspi.Text.set_selection(node, 0, start, end)
        return Atspi.Text.add_selection(node, start, end)

    def box(self, node, offset):
        """Where a character is on the screen: x, y, width, height."""
        found = Atspi.Text.get_character_extents(self.nodes[node], offset, Atspi.CoordType.SCREEN)
        return [found.x, found.y, found.width, found.height]

    def extents(self, node):
        found = self.nodes[node].get_extents(Atspi.CoordType.SCREEN)
        return [found.x, found.y, found.width, found.height]

    def overwrite(self, node, text):
        """Try to write into it, as a careless client might."""
        return Atspi.EditableText.set_text_contents(self.nodes[node], text)

    def act(self, node):
        """Do the node's first action: press a button, for instance."""
        return Atspi.Action.do_action(self.nodes[node], 0)

    def focus(self, node):
        return self.nodes[node].grab_focus()

    def key(self, symbol):
        """Press a key wherever the focus is, by its X key symbol."""
        return Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)

    def ask(self, node, times):
        """Ask so often for a hundred characters and the caret; the seconds it took."""
        node = self.nodes[node]
        begun = time.monotonic()
        for turn in range(times):
            Atspi.Text.get_text(node, turn, turn + 100)
            Atspi.Text.get_caret_offset(node)
        return time.monotonic() - begun

    def _turn(self, seconds):
        """Let events come in."""
        context, end = GLib.MainContext.default(), time.monotonic() + seconds
        while time.monotonic() < end:
            if not context.iteration(False):
                time.sleep(0.005)


def main():
    client = Client()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"value": getattr(client, asked.pop("do"))(**asked)}
        except Exception:
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
