"""What pydantic says of a record that does not fit, in plain words and with a way out."""

import re
from typing import TYPE_CHECKING, get_args

from argmap.files.decoding import fault, told
from argmap.files.record_kinds import RECORDS
from argmap.model.edtf_readings import readings
from argmap.model.errors import nearest, shown
from argmap.model.finding import Finding, Spot
from argmap.model.fix import Fix, write_instead
from argmap.model.likeness import is_slip
from argmap.model.marks import names_in_files
from argmap.model.records import Argument, Expectation, Quote, Stance
from argmap.model.vocabulary import SINGULAR, StanceWord, VerdictWord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

_DATES = {"when", "made", "published", "available", "as_of"}
_MEANT = {
    "pro": "for",
    "con": "against",
    "premises": "from",
    "warrant": "because",
    "statement": "text",
    "claim": "text",
    "title": "text",
    "date": "when",
    "page": "locator",
    "pages": "locator",
    "note": "remark",
    "comment": "remark",
    "undercut": "unless",
    "rebut": "against",
}
_EXAMPLES = {
    "cited": "write part and number in quotation marks, as in 'IV.12'",
    "chain": "links are original, facsimile, edition, excerpt, translation(ko), quoted-in(id)",
    "digest": "write sha256: and 64 hexadecimal digits; 'argmap manuscript quotes' prints them",
    "schools": f"write school: stance, the stance one of {', '.join(get_args(StanceWord))}",
    "scholars": f"write scholar: stance, the stance one of {', '.join(get_args(StanceWord))}",
    "quote": "write {exact: …} or {digest: …, length: …}",
    "locator": "a locator is text, or parts such as {fond: 45, opis: 1}",
}
_KEY_TEXT = {"claims": "text", "evidence": "shows", "schools": "name", "scholars": "name", "events": "text"}


def misfits(file: str, kind: str, key: str, errors: "Iterable[ErrorDetails]") -> list[Finding]:
    """Turn pydantic's errors in a record into findings.

    A field that is missing because its name is misspelt is one fault, not two.

    Args:
        file: The file.
        kind: The kind of record, as named in the file.
        key: The record's id.
        errors: The errors; their locations start below the id.
    """
    errors = tuple(errors)
    misspelt = {
        (*e["loc"][:-1], _meant(str(e["loc"][-1]), fields_of(owner(kind, key, e["loc"])[0])))
        for e in errors
        if _is_unknown(e)
    }
    return [
        _misfit(file, kind, key, error)
        for error in errors
        if error["type"] != "missing" or error["loc"] not in misspelt
    ]


def _misfit(file: str, kind: str, key: str, error: "ErrorDetails") -> Finding:
    inner = tuple(part for part in error["loc"] if part != "[key]")
    message, help_ = _words(kind, key, inner, error)
    missing = error["type"] == "missing"
    path = (kind, key, *(inner[:-1] if missing else inner))
    on_key = (missing and len(path) == 2) or _is_unknown(error)
    fields = fields_of(owner(kind, key, inner)[0]) if _is_unknown(error) else []
    return fault(
        _rule(error, inner),
        message,
        file,
        path,
        on_key=on_key,
        help=help_,
        subjects=(key,),
        fix=cure(Spot(file, path, on_key=on_key), error, fields),
    )


def cure(spot: Spot, error: "ErrorDetails", fields: list[str]) -> Fix | None:
    """Give the fix of a misspelt field, word or date, if it is clear enough what was meant.

    Args:
        spot: Where it stands.
        error: Pydantic's error.
        fields: The fields there are, for one that is unknown.
    """
    value = error["input"]
    if fields and spot.on_key:
        name = str(spot.path[-1])
        meant = _meant(name, fields)
        return write_instead(spot, meant, safe=is_slip(name, meant, fields)) if meant else None
    if not isinstance(value, str):
        return None
    if error["type"] in ("literal_error", "enum"):
        words = _words_of(error)
        meant = nearest(value, words)
        return write_instead(spot, meant, safe=is_slip(value, meant, words)) if meant else None
    if error["type"] == "edtf":
        dates, _ = readings(value)
        return write_instead(spot, dates[0], safe=len(dates) == 1) if dates else None
    return None


def owner(kind: str, key: str, inner: tuple[int | str, ...]) -> tuple[type, str]:
    """Tell which class a field inside a record belongs to, and how to call it.

    Examples:
        >>> owner("claims", "c1", ("for", 0, "weigth"))[1]
        "an argument for claim 'c1'"
    """
    record = f"{SINGULAR.get(kind, 'the expectation of')} '{shown(key)}'"
    first = inner[0] if len(inner) > 1 else None
    if kind == "claims" and first in ("for", "against"):
        return Argument, f"an argument {first} {record}"
    if kind == "claims" and first in ("schools", "scholars"):
        return Stance, f"a stance to {record}"
    if kind == "evidence" and first == "quote":
        return Quote, f"the quote of {record}"
    return RECORDS[kind], record


def fields_of(cls: type) -> list[str]:
    """Give the names of a record's fields as in the files."""
    return list(names_in_files(cls).values())


def unknown_field(name: str, what: str, known: list[str]) -> tuple[str, str]:
    """Word an unknown field, with the one that was probably meant."""
    meant = _meant(name, known)
    help_ = f"did you mean '{meant}'?" if meant else f"fields are {', '.join(known)}"
    if name == "<<":
        help_ = "YAML merge keys are not used here; write the fields out"
    return f"'{shown(name)}' is not a field of {what}", help_


def _meant(name: str, known: list[str]) -> str | None:
    """Find the field that was probably meant."""
    usual = _MEANT.get(name)
    return usual if usual in known else nearest(name, known)


def _rule(error: "ErrorDetails", inner: tuple[int | str, ...]) -> str:
    if _is_unknown(error):
        return "unknown-field"
    is_date = error["type"] == "edtf" or (inner and inner[-1] in _DATES)
    return "bad-date" if is_date else "bad-value"


def _is_unknown(error: "ErrorDetails") -> bool:
    return error["type"] in ("unexpected_keyword_argument", "invalid_key")


def _words(kind: str, key: str, inner: tuple[int | str, ...], error: "ErrorDetails") -> tuple[str, str]:
    """Give message and help of an error."""
    cls, what = owner(kind, key, inner)
    match error["type"]:
        case "unexpected_keyword_argument" | "invalid_key":
            return unknown_field(str(inner[-1]), what, fields_of(cls))
        case "missing":
            return f"{what} has no '{inner[-1]}'", f"add '{inner[-1]}:'"
        case "dataclass_type":
            return _not_fields(kind, key, inner, error["input"])
    return describe(error, inner, f" of {what}")


def describe(error: "ErrorDetails", inner: tuple[int | str, ...], of: str) -> tuple[str, str]:
    """Word a value that does not fit its field.

    Args:
        error: Pydantic's error.
        inner: Where the field stands.
        of: Whose field it is, e.g. ``" of claim 'c1'"``.

    Returns:
        Message and help.
    """
    name = _field_name(inner)
    value, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "edtf":
            message, _, help_ = str(context["fault"]).partition("; ")
            return f"{message}, under '{name}'{of}", help_ or "dates are EDTF: 1950, 1950-06, 1950-06-25"
        case "literal_error" | "enum":
            return _unknown_word(value, name, of, _words_of(error))
        case "too_short" | "string_too_short":
            return f"'{name}'{of} is empty", f"fill it in, or leave '{name}' out"
        case "string_pattern_mismatch":
            return f"{told(value)} does not fit '{name}'{of}", _EXAMPLES.get(name, "")
        case "value_error":
            message, _, help_ = str(context["error"]).partition("; ")
            return f"{message}, under '{name}'{of}", help_ or _EXAMPLES.get(name, "")
    help_ = _EXAMPLES.get(name) or (_quoting(value) if error["type"] == "string_type" else "")
    return f"'{name}'{of} is {told(value)}, {_wanted(error)}", help_


def _wanted(error: "ErrorDetails") -> str:
    kind = error["type"]
    limit = next(iter(error.get("ctx", {}).values()), "")
    limit = f"{limit:g}" if isinstance(limit, float) else limit
    fixed = {
        "greater_than_equal": f"less than {limit}",
        "less_than_equal": f"more than {limit}",
        "tuple_type": "not a list",
        "dict_type": "not a mapping",
        "finite_number": "not a number",
    }
    if error["input"] != error["input"]:
        return "not a number"
    if kind in fixed:
        return fixed[kind]
    for start, words in (("string", "not a text"), ("int", "not a whole number"), ("float", "not a number")):
        if kind.startswith(start):
            return words
    return f"which does not fit: {error['msg'].lower()}"


def _quoting(value: object) -> str:
    if isinstance(value, bool | int | float):
        return "put it in quotation marks if a text is meant"
    if isinstance(value, dict):
        return "a text with a colon and a space in it must stand in quotation marks or after '>-'"
    return ""


def _field_name(inner: tuple[int | str, ...]) -> str:
    return next((shown(part) for part in reversed(inner) if isinstance(part, str)), "value")


def _words_of(error: "ErrorDetails") -> list[str]:
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def _unknown_word(value: object, name: str, of: str, words: list[str]) -> tuple[str, str]:
    meant = nearest(value, words) if isinstance(value, str) else None
    hint = f"did you mean '{meant}'? " if meant else ""
    return f"{told(value)} is not a word for '{name}'{of}", f"{hint}it is one of {', '.join(words)}"


def _not_fields(kind: str, key: str, inner: tuple[int | str, ...], value: object) -> tuple[str, str]:
    """Word a record or part of one that is not a mapping of fields."""
    cls, what = owner(kind, key, (*inner, ""))
    given = "empty" if value is None else f"{told(value)}, not a mapping of fields"
    if isinstance(value, str):
        given = f"a bare text, {told(value)}"
    message = f"{what} is {given}"
    if cls is Argument:
        return message, "name a premise: an id, or {from: id}"
    if cls is Stance:
        return message, _EXAMPLES["schools"]
    if cls is Quote:
        return message, _EXAMPLES["quote"]
    if cls is Expectation:
        return message, f"write one of {', '.join(get_args(VerdictWord))}"
    field = _KEY_TEXT[kind]
    text = shown(value, 40) if isinstance(value, str) else "…"
    return message, f"write '{shown(key)}: {{{field}: {text}}}'"
