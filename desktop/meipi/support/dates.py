"""Times of records (UTC, ISO 8601) as the reader sees them: on their own clock, no longer than needed."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from meipi.support.translation import tr

_WEEK = 7


def moment(time: str, now: datetime | None = None) -> str:
    """The clock time if it was today, else the day."""
    local = datetime.fromisoformat(time).astimezone()
    if local.date() == _today(now):
        return f"{local:%H:%M}"
    return written(local.date(), now)


def day(time: str, now: datetime | None = None) -> str:
    """ "today", the day of the week within the last seven days, else the date."""
    local = datetime.fromisoformat(time).astimezone().date()
    ago = (_today(now) - local).days
    if ago == 0:
        return tr("today")
    if 0 < ago < _WEEK:
        return QLocale().toString(_qt(local), "ddd")
    return written(local, now)


def date_of(time: str, now: datetime | None = None) -> str:
    """The date, with the year if it is another than this."""
    return written(datetime.fromisoformat(time).astimezone().date(), now)


def written(when: date, now: datetime | None = None) -> str:
    """A date in the form of the interface's language; the year only if it is another than this."""
    form = tr("d MMM") if when.year == _today(now).year else tr("d MMM yyyy")
    return QLocale().toString(_qt(when), form)


def _today(now: datetime | None) -> date:
    return (now or datetime.now().astimezone()).date()


def _qt(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
