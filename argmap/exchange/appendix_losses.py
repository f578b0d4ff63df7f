"""What of a map the tables of an appendix do not hold."""

from argmap.exchange.appendix import compared_claims, main_claims
from argmap.exchange.loss import LossReport
from argmap.exchange.partly import tell_partly
from argmap.model.project import Project, arguments_of
from argmap.model.records import Claim

_HOLDS = {
    "claims": ("text", "part"),
    "evidence": ("shows", "source", "locator", "made", "cited"),
    "sources": ("title", "authors", "issued", "container", "archive", "csl", "type", "listed"),
    "schools": ("name",),
    "settings": ("title",),
}


def appendix_loss(project: Project) -> LossReport:
    """Tell what a map loses in printed tables."""
    loss = LossReport()
    found = [a for claim in project.claims.values() for _, _, a in arguments_of(claim)]
    printed = {p for argument in found for p in argument.premises if p in project.evidence}
    cited = {project.evidence[key].source for key in printed}
    named = {*main_claims(project), *compared_claims(project)}
    named |= {key for key, c in project.claims.items() if _premises(c) & printed}
    left_out = {
        "claims": dict.fromkeys((k for k in project.claims if k not in named), "no table speaks of it"),
        "evidence": dict.fromkeys((k for k in project.evidence if k not in printed), "no claim rests on it"),
        "sources": dict.fromkeys((k for k in project.sources if k not in cited), "no evidence is from it"),
    }
    tell_partly(project, loss, _HOLDS, left_out)
    drawn = sum(any(p in project.claims for p in argument.premises) for argument in found)
    if drawn:
        loss.change("argument", "", f"{drawn} arguments rest on claims: counted, not drawn out")
    return loss


def _premises(claim: Claim) -> set[str]:
    return {p for _, _, argument in arguments_of(claim) for p in argument.premises}
