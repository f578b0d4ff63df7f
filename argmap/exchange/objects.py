"""Verdicts, explanations, comparisons and whole projects as plain data."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from argmap.compare.comparison import Cell, Comparison
from argmap.exchange.shapes import (
    SHAPES,
    CellData,
    ChangeData,
    CompareData,
    FateData,
    PremiseData,
    ProjectData,
    StatsData,
    StepData,
    VerdictData,
    WhatIfData,
    WhyData,
)
from argmap.model.project import Project
from argmap.model.records import Claim, Event, Evidence, Scholar, School, Source
from argmap.verdict.explanation import Explanation, Premise, Step, sentences
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.statistics import Statistics
from argmap.verdict.whatif import Change

_CLASSES: dict[str, type] = {
    "claims": Claim,
    "evidence": Evidence,
    "schools": School,
    "scholars": Scholar,
    "events": Event,
}


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_CLASSES[kind])


def record_object(kind: str, record: object) -> dict[str, Any]:
    """Give a record under the field names of the files, short forms expanded, empty fields left out."""
    if isinstance(record, Source):
        return dict(record.csl or {"type": record.type, "title": record.title})
    found: dict[str, Any] = _adapter(kind).dump_python(record, mode="json", by_alias=True)
    return _without_empty(found)


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {key: _full(item) for key, item in value.items() if item not in (None, [], {}, ())}


def _full(value: Any) -> Any:  # any JSON value
    if isinstance(value, dict):
        return _without_empty(value)
    if isinstance(value, list | tuple):
        return [_full(item) for item in value]
    return value


def verdict_object(verdict: Verdict) -> VerdictData:
    """Give a verdict."""
    return {
        "verdict": verdict.verdict,
        "grade": verdict.grade,
        "for": list(verdict.pro),
        "against": list(verdict.con),
        "standard": verdict.standard,
        "granted": verdict.granted,
    }


def project_object(judgement: Judgement) -> ProjectData:
    """Give a whole project with its verdicts."""
    project = judgement.project

    def records(kind: str) -> dict[str, dict[str, Any]]:
        return {key: record_object(kind, record) for key, record in project.of_kind(kind).items()}

    return {
        "title": project.settings.title,
        "claims": records("claims"),
        "evidence": records("evidence"),
        "sources": records("sources"),
        "schools": records("schools"),
        "scholars": records("scholars"),
        "events": records("events"),
        "verdicts": {key: verdict_object(v) for key, v in judgement.verdicts.items()},
    }


def why_object(told: Explanation) -> WhyData:
    """Give an explanation."""
    return {
        "claim": told.claim,
        "text": told.text,
        "hedge": told.hedge,
        "audience": told.audience,
        "verdict": verdict_object(told.verdict),
        "standard": told.standard,
        "sentences": list(sentences(told)),
        "arguments": [_step_object(step) for step in told.steps],
        "schools": dict(told.positions),
    }


def _step_object(step: Step) -> StepData:
    return {
        "side": step.side,
        "worth": list(step.worth),
        "holds": step.holds,
        "decisive": step.decisive,
        "because": step.because,
        "scheme": step.scheme,
        "strength": step.strength,
        "premises": [_premise_object(premise) for premise in step.premises],
        "unless": _fate_objects(step.undercutters),
        "answer": _fate_objects(step.answers),
    }


def _fate_objects(fates: Iterable[tuple[str, Verdict | None]]) -> list[FateData]:
    return [{"id": key, "verdict": verdict_object(v) if v else None} for key, v in fates]


def _premise_object(premise: Premise) -> PremiseData:
    return {
        "id": premise.id,
        "kind": premise.kind,
        "text": premise.text,
        "worth": list(premise.worth),
        "state": premise.state,
        "where": premise.where,
        "why": why_object(premise.account) if premise.account else None,
    }


def compare_object(comparison: Comparison) -> CompareData:
    """Give a comparison of schools."""
    return {
        "schools": list(comparison.schools),
        "claims": [
            {
                "claim": row.claim,
                "text": row.text,
                "verdict": verdict_object(row.verdict),
                "schools": {school: _cell_object(cell) for school, cell in row.cells.items()},
            }
            for row in comparison.rows
        ],
        "agreement": [
            {
                "schools": list(pair.schools),
                "common": pair.common,
                "same": pair.same,
                "share": pair.share,
                "kappa": pair.kappa,
            }
            for pair in comparison.agreements
        ],
        "cruxes": [
            {
                "claim": crux.claim,
                "holding": list(crux.holding),
                "rejecting": list(crux.rejecting),
                "above": crux.above,
                "turns": list(crux.turns),
                "weighed": crux.weighed,
            }
            for crux in comparison.cruxes
        ],
    }


def _cell_object(cell: Cell) -> CellData:
    position = cell.position
    return {
        "stance": cell.stance,
        "cite": list(position.cite) if position else [],
        "locator": position.locator if position else "",
        "scholars": list(position.scholars) if position else [],
        "verdict": verdict_object(cell.verdict),
    }


def stats_object(project: Project, counted: Statistics) -> StatsData:
    """Give the figures of a map."""
    return {"title": project.settings.title, **asdict(counted)}  # type: ignore[typeddict-item]  # same fields


def what_if_object(audience: str, project: Project, changed: Iterable[Change]) -> WhatIfData:
    """Give what changes before an audience."""
    return {"audience": audience, "changes": [_change_object(project, change) for change in changed]}


def _change_object(project: Project, change: Change) -> ChangeData:
    return {
        "claim": change.claim,
        "text": project.claims[change.claim].text,
        "before": verdict_object(change.before),
        "after": verdict_object(change.after),
        "turned": change.turned,
    }


def output_schema(name: str) -> dict[str, Any]:
    """Make the JSON Schema of what a command prints as JSON.

    Args:
        name: ``check``, ``export``, ``why``, ``compare``, ``stats`` or ``what-if``.
    """
    found = TypeAdapter(SHAPES[name]).json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"argmap-{name}.schema.json"}
    return {**head, **found}
