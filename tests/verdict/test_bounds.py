"""Bounds worked out part by part against those of one fixpoint over the whole map."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.arguments import AGAINST, FOR
from argmap.model.project import Project
from argmap.model.settings import Settings, VerdictSettings
from argmap.verdict.audience import Audience
from argmap.verdict.bounds import Bounds
from argmap.verdict.fixpoint import Fixpoint, founded
from argmap.verdict.judgement import judge
from argmap.verdict.reading import read_graph
from argmap.verdict.weighing import weigh
from maps import maps

SETTINGS = st.sampled_from(["grades", "carneades"])


@st.composite
def audiences(draw: st.DrawFn, project: Project) -> Audience:
    """One that assumes, rejects and withholds something or other."""
    claims = st.frozensets(st.sampled_from(sorted(project.claims)), max_size=2)
    assumed = draw(claims)
    without = st.frozensets(st.sampled_from(sorted(project.evidence)), max_size=2)
    return Audience(assumed, draw(claims) - assumed, draw(without) if project.evidence else frozenset())


@given(maps(most=8), SETTINGS, st.data())
def test_parts_one_by_one_come_to_the_same_as_all_at_once(project: Project, setting: str, data) -> None:
    project = replace(project, settings=Settings(verdicts=VerdictSettings(setting=setting)))
    reading = read_graph(project, weigh(project), data.draw(audiences(project)))
    claims = range(reading.graph.claims)
    held = {c: data.draw(st.sampled_from([None, None, 0, 4])) for c in claims}
    reading = replace(reading, below=[held[c] if reading.granted[c] is None else None for c in claims])
    done = Bounds(reading)
    outcomes = dict(done.work_out())
    whole = Fixpoint(reading).run()
    assert (list(done.lo), list(done.hi)) == (whole.lo, whole.hi)
    assert (done.worth_lo, done.worth_hi) == (whole.worth_lo, whole.worth_hi)
    could = founded(whole)
    for claim in claims:
        assert outcomes[claim].pro == whole.side(claim, FOR)
        assert outcomes[claim].con == whole.side(claim, AGAINST)
        assert outcomes[claim][2:] == (whole.own_lo[claim], whole.own_hi[claim], could[claim])
        for side in (FOR, AGAINST):
            assert done.corroborated(claim, side) == whole.corroborated(claim, side)


@given(maps(most=8))
def test_bounds_of_somebody_elses_change_nothing_of_ours(project: Project) -> None:
    done = judge(project).fixpoint
    kept = (bytes(done.lo), bytes(done.hi), list(done.worth_lo), dict(done.founded))
    other = done.copy()
    for claim in range(other.graph.claims):
        other.restore(claim, (0, 0), None)
    assert (bytes(done.lo), bytes(done.hi), done.worth_lo, done.founded) == kept
