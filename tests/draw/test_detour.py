from hypothesis import given
from hypothesis import strategies as st

from argmap.draw import draw
from argmap.draw.detour import rounded
from draw.makers import judged

corners = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=2, max_size=7)


@given(corners)
def test_a_rounded_way_keeps_its_ends(way):
    drawn = rounded(way)
    assert (drawn[0], drawn[-1]) == (way[0], way[-1])
    assert len(drawn) % 3 == 1


def test_a_link_between_outer_columns_runs_below_all_panels():
    claims = {"top": {"part": "0", "for": [f"m{i}" for i in range(6)]}}
    claims |= {f"m{i}": {"part": f"p{i}"} for i in range(6)}
    claims["m5"]["for"] = ["m0"]
    drawing = draw(judged(claims, {"thesis": "top"}))
    bottom = max(box[3] for box in drawing.layout.clusters.values())
    lowest = [max(y for _, y in curve.points) for curve in drawing.layout.curves]
    assert max(lowest) > bottom
    assert drawing.type_on_a4 >= 6
