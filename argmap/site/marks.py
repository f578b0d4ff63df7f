"""Verdicts and grades as small pictures, the same shapes as in the figures; a word always follows."""

from functools import cache

from markupsafe import Markup

from argmap.draw.marks import pips, sign, verdict_mark
from argmap.draw.palette import COLOUR


@cache
def verdict_picture(word: str) -> Markup:
    """Draw a verdict's mark."""
    return _picture(verdict_mark(word, 6, 6, 5.5, COLOUR), 12, 12, "mark")


@cache
def grade_picture(step: int) -> Markup:
    """Draw a grade as pips, filled up to its step."""
    return _picture(pips(step, 3, 4, 6, COLOUR), 24, 8, "pips")


@cache
def sign_picture(side: str) -> Markup:
    """Draw the sign of a side: plus or minus."""
    return _picture(
        sign(side, 6, 6, 5.5, COLOUR.support if side == "for" else COLOUR.contrary), 12, 12, "mark"
    )


def _picture(drawn: str, width: int, height: int, name: str) -> Markup:
    # only our own shapes go in here, never a text of the project
    return Markup(
        f'<svg class="{name}" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' aria-hidden="true" focusable="false">{drawn}</svg>'
    )
