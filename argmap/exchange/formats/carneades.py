"""Carneades 4 argument graphs in YAML, in and out."""

import re
from typing import Any

from argmap.exchange.caes import CaesArgument, CaesGraph, Issue, Statement, parts_of, term
from argmap.exchange.caes_map import map_of_caes
from argmap.exchange.caes_meta import OWN
from argmap.exchange.caes_out import carneades_text
from argmap.exchange.caes_theory import Theory
from argmap.exchange.content import Content
from argmap.exchange.foreign_yaml import looks_like_yaml, yaml_of
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, Imported, exporter, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown
from argmap.verdict.judgement import Judgement

STANDARDS = {
    "PE": None,
    "BA": None,
    "CCE": "clear-and-convincing",
    "BRD": "beyond-reasonable-doubt",
    "DV": "dialectical-validity",
    "SE": "scintilla",
}
"""Names of proof standards in files of all Carneades versions; PE is the usual one."""

_SECTIONS = frozenset(
    "meta statements arguments issues assumptions tests labels language argument_schemes issue_schemes "
    "weighing_functions references".split()
)
_TOP = re.compile(r"^([a-z_]+)[ \t]*:", re.MULTILINE)
_LABELS = {"in": "in", "out": "out", "undecided": "undecided"}


def likely(content: Content) -> float:
    """Tell by the sections: statements with arguments, issues, assumptions or tests."""
    if not looks_like_yaml(content):
        return 0
    found = set(_TOP.findall(content.text[:1_000_000]))
    if "claims" in found or "evidence" in found:
        return 0
    if "statements" in found:
        return 0.95 if len(found & _SECTIONS) > 1 else 0.5
    return 0.8 if found & {"arguments", "argument_schemes"} and len(found & _SECTIONS) > 1 else 0


@importer("carneades", "Carneades 4 YAML", (".yml", ".yaml"), likely)
def read(content: Content) -> Imported:
    """Read an argument graph; its tests become expectations."""
    root = yaml_of(content)
    if not isinstance(root, dict) or not root.keys() & _SECTIONS:
        raise UnreadableError(f"'{shown(content.name)}' is no Carneades file: it has no 'statements'")
    reader = Reader(root)
    reader.read()
    return map_of_caes(reader.graph, reader.loss)


@exporter("carneades", "Carneades 4 YAML", ".carneades.yml")
def write(judgement: Judgement) -> Exported:
    """Write a map as an argument graph."""
    loss = LossReport()
    return Exported({"": carneades_text(judgement.project, loss).encode()}, loss)


class Reader:
    """Reads the sections of one file."""

    def __init__(self, root: dict[Any, Any]) -> None:
        """Take a file.

        Args:
            root: The file as YAML gives it.
        """
        self.root = root
        self.loss = LossReport()
        self.graph = CaesGraph()
        self.theory = Theory(
            self._section("argument_schemes"), self._section("weighing_functions"), self.loss
        )
        self._language = {str(k): str(v) for k, v in self._section("language").items()}

    def read(self) -> None:
        """Read everything."""
        meta = self.root.get("meta")
        self.graph.meta = meta if isinstance(meta, dict) else {}
        self.graph.title = one_line(self.graph.meta.get("title"))
        for key, value in self.graph.meta.items():
            if key not in ("title", OWN):
                self.loss.drop(
                    "meta", str(key), f"'{shown(one_line(value) or str(value))}' has no place in a project"
                )
        for name, value in self._section("statements").items():
            self._statement(term(name), value)
        for name, value in self._section("arguments").items():
            self._argument(one_line(name), value)
        for name, value in self._section("issues").items():
            self._issue(one_line(name), value)
        for name in self._names(self.root.get("assumptions"), "assumption"):
            self.graph.assumptions[name] = None
        for label in ("tests", "labels"):
            self._tests(self._section(label))
        for key, item in self._section("references").items():
            self._reference(one_line(key), item)
        if self.theory.has_schemes:
            self.theory.infer(self.graph, self._section("issue_schemes"), self._worded)
        self._rest()

    def _section(self, name: str) -> dict[Any, Any]:
        """Give a section as a mapping; a list of things with ``id`` counts as one."""
        found = self.root.get(name)
        if isinstance(found, dict):
            return found
        if isinstance(found, list) and name not in ("assumptions",):
            made: dict[Any, Any] = {}
            for number, each in enumerate(found, 1):
                if isinstance(each, dict):
                    made.setdefault(one_line(each.get("id")) or f"{name}-{number}", each)
                else:
                    made.setdefault(each if isinstance(each, str) else f"{name}-{number}", None)
            return made
        return {}

    def _statement(self, name: str, value: object) -> None:
        text: object = value
        meta: dict[Any, Any] = {}
        if isinstance(value, dict):
            text = value.get("text")
            meta = value["meta"] if isinstance(value.get("meta"), dict) else {}
            if value.get("assumed") is True:
                self.graph.assumptions[name] = None
            for key in value.keys() - {"text", "meta", "assumed", "label", "id"}:
                self.loss.drop(f"statement.{key}", name, "it says nothing to a map")
        said = one_line(text)
        if not said and self._language:
            said = self._worded(name)
        self.graph.statements[name] = Statement(name, said or name, meta)

    def _worded(self, name: str) -> str:
        """Word a term by the file's language, whose gaps are %s or %v."""
        head, parts = parts_of(name.removeprefix("¬"))
        template = self._language.get(f"{head}/{len(parts)}", "")
        pieces = re.split(r"%[a-z]", template)
        said = pieces[0] + "".join(
            part + piece for part, piece in zip([*parts, *[""] * len(pieces)], pieces[1:], strict=False)
        )
        return ("¬" if name.startswith("¬") and said else "") + said.strip()

    def _argument(self, name: str, value: object) -> None:
        if not isinstance(value, dict):
            self.loss.drop("argument", name, "it is no mapping")
            return
        scheme = one_line(value.get("scheme"))
        made = CaesArgument(name, term(value.get("conclusion")), scheme=scheme)
        made.meta = value["meta"] if isinstance(value.get("meta"), dict) else {}
        premises = value.get("premises")
        if isinstance(premises, dict):
            made.roles = [str(role) for role in premises]
            made.premises = [term(p) for p in premises.values()]
        else:
            made.premises = self._names(premises, "premise")
        made.undercutters = self._names(value.get("undercutter"), "undercutter")
        self.theory.apply(made, self._names(value.get("parameters"), "parameter"))
        if not made.conclusion:
            self.loss.drop("argument", name, "it has no conclusion")
            return
        made.weight = self._weight(name, value.get("weight", value.get("weigth")))
        self.graph.arguments[name] = made

    def _weight(self, name: str, value: object) -> float | None:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        if value is not None:
            self.loss.drop("argument.weight", name, f"'{shown(str(value))}' is no weight from 0 to 1")
        return None

    def _issue(self, name: str, value: object) -> None:
        positions = value.get("positions") if isinstance(value, dict) else value
        names = self._names(positions, "position")
        if not names:
            self.loss.drop("issue", name, "it has no position")
            return
        said = one_line(value.get("standard")).upper() if isinstance(value, dict) else ""
        if said and said not in STANDARDS:
            self.loss.change("issue.standard", name, f"'{shown(said)}' is unknown; the usual one counts")
        if isinstance(value, dict) and value.get("meta"):
            self.loss.drop("issue.meta", name, "a map has no issues of their own")
        self.graph.issues[name] = Issue(name, names, STANDARDS.get(said))

    def _names(self, value: object, what: str) -> list[str]:
        """Give names of statements, whether one stands alone or several in a list."""
        if value is None:
            return []
        if isinstance(value, dict):
            return [term(key) for key in value]
        found = []
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str | int | float):
                found.append(term(each))
            else:
                self.loss.drop(what, "", f"'{shown(str(each))}' is no name")
        return list(dict.fromkeys(found))

    def _tests(self, tests: dict[Any, Any]) -> None:
        for word, label in _LABELS.items():
            for name in self._names(tests.get(word), "test"):
                self.graph.tests[name] = label

    def _reference(self, key: str, item: object) -> None:
        if not isinstance(item, dict):
            self.loss.drop("reference", key, "it is no mapping")
            return
        kept = item.get(OWN)
        if isinstance(kept, dict):
            self.graph.sources[key] = kept
            return
        author = one_line(item.get("creator") or item.get("author"))
        csl: dict[str, Any] = {"type": "document", "title": one_line(item.get("title")) or key}
        csl |= {"author": [{"literal": author}]} if author else {}
        csl |= (
            {"URL": one_line(item.get("identifier") or item.get("url"))}
            if item.get("identifier") or item.get("url")
            else {}
        )
        self.graph.sources[key] = csl
        self.loss.change("reference", key, "title, creator and address are kept")

    def _rest(self) -> None:
        self.theory.tell_unused()
        for name in self._section("issue_schemes"):
            self.loss.change("issue scheme", one_line(name), "kept only in what stands against each other")
        for name in self._language:
            self.loss.drop(
                "language", name, "a map has no templates of wording; statements have their own words"
            )
        for name in self.root.keys() - _SECTIONS:
            self.loss.drop("section", shown(str(name)), "unknown to argmap")
