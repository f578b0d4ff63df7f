"""What verdicts hang on, what hangs on evidence, and how verdicts turned, as plain data."""

from collections.abc import Iterable

from argmap.exchange.fragility_shapes import (
    AsOfData,
    EffectData,
    FragileData,
    FragilityData,
    HistoryData,
    ImpactData,
    TurnData,
    WordData,
)
from argmap.model.project import Project
from argmap.verdict.fragility import Fragility
from argmap.verdict.history import History, Turn
from argmap.verdict.impact import Effect, Impact
from argmap.verdict.judgement import Verdict


def fragile_object(
    project: Project, by: str, told: Iterable[Fragility], *, grade: bool = False
) -> FragileData:
    """Give what verdicts hang on."""
    return {"by": by, "grade": grade, "claims": [_fragility(project, each) for each in told]}


def _fragility(project: Project, told: Fragility) -> FragilityData:
    return {
        "claim": told.claim,
        "text": project.claims[told.claim].text,
        "verdict": _word(told.verdict),
        "robustness": told.robustness,
        "at_least": told.at_least,
        "complete_to": told.complete_to,
        "exhausted": told.exhausted,
        "single_points": list(told.single_points),
        "losses": [{"items": list(loss.items), "after": _word(loss.after)} for loss in told.losses],
    }


def impact_object(project: Project, told: Impact) -> ImpactData:
    """Give what hangs on something."""
    return {
        "item": told.item,
        "kind": told.kind,
        "withdrawn": list(told.withdrawn),
        "forged": list(told.forged),
        "if_withdrawn": [_effect(project, effect) for effect in told.if_withdrawn],
        "if_forged": [_effect(project, effect) for effect in told.if_forged],
    }


def _effect(project: Project, effect: Effect) -> EffectData:
    return {
        "claim": effect.claim,
        "text": project.claims[effect.claim].text,
        "before": _word(effect.before),
        "after": _word(effect.after),
        "turned": effect.turned,
        "above": effect.above,
    }


def as_of_object(project: Project, told: Iterable[History]) -> AsOfData:
    """Give how verdicts would have been over time."""
    return {"claims": [_history(project, each) for each in told]}


def _history(project: Project, told: History) -> HistoryData:
    return {
        "claim": told.claim,
        "text": project.claims[told.claim].text,
        "first": _word(told.first),
        "strip": [{"year": year, "verdict": _word(verdict)} for year, verdict in told.strip],
        "turns": [_turn(turn) for turn in told.turns],
        "now": _word(told.now),
        "undated": list(told.undated),
    }


def _turn(turn: Turn) -> TurnData:
    return {
        "year": turn.year,
        "before": _word(turn.before),
        "after": _word(turn.after),
        "releases": [
            {"evidence": each.evidence, "since": str(each.since), "known_from": each.known_from}
            for each in turn.releases
        ],
    }


def _word(verdict: Verdict) -> WordData:
    return {"verdict": verdict.verdict, "grade": verdict.grade}
