"""The same objects as the commands give with ``--format json``, over the network of this machine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.compare.comparison import compare
from argmap.exchange.comparison_objects import compare_object
from argmap.exchange.find_objects import FindData, find_object
from argmap.exchange.objects import project_object, record_object, stats_object, verdict_object, why_object
from argmap.exchange.shapes import SHAPES
from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.model.vocabulary import RECORD_KINDS, SINGULAR
from argmap.report.json_report import audit_object
from argmap.report.safe import as_json
from argmap.search.entry import KINDS
from argmap.search.query import parse_query
from argmap.serve.pages import Pages
from argmap.serve.shapes import RecordData
from argmap.verdict.explain import explain
from argmap.verdict.grades import grade, tables
from argmap.verdict.statistics import statistics

DEEPEST, MOST = 40, 1000
"""Levels of an explanation, and records that a search gives."""

Asked = Mapping[str, list[str]]
"""What stands behind the question mark: each name with its values."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One question that can be put."""

    path: str
    """Below ``/api``."""
    shape: Any  # a typed dictionary
    """Of the answer."""
    summary: str
    answer: Callable[[Pages, str, Asked], Any]
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Name of what may stand behind the question mark to its schema, with a description."""


class BadQuestionError(ArgmapError):
    """What stands behind the question mark does not fit."""


def answer_text(
    name: str, pages: Pages, path: Mapping[str, str], asked: Sequence[tuple[str, str]]
) -> tuple[int, str]:
    """Answer a question.

    Args:
        name: Of the operation.
        pages: The newest snapshot.
        path: What the path names.
        asked: What stands behind the question mark.

    Returns:
        The status and the answer as JSON.
    """
    operation = OPERATIONS[name]
    sorted_out: dict[str, list[str]] = {}
    for key, value in asked:
        sorted_out.setdefault(key, []).append(value)
    try:
        for key in sorted_out:
            if key not in operation.parameters:
                raise BadQuestionError(f"there is no parameter '{key[:80]}'")
        return 200, as_json(operation.answer(pages, path.get("id", ""), sorted_out))
    except BadQuestionError as error:
        return 400, as_json({"error": str(error)})
    except UnknownNameError as error:
        return 404, as_json({"error": str(error)})


def _record(kind: str) -> Callable[[Pages, str, Asked], RecordData]:
    def answer(pages: Pages, key: str, asked: Asked) -> RecordData:
        project, judgement = pages.catalogue.project, pages.catalogue.judgement
        record = project.record(key, kind)
        item = project.evidence[key] if kind == "evidence" else None
        steps = tables(project.settings.verdicts.steps)
        return {
            "id": key,
            "kind": kind,
            "file": project.files.get((kind, key), ""),
            "record": record_object(kind, record),
            "named_by": sorted({use.claim for use in pages.catalogue.uses.get(key, ())} - {key}),
            "verdict": verdict_object(judgement[key]) if kind == "claims" else None,
            "grade": str(grade(item, table=steps)) if item is not None else None,
        }

    return answer


def _why(pages: Pages, key: str, asked: Asked) -> Any:
    depth = _number(asked, "depth", None, 0, DEEPEST)
    return why_object(explain(pages.catalogue.judgement, key, depth))


def _compare(pages: Pages, key: str, asked: Asked) -> Any:
    catalogue = pages.catalogue
    return compare_object(compare(catalogue.project, asked.get("school", ()), catalogue.judgement))


def _search(pages: Pages, key: str, asked: Asked) -> FindData:
    query = parse_query(" ".join(asked.get("q", ())))
    kinds = asked.get("kind", [])
    for kind in kinds:
        if kind not in KINDS:
            raise BadQuestionError(f"'{kind[:80]}' is no kind: {', '.join(KINDS)}")
    limit = _number(asked, "limit", 20, 1, MOST)
    return find_object(pages.search(query, kinds, limit), query)


def _number(asked: Asked, name: str, usual: int | None, least: int, most: int) -> int | None:
    """Read a number.

    Raises:
        BadQuestionError: If it is none, or out of bounds.
    """
    if name not in asked:
        return usual
    text = asked[name][-1]
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise BadQuestionError(f"{name} is a number from {least} to {most}")
    return int(text)


def _described(description: str, **schema: Any) -> dict[str, Any]:
    return {**schema, "description": description}


OPERATIONS: dict[str, Operation] = {
    "project": Operation(
        "/project",
        SHAPES["export"],
        "The whole project under the field names of its files, with verdicts.",
        lambda pages, key, asked: project_object(pages.catalogue.judgement),
    ),
    **{
        kind: Operation(f"/{kind}/{{id}}", RecordData, f"One {SINGULAR[kind]}.", _record(kind))
        for kind in RECORD_KINDS
    },
    "why": Operation(
        "/why/{id}",
        SHAPES["why"],
        "Why a claim stands or falls, down to documents.",
        _why,
        {
            "depth": _described(
                "Levels of claims that are explained in turn; only what decides if left out.",
                type="integer",
                minimum=0,
                maximum=DEEPEST,
            )
        },
    ),
    "check": Operation(
        "/check",
        SHAPES["check"],
        "Every fault of the map and every weakness of the argument.",
        lambda pages, key, asked: audit_object(pages.snapshot.audit),
    ),
    "compare": Operation(
        "/compare",
        SHAPES["compare"],
        "The schools side by side.",
        _compare,
        {"school": _described("Only these; repeatable.", type="array", items={"type": "string"})},
    ),
    "stats": Operation(
        "/stats",
        SHAPES["stats"],
        "What the map is made of and how its claims fare.",
        lambda pages, key, asked: stats_object(
            pages.catalogue.project, statistics(pages.catalogue.judgement)
        ),
    ),
    "search": Operation(
        "/search",
        FindData,
        "The records that have the words asked for, the best first.",
        _search,
        {
            "q": _described(
                "Words; a phrase in quotation marks; -word for what must not be there; word* for beginnings.",
                type="string",
            ),
            "kind": _described(
                "Only these kinds; repeatable.", type="array", items={"type": "string", "enum": list(KINDS)}
            ),
            "limit": _described("Records that are given.", type="integer", minimum=1, maximum=MOST),
        },
    ),
}
"""Name of an operation to the operation."""
