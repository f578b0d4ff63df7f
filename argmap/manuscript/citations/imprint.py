"""Where and when a work appeared and which of its pages are meant, in the habits of several styles."""

import re
from dataclasses import dataclass

from argmap.manuscript.dates import find_dates

YEAR = r"(?:1[4-9]\d\d|20\d\d)"
_RANGE = r"\d+[a-z]?(?:\s*[-–—]\s*\d+)?"
PAGES = re.compile(
    r"\b(?:(?:pp?|S|at|Bl|fol|f|p\.\s*p)\.\s*(?P<pages>\d+[a-z]?(?:\s*[-–—]\s*\d+)?"
    rf"(?:\s*(?:,|and|&)\s*(?!{YEAR}\b)\d+(?:\s*[-–—]\s*\d+)?(?!\s*[A-Za-z]{{3}}))*)(?:\s*ff?\b\.?)?"
    rf"|at\s+(?P<at>{_RANGE})(?=\s*(?:[,.;()]|$)))"
)
_BARE = (
    re.compile(rf"{YEAR}\)\s*[,:]\s*(?:(?P<whole>{_RANGE}),\s*)?(?P<pages>{_RANGE})(?=\s*(?:[.;(]|,\s|$))"),
    re.compile(
        rf"^\s*[(\[]{YEAR}[)\]]\s+(?:\d{{1,4}}\s+)?[A-Z][\w .&]*?\s\d+,\s*(?P<pages>{_RANGE})\s*\.?\s*$"
    ),
    re.compile(rf"^[\s,]*(?!{YEAR}\b)(?P<pages>{_RANGE})\s*\.?\s*$"),
)
"""Pages that nothing marks: behind a year in brackets, behind a law report's first page, behind a title."""
_IN_BRACKETS = re.compile(rf"\((?:[^()]*[\s,;])?(?P<year>{YEAR})[a-z]?\)|\[(?P<square>{YEAR})\]")
_JOURNAL = re.compile(
    rf"^[\s,.;]*(?:in:?\s+)?\*?(?P<journal>[A-ZÀ-Þ][^,;()\d*“”\"]{{3,80}}?)\*?[,.]?\s+(?:vol\.?\s*)?"
    rf"(?P<volume>(?!{YEAR}\b)\d{{1,3}})(?:\s*\((?P<i1>\d{{1,3}}(?:[-–/]\d+)?)\)|\.(?P<i2>\d{{1,3}})\b"
    r"|,?\s*(?:no|nr)\.?\s*(?P<i3>\d+)|(?=\s*[(,:]))",
    re.IGNORECASE,
)
_REPORT = re.compile(
    rf"^\s*[(\[](?P<year>{YEAR})[)\]]\s+(?:(?P<volume>\d{{1,4}})\s+)?(?P<journal>[A-Z][\w .&]*?)\s\d+"
)
_BACK = re.compile(
    r"\(?\s*\b(?:(?:wie|siehe|s\.)\s+Anm\.?|(?:supra|above)\*?,?\s+(?:note|nn?\.?)|(?<=\()nn?\.?|oben,?\s+(?:Anm|Fn|N)\.?)"
    r"\s*(?P<note>\d{1,4})\s*\)?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[,(.]\s*)(?P<place>[^\W\d_][^,:;()]{1,60}?)\s*:\s+(?P<publisher>[^:;()]{2,90}?)"
    r"(?=,\s*(?:\d|pp?\.)|[.;)]?\s*$|,\s*[A-Z]?[a-z]*\.?\s*\d{4})"
)
_AUTHOR_DATE = re.compile(
    rf"^(?P<author>[^\W\d_][^()\d:]{{2,160}}?)[.,]?\s+\(?(?P<year>{YEAR})[a-z]?\)?[.,:]\s+"
    r"(?P<title>[^.?]{3,300}[.?])\s*(?P<rest>.*)$"
)
_VOLUME_ONLY = re.compile(r"(?:Vol|Volume|Bd|Tom|No|Nr|Part|pp?|S)\b\.?[\s\dIVXLC.,-]*$", re.IGNORECASE)
"""What stands behind a year and is no title."""
_AUTHOR_COLON = re.compile(
    r"^(?P<author>[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w.-]*(?:\s[A-ZÀ-Þ][\w.-]*){0,2}"
    r"(?:\s?[/;]\s?[A-ZÀ-Þ][\w'’-]+,\s[A-ZÀ-Þ][\w. -]{0,40}?){0,3}(?:\s\((?:Hg|Hrsg|eds?)\.\))?):\s+"
    r"(?P<title>[^.]{3,300}?)(?:\.\s+|,\s+(?=in:?\s))(?P<rest>.*)$"
)
_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-Þ][\w’']*,?\s+(?:[a-zà-ÿ’'-]+,?\s+){2})")


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that nothing marks, behind a title in quotation marks."""

    name: str
    volume: str | None
    issue: str | None


def find_journal(rest: str) -> Journal | None:
    """Read the journal that follows a title.

    Examples:
        >>> find_journal(", Journal of Mills, vol. 4, no. 2 (1991), pp. 3-5")
        Journal(name='Journal of Mills', volume='4', issue='2')
    """
    match = _JOURNAL.match(rest)
    if match:
        return Journal(match["journal"].strip(), match["volume"], match["i1"] or match["i2"] or match["i3"])
    report = _REPORT.match(rest)
    return Journal(report["journal"].strip(), report["volume"], None) if report else None


def find_pages(text: str, rest: str, *, quoted: bool = False) -> str | None:
    """Give the pages cited.

    Args:
        text: The citation, its titles blanked.
        rest: What follows the title.
        quoted: Whether a bare number follows a quoted title, whatever its size.
    """
    found = [m["pages"] or m["at"] for m in PAGES.finditer(text)]
    if quoted and not found:
        found = [rest.strip(" .,")]
    if not found:
        found = [m["pages"] for m in (pattern.search(rest) for pattern in _BARE) if m][:1]
    return re.sub(r"\s+", " ", found[-1]).replace("–", "-").replace("—", "-") if found else None


def find_year(rest: str) -> int | None:
    """Give the year of publication: the one in brackets, else the last one that is no page."""
    match = _IN_BRACKETS.search(rest)
    if match:
        return int(match["year"] or match["square"])
    return next((d.year for d in reversed(find_dates(rest)) if d.year), None)


def without_pages(text: str) -> str:
    """Blank pages, marked or behind the year of a journal, so that none is taken for a year."""
    for pattern, group in ((PAGES, 0), (_BARE[0], "pages"), (_BARE[0], "whole")):
        for match in reversed(list(pattern.finditer(text))):
            start, end = match.span(group)
            if start >= 0:
                text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def find_imprint(text: str) -> tuple[int, str, str] | None:
    """Find place and publisher: where they begin, and what they are.

    Examples:
        >>> find_imprint("Flour and Water. Leeds: Mill House, 2005")
        (17, 'Leeds', 'Mill House')
    """
    match = _PLACE.search(text)
    if match is None:
        return None
    place, start = match["place"], match.start("place")
    for stop in re.finditer(r"(?<=[^\W\d_]{4}[.*])\s+(?=[A-ZÀ-Þ])", place):
        place, start = match["place"][stop.end() :], match.start("place") + stop.end()
    publisher = re.split(rf",?\s+{YEAR}\b", match["publisher"])[0].strip(" ,")
    return start, place.strip(" .,*"), publisher


def find_back(text: str) -> tuple[int | None, str]:
    """Give the number of the note that a citation points back to, and the citation without it.

    Examples:
        >>> find_back("Dunn (n 7) 41"), find_back("Kim (wie Anm. 1), S. 3")
        ((7, 'Dunn, 41'), (1, 'Kim, S. 3'))
    """
    match = _BACK.search(text)
    if match is None:
        return None, text
    head, tail = text[: match.start()].rstrip(" ,*"), text[match.end() :].lstrip(" ,*")
    return int(match["note"]), f"{head}, {tail}" if tail else head


def last_number(text: str) -> str | None:
    """Give the bare number at the end of a pointer such as ``Dunn, 41``."""
    match = re.search(rf",\s*({_RANGE})\W*$", text)
    return match[1].replace("–", "-") if match else None


def author_date(text: str) -> tuple[str, str, int, str] | None:
    """Split what begins with an author and a year, or an author and a colon: author, title, year, rest.

    Examples:
        >>> author_date("Baker, A. (1987). The mills. London: Press.")
        ('Baker, A', 'The mills', 1987, 'London: Press.')
        >>> author_date("Bäcker, Anna: Die Mühlen. Berlin 1987.")
        ('Bäcker, Anna', 'Die Mühlen', 1987, 'Berlin 1987.')
    """
    match = _AUTHOR_DATE.match(text)
    if match and not _VOLUME_ONLY.match(match["title"]):
        return match["author"].strip(" ,"), match["title"].strip(" ."), int(match["year"]), match["rest"]
    match = _AUTHOR_COLON.match(text)
    year = find_year(without_pages(match["rest"])) if match else None
    if match is None or year is None:
        return None
    return match["author"].strip(), match["title"].strip(" ."), year, match["rest"]


def without_comment(text: str) -> str:
    """Cut the sentences that follow the pages of a citation."""
    for match in _SENTENCE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if re.search(rf"(?:\bpp?\.\s*|{YEAR}\)[,:]\s*)[\d\s,–-]*\d(?:\s*\([^()]*\))?$", before):
            return text[: match.start() + 1]
    return text
