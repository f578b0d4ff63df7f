"""Links to records that are not there."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.hints import Hints
from argmap.rules.phrases import kind_words, naming_place, subjects
from argmap.rules.registry import project_rule


@project_rule("dangling-reference", family="files", severity=Severity.ERROR)
def dangling_reference(case: Case) -> Iterator[Finding]:
    """A record names an id that no record has.

    The link leads nowhere: a premise that is missing makes its argument worth nothing. Mend the
    id, or add the record. (Sources have a rule of their own, ``source-not-in-bibliography``.)

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-dairy]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    hints = Hints(case.known)
    for miss in case.misses:
        reference = miss.reference
        if miss.kind is not None or reference.kinds == ("sources",):
            continue
        target, wanted = reference.target, kind_words(reference.kinds)
        cure = hints.did_you_mean(target, reference.kinds, f"add the {wanted}, or mend the id")
        yield Finding(
            f"there is no {wanted} '{shown(target)}', named under {naming_place(reference)}",
            reference.spot,
            subjects(reference),
            cure,
            fix=hints.fix(reference),
        )
