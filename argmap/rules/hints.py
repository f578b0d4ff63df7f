"""The known id that was probably meant."""

from collections.abc import Iterable
from itertools import chain

from argmap.model.dataclass import replace
from argmap.model.errors import nearest, shown
from argmap.model.fix import Fix, write_instead
from argmap.model.likeness import is_rival, is_slip
from argmap.model.project import Project, Reference

COMPARISONS = 2_000_000
"""Names compared at most, some half a second, so that a map full of misses is not slow."""


class Hints:
    """Finds the nearest known id for ids that no record has, while its budget lasts."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._left = COMPARISONS
        self._known: dict[tuple[str, ...], list[str]] = {}
        self._found: dict[tuple[str, tuple[str, ...]], str | None] = {}

    def nearest(self, name: str, kinds: Iterable[str]) -> str | None:
        """Give the id of one of these kinds that is most like a name, or None."""
        wanted = tuple(kinds)
        if (name, wanted) not in self._found:
            known = self._known.setdefault(wanted, [])
            if not known:
                known += sorted(chain.from_iterable(map(self._project.of_kind, wanted)))
            if self._left < 0:
                return None
            self._left -= len(known)
            self._found[name, wanted] = nearest(name, known)
        return self._found[name, wanted]

    def fix(self, reference: Reference) -> Fix | None:
        """Give the fix that names the nearest id instead; safe where it can only be a slip."""
        name, kinds = reference.target, reference.kinds
        meant = self.nearest(name, kinds)
        if meant is None:
            return None
        is_key = reference.spot.path[-1] == name  # of a stance, or under ``expect:``
        spot = replace(reference.spot, on_key=is_key)
        return write_instead(spot, meant, safe=is_slip(name, meant, self._known[kinds]))

    def did_you_mean(self, name: str, kinds: Iterable[str], otherwise: str) -> str:
        """Word the help for an id that no record has."""
        meant = self.nearest(name, kinds)
        return f"did you mean '{shown(meant)}'?" if meant else otherwise


def is_near(name: str, key: str) -> bool:
    """Tell whether an id can have to do with the hint for a name, whatever other ids there are."""
    return nearest(name, [key]) is not None or is_rival(name, key)
