from hypothesis import given
from hypothesis import strategies as st

from argmap.draw.stacking import settle

things = st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 90)), max_size=12)


@given(things)
def test_nothing_overlaps_and_the_order_is_kept(given_things):
    wanted, heights = [w for w, _ in given_things], [h for _, h in given_things]
    centres = settle(wanted, heights, 5)
    for i in range(len(centres) - 1):
        room = (heights[i] + heights[i + 1]) / 2 + 5
        assert centres[i + 1] - centres[i] >= room - 1e-6


@given(things)
def test_settling_twice_changes_nothing(given_things):
    wanted, heights = [w for w, _ in given_things], [h for _, h in given_things]
    once = settle(wanted, heights, 5)
    assert all(abs(a - b) < 1e-6 for a, b in zip(once, settle(once, heights, 5), strict=True))


def test_two_that_want_one_place_stand_around_it():
    assert settle([0, 0], [10, 10], 0) == [-5, 5]
