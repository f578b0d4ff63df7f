"""School letters: one or two letters a school, each its own, and always the same colour."""

from collections.abc import Mapping

from argmap.draw.figure import Chip
from argmap.model.project import Project
from argmap.model.stances import Position

_ORDER = {"holds": 0, "qualifies": 1, "rejects": 2}


def school_letters(project: Project) -> dict[str, str]:
    """Choose a letter for every school: its own, else from its name, else a number.

    Two schools never share one, so that a chip is readable without its colour.
    """
    letters = {key: school.letter for key, school in project.schools.items() if school.letter}
    taken = set(letters.values())
    for number, (key, school) in enumerate(project.schools.items(), start=1):
        if key in letters:
            continue
        names = [c for c in school.name if c.isalnum()] or [str(number)]
        wanted = [names[0].upper(), *(names[0].upper() + c.lower() for c in names[1:])]
        free = (letter for letter in (*wanted, str(number)) if letter not in taken)
        letters[key] = next(free, str(number))
        taken.add(letters[key])
    return {key: letters[key] for key in project.schools}


class Chips:
    """Makes the chips of each claim of a project."""

    def __init__(self, project: Project, stances: Mapping[tuple[str, str], Position]) -> None:
        self._letters = school_letters(project)
        self._numbers = {key: i for i, key in enumerate(project.schools)}
        self._names = {key: school.name for key, school in project.schools.items()}
        self._of: dict[str, list[tuple[str, str]]] = {}
        for (school, claim), position in stances.items():
            if position.stance in _ORDER and school in self._names:
                self._of.setdefault(claim, []).append((school, position.stance))

    def of(self, claim: str, but: str | None = None) -> tuple[Chip, ...]:
        """Give the chips of a claim, but for one school: holders first, who rejects it last."""
        said = [entry for entry in self._of.get(claim, ()) if entry[0] != but]
        said = sorted(said, key=lambda s: (_ORDER[s[1]], self._numbers[s[0]]))
        return tuple(self.chip(school, stance) for school, stance in said)

    def chip(self, school: str, stance: str) -> Chip:
        """Make one chip."""
        letter, name = self._letters[school], self._names[school]
        return Chip(letter, name, self._numbers[school], stance)
