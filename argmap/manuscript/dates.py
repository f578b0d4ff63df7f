"""Dates in running text, as EDTF (ISO 8601-2)."""

import re

from argmap.model.dataclass import dataclass
from argmap.model.pattern import pattern

_NAMES = {
    1: "january jan januar janvier enero yanvar' январь января",
    2: "february feb februar février febrero fevral' февраль февраля",
    3: "march mar märz mars marzo mart март марта",
    4: "april apr avril abril aprel' апрель апреля",
    5: "may mai mayo may mai май мая",
    6: "june jun juni juin junio iyun' июнь июня",
    7: "july jul juli juillet julio iyul' июль июля",
    8: "august aug août agosto avgust август августа",
    9: "september sept sep septembre septiembre sentyabr' сентябрь сентября",
    10: "october oct oktober octobre octubre oktyabr' октябрь октября",
    11: "november nov novembre noviembre noyabr' ноябрь ноября",
    12: "december dec dezember décembre diciembre dekabr' декабрь декабря",
}
MONTHS = {name: month for month, names in _NAMES.items() for name in names.split()}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![^\W\d_])"
_MONTH_WORD = pattern(rf"(?<![^\W\d_]){_MONTH}", re.IGNORECASE)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_INITIALS = "".join(sorted({name[0] for name in (*MONTHS, *_SEASONS)}))
_DIGIT = pattern(r"\d")
_DATE = pattern(
    rf"""(?=[\d{_INITIALS}])(?:(?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b)
    |(?P<spread>\b{_DAY}(?:st|nd|rd|th)?\.?\s*(?:[-–]|to|and|&)\s*{_DAY}(?:st|nd|rd|th)?\.?
        (?:\s+of)?\s+{_MONTH}\.?,?\s+{_YEAR}\b)
    |(?P<dmy>\b{_DAY}(?:st|nd|rd|th)?\.?(?:\s+of)?\s*{_MONTH}\.?,?\s+{_YEAR}\b)
    |(?P<mdy>\b{_MONTH}\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b)
    |(?P<mmy>\b{_MONTH}\.?\s*(?:[-–]|to|and|&)\s*{_MONTH}\.?,?\s+{_YEAR}\b)
    |(?P<my>\b{_MONTH}\.?,?\s+{_YEAR}\b)
    |(?P<season>\b(?:spring|summer|autumn|fall|winter)(?:\s+of)?\s+{_YEAR}\b)
    |(?P<years>(?<![\w./-])(?<!\bp[.]\s)(?<!\bpp[.]\s){_YEAR}\s*[-–]\s*(?:{_YEAR}|\d\d)(?![\w-]))
    |(?P<decade>\b(?:1\d|20)\d0s\b)
    |(?P<y>(?<![\w.:/-])(?<!\bp[.]\s)(?<!\bpp[.]\s){_YEAR}(?![\w/-]|\.\d))
    |(?P<dm>\b{_DAY}(?:st|nd|rd|th)?\.?(?:\s+of)?\s+{_MONTH}(?!\.?,?\s+\d{{3}})))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    start: int
    end: int
    edtf: str
    """EDTF; of a day and month without a year, the year is ``XXXX``."""

    @property
    def is_day(self) -> bool:
        """Whether it tells the very day, year included."""
        return len(self.edtf) == 10 and "X" not in self.edtf and "/" not in self.edtf

    @property
    def year(self) -> int | None:
        """Its (first) year."""
        return int(self.edtf[:4]) if self.edtf[:4].isdigit() else None


def find_dates(text: str) -> list[FoundDate]:
    """Find every date, in order.

    Examples:
        >>> [d.edtf for d in find_dates("On 27 Aug. 1950, in March 1949 and in 1945-48, 5-7 May 1951")]
        ['1950-08-27', '1949-03', '1945/1948', '1951-05-05/1951-05-07']
    """
    found: list[FoundDate] = []
    if not _DIGIT.search(text):
        return found
    for match in _DATE.finditer(text):
        kind = match.lastgroup or ""
        edtf = _edtf(kind, match[0])
        if edtf is not None:
            found.append(FoundDate(match.start(), match.end(), edtf))
    return found


def _edtf(kind: str, text: str) -> str | None:
    if kind == "iso":
        return text
    years = re.findall(_YEAR, text)
    year = years[-1] if years else "XXXX"
    months = [MONTHS[m.lower()] for m in _MONTH_WORD.findall(text)]
    if kind == "decade":
        return f"{year[:3]}X"
    if kind == "season":
        word = text.split()[0].lower()
        return f"{year}-{_SEASONS[word]}"
    if kind == "y":
        return year
    if kind == "years":
        first, last = re.findall(r"\d+", text)
        last = first[:2] + last if len(last) == 2 else last
        return f"{first}/{last}" if int(last) > int(first) else None
    if kind == "mmy":
        return f"{year}-{months[0]:02}/{year}-{months[-1]:02}"
    if kind == "my":
        return f"{year}-{months[0]:02}"
    body = re.sub(rf"{_YEAR}\b", "", text) if years else text
    days = [int(d) for d in re.findall(r"(?<!\d)\d{1,2}(?!\d)", body)]
    dates = [f"{year}-{months[0]:02}-{day:02}" for day in days if _is_day(year, months[0], day)]
    if len(dates) != len(days) or not dates:
        return None
    return "/".join(dates) if kind == "spread" else dates[0]


def _is_day(year: str, month: int, day: int) -> bool:
    from calendar import monthrange

    return day <= monthrange(int(year) if year.isdigit() else 2000, month)[1]
