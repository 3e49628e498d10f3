"""What the panes ask for, joined with what the desks do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meipi.window.main_window import MainWindow


def join(window: MainWindow) -> None:
    """Join them; called once, when all parts of the window are there."""
    desk, page, to_page = window.desk, window.page, window.to_page
    page.side_button.connect(desk.side_button)
    page.position_changed.connect(window.contents.follow)
    window.word.changed.connect(window.bar.hide)
    window.bar.ink_chosen.connect(desk.marking.colour)
    window.bar.note_wanted.connect(desk.marking.note)
    window.bar.copy_wanted.connect(desk.copy)
    window.bar.look_up_wanted.connect(desk.words.look_up)
    window.notes.mark_jumped.connect(desk.marking.jump)
    window.notes.editing_finished.connect(to_page)
    window.notes.export_wanted.connect(window.sheets.export)
    window.notes.attach_wanted.connect(desk.versions.attach_mark)
    window.words.place_wanted.connect(desk.go_to_word)
    window.words.left.connect(to_page)
    window.contents.place_wanted.connect(desk.go_to_section)
    window.contents.left.connect(to_page)
    window.library.details_wanted.connect(desk.shelf.edit)
    window.library.tags_wanted.connect(desk.shelf.tag)
    window.library.dropped.connect(desk.arrivals.open)
    window.library.left.connect(to_page)
    window.status.encoding_clicked.connect(desk.arrivals.choose_encoding)
    window.status.stop_clicked.connect(desk.arrivals.stop)
    desk.arrivals.told.connect(window.status.show_reading)
    window.installEventFilter(desk.arrivals)
