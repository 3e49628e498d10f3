"""What stands before the items of a list: a bullet, or their numbers."""

from __future__ import annotations

from typing import Literal

NumberForm = Literal["1", "a", "A", "i", "I", "一", ""]
"""How items are numbered: by their first; "" is not at all."""

BULLETS = "•◦▪"
_ROMAN = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40),
    ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


class Listing:
    """A list with the numbers of its items, from `number`; a form of None is a list with bullets.

    `behind` stands behind a number, except in Chinese, where it is 、.
    """

    def __init__(self, form: NumberForm | None, number: int = 1, behind: str = ".") -> None:
        self.form = form
        self.number = number
        self.behind = "、" if form == "一" else behind

    def marker(self, depth: int, number: int | None = None) -> str:
        """The marker of the next item in a list that stands so deep in others (from 1); its number, if it
        has one of its own, is where the count goes on."""
        if self.form is None:
            return BULLETS[min(depth, len(BULLETS)) - 1]
        if number is not None:
            self.number = number
        shown = numeral(self.number, self.form)
        self.number += 1
        return shown + self.behind if shown else ""


def numeral(number: int, form: NumberForm) -> str:
    """A number in one of the forms; in Arabic digits where the form has none for it, as CSS has it.

    The bounds are those of CSS Counter Styles: 1 to 3999 Roman, from 1 in letters, 0 to 9999 Chinese.
    """
    if form in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, last = divmod(number - 1, 26)
            letters = chr(ord(form) + last) + letters
        return letters
    if form in ("i", "I") and 0 < number < 4000:
        shown = ""
        for letters, worth in _ROMAN:
            shown += letters * (number // worth)
            number %= worth
        return shown if form == "i" else shown.upper()
    if form == "一" and 0 <= number < 10_000:
        return _chinese(number)
    return str(number) if form else ""


def _chinese(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    shown = ""
    skipped = False
    for worth, unit in _UNITS:
        digit = number // worth % 10
        if digit:
            shown += (_DIGITS[0] if skipped else "") + _DIGITS[digit] + unit
        skipped = bool(shown) and not digit
    return shown.removeprefix("一") if 10 <= number < 20 else shown
