"""The grounded labelling of a Carneades argument graph, as Carneades 4 works it out."""

from collections import deque

from argmap.exchange.caes import IN, OUT, CaesArgument, CaesGraph, Issue
from argmap.exchange.caes_weights import Scales

_LEAD = 0.5
_DOUBT = 0.3


class Labeller:
    """Labels statements ``in`` or ``out`` until nothing more can be decided."""

    def __init__(self, graph: CaesGraph, scales: Scales) -> None:
        """Take a graph.

        Args:
            graph: The graph; every name in it is one of its statements.
            scales: What weighs its arguments.
        """
        self._graph = graph
        self._scales = scales
        self._issue = graph.issue_of()
        self._for = graph.arguments_for()
        self.labels: dict[str, str] = {}
        self._queue: deque[str] = deque()
        self._waiting: dict[str, list[str]] = {}
        for argument in graph.arguments.values():
            for name in (*argument.premises, *argument.undercutters):
                self._waiting.setdefault(name, []).append(argument.conclusion)

    def run(self) -> dict[str, str]:
        """Label what can be labelled; an undecided statement is missing."""
        for name in self._graph.assumptions:
            self._set(name, IN)
        for issue in self._graph.issues.values():
            if any(self.labels.get(p) == IN for p in issue.positions):
                for position in issue.positions:
                    if position not in self.labels:
                        self._set(position, OUT)
        self._queue.extend(self._graph.statements)
        while self._queue:
            self._look(self._queue.popleft())
        return self.labels

    def _set(self, name: str, label: str) -> None:
        self.labels[name] = label
        self._queue.extend(self._waiting.get(name, ()))

    def _look(self, name: str) -> None:
        if name in self.labels:
            return
        arguments = self._for.get(name, ())
        if all(self.is_ready(a) and self.weight(a) <= 0 for a in arguments):
            self._set(name, OUT)
            self._again(name)
            return
        issue = self._issue.get(name)
        if issue is not None:
            self._resolve(self._graph.issues[issue])
        elif any(self.is_ready(a) and self.weight(a) > 0 for a in arguments):
            self._set(name, IN)

    def _again(self, name: str) -> None:
        issue = self._issue.get(name)
        if issue is not None:
            self._queue.extend(p for p in self._graph.issues[issue].positions if p not in self.labels)

    def is_undercut(self, argument: CaesArgument) -> bool:
        """Whether an undercutter is in."""
        return any(self.labels.get(u) == IN for u in argument.undercutters)

    def is_ready(self, argument: CaesArgument) -> bool:
        """Whether the argument is undercut, or neither undercutters nor premises are undecided."""
        if self.is_undercut(argument):
            return True
        return all(n in self.labels for n in (*argument.undercutters, *argument.premises))

    def weight(self, argument: CaesArgument) -> float:
        """Weigh an argument that is ready."""
        return 0.0 if self.is_undercut(argument) else self._scales.weight(argument, self.labels)

    def _resolve(self, issue: Issue) -> None:
        best: dict[str, float] = {}
        for position in issue.positions:
            arguments = self._for.get(position, ())
            if not all(self.is_ready(a) for a in arguments):
                return
            best[position] = max((self.weight(a) for a in arguments), default=0.0)
        first = sorted(best, key=lambda p: -best[p])[:2]
        rival = best[first[1]] if len(first) > 1 else 0.0
        winner = first[0] if best[first[0]] > 0 and _beats(issue, best[first[0]], rival) else None
        for position in issue.positions:
            if position not in self.labels:
                self._set(position, IN if position == winner else OUT)


def _beats(issue: Issue, first: float, second: float) -> bool:
    if issue.standard == "clear-and-convincing":
        return first - second > _LEAD
    if issue.standard == "beyond-reasonable-doubt":
        return first - second > _LEAD and second < _DOUBT
    return first > second
