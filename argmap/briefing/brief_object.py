"""The brief of one claim as plain data."""

from argmap.briefing.brief_facts import BriefFacts
from argmap.exchange.brief_shapes import BriefData
from argmap.exchange.fragility_objects import as_of_object, fragile_object
from argmap.exchange.objects import grade_object, why_object
from argmap.exchange.review_objects import reviews_object


def brief_object(brief: BriefFacts) -> BriefData:
    """Give a brief."""
    project = brief.project
    return {
        "claim": brief.claim,
        "text": brief.told.text,
        "part": brief.part,
        "held_by": list(brief.held_by),
        "why": why_object(brief.told),
        "behind": [
            {
                "evidence": each.evidence,
                "shows": each.shows,
                "where": each.where,
                "speaks_for": each.for_claim,
                "grade": grade_object(each.grading),
            }
            for each in brief.behind
        ],
        "documents": brief.documents,
        "schools": [
            {
                "school": each.school,
                "stance": each.stance,
                "scholars": list(each.scholars),
                "cite": list(each.cite),
                "locator": each.locator,
            }
            for each in brief.positions
        ],
        "history": as_of_object(project, [brief.history])["claims"][0],
        "hangs_on": [
            {"by": each.by, **fragile_object(project, each.by, [each])["claims"][0]}
            for each in brief.fragilities
        ],
        "review": reviews_object(project, {brief.claim: brief.review})["claims"][0],
        "outline": brief.figure.outline if brief.figure else "",
    }
