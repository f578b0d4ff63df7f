"""A source as a reference in RIS, and what does not fit."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.ris import (
    IN_SERIES,
    PERSONS,
    SECOND,
    SERIAL,
    TAG_OF,
    TYPE_OF,
    VARIABLES,
    Tell,
    day_of,
)
from argmap.exchange.texts import one_line
from argmap.files.csl_items import csl_date
from argmap.model.edtf import Edtf, EdtfError

_DONE = frozenset(
    {"id", "type", "issued", "accessed", "custom", "page", "citation-key", "original-date", "event-date"}
)
_ROLES = {"author": "AU", "translator": "A4"}


def reference_of(key: str, item: Mapping[str, Any], issued: Edtf | None, tell: Tell) -> str:
    """Write a source as a reference, lines ending in CR LF.

    Args:
        key: Its id.
        item: The CSL item.
        issued: Its date.
        tell: Takes what does not come through as it was.
    """
    kind = str(item.get("type", "document"))
    lines = [("TY", TYPE_OF.get(kind, "GEN")), ("ID", key), *_lines(kind, item, issued, tell), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _lines(kind: str, item: Mapping[str, Any], issued: Edtf | None, tell: Tell) -> Iterator[tuple[str, str]]:
    extra: list[str] = []
    if kind not in TYPE_OF:
        extra.append(f"type: {kind}")
        tell("changed", "type", f"'{kind}' is kept in M2 (Zotero's Extra); RIS has no such type")
    for role in PERSONS:
        for name in item[role] if isinstance(item.get(role), list) else ():
            yield from _person(name, role, kind, extra, tell)
    if issued is not None:
        yield from _issued(issued)
    elif item.get("issued"):
        tell("dropped", "issued", "it is no date")
    for name in ("accessed", "event-date", "original-date"):
        if date := _date(item, name, tell):
            if name == "accessed":
                yield "Y2", day_of(date)
            else:
                extra.append(f"{name}: {date.text}")
                tell("changed", name, "kept in M2 (Zotero's Extra)")
    yield from _pages(item, tell)
    for name, value in item.items():
        if name not in _DONE and name not in PERSONS and value not in (None, "", [], {}):
            yield from _text(name, value, kind, extra, tell)
    extra += _ours(item.get("custom"), tell)
    for line in extra:
        yield "M2", line


def _tag(name: str, kind: str) -> str:
    """Give the tag of a variable in a type; empty where there is none."""
    if name == "collection-title" and kind in IN_SERIES:
        return "T2"
    if name == "container-title" and kind in IN_SERIES:
        return ""
    if name in ("ISBN", "ISSN"):
        return "SN" if (name == "ISSN") == kind.startswith(SERIAL) and kind != "report" else ""
    return TAG_OF.get(name, "")


def _text(name: str, value: Any, kind: str, extra: list[str], tell: Tell) -> Iterator[tuple[str, str]]:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        tell("dropped", name, "it is no text")
        return
    said = one_line(value)
    if tag := _tag(name, kind):
        if name == "note":
            for line in str(value).splitlines():
                if words := one_line(line):
                    yield tag, words
            return
        if said != str(value).strip():
            tell("changed", name, "several lines or blanks became one")
        yield tag, said
    elif name in VARIABLES:
        extra.append(f"{name}: {said}")
        tell("changed", name, "kept in M2 (Zotero's Extra)")
    else:
        tell("dropped", name, "RIS has no tag for it")


def _person(name: Any, role: str, kind: str, extra: list[str], tell: Tell) -> Iterator[tuple[str, str]]:
    if not isinstance(name, Mapping):
        return
    part = {key: one_line(value) for key, value in name.items()}
    family = " ".join(filter(None, (part.get("non-dropping-particle"), part.get("family"))))
    given = " ".join(filter(None, (part.get("given"), part.get("dropping-particle"))))
    literal = part.get("literal", "")
    if part.get("non-dropping-particle") or part.get("dropping-particle"):
        tell("changed", role, "a particle went to the family or given name")
    tag = _role_tag(role, kind)
    if literal:
        written = literal
        if "," in literal:
            tell("changed", role, f"'{literal}' has a comma, which RIS reads as the end of the family name")
    elif tag:
        written = ", ".join(filter(None, (family, given, part.get("suffix", ""))))
        written += "" if given or part.get("suffix") else ","
        if "," in family or "," in given:
            tell("changed", role, f"'{family}' has a comma, which RIS reads as the end of the family name")
    else:
        written = f"{family} || {given}".rstrip()
        if part.get("suffix"):
            tell("dropped", role, f"'{part['suffix']}' after the name")
    if tag and written:
        yield tag, written
    elif written:
        extra.append(f"{role}: {written}")
        tell("changed", role, "kept in M2 (Zotero's Extra)")


def _role_tag(role: str, kind: str) -> str:
    if role == SECOND.get(kind, "editor"):
        return "A2"
    if role == "editor" and kind == "book":
        return "A3"
    if role == "collection-editor" and kind != "book":
        return "A3"
    return _ROLES.get(role, "")


def _issued(date: Edtf) -> Iterator[tuple[str, str]]:
    year = date.text[:4]
    if year.isascii() and year.isdecimal():
        yield "PY", year
    yield "DA", day_of(date)


def _date(item: Mapping[str, Any], name: str, tell: Tell) -> Edtf | None:
    if not item.get(name):
        return None
    try:
        found = csl_date(item[name])
    except (EdtfError, ValueError, TypeError):
        found = None
    if found is None:
        tell("dropped", name, "it is no date")
    return found


def _pages(item: Mapping[str, Any], tell: Tell) -> Iterator[tuple[str, str]]:
    text = one_line(item.get("page"))
    if not text:
        return
    first, dash, last = text.replace("–", "-").partition("-")
    if dash and first and last and "-" not in last and not set(first + last) & set(",; "):
        yield "SP", first
        if first != last:
            yield "EP", last
        else:
            tell("changed", "page", f"'{text}' became '{first}'")
    else:
        yield "SP", text


def _ours(custom: Any, tell: Tell) -> Iterator[str]:
    """Keep what argmap itself wants to know."""
    inner = custom.get("argmap", custom) if isinstance(custom, Mapping) else {}
    for name, value in inner.items() if isinstance(inner, Mapping) else ():
        plain = str(name).replace("-", "_")
        if plain in ("listed", "edition_of"):
            yield f"{plain}: {str(value).lower() if isinstance(value, bool) else one_line(value)}"
        else:
            tell("dropped", f"custom.{plain}", "RIS has no tag for it")
