"""Claims that rest on one document only."""

from collections import Counter
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import documents, evidence_below

MOST_KEPT = 6


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
    project = case.project
    on_one = documents(case).keys()
    doubtful = on_one & case.supported & case.own
    below = evidence_below(case, on_one, MOST_KEPT) if doubtful else {}
    for key in sorted(doubtful):
        evidence = below[key]
        if _one_will_do(case, project.claims[key], evidence):
            continue
        if len(evidence) == 1:
            goes_back = f"one piece of evidence, '{shown(evidence[0])}'"
        else:
            goes_back = f"one document, cited as evidence {_listed(evidence)}"
        yield Finding(
            f"all that supports claim '{key}' goes back to {goes_back}",
            project.spot("claims", key, "for"),
            (key, *evidence),
            "look for a second document that says so independently, or hedge the claim",
            tuple([Related(project.spot("evidence", item), f"evidence '{item}'") for item in evidence]),
        )


def _listed(evidence: tuple[str, ...]) -> str:
    if len(evidence) < MOST_KEPT:
        return named(evidence)
    return ", ".join(f"'{key}'" for key in evidence[:-1]) + " and more"


def _one_will_do(case: Case, claim: Claim, evidence: tuple[str, ...]) -> bool:
    """Whether one document is no weakness of this claim."""
    if claim.hedge or claim.kind == "historiographical":
        return True
    known = case.project.evidence
    if claim.kind == "factual" and {known[key].form for key in evidence} == {"record"}:
        return True
    return len(evidence) == 1 and not case.once(_notes_on_several).isdisjoint(known[evidence[0]].cited)


def _notes_on_several(case: Case) -> frozenset[str]:
    """Give the notes of the manuscript that cite more than one document."""
    repeated = {note for note, times in Counter(case.lists.notes).items() if times > 1}
    first: dict[str, str] = {}
    found, documents = set[str](), case.documents
    for key, cited in zip(case.project.evidence, case.lists.evidence.cited, strict=True):
        if not repeated.isdisjoint(cited):
            document = documents[key]
            found.update(note for note in cited if first.setdefault(note, document) != document)
    return frozenset(found)
