"""Writes a map as a Carneades 4 argument graph.

Evidence becomes an assumed statement; what is against a claim supports its negation, at issue with
it. What Carneades has no word for stands in ``meta``, which its programs keep and do not read.
"""

from typing import Any

from argmap.exchange.caes import NOT
from argmap.exchange.flatten import FlatStep, flat_steps, tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.objects import record_object
from argmap.files.yaml_write import Value, entry
from argmap.model.project import Project
from argmap.model.records import Argument, Claim, Evidence

_LINKS = ("held_by", "scholars", "schools")
_STANDARDS = {"clear-and-convincing": "CCE", "beyond-reasonable-doubt": "BRD"}
_HOLDS = {
    "claims": tuple(n for n in Claim.__dataclass_fields__ if n not in _LINKS),
    "evidence": tuple(Evidence.__dataclass_fields__),
    "sources": ("csl", "type", "title", "authors", "issued", "container", "archive"),
    "arguments": tuple(Argument.__dataclass_fields__),
    "settings": ("title", "verdicts", "thesis"),
    "expect": (),
}

Tree = dict[str, Any]


def carneades_text(project: Project, loss: LossReport) -> str:
    """Write a map as the text of a Carneades file.

    Args:
        project: The map.
        loss: The report to write to.
    """
    tell_losses(project, loss, _HOLDS)
    return _Writer(project, loss).text()


class _Writer:
    def __init__(self, project: Project, loss: LossReport) -> None:
        self._project = project
        self._loss = loss
        self._statements: Tree = {}
        self._arguments: Tree = {}
        self._issues: Tree = {}
        self._assumptions: list[str] = []

    def text(self) -> str:
        project = self._project
        for key, claim in project.claims.items():
            self._claim(key, claim)
        for key, item in project.evidence.items():
            self._evidence(key, item)
        for step in flat_steps(project):
            self._step(step)
        tree: Tree = {"meta": self._meta()}
        tree |= {"statements": self._statements} if self._statements else {}
        tree |= {"issues": self._issues} if self._issues else {}
        tree |= {"arguments": self._arguments} if self._arguments else {}
        tree |= {"assumptions": self._assumptions} if self._assumptions else {}
        if project.sources:
            items = {
                k: {"title": s.title, "argmap": record_object("sources", s)}
                for k, s in project.sources.items()
            }
            tree["references"] = items
        tree |= self._tests()
        lines: list[str] = []
        for name, value in tree.items():
            lines += [*entry(name, value), ""]
        return "\n".join(lines)

    def _meta(self) -> Tree:
        settings = self._project.settings
        own: Tree = {"setting": settings.verdicts.setting}
        own |= {"thesis": settings.thesis} if settings.thesis else {}
        if settings.verdicts.setting == "grades":
            self._loss.change("setting", "verdicts", "Carneades weighs in its own way; its labels may differ")
        return {"title": settings.title, "argmap": own}

    def _claim(self, key: str, claim: Claim) -> None:
        fields = record_object("claims", claim)
        kept = {k: v for k, v in fields.items() if k not in ("text", "for", "against", *_LINKS)}
        if kept.get("kind") == "interpretive":
            del kept["kind"]
        own: Tree = {"claim": kept} if kept else {}
        stated = self._project.expectations.get(key)
        if stated:
            own["expect"] = [{"verdict": e.verdict} | ({"grade": e.grade} if e.grade else {}) for e in stated
                             if e.school is None and e.as_of is None]  # fmt: skip
            for each in stated:
                if each.school is not None or each.as_of is not None:
                    self._loss.drop("expectation", key, "Carneades knows one audience only")
        self._statements[key] = {"text": claim.text, "meta": {"argmap": own}} if own else claim.text
        if claim.con:
            self._statements[NOT + key] = NOT + claim.text
            issue: Tree = {"positions": [key, NOT + key]}
            standard = claim.standard or self._project.settings.verdicts.standard
            if standard in _STANDARDS:
                issue["standard"] = _STANDARDS[standard]
            self._issues[f"i{len(self._issues) + 1}"] = issue
        standard = claim.standard or "preponderance"
        if standard not in _STANDARDS and standard != "preponderance":
            self._loss.change("claim.standard", key, f"Carneades lacks '{standard}'; kept in meta only")

    def _evidence(self, key: str, item: Evidence) -> None:
        fields = record_object("evidence", item)
        kept = {k: v for k, v in fields.items() if k != "shows"}
        self._statements[key] = {"text": item.shows, "meta": {"argmap": {"evidence": kept}}}
        challengers = [c for c in item.challenged_by if c in self._project.claims]
        if not challengers:
            self._assumptions.append(key)
            return
        name = self._name()
        self._arguments[name] = {"conclusion": key, "meta": {"argmap": {"challenge": True}}}
        self._undercut(name, challengers)

    def _name(self) -> str:
        return f"a{len(self._arguments) + 1}"

    def _step(self, step: FlatStep) -> None:
        argument = step.argument
        name = self._name()
        against = step.side == "against"
        made: Tree = {
            "conclusion": (NOT if against else "") + step.conclusion,
            "premises": list(argument.premises),
        }
        if argument.weight is not None:
            made["weight"] = argument.weight
            self._loss.change("argument.weight", step.id, "written down, but Carneades does not count it")
        own = {
            k: getattr(argument, k)
            for k in ("because", "scheme", "strength", "bearing", "tendency", "remark")
            if getattr(argument, k) is not None
        }
        if argument.answer or len(argument.unless) > 1:
            own |= {k: list(v) for k, v in (("unless", argument.unless), ("answer", argument.answer)) if v}
        self._arguments[name] = made
        self._undercut(name, list(dict.fromkeys((*argument.unless, *argument.answer))))
        if own:
            made["meta"] = {"argmap": own}

    def _undercut(self, name: str, by: list[str]) -> None:
        """Name the undercutter; several stand behind one that says that the argument fails."""
        if len(by) == 1:
            self._arguments[name]["undercutter"] = by[0]
        elif by:
            failing = f"{NOT}app({name})"
            self._statements[failing] = {
                "text": f"{NOT}app({name})",
                "meta": {"argmap": {"undercutter": True}},
            }
            self._arguments[name]["undercutter"] = failing
            for each in by:
                made: Tree = {
                    "conclusion": failing,
                    "premises": [each],
                    "meta": {"argmap": {"undercutter": True}},
                }
                self._arguments[self._name()] = made

    def _tests(self) -> Tree:
        found: dict[str, list[Value]] = {"in": [], "out": []}
        for key, expected in self._project.expectations.items():
            plain = [e for e in expected if e.school is None and e.as_of is None]
            if plain and key in self._project.claims:
                found["in" if plain[0].verdict == "supported" else "out"].append(key)
        return {"tests": {k: v for k, v in found.items() if v}} if any(found.values()) else {}
