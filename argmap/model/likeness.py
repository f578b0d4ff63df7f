"""Whether a name that is not known is surely a slip for one that is."""

from collections.abc import Iterable

from argmap.model.pattern import pattern

_MARKS = pattern(r"[\s_.-]+")
_NUMBERS = pattern(r"\d+")
SLIPS = 2
"""Letters in which a slip may differ; one in a name of fewer than six letters."""


def is_slip(name: str, meant: str, known: Iterable[str]) -> bool:
    """Tell whether a name can only be a misspelling of another.

    It differs in capitals and hyphens alone, or in at most two letters and in no number, and no other
    known name is nearly as like it.

    Args:
        name: The name as written.
        meant: The known name most like it.
        known: All known names.

    Examples:
        >>> is_slip("war-dairy", "war-diary", ["war-diary", "mao-offer"])
        True
        >>> is_slip("telegram-3", "telegram-2", ["telegram-2", "mao-offer"])
        False
        >>> is_slip("mao-offers", "mao-offer", ["mao-offer", "mao-offered"])
        False
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    others = [other for other in known if other != meant]
    if _plain(name) == _plain(meant):
        return not any(_plain(other) == _plain(name) for other in others)
    if _NUMBERS.findall(name) != _NUMBERS.findall(meant):
        return False
    slips = OSA.distance(name, meant)
    if slips > (SLIPS if len(meant) >= 6 else 1) or len(meant) < 3:
        return False
    rival = process.extractOne(name, others, scorer=OSA.distance, score_cutoff=slips + 2)
    return rival is None


def is_rival(name: str, other: str) -> bool:
    """Tell whether a known name can have a part in what ``is_slip`` says of another, whatever was meant."""
    from rapidfuzz.distance import OSA

    return _plain(name) == _plain(other) or OSA.distance(name, other) <= SLIPS + 2


def _plain(name: str) -> str:
    return _MARKS.sub("-", name.casefold()).strip("-")
