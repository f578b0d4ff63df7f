"""Schema.org ClaimReview: each claim with its verdict as a rating in words."""

import json
from typing import Any

from argmap.exchange.iris import Iris, iris_of
from argmap.exchange.loss import LossReport
from argmap.exchange.partly import tell_partly
from argmap.exchange.printed import printed_source
from argmap.exchange.registry import Exported, exporter
from argmap.exchange.texts import clean
from argmap.model.project import Project, arguments_of
from argmap.model.records import Claim
from argmap.verdict.explain import explain
from argmap.verdict.explanation import sentences
from argmap.verdict.judgement import Judgement

_HOLDS = {
    "claims": ("text", "held_by", "when"),
    "sources": ("title", "authors", "issued", "container", "archive", "listed"),
    "settings": ("title", "author", "iri_base"),
}


@exporter("claimreview", "Schema.org ClaimReview (JSON-LD)", ".jsonld")
def write(judgement: Judgement) -> Exported:
    """Write a review for each claim."""
    project = judgement.project
    iris = iris_of(project)
    found = {
        "@context": "https://schema.org",
        "@graph": [_review(judgement, iris, key, claim) for key, claim in project.claims.items()],
    }
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return Exported({"": clean(text).replace("<", "\\u003c").encode()}, _loss(project))


def _review(judgement: Judgement, iris: Iris, key: str, claim: Claim) -> dict[str, Any]:
    project, verdict = judgement.project, judgement.verdicts[key]
    address = iris.of("claim", key)
    reviewed: dict[str, Any] = {"@type": "Claim", "@id": address, "name": claim.text}
    holders = [project.scholars[who].name for who in claim.holders if who in project.scholars]
    if holders:
        reviewed["author"] = [{"@type": "Thing", "name": name} for name in holders]
    if claim.when is not None:
        reviewed["temporalCoverage"] = claim.when.text
    appearance = _appearances(project, iris, claim)
    if appearance:
        reviewed["appearance"] = appearance
    told = " ".join(s for s in sentences(explain(judgement, key, 0)) if not s.startswith("Schools:"))
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": iris.of("review", key),
        "claimReviewed": claim.text,
        "itemReviewed": reviewed,
        "author": _author(project, iris),
        "isPartOf": {"@type": "CreativeWork", "@id": iris.map, "name": project.settings.title},
        "reviewRating": {"@type": "Rating", "alternateName": str(verdict), "ratingExplanation": told},
    }
    if iris.base.startswith("http"):
        review["url"] = iris.of("claim", key)
    cited = _cited(project, iris, claim)
    return review | {"citation": cited} if cited else review


def _author(project: Project, iris: Iris) -> dict[str, str]:
    author = project.scholars.get(project.settings.author or "")
    if author is None:
        return {"@type": "Organization", "name": project.settings.title}
    return {"@type": "Person", "@id": iris.of("scholar", project.settings.author or ""), "name": author.name}


def _appearances(project: Project, iris: Iris, claim: Claim) -> list[dict[str, str]]:
    """Give the works in which somebody is said to hold a claim."""
    holding = (s for s in (*claim.scholars.values(), *claim.schools.values()) if s.stance == "holds")
    return [_work(project, iris, key) for key in dict.fromkeys(c for s in holding for c in s.cite)]


def _cited(project: Project, iris: Iris, claim: Claim) -> list[dict[str, str]]:
    """Give the sources of the evidence for and against a claim."""
    premises = (p for _, _, argument in arguments_of(claim) for p in argument.premises)
    items = (project.evidence.get(premise) for premise in premises)
    return [_work(project, iris, key) for key in dict.fromkeys(i.source for i in items if i and i.source)]


def _work(project: Project, iris: Iris, key: str) -> dict[str, str]:
    source = project.sources.get(key)
    return {
        "@type": "CreativeWork",
        "@id": iris.of("source", key),
        "name": printed_source(source) if source else key,
    }


def _loss(project: Project) -> LossReport:
    loss = LossReport()
    arguments = (a for claim in project.claims.values() for _, _, a in arguments_of(claim))
    read = {p for argument in arguments for p in argument.premises if p in project.evidence}
    cited = {project.evidence[key].source for key in read}
    unused = (key for key in project.sources if key not in cited)
    tell_partly(project, loss, _HOLDS, {"sources": dict.fromkeys(unused, "no evidence is from it")})
    for key in project.claims:
        loss.change("verdict", key, "a rating in words: argmap has no number for it")
    return loss
