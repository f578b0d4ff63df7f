"""RIS: lines of tags, their meaning by type of reference, and what does not fit.

The tags are those of the RIS format as Zotero and EndNote read and write them. A CSL variable without a tag
goes into ``M2`` as a line ``variable: value``, which Zotero takes for its field "Extra" and cites from.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from argmap.exchange.texts import one_line
from argmap.model.edtf import Edtf, EdtfError, parse_edtf

Tell = Callable[[str, str, str], None]
"""Fate (``changed`` or ``dropped``), CSL variable, and why."""

_LINE = re.compile(r"^([A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t](.*)|)$")
_LOOSE = re.compile(r"^[ \t\ufeff]*([A-Z][A-Z0-9])[ \t]{0,4}-(?:[ \t]+(.*)|)$")

TYPES = {
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "COMP": "software",
    "CONF": "paper-conference",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GEN": "document",
    "HEAR": "hearing",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
}
"""Types of reference to CSL types, one to one."""
_OTHER_TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "CHART": "graphic",
    "CLSWK": "classic",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DBASE": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "FIGURE": "figure",
    "GOVDOC": "report",
    "ICOMM": "personal_communication",
    "INPR": "manuscript",
    "LEGAL": "legal_case",
    "MULTI": "motion_picture",
    "SER": "book",
    "UNBILL": "bill",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
TYPE_OF = {csl: ris for ris, csl in TYPES.items()}

_TEXTS = {
    "AB": "abstract",
    "AN": "archive_location",
    "CN": "call-number",
    "CY": "publisher-place",
    "DB": "archive",
    "DO": "DOI",
    "ET": "edition",
    "IS": "issue",
    "J2": "container-title-short",
    "KW": "keyword",
    "LA": "language",
    "M1": "number",
    "M3": "genre",
    "N1": "note",
    "NV": "number-of-volumes",
    "PB": "publisher",
    "SE": "section",
    "SN": "ISBN",
    "SP": "page",
    "ST": "title-short",
    "T2": "container-title",
    "T3": "collection-title",
    "TI": "title",
    "UR": "URL",
    "VL": "volume",
}
"""Tags to CSL variables, written and read."""
_READ_ONLY = {
    "AV": "archive_location",
    "BT": "container-title",
    "C3": "container-title",
    "CT": "title",
    "JA": "container-title-short",
    "JF": "container-title",
    "JO": "container-title",
    "L2": "URL",
    "L3": "DOI",
    "N2": "abstract",
    "PP": "publisher-place",
    "RN": "annote",
    "T1": "title",
    "VO": "volume",
}
"""Tags that other programs write; they count where the usual one is missing."""
TAG_OF = {csl: tag for tag, csl in _TEXTS.items()}
SERIAL = ("article", "review", "periodical")
IN_SERIES = frozenset({"book", "map", "report", "software"})
"""Types whose ``T2`` is the series, for nothing else contains them."""
_ROLES = {"AU": "author", "A2": "editor", "A3": "collection-editor", "A4": "translator"}
_READ_ROLES = {"A1": "author", "ED": "editor"}
SECOND = {"interview": "interviewer", "personal_communication": "recipient", "book": "collection-editor"}
"""Types to the role that ``A2`` stands for in them."""
_IGNORED = frozenset({"TY", "ER", "ID", "EP", "DA", "PY", "Y1", "Y2", "M2"})
_EXTRA = re.compile(r"([A-Za-z][A-Za-z_-]{1,40}):\s*(.*)")
PERSONS = tuple(
    (
        "author editor translator recipient interviewer compiler director composer illustrator contributor "
        "chair container-author collection-editor reviewed-author original-author"
    ).split()
)
_DATES = frozenset({"accessed", "event-date", "original-date", "available-date", "submitted"})
VARIABLES = frozenset(
    (
        "annote archive archive-place archive_collection archive_location authority call-number chapter- "
        "number citation-label collection-number collection-title container-title container-title-short "
        "dimensions division DOI edition event event-place event-title genre ISBN ISSN jurisdiction keyword "
        "language locator medium note number number-of-pages number-of-volumes original-language original- "
        "publisher original-publisher-place original-title page page-first part-number part-title PMCID PMID "
        "printing-number publisher publisher-place references reviewed-genre reviewed-title scale section "
        "source status supplement-number title-short type URL version volume volume-title"
    ).split()
)
"""CSL variables that a line of ``M2`` may set."""


@dataclass(slots=True)
class Reference:
    """One reference of a file, as its lines."""

    line: int
    """Line of its ``TY``, from 1."""
    tags: list[tuple[str, str]] = field(default_factory=list)
    """Tag and value; a value that goes on over lines keeps their ends."""
    is_closed: bool = False
    """Whether an ``ER`` ended it."""

    def first(self, *tags: str) -> str:
        """Give the first value of any of these tags, the earlier tag first; empty where there is none."""
        return next((value for tag in tags for t, value in self.tags if t == tag and value), "")

    def every(self, tag: str) -> list[str]:
        """Give all values of a tag."""
        return [value for t, value in self.tags if t == tag and value]


def references(text: str) -> Iterator[Reference | tuple[int, str]]:
    """Split a file into references; a line that belongs to none comes by itself, with its number.

    A line without a tag goes on with the value above it.

    Args:
        text: The file, lines ending in a line feed.
    """
    current: Reference | None = None
    values: list[tuple[str, list[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.match(line) or _LOOSE.match(line)
        if found is None:
            if current is not None and line.strip():
                values[-1][1].append(line.strip())
            elif line.strip():
                yield number, line
            continue
        tag, value = found[1], (found[2] or "").strip()
        if current is not None and tag in ("TY", "ER"):
            yield _ended(current, values, is_closed=tag == "ER")
            current = None
            if tag == "ER":
                continue
        if tag == "TY":
            current, values = Reference(number), [(tag, [value])]
        elif current is None:
            yield number, line
        else:
            values.append((tag, [value]))
    if current is not None:
        yield _ended(current, values, is_closed=False)


def _ended(reference: Reference, values: list[tuple[str, list[str]]], *, is_closed: bool) -> Reference:
    reference.tags = [(tag, "\n".join(lines).strip()) for tag, lines in values]
    reference.is_closed = is_closed
    return reference


def item_of(reference: Reference, tell: Tell) -> dict[str, Any]:
    """Read a reference as a CSL item, without an id.

    Args:
        reference: The reference.
        tell: Takes what was not understood, under its tag.
    """
    name = reference.first("TY").upper()
    kind = TYPES.get(name) or _OTHER_TYPES.get(name)
    if kind is None:
        kind = "document"
        tell("changed", "TY", f"'{one_line(name)}' is no type of reference; read as a document")
    told = re.search(r"^type:\s*([a-z_-]+)\s*$", "\n".join(reference.every("M2")), re.MULTILINE)
    kind = told[1] if told else kind
    item: dict[str, Any] = {"type": kind}
    joined: dict[str, list[str]] = {"note": [], "keyword": []}
    for tag, value in reference.tags:
        if tag in _IGNORED or not value:
            continue
        if role := _role(tag, kind):
            item.setdefault(role, []).extend(_person(each) for each in value.split("\n"))
            continue
        csl, words = _variable(tag, kind, item), one_line(value)
        if not csl:
            tell("dropped", tag, f"a tag that argmap does not know: '{words[:60]}'")
        elif csl in joined:
            joined[csl].append(value if csl == "note" else words)
        elif item.setdefault(csl, words) != words:
            tell("dropped", tag, f"'{words[:60]}' says otherwise than a tag before it")
    item |= {csl: ("\n" if csl == "note" else ", ").join(words) for csl, words in joined.items() if words}
    _pages(item, reference)
    if issued := _issued(reference):
        item["issued"] = issued
    if accessed := reference.first("Y2"):
        item["accessed"] = _date(accessed)
    for extra in reference.every("M2"):
        for line in extra.split("\n"):
            _extra(item, line)
    return item


def _role(tag: str, kind: str) -> str:
    if tag == "A2":
        return SECOND.get(kind, "editor")
    if tag == "A3" and kind == "book":
        return "editor"
    return _ROLES.get(tag) or _READ_ROLES.get(tag, "")


def _variable(tag: str, kind: str, item: Mapping[str, Any]) -> str:
    if tag == "T2" and kind in IN_SERIES:
        return "collection-title"
    if tag == "SN":
        return "ISSN" if kind.startswith(SERIAL) else "number" if kind == "report" else "ISBN"
    if tag == "BT" and kind == "book":
        return "title"
    if tag in ("T1", "CT") and "title" in item:
        return ""
    return _TEXTS.get(tag) or _READ_ONLY.get(tag, "")


def _person(text: str) -> dict[str, str]:
    """Read ``family, given, suffix``; a body has no comma, a person of one name ends in one."""
    pieces = [one_line(piece) for piece in text.split(",")]
    if len(pieces) == 1 or not pieces[0]:
        return {"literal": one_line(text)}
    parts = {"family": pieces[0], "given": pieces[1], "suffix": ", ".join(pieces[2:])}
    return {name: value for name, value in parts.items() if value}


def _pages(item: dict[str, Any], reference: Reference) -> None:
    first, last = item.get("page", ""), one_line(reference.first("EP"))
    if last and last != first and "-" not in first:
        item["page"] = f"{first}-{last}" if first else last


def _issued(reference: Reference) -> dict[str, Any] | None:
    """Read the date: the fuller of ``DA`` and the year."""
    day, year = reference.first("DA"), reference.first("PY", "Y1")
    text = day if len(day) >= len(year) else year
    return _date(text) if text else None


def _date(text: str) -> dict[str, Any]:
    """Read ``year/month/day/other``; EDTF in the last part says more than the rest."""
    pieces = [piece.strip() for piece in text.split("/", 3)]
    if len(pieces) == 4 and pieces[3]:
        try:
            return {"raw": parse_edtf(pieces[3]).text}
        except EdtfError:
            pass
    numbers = [int(piece) for piece in pieces[:3] if piece.isascii() and piece.isdecimal()]
    given = [piece for piece in pieces[:3] if piece]
    if numbers and len(numbers) == len(given) and len(pieces[0]) == 4:
        found: dict[str, Any] = {"date-parts": [numbers]}
        return found | {"season": pieces[3]} if len(pieces) == 4 and pieces[3] else found
    try:
        return {"raw": parse_edtf(text.strip()).text}
    except EdtfError:
        return {"literal": one_line(text)}


def day_of(date: Edtf) -> str:
    """Write a date as ``year/month/day/other``; what the parts cannot say stands in the last, as EDTF."""
    pieces = date.text.split("-")
    is_plain = all(piece.isascii() and piece.isdecimal() for piece in pieces) and len(pieces[0]) == 4
    if is_plain and (len(pieces) < 2 or int(pieces[1]) <= 12):
        return f"{'/'.join([*pieces, '', ''][:3])}/"
    year = date.text[:4]
    return f"{year if year.isascii() and year.isdecimal() else ''}///{date.text}"


def _extra(item: dict[str, Any], line: str) -> None:
    """Read a line of Zotero's "Extra": a CSL variable, or words for the note."""
    found = _EXTRA.fullmatch(line.strip())
    name = _spelt(found[1]) if found else ""
    value = one_line(found[2]) if found else ""
    if name in PERSONS and value:
        family, bars, given = value.partition("||")
        person = {"family": family.strip(), "given": given.strip()} if bars else {"literal": value}
        item.setdefault(name, []).append({k: v for k, v in person.items() if v})
    elif name in _DATES and value:
        item[name] = _date(value) if value.count("/") > 1 else {"raw": value}
    elif name in ("listed", "edition_of") and value:
        item.setdefault("custom", {})[name] = {"true": True, "false": False}.get(value, value)
    elif name in VARIABLES and value:
        item[name] = value
    elif line.strip():
        item["note"] = f"{item['note']}\n{line.strip()}" if item.get("note") else line.strip()


def _spelt(name: str) -> str:
    """Spell the name of a variable as CSL does: ``Archive-Collection`` is ``archive_collection``."""
    if name in VARIABLES:
        return name
    lower = name.lower().replace("_", "-")
    known = {each.lower().replace("_", "-"): each for each in (*VARIABLES, "edition_of")}
    return known.get(lower, lower)
