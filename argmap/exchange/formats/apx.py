"""The abstract framework of a map, as facts for any solver of the competitions (ICCMA)."""

import re
from dataclasses import replace
from typing import Any

from argmap.exchange.flatten import tell_losses
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Exported, exporter
from argmap.model.project import Project
from argmap.verdict.framework import ClaimFramework, claim_framework
from argmap.verdict.judgement import Judgement

_HOLDS = {
    "claims": (),
    "evidence": ("challenged_by",),
    "arguments": ("premises", "unless", "answer"),
}
_SAME = re.compile(r"[a-z0-9-]+")
"""Ids that a name in the file gives back: only the hyphen is written differently."""


@exporter("apx", "abstract framework (ASPARTIX facts)", ".apx")
def write(judgement: Judgement) -> Exported:
    """Write the framework that the map can be viewed as: ``arg(c_fire).``, ``att(a_fire_for_1,…).``."""
    viewed = claim_framework(judgement)
    framework = viewed.framework
    names = framework.names
    lines = [f"arg({name}).\n" for name in names]
    for source in range(framework.size):
        lines += (f"att({names[source]},{names[target]}).\n" for target in framework.attacked_by(source))
    return Exported({"": "".join(lines).encode()}, _loss(judgement, viewed))


def _loss(judgement: Judgement, viewed: ClaimFramework) -> LossReport:
    loss = LossReport()
    project = judgement.project
    gone: dict[str, set[tuple[str, int]]] = {}
    for entry in viewed.left_out:
        loss.drop("argument", f"{entry.claim}.{entry.side}.{entry.position + 1}", entry.why)
        gone.setdefault(entry.claim, set()).add((entry.side, entry.position))
    tell_losses(_without(project, viewed, gone, loss), loss, _HOLDS)
    for kind, nodes in (("claim", viewed.claims), ("evidence", viewed.evidence)):
        for key, node in nodes.items():
            if not _SAME.fullmatch(key):
                loss.change(f"{kind}.id", key, f"called {viewed.framework.names[node]}")
    return loss


def _without(
    project: Project, viewed: ClaimFramework, gone: dict[str, set[tuple[str, int]]], loss: LossReport
) -> Project:
    """Give the project without the arguments and the evidence that are no nodes."""
    claims = dict(project.claims)
    for key, places in gone.items():
        claim = claims[key]
        sides: dict[str, Any] = {
            "pro": tuple(argument for i, argument in enumerate(claim.pro) if ("for", i) not in places),
            "con": tuple(argument for i, argument in enumerate(claim.con) if ("against", i) not in places),
        }
        claims[key] = replace(claim, **sides)
    for key in project.evidence:
        if key not in viewed.evidence:
            loss.drop("evidence", key, "withheld or forged")
    evidence = {key: item for key, item in project.evidence.items() if key in viewed.evidence}
    return replace(project, claims=claims, evidence=evidence)
