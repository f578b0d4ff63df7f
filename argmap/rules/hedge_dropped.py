"""Flat claims whose every support is hedged."""

import re
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.model.pattern import pattern
from argmap.model.records import Claim
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted_on, standing

MOST_SHOWN = 3
NOT_ASKED = frozenset({"historiographical", "evaluative", "counterfactual"})
"""Kinds of claim that tell of others' views, judge, or are guarded by their "if"."""
_NO_DOUBT = pattern(
    r"\b(extent|degree|relatively|rather|roughly|partly|partially|somewhat|sort of|will (be )?argued?"
    r"|(can|could|may|might) be (argued|considered|regarded|seen))\b",
    re.I,
)
"""Words that say how much, or announce or introduce an argument, and not how surely."""


@project_rule("hedge-dropped", family="support", severity=Severity.NOTE)
def hedge_dropped(case: Case) -> Iterator[Finding]:
    """A claim is flat though everything it rests on is hedged.

    Every argument for it that holds goes by a claim that the author makes guardedly; on the way up the
    "seems" was lost. Hedge the claim, or give it support of its own. An argument with a flat inference
    beside the guarded one is passed over, not one with a flat fact. Words that say how much and not how
    surely ("to some extent", "relatively") are no such hedge, nor are those that only introduce an
    argument ("it can be argued"), nor a caution about what something is worth (``kind: evaluative``).
    Looks at supported claims that the ``author`` of ``argmap.toml`` holds, not at evaluations, at what would
    have been, or at what scholars hold.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [north-was-ready]}
          north-was-ready: {text: The North was ready to attack., hedge: seems, for: [order]}
        evidence:
          order: {shows: The army is to draw up at the line., form: record}

    Not in::

        claims:
          attack-first: {text: The North attacked first., hedge: probably, for: [north-was-ready]}
          north-was-ready: {text: The North was ready to attack., hedge: seems, for: [order]}
        evidence:
          order: {shows: The army is to draw up at the line., form: record}
    """
    project, graph = case.project, case.graph
    unsure = {graph.index[key] for key, claim in case.lists.claims_with("hedge") if _is_unsure(claim)}
    if not unsure:
        return
    for key, claim, premises in asserted_on(case):
        if unsure.isdisjoint(premises) or claim.kind in NOT_ASKED:
            continue
        hedged: dict[str, str] = {}
        arguments = standing(case, key)
        for each in arguments:
            guarded = next(((name, below.hedge) for name, below in each.claims if _is_unsure(below)), None)
            if guarded is None or any(
                _is_inferred(below) and not _is_unsure(below) for _, below in each.claims
            ):
                break
            hedged[guarded[0]] = guarded[1] or ""
        else:
            if not arguments:
                continue
            told = [f"'{name}' (\"{shown(word)}\")" for name, word in list(hedged.items())[:MOST_SHOWN]]
            more = f" and {len(hedged) - MOST_SHOWN} more" if len(hedged) > MOST_SHOWN else ""
            yield Finding(
                f"claim '{key}' has no hedge, and all it rests on has: {', '.join(told)}{more}",
                project.spot("claims", key),
                (key, *hedged),
                "hedge it, or give it support of its own",
                tuple(
                    Related(project.spot("claims", name, "hedge"), f"claim '{name}' is hedged")
                    for name in hedged
                ),
            )


def _is_unsure(claim: Claim) -> bool:
    return claim.hedge is not None and claim.kind != "evaluative" and not _NO_DOUBT.search(claim.hedge)


def _is_inferred(claim: Claim) -> bool:
    return claim.kind != "factual"
