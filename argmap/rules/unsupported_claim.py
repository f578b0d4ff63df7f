"""Claims that nothing speaks for."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.unsupported_support import fallen_support, falls_with, lacking, severity_of_lack


@project_rule("unsupported-claim", family="support", severity=Severity.WARNING)
def unsupported_claim(case: Case) -> Iterator[Finding]:
    """A claim rests on nothing.

    A reader has no way to check it: nothing is given for it, or nothing that is given is worth
    anything. Give evidence or premises under ``for:``, or see why those it has do not hold
    (``argmap why ID``). A claim that only falls with the claims it rests on goes under
    ``unsupported-support``; one of which something could not be read is left to the rules on files.
    Claims that the ``author`` of ``argmap.toml`` does not hold are a note, for what a rival rests on is to
    be reported, not shown; so are evaluations and claims about what scholars hold, for which one may argue
    without a document.
    So is a claim that bears on others which all stand without it: nothing falls with it.

    Found in::

        claims:
          attack-first: {text: The North attacked first.}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    for key in lacking(case):
        claim = project.claims[key]
        if key in case.broken_claims:
            continue
        if fallen_support(case, key):
            continue
        if not claim.pro:
            message, cure = (
                f"nothing is given for claim '{key}'",
                "add evidence or premises under 'for:'",
            )
        else:
            message = f"nothing that is given for claim '{key}' is worth anything"
            cure = f"'argmap why {key}' tells what its premises lack"
        spot = project.spot("claims", key, "for") if claim.pro else project.spot("claims", key)
        idle = key not in case.unnamed and key not in case.once(falls_with)
        severity = Severity.NOTE if idle else severity_of_lack(case, claim)
        yield Finding(message, spot, (key,), cure, severity=severity)
