"""The look of Qt's widgets in a theme: a style sheet for the window, a palette for what the sheet leaves.

A widget says what it is by its dynamic property `role`, set before it is first shown:

- any widget: panel, toolbar, status, paper, card, sheet, toast, popover, rule
- a label: heading, name, strong, soft, small, micro, problem, chip, key
- a button: primary, flat, icon (32 × 32, no frame), square (32 × 32), small, link,
  ask (looks like a field)
- a line edit: search (with an icon before the text), tag (among chips), cell (in a
  list); a text edit: preview
"""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QPalette

from meipi.support.assets import resource
from meipi.support.theme import Theme, mix


def page_sheet(theme: Theme) -> str:
    """The part of the style sheet that the page and the empty frame around it need."""
    return _filled(theme, "page")


@cache
def stylesheet(theme: Theme) -> str:
    """The Qt style sheet of the whole window; sizes are logical pixels."""
    return page_sheet(theme) + _filled(theme, "window")


def _filled(theme: Theme, name: str) -> str:
    sheet = resource(f"themes/{name}.qss")
    return Template(sheet.read_text("utf-8")).substitute(
        {key: value for key, value in vars(theme).items() if isinstance(value, str)},
        # "Off" is 45 % of the ink, mixed with what lies below: a style sheet has no opacity.
        off=mix(theme.ink, theme.panel, 0.45),
        pressed=mix(theme.ink, theme.hover, 0.06),
        cinnabar_hover=mix(theme.cinnabar, theme.ink, 0.9),
        cinnabar_off=mix(theme.cinnabar, theme.panel, 0.45),
        folder=sheet.parent.as_posix(),
    )


def palette(theme: Theme) -> QPalette:
    """The same colours as a Qt palette, for painters and for widgets that no rule names."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.ink,
        roles.Base: theme.paper,
        roles.AlternateBase: theme.panel,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.soft,
        roles.Button: theme.raised,
        roles.ButtonText: theme.ink,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.ink,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.ink,
        roles.Link: theme.cinnabar_text,
        roles.LinkVisited: theme.cinnabar_text,
        roles.Accent: theme.cinnabar,
        roles.Light: theme.raised,
        roles.Midlight: theme.hover,
        roles.Mid: theme.line,
        roles.Dark: theme.line_strong,
        roles.Shadow: theme.line_strong,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    off = QColor(mix(theme.ink, theme.panel, 0.45))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, off)
    return made
