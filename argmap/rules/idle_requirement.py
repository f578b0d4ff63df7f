"""Requirements that can find nothing."""

from collections.abc import Iterator
from typing import get_args

from argmap.model.errors import nearest, shown
from argmap.model.finding import Finding, Severity
from argmap.model.requirement import Requirement
from argmap.model.vocabulary import VERDICT_WORDS, ClaimKind, EvidenceKind, Form, Standard
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.unmet_requirement import chosen, fault_of

_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("claims", "kind"): get_args(ClaimKind),
    ("claims", "standard"): get_args(Standard),
    ("claims", "verdict"): VERDICT_WORDS,
    ("evidence", "kind"): get_args(EvidenceKind),
    ("evidence", "form"): get_args(Form),
}
"""Kind of record and field to the words that the field may have."""


@project_rule("idle-requirement", family="files", severity=Severity.ERROR)
def idle_requirement(case: Case) -> Iterator[Finding]:
    """A requirement of the project can find nothing, or cannot be met.

    It looks like a safeguard and is none: it names a field or a word that there is not, asks for nothing,
    asks for more than it allows, or chooses no record of this map. Mend the entry under
    ``[[rules.require]]``, or take it out.

    Found in::

        settings: |
          [[rules.require]]
          name = "facts rest on two documents"
          where = {kind = "fact"}
          at-least = {documents = 2}
        claims:
          attack-first: {text: The North attacked first., kind: interpretive}

    Not in::

        settings: |
          [[rules.require]]
          name = "facts have a date"
          where = {kind = "factual"}
          given = ["when"]
        claims:
          attack-first: {text: The North attacked first., kind: factual, when: 1950-06-25}
    """
    for i, requirement in enumerate(case.project.settings.rules.require):
        fault, field = _fault(case, requirement)
        if fault:
            path = ("rules", "require", i, *field)
            spot = case.setting(*map(str, path))
            yield Finding(
                f"the requirement '{shown(requirement.name)}' {fault}",
                spot,
                (),
                "mend the entry, or take it out",
            )


def _fault(case: Case, requirement: Requirement) -> tuple[str, tuple[str, ...]]:
    """Say what is wrong with a requirement, and in which field of it; an empty text if nothing is."""
    if unable := fault_of(requirement):
        return f"cannot run: {unable}", ()
    least, most = requirement.at_least, requirement.at_most
    if not (requirement.given or most or any(count > 0 for count in least.values())):
        return "asks for nothing", ()
    for name, count in most.items():
        if count < 0 or least.get(name, 0) > count:
            return f"cannot be met: no count of '{name}' is within its bounds", ("at-most",)
    for name, wanted in requirement.where.items():
        known = _WORDS.get((requirement.of, name), ())
        for word in wanted if known and not isinstance(wanted, bool) else ():
            if word not in known:
                meant = nearest(word, known)
                hint = f"; did you mean '{meant}'?" if meant else ""
                return f"never applies: '{shown(word)}' is no '{name}' of {requirement.of}{hint}", ("where",)
    if next(chosen(case, requirement), None) is None:
        return f"applies to none of the {len(case.project.of_kind(requirement.of))} {requirement.of}", ()
    return "", ()
