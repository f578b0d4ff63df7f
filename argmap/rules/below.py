"""What is said in all that a claim rests on."""

from collections.abc import Iterator

from argmap.model.project import Project
from argmap.model.records import Claim, Evidence

MOST_READ = 200
"""Records below a claim that are read at most; a claim that rests on more is passed over."""


def records_below(project: Project, key: str) -> list[str] | None:
    """Give the ids of the claims and evidence that a claim rests on, however far down.

    Returns:
        Ids in the order met, without the claim itself; None if there are more than ``MOST_READ``, if
        something named is not there, or if no evidence is among them.
    """
    found: dict[str, None] = {key: None}
    waiting = [key]
    some_evidence = False
    while waiting:
        for name in _premises(project.claims[waiting.pop()]):
            if name in found:
                continue
            found[name] = None
            if len(found) > MOST_READ:
                return None
            if name in project.claims:
                waiting.append(name)
            elif name in project.evidence:
                some_evidence = True
            else:
                return None
    return list(found)[1:] if some_evidence else None


def _premises(claim: Claim) -> Iterator[str]:
    for argument in claim.pro:
        yield from argument.premises


def words_of(record: Claim | Evidence) -> str:
    """Give all that a record says of its matter, as one text."""
    if isinstance(record, Claim):
        return record.text
    quote = record.quote
    parts = (record.shows, quote.exact if quote else "", record.locator, record.document, record.remark)
    return " ".join(str(part) for part in parts if part)
