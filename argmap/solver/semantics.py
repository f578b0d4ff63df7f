"""The semantics by their two- and three-letter names."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.solver.complete import Complete, Preferred
from argmap.solver.engines import MakeEngine
from argmap.solver.ideal import Ideal
from argmap.solver.ranges import SemiStable, Stage
from argmap.solver.stable import Stable


@dataclass(frozen=True, slots=True)
class Semantics:
    """One way to say which sets of arguments can stand together."""

    code: str
    """As in the competitions (ICCMA): ``PR``."""
    name: str
    """In words: ``preferred``."""
    engine: MakeEngine | None
    """What answers for a part; None where the grounded labelling is all there is to know."""
    extends_grounded: bool = True
    """Whether every extension holds all that is grounded, so that only the rest needs solving."""


SEMANTICS: Mapping[str, Semantics] = {
    each.code: each
    for each in (
        Semantics("CO", "complete", Complete),
        Semantics("PR", "preferred", Preferred),
        Semantics("ST", "stable", Stable),
        Semantics("SST", "semi-stable", SemiStable),
        Semantics("STG", "stage", Stage, extends_grounded=False),
        Semantics("GR", "grounded", None),
        Semantics("ID", "ideal", Ideal),
    )
}
"""By code."""

BY_NAME: Mapping[str, Semantics] = {each.name: each for each in SEMANTICS.values()}
