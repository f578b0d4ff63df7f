"""The audit of a batch of projects: text in, rows out. Every engine runs this one function."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from argmap.audit.result import UNREADABLE
from argmap.audit.run import Choice
from argmap.check import Audit
from argmap.corpus.text_project import MOST_BYTES, TextProject
from argmap.model.errors import ArgmapError, shown
from argmap.model.finding import Finding, Severity
from argmap.model.vocabulary import VERDICT_WORDS
from argmap.verdict.judgement import Judgement

Row = dict[str, Any]

MOST_POINTS = 20
"""Pieces of evidence that are named of those each of which alone turns a verdict."""


@dataclass(slots=True)
class Rows:
    """What the audit of a batch gives: rows of three tables."""

    projects: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    verdicts: list[Row] = field(default_factory=list)


def audit_batch(projects: Iterable[TextProject], choice: Choice | None = None) -> Rows:
    """Audit projects, one after the other; one that cannot be audited is a row with its message.

    It can be pickled, keeps nothing between two calls and touches no disk, so that any engine may run
    it anywhere, and again.

    Args:
        projects: The projects.
        choice: Which rules run; those of each project's own settings when None.

    Examples:
        >>> rows = audit_batch([TextProject("a", {"claims/a.yaml": "claims: {c: {text: It burnt.}}"})])
        >>> rows.verdicts[0]["verdict"], rows.projects[0]["status"]
        ('unsupported', 'whole')
    """
    rows = Rows()
    for project in projects:
        _add(rows, project, choice or Choice())
    return rows


def year_of(date: str | None) -> int | None:
    """Give the year in which an EDTF date, or a span, begins; None where there is none.

    Examples:
        >>> year_of("1950-06/1953"), year_of("2024-01-01T12:00:00Z"), year_of("soon")
        (1950, 2024, None)
    """
    from argmap.model.edtf import EdtfError, parse_edtf

    if not date:
        return None
    try:
        parse_edtf(date)
    except EdtfError:
        return None
    digits = date.lstrip("[{")[:4]
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def _add(rows: Rows, project: TextProject, choice: Choice) -> None:
    shared: Row = {"project": project.key, "group": project.group, "year": year_of(project.date)}
    told = {**shared, "date": project.date, "origin": project.origin}
    if project.refused or project.size > MOST_BYTES:
        message = project.refused or too_large(project.size)
        rows.projects.append({**told, "status": "refused", "message": message})
        return
    from argmap.corpus.in_memory import audit_text

    try:
        audit, judgement = audit_text(project, choice)
        verdicts = _verdict_rows(judgement, shared)
    except ArgmapError as error:
        rows.projects.append({**told, "status": "refused", "message": _line(str(error))})
        return
    except Exception as error:  # whatever one project does, the others are audited
        message = _line(f"{type(error).__name__}: {error}")
        rows.projects.append({**told, "status": "failed", "message": message})
        return
    rows.findings += [{**shared, **_finding_row(finding)} for finding in audit]
    rows.verdicts += verdicts
    rows.projects.append({**told, **_project_row(audit, verdicts)})


def too_large(size: int) -> str:
    """Say that a project is too large to be audited among many."""
    return (
        f"it has {size / 1e6:,.0f} MB; above {MOST_BYTES // 1_000_000} MB a project is audited by itself, "
        "with 'argmap check'"
    )


def _project_row(audit: Audit, verdicts: list[Row]) -> Row:
    project = audit.project
    words = [row["verdict"] for row in verdicts]
    return {
        "status": "partly" if audit.unreadable else "whole",
        "message": next(map(_unread, filter(_is_unread, audit)), None),
        "title": _line(project.settings.title),
        "claims": len(project.claims),
        "evidence": len(project.evidence),
        "sources": len(project.sources),
        **{f"{severity}s": count for severity, count in audit.summary.items()},
        **{word: words.count(word) for word in VERDICT_WORDS},
        "fragile": sum(row["single_points"] > 0 for row in verdicts if row["verdict"] == "supported"),
        "not_checked": [each.rule for each in audit.not_checked],
    }


def _is_unread(finding: Finding) -> bool:
    return finding.rule in UNREADABLE and finding.severity is Severity.ERROR


def _unread(finding: Finding) -> str:
    at = f":{finding.place.line}" if finding.place else ""
    return _line(f"{finding.spot.file}{at}: {finding.message}")


def _finding_row(finding: Finding) -> Row:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": _text(finding.message),
        "file": _text(place.file if place else finding.spot.file),
        "line": place.line if place else None,
        "column": place.column if place else None,
        "subjects": [_text(subject) for subject in finding.subjects],
        "help": _text(finding.help) or None,
        "fingerprint": finding.fingerprint,
    }


def _verdict_rows(judgement: Judgement, shared: Row) -> list[Row]:
    from argmap.verdict.fragility import FragileMap

    hung = FragileMap(judgement).single_points()
    rows = []
    for key, found in judgement.verdicts.items():
        points = hung[key].single_points
        holding = [school for school, stance in judgement.stances.get(key, ()) if stance == "holds"]
        row = {
            **shared,
            "claim": _text(key),
            "text": _text(judgement.project.claims[key].text),
            "verdict": found.verdict,
            "grade": found.grade,
            "standard": found.standard,
            "for_least": float(found.pro[0]),
            "for_most": float(found.pro[1]),
            "against_least": float(found.con[0]),
            "against_most": float(found.con[1]),
            "single_points": len(points),
            "hangs_on": [_text(point) for point in points[:MOST_POINTS]],
            "held_by": [_text(school) for school in holding],
        }
        rows.append(row)
    return rows


def _text(text: str) -> str:
    """Give a text that any table can hold: halves of characters are replaced."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _line(text: str) -> str:
    return _text(shown(text, 300))
