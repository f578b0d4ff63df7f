"""Headings of groups: how they break, and how much room they take."""

from argmap.draw.card import SMALL, WIDTH
from argmap.draw.wrap import wrap

HEADING = 10.5


def heading_lines(title: str) -> list[str]:
    """Break a group's heading into lines."""
    return wrap(title, WIDTH, HEADING, bold=True, lines=3)


def heading_height(title: str, subtitle: str) -> float:
    """Tell how much room a group's heading takes."""
    return len(heading_lines(title)) * HEADING * 1.3 + (SMALL * 1.4 if subtitle else 0)
