"""Makes a map of tables whose columns are told by their headers."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.naming import name_by_words
from argmap.exchange.relations import relation_of
from argmap.exchange.texts import one_line
from argmap.model.errors import shown
from argmap.model.records import Argument, Claim, Evidence
from argmap.model.vocabulary import SINGULAR

_HEADERS = {
    "id": "id|key|nr|no|no.|number|#|code|identifier|claim id|statement id|node id|node",
    "text": "text|statement|claim|shows|content|proposition|sentence|label|title|description|claim text"
    "|body|name|argument|aussage|behauptung|thesis",
    "record": "record|record type|record kind|node type",
    "kind": "kind|claim kind|category|type",
    "for": "for|supports|support for|pro for|supported claim|stützt",
    "against": "against|attacks|opposes|rebuts|contradicts|refutes|con for",
    "parent": "parent|parent id|parentid|target|conclusion|reply to|in reply to|to|parent claim",
    "relation": "relation|relationship|stance|side|polarity|pro/con|pro con|procon|link|link type"
    "|edge type|sign",
    "from": "from|premises|premise ids",
    "group": "group|reason|reason id|argument id|co-premises|joined",
    "because": "because|warrant|rationale",
    "unless": "unless|undercut by|undercutters",
    "answer": "answer|answered by|answers",
    "challenged_by": "challenged by|challenged_by",
    "source": "source|sources|reference|references|citation|cite|url|document",
    "locator": "locator|page|pages|pinpoint|place",
    "held_by": "held by|held_by|author|speaker|holder|who|said by|authors",
    "part": "part|chapter", "section": "section|heading", "when": "when|date|period", "hedge": "hedge",
    "standard": "standard|proof standard", "made": "made|made on|date made", "form": "form", "grade": "grade",
    "scheme": "scheme|argument scheme|argumentation scheme", "strength": "strength", "weight": "weight",
    "remark": "remark|note|notes|comment|comments", "verdict": "verdict|status", "more": "more",
}  # fmt: skip
_BY_HEADER = {header: name for name, headers in _HEADERS.items() for header in headers.split("|")}
_RECORDS = {name: kind for kind, name in SINGULAR.items()} | {
    "claims": "claims", "statement": "claims", "thesis": "claims", "premise": "claims",
    "conclusion": "claims", "reason": "claims", "objection": "claims", "sources": "sources",
    "argument": "arguments", "step": "arguments", "inference": "arguments",
}  # fmt: skip
_STATED = {
    "claims": tuple(Claim.__dataclass_fields__), "evidence": tuple(Evidence.__dataclass_fields__),
}  # fmt: skip
_STEP_FIELDS = ("because", "scheme", "strength", "weight", "bearing", "tendency", "remark")

Row = dict[str, str]


def columns_of(header: Sequence[str]) -> list[str]:
    """Name the columns of a header; empty for those that mean nothing to us.

    Examples:
        >>> columns_of(["ID", "Statement", "Supports", "Mood"])
        ['id', 'text', 'for', '']
    """
    found: list[str] = []
    for cell in header:
        word = " ".join(cell.casefold().replace("_", " ").split())
        name = _BY_HEADER.get(cell.strip().casefold()) or _BY_HEADER.get(word, "")
        found.append(name if name not in found else "")
    words = [" ".join(cell.casefold().split()) for cell in header]
    if (
        "parent" in found
        and "text" not in found
        and "source" in found
        and words[found.index("parent")] in ("target", "to")
    ):
        found[found.index("source")] = "child"  # a list of links: source, target, relation
    elif "from" in found and "to" in words and not {"text", "for", "against"} & set(found):
        found[found.index("from")] = "child"
    return found


def likelihood(header: Sequence[str]) -> float:
    """Tell how surely a header is one of ours, 0 to 1."""
    names = set(columns_of(header)) - {""}
    if {"record", "id", "text"} <= names:
        return 0.9
    if "child" in names or ("text" in names and names & {"for", "against", "parent", "relation", "from"}):
        return 0.7
    return 0.4 if {"id", "text"} <= names else 0.3 if "text" in names and len(names) > 1 else 0


class TableReader:
    """Collects the rows of tables and builds one map of them."""

    def __init__(self) -> None:
        self.builder = MapBuilder()
        self._loss = self.builder.loss
        self._rows: list[tuple[str, Row]] = []
        self._texts: dict[str, str] = {}
        self._said: dict[str, str] = {}

    def read(self, header: Sequence[str], rows: Iterable[Sequence[str]], name: str = "") -> None:
        """Take one table.

        Args:
            header: Its first row.
            rows: The other rows.
            name: Of its sheet.
        """
        columns = columns_of(header)
        for cell, column in zip(header, columns, strict=True):
            if not column and cell.strip():
                self._loss.drop("column", shown(cell), "its header says nothing to argmap")
        before = f"{name}!" if name else ""
        seen: set[tuple[str, ...]] = set()
        for number, cells in enumerate(rows, 2):
            row = {c: v.strip() for c, v in zip(columns, cells, strict=False) if c and v.strip()}
            place = f"row {before}{number}"
            if not row:
                continue
            mark = tuple(cells)
            if mark in seen:
                self._loss.drop("row", place, "it is there twice")
                continue
            seen.add(mark)
            self._rows.append((place, row))

    def statements(self) -> None:
        """Make the records; the links come after, when all names are known."""
        for place, row in self._rows:
            if "child" in row:
                if "kind" in row and "relation" not in row:
                    row["relation"] = row.pop("kind")
                for end in (row["child"], row.get("parent", "")):
                    if end and end not in self.builder:
                        self.builder.claim(end, end)
                row["id"] = row["child"]
                continue
            kind = self._kind(row)
            row["record"] = kind
            if kind != "arguments":
                self._record(place, row, kind)

    def _kind(self, row: Row) -> str:
        for name in ("record", "kind"):
            word = row.get(name, "").casefold()
            if word in _RECORDS:
                if name == "kind":
                    del row["kind"]
                return _RECORDS[word]
            if name == "kind" and relation_of(word) in ("for", "against") and "relation" not in row:
                row["relation"] = row.pop("kind")
        return "arguments" if "from" in row and "text" not in row else "claims"

    def _record(self, place: str, row: Row, kind: str) -> None:
        text = row.get("text", "")
        if "id" not in row:
            name_by_words(self.builder, place, text)
        key = row.setdefault("id", place)
        if self.builder.kind_of(key) is not None:
            if one_line(text).casefold() not in ("", self._said.get(key, "")):
                self._loss.drop(SINGULAR[kind], key, f"its id is taken; the text of {place} was left out")
            return
        more = _json(row.get("more"))
        self._said[key] = one_line(text).casefold()
        self._texts.setdefault(one_line(text).casefold(), key)
        if kind == "sources":
            self.builder.source(key, _source_item(key, row, more))
        elif kind in _STATED:
            fields: dict[str, Any] = {
                k: v
                for k, v in more.items()
                if k in _STATED[kind] and k not in ("pro", "con", "text", "shows")
            }
            for name in set(_STATED[kind]) & row.keys() - {"text", "shows", "source"}:
                fields[name] = _listed(row[name]) if name in ("held_by", "challenged_by") else row[name]
            for name in ("schools", "scholars"):
                if name in fields and not isinstance(fields[name], dict):
                    del fields[name]
            if kind == "claims":
                self.builder.claim(key, text, **fields)
            else:
                self.builder.evidence(key, text, **fields)
        else:
            words = "text" if kind == "events" else "name"
            given: dict[str, Any] = {k: v for k, v in more.items() if k != words}
            given |= {k: row[k] for k in ("part", "when", "remark") if k in row}
            self.builder.add(kind, key, text, **given, **{words: text or key})

    def links(self) -> None:
        """Make the sources, holders and arguments."""
        groups: dict[tuple[str, str, bool], str] = {}
        for place, row in self._rows:
            if row.get("record") == "arguments":
                self._argument(place, row)
                continue
            key = row.get("id", "")
            if key not in self.builder:
                continue
            self._cited(key, row)
            for target, against in self._targets(place, row):
                group = (target, row.get("group", ""), against)
                if row.get("group") and group in groups:
                    self.builder.steps[groups[group]].premises.append(key)
                    continue
                made = self._step(f"{key} to {target}", target, [key], against, row)
                groups[group] = made

    def _targets(self, place: str, row: Row) -> list[tuple[str, bool]]:
        found = [(self._named(name), False) for name in _listed(row.get("for", ""))]
        found += [(self._named(name), True) for name in _listed(row.get("against", ""))]
        relation = relation_of(row.get("relation", ""))
        for name in _listed(row.get("parent", "")):
            if relation is None:
                told = f"'{shown(row['relation'])}' is unknown; " if "relation" in row else ""
                self._loss.change("row", place, f"{told}it is read as speaking for '{shown(name)}'")
            found.append((self._named(name), relation in ("against", "unless", "challenges")))
        return found

    def _named(self, name: str) -> str:
        """Find a statement by its id, else by its text."""
        if name in self.builder:
            return name
        return self._texts.get(one_line(name).casefold(), name)

    def _argument(self, place: str, row: Row) -> None:
        found = self._targets(place, row)
        if not found:
            self._loss.drop("argument", row.get("id", place), "it speaks for and against nothing")
        for number, (target, against) in enumerate(found):
            key = row.get("id", place) if not number else f"{row.get('id', place)} to {target}"
            premises = [self._named(n) for n in _listed(row.get("from", ""))]
            self._step(key, target, premises, against, row)

    def _step(self, key: str, target: str, premises: list[str], against: bool, row: Row) -> str:
        fields: dict[str, Any] = {}
        if row.get("record") == "arguments":
            more = _json(row.get("more"))
            names = Argument.__dataclass_fields__.keys() - {"premises", "unless", "answer"}
            fields = {k: v for k, v in more.items() if k in names}
            fields |= {name: row[name] for name in _STEP_FIELDS if name in row}
            if isinstance(more.get("from"), list) and not premises:
                premises = [str(name) for name in more["from"]]
        else:
            fields = {name: row[name] for name in ("because", "scheme", "strength", "weight") if name in row}
        scheme = one_line(fields.pop("scheme", ""))
        made = self.builder.step(key, target, premises, against=against, scheme=scheme, **fields)
        made.unless = [self._named(n) for n in _listed(row.get("unless", ""))]
        made.answer = [self._named(n) for n in _listed(row.get("answer", ""))]
        return made.key

    def _cited(self, key: str, row: Row) -> None:
        for who in _listed(row.get("held_by", "")) if row.get("record") == "claims" else ():
            self.builder.scholar(who, who)
        source = row.get("source", "")
        if not source:
            return
        if self.builder.kind_of(source) != "sources":
            address = {"URL": source} if re.match(r"https?://", source) else {}
            self.builder.source(
                source, {"type": "webpage" if address else "document", "title": source, **address}
            )
        if self.builder.kind_of(source) != "sources":
            self._loss.drop("source", source, "its name is taken by another record")
        elif row["record"] == "evidence":
            self.builder.update(key, source=source)
        else:
            item = f"source of {key}"
            self.builder.evidence(
                item, f"Cited for this claim: {source}", source=source, locator=row.get("locator")
            )
            self.builder.step(item, key, [item], type="citation")


def _listed(cell: str) -> list[str]:
    """Split a cell of names; a comma divides only where no semicolon does and none of it is a sentence."""
    parts = (
        cell.split(";") if ";" in cell else cell.split(",") if " " not in cell.replace(", ", ",") else [cell]
    )
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _json(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _source_item(key: str, row: Row, more: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"title": row.get("text") or key, **more}
    return item | {"type": row["kind"]} if "kind" in row else item
