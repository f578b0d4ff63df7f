"""The schemes and weighing functions that a Carneades file declares."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from argmap.exchange.caes import BASIC, LINKED, CaesArgument, CaesGraph, Ranking, Soft, Weighing, term
from argmap.exchange.caes_infer import Inference, filled, runnable
from argmap.exchange.loss import LossReport
from argmap.exchange.texts import one_line
from argmap.model.errors import shown


class Theory:
    """What arguments may refer to by name."""

    def __init__(self, schemes: Mapping[Any, Any], functions: Mapping[Any, Any], loss: LossReport) -> None:
        """Take the two sections.

        Args:
            schemes: The section ``argument_schemes``.
            functions: The section ``weighing_functions``.
            loss: The report to write to.
        """
        self._loss = loss
        self._schemes = {one_line(k): v for k, v in schemes.items() if isinstance(v, dict)}
        self._functions = {one_line(k).lower(): v for k, v in functions.items()}
        self._used: set[str] = set()

    @property
    def has_schemes(self) -> bool:
        """Whether the file declares any."""
        return bool(self._schemes)

    def apply(self, argument: CaesArgument, parameters: Sequence[str]) -> None:
        """Give an argument the weight of its scheme and, where it states none, its parts."""
        name = argument.scheme
        if name in BASIC:
            argument.weighing = Weighing(name)
            argument.scheme = ""
            return
        scheme = self._schemes.get(name)
        if scheme is None:
            if name:
                self._loss.change(
                    "argument.scheme", argument.id, f"'{shown(name)}' is not declared; it weighs as linked"
                )
            return
        self._used.add(name)
        argument.weighing = self._weighing(scheme.get("weight"), name)
        meta = scheme.get("meta")
        argument.properties = meta if isinstance(meta, dict) else {}
        variables = [str(v) for v in _listed(scheme.get("variables"))]
        if parameters and len(parameters) == len(variables):
            self._instantiate(argument, scheme, dict(zip(variables, parameters, strict=True)))

    def infer(self, graph: CaesGraph, issue_schemes: Mapping[Any, Any], word: Callable[[str], str]) -> None:
        """Add the arguments and issues that the schemes make of what is assumed.

        Args:
            graph: The graph.
            issue_schemes: The section of that name.
            word: Gives the words for a term.
        """
        found = {name: runnable(scheme) for name, scheme in self._schemes.items()}
        inference = Inference(graph, self._loss, word)
        inference.run({name: scheme for name, scheme in found.items() if scheme}, self._follow)
        patterns = {one_line(name): [term(p) for p in _listed(each)] for name, each in issue_schemes.items()}
        inference.issues({name: each for name, each in patterns.items() if len(each) > 1})

    def _follow(self, argument: CaesArgument, name: str) -> None:
        scheme = self._schemes[name]
        self._used.add(name)
        argument.weighing = self._weighing(scheme.get("weight"), name)
        meta = scheme.get("meta")
        argument.properties = meta if isinstance(meta, dict) else {}

    def _instantiate(
        self, argument: CaesArgument, scheme: Mapping[Any, Any], values: Mapping[str, str]
    ) -> None:
        """Fill in what the argument leaves to its scheme."""
        conclusions = [filled(term(c), values) for c in _listed(scheme.get("conclusions"))]
        if not argument.conclusion and conclusions:
            argument.conclusion = conclusions[0]
            for other in conclusions[1:]:
                self._loss.drop(
                    "argument.conclusion", argument.id, f"'{shown(other)}': one conclusion was kept"
                )
        if not argument.premises:
            found = [*_listed(scheme.get("premises")), *_listed(scheme.get("assumptions"))]
            argument.premises = [filled(term(p), values) for p in found]
        if not argument.undercutters:
            argument.undercutters = [filled(term(e), values) for e in _listed(scheme.get("exceptions"))]

    def _weighing(self, value: object, name: str) -> Weighing:
        seen = 0
        while isinstance(value, str) and seen < 8:
            if value.lower() in BASIC:
                return Weighing(value.lower())  # type: ignore[arg-type]  # one of BASIC
            value, seen = self._functions.get(value.lower()), seen + 1
        if value is None:
            return LINKED
        if isinstance(value, dict):
            if isinstance(number := value.get("constant"), int | float) and not isinstance(number, bool):
                return Weighing("constant", constant=float(number))
            if isinstance(found := value.get("criteria"), dict):
                return _criteria(found)
            if found := _rankings(value.get("preference")):
                return Weighing("preference", ranks=found)
        self._loss.change("scheme.weight", name, "not understood; it weighs as linked")
        return LINKED

    def tell_unused(self) -> None:
        """Report the schemes and functions, of which a map keeps only what they did to arguments."""
        for name in self._schemes:
            if name in self._used:
                self._loss.change("scheme", name, "kept only in the arguments that follow it")
            else:
                self._loss.drop(
                    "scheme", name, "no argument follows it; a map has no rules that make arguments"
                )
        for name in self._functions:
            self._loss.change("weighing function", name, "kept only as weights of arguments")


def _criteria(found: Mapping[Any, Any]) -> Weighing:
    soft = found.get("soft")
    constraints = []
    for name, each in soft.items() if isinstance(soft, dict) else ():
        values = each.get("values") if isinstance(each, dict) else None
        factor = each.get("factor") if isinstance(each, dict) else None
        numbers = (
            {one_line(k): float(v) for k, v in values.items() if _is_number(v)}
            if isinstance(values, dict)
            else {}
        )
        constraints.append((one_line(name), Soft(float(factor or 0) if _is_number(factor) else 0.0, numbers)))
    hard = tuple(str(h) for h in _listed(found.get("hard")))
    return Weighing("criteria", hard=hard, soft=tuple(constraints))


def _rankings(value: object) -> tuple[Ranking, ...]:
    found = []
    for each in _listed(value):
        if isinstance(each, dict) and each.get("property"):
            order = each.get("order")
            if isinstance(order, list):
                found.append(Ranking(one_line(each["property"]), tuple(str(v).casefold() for v in order)))
            else:
                descending = str(order or "descending").lower() != "ascending"
                found.append(Ranking(one_line(each["property"]), descending=descending))
    return tuple(found)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value


def _listed(value: object) -> list[Any]:
    if isinstance(value, dict):
        return [value] if "property" in value else list(value.values())
    return value if isinstance(value, list) else [] if value is None else [value]
