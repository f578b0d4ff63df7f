"""EDTF dates in the words of a citation."""

import re

from argmap.model.edtf import Edtf

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {"21": "Spring", "22": "Summer", "23": "Autumn", "24": "Winter"}
_SEASONS |= {str(int(code) + 4): word for code, word in list(_SEASONS.items())}
_PLAIN = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?")
_QUALIFIED = re.compile("[?~%]")
_TIME = re.compile(r"T\d.*$")
NO_DATE = "n.d."


def in_words(date: Edtf | None, *, year_only: bool = False) -> str:
    """Write a date.

    Args:
        date: The date; None where there is none.
        year_only: Whether month and day are left out.

    Examples:
        >>> from argmap.model.edtf import parse_edtf
        >>> [in_words(parse_edtf(t)) for t in ("1950-01-30", "1950-06?", "1949~", "195X", "1950-22")]
        ['January 30, 1950', '[June 1950?]', '[ca. 1949]', '1950s', 'Summer 1950']
        >>> in_words(parse_edtf("1948-03/1948-09")), in_words(None)
        ('March–September 1948', 'n.d.')
    """
    if date is None:
        return NO_DATE
    words = _span(_QUALIFIED.sub("", date.text), year_only)
    if not (date.uncertain or date.approximate):
        return words
    return f"[{'ca. ' if date.approximate else ''}{words}{'?' if date.uncertain else ''}]"


def _span(text: str, year_only: bool) -> str:
    if text[:1] in "[{":
        return _set(text[1:-1], " or " if text[0] == "[" else " and ", year_only)
    start, slash, end = text.partition("/")
    if not slash:
        return _one(text, year_only)
    if start in ("", ".."):
        return f"until {_one(end, year_only)}" if end not in ("", "..") else NO_DATE
    if end in ("", ".."):
        return f"{_one(start, year_only)}–{'?' if not end else ''}"
    return _range(start, end, year_only)


def _set(text: str, last: str, year_only: bool) -> str:
    if text.startswith(".."):
        return f"{_one(text[2:], year_only)} or earlier"
    if text.endswith(".."):
        return f"{_one(text[:-2], year_only)} or later"
    each = [
        f"between {_one(a, year_only)} and {_one(b, year_only)}" if dots else _one(a, year_only)
        for a, dots, b in (piece.strip().partition("..") for piece in text.split(","))
    ]
    each = list(dict.fromkeys(each))
    return last.join(each) if len(each) < 3 else f"{', '.join(each[:-1])},{last}{each[-1]}"


def _range(start: str, end: str, year_only: bool) -> str:
    """Write a span, what both ends share once."""
    first, second = _PLAIN.fullmatch(_TIME.sub("", start)), _PLAIN.fullmatch(_TIME.sub("", end))
    if first and second and first[1] == second[1] and not first[1].startswith("-"):
        if year_only:
            return first[1]
        months = [_month(found[2]) for found in (first, second)]
        if all(months):
            days = first[3] and second[3]
            if months[0] == months[1] and days:
                return f"{months[0]} {int(first[3])}–{int(second[3])}, {first[1]}"
            ends = [f"{m} {int(f[3])}" if f[3] else m for m, f in zip(months, (first, second), strict=True)]
            return f"{'–'.join(ends)}{',' if second[3] else ''} {first[1]}"
    return f"{_one(start, year_only)}–{_one(end, year_only)}"


def _one(text: str, year_only: bool) -> str:
    """Write one date, whatever its precision."""
    text = re.sub(r"(?:-XX)+$", "", _TIME.sub("", text))
    if re.fullmatch(r"\d{3}X", text):
        return f"{text[:3]}0s"
    if re.fullmatch(r"\d\dXX", text):
        return f"{text[:2]}00s"
    if significant := re.fullmatch(r"(-?\d+)S\d+", text):
        return f"ca. {significant[1]}"
    found = _PLAIN.fullmatch(text)
    if not found:
        return text
    number = int(found[1])
    year = str(number) if number > 0 else f"{1 - number} BCE"
    month = _month(found[2])
    if year_only or not month:
        return year
    return f"{month} {int(found[3])}, {year}" if found[3] else f"{month} {year}"


def _month(digits: str | None) -> str:
    if digits is None:
        return ""
    return MONTHS[int(digits) - 1] if 1 <= int(digits) <= 12 else _SEASONS.get(digits, "")
