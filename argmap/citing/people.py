"""Persons and bodies as citations name them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.citing.eastern import family_first, is_script
from argmap.citing.wording import and_list, plain

_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_](?:\.|$))")
_LAST_INITIAL = re.compile(r"(?<=\. )([^\W\d_])$")
_TRUE = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Person:
    """One name."""

    family: str
    """Family name, or the whole name of a body or of a person with one name."""
    given: str = ""
    particle: str = ""
    """Particle that stays with the family name in full (``van der``), but is not sorted under."""
    dropped: str = ""
    """Particle that the family name alone goes without (``von`` Humboldt)."""
    suffix: str = ""
    family_first: bool = False
    """Whether the family name stands first and no comma follows it."""

    @property
    def straight(self) -> str:
        """The name in reading order: Bruce Cumings, Kim Il Sung."""
        if self.family_first:
            return self._eastern
        return _spaced(self.given, self.dropped, self.particle, self.family, self.suffix)

    @property
    def inverted(self) -> str:
        """The name as a bibliography sorts it: Cumings, Bruce; Kim Il Sung."""
        if self.family_first:
            return self._eastern
        rest = _spaced(self.given, self.dropped, self.particle)
        return ", ".join(filter(None, (self.family, rest, self.suffix)))

    @property
    def brief(self) -> str:
        """The family name."""
        return _spaced(self.particle, self.family)

    @property
    def key(self) -> tuple[str, str]:
        """What it is sorted by."""
        return self.family, _spaced(self.given, self.dropped, self.particle, self.suffix)

    @property
    def _eastern(self) -> str:
        if is_script(self.family) and is_script(self.given):
            return self.family + self.given
        return _spaced(self.family, self.given, self.suffix)


def _spaced(*pieces: str) -> str:
    return " ".join(piece for piece in pieces if piece)


def people(value: Any, language: str = "") -> tuple[Person, ...]:
    """Read a CSL list of names; what is no name is left out.

    Args:
        value: The list.
        language: Language of the entry.
    """
    listed = value if isinstance(value, list | tuple) else ()
    found = (_person(name, language) for name in listed if isinstance(name, Mapping))
    return tuple(person for person in found if person is not None)


def _person(name: Mapping[str, Any], language: str) -> Person | None:
    if literal := plain(name.get("literal")):
        return Person(literal)
    family = plain(name.get("family"))
    given = _LAST_INITIAL.sub(r"\1.", _INITIALS.sub(" ", plain(name.get("given"))))
    if not family:
        return Person(given) if given else None
    told = _TRUE.get(str(name.get("static-ordering")).lower())
    return Person(
        family,
        given,
        plain(name.get("non-dropping-particle")),
        plain(name.get("dropping-particle")),
        plain(name.get("suffix")),
        bool(given) and (told if told is not None else family_first(family, given, language)),
    )


def written_person(text: str) -> Person:
    """Read a name as a scholar's record or a source's ``authors`` has it: ``Kim, Il Sung`` or a body.

    Examples:
        >>> written_person("Cumings, Bruce").straight
        'Bruce Cumings'
    """
    family, comma, given = plain(text).partition(", ")
    if not comma:
        return Person(family)
    return Person(family, given, family_first=family_first(family, given))


def in_full(persons: Sequence[Person], most: int, first: int) -> str:
    """Name persons in reading order.

    Args:
        persons: The persons.
        most: How many are named one by one.
        first: How many are named where there are more.
    """
    return _list([person.straight for person in persons], most, first)


def in_phrase(persons: Sequence[Person], most: int, first: int) -> str:
    """Name persons after other words: the article of a body is small there.

    Args:
        persons: The persons.
        most: How many are named one by one.
        first: How many are named where there are more.
    """
    names = (person.straight for person in persons)
    return _list([f"the {name[4:]}" if name.startswith("The ") else name for name in names], most, first)


def as_heading(persons: Sequence[Person], most: int, first: int) -> str:
    """Name persons at the head of an entry, the first one inverted.

    Args:
        persons: The persons.
        most: How many are named one by one.
        first: How many are named where there are more.
    """
    names = [person.straight for person in persons]
    names[:1] = [person.inverted for person in persons[:1]]
    return _list(names, most, first, always=True)


def in_brief(persons: Sequence[Person], most: int) -> str:
    """Name persons by their family names.

    Args:
        persons: The persons.
        most: How many are named; the first alone where there are more.
    """
    return _list([person.brief for person in persons], most, 1)


def _list(names: list[str], most: int, first: int, *, always: bool = False) -> str:
    if len(names) <= most:
        return and_list(names, always=always)
    return f"{', '.join(names[:first])}{',' if first > 1 else ''} et al."
