<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把文章拖到這裡</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop an article here to read and annotate it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or start with one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles you add appear here with their source, date, progress and note counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, divided by spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the saved note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is open. Its marks and notes will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select text and press H to highlight it, or N to write a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marks in this colour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not there any more. Nothing was added. Check where it was moved to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be read. Nothing was added. Check that you may open it and its disk is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no text in it. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a text. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. Nothing was added. Open the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meipi cannot read files like “{name}”. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is damaged, or its characters fit no known encoding. Nothing was added. Open it elsewhere and save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text to paste. Nothing was added. Copy the article once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted text is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was pasted could not be read as a text. Nothing was added. Copy only the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the library “{name}”. Your last step was not kept; all before it was. Close the other program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the library “{name}” is full. Your last step was not kept; all before it was. Make some room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{name}” may only be read. It was not changed. To keep marks and notes, allow writing to the file and its folder, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{name}” was made by a newer version of Meipi. It was not changed. Update Meipi to write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{name}” is damaged. It was not changed. Keep a copy of the file, then put a backup in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a library of Meipi. It was not changed. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at “{path}”. Nothing was changed. Check where it was moved to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library “{name}” cannot be reached. Nothing was changed. Check that its disk is there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. “{name}” was not written. Make some room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your space on the disk is used up. “{name}” was not written. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open or change “{name}”. It is as it was. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{name}” may only be read. It is as it was. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not there. Nothing was changed. Check where it was moved to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not in a folder. Nothing was changed. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a folder. It is as it was. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{name}” is too long. Nothing was written. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of “{name}” does not answer. Nothing was changed. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” could not be opened or written ({detail}). Nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Meipi. Everything saved before is safe; your last step may not have been kept. Please copy the details and report them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New article from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, Simplified, Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional, Hong Kong standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional, old forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin or zhuyin, on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin or zhuyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual type size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper or night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caret on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the sentence, then the paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in vermilion (朱)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in yellow (藤)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in green (竹)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in blue (天)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight in mauve (藕)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the mark&apos;s note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>界面用简体中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>介面用繁體中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Meipi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mark in this article yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some text first, with the mouse or with V and the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some text or choose a mark first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Meipi is started again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes also in Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes also in Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin beneath each quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates as you choose · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys work on the reading page when no text field has the cursor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A news report in Traditional, with quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An essay in Simplified, full of characters with two readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A light piece in the words of Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an article read from a text file has an encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meipi 眉批 {version}

A reader for Chinese articles that people mark up.

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenCC, pypinyin, rjieba, sqlite-utils, readability-lxml and markdown-it-py.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles ({suffixes});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the file again in another encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>¶ {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{offset} / {length} 字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhuyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {n} Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gamboge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bamboo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lotus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article was not read from a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} articles added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in the library: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
