"""Words on a step that change nothing."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.records import Argument
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("reading-without-effect", family="support", severity=Severity.NOTE)
def reading_without_effect(case: Case) -> Iterator[Finding]:
    """A word on an argument changes nothing.

    ``bearing`` and ``tendency`` say how evidence is read, and the argument rests on claims alone; or a field
    is of the other setting (``weight`` where verdicts are in grades; ``bearing`` and ``tendency`` in the
    Carneades setting). The author thinks that the step is weakened, and it is not. Use ``strength:``, or
    put the word where the evidence is.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [{from: mobilised, bearing: circumstantial}]}
          mobilised: {text: The North had called up its reserves., for: [decree]}
        evidence:
          decree: {shows: Men of eighteen to thirty are called up., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., for: [{from: mobilised, strength: limited}]}
          mobilised: {text: The North had called up its reserves., for: [decree]}
        evidence:
          decree: {shows: Men of eighteen to thirty are called up., form: record}
    """
    project, lists = case.project, case.lists
    fields = ("weight", "bearing", "tendency")
    read = {step[:3]: step for field in fields for step in lists.steps_with(field)}
    for key, side, i, argument in read.values():
        for field, why in _idle(case, argument):
            yield Finding(
                f"'{field}' has no effect on an argument {side} claim '{shown(key)}': {why}",
                project.spot("claims", key, side, i, field),
                (key,),
                "use 'strength:', or put the word where the evidence is",
            )


def _idle(case: Case, argument: Argument) -> Iterator[tuple[str, str]]:
    """Give the fields of an argument that change nothing, and why."""
    weighed = case.project.settings.verdicts.setting == "carneades"
    if not weighed and argument.weight is not None:
        yield "weight", "it counts in the Carneades setting only"
    if argument.bearing is None and argument.tendency is None:
        return
    only_claims = all(premise in case.project.claims for premise in argument.premises)
    for field in ("bearing", "tendency"):
        if getattr(argument, field) is None:
            continue
        if weighed:
            yield field, "in the Carneades setting an argument has its weight alone"
        elif only_claims:
            yield field, "it says how evidence is read, and the premises are claims"
