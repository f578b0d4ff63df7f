"""Claims for which only late memories speak."""

from collections.abc import Iterator

from argmap.model.edtf import Edtf
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted_on, standing
from argmap.verdict.grades import LATE_AFTER

_JUDGEMENTS = frozenset({"evaluative", "historiographical"})
_WEIGHED = frozenset({"report", "other"})
"""Kinds of evidence in which nobody remembers."""


@project_rule("late-testimony", family="chronology", severity=Severity.WARNING)
def late_testimony(case: Case) -> Iterator[Finding]:
    """Only testimony given more than ten years after the event speaks for a claim.

    Memory fills in, and fits itself to what has been written since. Look for something of the time, or
    hedge the claim. Looks at supported claims with a ``when`` and without a hedge that the ``author``
    of ``argmap.toml`` holds; not at judgements of what happened, nor where the testimony is a body's
    report or conference, which weighs papers rather than remembers.

    Found in::

        claims:
          attack-first: {text: The North attacked first., when: 1950-06-25, for: [memoir]}
        evidence:
          memoir: {shows: A guard recalls the first shots., form: testimony, made: 1984}

    Not in::

        claims:
          attack-first: {text: The North attacked first., when: 1950-06-25, for: [memoir, diary]}
        evidence:
          memoir: {shows: A guard recalls the first shots., form: testimony, made: 1984}
          diary: {shows: Shells fell at dawn., form: testimony, made: 1950-06-26}
    """
    project, graph = case.project, case.graph
    remembered = {
        graph.index[key]
        for key, item in case.lists.evidence_of("testimony")
        if item.made is not None and item.kind not in _WEIGHED
    }
    for key, claim, premises in asserted_on(case) if remembered else ():
        if claim.when is None or claim.kind in _JUDGEMENTS:
            continue
        if not premises or not remembered.issuperset(premises):
            continue
        arguments = standing(case, key)
        made = {name: item.made for each in arguments for name, item in each.evidence}
        if not all(_late(date, claim.when) for date in made.values()):
            continue
        dates = ", ".join(dict.fromkeys(str(date) for date in made.values()))
        yield Finding(
            f"only late testimony speaks for claim '{key}' ({claim.when}): {named(made)} (made {dates})",
            project.spot("claims", key, "for"),
            (key, *made),
            "look for something of the time, or hedge the claim",
            tuple(Related(project.spot("evidence", name, "made"), "made") for name in made),
        )


def _late(made: Edtf | None, event: Edtf) -> bool:
    """Whether testimony was surely given over ten years after the event."""
    if made is None or made.earliest is None or event.latest is None:
        return False
    return made.earliest - event.latest > LATE_AFTER
