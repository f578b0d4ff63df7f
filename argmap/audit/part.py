"""A part of a project, large enough for rules to find of some records what they find in the whole."""

from collections.abc import Iterable
from itertools import islice

from argmap.audit.moments import Budget, Moment, some_of, spread
from argmap.audit.names import (
    argument_names,
    names_in,
    note,
    original,
    work_of_somebody,
    works_cited,
)
from argmap.audit.sight import circle, way_up
from argmap.graph.documents import root_source
from argmap.manuscript.quantities import find_quantities
from argmap.model.dataclass import replace
from argmap.model.project import Project
from argmap.model.records import Claim, Evidence, Source
from argmap.model.reviews import Reviews
from argmap.model.vocabulary import RECORD_KINDS
from argmap.rules.reach import Sight
from argmap.rules.shares import is_rejected

FEW = 20
"""Records naming one record that are taken in all; of more, those that matter."""


class Part:
    """Ids of the records of a part, as they are gathered."""

    def __init__(self, moment: Moment, most: int) -> None:
        """Begin with what tells that a project has records of a kind.

        Args:
            moment: The whole project.
            most: How many records the part may have.
        """
        self._moment, self._budget = moment, Budget(most)
        self.ids: set[str] = set()
        self._looked_around: set[str] = set()
        project, settings = moment.project, moment.project.settings
        self._take(key for key in (settings.thesis, settings.author) if key is not None)
        for kind in RECORD_KINDS:
            self._take(islice(project.of_kind(kind), 2))

    def see(self, sight: Sight, keys: Iterable[str]) -> None:
        """Take in what rules that see so far look at for some records.

        Raises:
            TooFarError: If it becomes too much.
        """
        for key in keys:
            self._near(key)
            if sight is Sight.CONE or (sight is Sight.KEYS and self._moment.is_key(key)):
                self._cone(key, is_key=sight is Sight.KEYS)
            elif sight is Sight.BELOW and self._has_numbers(key):
                self._take(self._moment.below(key))
            elif sight is Sight.CIRCLE:
                self._with_names(circle(self._moment, key, self._budget))
            elif sight is Sight.TOP and key in self._moment.project.claims:
                self._with_names(way_up(self._moment, key, self._budget))
            elif sight is Sight.SHARED:
                self._shared(key)

    def project(self) -> Project:
        """Give the part as a project of its own; nothing in it says that it is not whole."""
        self._carriers()
        return replace(some_of(self._moment.project, self.ids), reviews=Reviews())

    def _has_numbers(self, key: str) -> bool:
        """Tell whether a claim gives a number or a date."""
        claim = self._moment.project.claims.get(key)
        return claim is not None and bool(any(map(str.isdigit, claim.text)) or find_quantities(claim.text))

    def _take(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key not in self.ids:
                self._budget.spend()
                self.ids.add(key)

    def _with_names(self, keys: Iterable[str]) -> None:
        """Take records with all that they name."""
        for key in keys:
            record = self._moment.record(key)
            if record is not None:
                self._take((key, *names_in(record)))

    def _near(self, key: str) -> None:
        """Take a record with what it names, what names it, and what is cited where it is."""
        moment = self._moment
        record = moment.record(key)
        if record is None or key in self._looked_around:
            return
        self._looked_around.add(key)
        self._with_names((key,))
        for user in self._users(key, record):
            self._take((user,))
            if moment.is_unsupported(user):
                self._with_names((user,))
        for cited in record.cited if isinstance(record, Evidence) else ():
            self._take(moment.names.naming(note(cited)))
        if key in moment.project.schools:
            self._take(islice(self._speakers(key), 1))

    def _users(self, key: str, record: object) -> Iterable[str]:
        """Give the records that name a record; of many, such as matter, whoever else names it."""
        if not isinstance(record, Claim | Evidence | Source):
            return ()  # no rule asks who names it
        users = [*islice(self._moment.names.naming(key), FEW + 1)]
        if len(users) <= FEW:
            return users
        every = dict.fromkeys(self._moment.names.naming(key))
        if isinstance(record, Claim | Evidence):
            one = islice((user for user in every if self._uses(user, key)), 1)
            return [*one, *(user for user in every if self._matters(key, user))]
        return islice((user for user in every if self._cites(user, key)), 1)

    def _uses(self, user: str, key: str) -> bool:
        """Tell whether an argument of a claim names something."""
        claim = self._moment.project.claims.get(user)
        return claim is not None and key in argument_names(claim)

    def _cites(self, user: str, key: str) -> bool:
        """Tell whether a record names something as a source."""
        record = self._moment.record(user)
        return isinstance(record, Source) or key in works_cited(record)

    def _matters(self, key: str, user: str) -> bool:
        """Tell whether it matters which record names a claim or evidence, and not only that one does."""
        project = self._moment.project
        claim = project.claims.get(user)
        if claim is None:
            return True
        return (
            claim.kind in ("thesis", "factual")
            or user == project.settings.thesis
            or key in claim.contradicts
            or any(key in each.premises for each in claim.con)
            or self._moment.is_unsupported(user)
        )

    def _speakers(self, school: str) -> Iterable[str]:
        """Give claims that tell what a school holds, or that name a scholar of it."""
        claims, names = self._moment.project.claims, self._moment.names
        for key in names.naming(school):
            if key in claims and school in claims[key].schools:
                yield key
        for who in names.naming(school):
            if who in self._moment.project.scholars:
                for key in names.naming(who):
                    if key in claims and (who in claims[key].held_by or who in claims[key].scholars):
                        self._take((who,))
                        yield key

    def _cone(self, key: str, *, is_key: bool) -> None:
        """Take the evidence that a claim rests on in the end, as far as it matters, and the way to it."""
        moment = self._moment
        if key not in moment.project.claims:
            return
        below = spread(moment, key, self._budget, is_key=is_key)
        self._with_names((*below.claims, *below.evidence))
        if not below.is_wide and len(below.documents) == 1:
            for name in below.evidence:
                for cited in moment.project.evidence[name].cited:
                    self._take(moment.names.naming(note(cited)))

    def _shared(self, key: str) -> None:
        """Take the claims that rest on what a rejected claim rests on, with those who speak to them."""
        moment = self._moment
        claim = moment.project.claims.get(key)
        if claim is None or not is_rejected(claim):
            return
        for name in moment.premises(key):
            if name in moment.project.evidence:
                users = [user for user in moment.names.naming(name) if user in moment.project.claims]
                self._budget.spend(len(users))
                for user in dict.fromkeys(users):
                    other = moment.project.claims[user]
                    self._take((user, *other.held_by, *other.scholars, *other.schools))

    def _carriers(self) -> None:
        """Take the sources of all evidence and stances taken, in all their editions, with who wrote them."""
        project, names = self._moment.project, self._moment.names
        sources = {key for key in self.ids if key in project.sources}
        for key in self.ids:
            sources.update(works_cited(self._moment.record(key)))
        waiting, met = sorted(sources), set(sources)
        for source in waiting:  # grows while it is gone through
            known = project.sources.get(source)
            work = {root_source(project, source), *((known.edition_of,) if known else ()), None}
            new = {each for each in work if each is not None}.union(names.naming(original(source))) - met
            met |= new
            waiting += sorted(new)
        self._take(waiting)
        for source in waiting:
            self._take(names.naming(work_of_somebody(source)))
