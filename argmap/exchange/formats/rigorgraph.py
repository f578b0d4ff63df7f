"""Claims, evidence and verifications of RigorGraph: its JSON Lines, or the same as YAML or JSON; in."""

import json
import re
from collections.abc import Iterator
from typing import Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.content import Content
from argmap.exchange.foreign_yaml import looks_like_yaml, yaml_of
from argmap.exchange.naming import name_by_words
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import one_line
from argmap.model.errors import UnreadableError, shown

_TABLES = ("claims", "evidence", "verifications")
_KINDS = {"dataset": "statistics", "human_review": "report"}
_CLAIM_KINDS = {"empirical": "factual"}
_LIST = re.compile(r"^(claims|evidence|verifications)[ \t]*:", re.MULTILINE)
_MARKS = re.compile(r"\b(evidence_ids|claim_id|checked_evidence_ids|snapshot_sha256)\b")


def _table_of(row: dict[str, Any]) -> str:
    if "statement" in row and row.keys() & {"authors", "evidence_ids", "dependencies", "status"}:
        return "claims"
    if "claim_id" in row and "outcome" in row:
        return "verifications"
    return "evidence" if "producer" in row and "scope" in row else ""


def likely(content: Content) -> float:
    """Tell by the fields of the records, in lines of JSON, lists, or YAML."""
    head = content.head
    if head[:1] == "{" and (found := _first_line(content)) is not None and _table_of(found):
        return 0.95
    rows = content.json if content.is_json else None
    if isinstance(rows, list):
        return 0.98 if rows and isinstance(rows[0], dict) and _table_of(rows[0]) else 0
    if isinstance(rows, dict):
        lists = [rows[t] for t in _TABLES if isinstance(rows.get(t), list)]
        return 0.98 if any(isinstance(r, dict) and _table_of(r) for rows in lists for r in rows[:5]) else 0
    if not looks_like_yaml(content):
        return 0
    text = content.text[:200_000]
    listed = re.search(r"^(?:claims|evidence):[ \t]*\n[ \t]*-[ \t]", text, re.MULTILINE)
    if _LIST.search(text) and listed and "statement:" in text and _MARKS.search(text):
        return 0.9
    return (
        0.4
        if re.search(r"^fail_on:", text, re.MULTILINE) and re.search(r"^version: 1\b", text, re.MULTILINE)
        else 0
    )


def _first_line(content: Content) -> dict[str, Any] | None:
    try:
        found = json.loads(content.text.lstrip().split("\n", 1)[0])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


@importer(
    "rigorgraph", "RigorGraph (claims, evidence, verifications)", (".jsonl", ".yaml", ".yml", ".json"), likely
)
def read(content: Content) -> Imported:
    """Read one file of a RigorGraph project, or all its records in one."""
    builder = MapBuilder()
    reader = _Reader(builder)
    root = None
    if not content.is_json and _first_line(content) is not None:
        for row in _lines(content, builder):
            reader.add(_table_of(row), row)
    else:
        root = content.json if content.is_json else yaml_of(content)
        reader.root(root)
    if not reader.count:
        where = "they stand in claims.jsonl and evidence.jsonl"
        raise UnreadableError(f"'{shown(content.name)}' holds no record of RigorGraph; {where}")
    reader.links()
    return builder.build(one_line(root.get("name")) if isinstance(root, dict) else "")


def _lines(content: Content, builder: MapBuilder) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(content.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield row
        else:
            builder.loss.drop("line", str(number), "it is no JSON object")


class _Reader:
    def __init__(self, builder: MapBuilder) -> None:
        self._builder = builder
        self._loss = builder.loss
        self._claims: list[tuple[str, dict[str, Any]]] = []
        self._checks: list[dict[str, Any]] = []
        self.count = 0

    def root(self, root: object) -> None:
        """Take a list of records, or tables of them."""
        if isinstance(root, list):
            for row in root:
                self.add(_table_of(row) if isinstance(row, dict) else "", row)
        elif isinstance(root, dict):
            if table := _table_of(root):
                self.add(table, root)
                return
            for key, rows in root.items():
                if key in _TABLES:
                    listed = rows if isinstance(rows, list) else []
                    if isinstance(rows, dict):
                        listed = [{"id": k, **v} for k, v in rows.items() if isinstance(v, dict)]
                    for row in listed:
                        self.add(key, row)
                elif key not in ("name", "project"):
                    self._loss.drop("setting", shown(str(key)), "a map has no such setting")

    def add(self, table: str, row: object) -> None:
        """Take one record."""
        if not isinstance(row, dict) or not table:
            self._loss.drop(
                "record",
                shown(one_line(row.get("id")) if isinstance(row, dict) else str(row)),
                "not understood",
            )
            return
        self.count += 1
        key = one_line(row.get("id")) or f"{table} {self.count}"
        if table == "claims":
            self._claim(key, row)
        elif table == "evidence":
            self._evidence(key, row)
        else:
            self._checks.append(row)

    def _claim(self, key: str, row: dict[str, Any]) -> None:
        if key in self._builder:
            self._loss.drop("claim", key, "its id is taken; the first under it was kept")
            return
        kind = one_line(row.get("type")).lower()
        remarks = [f"Type: {kind}." if kind and kind not in _CLAIM_KINDS else ""]
        remarks += [f"Status: {one_line(row['status'])}." if row.get("status") else ""]
        remarks += [f"Supersedes {one_line(row['supersedes'])}." if row.get("supersedes") else ""]
        text = one_line(row.get("statement", row.get("text")))
        self._builder.claim(
            key, text, kind=_CLAIM_KINDS.get(kind), remark=" ".join(filter(None, remarks)) or None
        )
        if any(remarks):
            self._loss.change("claim.status", key, "type and status are kept as a remark")
        self._tell_dates(key, row)
        for who in _names(row.get("authors")):
            name_by_words(self._builder, f"author {who}", who)
            self._builder.scholar(f"author {who}", who)
            self._builder.extend(key, "held_by", f"author {who}")
        self._claims.append((key, row))

    def _tell_dates(self, key: str, row: dict[str, Any]) -> None:
        for name in ("created_at", "updated_at"):
            if row.get(name):
                self._loss.drop(name, key, "a map keeps no dates of editing")

    def _evidence(self, key: str, row: dict[str, Any]) -> None:
        if key in self._builder:
            self._loss.drop("evidence", key, "its id is taken; the first under it was kept")
            return
        place = one_line(row.get("uri") or row.get("path"))
        source = None
        if place:
            source = f"source {place}"
            item: dict[str, Any] = {
                "type": "document",
                "title": one_line(row.get("title")) or place,
                "URL": place,
            }
            if producer := one_line(row.get("producer")):
                item["author"] = [{"literal": producer}]
            name_by_words(self._builder, source, f"{item['title']} source")
            self._builder.source(source, item)
        kind = one_line(row.get("type")).lower()
        words = [
            f"Type: {kind}." if kind else "",
            f"Scope: {one_line(row['scope'])}." if row.get("scope") else "",
        ]
        if row.get("sha256"):
            words.append(f"sha256 {one_line(row['sha256'])}.")
        self._builder.evidence(
            key, one_line(row.get("title")), source=source, locator=one_line(row.get("locator")) or None,
            kind=_KINDS.get(kind), remark=" ".join(filter(None, words)) or None,
        )  # fmt: skip
        self._loss.change("evidence", key, "type, scope and digest are kept as a remark")
        self._tell_dates(key, row)
        if row.get("metadata"):
            self._loss.drop("evidence.metadata", key, "free metadata has no place in a map")

    def links(self) -> None:
        """Make the arguments: what a claim depends on joins into one, each evidence is one."""
        for key, row in self._claims:
            if depends := _names(row.get("dependencies")):
                self._builder.step(f"dependencies of {key}", key, depends, type="dependencies")
            for name in _names(row.get("evidence_ids")):
                self._builder.step(f"{name} for {key}", key, [name], type="evidence link")
        for row in self._checks:
            claim, key = one_line(row.get("claim_id")), one_line(row.get("id"))
            if self._builder.kind_of(claim) != "claims":
                self._loss.drop("verification", key, f"there is no claim '{shown(claim)}'")
                continue
            outcome, who = one_line(row.get("outcome")).upper(), one_line(row.get("verifier")) or "somebody"
            why = one_line(row.get("rationale")).rstrip(".") or "no reason given"
            self._builder.remark(claim, f"{outcome or 'Checked'} by {who}: {why}.")
            self._loss.change("verification", key, "kept as a remark on its claim")


def _names(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return list(dict.fromkeys(said for each in listed if (said := one_line(each))))
