"""How strongly evidence reaches a claim, through arguments for claims on the way."""

from collections.abc import Iterable

from argmap.graph.arguments import AGAINST, FOR, MISSING
from argmap.model.project import arguments_of
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Grader

TOP = 4


class Reach:
    """Finds what reaches a claim, and at which grade; linear in the links below it."""

    def __init__(self, judgement: Judgement) -> None:
        """Take a map before its audience."""
        self.done = judgement.fixpoint
        self.graph = judgement.reading.graph
        self.project = judgement.project
        self.grader = Grader(self.project)
        self._arguments = [
            (claim, argument)
            for claim in self.project.claims.values()
            for _, _, argument in arguments_of(claim)
        ]

    def is_excluded(self, evidence: int) -> bool:
        """Tell whether evidence is worth nothing: withheld, forged, or challenged by what stands."""
        return self.done.hi[evidence] == 0

    def ratings(self, claim: int) -> tuple[dict[int, int], dict[int, int]]:
        """Give the evidence that supports a claim and that contradicts it, each with its grade."""
        graph = self.graph
        return (
            self._below(claim, graph.arguments[2 * claim + FOR]),
            self._below(claim, graph.arguments[2 * claim + AGAINST]),
        )

    def _below(self, claim: int, arguments: Iterable[int]) -> dict[int, int]:
        """Follow the best ways down: claims are taken in order of grade, the strongest first."""
        found: dict[int, int] = {}
        waiting: list[list[int]] = [[] for _ in range(TOP + 1)]
        for a in arguments:
            self._step(a, TOP, found, waiting)
        seen = {claim}
        for grade in range(TOP, 0, -1):
            while waiting[grade]:
                node = waiting[grade].pop()
                if node not in seen:
                    seen.add(node)
                    for a in self.graph.arguments[2 * node + FOR]:
                        self._step(a, grade, found, waiting)
        return found

    def _step(self, a: int, most: int, found: dict[int, int], waiting: list[list[int]]) -> None:
        if any(self.done.lo[blocker] > 0 for blocker in self.graph.undercutters[a]):
            return
        claim, argument = self._arguments[a]
        most = min(most, self.grader.strength(argument))
        for premise in self.graph.premises[a]:
            if premise == MISSING:
                continue
            if premise < self.graph.claims:
                waiting[most].append(premise)
            else:
                grade = self.grader.grading(self.graph.ids[premise], claim, argument).value
                found[premise] = max(min(most, grade), found.get(premise, 0))
