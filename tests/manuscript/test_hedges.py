"""Hedges."""

import pytest

from argmap.manuscript.hedges import find_hedges


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("It seems that he left.", ["seems"]),
        ("He may have left; perhaps he did.", ["may", "perhaps"]),
        ("It can be argued that he left.", ["it can be argued"]),
        ("It is possible that he left.", ["it is possible"]),
        ("This suggests that he left.", ["suggests that"]),
        ("Er war wohl schon fort.", ["wohl"]),
        ("Il est peut-être parti.", ["peut-être"]),
        ("He left in May 1950.", []),
        ("On 3 May he left.", []),
        ("He left on May Day.", []),
        ("He “may” leave.", []),
        ('He said "it seems so".', []),
        ("He left.", []),
        ("The dismayed mayor left.", []),
        ("", []),
    ],
)
def test_hedging_words_are_found_outside_quotations(text, hedges):
    assert find_hedges(text) == hedges
