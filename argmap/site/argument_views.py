"""Arguments as pages show them: premises with their worth, warrants, undercutters and answers."""

from argmap.model.records import Argument, Claim
from argmap.site.catalogue import Catalogue
from argmap.site.views import ArgumentView, Fate, PremiseView, Worth
from argmap.verdict.explanation import Bounds, Explanation, Premise, Step, amount
from argmap.verdict.judgement import Verdict


def argument_views(
    catalogue: Catalogue, told: Explanation, side: str | None = None
) -> tuple[ArgumentView, ...]:
    """Show the arguments of an explanation.

    Args:
        catalogue: The project.
        told: Why a claim stands or falls.
        side: ``for`` or ``against``; both when None.
    """
    claim = catalogue.project.claims[told.claim]
    return tuple(
        _argument(catalogue, claim, step) for step in told.steps if side is None or step.side == side
    )


def _argument(catalogue: Catalogue, claim: Claim, step: Step) -> ArgumentView:
    record = (claim.pro if step.side == "for" else claim.con)[step.position]
    return ArgumentView(
        step.side,
        worth(step.worth),
        step.decisive,
        tuple(_premise(catalogue, claim, record, premise) for premise in step.premises),
        step.because,
        _facts(record),
        _fates(catalogue, step),
        record.remark,
    )


def worth(bounds: Bounds) -> Worth:
    """Say a worth in words, and in pips where it is a grade."""
    least = bounds[0]
    return Worth(amount(bounds), least if isinstance(least, int) else None)


def _facts(record: Argument) -> tuple[str, ...]:
    """Say what is recorded of the step itself."""
    given = {
        "scheme": record.scheme,
        "strength of the step": record.strength,
        "weight": f"{record.weight:g}" if record.weight is not None else None,
        "bearing": record.bearing,
        "tendency": record.tendency,
    }
    return tuple(f"{name}: {value}" for name, value in given.items() if value is not None)


def _premise(catalogue: Catalogue, owner: Claim, record: Argument, premise: Premise) -> PremiseView:
    if premise.kind == "missing":
        return PremiseView(catalogue.link(premise.id, "claims", "evidence"), "missing")
    if premise.kind == "claim":
        link = catalogue.link(premise.id, "claims")
        rests_on = _rests_on(catalogue.project.claims[premise.id])
        return PremiseView(link, "claim", catalogue.judgement[premise.id], rests_on=rests_on)
    item = catalogue.project.evidence[premise.id]
    lost = premise.state if not premise.worth[1] else ""
    return PremiseView(
        catalogue.link(premise.id, "evidence"),
        "evidence",
        grading=catalogue.grader.grading(premise.id, owner, record),
        lost=lost,
        citation=catalogue.citation(item, premise.id),
    )


def _rests_on(claim: Claim) -> str:
    """Count what speaks for and against a claim."""
    pro, con = len(claim.pro), len(claim.con)
    return ", ".join(f"{number} {side}" for number, side in ((pro, "for"), (con, "against")) if number)


def _fates(catalogue: Catalogue, step: Step) -> tuple[Fate, ...]:
    undercut = [_fate(catalogue, "unless", *entry, step.lent[entry[0]]) for entry in step.undercutters]
    answered = [_fate(catalogue, "answered by", *entry, step.lent[entry[0]]) for entry in step.answers]
    return (*undercut, *answered)


def _fate(catalogue: Catalogue, role: str, key: str, verdict: Verdict | None, lent: Bounds) -> Fate:
    link = catalogue.link(key, "claims", "evidence")
    effect = "the step is taken away" if role == "unless" else "the objection is met"
    if link.to is None:
        said = "no record has this id"
    elif lent[0]:
        said = f"it stands: {effect}"
    elif lent[1]:
        said = f"were it to stand, {effect}"
    else:
        said = "it does not stand: the step is kept"
        if role != "unless":
            said = "the answer does not stand: the objection is kept"
    return Fate(role, link, link.title, verdict, said)
