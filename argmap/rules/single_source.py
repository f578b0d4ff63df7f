"""Claims that rest on one document only."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import upwards

MOST_KEPT = 6


@dataclass(frozen=True, slots=True)
class _Base:
    """What a claim rests on in the end."""

    documents: frozenset[str] = frozenset()
    """Root documents; of several, two stand for all."""
    evidence: tuple[str, ...] = ()
    """Some of the evidence that goes back to them."""


@project_rule("single-source", family="support", severity=Severity.NOTE)
def single_source(case: Case) -> Iterator[Finding]:
    """All that supports a claim goes back to one document.

    If that document errs, lies or was misread, the claim falls, however many arguments it seems
    to have; two editions of a document and two passages of it are one witness. Look for a second
    document that says so independently, or hedge the claim. Passed over are claims with a hedge;
    factual claims shown by a record of the act itself, where one document will do; claims whose one
    piece of evidence shares its note with another document; claims about what scholars hold; and
    claims that the ``author`` of ``argmap.toml`` does not hold.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [order, delay-of-guns]}
        evidence:
          order: {shows: The army is to cross the line at dawn., document: war-diary}
          delay-of-guns: {shows: The guns are to open fire before dawn., document: war-diary}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [order, border-guard]}
        evidence:
          order: {shows: The army is to cross the line at dawn., document: war-diary}
          border-guard: {shows: A guard saw the first shells come from the north.}
    """
    project, graph = case.project, case.graph
    bases = _bases(case)
    for key, claim in project.claims.items():
        base = bases[graph.index[key]]
        if len(base.documents) != 1 or case.judgement.verdicts[key].verdict != "supported":
            continue
        if _one_will_do(case, claim, base):
            continue
        if len(base.evidence) == 1:
            goes_back = f"one piece of evidence, {named(base.evidence)}"
        else:
            goes_back = f"one document, cited as evidence {_listed(base.evidence)}"
        yield Finding(
            f"all that supports claim '{key}' goes back to {goes_back}",
            project.spot("claims", key, "for"),
            (key, *base.evidence),
            "look for a second document that says so independently, or hedge the claim",
            tuple(Related(project.spot("evidence", item), f"evidence '{item}'") for item in base.evidence),
        )


def _listed(evidence: tuple[str, ...]) -> str:
    if len(evidence) < MOST_KEPT:
        return named(evidence)
    return ", ".join(f"'{key}'" for key in evidence[:-1]) + " and more"


def _one_will_do(case: Case, claim: Claim, base: _Base) -> bool:
    """Whether one document is no weakness of this claim."""
    if claim.hedge or claim.kind == "historiographical" or not case.is_authors(claim):
        return True
    items = [case.project.evidence[key] for key in base.evidence]
    if claim.kind == "factual" and {item.form for item in items} == {"record"}:
        return True
    documents = case.once(_documents_by_note)
    return len(items) == 1 and any(len(documents[note]) > 1 for note in items[0].cited)


def _documents_by_note(case: Case) -> dict[str, frozenset[str]]:
    """Give the root documents that each note of the manuscript cites."""
    found: dict[str, set[str]] = {}
    for key, item in case.project.evidence.items():
        for note in item.cited:
            found.setdefault(note, set()).add(case.documents[key])
    return {note: frozenset(documents) for note, documents in found.items()}


def _bases(case: Case) -> list[_Base]:
    """Work out what each claim rests on: from the evidence upwards, circles as one; linear."""
    graph = case.graph
    found = [_Base()] * graph.claims
    for component, premises in case.once(upwards):
        documents: set[str] = set()
        evidence: set[str] = set()
        for premise in premises:
            if premise < graph.claims:
                documents |= found[premise].documents
                evidence |= set(found[premise].evidence)
            else:
                key = graph.ids[premise]
                documents.add(case.documents[key])
                evidence.add(key)
        base = _Base(frozenset(sorted(documents)[:2]), tuple(sorted(evidence)[:MOST_KEPT]))
        for claim in component:
            found[claim] = base
    return found
