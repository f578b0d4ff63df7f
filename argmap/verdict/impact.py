"""What turns if evidence, or all of one source, archive or person, is withdrawn or found forged."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.graph.documents import root_documents
from argmap.model.errors import UnknownIdError
from argmap.verdict.holdings import HOLDERS, holdings
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.reevaluation import Reevaluation


@dataclass(frozen=True, slots=True)
class Effect:
    """A claim whose verdict or grade changes."""

    claim: str
    before: Verdict
    after: Verdict
    above: int
    """How many other claims depend on it."""

    @property
    def turned(self) -> bool:
        """Whether the word itself differs, not only the grade."""
        return self.before.verdict != self.after.verdict


@dataclass(frozen=True, slots=True)
class Impact:
    """What hangs on one thing."""

    item: str
    kind: str
    """``evidence``, ``source``, ``archive`` or ``person``."""
    withdrawn: tuple[str, ...]
    """The evidence that goes with it."""
    forged: tuple[str, ...]
    """The evidence that goes if its documents are forged: also what others have of the same documents."""
    if_withdrawn: tuple[Effect, ...]
    """Claims that turn first, and among them those that most depends on."""
    if_forged: tuple[Effect, ...]


def impact(judgement: Judgement, item: str, by: str | None = None) -> Impact:
    """Tell what hangs on one thing.

    Args:
        judgement: The map, before any audience but a school's.
        item: Id of evidence or of a source, or name of an archive or a person.
        by: Which of these it is; when None, the first in this order that fits.

    Raises:
        UnknownIdError: If the map has no such thing.
        UnknownNameError: If ``by`` is not one of these.
    """
    kind, name, withdrawn = _found(judgement, item, by)
    documents = root_documents(judgement.project)
    lost = {documents[key] for key in withdrawn}
    forged = tuple(key for key in judgement.project.evidence if documents[key] in lost)
    now = Reevaluation(judgement)
    first = _effects(now, withdrawn)
    return Impact(
        name, kind, withdrawn, forged, first, first if forged == withdrawn else _effects(now, forged)
    )


def _found(judgement: Judgement, item: str, by: str | None) -> tuple[str, str, tuple[str, ...]]:
    project = judgement.project
    known: set[str] = set()
    for kind in HOLDERS if by is None else (by,):
        held = holdings(project, kind)
        known.update(held)
        for name in held:
            if name == item or (kind in ("archive", "person") and name.casefold() == item.casefold()):
                return kind, name, held[name]
        if kind == "source" and item in project.sources:
            return kind, item, ()
    raise UnknownIdError(by or "evidence, source, archive or person", item, known)


def _effects(now: Reevaluation, lost: Iterable[str]) -> tuple[Effect, ...]:
    before = list(now.verdicts)
    above = now.parts.counts_above()
    found = []
    with now.without([now.graph.index[key] for key in lost]) as moved:
        for claim in moved:
            old, new = before[claim], now.verdict(claim)
            if (old.verdict, old.grade) != (new.verdict, new.grade):
                found.append(Effect(old.claim, old, new, above[claim]))
    return tuple(sorted(found, key=lambda effect: (not effect.turned, -effect.above, effect.claim)))
