"""Ids as IRIs, under a base of the project's own or ``urn:argmap:``."""

import re
from urllib.parse import quote, unquote

from argmap.exchange.ids import slug
from argmap.exchange.texts import clean
from argmap.model.project import Project

_BASE = re.compile(r"(?:https?://[^\s<>\"{}|\\^`]+[/#]|urn:[A-Za-z0-9-]{2,32}:[^\s<>\"{}|\\^`#]*:)")


class Iris:
    """Makes the IRIs of one project.

    Without a base they are ``urn:argmap:<slug of the title>:<kind>:<id>``; with one,
    ``<base><kind>/<id>`` (``<base><kind>:<id>`` under a URN). Whatever is not a plain letter or
    digit is percent-encoded.

    Examples:
        >>> str(Iris("The fire of 1666").of("claim", "a b"))
        'urn:argmap:the-fire-of-1666:claim:a%20b'
        >>> Iris("x", "https://example.org/map/").of("source", "Pepys1666")
        'https://example.org/map/source/Pepys1666'
    """

    def __init__(self, title: str, base: str | None = None) -> None:
        """Begin.

        Args:
            title: Title of the project.
            base: What every IRI begins with; one that is no http or URN beginning is not used.
        """
        given = base is not None and _BASE.fullmatch(base) is not None
        self.base = base if base is not None and given else f"urn:argmap:{slug(title, 40) or 'map'}:"
        self._joint = ":" if self.base.endswith(":") else "/"

    def of(self, kind: str, *parts: str) -> str:
        """Give the IRI of a thing.

        Args:
            kind: ``claim``, ``source``, ``argument`` …
            parts: Its id, or the ids that name it together.
        """
        named = (quote(clean(part), safe="") for part in parts)
        return self.base + self._joint.join((kind, *named))

    @property
    def map(self) -> str:
        """The IRI of the whole map."""
        return self.base + "map"


def iris_of(project: Project) -> Iris:
    """Give the IRIs of a project, under ``iri-base`` of its settings."""
    base = project.settings.iri_base
    return Iris(project.settings.title, base)


def id_in(iri: str, kind: str) -> str | None:
    """Read the id of a kind of thing back out of an IRI that argmap made; None where it made none.

    Examples:
        >>> id_in("urn:argmap:fire:source:a%20b", "source")
        'a b'
        >>> id_in("https://example.org/a", "source") is None
        True
    """
    parts = iri.split(":")
    if len(parts) == 5 and parts[:2] == ["urn", "argmap"] and parts[3] == kind:
        return unquote(parts[4]) or None
    return None
