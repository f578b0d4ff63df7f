"""Verdicts and grades as small pictures, the same shapes as in the figures; a word always follows."""

from functools import cache

from markupsafe import Markup

from argmap.draw.marks import pips, sign, verdict_mark
from argmap.draw.palette import COLOUR
from argmap.model.vocabulary import GRADE_WORDS, VERDICT_WORDS


def verdict_picture(word: str) -> Markup:
    """Show a verdict's mark."""
    return _used("mark", word)


def grade_picture(step: int) -> Markup:
    """Show a grade as pips, filled up to its step."""
    return _used("pips", f"grade{step}")


def sign_picture(side: str) -> Markup:
    """Show the sign of a side: plus or minus."""
    return _used("mark", side)


@cache
def sprite() -> Markup:
    """Draw all marks once, for a page to show them wherever it needs them."""
    drawn = [_symbol(word, 12, 12, verdict_mark(word, 6, 6, 5.5, COLOUR)) for word in VERDICT_WORDS]
    drawn += [_symbol(f"grade{n}", 24, 8, pips(n, 3, 4, 6, COLOUR)) for n in range(len(GRADE_WORDS))]
    for side, colour in (("for", COLOUR.support), ("against", COLOUR.contrary)):
        drawn.append(_symbol(side, 12, 12, sign(side, 6, 6, 5.5, colour)))
    # only our own shapes go in here, never a text of the project
    return Markup(f'<svg class="sprite" aria-hidden="true" width="0" height="0">{"".join(drawn)}</svg>')


def _symbol(name: str, width: int, height: int, drawn: str) -> str:
    return f'<symbol id="mark_{name}" viewBox="0 0 {width} {height}">{drawn}</symbol>'


@cache
def _used(kind: str, name: str) -> Markup:
    return Markup('<svg class="{}" aria-hidden="true"><use href="#mark_{}"/></svg>').format(kind, name)


def share_picture(word: str, number: int, most: int) -> Markup:
    """Draw a bar as long as a number's share of the most."""
    width = f"{100 * number / max(most, 1):.1f}"
    return Markup(
        '<svg class="bar {}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"'
        ' focusable="false"><rect width="{}" height="1"/></svg>'
    ).format(word, width)
