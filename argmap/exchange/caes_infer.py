"""The arguments and issues that the schemes of a Carneades file make of its assumptions.

Schemes are rules over terms, run forwards: what matches their premises yields their conclusions,
until nothing new comes. Rules that delete what they matched, or test it (guards), are not run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from argmap.exchange.caes import NOT, CaesArgument, CaesGraph, Issue, Statement, parts_of, term
from argmap.exchange.loss import LossReport

MOST_ARGUMENTS = 5_000
"""Arguments that schemes may make for one file."""

MOST_MATCHES = 300_000
"""Terms that are matched for one file."""

LONGEST_TERM = 2_000
"""Characters of a term that schemes look at."""

Bindings = dict[str, str]


def is_variable(name: str) -> bool:
    """Whether a term is a variable: a name that begins with a capital or ``_``, as in Prolog.

    Examples:
        >>> is_variable("Witness"), is_variable("witness"), is_variable("F(x)")
        (True, False, False)
    """
    return bool(name) and (name[0] == "_" or name[0].isupper()) and "(" not in name and " " not in name


def match(pattern: str, fact: str, known: Bindings) -> Bindings | None:
    """Match a pattern with a term without variables.

    Examples:
        >>> match("says(W,¬S)", "says(kim,¬rain(today))", {})
        {'W': 'kim', 'S': 'rain(today)'}
        >>> match("p(X,X)", "p(a,b)", {}) is None
        True
    """
    found = dict(known)
    pending = [(pattern, fact)]
    while pending:
        left, right = pending.pop()
        if is_variable(left):
            if found.setdefault(left, right) != right:
                return None
            continue
        if left.startswith(NOT) and right.startswith(NOT):
            pending.append((left[1:], right[1:]))
            continue
        head, parts = parts_of(left)
        other, others = parts_of(right)
        if head != other or len(parts) != len(others):
            return None
        pending += reversed(list(zip(parts, others, strict=True)))
    return found


def filled(pattern: str, known: Mapping[str, str]) -> str:
    """Put values for the variables of a pattern."""
    if is_variable(pattern):
        return known.get(pattern, pattern)
    if pattern.startswith(NOT):
        return NOT + filled(pattern[1:], known)
    head, parts = parts_of(pattern)
    return f"{head}({','.join(filled(part, known) for part in parts)})" if parts else pattern


class Inference:
    """Runs the schemes of one file."""

    def __init__(self, graph: CaesGraph, loss: LossReport, word: Callable[[str], str]) -> None:
        """Take a graph.

        Args:
            graph: The graph, to which arguments, statements and issues are added.
            loss: The report to write to.
            word: Gives the words for a term.
        """
        self._graph = graph
        self._loss = loss
        self._word = word
        self._facts: dict[tuple[str, int], dict[str, None]] = {}
        self._known = {(a.conclusion, frozenset(a.premises)) for a in graph.arguments.values()}
        self._number = len(graph.arguments)
        self.made = 0
        self._matches = 0

    def run(
        self, schemes: Mapping[str, Mapping[str, Any]], made: Callable[[CaesArgument, str], None]
    ) -> None:
        """Run schemes until nothing new comes.

        Args:
            schemes: Name to lists of terms under ``premises``, ``assumptions``, ``exceptions``,
                ``conclusions``.
            made: Told every argument with the name of its scheme.
        """
        for name in self._graph.assumptions:
            self._add(name)
        changed = True
        while changed:
            changed = False
            for name, scheme in schemes.items():
                for found in list(self._solutions(scheme["premises"])):
                    changed = self._instance(name, scheme, found, made) or changed
                    if self.made >= MOST_ARGUMENTS:
                        break
                if self.made >= MOST_ARGUMENTS or self._matches >= MOST_MATCHES:
                    self._loss.drop("scheme", name, "the schemes make more arguments than are followed here")
                    return

    def _add(self, fact: str) -> bool:
        facts = self._facts.setdefault(_shape(fact), {})
        if fact in facts or len(fact) > LONGEST_TERM:
            return False
        facts[fact] = None
        return True

    def _solutions(self, premises: Sequence[str]) -> Iterator[Bindings]:
        pending: list[tuple[int, Bindings]] = [(0, {})]
        while pending:
            place, known = pending.pop()
            if place == len(premises):
                yield known
                continue
            for fact in reversed(self._facts.get(_shape(premises[place]), {})):
                found = match(premises[place], fact, known)
                self._matches += 1
                if self._matches >= MOST_MATCHES:
                    return
                if found is not None:
                    pending.append((place + 1, found))

    def _instance(
        self,
        name: str,
        scheme: Mapping[str, Any],
        known: Bindings,
        made: Callable[[CaesArgument, str], None],
    ) -> bool:
        assumed = [filled(p, known) for p in scheme["assumptions"]]
        premises = [*(filled(p, known) for p in scheme["premises"]), *assumed]
        exceptions = [filled(e, known) for e in scheme["exceptions"]]
        changed = False
        for pattern in scheme["conclusions"]:
            conclusion = filled(pattern, known)
            key = (conclusion, frozenset(premises))
            changed = self._add(conclusion) or changed
            if key in self._known:
                continue
            self._known.add(key)
            self.made += 1
            argument = CaesArgument(self._free(), conclusion, premises, (), list(exceptions), name)
            made(argument, name)
            self._graph.arguments[argument.id] = argument
            self._graph.assumptions.update(dict.fromkeys(assumed))
            for each in (conclusion, *premises, *exceptions):
                if each not in self._graph.statements:
                    self._graph.statements[each] = Statement(each, self._word(each) or each)
            changed = True
        return changed

    def _free(self) -> str:
        while True:
            self._number += 1
            if f"a{self._number}" not in self._graph.arguments:
                return f"a{self._number}"

    def issues(self, schemes: Mapping[str, Sequence[str]]) -> None:
        """Put at issue what matches the patterns of issue schemes."""
        taken = self._graph.issue_of()
        for name, patterns in schemes.items():
            for positions in self._positions(patterns):
                free = [p for p in positions if p not in taken]
                there = next((taken[p] for p in positions if p in taken), None)
                if there is not None and free:
                    issue = self._graph.issues[there]
                    issue.positions = [*issue.positions, *free]
                elif there is None and len(free) > 1:
                    there = f"{name}-{len(self._graph.issues) + 1}"
                    self._graph.issues[there] = Issue(there, free)
                if there is not None:
                    taken.update(dict.fromkeys(free, there))

    def _positions(self, patterns: Sequence[str]) -> Iterator[list[str]]:
        first, others = patterns[0], [p for p in patterns[1:] if p != "..."]
        counted = "..." in patterns
        wanted = [first] if counted else others
        names = [s for s in self._graph.statements if len(s) <= LONGEST_TERM]
        alike = [s for s in names if any(_may_match(p, s) for p in wanted)]
        for start in [s for s in names if _may_match(first, s)]:
            known = match(first, start, {})
            if known is None:
                continue
            if counted:
                known = {k: v for k, v in known.items() if not k[-1].isdigit()}
            rivals = list(self._rivals(start, wanted, alike, known))
            if self._matches >= MOST_MATCHES:
                self._loss.drop("issue scheme", first, "too many statements match it")
                return
            if rivals:
                yield [start, *rivals]

    def _rivals(
        self, start: str, wanted: Sequence[str], alike: Sequence[str], known: Bindings
    ) -> Iterator[str]:
        for pattern in wanted:
            if all(v in known for v in _variables(pattern)):
                name = filled(pattern, known)
                if name != start and name in self._graph.statements:
                    yield name
                continue
            self._matches += len(alike)
            if self._matches >= MOST_MATCHES:
                return
            yield from (s for s in alike if s != start and match(pattern, s, known) is not None)


def _may_match(pattern: str, name: str) -> bool:
    """Whether a pattern may match a term, by a first look."""
    if is_variable(pattern.removeprefix(NOT)):
        return not pattern.startswith(NOT) or name.startswith(NOT)
    return _shape(pattern) == _shape(name)


def _shape(name: str) -> tuple[str, int]:
    head, parts = parts_of(name.removeprefix(NOT))
    return (NOT if name.startswith(NOT) else "") + head, len(parts)


def runnable(scheme: Mapping[str, Any]) -> dict[str, list[str]] | None:
    """Give the terms of a scheme that can be run forwards, or None.

    Args:
        scheme: As the file states it.
    """
    lists = {key: _terms(scheme.get(key)) for key in ("premises", "assumptions", "exceptions", "conclusions")}
    if _terms(scheme.get("deletions")) or _terms(scheme.get("guards")) or not lists["premises"]:
        return None
    if any(is_variable(p.removeprefix(NOT)) or _shape(p)[0] == "argument" for p in lists["premises"]):
        return None
    if any(len(each) > LONGEST_TERM for terms in lists.values() for each in terms):
        return None
    bound = {v for p in lists["premises"] for v in _variables(p)}
    rest = {
        v for key in ("assumptions", "exceptions", "conclusions") for p in lists[key] for v in _variables(p)
    }
    return lists if bound and rest <= bound and lists["conclusions"] else None


def _terms(value: object) -> list[str]:
    listed = list(value.values()) if isinstance(value, dict) else value
    return [term(each) for each in listed if isinstance(each, str | int)] if isinstance(listed, list) else []


def _variables(pattern: str) -> Iterator[str]:
    pending = [pattern]
    while pending:
        each = pending.pop().removeprefix(NOT)
        if is_variable(each):
            yield each
        pending += parts_of(each)[1]
