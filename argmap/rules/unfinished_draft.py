"""Evidence that was drafted from a note and not finished."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.vocabulary import DRAFT
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("unfinished-draft", family="citations", severity=Severity.WARNING)
def unfinished_draft(case: Case) -> Iterator[Finding]:
    """Evidence still reads as it was drafted.

    ``argmap manuscript draft`` makes a record for each citation and leaves to a person what the
    document shows. Until that is written, the record says nothing that a claim could rest on.

    Found in::

        evidence:
          i-1-1: {shows: "Draft: what The River Towns shows at note I.1.", source: moor-1961, cited: [I.1]}
        sources:
          moor-1961: {type: book, title: The River Towns}

    Not in::

        evidence:
          i-1-1: {shows: The river towns paid most of the tax., source: moor-1961, cited: [I.1]}
        sources:
          moor-1961: {type: book, title: The River Towns}
    """
    if DRAFT not in "\n".join(case.lists.evidence.shows):
        return
    for key, item in case.project.evidence.items():
        if item.shows[: len(DRAFT)] == DRAFT:
            yield Finding(
                f"evidence '{key}' is a draft",
                case.project.spot("evidence", key, "shows"),
                (key,),
                "write what the document shows, in one sentence of your own",
            )
