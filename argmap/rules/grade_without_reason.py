"""Grades given by letter without a reason."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity, Spot
from argmap.model.project import FileRecords
from argmap.rules.registry import file_rule


@file_rule("grade-without-reason", family="support", severity=Severity.NOTE)
def grade_without_reason(records: FileRecords) -> Iterator[Finding]:
    """Evidence is graded by a letter, and nothing says why.

    A letter takes the place of the recorded facts (``form``, ``chain``, ``witness`` …), from which
    a reader could follow the grade. Say under ``remark:`` what it is for, or record the facts instead.

    Found in::

        evidence:
          envoy: {shows: The envoy reports gunfire., grade: B}

    Not in::

        evidence:
          envoy: {shows: The envoy reports gunfire., grade: B, remark: A trained officer on the spot.}
    """
    for key, item in records.evidence.items():
        if item.grade is not None and item.remark is None:
            yield Finding(
                f"evidence '{key}' is graded {item.grade} without a reason",
                Spot(records.file, ("evidence", key, "grade")),
                (key,),
                "say why under 'remark:', or record the facts that the grade stands for",
            )
