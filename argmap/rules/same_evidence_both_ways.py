"""Evidence put to two claims that contradict each other."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions, unwarranted
from argmap.rules.registry import project_rule


@project_rule("same-evidence-both-ways", family="logic", severity=Severity.WARNING)
def same_evidence_both_ways(case: Case) -> Iterator[Finding]:
    """One premise speaks for two claims that contradict each other.

    It cannot show both, and tells them apart only by a reading that nobody states. Take it off one of
    them, or say under ``because:`` on each side how it is read.

    Found in::

        claims:
          attack-first: {text: The North attacked first., contradicts: south-first, for: [gunfire]}
          south-first: {text: The South attacked first., for: [gunfire]}
        evidence:
          gunfire: {shows: A guard heard guns at dawn., form: testimony}

    Not in::

        claims:
          attack-first: {text: The North attacked first., contradicts: south-first, for: [gunfire]}
          south-first: {text: The South attacked first., for: [shells]}
        evidence:
          gunfire: {shows: A guard heard guns at dawn., form: testimony}
          shells: {shows: The shells found were American., form: record}
    """
    project = case.project
    pairs = contradictions(case)
    named = {key for pair in pairs for key in (pair.first, pair.second)}
    premises = {key: unwarranted(project.claims[key].pro) for key in named}
    for pair in pairs:
        here, there = premises[pair.first], premises[pair.second]
        for name in sorted(here.keys() & there.keys()):
            if here[name] < 0 and there[name] < 0:
                continue
            at = (pair.first, here[name]) if here[name] >= 0 else (pair.second, there[name])
            other = pair.second if at[0] == pair.first else pair.first
            yield Finding(
                f"'{shown(name)}' speaks for claim '{pair.first}' and for '{pair.second}', "
                "which contradict each other",
                project.spot("claims", at[0], "for", at[1]),
                (at[0], other, name),
                "take it off one of them, or say under 'because:' on each side how it is read",
                (
                    Related(project.spot("claims", other, "for"), f"what speaks for '{other}'"),
                    Related(pair.spot, "they contradict each other"),
                ),
            )
