"""From the fields of a BibTeX or BibLaTeX entry to a CSL item."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.files.latex_text import date_text, plain_text

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""Entry types to CSL types; any other is a ``document``."""

SUBTYPES = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    **{
        kind: kind
        for kind in (
            "article-magazine article-newspaper bill broadcast classic collection document entry entry- "
            "dictionary entry-encyclopedia event figure hearing interview map musical_score performance "
            "personal_communication post post-weblog regulation review-book song speech standard treaty"
        ).split()
    },
}
"""What ``entrysubtype`` may say, to CSL types: CSL's own names stand for types that BibLaTeX lacks."""
FIELDS = {
    "abstract": "abstract",
    "address": "publisher-place",
    "annotation": "annote",
    "archive": "archive",
    "archivecollection": "archive_collection",
    "archivelocation": "archive_location",
    "archiveplace": "archive-place",
    "booktitle": "container-title",
    "chapter": "chapter-number",
    "doi": "DOI",
    "edition": "edition",
    "eventtitle": "event-title",
    "howpublished": "medium",
    "institution": "publisher",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issue": "issue",
    "journal": "container-title",
    "journaltitle": "container-title",
    "journal-iso": "container-title-short",
    "keywords": "keyword",
    "langid": "language",
    "language": "language",
    "library": "archive",
    "location": "publisher-place",
    "note": "note",
    "organization": "publisher",
    "origlanguage": "original-language",
    "origlocation": "original-publisher-place",
    "origpublisher": "original-publisher",
    "origtitle": "original-title",
    "pages": "page",
    "part": "part-number",
    "pagetotal": "number-of-pages",
    "publisher": "publisher",
    "pubstate": "status",
    "school": "publisher",
    "scale": "scale",
    "section": "section",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "type": "genre",
    "url": "URL",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
    "volumetitle": "volume-title",
}
"""Fields of an entry to CSL variables; where two go to one, the first that is filled counts."""
ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "compiler": "compiler",
    "director": "director",
    "interviewer": "interviewer",
    "recipient": "recipient",
    "serieseditor": "collection-editor",
}
DATES = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}
"""Dates beside that of issue."""
KINDS = {
    "phdthesis": "PhD thesis",
    "mathesis": "master’s thesis",
    "mastersthesis": "master’s thesis",
    "candthesis": "candidate thesis",
    "techreport": "technical report",
    "resreport": "research report",
}
"""Words of BibLaTeX for ``type``, and BibTeX's types of entry, written out."""
_OURS = {
    "listed": "listed",
    "edition_of": "edition_of",
    "edition-of": "edition_of",
    "editionof": "edition_of",
}
_TRUTH = {"true": True, "false": False}
VERBATIM = frozenset({"url", "doi", "file", "eprint", "isbn", "issn"})
_SUBTITLES = {"booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
_OTHERS = {
    "title",
    "number",
    "subtitle",
    "date",
    "year",
    "month",
    "entrysubtype",
    "crossref",
    "xdata",
    "booksubtitle",
}
_OTHERS |= {"journalsubtitle", "ids"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def csl_item(key: str, entry_type: str, fields: Mapping[str, str]) -> dict[str, Any]:
    r"""Write an entry as a CSL item.

    Args:
        key: Its key.
        entry_type: Its type, in lower case.
        fields: Its fields by name in lower case, LaTeX as written, without the outer braces.

    Examples:
        >>> csl_item("a", "book", {"title": r"Caf{\'e}", "year": "1994"})["title"]
        'Café'
    """
    subtype = fields.get("entrysubtype", "").lower()
    item: dict[str, Any] = {"id": key, "type": SUBTYPES.get(subtype) or TYPES.get(entry_type, "document")}
    for name, csl_name in FIELDS.items():
        if fields.get(name) and csl_name not in item:
            text = fields[name] if name in VERBATIM else plain_text(fields[name])
            item[csl_name] = text.replace("–", "-") if name == "pages" else text
    if entry_type in KINDS or item.get("genre") in KINDS:
        item["genre"] = KINDS.get(str(item.get("genre")), item.get("genre")) or KINDS[entry_type]
    if "number" in fields:
        item.setdefault(number_of(str(item["type"]), "series" in fields), plain_text(fields["number"]))
    if titles := [plain_text(fields[part]) for part in ("title", "subtitle") if fields.get(part)]:
        item["title"] = ": ".join(titles)
    for name, rest in _SUBTITLES.items():
        if fields.get(name) and fields.get(rest):
            item["container-title"] = ": ".join((plain_text(fields[name]), plain_text(fields[rest])))
    for role, csl_role in ROLES.items():
        if names := csl_names(fields.get(role, "")):
            item[csl_role] = names
    if issued := _issued(fields):
        item["issued"] = issued
    for name, csl_name in DATES.items():
        if date := date_text(fields.get(name, "")):
            item[csl_name] = _csl_date(date)
    if ours := {to: plain_text(fields[name]) for name, to in _OURS.items() if name in fields}:
        item["custom"] = {to: _TRUTH.get(told.lower(), told) for to, told in ours.items()}
    return item


def number_of(csl_type: str, in_series: bool) -> str:
    """Name the CSL variable that ``number`` is: an issue, a number in a series, or a number of its own."""
    if csl_type.startswith("article") or csl_type in ("review", "review-book", "periodical"):
        return "issue"
    return (
        "collection-number" if in_series and csl_type in ("book", "chapter", "paper-conference") else "number"
    )


def is_read(name: str) -> bool:
    """Whether a field of an entry is understood."""
    return name in FIELDS or name in ROLES or name in DATES or name in _OURS or name in _OTHERS


def csl_names(text: str) -> list[dict[str, str]]:
    """Read a list of names joined by ``and``.

    Examples:
        >>> csl_names("van der Berg, Jan and {UN Command} and others")[1]
        {'literal': 'UN Command'}
    """
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    found: list[dict[str, str]] = []
    for name in split_multiple_persons_names(text) if text else ():
        if name == "others":
            continue
        if name.startswith("{") and name.endswith("}"):
            found.append({"literal": plain_text(name)})
            continue
        try:
            parts = parse_single_name_into_parts(name, strict=False)
        except InvalidNameError:
            found.append({"literal": plain_text(name)})
            continue
        pieces = {
            "family": parts.last,
            "given": parts.first,
            "non-dropping-particle": parts.von,
            "suffix": parts.jr,
        }
        found.append({k: plain_text(" ".join(words)) for k, words in pieces.items() if words})
    return [name for name in found if any(name.values())]


def _issued(fields: Mapping[str, str]) -> dict[str, Any] | None:
    """Give the date: BibLaTeX's ``date`` (EDTF), or year and month."""
    date = date_text(fields.get("date", ""))
    if date:
        return _csl_date(date)
    year = plain_text(fields.get("year", ""))
    if not year.isdecimal():
        return {"literal": year} if year else None
    month = _month(plain_text(fields.get("month", "")))
    return {"date-parts": [[int(year), month] if month else [int(year)]]}


def _csl_date(date: str) -> dict[str, Any]:
    plain = _PLAIN_DATE.fullmatch(date)
    numbers = [int(part) for part in plain.groups() if part] if plain else []
    return {"date-parts": [numbers]} if numbers else {"raw": date}


def _month(text: str) -> int | None:
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    start = text[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else None
