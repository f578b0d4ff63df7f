"""Verdicts, explanations and whole projects as plain data."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from argmap.exchange.shapes import (
    SHAPES,
    ChangeData,
    ProjectData,
    StatsData,
    WhatIfData,
)
from argmap.exchange.why_shapes import (
    FateData,
    GradeData,
    GradeStepData,
    PremiseData,
    StepData,
    VerdictData,
    WhyData,
)
from argmap.model.project import Project
from argmap.model.records import Claim, Event, Evidence, Scholar, School, Source
from argmap.verdict.explanation import Explanation, Premise, Step, sentences
from argmap.verdict.grades import Grading
from argmap.verdict.judgement import Judgement, Verdict
from argmap.verdict.statistics import Statistics
from argmap.verdict.step_words import step_reason
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
        "contested": list(told.contested),
        "schools": dict(told.positions),
    }


def grade_object(grading: Grading) -> GradeData:
    """Give a grade with its steps."""
    steps: list[GradeStepData] = [
        {"table": step.table, "word": step.word, "change": step.change, "reason": step_reason(step)}
        for step in grading.steps
    ]
    return {"value": grading.value, "word": grading.word, "steps": steps}


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
        "grade": grade_object(premise.grading) if premise.grading else None,
        "why": why_object(premise.account) if premise.account else None,
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
