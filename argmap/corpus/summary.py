"""A corpus in figures, counted from the files of its results, one batch at a time."""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.corpus.extras import need
from argmap.model.finding import Severity
from argmap.model.vocabulary import VERDICT_WORDS

MOST_FRAGILE = 20
"""Claims that are named."""

MOST_TROUBLED = 50
"""Projects with a message that are named."""

MOST_GROUPS = 5_000
"""Groups that are counted one by one; those that come later are counted together."""

OTHERS = "(others)"

_COUNTS = ("claims", "evidence", *(f"{s}s" for s in Severity), *VERDICT_WORDS, "fragile")

_PROJECT = ["project", "group", "year", "origin", "status", "message", *_COUNTS]
_FINDING = ["project", "group", "rule", "severity"]
_VERDICT = [
    *("project", "claim", "text", "verdict", "grade", "for_least", "against_most"),
    *("single_points", "hangs_on", "held_by"),
]


@dataclass(slots=True)
class Tally:
    """Some projects in figures."""

    projects: int = 0
    audited: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """Claims, evidence, findings by severity, verdicts, fragile claims."""

    def add(self, row: dict[str, Any]) -> None:
        """Add a project."""
        self.projects += 1
        if row["claims"] is not None:
            self.audited += 1
            for name in _COUNTS:
                self.counts[name] += row[name]


@dataclass(slots=True)
class Fired:
    """How often a rule found something."""

    severity: str
    """The worst that it gave."""
    findings: int = 0
    projects: int = 0
    groups: Counter[str | None] = field(default_factory=Counter)
    """Group to projects in which it did."""


@dataclass(frozen=True, order=True, slots=True)
class FragileClaim:
    """A supported claim that falls with one piece of evidence; the most fragile comes first."""

    rank: tuple[int, float]
    """Pieces of evidence each of which alone turns it, negative; then its lead."""
    project: str
    claim: str
    text: str
    grade: str
    hangs_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Troubled:
    """A project that was not audited, or not all of it."""

    project: str
    origin: str
    status: str
    message: str


@dataclass(slots=True)
class Summary:
    """A corpus in figures."""

    whole: Tally = field(default_factory=Tally)
    statuses: Counter[str] = field(default_factory=Counter)
    groups: dict[str | None, Tally] = field(default_factory=dict)
    years: dict[int | None, Tally] = field(default_factory=dict)
    rules: dict[str, Fired] = field(default_factory=dict)
    schools: dict[str, Counter[str]] = field(default_factory=dict)
    """School to verdict to the claims that it holds."""
    fragile: list[FragileClaim] = field(default_factory=list)
    troubled: list[Troubled] = field(default_factory=list)
    """The first of them."""


def summarize(out: Path) -> Summary:
    """Count the results in a folder."""
    found = Summary()
    for path in sorted((out / "projects").glob("*.parquet")):
        _projects(found, _read(path, _PROJECT).to_pylist())
        _findings(found, _read(out / "findings" / path.name, _FINDING))
        _verdicts(found, _read(out / "verdicts" / path.name, _VERDICT))
    return found


def _read(path: Path, columns: list[str]) -> Any:
    with need("pyarrow.parquet").ParquetFile(path) as file:
        return file.read(columns)


def _projects(found: Summary, rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        group = _group(found, row["group"])
        for tally in (
            found.whole,
            found.groups.setdefault(group, Tally()),
            found.years.setdefault(row["year"], Tally()),
        ):
            tally.add(row)
        found.statuses[row["status"]] += 1
        if row["status"] != "whole" and len(found.troubled) < MOST_TROUBLED:
            told = Troubled(row["project"], row["origin"], row["status"], row["message"] or "")
            found.troubled.append(told)


def _group(found: Summary, group: str | None) -> str | None:
    return group if group in found.groups or len(found.groups) < MOST_GROUPS else OTHERS


def _findings(found: Summary, table: Any) -> None:
    seen: set[tuple[str, str]] = set()
    counted = Counter(zip(*(table[name].to_pylist() for name in _FINDING), strict=True))
    for (project, group, rule, severity), count in counted.items():
        fired = found.rules.setdefault(rule, Fired(severity))
        fired.findings += count
        if severity != fired.severity and Severity(severity).rank < Severity(fired.severity).rank:
            fired.severity = severity
        if (project, rule) not in seen:
            seen.add((project, rule))
            fired.projects += 1
            fired.groups[_group(found, group)] += 1


def _verdicts(found: Summary, table: Any) -> None:
    pc = need("pyarrow.compute")

    held = table.filter(pc.greater(pc.list_value_length(table["held_by"]), 0))
    for row in held.select(["verdict", "held_by"]).to_pylist():
        for school in row["held_by"]:
            if school in found.schools or len(found.schools) < MOST_GROUPS:
                found.schools.setdefault(school, Counter())[row["verdict"]] += 1
    fragile = pc.and_(pc.equal(table["verdict"], "supported"), pc.greater(table["single_points"], 0))
    claims = map(_fragile, _first(table.filter(fragile)).to_pylist())
    found.fragile = heapq.nsmallest(MOST_FRAGILE, [*found.fragile, *claims])


def _first(table: Any) -> Any:
    """Drop the claims that cannot be among the most fragile, by numbers alone."""
    names = ("single_points", "for_least", "against_most")
    numbers = zip(*(table[name].to_pylist() for name in names), strict=True)
    ranks = [(-points, pro - con) for points, pro, con in numbers]
    if len(ranks) <= MOST_FRAGILE:
        return table
    last = heapq.nsmallest(MOST_FRAGILE, ranks)[-1]
    return table.take([i for i, rank in enumerate(ranks) if rank <= last])


def _fragile(row: dict[str, Any]) -> FragileClaim:
    rank = (-row["single_points"], row["for_least"] - row["against_most"])
    hangs_on = tuple(row["hangs_on"])
    return FragileClaim(rank, row["project"], row["claim"], row["text"], row["grade"] or "", hangs_on)
