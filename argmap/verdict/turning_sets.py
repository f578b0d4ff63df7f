"""The search for the smallest losses that turn one verdict, by implicit hitting sets.

Every loss that turns a verdict must break each of its certificates: take something that has to be
present, or keep something that has to be absent. MaxSAT (RC2, Ignatiev, Morgado and Marques-Silva
2019) gives the smallest set that breaks all certificates known so far; the map is worked out without
it. Either the verdict turns, and no smaller set does, or the verdict as it then stands has a
certificate that this set does not break, and the search goes on with one more. So nothing about the
verdicts is put into clauses but what has been worked out, and sets come in the order of their size.
(The scheme is that of MaxHS, Davies and Bacchus 2011.)
"""

from collections.abc import Iterator, Mapping, Sequence

from argmap.verdict.certificate import Certificates
from argmap.verdict.judgement import Verdict
from argmap.verdict.reevaluation import Reevaluation

Clause = dict[str, bool]
"""Names to whether their loss (or else their being kept) is one way to fulfil the clause."""


def turned(before: Verdict, after: Verdict, *, grade: bool) -> bool:
    """Tell whether a verdict is another one, or (if asked) a lower grade of the same."""
    if before.verdict != after.verdict:
        return True
    return grade and before.grade is not None and after.lo < before.lo


class Search:
    """Looks for minimal losses that turn the verdict on one claim, smallest first."""

    def __init__(
        self,
        now: Reevaluation,
        certificates: Certificates,
        held: Mapping[str, tuple[int, ...]],
        holders: Mapping[int, Sequence[str]],
        claim: int,
        *,
        grade: bool,
    ) -> None:
        """Take the claim.

        Args:
            now: The map.
            certificates: Of that map.
            held: Things that can be lost, to numbers of evidence.
            holders: Number of evidence to the things it is lost with.
            claim: Number of the claim.
            grade: Whether a lower grade counts.
        """
        self._now, self._certificates = now, certificates
        self._held, self._holders = held, holders
        self._claim = claim
        self._grade = grade
        self._before = now.verdict(claim)
        counts = grade and self._before.grade is not None
        self._least = self._before.lo if counts else 1
        self._cone = now.parts.cone(claim)
        self.found: dict[tuple[str, ...], Verdict] = {}
        self.complete_to = 0
        """Every minimal loss of up to so many things is found."""
        self.exhausted = False
        """Whether all minimal losses are found."""
        self._tries = 0

    def run(self, most: int, limit: int, *, beyond: bool = True) -> None:
        """Search.

        Args:
            most: Size up to which every loss is wanted.
            limit: Sets tried before giving up.
            beyond: Whether, where there is none of that size, the smallest is wanted.
        """
        first = self._unbroken(frozenset())
        if not first:
            self._end(most)
            return
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        evidence = sorted(self._now.parts.evidence_of(self._cone))
        names = sorted({name for node in evidence for name in self._holders.get(node, ())})
        numbers = {name: i for i, name in enumerate(names, 1)}
        formula = WCNF()
        formula.append(_literals(numbers, first))
        for number in numbers.values():
            formula.append([-number], weight=1)
        with RC2(formula) as solver:
            while self._tries < limit:
                model = solver.compute()
                if model is None:
                    self._end(most)
                    return
                chosen = frozenset(model)
                lost = frozenset(name for name in names if numbers[name] in chosen)
                self.complete_to = len(lost) - 1
                if len(lost) > most and (self.found or not beyond):
                    return
                for clause in self._tried(lost, limit if beyond else most + 1):
                    if not clause:
                        self._end(most)
                        return
                    solver.add_clause(_literals(numbers, clause))

    def _end(self, most: int) -> None:
        self.exhausted = True
        self.complete_to = max(most, *map(len, self.found), 0)

    def _tried(self, lost: frozenset[str], times: int) -> Iterator[Clause]:
        """Do without some things; give what other losses must do, now that this is known.

        Where the verdict stays, ever more is lost until it turns, for a clause each time: they have
        little in common, and so soon tell how much must be lost at least.
        """
        wider = lost
        for _ in range(times):
            self._tries += 1
            nodes = {node for name in wider for node in self._held[name]}
            with self._now.without(nodes, self._cone):
                after = self._now.verdict(self._claim)
                if turned(self._before, after, grade=self._grade):
                    if wider == lost:
                        self.found[tuple(sorted(lost))] = after
                        yield dict.fromkeys(lost, False)
                    return
                clause = self._unbroken(wider)
            yield clause
            more = wider.union(name for name, gone in clause.items() if gone)
            if more == wider:
                return
            wider = more

    def _unbroken(self, lost: frozenset[str]) -> Clause:
        """Say how the certificate of the verdict as it stands can be broken."""
        certificate = self._certificates.certificate(self._claim, self._cone, self._least)
        clause = {name: True for node in certificate.present for name in self._holders.get(node, ())}
        for node in certificate.absent:
            behind = [name for name in self._holders.get(node, ()) if name in lost]
            if behind:  # else it is absent to begin with
                clause[behind[0]] = False
        return clause


def _literals(numbers: Mapping[str, int], clause: Clause) -> list[int]:
    return sorted(numbers[name] if lost else -numbers[name] for name, lost in clause.items())
