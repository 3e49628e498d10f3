from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontInfo, QTextLayout
from pytestqt.qtbot import QtBot

from meipi.support import fonts

REGIONS: tuple[fonts.Region, ...] = ("SC", "TC")


@pytest.fixture(autouse=True)
def _fresh(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for cached in (fonts.reading_family, fonts.mono_family, fonts._ui_families):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("region", "families", "expected"),
    [
        ("TC", {"Noto Serif CJK TC", "Songti TC", "Noto Serif CJK SC"}, "Noto Serif CJK TC"),
        ("TC", {"PMingLiU"}, "PMingLiU"),
        ("SC", {"Noto Serif CJK TC", "SimSun"}, "SimSun"),
        ("HK", {"Noto Serif CJK TC"}, "Noto Serif CJK TC"),
        ("HK", set(), "serif"),
    ],
)
def test_the_first_installed_family_of_the_region(
    region: fonts.Region, families: set[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "installed", lambda: frozenset(families))
    assert fonts.reading_family(region) == expected


@pytest.mark.parametrize(
    ("region", "family", "families", "expected"),
    [
        ("TC", "hei", {"Noto Sans CJK TC", "Noto Serif CJK TC"}, "Noto Sans CJK TC"),
        ("SC", "hei", {"Noto Sans CJK TC", "Microsoft YaHei"}, "Microsoft YaHei"),
        ("HK", "hei", {"Noto Sans CJK HK", "Noto Sans CJK TC"}, "Noto Sans CJK HK"),
        ("SC", "kai", {"BiauKai", "KaiTi"}, "KaiTi"),
        ("TC", "kai", {"BiauKai", "KaiTi"}, "BiauKai"),
        ("HK", "kai", {"AR PL UKai HK", "BiauKai"}, "AR PL UKai HK"),
        # Better a Kai of the other region than none; better a Song than nothing at all.
        ("TC", "kai", {"STKaiti"}, "STKaiti"),
        ("TC", "kai", {"Noto Serif CJK TC"}, "Noto Serif CJK TC"),
        ("SC", "kai", set(), "serif"),
    ],
)
def test_the_other_styles_of_type(
    region: fonts.Region,
    family: fonts.Family,
    families: set[str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "installed", lambda: frozenset(families))
    assert fonts.reading_family(region, family) == expected
    assert fonts.has_kai() == any("kai" in name.casefold() for name in families)


def test_the_interface_has_a_latin_font_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed", lambda: frozenset({"PingFang TC", "Segoe UI"}))
    assert fonts.ui_families() == ("Segoe UI", "PingFang TC")


def test_the_interface_has_a_font_where_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed", frozenset)
    assert fonts.ui_families() == ("sans-serif",)


def test_fonts_have_the_size_in_pixels() -> None:
    assert QFontInfo(fonts.ui_font(13)).pixelSize() == 13
    assert fonts.reading_font("TC", 27, bold=True).bold()
    assert fonts.reading_font("SC", 20).families() == [fonts.reading_family("SC")]


@pytest.mark.parametrize("language", ["en_GB", "zh_TW", "zh_CN", "ja_JP"])
def test_a_text_has_the_forms_of_its_region_whatever_the_language_of_the_interface(language: str) -> None:
    if not {"Noto Serif CJK SC", "Noto Serif CJK TC"} <= fonts.installed():
        pytest.skip("needs a font with the forms of several regions")
    usual = QLocale()
    shown = {region: _glyphs("骨，", fonts.reading_font(region, 20)) for region in REGIONS}
    try:
        QLocale.setDefault(QLocale(language))
        assert shown == {region: _glyphs("骨，", fonts.reading_font(region, 20)) for region in REGIONS}
    finally:
        QLocale.setDefault(usual)
    assert shown["SC"] != shown["TC"]


def _glyphs(text: str, font: QFont) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [number for run in layout.glyphRuns() for number in run.glyphIndexes()]
