"""Conclusions of a chapter that rest on nothing in it."""

import re
from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.model.records import Claim, Evidence
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_CONCLUDING = pattern(r"\b(conclusions?|concluding|summary|summing up)\b", re.IGNORECASE)


@project_rule("chapter-conclusion-unsupported", family="support", severity=Severity.NOTE)
def chapter_conclusion_unsupported(case: Case) -> Iterator[Finding]:
    """The conclusion of a chapter rests on nothing that the chapter shows.

    The claim stands in a ``section`` headed Conclusion or Summary, and none of its arguments leads to
    another section of its ``part``, or to evidence cited in the notes of that part. It is new there, or
    taken from elsewhere: move it to where it is argued, or rest it on what the chapter has shown. Looks at
    parts with other sections; claims without any argument are left to ``unsupported-claim``.

    Found in::

        claims:
          guns-came-late: {text: The guns came late., part: I, section: The guns}
          attack-first:
            {text: The North attacked first., part: I, section: Conclusion, for: [north-was-ready]}
          north-was-ready: {text: The North was ready., part: III, section: The army}

    Not in::

        claims:
          guns-came-late: {text: The guns came late., part: I, section: The guns}
          attack-first: {text: The North attacked first., part: I, section: Conclusion, for: [guns-came-late]}
    """
    project = case.project
    placed = case.lists.claims_with("section")
    bodies = {claim.part for _, claim in placed if claim.part and not _concludes(claim)}
    concluding = {key: claim for key, claim in placed if claim.part in bodies and _concludes(claim)}
    above: dict[str, list[str]] = {}
    grounded: list[str] = []
    for key, claim in concluding.items():
        for name in (n for argument in claim.pro for n in argument.premises):
            other = concluding.get(name)
            if other is not None and other.part == claim.part:
                above.setdefault(name, []).append(key)
            elif _is_of(project.claims.get(name) or project.evidence.get(name), claim.part):
                grounded.append(key)
                break
    rested = set(grounded)
    while grounded:
        for key in above.get(grounded.pop(), ()):
            if key not in rested:
                rested.add(key)
                grounded.append(key)
    for key, claim in concluding.items():
        if key not in rested and claim.pro and key not in case.broken_claims and key in case.own:
            yield Finding(
                f"claim '{key}' concludes part '{claim.part}' and rests on nothing that the part shows",
                project.spot("claims", key, "for"),
                (key,),
                "rest it on what the part has shown, or move it to where it is argued",
            )


def _concludes(claim: Claim) -> bool:
    return claim.section is not None and bool(_CONCLUDING.search(claim.section))


def _is_of(record: Claim | Evidence | None, part: str | None) -> bool:
    """Whether a premise belongs to a part; evidence that no note cites may."""
    if isinstance(record, Evidence):
        return not record.cited or any(note.rpartition(".")[0] == part for note in record.cited)
    return record is not None and record.part == part
