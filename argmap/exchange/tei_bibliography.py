"""Bibliographic entries of TEI as CSL items."""

import re
from typing import TYPE_CHECKING, Any

from argmap.exchange.tei_text import first, inside, local, words

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRIES = ("bibl", "biblStruct", "biblFull", "msDesc")
_WHEN = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SCOPES = {"volume": "volume", "vol": "volume", "issue": "issue", "number": "issue", "page": "page",
           "pages": "page", "pp": "page", "chapter": "chapter-number"}  # fmt: skip
_NUMBERS = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "uri": "URL", "pmid": "PMID"}


def item_of(entry: "_Element") -> dict[str, Any]:
    """Make a CSL item of an entry; its whole text is the title where no title is marked."""
    titles = dict(_titles(entry))
    part = titles.get("a") or titles.get("u")
    whole = titles.get("j") or titles.get("m") or titles.get("s")
    item: dict[str, Any] = {"type": _type(entry, titles), "title": part or whole or words(entry)}
    if part and whole:
        item["container-title"] = whole
    for role in ("author", "editor"):
        if people := [_person(each) for each in inside(entry, role) if words(each)]:
            item[role] = people
    if (date := first(entry, "date")) is not None and (issued := _date(date)):
        item["issued"] = issued
    for name, field in (
        ("publisher", "publisher"),
        ("pubPlace", "publisher-place"),
        ("repository", "archive"),
    ):
        if said := words(first(entry, name)):
            item[field] = said
    item |= _scopes(entry) | _numbers(entry)
    return item


def _titles(entry: "_Element") -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for title in inside(entry, "title"):
        holder = next((local(each) for each in title.iterancestors() if local(each) in _HOLDERS), "")
        level = title.get("level") or _HOLDERS.get(holder, "m")
        if title.get("type") in ("sub", "short", "alt") and level in found:
            continue
        if said := words(title):
            found.setdefault(level, said)
    return list(found.items())


_HOLDERS = {"analytic": "a", "monogr": "m", "series": "s"}


def _type(entry: "_Element", titles: dict[str, str]) -> str:
    if local(entry) == "msDesc" or first(entry, "msIdentifier") is not None:
        return "manuscript"
    if "j" in titles:
        return "article-journal"
    if "a" in titles:
        return "chapter" if "m" in titles else "document"
    return "book" if "m" in titles else "document"


def _person(element: "_Element") -> dict[str, str]:
    family = words(first(element, "surname"))
    given = " ".join(filter(None, (words(each) for each in inside(element, "forename"))))
    if family:
        return {"family": family, "given": given} if given else {"family": family}
    return {"literal": words(element)}


def _date(date: "_Element") -> dict[str, Any]:
    when = _WHEN.fullmatch(date.get("when") or "")
    if when:
        return {"date-parts": [[int(part) for part in when.groups() if part]]}
    start, end = _WHEN.fullmatch(date.get("from") or ""), _WHEN.fullmatch(date.get("to") or "")
    if start and end:
        return {"date-parts": [[int(p) for p in each.groups() if p] for each in (start, end)]}
    said = words(date) or date.get("when") or ""
    return {"raw": said} if said else {}


def _scopes(entry: "_Element") -> dict[str, str]:
    found: dict[str, str] = {}
    for scope in inside(entry, "biblScope"):
        field = _SCOPES.get((scope.get("unit") or scope.get("type") or "").lower())
        start, end = scope.get("from"), scope.get("to")
        said = words(scope) or ("–".join(filter(None, (start, end))))
        if field and said:
            found.setdefault(field, said)
    return found


def _numbers(entry: "_Element") -> dict[str, str]:
    found: dict[str, str] = {}
    for number in inside(entry, "idno"):
        kind = (number.get("type") or "").lower()
        field = _NUMBERS.get(kind) or ("archive_location" if above_identifier(number) else None)
        if field and (said := words(number)):
            found.setdefault(field, said)
    for link in inside(entry, "ref", "ptr"):
        target = (link.get("target") or "").strip()
        if target.startswith(("http://", "https://")):
            found.setdefault("URL", target)
    return found


def above_identifier(number: "_Element") -> bool:
    """Tell a shelf-mark, which stands inside the identifier of a manuscript."""
    return any(local(each) == "msIdentifier" for each in number.iterancestors())
