"""Answers to the reasoning problems of the competitions (ICCMA)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.solver.deadline import Deadline, OutOfTimeError
from argmap.solver.extensions import Extensions
from argmap.solver.framework import Framework
from argmap.solver.semantics import SEMANTICS

TASKS: Mapping[str, str] = {
    "EE": "enumerate all extensions",
    "SE": "give some extension",
    "DC": "decide whether an argument is in some extension",
    "DS": "decide whether an argument is in all extensions",
    "CE": "count the extensions",
}
PROBLEMS: tuple[str, ...] = tuple(f"{task}-{code}" for task in TASKS for code in SEMANTICS)
MOST_LISTED = 1_000_000
"""Extensions listed where no limit is given."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a problem comes to."""

    task: str
    status: str = "ok"
    """``ok``, or ``limit`` if a limit of number or time cut the work short."""
    answer: str | None = None
    """``YES`` or ``NO`` where the problem asks for it; ``NO`` also where an extension is wanted and there is
    none."""
    extensions: Sequence[Sequence[str]] = ()
    """Those listed, or the one that shows the answer to be right."""
    count: int = 0
    strengths: Mapping[str, float] = field(default_factory=dict)
    note: str = ""
    """What a person should know besides."""

    def as_object(self) -> dict[str, Any]:
        """Give it as the JSON that ``argmap solve`` prints."""
        return {
            "task": self.task,
            "status": self.status,
            "answer": self.answer,
            "extensions": [list(extension) for extension in self.extensions],
            "count": self.count,
            "strengths": dict(self.strengths),
        }


def solve(
    framework: Framework,
    problem: str,
    query: str | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> Answer:
    """Solve one problem.

    Args:
        framework: The framework.
        problem: A task and a semantics, ``DS-PR``.
        query: The argument asked about, for DC and DS.
        limit: How many extensions are listed or counted at most.
        timeout: Seconds after which work stops.

    Raises:
        UnknownNameError: If there is no such problem or argument.
        ArgmapError: If the problem asks about an argument and none is given.
    """
    problem = problem.upper()
    if problem not in PROBLEMS:
        raise UnknownNameError("problem", problem, PROBLEMS)
    task, _, code = problem.partition("-")
    if task in ("DC", "DS") and query is None:
        raise ArgmapError(f"{problem} asks about an argument: name it with -a")
    asked = framework.number(query) if query is not None else 0
    try:
        extensions = Extensions(framework, SEMANTICS[code], Deadline(timeout))
        match task:
            case "DC" | "DS":
                return _decided(extensions, problem, asked)
            case "SE":
                return _some(extensions, problem)
            case "CE":
                count, whole = extensions.count(limit)
                note = "" if whole else _cut(extensions, count, limit, timeout)
                return Answer(problem, "limit" if note else "ok", count=count, note=note)
            case _:
                return _listed(extensions, problem, limit, timeout)
    except OutOfTimeError:
        return Answer(problem, "limit", note=f"no answer within {timeout:g} s")


def _cut(extensions: Extensions, count: int, limit: int | None, timeout: float | None) -> str:
    """Say what cut an answer short."""
    if extensions.deadline.is_over:
        return f"stopped after {timeout:g} s; there may be more"
    if limit is None or count < limit:
        return f"stopped after {count:,}, as many as fit in memory; there may be more"
    return f"stopped at the limit of {limit:,}; there are more"


def _decided(extensions: Extensions, problem: str, asked: int) -> Answer:
    if problem.startswith("DC"):
        witness = extensions.containing(asked)
        answer = "NO" if witness is None else "YES"
    else:
        witness = extensions.lacking(asked)
        answer = "YES" if witness is None else "NO"
    shown = [] if witness is None else [_named(extensions.framework, witness)]
    return Answer(problem, answer=answer, extensions=shown, count=len(shown))


def _some(extensions: Extensions, problem: str) -> Answer:
    found = extensions.one()
    if found is None:
        return Answer(problem, answer="NO")
    return Answer(problem, extensions=[_named(extensions.framework, found)], count=1)


def _listed(extensions: Extensions, problem: str, limit: int | None, timeout: float | None) -> Answer:
    most = MOST_LISTED if limit is None else limit
    found = extensions.listed(most)
    shown = [_named(extensions.framework, extension) for extension in found.extensions]
    note = "" if found.whole else _cut(extensions, len(shown), most, timeout)
    return Answer(problem, "limit" if note else "ok", extensions=shown, count=len(shown), note=note)


def _named(framework: Framework, numbers: Sequence[int]) -> list[str]:
    return [framework.names[number] for number in numbers]
