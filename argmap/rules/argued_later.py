"""Claims that are made before anything is given for them."""

from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import NotCheckedError, project_rule


@project_rule("argued-later", family="wording", severity=Severity.NOTE, on=False)
def argued_later(case: Case) -> Iterator[Finding]:
    """A claim is made in an earlier part than all that it rests on.

    The reader meets the conclusion before its grounds. An introduction may announce; elsewhere move the
    claim behind its grounds, or point forward to them. The order of parts is that of ``[parts]`` in
    ``argmap.toml``; its first part and claims that rest on evidence of their own are passed over.

    Found in::

        settings: |
          [parts]
          intro = "Introduction"
          I = "The attack"
          II = "The plans"
        claims:
          attack-first: {text: The North attacked first., part: I, for: [planned]}
          planned: {text: The North had planned for months., part: II, for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}

    Not in::

        settings: |
          [parts]
          intro = "Introduction"
          I = "The plans"
          II = "The attack"
        claims:
          attack-first: {text: The North attacked first., part: II, for: [planned]}
          planned: {text: The North had planned for months., part: I, for: [war-diary]}
        evidence:
          war-diary: {shows: The first order to cross the line came from Pyongyang., form: record}
    """
    project = case.project
    parts = project.settings.parts
    if len(parts) < 2:
        raise NotCheckedError("the settings name no parts, or only one")
    order = {name: i for i, name in enumerate(parts)}
    claims, fields = project.claims, case.lists.claims
    made_in = dict(zip(claims, [order.get(part or "", -1) for part in fields.part], strict=True))
    for (key, here), arguments in zip(made_in.items(), fields.pro, strict=True):
        if here < 1 or not arguments or made_in.get(arguments[0].premises[0], -1) <= here:
            continue  # what is no claim is in no part
        claim = claims[key]
        premises = list(dict.fromkeys(p for argument in arguments for p in argument.premises))
        where = [made_in.get(p, -1) for p in premises]
        if min(where) > here:
            yield Finding(
                f"claim '{shown(key)}' is made in part '{shown(claim.part or '')}', before all that it rests "
                f"on: {named(premises)}",
                project.spot("claims", key, "part"),
                (key, *premises),
                "move it behind its grounds, or point forward to them",
                tuple(
                    Related(project.spot("claims", p, "part"), f"'{shown(p)}' is made here")
                    for p in premises[:5]
                ),
            )
