"""Where in a source something stands: parts by scheme, or plain text."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from argmap.model.dataclass import dataclass

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

SCHEMES: dict[str, tuple[str, ...]] = {
    "russian": ("fond", "opis", "papka", "delo", "list"),
    "frus": ("year", "volume", "part", "document", "page"),
    "nara": ("record_group", "series", "box", "folder", "item"),
    "tna": ("series", "piece", "folio"),
    "cia": ("document", "page"),
    "newspaper": ("date", "page", "column", "section"),
    "pages": ("volume", "chapter", "page", "note"),
    "generic": ("text",),
}
"""Scheme to its parts, from the whole to the detail."""

_DOCUMENT_PARTS = {
    "russian": ("fond", "opis", "papka", "delo", "list"),
    "frus": ("year", "volume", "part", "document"),
    "nara": ("record_group", "series", "box", "folder", "item"),
    "tna": ("series", "piece", "folio"),
    "cia": ("document",),
    "newspaper": ("date",),
}
_LABELS = {"page": "p.", "chapter": "ch.", "volume": "vol.", "note": "n.", "record_group": "RG"}


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source.

    Examples:
        >>> str(parse_locator({"fond": 45, "opis": 1, "delo": 331, "list": "76-77"}))
        'fond 45, opis 1, delo 331, list 76-77'
        >>> str(parse_locator("pp. 5-8"))
        'pp. 5-8'
    """

    scheme: str
    parts: tuple[tuple[str, str], ...]
    """Part and value, in the order of the scheme."""

    def __str__(self) -> str:
        if self.scheme == "generic":
            return self.parts[0][1]
        return ", ".join(f"{_LABELS.get(part, part)} {value}" for part, value in self.parts)

    @property
    def document(self) -> str | None:
        """The address of the one document meant, without pages; None if the scheme has none."""
        wanted = _DOCUMENT_PARTS.get(self.scheme)
        if wanted is None:
            return None
        found = [f"{part}={value}" for part, value in self.parts if part in wanted]
        return "/".join(found) or None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            parse_locator,
            serialization=core_schema.plain_serializer_function_ser_schema(expand_locator),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> dict[str, Any]:
        value = {"type": ["string", "integer"]}
        forms: list[dict[str, Any]] = [{"type": "string"}, {"type": "integer"}]
        for scheme, parts in SCHEMES.items():
            properties: dict[str, Any] = dict.fromkeys(parts, value)
            properties["scheme"] = {"const": scheme}
            forms.append({"type": "object", "properties": properties, "additionalProperties": False})
        return {"anyOf": forms}


def parse_locator(value: object) -> Locator:
    """Read a locator as an author writes it.

    Args:
        value: Plain text, a number, or parts by scheme; ``scheme:`` may name the scheme where
            the parts alone leave it open.

    Raises:
        ValueError: If no scheme has those parts.
    """
    if isinstance(value, Locator):
        return value
    if isinstance(value, bool) or value is None:
        raise ValueError("a locator is text, or parts such as {fond: 45, opis: 1}")
    if isinstance(value, str | int | float):
        return Locator("generic", (("text", str(value)),))
    if not isinstance(value, Mapping) or not value:
        raise ValueError("a locator is text, or parts such as {fond: 45, opis: 1}")
    for part, inner in value.items():
        if isinstance(inner, bool) or not isinstance(inner, str | int | float):
            raise ValueError(f"the part '{part}' of a locator is text or a number")
    given = {str(k): str(v) for k, v in value.items()}
    wanted = given.pop("scheme", None)
    if wanted is not None and wanted not in SCHEMES:
        raise ValueError(f"no locator scheme '{wanted}'; there are {', '.join(SCHEMES)}")
    if not given:
        raise ValueError(f"a locator needs a part besides its scheme, such as '{SCHEMES[str(wanted)][0]}'")
    for scheme, parts in SCHEMES.items():
        if wanted in (None, scheme) and given.keys() <= set(parts):
            return Locator(scheme, tuple((p, given[p]) for p in parts if p in given))
    known = sorted({part for parts in SCHEMES.values() for part in parts})
    unknown = sorted(given.keys() - set(known))
    if unknown:
        raise ValueError(f"no locator has a part '{unknown[0]}'; parts are {', '.join(known)}")
    raise ValueError(f"no locator scheme has the parts {', '.join(given)} together")


def expand_locator(locator: Locator) -> str | dict[str, str]:
    """Write a locator in the form of the files, with its scheme where the parts alone name another."""
    if locator.scheme == "generic":
        return locator.parts[0][1]
    parts = dict(locator.parts)
    return parts if parse_locator(parts).scheme == locator.scheme else {"scheme": locator.scheme, **parts}
