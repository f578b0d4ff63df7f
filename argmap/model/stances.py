"""What each school says to each claim: as stated, else as its scholars hold it."""

from argmap.model.dataclass import dataclass
from argmap.model.project import Project
from argmap.model.records import Claim


@dataclass(frozen=True, slots=True)
class Position:
    """A school's stance to a claim, and how it is known."""

    school: str
    claim: str
    stance: str
    """``holds``, ``rejects``, ``qualifies`` or ``silent``."""
    cite: tuple[str, ...] = ()
    """Sources in which it is said."""
    locator: str = ""
    scholars: tuple[str, ...] = ()
    """Scholars of the school from whom it follows; none where it is stated of the school."""


def positions(project: Project) -> dict[tuple[str, str], Position]:
    """Work out every school's stance to every claim on which it has one.

    A stance stated under ``schools:`` counts. Otherwise it follows from the school's scholars:
    all for or all against make ``holds`` or ``rejects``; where they differ, ``qualifies``.

    Returns:
        School and claim to position, sorted; pairs without any stance are absent.
    """
    members: dict[str, tuple[str, ...]] = {k: s.schools for k, s in project.scholars.items()}
    found: dict[tuple[str, str], Position] = {}
    for key, claim in project.claims.items():
        for school, stance in claim.schools.items():
            where = str(stance.locator) if stance.locator else ""
            found[school, key] = Position(school, key, stance.stance, stance.cite, where)
        if claim.held_by or claim.scholars:
            for school, position in _derived(key, claim, members).items():
                found.setdefault((school, key), position)
    return dict(sorted(found.items()))


def _derived(key: str, claim: Claim, members: dict[str, tuple[str, ...]]) -> dict[str, Position]:
    said: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    given = [(who, "holds", ()) for who in claim.held_by]
    stated = [(who, s.stance, s.cite) for who, s in claim.scholars.items()]
    for who, stance, cite in (*given, *stated):
        for school in members.get(who, ()):
            said.setdefault(school, []).append((who, stance, cite))
    return {
        school: Position(
            school,
            key,
            _one_stance({stance for _, stance, _ in entries}),
            tuple(dict.fromkeys(c for _, _, cite in entries for c in cite)),
            scholars=tuple(dict.fromkeys(who for who, _, _ in entries)),
        )
        for school, entries in said.items()
    }


def _one_stance(stances: set[str]) -> str:
    spoken = stances - {"silent"}
    if not spoken:
        return "silent"
    return spoken.pop() if len(spoken) == 1 else "qualifies"
