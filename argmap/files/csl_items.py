"""From a CSL item, as a bibliography has it, to a source."""

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from argmap.model.dataclass import dataclass
from argmap.model.edtf import Edtf, EdtfError, parse_edtf
from argmap.model.errors import shown
from argmap.model.making import maker
from argmap.model.pattern import pattern
from argmap.model.records import Source

_NOTE = pattern(r"^\s*argmap[.:](?P<key>[\w-]+)\s*[:=]\s*(?P<value>.*?)\s*$", re.MULTILINE)
_YEAR = pattern(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)")
_TAGS = pattern(r"</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>")
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something in an item that does not fit; the rest of it is kept."""

    rule: str
    field: str
    message: str
    help: str = ""


def source_of(item: Mapping[str, Any]) -> tuple[Source | None, list[Complaint]]:
    """Make a source of a CSL item.

    Args:
        item: The item.

    Returns:
        The source, or None where the title is missing; and what did not fit.

    Examples:
        >>> source_of({"id": "a", "title": "Uncertain Partners", "type": "book"})[0].title
        'Uncertain Partners'
    """
    complaints: list[Complaint] = []
    title = _text(item.get("title")) or _text(item.get("title-short"))
    if title is None:
        help_ = "add a title; where there is none, describe the document"
        return None, [Complaint("bad-value", "title", "the entry has no 'title'", help_)]
    issued = _issued(item, complaints)
    ours = _ours(item)
    listed = _listed(ours.get("listed", True), complaints)
    authors = next((found for role in _ROLES if (found := _names(item.get(role)))), ())
    source = maker(Source)(
        _text(item.get("type")) or "document",
        title,
        authors,
        issued,
        _text(item.get("container-title")),
        _text(item.get("archive")),
        listed,
        _text(ours.get("edition_of")),
        item if type(item) is dict else dict(item),
    )
    return source, complaints


_ROLES = ("author", "editor", "interviewer", "director", "translator", "recipient")


def _ours(item: Mapping[str, Any]) -> dict[str, Any]:
    """Collect what argmap itself wants to know: from ``custom``, or from lines of the note."""
    found: dict[str, Any] = {}
    note, custom = item.get("note"), item.get("custom")
    if isinstance(note, str) and "argmap" in note:
        found = {m["key"].replace("-", "_"): m["value"] for m in _NOTE.finditer(note)}
    if custom is not None and isinstance(custom, Mapping):
        custom = custom.get("argmap", custom)
        if isinstance(custom, Mapping):
            found |= {str(key).replace("-", "_"): value for key, value in custom.items()}
    return found


def _listed(value: object, complaints: list[Complaint]) -> bool:
    known = value if isinstance(value, bool) else _WORDS.get(str(value).lower())
    if known is None:
        message = f"'listed' is '{shown(str(value))}', neither true nor false"
        complaints.append(Complaint("bad-value", "custom", message, "write true or false"))
        return True
    return known


def _text(value: object) -> str | None:
    """Give a text on one line, without CSL's markup; None for nothing."""
    if type(value) is not str:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return None
        value = str(value)
    if "<" in value:
        value = _TAGS.sub("", value)
    if value.isprintable() and "  " not in value and value.strip() is value:
        return value or None
    return " ".join(value.split()) or None


def _names(value: object) -> tuple[str, ...]:
    names = [_name(name) for name in value if _is_mapping(name)] if isinstance(value, list) else []
    return tuple(name for name in names if name)


def _is_mapping(value: object) -> TypeGuard[Mapping[str, Any]]:
    return type(value) is dict or isinstance(value, Mapping)


def _name(name: Mapping[str, Any]) -> str | None:
    """Write a name family first, as a bibliography sorts it."""
    if name.keys() <= _WHOLE_NAME:
        family, given = _text(name.get("family")), _text(name.get("given"))
        return f"{family}, {given}" if family and given else family or given
    part = {key: _text(value) for key, value in name.items()}
    if part.get("literal"):
        return part["literal"]
    family = _joined(part.get("non-dropping-particle"), part.get("family"))
    given = _joined(part.get("given"), part.get("dropping-particle"))
    whole = ", ".join(piece for piece in (family, given, part.get("suffix") or "") if piece)
    return whole or None


_WHOLE_NAME = frozenset({"family", "given"})


def _joined(*pieces: str | None) -> str:
    return " ".join(piece for piece in pieces if piece)


def _issued(item: Mapping[str, Any], complaints: list[Complaint]) -> Edtf | None:
    """Read the date of issue as EDTF; free text gives its year, or nothing."""
    try:
        return csl_date(item.get("issued"))
    except EdtfError as error:
        message, _, help_ = str(error).partition("; ")
    except (ValueError, TypeError):
        message, help_ = "the date-parts of 'issued' are no numbers", "write [[year, month, day]]"
    complaints.append(Complaint("bad-date", "issued", message, help_))
    return None


def csl_date(value: object) -> Edtf | None:
    """Read a date of CSL-JSON: ``date-parts``, EDTF, or free text, which gives its year or nothing.

    Args:
        value: The value of ``issued``, ``accessed`` or another date.

    Raises:
        EdtfError: If the parts make no date.
        ValueError: If they are no numbers.
        TypeError: If they are no lists.

    Examples:
        >>> str(csl_date({"date-parts": [[1950, 6, 25]], "circa": True}))
        '1950-06-25~'
    """
    if not _is_mapping(value):
        return _free_date(value)
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts or parts == [[]]:
        return _free_date(value.get("raw") or value.get("literal"))
    text = "/".join(_date_text(part) for part in parts[:2])
    if len(parts) == 1 and "-" not in text and (season := _season(value.get("season"))):
        text = f"{text}-{season}"
    return parse_edtf(f"{text}~" if value.get("circa") else text)


def _date_text(part: Any) -> str:
    """Write one of CSL's ``date-parts`` as EDTF; what is 0 is left open."""
    if not isinstance(part, list):
        raise TypeError("'date-parts' is not a list of lists")
    numbers = [n if type(n) is int else int(str(n)) for n in part[:3] if n not in (None, "")]
    if not numbers or (numbers[0] == 0 and len(numbers) == 1):
        return ".."
    year = f"{numbers[0]:05d}" if numbers[0] < 0 else f"{numbers[0]:04d}"
    rest = [number for number in numbers[1:] if number]
    return "-".join((year, *(f"{number:02d}" for number in rest)))


def _season(value: object) -> int | None:
    words = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
    number = words.get(str(value).lower()) or (int(str(value)) if str(value).isdecimal() else 0)
    return number + 20 if 1 <= number <= 4 else None


def _free_date(value: object) -> Edtf | None:
    text = _text(value)
    if text is None:
        return None
    try:
        return parse_edtf(text)
    except EdtfError:
        year = _YEAR.search(text)
        return parse_edtf(year[0]) if year else None
