"""Small makers of records and projects for tests."""

from typing import Any

from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Claim, Evidence, Scholar, School, Source
from argmap.model.settings import Settings


def a_claim(**fields: Any) -> Claim:
    """A claim; ``pro`` and ``con`` for ``for`` and ``against``."""
    return Claim(**{"text": "Something is so.", **fields})


def some_evidence(**fields: Any) -> Evidence:
    """Evidence that is a record of the act itself, hence firm."""
    return Evidence(**{"shows": "Something is shown.", "form": "record", **fields})


def a_project(
    claims: dict[str, Claim] | None = None,
    evidence: dict[str, Evidence] | None = None,
    *,
    sources: dict[str, Source] | None = None,
    schools: dict[str, School] | None = None,
    scholars: dict[str, Scholar] | None = None,
    expectations: dict[str, Any] | None = None,
    settings: Settings | None = None,
) -> Project:
    """A project of these records."""
    records = FileRecords(
        "claims/all.yaml",
        claims or {},
        evidence or {},
        sources or {},
        schools or {},
        scholars or {},
        expectations=expectations or {},
    )
    return merge([records], settings)
