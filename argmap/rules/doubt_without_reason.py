"""Doubts that nobody gives a reason for."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("doubt-without-reason", family="opposition", severity=Severity.WARNING)
def doubt_without_reason(case: Case) -> Iterator[Finding]:
    """Evidence is called doubted, disputed or forged, and nothing says why.

    It loses weight on somebody's word alone; an auditor can neither check the doubt nor lift it. Name the
    claims that challenge it under ``challenged_by:``, or give the reason in a ``remark:``.

    Found in::

        evidence:
          war-diary: {shows: The order came from Pyongyang., form: record, authenticity: disputed}

    Not in::

        evidence:
          war-diary:
            shows: The order came from Pyongyang.
            form: record
            authenticity: disputed
            remark: The paper is of a make that was sold only from 1953 on.
    """
    for key, item in case.lists.evidence_with("authenticity"):
        if item.authenticity not in ("doubted", "disputed", "forged"):
            continue
        if not (item.challenged_by or item.remark):
            yield Finding(
                f"evidence '{shown(key)}' is called {item.authenticity}, and nothing says why",
                case.project.spot("evidence", key, "authenticity"),
                (key,),
                "name what challenges it under 'challenged_by:', or give the reason in a 'remark:'",
            )
