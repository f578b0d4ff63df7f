"""Gradual semantics: how strong each argument of a weighted framework comes out.

Each takes an argument's base score and the strengths of what attacks and supports it. Without circles one
pass in topological order gives the strengths. With circles they are a fixed point that has to be approached,
and it may not be reached: then the report says so, and strengths are no more than where the work stopped.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, prod

from argmap.model.errors import UnknownNameError
from argmap.solver import passes
from argmap.solver.deadline import Deadline
from argmap.solver.weighted import WeightedFramework

NEAR = 1e-9
"""Strengths that change by no more have arrived."""
ROUNDS = 1_000
"""Rounds of plain iteration before the continuous one is tried."""
STEP = 0.25
"""Step of the continuous iteration, in its own time."""
STEPS = 4_000

Influence = Callable[[float, Sequence[float], Sequence[float]], float]
"""Base score, strengths of attackers, strengths of supporters: to the strength."""


def df_quad(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Discontinuity-free quantitative argumentation debates (DF-QuAD).

    Rago, Toni, Aurisicchio and Baroni 2016, "Discontinuity-free decision support with quantitative
    argumentation debates" (KR): attackers and supporters are each joined by the probabilistic sum, and the
    difference moves the base score towards 0 or 1.

    Examples:
        >>> df_quad(0.5, [1.0], []), df_quad(0.5, [], [0.5])
        (0.0, 0.75)
    """
    against = 1 - prod(1 - strength for strength in attackers)
    in_favour = 1 - prod(1 - strength for strength in supporters)
    if against >= in_favour:
        return base - base * (against - in_favour)
    return base + (1 - base) * (in_favour - against)


def quadratic_energy(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The quadratic energy model.

    Potyka 2018, "Continuous dynamical systems for weighted bipolar argumentation" (KR): energy is support
    less attack, and its impact h(x) = max(x, 0)² / (1 + max(x, 0)²).

    Examples:
        >>> quadratic_energy(0.5, [], [1.0])
        0.75
    """
    energy = sum(supporters) - sum(attackers)
    impact = energy * energy / (1 + energy * energy)
    return base + (1 - base) * impact if energy > 0 else base - base * impact


def euler_based(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """The Euler-based semantics.

    Amgoud and Ben-Naim 2017, "Evaluation of arguments in weighted bipolar graphs" (ECSQARU), which defines it
    for graphs without circles only: 1 - (1 - w²) / (1 + w eᴱ) with E support less attack.

    Examples:
        >>> euler_based(0.5, [], [])
        0.5
    """
    energy = sum(supporters) - sum(attackers)
    return 1 - (1 - base * base) / (1 + base * exp(min(energy, 700.0)))


INFLUENCES: Mapping[str, Influence] = {
    "dfquad": df_quad,
    "quadratic-energy": quadratic_energy,
    "euler": euler_based,
}
"""Gradual semantics by name."""
ALIASES = {
    "df-quad": "dfquad",
    "qe": "quadratic-energy",
    "quadratic": "quadratic-energy",
    "euler-based": "euler",
}


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strengths of all arguments, and how they were come by."""

    semantics: str
    values: Sequence[float]
    """By number of the argument, in [0, 1]."""
    circular: int = 0
    """How many arguments lie on a circle, or rest on one."""
    method: str = "one pass"
    """``one pass``, ``iteration`` or ``continuous iteration``."""
    rounds: int = 0
    residual: float = 0.0
    """The most that one more round would change."""
    in_time: bool = True

    @property
    def converged(self) -> bool:
        """Whether the strengths are a fixed point."""
        return self.residual <= NEAR

    @property
    def report(self) -> str:
        """Say how the strengths of circles were come by; empty where there are none."""
        if not self.circular:
            return ""
        on = f"{self.circular} arguments lie on circles or rest on them"
        if self.circular == 1:
            on = "1 argument lies on a circle"
        how = f"{self.method}, {self.rounds} rounds"
        if self.converged:
            return f"{on}: converged ({how})"
        why = "" if self.in_time else " in the time given"
        return f"{on}: no convergence{why} ({how}; still changing by {self.residual:.2g})"


def strengths(framework: WeightedFramework, semantics: str, timeout: float | None = None) -> Strengths:
    """Work out the strengths of all arguments.

    Args:
        framework: The weighted framework.
        semantics: ``dfquad``, ``quadratic-energy`` or ``euler``.
        timeout: Seconds after which iteration stops.

    Raises:
        UnknownNameError: If there is no such semantics.
    """
    name = semantics.lower().replace("_", "-")
    name = ALIASES.get(name, name)
    if name not in INFLUENCES:
        raise UnknownNameError("gradual semantics", semantics, INFLUENCES)
    if len(framework.base) >= passes.LEAST:
        values = passes.level_by_level(framework, name)
        if values is not None:
            return Strengths(name, values)
    work = _Evaluation(framework, INFLUENCES[name])
    rest = work.one_pass()
    if not rest:
        return Strengths(name, work.values)
    deadline = Deadline(timeout)
    start = list(work.values)
    rounds, residual = work.iterate(rest, deadline)
    method = "iteration"
    if residual > NEAR and not deadline.is_over:
        work.values[:] = start
        rounds, residual = work.flow(rest, deadline)
        method = "continuous iteration"
    in_time = residual <= NEAR or not deadline.is_over
    return Strengths(name, work.values, len(rest), method, rounds, residual, in_time)


class _Evaluation:
    """Strengths on their way; they begin at the base scores."""

    def __init__(self, framework: WeightedFramework, influence: Influence) -> None:
        self.framework = framework
        self.influence = influence
        self.values = list(framework.base)

    def one_pass(self) -> list[int]:
        """Evaluate what rests on no circle, in topological order (Kahn 1962).

        Returns:
            The arguments that are left, ascending.
        """
        waiting = [0] * len(self.values)
        outgoing: list[list[int]] = [[] for _ in self.values]
        for relation in (self.framework.attackers, self.framework.supporters):
            for target, sources in enumerate(relation):
                waiting[target] += len(sources)
                for source in sources:
                    outgoing[source].append(target)
        ready = [argument for argument, count in enumerate(waiting) if not count]
        for argument in ready:  # grows while it is walked
            self.values[argument] = self._update(argument, self.values)
            for target in outgoing[argument]:
                waiting[target] -= 1
                if not waiting[target]:
                    ready.append(target)
        return [argument for argument, count in enumerate(waiting) if count]

    def iterate(self, rest: Sequence[int], deadline: Deadline) -> tuple[int, float]:
        """Update all at once, again and again (Mossakowski and Neuhaus 2018), until nothing moves.

        Returns:
            Rounds, and the last change.
        """
        residual = 0.0
        for rounds in range(1, ROUNDS + 1):
            changes = self._pull(rest, self.values)
            residual = max(map(abs, changes))
            self._move(rest, self.values, changes, 1.0)
            if residual <= NEAR or deadline.is_over:
                return rounds, residual
        return ROUNDS, residual

    def flow(self, rest: Sequence[int], deadline: Deadline) -> tuple[int, float]:
        """Let strengths flow towards what they should be (Potyka 2018), by Runge-Kutta steps of order 4.

        Returns:
            Steps, and how far the strengths are from resting.
        """
        residual = 0.0
        for steps in range(1, STEPS + 1):
            first = self._pull(rest, self.values)
            residual = max(map(abs, first))
            if residual <= NEAR or deadline.is_over:
                return steps, residual
            slopes = [first]
            for length in (STEP / 2, STEP / 2, STEP):
                ahead = list(self.values)
                self._move(rest, ahead, slopes[-1], length)
                slopes.append(self._pull(rest, ahead))
            mean = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(*slopes, strict=True)]
            self._move(rest, self.values, mean, STEP)
        return STEPS, residual

    def _pull(self, rest: Sequence[int], values: Sequence[float]) -> list[float]:
        return [self._update(argument, values) - values[argument] for argument in rest]

    @staticmethod
    def _move(rest: Sequence[int], values: list[float], changes: Sequence[float], length: float) -> None:
        for argument, change in zip(rest, changes, strict=True):
            values[argument] += length * change

    def _update(self, argument: int, values: Sequence[float]) -> float:
        framework = self.framework
        return self.influence(
            framework.base[argument],
            [values[a] for a in framework.attackers[argument]],
            [values[s] for s in framework.supporters[argument]],
        )
