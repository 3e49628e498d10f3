from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from meipi.exchange.draft import ArticleDraft
from meipi.exchange.markdown import read_markdown
from meipi.exchange.markdown_export import NOT_IN_TEXT, ExportOptions
from meipi.workspace import Library, Workspace
from meipi.workspace.citation import citation
from meipi.workspace.exporting import export_all, export_text, material, other_script


def _marked(workspace: Workspace) -> int:
    article = workspace.article
    assert article is not None
    start = article.text.index("水天一色")
    mark = workspace.marking.highlight((start, start + 4), "teng")
    assert mark is not None
    workspace.marking.write_note(mark.id, "water and sky")
    workspace.marking.set_tags(mark.id, ("湖", "idiom"))
    first = workspace.marking.highlight((0, 2), "zhu")
    assert first is not None
    workspace.marking.set_tags(first.id, ("湖",))
    return article.id


def test_an_export_has_what_the_library_has(workspace: Workspace) -> None:
    article_id = _marked(workspace)
    text = export_text(workspace.library, article_id)
    article = workspace.library.article(article_id)
    assert text.startswith(f"---\ntitle: {article.title}\n")
    assert f"saved: {article.added[:10]}\n" in text
    assert "tags: [湖, idiom]\n" in text
    assert (
        text.index("“青海”")
        < text.index("“水天一色”")
        < text.index("water and sky")
        < text.index("#湖 #idiom · 藤黃")
    )
    assert text == export_text(workspace.library, article_id)


def test_a_quote_has_the_characters_of_the_text_and_no_more(workspace: Workspace) -> None:
    draft = read_markdown("# 題\n\n3. 察爾汗的**鹽**見[這裏](https://a.b/)\n\n![湖水](a.png)")
    (article,) = workspace.add_drafts([draft])
    for line in ("察爾汗的鹽見這裏", "湖水"):
        start = article.text.index(line)
        assert workspace.marking.highlight((start, start + len(line)), "zhu") is not None
        assert f"\n> “{line}”\n" in export_text(workspace.library, article.id)


@pytest.mark.parametrize(
    ("script", "here", "there", "config"),
    [
        ("traditional", "她說她看著銀行", "她说她看着银行", "tw2s"),
        ("traditional", "她説看着這裏的銀行", "她说看着这里的银行", "hk2s"),
        ("simplified", "她看着银行", "她看著銀行", "s2tw"),
        ("", "銀行", "银行", "tw2s"),
    ],
)
def test_the_other_script_follows_from_the_article(
    library: Library, script: str, here: str, there: str, config: str
) -> None:
    assert other_script(script, here) == config
    article = library.add_article(title="題", text=here, script=script)
    library.add_mark(article.id, (0, len(here)), colour="ou")
    text = export_text(library, article.id, ExportOptions(converted=True))
    assert f"conversion: {config} " in text
    assert f"“{here}”\n\n{there}\n" in text


def test_what_the_reader_has_put_right_is_exported_so(workspace: Workspace, library: Library) -> None:
    (article,) = workspace.add_drafts([ArticleDraft("题", "范先生的内存")])
    assert workspace.marking.highlight((0, 6), "zhu") is not None
    for source, shown, script, everywhere in (
        ("范先生", "某先生", "traditional", True),
        ("范先生", "范先生", "traditional", False),
        ("内存", "内存", "simplified", True),
    ):
        assert workspace.vocabulary.add_exception(source, shown, script, everywhere)
    other = library.add_article(title="題", text="范先生", script="simplified")
    library.add_mark(other.id, (0, 3), colour="ou")
    options = ExportOptions(converted=True, config="s2twp")
    assert "\n范先生的記憶體\n" in export_text(library, article.id, options)
    assert "\n某先生\n" in export_text(library, other.id, options)


def test_every_article_has_a_file_of_its_own(library: Library, tmp_path: Path) -> None:
    made = [
        library.add_article(title=title, text=f"文{n}")
        for n, title in enumerate(["背影", "背影", "a/b", "A/B", ""])
    ]
    folder = tmp_path / "to" / "here"
    paths = export_all(library, folder)
    assert [path.name for path in paths] == [
        "背影.md",
        f"背影 {made[1].uid[:8]}.md",
        "a／b.md",
        f"A／B {made[3].uid[:8]}.md",
        "article.md",
    ]
    assert sorted(folder.iterdir()) == sorted(paths)
    for article, path in zip(made, paths, strict=True):
        assert path.read_bytes() == export_text(library, article.id).encode()


def test_a_folder_that_cannot_be_made_is_an_error(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError, match="file"):
        export_all(library, tmp_path / "file")


def test_a_citation_has_what_is_known(workspace: Workspace) -> None:
    _marked(workspace)
    article = workspace.article
    assert article is not None
    quote = workspace.marks[1].exact
    assert citation(article, quote) == f"水天一色\n——《{article.title}》"
    told = replace(
        article,
        title="讀《背影》",
        author="王明",
        source="江邊日報",
        published="2026-05-07",
        url="https://example.org/1",
    )
    assert citation(told, quote) == (
        "水天一色\n——王明：《讀〈背影〉》，江邊日報，2026-05-07，https://example.org/1"
    )
    assert citation(replace(told, title="", source="王明", published="", url=""), quote) == "水天一色\n——王明"
    assert citation(replace(article, title=""), quote) == "水天一色"


def test_only_some_marks_are_exported_and_those_without_a_place_apart(
    workspace: Workspace, library: Library
) -> None:
    _marked(workspace)
    article = workspace.article
    assert article is not None
    first, second = workspace.marks[:2]
    library.put_mark(replace(first, placed="orphan"))
    text = material(library, article.id, {first.id, second.id}).text(ExportOptions())
    assert text.index(f"^m{second.id}") < text.index(f"## {NOT_IN_TEXT}") < text.index(f"^m{first.id}")
    text = material(library, article.id, {second.id}).text(ExportOptions())
    assert (f"^m{first.id}" in text, f"^m{second.id}" in text) == (False, True)
