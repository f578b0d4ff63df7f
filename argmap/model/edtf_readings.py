"""What text that is not EDTF may mean: shapes of date that people type, and how EDTF puts them."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from argmap.model.edtf_parse import MONTHS, EdtfError, Extent, read_text, shortened


def read_extent(text: str) -> Extent:
    """Read EDTF text of any level.

    Raises:
        EdtfError: The text is not EDTF, or names a day that never was.

    Examples:
        >>> read_extent("1950-06-25/1950-07")[:4]
        (712033, 712033, 712039, 712069)
    """
    extent = read_text(text)
    if extent is None:
        raise EdtfError(explain(text))
    return extent


def explain(text: str) -> str:
    """Say that text is not EDTF and what to write instead."""
    if text.lower() in {"", "?", "n.d.", "nd", "undated", "unknown", "no date"}:
        return f"{text!r} is not a date: where none is known, leave the date out or write XXXX"
    good, faults = readings(text)
    if good:
        return f"{text!r} is not EDTF; write {' or '.join(good)}"
    usual = "; write a date as 1950, 1950-06 or 1950-06-25, a span as 1950-06/1950-09"
    return f"{shortened(text)} is not EDTF{', and ' + faults[0] if faults else usual}"


def readings(text: str) -> tuple[list[str], list[str]]:
    """Give what a text may mean in EDTF, likeliest first, and what is wrong with other readings."""
    good, faults = [], []
    for candidate in dict.fromkeys(_rewrite(text) if len(text) <= 60 else ()):
        try:
            if read_text(candidate):
                good.append(candidate)
        except EdtfError as error:
            faults.append(str(error))
    return good, faults


def _rewrite(text: str) -> list[str]:
    """Give what the text may mean in EDTF, likeliest first, not yet checked."""
    text = " ".join(text.translate(_DASHES).split()).strip(" ,;")
    for pattern, build in _SHAPES:
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if found:
            return list(build(found))
    return []


def _meant(text: str) -> list[str]:
    """Give what part of a text may mean: itself where it is EDTF."""
    try:
        return [text] if read_text(text) else _rewrite(text)
    except EdtfError:
        return [text]


def _calendar(found: re.Match[str]) -> Iterator[str]:
    parts = found.groupdict()
    year, name, day = parts["y"], parts.get("n"), (parts.get("d") or "").zfill(2)
    month = f"{_NAMES.index(name.lower()) + 1:02}" if name else parts["m"].zfill(2)
    yield f"{year}-{month}-{day}".removesuffix("-00")
    if not name and day != "00" and found.start("d") < found.start("m") and "." not in found[0]:
        yield f"{year}-{day}-{month}"
    span = year[:2] + month
    if found[0].endswith(f"/{month}") and span > year:
        yield f"{year}/{span}"
    if found[0].isdigit():
        yield f"Y{found[0]}"


def _around(template: str) -> Callable[[re.Match[str]], list[str]]:
    def build(found: re.Match[str]) -> list[str]:
        inner = [_meant(part) for part in found.groups() if part is not None]
        return [template.format(*parts) for parts in itertools.product(*inner)]

    return build


def _sides(found: re.Match[str]) -> Iterator[str]:
    sides = [_SIDES.get(side.lower(), side) for side in found.groups()]
    for place, side in enumerate(sides):
        if side not in _SIDES and not re.fullmatch("[0-9]{1,3}", side):
            without_time = re.sub("T[0-9:]+(?:Z|[+-][0-9:]+)?$", "", side)
            sides[place] = next(iter(_meant(without_time)), side)
    yield "/".join(sides)


_SIDES = {"": "", "unknown": "", "?": "", "..": ".."} | dict.fromkeys(("open", "present", "now"), "..")
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"}
_NAMES = [name[:3].lower() for name in MONTHS]
_QUARTERS = {f"q{number}": 32 + number for number in range(1, 5)}
_PARTS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, **_QUARTERS}
_Y, _M, _D = "(?P<y>[0-9]{4})", "(?P<m>[0-9]{1,2})", "(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_N, _P, _S = f"(?P<n>{'|'.join(_NAMES)})[a-z]*", f"(?P<p>{'|'.join(_PARTS)})", "[-./, 년월]+"
_SHAPES: tuple[tuple[str, Callable[[re.Match[str]], Iterable[str]]], ...] = (
    (f"{_Y}{_S}{_M}(?:{_S}{_D}[.일]?)?", _calendar),
    (f"{_D}{_S}{_M}{_S}{_Y}", _calendar),
    (f"{_M}{_S}{_Y}", _calendar),
    (f"{_Y}{_S}{_N}(?:{_S}{_D})?", _calendar),
    (f"{_D}{_S}(?:of )?{_N}{_S}{_Y}", _calendar),
    (f"{_N}{_S}(?:{_D}{_S})?{_Y}", _calendar),
    ("(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})?", _calendar),
    ("winter(?: of)? ([0-9]{4})[/-](?:[0-9]{2}|[0-9]{4})", _around("{}-24")),
    (f"{_P}{_S}(?:of )?{_Y}", lambda at: [f"{at['y']}-{_PARTS[at['p'].lower()]}"]),
    (f"{_Y}{_S}?{_P}", lambda at: [f"{at['y']}-{_PARTS[at['p'].lower()]}"]),
    ("([0-9]{2})00'?s", lambda at: [f"{at[1]}0X", f"{at[1]}XX"]),
    ("([0-9]{3})(?:0'?s|-)", lambda at: [f"{at[1]}X"]),
    ("([0-9]{1,2})(?:st|nd|rd|th) century", lambda at: [f"{int(at[1]) - 1:02}XX"]),
    ("[0-9ux]{4}(?:-[0-9ux]{2}){0,2}", lambda at: [at[0].upper().replace("U", "X")]),
    ("y-?[0-9]+(?:e[0-9]+)?", lambda at: [at[0].upper()]),
    ("([0-9]{1,4}) ?(?:bce?|b[.]c[.])", lambda at: [f"-{int(at[1]) - 1:04}"]),
    ("(?:ad ?)?(-?)([0-9]{1,4})(?: ?(?:ad|ce))?", lambda at: [f"{at[1]}{at[2]:0>4}"]),
    ("-?[0-9]{5,}", lambda at: [f"Y{at[0]}"]),
    (
        "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}:[0-9]{2})(:[0-9]{2})?(?:[.,][0-9]+)? ?(Z|[+-][0-9:]+)?",
        lambda at: [f"{at[1]}T{at[2]:0>5}{at[3] or ':00'}{at[4] or ''}"],
    ),
    ("before ([0-9]{4})", lambda at: [f"[..{int(at[1]) - 1:04}]"]),
    ("after ([0-9]{4})", lambda at: [f"[{int(at[1]) + 1:04}..]"]),
    ("(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (.+)", _around("{}")),
    ("(?:c|ca|circa|about|around|approx|approximately)[. ] ?(.+)|c([0-9]{4})", _around("{}~")),
    (r"(.+)(?:\?~|~\?)", _around("{}%")),
    (r"(?:probably|perhaps|possibly|maybe) (.+)|(.+?) ?(?:\?|\(\?\))", _around("{}?")),
    ("(?:by|not after|no later than) (.+)", _around("[..{}]")),
    ("since (.+)", _around("{}/..")),
    ("(?:until|till) (.+)", _around("../{}")),
    ("between (.+) and (.+)", _around("[{}..{}]")),
    ("(.+) or (.+)", _around("[{},{}]")),
    ("(?:from )?(.*?)(?: - | ?/ ?| to | until | till | through )(.*)", _sides),
    ("(.{4,}?)(?:-|[.]{2,3})(.{4,})", _sides),
)
