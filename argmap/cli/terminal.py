"""The terminal that results are shown on."""

import os
import sys

NARROWEST, USUAL = 50, 100


def text_width() -> int:
    """Give the columns of a line of prose: as the terminal has them, 100 where there is none."""
    if not sys.stdout.isatty():
        return USUAL
    import shutil

    return max(NARROWEST, shutil.get_terminal_size((USUAL, 40)).columns)


def is_colour() -> bool:
    """Whether standard output wants colour: a terminal, and nobody says no (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
