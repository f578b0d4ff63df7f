"""Why a claim stands or falls: the proof as a tree, down to documents."""

from collections.abc import Iterable

from argmap.graph.arguments import AGAINST, FOR, MISSING
from argmap.model.project import Project, arguments_of
from argmap.model.records import Argument, Evidence
from argmap.verdict.explanation import Explanation, Premise, Step
from argmap.verdict.judgement import Judgement
from argmap.verdict.reading import Grader
from argmap.verdict.standards import told

DEEPEST = 40
"""Explanations nest no deeper than this, however deep the argument is."""


def explain(judgement: Judgement, claim: str, depth: int | None = None) -> Explanation:
    """Explain the verdict on a claim.

    Args:
        judgement: The verdicts to explain.
        claim: Id of the claim.
        depth: How many levels of claims below it are explained in turn (at most 40); when None,
            what decides is followed down to documents and the rest is left at a line.

    Raises:
        UnknownIdError: If there is no such claim.
    """
    return _Teller(judgement, depth is None).explain(claim, DEEPEST if depth is None else min(depth, DEEPEST))


class _Teller:
    def __init__(self, judgement: Judgement, only_deciding: bool) -> None:
        self.judgement = judgement
        self.only_deciding = only_deciding
        self.project: Project = judgement.project
        self.grader = Grader(self.project)
        self.told: set[str] = set()

    def explain(self, key: str, depth: int) -> Explanation:
        verdict = self.judgement[key]
        is_root = not self.told
        self.told.add(key)
        claim = self.project.claims[key]
        done = self.judgement.fixpoint
        number = done.graph.index[key]
        arguments = [*done.graph.arguments[2 * number], *done.graph.arguments[2 * number + 1]]
        best = [
            max((done.worth_lo[a] for a in done.graph.arguments[2 * number + side]), default=0)
            for side in (FOR, AGAINST)
        ]
        records = [argument for _, _, argument in arguments_of(claim)]
        steps = []
        undecided = {FOR, AGAINST}  # sides whose first deciding argument is still to come
        for a, record in zip(arguments, records, strict=True):
            side = done.graph.side[a]
            decisive = done.worth_lo[a] > 0 and done.worth_lo[a] == best[side]
            weighs = side == FOR or verdict.verdict in ("outweighed", "contested")
            first = decisive and weighs and side in undecided
            undecided -= {side} if first else set()
            below = depth if first or not self.only_deciding else 0
            steps.append(self._step(key, a, record, decisive, below))
        stances = self.judgement.stances.get(key, ())
        return Explanation(
            key,
            claim.text,
            claim.hedge,
            verdict,
            told(verdict.standard, self.project.settings.verdicts),
            str(self.judgement.audience),
            (done.corroborated(number, FOR), done.corroborated(number, AGAINST)),
            tuple(steps),
            stances,
            self._contested(key) if is_root else (),
        )

    def _contested(self, key: str) -> tuple[str, ...]:
        """Name the contested claims among those given for a claim, directly or through others."""
        found, reached = [key], {key}
        for at in found:  # grows while it is gone through
            names = (name for argument in self.project.claims[at].pro for name in argument.premises)
            new = [n for n in dict.fromkeys(names) if n in self.project.claims and n not in reached]
            reached.update(new)
            found += new
        return tuple(name for name in found[1:] if self.judgement[name].verdict == "contested")

    def _step(self, key: str, a: int, record: Argument, decisive: bool, depth: int) -> Step:
        done = self.judgement.fixpoint
        premises = tuple(
            self._premise(key, name, node, record, depth) for name, node in self._nodes(record.premises)
        )
        return Step(
            "against" if done.graph.side[a] == AGAINST else "for",
            done.graph.position[a],
            (done.worth_lo[a], done.worth_hi[a]),
            premises,
            record.because,
            record.scheme,
            record.strength or "firm",
            tuple((name, self.judgement.verdicts.get(name)) for name in record.unless),
            tuple((name, self.judgement.verdicts.get(name)) for name in record.answer),
            self._lent((*record.unless, *record.answer)),
            decisive,
        )

    def _nodes(self, names: Iterable[str]) -> list[tuple[str, int]]:
        index = self.judgement.fixpoint.graph.index
        return [(name, index.get(name, MISSING)) for name in dict.fromkeys(names)]

    def _lent(self, names: Iterable[str]) -> dict[str, tuple[int, int]]:
        done = self.judgement.fixpoint
        return {
            name: (done.lo[node], done.hi[node]) if node != MISSING else (0, 0)
            for name, node in self._nodes(names)
        }

    def _premise(self, owner: str, name: str, node: int, record: Argument, depth: int) -> Premise:
        done = self.judgement.fixpoint
        if node == MISSING:
            return Premise(name, "missing", "", (0, 0), "no record has this id")
        worth = (done.lo[node], done.hi[node])
        if node >= done.graph.claims:
            return self._evidence(owner, name, node, record)
        account = None
        if depth > 0 and name not in self.told:
            account = self.explain(name, depth - 1)
        verdict = self.judgement[name]
        text = self.project.claims[name].text
        granted = self.judgement.reading.below[node]
        state = str(verdict)
        if granted is not None:
            state = f"{'granted' if granted else 'denied'} by the school (else {state})"
        return Premise(name, "claim", text, worth, state, account=account)

    def _evidence(self, owner: str, name: str, node: int, record: Argument) -> Premise:
        done = self.judgement.fixpoint
        item = self.project.evidence[name]
        grading = self.grader.grading(name, self.project.claims[owner], record)
        cap = grading.value
        if done.reading.withheld[node]:
            state = "withheld from this audience"
        elif not cap:
            state = "forged: excluded"
        elif not done.hi[node]:
            standing = [done.graph.ids[c] for c in done.graph.challengers[node] if done.lo[c]]
            state = f"worth nothing: challenged by {', '.join(standing)}"
        else:
            state = str(grading)
        worth = (min(cap, done.lo[node]), min(cap, done.hi[node]))
        return Premise(name, "evidence", item.shows, worth, state, self._where(item), grading=grading)

    def _where(self, item: Evidence) -> str:
        source = self.project.sources.get(item.source) if item.source else None
        named = source.short if source else item.source
        notes = f"note {', '.join(item.cited)}" if item.cited else None
        return ", ".join(str(x) for x in (named, item.locator, item.made, notes) if x)
