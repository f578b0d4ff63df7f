"""Counts over a project, made anew from the records that changed alone."""

from argmap.model.records import Source
from argmap.rules.case import Case
from argmap.rules.shares import shares_of
from makers import a_claim, a_project, some_evidence

CLAIMS = {
    "a": a_claim(part="I", section="Conclusion"),
    "b": a_claim(schools={"s": "rejects"}),
    "c": a_claim(),
}
EVIDENCE = {
    "d": some_evidence(source="m"),
    "e": some_evidence(source="m", locator="p. 4"),
    "f": some_evidence(),
}
SOURCES = {"m": Source("book", "Mills", listed=False)}


def shares(project):
    return shares_of(project, Case(project).lists)


def test_records_are_counted_by_what_is_told_of_them():
    whole = shares(a_project(CLAIMS, EVIDENCE, sources=SOURCES))
    assert whole._asdict() == {
        "claims": 3,
        "placed": 1,
        "sections": 1,
        "rejections": 1,
        "evidence": 3,
        "sourced": 2,
        "nowhere": 1,
        "unlisted": 1,
        "requirements": 0,
    }


def test_records_that_come_and_go_change_the_counts():
    before = a_project(CLAIMS, EVIDENCE, sources=SOURCES)
    after = a_project(
        {"c": a_claim(part="II"), "g": a_claim()}, {"d": EVIDENCE["d"], "h": some_evidence(source="n")}
    )
    gone = [CLAIMS["a"], CLAIMS["b"], CLAIMS["c"], EVIDENCE["e"], EVIDENCE["f"], SOURCES["m"]]
    come = [after.claims["c"], after.claims["g"], after.evidence["h"]]
    assert shares(before).after(gone, come) == shares(after)
