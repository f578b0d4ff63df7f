"""A project at one moment, with its verdicts and with who names what, as rules that look around see it."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.audit.names import Names, argument_names, record_of
from argmap.graph.arguments import FOR, MISSING
from argmap.model.dataclass import dataclass, replace
from argmap.model.project import Mention, Project
from argmap.model.records import Evidence, Record
from argmap.model.vocabulary import RECORD_KINDS
from argmap.rules.below import MOST_READ
from argmap.verdict.judgement import Judgement


class TooFarError(Exception):
    """Raised where so much is seen that the whole project may as well be looked at."""


class Budget:
    """How many records may be looked at."""

    def __init__(self, most: int) -> None:
        self._left = most

    def spend(self, number: int = 1) -> None:
        """Look at some records.

        Raises:
            TooFarError: If that is more than may be.
        """
        self._left -= number
        if self._left < 0:
            raise TooFarError


@dataclass(frozen=True, slots=True)
class Moment:
    """A project at one moment."""

    project: Project
    judgement: Judgement
    names: Names

    def record(self, key: str) -> Record | None:
        """Give the record of an id."""
        return record_of(self.project, key)

    def premises(self, key: str) -> dict[str, None]:
        """Name what is given for a claim."""
        claim = self.project.claims.get(key)
        arguments = claim.pro if claim is not None else ()
        return dict.fromkeys(name for argument in arguments for name in argument.premises)

    def supported_by(self, name: str) -> list[str]:
        """Give the claims that name a claim or evidence as a premise for them."""
        return [key for key in dict.fromkeys(self.names.naming(name)) if name in self.premises(key)]

    def bearing(self, key: str) -> dict[str, None]:
        """Give the claims on which a claim bears: as premise, answer, contrary, challenge of a premise."""
        claims, found = self.project.claims, dict[str, None]()
        for user in self.names.naming(key):
            other = claims.get(user)
            if other is not None and (key in other.contradicts or key in argument_names(other)):
                found[user] = None
            item = self.project.evidence.get(user)
            if item is not None and key in item.challenged_by:
                found.update(dict.fromkeys(filter(self.takes(user), self.names.naming(user))))
        if key in claims:
            found.update(dict.fromkeys(other for other in claims[key].contradicts if other in claims))
        found.pop(key, None)
        return found

    def takes(self, name: str) -> "_Takes":
        """Give what tells whether a claim has something as a premise, for or against it."""
        return _Takes(self.project, name)

    def fares(self, key: str) -> tuple[object, ...]:
        """Tell how a claim fares, and what its arguments are worth."""
        bounds = self.judgement.fixpoint
        arguments = bounds.graph.arguments_of(bounds.graph.index[key])
        worth = [(bounds.worth_lo[a], bounds.worth_hi[a]) for a in arguments]
        return self.judgement.verdicts[key], worth

    def is_key(self, key: str) -> bool:
        """Tell whether a claim is a thesis, speaks for one, or has a verdict that is expected."""
        if key not in self.project.claims:
            return False
        users = self.supported_by(key)
        return key in self.project.expectations or any(map(self._is_thesis, (key, *users)))

    def _is_thesis(self, key: str) -> bool:
        claim = self.project.claims.get(key)
        return claim is not None and (claim.kind == "thesis" or key == self.project.settings.thesis)

    def rests_on(self, key: str) -> list[str]:
        """Name the premises of the arguments for a claim that are worth something."""
        bounds = self.judgement.fixpoint
        graph, worth = bounds.graph, bounds.worth_lo
        arguments = graph.arguments[2 * graph.index[key] + FOR]
        nodes = [node for a in arguments if worth[a] > 0 for node in graph.premises[a] if node != MISSING]
        return [graph.ids[node] for node in nodes]

    def below(self, key: str) -> list[str]:
        """Name a claim and what it rests on, however far down, one more than rules read of it at most."""
        found = {key: None}
        waiting = [key]
        while waiting:
            for name in self.premises(waiting.pop()):
                if name not in found:
                    found[name] = None
                    waiting.append(name)
            if len(found) > MOST_READ:
                break
        return list(found)

    def mentions(self, *keys: str) -> list[Mention]:
        """Give the places where some records name others."""
        return list(some_of(self.project, keys).mentions())

    def misses(self, keys: Iterable[str]) -> int:
        """Count the places where some records name what is not there."""
        known = self.project.of_kind
        return sum(not any(name in known(kind) for kind in kinds) for _, name, kinds in self.mentions(*keys))

    def is_unsupported(self, key: str) -> bool:
        """Tell whether nothing that is given for a claim is worth anything."""
        verdict = self.judgement.verdicts.get(key)
        return verdict is not None and verdict.verdict == "unsupported"


def some_of(project: Project, keys: Iterable[str]) -> Project:
    """Give a project with some of its records."""
    ids = sorted(keys)
    tables: dict[str, Any] = {kind: _some(project.of_kind(kind), ids) for kind in RECORD_KINDS}
    return replace(project, **tables, expectations=_some(project.expectations, ids))


def _some(table: Mapping[str, Any], ids: Iterable[str]) -> dict[str, Any]:
    return {key: table[key] for key in ids if key in table}


class _Takes:
    """Tells whether a claim has a premise, for or against it."""

    def __init__(self, project: Project, name: str) -> None:
        self._claims, self._name = project.claims, name

    def __call__(self, key: str) -> bool:
        claim = self._claims.get(key)
        return claim is not None and any(self._name in each.premises for each in (*claim.pro, *claim.con))


@dataclass(frozen=True, slots=True)
class Spread:
    """The evidence on which a claim rests in the end, as far down as had to be looked."""

    claims: tuple[str, ...]
    """The claims that were looked at, and whose premises count."""
    evidence: tuple[str, ...]
    is_wide: bool
    """Whether no rule can say that all of it has something in common."""
    documents: frozenset[str]


def spread(moment: Moment, key: str, budget: Budget, *, is_key: bool = False) -> Spread:
    """Look at what a claim rests on, from it downwards, until it is wide or nothing is left.

    Args:
        moment: The project.
        key: The claim.
        budget: How many records may be looked at.
        is_key: Whether rules on important claims ask: then it is wide only if it is of several forms and
            archives too.
    """
    claims, found = {key: None}, dict[str, None]()
    told = _Told(moment, is_key)
    waiting = [key]
    for place, claim in enumerate(waiting, 1):  # grows while it is gone through
        names = moment.rests_on(claim)
        budget.spend(1 + len(names))
        for name in names:
            item = moment.project.evidence.get(name)
            if item is not None:
                if name not in found:
                    found[name] = None
                    told.add(name, item)
            elif name not in claims:
                claims[name] = None
                waiting.append(name)
        if told.is_wide:
            return Spread(tuple(waiting[:place]), tuple(found), True, frozenset())
    return Spread(tuple(claims), tuple(found), False, frozenset(told.documents))


class _Told:
    """What is told of the evidence below a claim."""

    def __init__(self, moment: Moment, is_key: bool) -> None:
        self._roots, self._sources = moment.judgement.reading.weighing.roots, moment.project.sources
        self._is_key = is_key
        self.documents: set[str] = set()
        self._forms: set[str | None] = set()
        self._archives: set[str | None] = set()

    def add(self, key: str, item: Evidence) -> None:
        """Take in a piece of evidence."""
        source = self._sources.get(item.source or "")
        self.documents.add(self._roots[key])
        self._forms.add(item.form)
        self._archives.add((source.archive if source is not None else None) or None)

    @property
    def is_wide(self) -> bool:
        """Whether it is of several documents, and not all of it secondary."""
        forms, archives = self._forms, self._archives
        if len(self.documents) < 2 or forms <= {"scholarship", "derived"}:
            return False
        return not self._is_key or (_is_several(forms) and _is_several(archives))


def _is_several(values: set[str | None]) -> bool:
    """Whether there are several values, or something has none."""
    return len(values) > 1 or None in values
