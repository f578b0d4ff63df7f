"""What an argument of Carneades weighs under a labelling."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.exchange.caes import IN, OUT, CaesArgument, CaesGraph, Ranking, Weighing, parts_of

Labels = Mapping[str, str]
"""Statement to ``in`` or ``out``; one that is undecided is missing."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Scales:
    """Weighs the arguments of a graph (the weighing functions of Carneades 4)."""

    def __init__(self, graph: CaesGraph) -> None:
        """Take a graph.

        Args:
            graph: The graph; it must not change any more.
        """
        self._graph = graph
        self._issue = graph.issue_of()
        self._for = graph.arguments_for()
        self._counts: dict[str, int] = {}
        self._ranks: dict[tuple[str, tuple[Ranking, ...]], dict[str, float]] = {}

    def weight(self, argument: CaesArgument, labels: Labels) -> float:
        """Weigh an argument whose undercutters are out and none of whose premises is undecided."""
        count = sum(labels.get(p) == IN for p in argument.premises)
        weighing = argument.weighing
        if weighing.kind == "constant":
            return weighing.constant
        if weighing.kind == "criteria":
            return self._criteria(argument, labels)
        if weighing.kind == "convergent":
            return 1.0 if count else 0.0
        if weighing.kind == "cumulative":
            return count / len(argument.premises) if argument.premises else 0.0
        if count < len(argument.premises):
            return 0.0
        return self.when_linked(argument)

    def when_linked(self, argument: CaesArgument) -> float:
        """Weigh an argument all of whose premises hold, as far as that does not hang on labels."""
        weighing = argument.weighing
        issue = self._issue.get(argument.conclusion)
        if weighing.kind == "constant":
            return weighing.constant
        if weighing.kind == "factorized" and issue is not None:
            return len(argument.premises) / max(1, self._premises_of(issue))
        if weighing.kind == "preference" and issue is not None:
            return self._ranked(issue, weighing)[argument.id]
        return 1.0

    def _premises_of(self, issue: str) -> int:
        if issue not in self._counts:
            named = {p for a in self._at_issue(issue) for p in a.premises}
            self._counts[issue] = len({self._graph.statements[p].text or p for p in named})
        return self._counts[issue]

    def _at_issue(self, issue: str) -> list[CaesArgument]:
        return [a for p in self._graph.issues[issue].positions for a in self._for.get(p, ())]

    def _ranked(self, issue: str, weighing: Weighing) -> dict[str, float]:
        known = self._ranks.get((issue, weighing.ranks))
        if known is None:
            keys = {a.id: tuple(_rank(a, r) for r in weighing.ranks) for a in self._at_issue(issue)}
            order = {key: place for place, key in enumerate(sorted(set(keys.values())), 1)}
            known = {id: order[key] / len(order) for id, key in keys.items()}
            self._ranks[issue, weighing.ranks] = known
        return known

    def _criteria(self, argument: CaesArgument, labels: Labels) -> float:
        weighing = argument.weighing
        for i, premise in enumerate(argument.premises):
            names = {str(i), argument.roles[i] if i < len(argument.roles) else ""}
            if names & set(weighing.hard) and labels.get(premise) == OUT:
                return 0.0
        total = sum(soft.factor for _, soft in weighing.soft)
        weight = 0.0
        for name, soft in weighing.soft:
            value = self._value(argument, name, labels)
            if value is None or total <= 0:
                return 0.0
            weight += soft.factor / total * soft.values.get(value, 0.0)
        return weight

    def _value(self, argument: CaesArgument, name: str, labels: Labels) -> str | None:
        """Find the value of a property: the last part of the term that is in."""
        for i, premise in enumerate(argument.premises):
            role = argument.roles[i] if i < len(argument.roles) else ""
            if name not in (role, parts_of(premise)[0]):
                continue
            issue = self._issue.get(premise)
            others = self._graph.issues[issue].positions if issue is not None else ()
            for position in (premise, *others):
                if labels.get(position) == IN:
                    return next(reversed(parts_of(position)[1]), None)
        return None


def _rank(argument: CaesArgument, ranking: Ranking) -> tuple[int, float, str]:
    """Give a key that sorts the weakest value first; a value that is missing is weakest."""
    value: Any = argument.properties.get(ranking.name, argument.meta.get(ranking.name))
    if value is None:
        return (-1, 0.0, "")
    if ranking.values:
        text = str(value).casefold()
        return (
            (ranking.values.index(text), 0.0, "")
            if text in ranking.values
            else (len(ranking.values), 0.0, "")
        )
    sign = -1.0 if ranking.descending else 1.0
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (0, sign * value, "")
    if _DATE.fullmatch(str(value)):
        return (0, sign * int(str(value).replace("-", "")), "")
    return (0, 0.0, str(value))
