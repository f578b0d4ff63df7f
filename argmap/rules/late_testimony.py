"""Claims for which only late memories speak."""

from collections.abc import Iterator

from argmap.model.edtf import Edtf
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted_on
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
    forms = enumerate(case.lists.evidence.form, graph.claims)
    remembered = {node for node, form in forms if form == "testimony"}
    for key, claim, premises in asserted_on(case) if remembered else ():
        if not premises or not remembered.issuperset(premises):
            continue
        if claim.when is None or claim.kind in _JUDGEMENTS:
            continue
        names = dict.fromkeys(map(graph.ids.__getitem__, premises))
        evidence = {name: project.evidence[name] for name in names}
        if not all(_late(item.made, claim.when) and item.kind not in _WEIGHED for item in evidence.values()):
            continue
        made = {name: item.made for name, item in evidence.items()}
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
