"""Places in a source as a note prints them, scheme by scheme."""

import re
from dataclasses import dataclass

from argmap.citing.wording import pages, plain
from argmap.model.locator import Locator


@dataclass(frozen=True, slots=True)
class Place:
    """A locator in print."""

    address: str = ""
    """Where the document lies: ``f. 45, op. 1, d. 331``."""
    pinpoint: str = ""
    """Where in the document: ``76–77``."""
    volume: str = ""
    """The volume that a pinpoint is in."""
    words: str = ""
    """What describes a document rather than a place in it: the text of a generic locator."""


def place_of(locator: Locator | None) -> Place:
    """Put a locator into print.

    Examples:
        >>> from argmap.model.locator import parse_locator
        >>> place = place_of(parse_locator({"fond": 45, "opis": 1, "delo": 331, "list": "76-77"}))
        >>> place.address, place.pinpoint
        ('f. 45, op. 1, d. 331', 'll. 76–77')
        >>> place_of(parse_locator("pp. 207-252")).pinpoint
        '207–52'
    """
    if locator is None:
        return Place()
    parts = {name: plain(value) for name, value in locator.parts}
    return _SCHEMES.get(locator.scheme, _generic)(parts)


def _russian(parts: dict[str, str]) -> Place:
    labels = {"fond": "f.", "opis": "op.", "papka": "p.", "delo": "d."}
    address = ", ".join(f"{label} {parts[name]}" for name, label in labels.items() if name in parts)
    sheets = pages_in_full(parts.get("list", ""))
    label = "ll." if re.search("[–,]", sheets) else "l."
    return Place(address, f"{label} {sheets}" if sheets else "")


def pages_in_full(text: str) -> str:
    """Write sheets of a file: en dashes, nothing left out."""
    return re.sub(r"(?<=\w)\s*(?:--+|[-–—])\s*(?=\w)", "–", text)


def _nara(parts: dict[str, str]) -> Place:
    labels = {"record_group": "RG", "series": "", "box": "box", "folder": "folder", "item": "item"}
    pieces = (
        part if not label or part.lower().startswith(label.lower()) else f"{label} {part}"
        for name, label in labels.items()
        if (part := parts.get(name))
    )
    return Place(", ".join(pieces))


def _tna(parts: dict[str, str]) -> Place:
    piece = "/".join(parts[name] for name in ("series", "piece") if name in parts)
    folio = parts.get("folio", "")
    if folio[:1].isdigit():
        folio = f"{'fols.' if re.search('[-–,]', folio) else 'fol.'} {pages_in_full(folio)}"
    return Place(piece, folio)


def _cia(parts: dict[str, str]) -> Place:
    return Place(parts.get("document", ""), pages(parts.get("page", "")))


def _frus(parts: dict[str, str]) -> Place:
    document = f"doc. {parts['document']}" if parts.get("document") else ""
    page = pages(_unlabelled(parts.get("page", "")))
    return Place(pinpoint=", ".join(filter(None, (document, page))), volume=arabic(parts.get("volume", "")))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def arabic(number: str) -> str:
    """Write the number of a volume as Chicago does, in Arabic figures.

    Examples:
        >>> arabic("VII"), arabic("XIV"), arabic("7a")
        ('7', '14', '7a')
    """
    if not re.fullmatch("[IVXLC]{1,12}", number):
        return number
    values = [_ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return str(sum(-a if a < b else a for a, b in zip(values, following, strict=True)))


def _newspaper(parts: dict[str, str]) -> Place:
    section = f"sec. {parts['section']}" if parts.get("section") else ""
    column = f"col. {parts['column']}" if parts.get("column") else ""
    page = pages(_unlabelled(parts.get("page", "")))
    return Place(pinpoint=", ".join(filter(None, (section, page, column))))


def _pages(parts: dict[str, str]) -> Place:
    chapter = f"chap. {parts['chapter']}" if parts.get("chapter") else ""
    page = pages(_unlabelled(parts.get("page", "")))
    if parts.get("note"):
        page = f"{page}n{parts['note']}" if page else f"n. {parts['note']}"
    return Place(pinpoint=", ".join(filter(None, (chapter, page))), volume=arabic(parts.get("volume", "")))


_LABEL = re.compile(r"^(?:pp?\.?|pages?)\s*(?=[\divxlc])", re.IGNORECASE)
_TOKENS = re.compile(r"[^\s,;:./–—-]+")
_NUMBERED = re.compile(r"[a-z]{0,2}\d+[a-z]{0,2}\d*|[ivxlc]+", re.IGNORECASE)
_WORDS = frozenset(
    "no nos vol vols p pp pt ch chap chapter chapters doc document sec fol fols f ff bk col fig table note "
    "notes n nn par para line lines l ll box folder item page pages and to".split()
)


def _is_pinpoint(text: str) -> bool:
    """Whether a text only counts: pages, chapters, numbers of documents."""
    tokens = _TOKENS.findall(text)
    counted = [token for token in tokens if token.lower() not in _WORDS]
    return bool(tokens) and all(_NUMBERED.fullmatch(token) for token in counted)


def _unlabelled(text: str) -> str:
    """Take "p." or "pp." off a page: a note in Chicago style goes without."""
    return _LABEL.sub("", text)


def _generic(parts: dict[str, str]) -> Place:
    text = parts.get("text", "")
    if _is_pinpoint(text):
        return Place(pinpoint=pages(_unlabelled(text)))
    return Place(words=text)


_SCHEMES = {
    "russian": _russian,
    "nara": _nara,
    "tna": _tna,
    "cia": _cia,
    "frus": _frus,
    "newspaper": _newspaper,
    "pages": _pages,
}
