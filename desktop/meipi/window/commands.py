"""Every command of the program, in one table.

Menus, toolbar, palette, key sheet, tooltips and the README's list of keys derive from it. Keys without Ctrl
or Alt (function keys apart) act only while the page or a list has the focus, never in a text field.
"""

from __future__ import annotations

from collections.abc import Callable

from meipi.support.translation import tr_noop
from meipi.window.arrival_desk import ArrivalDesk
from meipi.window.bookmark_desk import BookmarkDesk
from meipi.window.command import Command
from meipi.window.desk import Desk
from meipi.window.find_desk import FindDesk
from meipi.window.journey import Journey
from meipi.window.mark_desk import MarkDesk
from meipi.window.quote_desk import QuoteDesk
from meipi.window.shelf_desk import ShelfDesk
from meipi.window.version_desk import VersionDesk
from meipi.window.vocabulary_desk import VocabularyDesk
from meipi.window.word_desk import WordDesk


def _arrival(run: Callable[[ArrivalDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.arrivals)


def _place(run: Callable[[BookmarkDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.bookmarks)


def _quote(run: Callable[[QuoteDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.quotes)


def _travel(run: Callable[[Journey], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.journey)


def _mark(run: Callable[[MarkDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.marking)


def _shelf(run: Callable[[ShelfDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.shelf)


def _find(run: Callable[[FindDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.find)


def _text(run: Callable[[VersionDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.versions)


def _ink(colour: str) -> Callable[[Desk], None]:
    return lambda desk: desk.marking.colour(colour)


def _word(run: Callable[[WordDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.words)


def _own(run: Callable[[VocabularyDesk], None]) -> Callable[[Desk], None]:
    return lambda desk: run(desk.vocabulary)


COMMANDS: tuple[Command, ...] = (
    Command("file.open", tr_noop("Open files…"), "Ctrl+O", _arrival(ArrivalDesk.open_files), "", "open"),
    Command(
        "file.open_url",
        tr_noop("Open a web address…"),
        "Ctrl+U",
        _arrival(ArrivalDesk.open_address),
        "",
        "link",
    ),
    Command(
        "file.paste",
        tr_noop("New article from the clipboard"),
        "Ctrl+Shift+V",
        _arrival(ArrivalDesk.paste),
        "",
        "paste",
    ),
    Command("file.export", tr_noop("Export…"), "Ctrl+E", Desk.export, icon="export"),
    Command("file.update", tr_noop("Read the file or page again"), "F5", _text(VersionDesk.update)),
    Command("file.changes", tr_noop("What changed…"), "Shift+F5", _text(VersionDesk.changes)),
    Command("file.replace_text", tr_noop("Replace the text from a file…"), "", _text(VersionDesk.by_file)),
    Command(
        "file.replace_pasted", tr_noop("Replace the text by what was copied"), "", _text(VersionDesk.pasted)
    ),
    Command("file.edit_text", tr_noop("Edit the text…"), "Shift+F2", _text(VersionDesk.edit)),
    Command(
        "file.convert_source", tr_noop("Make the other script the source"), "", _text(VersionDesk.convert)
    ),
    Command("file.watch_folder", tr_noop("Watch a folder…"), "", _arrival(ArrivalDesk.watch_folder), ""),
    Command("file.read_kept", tr_noop("Read the kept page again"), "", _text(VersionDesk.read_kept)),
    Command("file.encoding", tr_noop("Encoding…"), "", _arrival(ArrivalDesk.choose_encoding)),
    Command("file.restore", tr_noop("Restore a backup…"), "", Desk.restore, ""),
    Command(
        "file.details", tr_noop("Details of the article…"), "F2", _shelf(ShelfDesk.edit_open), icon="edit"
    ),
    Command("file.star", tr_noop("Star the article, or not"), "", _shelf(ShelfDesk.star_open), icon="star"),
    Command("file.tags", tr_noop("Tags of the article…"), "", _shelf(ShelfDesk.tag_open)),
    Command("file.bin", tr_noop("Bin"), "", lambda desk: desk.shelf.bin(), "", "delete"),
    Command("file.remove", tr_noop("Remove the article"), "", Desk.remove_article, icon="delete"),
    Command("file.quit", tr_noop("Quit"), "Ctrl+Q", Desk.quit, ""),
    Command("edit.undo", tr_noop("Undo"), "Ctrl+Z", Desk.undo, "undo", "undo"),
    Command("edit.redo", tr_noop("Redo"), "Ctrl+Shift+Z", Desk.redo, "redo", "redo"),
    Command("edit.copy", tr_noop("Copy as shown"), "Ctrl+C", Desk.copy, "selection", "copy"),
    Command(
        "edit.copy_source", tr_noop("Copy as in the source"), "Ctrl+Alt+C", Desk.copy_source, "selection"
    ),
    Command("edit.select_all", tr_noop("Select all"), "Ctrl+A", Desk.select_all),
    Command(
        "edit.conversion_exception",
        tr_noop("Convert the selection otherwise…"),
        "E",
        Desk.except_selection,
        "selection",
        "edit",
    ),
    Command("edit.conversion_exceptions", tr_noop("Exceptions from conversion…"), "", Desk.exceptions, ""),
    Command("find.here", tr_noop("Find in the article"), "Ctrl+F /", _find(FindDesk.open), icon="search"),
    Command(
        "find.everywhere",
        tr_noop("Search everything…"),
        "Ctrl+Shift+F",
        lambda desk: desk.search.open(),
        "",
        "search",
    ),
    Command("find.next", tr_noop("Next hit"), "F3", _find(FindDesk.next)),
    Command("find.previous", tr_noop("Previous hit"), "Shift+F3", _find(FindDesk.previous)),
    Command("go.page_down", tr_noop("Page down"), "Space", Desk.page_down),
    Command("go.page_up", tr_noop("Page up"), "Shift+Space", Desk.page_up),
    Command("go.line_down", tr_noop("Line down"), "J", Desk.line_down),
    Command("go.line_up", tr_noop("Line up"), "K", Desk.line_up),
    Command("go.next_section", tr_noop("Next heading"), "Ctrl+PgDown", Desk.next_section),
    Command("go.previous_section", tr_noop("Previous heading"), "Ctrl+PgUp", Desk.previous_section),
    Command("go.next_highlight", tr_noop("Next mark"), "]", _mark(MarkDesk.next_mark)),
    Command("go.next_placed", tr_noop("Next mark to look at"), "Ctrl+]", _text(VersionDesk.next_placed)),
    Command("go.previous_highlight", tr_noop("Previous mark"), "[", _mark(MarkDesk.previous_mark)),
    Command("go.next_quote", tr_noop("Next direct quote"), "Q", _quote(QuoteDesk.next_quote)),
    Command(
        "go.previous_quote", tr_noop("Previous direct quote"), "Shift+Q", _quote(QuoteDesk.previous_quote)
    ),
    Command("go.back", tr_noop("Back to where you were"), "Alt+Left", _travel(Journey.back)),
    Command("go.forward", tr_noop("Forward again"), "Alt+Right", _travel(Journey.forward)),
    Command("go.bookmark", tr_noop("Bookmark here, or none"), "Ctrl+D", _place(BookmarkDesk.bookmark)),
    Command("go.next_bookmark", tr_noop("Next bookmark"), "Alt+PgDown", _place(BookmarkDesk.next_bookmark)),
    Command(
        "go.previous_bookmark",
        tr_noop("Previous bookmark"),
        "Alt+PgUp",
        _place(BookmarkDesk.previous_bookmark),
    ),
    Command("view.script_toggle", tr_noop("Switch script"), "T F6", Desk.toggle_script),
    Command("view.script_source", tr_noop("As in the source"), "", Desk.show_source),
    Command("view.script_simplified", tr_noop("Simplified"), "", Desk.show_simplified),
    Command("view.script_taiwan", tr_noop("Traditional, Taiwan standard"), "", Desk.show_taiwan),
    Command(
        "view.script_taiwan_words",
        tr_noop("Traditional, Taiwan standard and words"),
        "",
        Desk.show_taiwan_words,
    ),
    Command("view.script_hong_kong", tr_noop("Traditional, Hong Kong standard"), "", Desk.show_hong_kong),
    Command("view.script_old", tr_noop("Traditional, old forms"), "", Desk.show_old),
    Command("view.pinyin_toggle", tr_noop("Show or hide readings"), "P F7", Desk.toggle_phonetics),
    Command(
        "view.phonetics_scope",
        tr_noop("Readings over all, unknown or harder words"),
        "Shift+P",
        _own(VocabularyDesk.next_scope),
    ),
    Command("view.zhuyin_toggle", tr_noop("Swap pinyin and zhuyin"), "Shift+F7", Desk.swap_phonetics),
    Command(
        "view.spoken", tr_noop("Tones as spoken, or as in the dictionary"), "", _own(VocabularyDesk.spoken)
    ),
    Command(
        "view.standard",
        tr_noop("Readings as in Taiwan, or as in the mainland"),
        "",
        _own(VocabularyDesk.standard),
    ),
    Command(
        "view.tone_form", tr_noop("Tones as marks, as numbers, or none"), "", _own(VocabularyDesk.tone_form)
    ),
    Command("view.doubts", tr_noop("Dots where a reading is not sure"), "", _own(VocabularyDesk.doubts)),
    Command("view.peek_script", tr_noop("Hold to see the other script"), "`", Desk.peek_script),
    Command("view.vertical", tr_noop("Switch between lines and columns"), "Shift+V", Desk.toggle_vertical),
    Command("view.type", tr_noop("Type and theme…"), "", Desk.type_panel, ""),
    Command("view.font_larger", tr_noop("Larger type"), "Ctrl+= Ctrl++", Desk.larger, ""),
    Command("view.font_smaller", tr_noop("Smaller type"), "Ctrl+-", Desk.smaller, ""),
    Command("view.font_reset", tr_noop("Default type size"), "Ctrl+0", Desk.usual_size, ""),
    Command("view.theme", tr_noop("Next theme"), "M", Desk.next_theme, ""),
    Command("view.motion", tr_noop("Reduce motion"), "", Desk.toggle_motion, ""),
    Command("view.full_screen", tr_noop("Full screen, only the page"), "F11", Desk.full_screen, ""),
    Command("view.library", tr_noop("Library"), "Ctrl+L", Desk.library, "", "library"),
    Command("view.notes", tr_noop("Notes"), "F8", Desk.notes, "", "notes"),
    Command("view.contents", tr_noop("Contents"), "Ctrl+T", Desk.contents, "", "list"),
    Command("view.words", tr_noop("Words"), "Shift+F8", Desk.saved_words, "", "book"),
    Command("mark.caret", tr_noop("Caret on the page"), "V", _mark(MarkDesk.toggle_caret)),
    Command(
        "mark.sentence",
        tr_noop("Select the sentence, then the paragraph"),
        "Ctrl+.",
        _mark(MarkDesk.sentence),
    ),
    Command("mark.highlight", tr_noop("Highlight"), "H", _mark(MarkDesk.highlight)),
    Command("mark.colour_1", tr_noop("Highlight in vermilion (朱)"), "1", _ink("zhu")),
    Command("mark.colour_2", tr_noop("Highlight in yellow (藤)"), "2", _ink("teng")),
    Command("mark.colour_3", tr_noop("Highlight in green (竹)"), "3", _ink("zhu_qing")),
    Command("mark.colour_4", tr_noop("Highlight in blue (天)"), "4", _ink("tian")),
    Command("mark.colour_5", tr_noop("Highlight in mauve (藕)"), "5", _ink("ou")),
    Command("mark.underline", tr_noop("Underline"), "6", _mark(MarkDesk.underline)),
    Command("mark.note", tr_noop("Write a note"), "N", _mark(MarkDesk.note), icon="note"),
    Command("mark.tags", tr_noop("Tags"), "G", _mark(MarkDesk.tags)),
    Command("mark.all_tags", tr_noop("All tags…"), "", Desk.all_tags, ""),
    Command("mark.edit", tr_noop("Edit the mark's note"), "Return", _mark(MarkDesk.edit), icon="edit"),
    Command(
        "mark.attach", tr_noop("Place the mark here"), "Ctrl+Shift+M", _text(VersionDesk.attach), "orphan"
    ),
    Command("mark.confirm", tr_noop("The mark stands right"), "Y", _text(VersionDesk.confirm), "placed"),
    Command("mark.confirm_all", tr_noop("All marks stand right"), "", _text(VersionDesk.confirm_all)),
    Command("mark.delete", tr_noop("Delete the mark"), "Del", _mark(MarkDesk.delete_mark), icon="delete"),
    Command("mark.split", tr_noop("Split the mark here"), "Shift+B", _mark(MarkDesk.split)),
    Command("mark.merge", tr_noop("Merge the mark with the next"), "Shift+J", _mark(MarkDesk.merge), "mark"),
    Command(
        "mark.next_overlapping",
        tr_noop("Next mark at this place"),
        "Tab",
        _mark(MarkDesk.next_overlapping),
        "overlap",
    ),
    Command(
        "mark.previous_overlapping",
        tr_noop("Previous mark at this place"),
        "Shift+Tab",
        _mark(MarkDesk.previous_overlapping),
        "overlap",
    ),
    Command(
        "mark.copy_citation",
        tr_noop("Copy the quote with its source"),
        "X Ctrl+Shift+C",
        _mark(MarkDesk.copy_citation),
        "quote",
        "copy",
    ),
    Command("word.look_up", tr_noop("Look up the word"), "L D", _word(WordDesk.look_up), icon="book"),
    Command(
        "word.save",
        tr_noop("Save the word, or forget it"),
        "S",
        _word(WordDesk.save),
        icon="star",
        short=tr_noop("Save word"),
    ),
    Command(
        "word.known",
        tr_noop("I know this word, or no longer"),
        "W",
        _word(WordDesk.know),
        icon="check",
        short=tr_noop("Known"),
    ),
    Command(
        "word.fix_reading",
        tr_noop("Choose another reading…"),
        "R",
        _word(WordDesk.fix_reading),
        icon="reading",
        short=tr_noop("Reading"),
    ),
    Command(
        "word.divide",
        tr_noop("Divide the words otherwise…"),
        "B",
        _word(WordDesk.divide),
        icon="divide",
        short=tr_noop("Divide"),
    ),
    Command("word.next_unknown", tr_noop("Next unknown word"), "U", _own(VocabularyDesk.next_unknown)),
    Command(
        "word.previous_unknown",
        tr_noop("Previous unknown word"),
        "Shift+U",
        _own(VocabularyDesk.previous_unknown),
    ),
    Command(
        "word.page_known",
        tr_noop("All other words on this page are known"),
        "Shift+W",
        _own(VocabularyDesk.page_known),
    ),
    Command(
        "word.import_known", tr_noop("Known words from a list…"), "", _own(VocabularyDesk.import_known), ""
    ),
    Command(
        "word.know_levels", tr_noop("Know the words of a level…"), "", _own(VocabularyDesk.know_levels), ""
    ),
    Command(
        "word.export",
        tr_noop("Export the word list…"),
        "",
        _own(VocabularyDesk.export_words),
        "",
        "export",
    ),
    Command("word.longer", tr_noop("A longer word here"), "Left", _word(WordDesk.longer), "card"),
    Command("word.shorter", tr_noop("A shorter word here"), "Right", _word(WordDesk.shorter), "card"),
    Command("word.on", tr_noop("Further down the card"), "Down", _word(WordDesk.scroll_on), "card"),
    Command("word.back", tr_noop("Back up the card"), "Up", _word(WordDesk.scroll_back), "card"),
    Command(
        "word.copy",
        tr_noop("Copy the word"),
        "C",
        _word(WordDesk.copy),
        "card",
        "copy",
        tr_noop("Copy"),
    ),
    Command("word.close", tr_noop("Close the card"), "Esc", _word(WordDesk.close), "card"),
    Command(
        "word.dictionaries",
        tr_noop("Dictionaries…"),
        "Ctrl+Shift+D",
        _own(VocabularyDesk.dictionaries),
        "",
        "book",
    ),
    Command("help.palette", tr_noop("All commands…"), "Ctrl+K Ctrl+Shift+P", Desk.palette, "", "search"),
    Command("help.keys", tr_noop("Keyboard shortcuts"), "? F1", Desk.keys, "", "keys"),
    Command("help.english", tr_noop("Interface in English"), "", lambda desk: desk.language("en"), ""),
    Command("help.simplified", tr_noop("界面用简体中文"), "", lambda desk: desk.language("zh_CN"), ""),
    Command("help.traditional", tr_noop("介面用繁體中文"), "", lambda desk: desk.language("zh_TW"), ""),
    Command("help.about", tr_noop("About Meipi"), "", Desk.about, ""),
)
