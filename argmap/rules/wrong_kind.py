"""Links to a record of another kind than the field takes."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import a_kind, naming_place, subjects
from argmap.rules.registry import project_rule


@project_rule("wrong-kind", family="files", severity=Severity.ERROR)
def wrong_kind(case: Case) -> Iterator[Finding]:
    """A link leads to a record of the wrong kind.

    A school is no premise and a claim holds no opinions; such a link is not followed. Name a
    record of the kind that the field takes, or put the link under the field that was meant.

    Found in::

        claims:
          attack-first: {text: The North attacked first., held_by: [orthodox]}
        schools:
          orthodox: {name: Orthodox}

    Not in::

        claims:
          attack-first: {text: The North attacked first., schools: {orthodox: holds}}
        schools:
          orthodox: {name: Orthodox}
    """
    project = case.project
    for miss in case.misses:
        reference, kind = miss.reference, miss.kind
        if kind is None:
            continue
        target = reference.target
        wanted = " or ".join(a_kind(each) for each in reference.kinds)
        related: tuple[Related, ...] = ()
        if target in project.of_kind(kind):
            spot = project.spot(kind, target)
            related = (Related(spot, f"'{shown(target)}' is {a_kind(kind)}"),)
        yield Finding(
            f"'{shown(target)}' is {a_kind(kind)}, and {naming_place(reference)} takes {wanted}",
            reference.spot,
            subjects(reference),
            f"name {wanted} there, or move the link to the field that was meant",
            related,
        )
