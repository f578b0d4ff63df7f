"""Where an edit is seen: the records about which rules may find something else after it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property

from argmap.audit.moments import Budget, Moment, TooFarError, spread
from argmap.audit.names import argument_names, names_in, note
from argmap.model.records import Claim, Evidence, Source
from argmap.rules.below import MOST_READ
from argmap.rules.reach import Sight
from argmap.rules.shares import is_rejected


class Edited:
    """What changed between two moments of a project, and where that is seen."""

    def __init__(
        self,
        old: Moment,
        new: Moment,
        changed: Iterable[str],
        touched: Iterable[str],
        most: int,
        faulty: Iterable[str] = (),
    ) -> None:
        """Compare the two.

        Args:
            old: The project before.
            new: The project now.
            changed: Ids of the records that came, went or changed.
            touched: Claims that may fare differently.
            most: How many records may be looked at.
            faulty: What faults of reading are about that came or went.
        """
        self.old, self.new = old, new
        self.faulty = frozenset(faulty)
        self.changed = self.faulty.union(changed)
        both = (key for key in touched if key in old.judgement.verdicts and key in new.judgement.verdicts)
        self.faring = frozenset(key for key in both if old.fares(key) != new.fares(key))
        """Claims that fare differently, or whose arguments do."""
        self.most = most

    def seen(self, sight: Sight) -> frozenset[str]:
        """Give the records about which rules that see so far may find something else.

        Raises:
            TooFarError: If they are too many, or cannot be told from the records around them.
        """
        found = _SEEN[sight](self)
        Budget(self.most).spend(len(found))
        return frozenset(found)

    @property
    def moments(self) -> tuple[Moment, Moment]:
        """The project before and now."""
        return self.old, self.new

    @cached_property
    def near(self) -> frozenset[str]:
        """What changed, with the records around it."""
        found = set(self.changed | self.faring)
        budget = Budget(self.most)
        for moment in self.moments:
            for key in self.changed | self.faring:
                found.update(_paired(moment, key))
                for user in (key, *moment.names.naming(key)):
                    found.add(user)
                    budget.spend()
                    if moment.is_unsupported(user):
                        found.update(moment.premises(user))
            for key in self.changed:
                record = moment.record(key)
                for cited in record.cited if isinstance(record, Evidence) else ():
                    found.update(moment.names.naming(note(cited)))
        for key in self.changed:
            found.update(self._named_otherwise(key))
        return frozenset(found)

    def _named_otherwise(self, key: str) -> Iterator[str]:
        """Give what a record names that it did not, or the other way round, and the schools of scholars.

        A claim of another kind names what it rests on as another kind of claim does.
        """
        before, after = (moment.record(key) for moment in self.moments)
        names = [set(names_in(record)) if record is not None else set() for record in (before, after)]
        for name in names[0] ^ names[1]:
            yield name
            scholar = self.new.project.scholars.get(name)
            yield from scholar.schools if scholar is not None else ()
        if isinstance(before, Claim) and isinstance(after, Claim) and before.kind != after.kind:
            yield from argument_names(after)

    @cached_property
    def new_or_gone(self) -> frozenset[str]:
        """Ids that came or are gone, or are those of another kind of record."""
        kinds = ([type(moment.record(key)) for moment in self.moments] for key in self.changed)
        return frozenset(key for key, (one, other) in zip(self.changed, kinds, strict=True) if one != other)

    def missing(self) -> set[str]:
        """Give what names other records than before, and what names a record that came or is gone."""
        found = {
            key for key in self.changed if self.old.mentions(key) != self.new.mentions(key)
        } | self.faulty
        for moment in self.moments:
            for key in self.new_or_gone:
                found.update((key, *moment.names.naming(key)))
        return found

    def cone(self) -> set[str]:
        """Give what is near, and the claims above as far as what they rest on is of few documents."""
        budget = Budget(self.most)
        return {*self.near, *self._above(lambda key: self._is_wide(key, budget))}

    def keys(self) -> set[str]:
        """Give what is near, and the important claims above."""
        above = self._above(lambda key: False)
        return {*self.near, *(key for key in above if any(moment.is_key(key) for moment in self.moments))}

    def _above(self, is_end: Callable[[str], bool]) -> set[str]:
        """Give the claims that rest on what changed, up to such as end the way."""
        found, budget = set[str](), Budget(self.most)
        waiting = [key for key in set(self._grounds_changed()) if not is_end(key)]
        met = set(waiting)
        for key in waiting:  # grows while it is gone through
            for user in self._supported_by(key):
                budget.spend()
                found.add(user)
                if user not in met and not is_end(user):
                    met.add(user)
                    waiting.append(user)
        return found

    def _grounds_changed(self) -> Iterator[str]:
        """Give the claims and evidence of which something changed that claims above rest on."""
        for key in self.changed | self.faring:
            before, after = (moment.record(key) for moment in self.moments)
            if isinstance(before, Source) or isinstance(after, Source):
                for moment in self.moments:
                    yield from moment.names.naming(key)
            elif isinstance(before, Evidence) or isinstance(after, Evidence):
                if _grounding(before) == _grounding(after):
                    continue
                yield key
                for item, moment in ((before, self.old), (after, self.new)):
                    for cited in item.cited if isinstance(item, Evidence) else ():
                        yield from moment.names.naming(note(cited))
            elif isinstance(before, Claim) and isinstance(after, Claim) and key not in self.faring:
                if before.pro != after.pro:
                    yield key
            else:
                yield key

    def _is_wide(self, key: str, budget: Budget) -> bool:
        """Tell whether what a claim rests on has nothing in common, now as before."""
        return all(
            key in moment.project.claims and spread(moment, key, budget).is_wide for moment in self.moments
        )

    def _supported_by(self, key: str) -> set[str]:
        return {user for moment in self.moments for user in moment.supported_by(key)}

    def below(self) -> set[str]:
        """Give what changed, and the claims above that do not rest on more than rules read."""
        found, budget = set(self.changed), Budget(self.most)
        waiting = [*found]
        for key in waiting:  # grows while it is gone through
            for user in self._supported_by(key) - found:
                budget.spend()
                found.add(user)
                if any(len(moment.below(user)) <= MOST_READ for moment in self.moments):
                    waiting.append(user)
        return found

    def circles(self) -> set[str]:
        """Give the claims whose premises changed, with the circles that they are in."""
        found, budget = set[str](), Budget(self.most)
        for key in self.changed:
            before, after = (moment.project.claims.get(key) for moment in self.moments)
            if before is None or after is None or before.pro != after.pro:
                found.add(key)
                for moment in self.moments:
                    found.update(circle(moment, key, budget))
        return found

    def tops(self) -> set[str]:
        """Give the claims that bear on other claims than before, where all hang from some claim."""
        found = {key for key in self.changed if any(key in moment.project.claims for moment in self.moments)}
        for key in self.changed:
            before, after = ({*_bears_on(moment, key)} for moment in self.moments)
            found |= before ^ after
        budget = Budget(self.most)
        for moment in self.moments:
            for key in found & moment.project.claims.keys():
                if not way_up(moment, key, budget):
                    raise TooFarError
        return found

    def shared(self) -> set[str]:
        """Give the claims that somebody rejects and that rest on what a changed claim rests on."""
        keys = self.changed | self.faring
        found = {*keys}
        for moment in self.moments:
            for key in keys:
                for name in (*moment.premises(key), *((key,) if key in moment.project.evidence else ())):
                    if name in moment.project.evidence:
                        users = dict.fromkeys(moment.names.naming(name))
                        claims = ((user, moment.project.claims.get(user)) for user in users)
                        found.update(user for user, claim in claims if claim and is_rejected(claim))
        return found


_SEEN: Mapping[Sight, Callable[[Edited], Set[str]]] = {
    Sight.NEAR: lambda edited: edited.near,
    Sight.CONE: Edited.cone,
    Sight.KEYS: Edited.keys,
    Sight.BELOW: Edited.below,
    Sight.CIRCLE: Edited.circles,
    Sight.TOP: Edited.tops,
    Sight.SHARED: Edited.shared,
    Sight.MISSES: Edited.missing,
}


def _paired(moment: Moment, key: str) -> Iterator[str]:
    """Give the claims that a claim contradicts or has against it."""
    claim = moment.project.claims.get(key)
    if claim is not None:
        yield from claim.contradicts
        for argument in claim.con:
            yield from argument.premises


def _grounds(moment: Moment, key: str) -> Iterator[str]:
    """Give the claims and evidence that a claim names."""
    claim = moment.project.claims.get(key)
    if claim is not None:
        yield from argument_names(claim)
        yield from claim.contradicts


def _grounding(item: object) -> tuple[object, ...] | None:
    """Give what is recorded of evidence that claims have in common which rest on it."""
    if not isinstance(item, Evidence):
        return None
    where = (item.source, item.document, item.locator, item.made, item.cited)
    return (*where, item.form, item.kind, item.by, item.authenticity)


def _bears_on(moment: Moment, key: str) -> Iterator[str]:
    """Give what bears on a claim, or on the claims that have a piece of evidence as a premise."""
    yield from _grounds(moment, key)
    item = moment.project.evidence.get(key)
    if item is not None:
        yield from item.challenged_by
    claim = moment.project.claims.get(key)
    for argument in (*claim.pro, *claim.con) if claim is not None else ():
        for name in argument.premises:
            item = moment.project.evidence.get(name)
            yield from item.challenged_by if item is not None else ()


def circle(moment: Moment, key: str, budget: Budget) -> frozenset[str]:
    """Give the claims that support a claim and that it supports, with itself; none if there are none."""
    claims = moment.project.claims
    if key not in claims:
        return frozenset()

    def down(name: str) -> list[str]:
        return [premise for premise in moment.premises(name) if premise in claims]

    reached: tuple[set[str], set[str]] = ({key}, {key})
    edges: tuple[list[str], list[str]] = ([key], [key])
    steps = (down, moment.supported_by)
    while edges[0] and edges[1]:
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        edges[side][:] = {other for name in edges[side] for other in steps[side](name)} - reached[side]
        reached[side].update(edges[side])
        budget.spend(1 + len(edges[side]))
    whole = 0 if not edges[0] else 1  # all of this side is known: the other counts only within it
    found, waiting = {key}, [key]
    for name in waiting:  # grows while it is gone through
        new = {other for other in steps[1 - whole](name) if other in reached[whole]} - found
        budget.spend(1 + len(new))
        found |= new
        waiting += new
    return frozenset(found) if len(found) > 1 else frozenset()


def way_up(moment: Moment, key: str, budget: Budget) -> list[str]:
    """Give a way from a claim up to one that bears on nothing, or to the thesis; none if there is none."""
    thesis = moment.project.settings.thesis
    came: dict[str, str | None] = {key: None}
    waiting = [key]
    for claim in waiting:  # grows while it is gone through
        budget.spend()
        above = moment.bearing(claim)
        if claim == thesis or not above:
            way = [claim]
            while (before := came[way[-1]]) is not None:
                way.append(before)
            return way[::-1]
        for other in above:
            if other not in came:
                came[other] = claim
                waiting.append(other)
    return []
