"""Claims that rest on claims which do not stand."""

from collections.abc import Iterator

from argmap.graph.arguments import FOR, MISSING
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule

MOST_SHOWN = 10
JUDGEMENTS = frozenset({"evaluative", "historiographical"})
"""Kinds of claim that judge, and for which a document is not the only ground."""


@project_rule("unsupported-support", family="support", severity=Severity.WARNING)
def unsupported_support(case: Case) -> Iterator[Finding]:
    """Every argument for a claim rests on a claim that does not stand.

    The claim has arguments and falls with what lies below it. Begin with the claims that are
    named: give them support, or rest this one on something else. Of claims that the ``author`` of
    ``argmap.toml`` does not hold, of evaluations and of claims about what scholars hold it is a note.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [north-mobilised]}
          north-mobilised: {text: The North had called up its reserves.}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [north-mobilised]}
          north-mobilised: {text: The North had called up its reserves., for: [decree]}
        evidence:
          decree: {shows: Men of eighteen to thirty are called up., form: record}
    """
    project, verdicts = case.project, case.judgement.verdicts
    for key in lacking(case):
        fallen = fallen_support(case, key)
        if not fallen:
            continue
        told = [f"'{premise}' ({verdicts[premise].verdict})" for premise in fallen[:MOST_SHOWN]]
        related = tuple(
            Related(project.spot("claims", premise), f"claim {words}")
            for premise, words in zip(fallen, told, strict=False)
        )
        only = "rests on a claim that does" if len(fallen) == 1 else "rests on claims that do"
        yield Finding(
            f"claim '{key}' {only} not stand: {named(fallen)}",
            project.spot("claims", key, "for"),
            (key, *fallen),
            "give what it rests on support, or rest it on something else",
            related,
            severity=severity_of_lack(case, project.claims[key]),
        )


def lacking(case: Case) -> list[str]:
    """Give the claims for which nothing is worth anything."""
    return case.once(_lacking)


def _lacking(case: Case) -> list[str]:
    verdicts = case.judgement.verdicts
    rest = (key for key in case.project.claims if key not in case.supported)
    return [key for key in rest if verdicts[key].verdict == "unsupported"]


def falls_with(case: Case) -> frozenset[str]:
    """Give the claims that take a claim of the author down with them."""
    found: set[str] = set()
    for key in lacking(case):
        if key in case.own:
            found.update(fallen_support(case, key))
    return frozenset(found)


def severity_of_lack(case: Case, claim: Claim) -> Severity:
    """Tell how grave it is that nothing supports a claim: a warning where the author has to show it."""
    shown = case.is_authors(claim) and claim.kind not in JUDGEMENTS
    return Severity.WARNING if shown else Severity.NOTE


def fallen_support(case: Case, key: str) -> list[str]:
    """Give the claims with which an unsupported claim falls; none if it has another fault."""
    graph, highest = case.graph, case.judgement.fixpoint.hi
    fallen: dict[int, None] = {}
    for a in graph.arguments[2 * graph.index[key] + FOR]:
        here = [p for p in graph.premises[a] if p != MISSING and p < graph.claims and not highest[p]]
        if not here:
            return []
        fallen.update(dict.fromkeys(here))
    return [graph.ids[p] for p in fallen]
