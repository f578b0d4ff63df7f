"""From the fields of a BibTeX or BibLaTeX entry to a CSL item."""

import re
from collections.abc import Mapping
from typing import Any

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

_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_FIELDS = {
    "abstract": "abstract",
    "address": "publisher-place",
    "annotation": "annote",
    "archive": "archive",
    "archivelocation": "archive_location",
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
    "keywords": "keyword",
    "langid": "language",
    "language": "language",
    "library": "archive",
    "location": "publisher-place",
    "note": "note",
    "organization": "publisher",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "publisher": "publisher",
    "school": "publisher",
    "series": "collection-title",
    "shorttitle": "title-short",
    "url": "URL",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_OURS = {
    "listed": "listed",
    "edition_of": "edition_of",
    "edition-of": "edition_of",
    "editionof": "edition_of",
}
_VERBATIM = {"url", "doi", "file", "eprint", "isbn", "issn"}
_LATEX = re.compile(r"[\\{}$~]|--|``|''")
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
    item: dict[str, Any] = {"id": key, "type": TYPES.get(entry_type, "document")}
    subtype = _SUBTYPES.get(fields.get("entrysubtype", "").lower())
    if entry_type == "article" and subtype:
        item["type"] = subtype
    for name, csl_name in _FIELDS.items():
        if fields.get(name) and csl_name not in item:
            text = fields[name] if name in _VERBATIM else plain_text(fields[name])
            item[csl_name] = text.replace("–", "-") if name == "pages" else text
    if "number" in fields:
        periodical = str(item["type"]).startswith("article")
        item.setdefault("issue" if periodical else "number", plain_text(fields["number"]))
    titles = [plain_text(fields[part]) for part in ("title", "subtitle") if fields.get(part)]
    if titles:
        item["title"] = ": ".join(titles)
    for role, csl_role in _ROLES.items():
        if names := csl_names(fields.get(role, "")):
            item[csl_role] = names
    if issued := _issued(fields):
        item["issued"] = issued
    if ours := {to: plain_text(fields[name]) for name, to in _OURS.items() if name in fields}:
        item["custom"] = ours
    return item


def plain_text(latex: str) -> str:
    r"""Read LaTeX as plain text on one line: accents, dashes and quotation marks; braces go.

    Examples:
        >>> plain_text(r"Ch\'en {J}ian -- ``x''")
        'Chén Jian – “x”'
    """
    if _LATEX.search(latex):
        from pylatexenc.latex2text import LatexNodes2Text
        from pylatexenc.latexwalker import LatexWalkerError

        try:
            latex = LatexNodes2Text(math_mode="verbatim").latex_to_text(latex)
        except (LatexWalkerError, RecursionError, ValueError, IndexError):
            latex = re.sub(r"[{}]", "", latex)
    return " ".join(latex.split())


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
    date = plain_text(fields.get("date", ""))
    if date:
        plain = _PLAIN_DATE.fullmatch(date)
        numbers = [int(part) for part in plain.groups() if part] if plain else []
        return {"date-parts": [numbers]} if numbers else {"raw": date}
    year = plain_text(fields.get("year", ""))
    if not year.isdecimal():
        return {"literal": year} if year else None
    month = _month(plain_text(fields.get("month", "")))
    return {"date-parts": [[int(year), month] if month else [int(year)]]}


def _month(text: str) -> int | None:
    if text.isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    start = text[:3].lower()
    return MONTHS.index(start) + 1 if start in MONTHS else None
