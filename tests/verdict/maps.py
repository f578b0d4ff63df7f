"""Random small maps for hypothesis."""

from hypothesis import strategies as st

from argmap.model.project import Project
from argmap.model.vocabulary import STANDARDS
from makers import a_claim, a_project, some_evidence

FORMS = ("record", "testimony", "scholarship", "derived", None)


@st.composite
def maps(draw: st.DrawFn, *, attacks: bool = True, most: int = 6) -> Project:
    """A map of a few claims and pieces of evidence, with circles, undercutters and challenges."""
    claims = [f"c{i}" for i in range(draw(st.integers(1, most)))]
    items = [f"e{i}" for i in range(draw(st.integers(0, 4)))]
    nodes = st.sampled_from([*claims, *items])
    some_claims = st.lists(st.sampled_from(claims), max_size=1)

    def argument() -> dict[str, object]:
        return {
            "from": draw(st.lists(nodes, min_size=1, max_size=2)),
            "strength": draw(st.sampled_from([None, "good", "limited", "weak"])),
            "bearing": draw(st.sampled_from([None, "inferential", "circumstantial"])),
            "unless": draw(some_claims) if attacks else [],
        }

    def side(most: int) -> list[dict[str, object]]:
        return [argument() for _ in range(draw(st.integers(0, most)))]

    return a_project(
        {
            key: a_claim(
                pro=side(3),
                con=side(2) if attacks else [],
                standard=draw(st.sampled_from([None, *STANDARDS])),
            )
            for key in claims
        },
        {
            key: some_evidence(
                form=draw(st.sampled_from(FORMS)),
                document=draw(st.sampled_from([None, "d1", "d2"])),
                authenticity=draw(st.sampled_from([None, None, None, "doubted", "forged"])),
                challenged_by=draw(some_claims) if attacks else [],
            )
            for key in items
        },
    )
