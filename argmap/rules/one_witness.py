"""Claims for which one person alone bears witness."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.records import Evidence
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import Standing, asserted_on, standing

IN_OFFICE = frozenset({
    "bulletin", "directive", "intelligence", "memorandum", "minutes", "newspaper", "report", "telegram",
})  # fmt: skip
"""Kinds of document by which offices and papers report."""


@project_rule("one-witness", family="support", severity=Severity.WARNING)
def one_witness(case: Case) -> Iterator[Finding]:
    """One person alone bears witness to a claim, in several documents.

    A memoir, an interview and a letter by the same person do not confirm each other: whoever errs or
    has an interest does so each time. Look for another witness or a record, or hedge the claim. Looks
    at supported claims without a hedge that the ``author`` of ``argmap.toml`` holds and that rest directly
    on testimony only. Passed over are what actors tell of their own acts (``witness: actor``), and reports
    made in office (telegrams, reports, minutes and the like), through which the facts came and which many
    hands drew up; what goes back to one document is left to ``single-source``.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [memoir, interview]}
        evidence:
          memoir: {shows: The first shot came from the north., form: testimony, by: guard, document: memoir}
          interview: {shows: The north fired first., form: testimony, by: guard, document: interview}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [memoir, diary]}
        evidence:
          memoir: {shows: The first shot came from the north., form: testimony, by: guard, document: memoir}
          diary: {shows: Shells fell from the north at dawn., form: testimony, by: priest, document: diary}
    """
    project, graph = case.project, case.graph
    witnesses = {graph.index[key] for key, item in case.lists.evidence_with("by") if _is_witness(item)}
    for key, claim, premises in asserted_on(case) if witnesses else ():
        if not witnesses.issuperset(premises) or len(premises) < 2 or claim.kind == "historiographical":
            continue
        arguments = standing(case, key)
        if not all(_is_direct(each) for each in arguments):
            continue
        evidence = {name: item for each in arguments for name, item in each.evidence}
        makers = {item.by for item in evidence.values()}
        if len(makers) != 1 or len({case.documents[name] for name in evidence}) < 2:
            continue
        (maker,) = makers
        if len(maker) == 1:
            yield Finding(
                f"'{shown(maker[0])}' alone bears witness to claim '{key}', "
                f"in several documents: {named(evidence)}",
                project.spot("claims", key, "for"),
                (key, *evidence),
                "look for another witness or a record, or hedge the claim",
                tuple(Related(project.spot("evidence", name), f"evidence '{name}'") for name in evidence),
            )


def _is_direct(each: Standing) -> bool:
    """Whether an argument takes its evidence at its word."""
    return each.argument.bearing in (None, "direct")


def _is_witness(item: Evidence) -> bool:
    """Whether evidence tells what its maker saw or heard of others."""
    return item.form == "testimony" and item.witness != "actor" and item.kind not in IN_OFFICE
