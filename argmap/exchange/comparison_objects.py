"""Comparisons of schools as plain data."""

from argmap.compare.ach import Ach
from argmap.compare.cases import EvidenceUse
from argmap.compare.comparison import Cell, Comparison
from argmap.compare.cruxes import Crux
from argmap.exchange.comparison_shapes import AchData, CruxData, EvidenceUseData
from argmap.exchange.objects import verdict_object
from argmap.exchange.shapes import CellData, CompareData
from argmap.model.vocabulary import GRADE_WORDS


def compare_object(comparison: Comparison) -> CompareData:
    """Give a comparison of schools."""
    overall = comparison.overall
    return {
        "schools": list(comparison.schools),
        "claims": [
            {
                "claim": row.claim,
                "text": row.text,
                "verdict": verdict_object(row.verdict),
                "schools": {school: _cell_object(cell) for school, cell in row.cells.items()},
            }
            for row in comparison.rows
        ],
        "agreement": [
            {
                "schools": list(pair.schools),
                "common": pair.common,
                "same": pair.same,
                "share": pair.share,
                "kappa": pair.kappa,
                "alpha": pair.alpha,
                "warnings": list(pair.warnings),
            }
            for pair in comparison.agreements
        ],
        "overall": {
            "claims": overall.claims,
            "answers": overall.answers,
            "alpha": overall.alpha,
            "warnings": list(overall.warnings),
        },
        "cruxes": [_crux_object(crux) for crux in comparison.cruxes],
        "evidence": [_use_object(pair) for pair in comparison.evidence],
    }


def _cell_object(cell: Cell) -> CellData:
    position = cell.position
    return {
        "stance": cell.stance,
        "cite": list(position.cite) if position else [],
        "locator": position.locator if position else "",
        "scholars": list(position.scholars) if position else [],
        "said": [
            {
                "scholar": said.scholar or None,
                "stance": said.stance,
                "cite": list(said.cite),
                "locator": said.locator,
            }
            for said in cell.said
        ],
        "verdict": verdict_object(cell.verdict),
    }


def _crux_object(crux: Crux) -> CruxData:
    kinds = crux.disagreement
    return {
        "claim": crux.claim,
        "holding": list(crux.holding),
        "rejecting": list(crux.rejecting),
        "above": crux.above,
        "turns": list(crux.turns),
        "weighed": crux.weighed,
        "disagreement": {
            "kinds": list(kinds.kinds),
            "because": list(kinds.because),
            "documents": list(kinds.documents),
            "shared": kinds.shared,
        }
        if kinds
        else None,
    }


def _use_object(pair: EvidenceUse) -> EvidenceUseData:
    return {
        "schools": list(pair.schools),
        "used": list(pair.used),
        "shared": pair.shared,
        "opposite": [
            {
                "evidence": both.evidence,
                "claims": list(both.claims),
                "uses": [list(use) for use in both.uses],
            }
            for both in pair.opposite
        ],
        "left_aside": [
            {
                "evidence": aside.evidence,
                "claims": list(aside.claims),
                "user": aside.user,
                "ignorer": aside.ignorer,
            }
            for aside in pair.left_aside
        ],
    }


def ach_object(ach: Ach) -> AchData:
    """Give competing hypotheses."""
    return {
        "hypotheses": [
            {
                "claim": each.claim,
                "text": ach.project.claims[each.claim].text,
                "letter": each.letter,
                "rank": each.rank,
                "score": each.score,
                "inconsistent": dict(zip(GRADE_WORDS[1:], each.inconsistent, strict=True)),
                "consistent": dict(zip(GRADE_WORDS[1:], each.consistent, strict=True)),
                "verdict": each.verdict.verdict,
                "grade": each.verdict.grade,
                "says_little": each.thin,
            }
            for each in ach.hypotheses
        ],
        "found": ach.found,
        "evidence": [
            {
                "evidence": row.evidence,
                "shows": ach.project.evidence[row.evidence].shows,
                "document": row.document,
                "ratings": [rating.word for rating in row.ratings],
                "worth": [rating.worth for rating in row.ratings],
                "diagnosticity": row.diagnosticity,
            }
            for row in ach.rows
        ],
        "indifferent": [row.evidence for row in ach.indifferent],
        "excluded": list(ach.excluded),
        "bears_on_none": ach.bears_on_none,
        "warnings": list(ach.warnings),
    }
