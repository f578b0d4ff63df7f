"""Turns a Carneades argument graph into a map whose verdicts are its labels.

Every statement is a claim. What is assumed rests on one piece of evidence, ``assumed``, so that an
audit shows how much leans on it. At an issue, the arguments for one position also stand against
each other position, as Carneades weighs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.exchange.building import MapBuilder
from argmap.exchange.caes import IN, NOT, CaesArgument, CaesGraph, Statement, negation
from argmap.exchange.caes_labels import Labeller
from argmap.exchange.caes_meta import OWN, expectation_of, fields_of, known_fields, listed, meta_words, own
from argmap.exchange.caes_weights import Scales
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported
from argmap.exchange.schemes import scheme_named
from argmap.exchange.texts import one_line
from argmap.model.records import Claim, Evidence, Expectation
from argmap.model.settings import CarneadesThresholds, VerdictSettings
from argmap.verdict.judgement import judge

MOST_RIVALS = 200_000
"""Arguments that one issue may set against other positions."""

THRESHOLDS = CarneadesThresholds(alpha=0, beta=0.5, gamma=0.3)
"""What Carneades 4 counts as clear and convincing, and as reasonable doubt."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An argument as it comes out: what it rests on, and its weight."""

    premises: tuple[str, ...]
    weight: float | None


class CaesMapper:
    """Makes one map of one graph."""

    def __init__(self, graph: CaesGraph, loss: LossReport) -> None:
        """Take a graph.

        Args:
            graph: Every name in it must be one of its statements.
            loss: The report to write to.
        """
        self.graph = graph
        self.loss = loss
        self.builder = MapBuilder(loss)
        self._scales = Scales(graph)
        self._labeller = Labeller(graph, self._scales)
        self._labels = self._labeller.run()
        self._issue = graph.issue_of()
        self._evidence = {
            s.id for s in graph.statements.values() if isinstance(own(s.meta).get("evidence"), dict)
        }
        self._folded = {s.id for s in graph.statements.values() if self._is_mere_negation(s)}
        self._folded |= {s.id for s in graph.statements.values() if own(s.meta).get("undercutter") is True}
        self._assumed = "(assumed)"
        while self._assumed in graph.statements:
            self._assumed = f"({self._assumed})"

    def map(self) -> Imported:
        """Make the map."""
        graph, builder = self.graph, self.builder
        if own(graph.meta).get("setting") != "grades":
            builder.settings["verdicts"] = VerdictSettings(setting="carneades", carneades=THRESHOLDS)
        for key, item in graph.sources.items():
            builder.source(key, item)
        for statement in graph.statements.values():
            self._statement(statement)
        if self._leans():
            builder.evidence(self._assumed, "Assumed in the file that this map was read from.")
        self._steps()
        graph.thesis = own(graph.meta).get("thesis", graph.thesis)
        if graph.thesis in graph.statements and graph.thesis not in self._folded:
            builder.settings["thesis"] = builder.ids.given[str(graph.thesis)]
        built = builder.build(graph.title)
        self.loss.ids.pop(self._assumed, None)
        return self._tested(built)

    def _leans(self) -> bool:
        """Whether anything is assumed, or argued without premises."""
        arguments = self.graph.arguments.values()
        return bool(self.graph.assumptions.keys() - self._evidence) or any(
            not a.premises and not own(a.meta).get("challenge") for a in arguments
        )

    def _is_mere_negation(self, statement: Statement) -> bool:
        """Whether a statement says nothing but that another is not so, and serves only as its rival."""
        graph, name = self.graph, statement.id
        plain = negation(name)
        issue = self._issue.get(name)
        if not name.startswith(NOT) or plain not in graph.statements or issue is None:
            return False
        if set(graph.issues[issue].positions) != {name, plain} or statement.meta:
            return False
        said = one_line(statement.text)
        if said not in ("", name, NOT + one_line(graph.statements[plain].text)):
            return False
        return name not in self._used

    @cached_property
    def _used(self) -> set[str]:
        """Statements that more depends on than their own issue."""
        names = {*self.graph.tests, *self.graph.assumptions}
        for argument in self.graph.arguments.values():
            names.update(argument.premises, argument.undercutters)
        return names

    def _statement(self, statement: Statement) -> None:
        name, meta = statement.id, dict(statement.meta)
        if name in self._folded:
            self.loss.keep("negation")
            return
        if name.startswith(NOT):
            self.builder.ids.given[name] = self.builder.ids.free(_slug_of_negation(name))
        kept = own(meta)
        meta.pop(OWN, None)
        if name in self._evidence:
            self.builder.evidence(name, statement.text, **known_fields(Evidence, kept["evidence"], "shows"))
            return
        fields = known_fields(Claim, kept.get("claim"), "text", "pro", "con")
        issue = self._issue.get(name)
        if issue is not None and not own(self.graph.meta):
            fields["standard"] = self.graph.issues[issue].standard
        if name in self.graph.assumptions and issue is not None:
            fields["standard"] = "scintilla"
        words = meta_words(meta)
        if words:
            fields["remark"] = " ".join(filter(None, (fields.get("remark"), words)))
            self.loss.change("statement.meta", name, "kept as a remark")
        self.builder.claim(name, statement.text, **fields)

    def _steps(self) -> None:
        for name in self.graph.assumptions:
            if name not in self._evidence:
                self._step(name, name, Shape((self._assumed,), None), None)
        for argument in self.graph.arguments.values():
            if own(argument.meta).get("challenge") or own(argument.meta).get("undercutter"):
                continue
            for number, shape in enumerate(self._shapes(argument)):
                key = argument.id if not number else f"{argument.id}+{number}"
                self._step(key, argument.conclusion, shape, argument)

    def _step(self, key: str, conclusion: str, shape: Shape, argument: CaesArgument | None) -> None:
        """Add an argument, and set it against the other positions of its issue."""
        targets = [(conclusion, False)]
        issue = self._issue.get(conclusion)
        if issue is not None:
            positions = self.graph.issues[issue].positions
            targets += [(p, True) for p in positions if p != conclusion]
        is_folded = conclusion in self._folded
        for target, against in targets:
            if target in self._folded:
                continue
            fields = fields_of(argument, self.loss if is_folded or not against else None)
            if against and not is_folded and scheme_named(fields.get("scheme", "")) is None:
                fields.pop("scheme", None)
            made = self.builder.step(
                key if not against else f"{key} against {target}",
                target,
                shape.premises,
                against=against,
                type="assumption"
                if argument is None
                else "rival"
                if against and not is_folded
                else "argument",
                weight=shape.weight,
                **fields,
            )
            if argument is not None:
                kept = own(argument.meta)
                made.answer = [str(n) for n in listed(kept.get("answer"))]
                made.unless = [str(n) for n in listed(kept.get("unless"))] or [
                    u for u in argument.undercutters if u not in made.answer
                ]

    def _shapes(self, argument: CaesArgument) -> Iterator[Shape]:
        """Give the arguments, each of joined premises, that weigh as this one does."""
        premises, kind = tuple(argument.premises), argument.weighing.kind
        full = _plain(self._scales.when_linked(argument))
        if argument.weight is not None and kind == "linked":
            full = argument.weight
        if not premises:
            yield Shape((self._assumed,), full)
        elif kind == "convergent":
            for premise in dict.fromkeys(premises):
                yield Shape((premise,), None)
        elif kind in ("cumulative", "constant", "criteria") and self._counts(argument):
            held = tuple(p for p in premises if self._labels.get(p) == IN)
            weight = self._labeller.weight(argument)
            self._tell_frozen(argument, weight, len(held))
            yield Shape(held or (self._assumed,), _plain(weight))
        else:
            yield Shape(premises, full)

    def _counts(self, argument: CaesArgument) -> bool:
        ready = self._labeller.is_ready(argument) and not self._labeller.is_undercut(argument)
        return ready and self._labeller.weight(argument) > 0

    def _tell_frozen(self, argument: CaesArgument, weight: float, held: int) -> None:
        kind, count = argument.weighing.kind, len(argument.premises)
        if kind == "constant" and held == count:
            return
        why = f"'{kind}' weighs {weight:g} here and is not weighed again when the map changes"
        left = f"; {count - held} premises that do not hold are left out" if held < count else ""
        self.loss.change("argument", argument.id, why + left)

    def _tested(self, built: Imported) -> Imported:
        """State the labels that the file expects, and report where a verdict is not the label."""
        project, given = built.project, self.builder.ids.given
        judged = judge(project)
        weights = project.settings.verdicts.setting == "carneades"
        for name in self.graph.statements:
            key = given.get(name, "")
            if weights and key in judged.verdicts:
                word, label = judged[key].verdict, self._labels.get(name, "undecided")
                if (word == "supported") != (label == IN):
                    self.loss.change("label", name, f"Carneades finds it {label}; here it is {word}")
        expected: dict[str, tuple[Expectation, ...]] = {}
        for name, label in self.graph.tests.items():
            key = given.get(name, "")
            if key not in judged.verdicts:
                self.loss.drop("test", name, "it is no claim of the map")
                continue
            word = judged[key].verdict
            if label == IN:
                word = "supported"
            elif word == "supported":
                word = "unsupported"
            expected[key] = (Expectation(verdict=word),)
            self.loss.keep("test")
        for name, statement in self.graph.statements.items():
            stated = [expectation_of(e) for e in listed(own(statement.meta).get("expect"))]
            if stated and given.get(name) in judged.verdicts:
                expected[given[name]] = tuple(e for e in stated if e is not None)
        files = {**project.files, **{("expect", key): "" for key in expected}}
        ordered = dict(sorted(expected.items()))
        return Imported(replace(project, expectations=ordered, files=files), built.loss)


def _plain(weight: float) -> float | None:
    """Leave out a weight that says nothing."""
    weight = min(1.0, max(0.0, weight))
    return None if weight == 1 else weight


def _slug_of_negation(name: str) -> str:
    from argmap.exchange.ids import slug

    return f"not-{slug(name[1:], 200)}".strip("-")


def map_of_caes(graph: CaesGraph, loss: LossReport) -> Imported:
    """Make a map of a Carneades argument graph.

    Args:
        graph: The graph; names that it lacks are added to its statements and reported.
        loss: The report to write to.
    """
    _complete(graph, loss)
    return CaesMapper(graph, loss).map()


def _complete(graph: CaesGraph, loss: LossReport) -> None:
    """See that every name is a statement, and every issue one that can be held."""
    taken: set[str] = set()
    for key, issue in list(graph.issues.items()):
        positions = [p for p in dict.fromkeys(issue.positions) if p not in taken]
        if len(positions) < len(issue.positions):
            loss.change("issue", key, "positions that stand twice, or in an issue before, are left out")
        count = sum(len(graph.arguments_for().get(p, ())) for p in positions) if len(positions) > 400 else 0
        if len(positions) * count > MOST_RIVALS:
            loss.drop("issue", key, f"{len(positions)} positions with {count} arguments are too many")
            del graph.issues[key]
            continue
        issue.positions = positions
        taken.update(positions)
    named: list[tuple[str, str]] = [(p, "position") for i in graph.issues.values() for p in i.positions]
    for argument in graph.arguments.values():
        named.append((argument.conclusion, "conclusion"))
        named += [(p, "premise") for p in argument.premises]
        named += [(u, "undercutter") for u in argument.undercutters]
    named += [(name, "assumption") for name in graph.assumptions]
    for name, what in named:
        if name not in graph.statements:
            graph.statements[name] = Statement(name, _stand_in(graph, name))
            loss.change(
                "statement", name, f"a {what} that is not among the statements: its name stands for it"
            )


def _stand_in(graph: CaesGraph, name: str) -> str:
    plain = negation(name)
    if name.startswith(NOT) and plain in graph.statements:
        return NOT + (graph.statements[plain].text or plain)
    return name
