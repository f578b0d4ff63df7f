"""A source as an entry of BibLaTeX: fields, names, dates and escapes, and what does not fit."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from argmap.exchange.texts import one_line
from argmap.files.bibtex_items import DATES, FIELDS, ROLES, TYPES, VERBATIM, csl_names, number_of
from argmap.files.csl_items import csl_date
from argmap.model.edtf import Edtf, EdtfError

Tell = Callable[[str, str, str], None]
"""Fate (``changed`` or ``dropped``), CSL variable, and why."""

_ENTRY_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "entry-encyclopedia": "inreference",
    "graphic": "artwork",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical",
    "personal_communication": "letter",
    "report": "report",
    "review": "review",
    "software": "software",
    "song": "audio",
    "thesis": "thesis",
    "webpage": "online",
}
"""CSL types to entry types; any other is ``misc``, and its name stands in ``entrysubtype``."""
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_PREFERRED = {
    "archive": "archive",
    "annote": "annotation",
    "container-title": "journaltitle",
    "container-title-short": "shortjournal",
    "event": "eventtitle",
    "event-title": "eventtitle",
    "language": "langid",
    "medium": "howpublished",
    "publisher": "publisher",
    "publisher-place": "location",
}
_NAMES = {csl: name for name, csl in reversed(FIELDS.items())} | _PREFERRED
"""CSL variables to the fields that hold them."""
_ROLES = {csl: name for name, csl in ROLES.items()}
_DATES = {csl: name for name, csl in DATES.items()}
_PUBLISHERS = {"thesis": "institution", "report": "institution", "webpage": "organization"}
_UNPRINTED = frozenset(
    (
        "archive archivecollection archivelocation archiveplace compiler director interviewer recipient "
        "scale section serieseditor volumetitle"
    ).split()
)
"""Fields that we read back, and that BibLaTeX's own styles do not print."""
_IN_BOOK = ("chapter", "paper-conference", "entry-encyclopedia")
_LEVEL_2 = re.compile(r"[\[{]|S\d|X-|\dX\d|[?~%][\d-]|-[?~%]|E\d")
# braces go by name: BibTeX counts them even after a backslash
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIALS = str.maketrans(_SPECIAL)
_LIGATURES = re.compile(r"([-`',<>?!])(?=[-`',<>])")
_KEY = re.compile(r"[^\s,{}()\"#%\\=~']+")
_ITALIC = re.compile(r"<i>(.*?)</i>")


def escape(text: str) -> str:
    r"""Write a text for LaTeX.

    Examples:
        >>> escape("50 % of A & B -- {x")
        '50 \\% of A \\& B -{}- \\textbraceleft{}x'
    """
    return _LIGATURES.sub(r"\1{}", one_line(text).translate(_SPECIALS))


def is_key(text: str) -> bool:
    """Whether a text can be the key of an entry."""
    return _KEY.fullmatch(text) is not None


def entry_of(key: str, item: Mapping[str, Any], issued: Edtf | None, tell: Tell) -> str:
    """Write a source as an entry.

    Args:
        key: Its key.
        item: The CSL item.
        issued: Its date.
        tell: Takes what does not come through as it was.
    """
    kind = str(item.get("type", "document"))
    fields = dict(_fields(kind, item, issued, tell))
    for name in fields:
        if name in _UNPRINTED:
            csl = FIELDS.get(name) or ROLES[name]
            tell("changed", csl, f"kept in the field '{name}', which BibLaTeX's styles do not print")
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{_ENTRY_TYPES.get(kind, 'misc')}{{{key},\n{lines}}}\n"


def _fields(kind: str, item: Mapping[str, Any], issued: Edtf | None, tell: Tell) -> Iterator[tuple[str, str]]:
    for role, name in _ROLES.items():
        if names := _names(item.get(role), role, tell):
            yield name, names
    if title := _text(item, "title", tell):
        yield "title", title
    if subtype := _subtype(kind):
        yield "entrysubtype", subtype
    if issued is not None:
        yield "date", issued.text
        if _LEVEL_2.search(issued.text):
            tell("changed", "issued", f"'{issued.text}' is EDTF of level 2, which biber does not read")
    elif item.get("issued"):
        tell("dropped", "issued", "it is no date")
    for csl, name in _DATES.items():
        if date := _date(item, csl, tell):
            yield name, date
    number = number_of(kind, bool(item.get("collection-title")))
    for csl, value in item.items():
        if csl in _DONE or csl in _ROLES or csl in _DATES or value in (None, "", [], {}):
            continue
        name = "number" if csl == number else _name_of(csl, kind)
        if not name:
            tell("dropped", csl, "BibLaTeX has no field for it")
        elif text := _text(item, csl, tell, name):
            yield name, text
            if csl == "event":
                tell("changed", csl, "read back as 'event-title', its name since CSL 1.0.2")
    yield from _ours(item.get("custom"), tell)


_DONE = frozenset({"id", "type", "title", "issued", "custom", "citation-key"})


def _name_of(csl: str, kind: str) -> str:
    if csl == "container-title":
        return (
            "booktitle" if kind in _IN_BOOK or not kind.startswith(("article", "review")) else "journaltitle"
        )
    if csl == "publisher":
        return _PUBLISHERS.get(kind, "publisher")
    return _NAMES.get(csl, "")


def _subtype(kind: str) -> str:
    """Name the type, where the type of entry alone would be read as another."""
    if kind in _SUBTYPES:
        return _SUBTYPES[kind]
    return "" if TYPES.get(_ENTRY_TYPES.get(kind, "misc"), "document") == kind else kind


def _text(item: Mapping[str, Any], csl: str, tell: Tell, name: str = "") -> str:
    value = item.get(csl)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        if value not in (None, "", [], {}):
            tell("dropped", csl, "it is no text")
        return ""
    text = one_line(value)
    if text != str(value).strip():
        tell("changed", csl, "several lines or blanks became one")
    if name in VERBATIM:
        if re.search(r"[{}\\]", text):
            tell("changed", csl, "braces and backslashes in an address were encoded")
        return re.sub(r"[{}\\]", lambda c: f"%{ord(c[0]):02X}", text)
    if name == "pages":
        return re.sub(r"(?<=\w)-(?=\w)", "--", escape(text.replace("–", "-")).replace("-{}-", "-"))
    if _ITALIC.search(text):
        tell("changed", csl, "its markup became LaTeX's, and is left out when read back")
        pieces = _ITALIC.split(text)
        return "".join(rf"\emph{{{escape(p)}}}" if i % 2 else escape(p) for i, p in enumerate(pieces))
    return escape(text)


def _date(item: Mapping[str, Any], csl: str, tell: Tell) -> str:
    if not item.get(csl):
        return ""
    try:
        found = csl_date(item[csl])
    except (EdtfError, ValueError, TypeError):
        found = None
    if found is None:
        tell("dropped", csl, "it is no date")
        return ""
    return found.text


def _names(value: Any, role: str, tell: Tell) -> str:
    names = [name for name in value if isinstance(name, Mapping)] if isinstance(value, list) else []
    return " and ".join(written for name in names if (written := _person(name, role, tell)))


def _person(name: Mapping[str, Any], role: str, tell: Tell) -> str:
    part = {key: one_line(value) for key, value in name.items()}
    if literal := part.get("literal"):
        return f"{{{escape(literal)}}}"
    family, given = part.get("family", ""), part.get("given", "")
    particle, suffix = part.get("non-dropping-particle", ""), part.get("suffix", "")
    if dropping := part.get("dropping-particle"):
        given = f"{given} {dropping}".strip()
        tell("changed", role, f"the particle '{dropping}' went to the given name")
    if not family:
        family, given = given, ""
    pieces = [" ".join(filter(None, (_protected(particle, von=True), _protected(family))))]
    pieces += [_protected(piece) for piece in (suffix, given) if piece]
    written = ", ".join(piece for piece in pieces if piece)
    if written and csl_names(written) != [{k: part[k] for k in _PARTS if part.get(k)}]:
        tell(
            "changed",
            role,
            f"'{one_line(name.get('family') or given)}' has parts that BibLaTeX names otherwise",
        )
    return written


_PARTS = ("family", "given", "non-dropping-particle", "suffix")


def _protected(text: str, *, von: bool = False) -> str:
    """Write part of a name, in braces where it would be read as several."""
    written = escape(text)
    words = text.split()
    splits = "," in text or any(word.lower() == "and" for word in words)
    lower = any(word[:1].islower() for word in words)
    return f"{{{written}}}" if text and (splits or (lower and not von)) else written


def _ours(custom: Any, tell: Tell) -> Iterator[tuple[str, str]]:
    """Give what argmap itself keeps in ``custom``."""
    if not isinstance(custom, Mapping):
        return
    inner = custom.get("argmap", custom)
    for name, value in inner.items() if isinstance(inner, Mapping) else ():
        plain = str(name).replace("-", "_")
        if plain == "listed":
            yield "listed", str(value).lower()
        elif plain == "edition_of":
            yield "edition_of", escape(str(value))
        else:
            tell("dropped", f"custom.{plain}", "BibLaTeX has no field for it")
