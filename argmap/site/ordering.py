"""The order in which a reader meets the claims: by part, section and note, support below its claim."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.model.edtf import Edtf
from argmap.model.project import Project, arguments_of
from argmap.model.records import Evidence

DEEPEST = 7
"""Deepest nesting of an outline; what lies deeper stands at this level."""

_Place = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an outline."""

    claim: str
    level: int
    side: str
    """``for`` or ``against`` the claim above it; empty at the top."""


@dataclass(frozen=True, slots=True)
class Section:
    """The claims made under one heading."""

    title: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PartOutline:
    """The claims of one part."""

    part: str | None
    title: str
    sections: tuple[Section, ...]
    mains: tuple[str, ...]
    """Its main claims, those with most below them first."""

    @property
    def claims(self) -> list[str]:
        """Ids of all its claims, in reading order."""
        return [row.claim for section in self.sections for row in section.rows]


def outline(project: Project) -> tuple[PartOutline, ...]:
    """Put every claim of a project in its place, each exactly once."""
    places, users = _places(project), _users(project)
    parts: dict[str | None, list[str]] = {}
    for key, claim in project.claims.items():
        parts.setdefault(claim.part, []).append(key)
    if parts.keys() == {None}:
        return (_part(project, None, "All claims", parts[None], places, users),)
    return tuple(
        _part(project, part, _heading(project, part), keys, places, users)
        for part, keys in sorted(parts.items(), key=lambda entry: project.part_order(entry[0]))
    )


def _part(
    project: Project,
    part: str | None,
    title: str,
    keys: Sequence[str],
    places: Mapping[str, float],
    users: Mapping[str, set[str | None]],
) -> PartOutline:
    return PartOutline(
        part, title, _sections(project, keys, places), _main_claims(project, part, keys, users)
    )


def _users(project: Project) -> dict[str, set[str | None]]:
    """For whatever claims rest on: the parts of these claims."""
    found: dict[str, set[str | None]] = {}
    for key, claim in project.claims.items():
        for _, _, argument in arguments_of(claim):
            for name in argument.premises:
                if name != key:
                    found.setdefault(name, set()).add(claim.part)
    return found


def _main_claims(
    project: Project, part: str | None, keys: Sequence[str], users: Mapping[str, set[str | None]]
) -> tuple[str, ...]:
    """Find the main claims of a part: they carry nothing of the others, or something outside.

    Those with most below them come first. In a circle, all count.
    """
    chosen = [key for key in keys if part not in users.get(key, ()) or len(users[key]) > 1] or list(keys)
    return tuple(sorted(chosen, key=lambda key: (-_size(project, key), key)))


def _size(project: Project, key: str, cap: int = 400) -> int:
    """Count what bears on a claim at any distance, up to a cap."""
    seen, work = {key}, [key]
    while work and len(seen) < cap:
        claim = project.claims.get(work.pop())
        if claim is not None:
            for _, _, argument in arguments_of(claim):
                new = [name for name in argument.premises if name not in seen]
                seen.update(new)
                work += new
    return len(seen)


def _heading(project: Project, part: str | None) -> str:
    title = project.part_title(part)
    return title if part in (None, title) else f"{part} · {title}"


def _places(project: Project) -> dict[str, float]:
    """Give each claim the number of the first note under it, by its evidence or its claims'."""
    places = dict.fromkeys(project.claims, math.inf)
    for _ in range(DEEPEST):
        changed = False
        for key, claim in project.claims.items():
            for _, _, argument in arguments_of(claim):
                for name in argument.premises:
                    found = _place(project, places, claim.part, name)
                    if found < places[key]:
                        places[key], changed = found, True
        if not changed:
            break
    return places


def _place(project: Project, places: Mapping[str, float], part: str | None, name: str) -> float:
    other = project.claims.get(name)
    if other is not None:
        return places[name] if other.part == part else math.inf
    item = project.evidence.get(name)
    cited = [note.rpartition(".") for note in item.cited] if item else []
    numbers = [float(number.rstrip("abcdefghijklmnopqrstuvwxyz")) for p, _, number in cited if p == part]
    return min(numbers, default=math.inf)


def _sections(project: Project, keys: Sequence[str], places: Mapping[str, float]) -> tuple[Section, ...]:
    def place(key: str) -> _Place:
        return (places[key], key)

    groups: dict[str | None, list[str]] = {}
    for key in sorted(keys, key=place):
        groups.setdefault(project.claims[key].section, []).append(key)
    return tuple(Section(title, tuple(_rows(project, group))) for title, group in groups.items())


def _rows(project: Project, keys: Sequence[str]) -> Iterator[Row]:
    """Nest the claims of a section: what bears on a claim below it, each where it is met first."""
    inside = set(keys)
    children = {key: _children(project, key, inside) for key in keys}
    carried = {name for owner, names in children.items() for name in names if name != owner}
    told: set[str] = set()
    for start in (*(k for k in keys if k not in carried), *keys):
        stack = [(start, 0, "")]
        while stack:
            key, level, side = stack.pop()
            if key in told:
                continue
            told.add(key)
            yield Row(key, min(level, DEEPEST), side)
            stack += [(n, level + 1, s) for n, s in reversed(children[key].items()) if n not in told]


def _children(project: Project, key: str, inside: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for side, _, argument in arguments_of(project.claims[key]):
        for name in argument.premises:
            if name in inside:
                found.setdefault(name, side)
    return found


def in_order_of_time(project: Project) -> list[str]:
    """Order evidence by the day its document was made, or published; undated evidence comes last."""

    def day(key: str) -> tuple[bool, int, str]:
        date = date_of(project.evidence[key])
        first = date.earliest if date is not None else None
        return first is None, first or 0, key

    return sorted(project.evidence, key=day)


def date_of(item: Evidence) -> Edtf | None:
    """Give the date by which evidence is put in order: when it was made, else published."""
    return item.made if item.made is not None else item.published
