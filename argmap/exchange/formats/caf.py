"""The Carneades Argument Format, in which Carneades 3 writes XML; in."""

import re
from typing import TYPE_CHECKING, Any

from argmap.exchange.caes import CaesArgument, CaesGraph, Statement
from argmap.exchange.caes_map import map_of_caes
from argmap.exchange.caes_xml import children, complement, first, local, number, said, set_at_issue
from argmap.exchange.content import Content
from argmap.exchange.formats.carneades import STANDARDS
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNDERCUT = re.compile(r"\((undercut|valid)\s+([^)]+?)\s*\)")
_CSL = {"title": "title", "publisher": "publisher", "identifier": "URL", "language": "language"}


def likely(content: Content) -> float:
    """Tell by the root element."""
    return 1.0 if content.tag.lower() == "caf" else 0.0


@importer("caf", "Carneades Argument Format (XML, Carneades 3)", (".xml", ".caf"), likely)
def read(content: Content) -> Imported:
    """Read an argument graph."""
    root = content.xml
    if local(root).lower() != "caf":
        raise UnreadableError(f"'{shown(content.name)}' is no CAF: its root is not 'caf'")
    reader = _Reader(root)
    reader.read()
    return map_of_caes(reader.graph, reader.loss)


def _name(element: "_Element", attribute: str) -> str:
    """Give an id without the words that make a UUID a URN."""
    return one_line(element.get(attribute)).replace("urn:uuid:", "")


class _Reader:
    def __init__(self, root: "_Element") -> None:
        self._root = root
        self.graph = CaesGraph()
        self.loss = LossReport()
        self._standards: dict[str, str | None] = {}
        self._cutting: dict[str, tuple[str, str]] = {}
        """Statement about an argument to the word (undercut, valid) and the argument's id."""
        self._main: list[str] = []

    def read(self) -> None:
        self._metadata()
        for element in children(self._root, "statements", "statement"):
            self._statement(element)
        for count, element in enumerate(children(self._root, "arguments", "argument"), 1):
            self._argument(element, count)
        self._undercut()
        for element in children(self._root, "references", "metadata"):
            self._reference(element)
        for element in self._root:
            if local(element) not in ("metadata", "statements", "arguments", "references", ""):
                self.loss.drop("section", local(element), "unknown to argmap")
        if len(self._main) == 1:
            self.graph.thesis = self._main[0]
        elif self._main:
            self.loss.change("statement.main", "", f"{len(self._main)} main statements: a map has one thesis")
        set_at_issue(self.graph, self._standards)

    def _metadata(self) -> None:
        meta = first(self._root, "metadata")
        if meta is None:
            return
        self.graph.title = one_line(meta.get("title"))
        for name in meta.attrib:
            if name != "title":
                self.loss.drop("metadata", str(name), "it has no place in a project")
        for each in children(meta, "descriptions", "description"):
            self.loss.drop(
                "metadata", f"description {each.get('lang') or ''}".strip(), "it has no place in a project"
            )

    def _statement(self, element: "_Element") -> None:
        name = _name(element, "id")
        if not name or name in self.graph.statements:
            self.loss.drop("statement", name, "it has no id" if not name else "its id is taken")
            return
        texts = [(one_line(d.get("lang")), said(d)) for d in children(element, "descriptions", "description")]
        texts = sorted((t for t in texts if t[1]), key=lambda t: t[0] not in ("en", ""))
        atom = _name(element, "atom")
        if found := _UNDERCUT.fullmatch(atom):
            self._cutting[name] = (found[1], found[2])
        notes = {f"text in {language or 'another language'}": text for language, text in texts[1:]}
        notes |= self._notes(element)
        text = texts[0][1] if texts else "" if atom in ("", name) else atom
        self.graph.statements[name] = Statement(name, text or name, notes)
        standard = one_line(element.get("standard")).upper()
        self._standards[name] = STANDARDS.get(standard)
        if standard and standard not in STANDARDS:
            self.loss.change(
                "statement.standard", name, f"'{shown(standard)}' is unknown; the usual one counts"
            )
        weight = number(element, "weight")
        if weight is not None and weight > 0.5:
            self.graph.assumptions[name] = None
        elif weight is not None and weight < 0.5:
            self.graph.assumptions[complement(self.graph, name)] = None
        if element.get("value"):
            self.loss.drop("statement.value", name, "a label that was worked out; argmap works out its own")
        if one_line(element.get("main")).lower() in ("true", "1"):
            self._main.append(name)

    def _notes(self, element: "_Element") -> dict[str, str]:
        """Give the metadata of a statement or argument as words."""
        meta = first(element, "metadata")
        if meta is None:
            return {}
        notes = {str(key): one_line(str(value)) for key, value in meta.attrib.items()}
        for each in children(meta, "descriptions", "description"):
            notes[f"description {each.get('lang') or ''}".strip()] = said(each)
        return {key: value for key, value in notes.items() if value}

    def _argument(self, element: "_Element", count: int) -> None:
        name = _name(element, "id") or f"argument {count}"
        goal = first(element, "conclusion")
        target = _name(goal, "statement") if goal is not None else ""
        if not target or name in self.graph.arguments:
            self.loss.drop("argument", name, "its id is taken" if target else "it has no conclusion")
            return
        pro = one_line(element.get("pro") or "true").lower() not in ("false", "0")
        conclusion = target if pro else complement(self.graph, target)
        made = CaesArgument(
            name, conclusion, scheme=one_line(element.get("scheme")), meta=self._notes(element)
        )
        made.weight = number(element, "weight")
        if one_line(element.get("strict")).lower() in ("true", "1"):
            self.loss.drop("argument.strict", name, "argmap knows no strict arguments")
        premises, roles = [], []
        for each in children(element, "premises", "premise"):
            premise = _name(each, "statement")
            positive = one_line(each.get("positive") or "true").lower() not in ("false", "0")
            premises.append(premise if positive else complement(self.graph, premise))
            roles.append(one_line(each.get("role")))
            if one_line(each.get("implicit")).lower() in ("true", "1"):
                self.loss.drop("premise.implicit", name, f"'{shown(premise)}' is a premise like others")
        exceptions = [_name(e, "statement") for e in children(element, "exceptions", "exception")]
        made.premises, made.roles = premises, roles if any(roles) else ()
        made.undercutters += filter(None, exceptions)
        self.graph.arguments[name] = made

    def _undercut(self) -> None:
        """Tie statements about arguments, ``(undercut A)`` and the negation of ``(valid A)``, to them."""
        for name, (word, target) in self._cutting.items():
            argument = self.graph.arguments.get(target)
            if argument is None:
                self.loss.drop("undercutter", name, f"there is no argument '{shown(target)}'")
                continue
            by = complement(self.graph, name) if word == "valid" else name
            argument.undercutters.append(by)
            goal = self.graph.statements.get(argument.conclusion)
            about = f"the argument for: {goal.text}" if goal is not None else f"the argument {target}"
            for each, text in ((name, "is valid" if word == "valid" else "is undercut"), (by, "is undercut")):
                statement = self.graph.statements[each]
                if statement.text.lstrip("¬") in (each.lstrip("¬"), f"({word} {target})"):
                    statement.text = f"{about[0].upper() + about[1:].rstrip('.')} {text}."

    def _reference(self, element: "_Element") -> None:
        key = one_line(element.get("key"))
        if not key:
            self.loss.drop("reference", one_line(element.get("title")), "it has no key")
            return
        item: dict[str, Any] = {"type": "document", "title": key}
        for name, field in _CSL.items():
            if value := one_line(element.get(name)):
                item[field] = value
        if creator := one_line(element.get("creator")):
            item["author"] = [{"literal": each.strip()} for each in creator.split(";") if each.strip()]
        if year := re.search(r"\b[12]\d{3}\b", one_line(element.get("date"))):
            item["issued"] = {"date-parts": [[int(year[0])]]}
        self.graph.sources.setdefault(key, item)
        for name in element.attrib:
            if name not in (*_CSL, "key", "creator", "date"):
                self.loss.drop(f"reference.{name}", key, "not read")
