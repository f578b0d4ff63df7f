"""Maps made by chance for round trips through formats: with what a format can hold and no more."""

from typing import Any

from hypothesis import strategies as st

from argmap.exchange.registry import read, write
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Argument, Claim, Scholar
from argmap.model.settings import Settings
from argmap.verdict.judgement import judge

IDS = ["fire-began", "oven-burning", "watch-saw", "baker-denies", "no-wind", "guild-paper", "lamp-2", "x1y"]
PEOPLE = {"anna-kim": "Anna Kim", "the-guild": "The Guild", "bo": "Bo"}
SCHEMES = [None, "sign", "expert-opinion", "cause", "abduction", "witness-testimony"]

letters = st.characters(exclude_categories=["C", "Z"], include_characters=" ")
texts = st.text(letters, min_size=1, max_size=40).map(lambda t: " ".join(t.split())).filter(bool)
"""One line of anything that can be printed."""


def an_argument(**fields: Any) -> Argument:
    return Argument(**fields)


@st.composite
def maps(draw: st.DrawFn, *, people: bool = False, schemes_against: bool = True) -> Project:
    """A map of claims, arguments of one or more premises, undercutters, and perhaps holders."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=6, unique=True))
    said = draw(st.lists(texts, min_size=len(ids), max_size=len(ids)))
    names = st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True).map(tuple)
    undercutters = st.one_of(st.just(()), names)
    schemes = st.sampled_from(SCHEMES)

    def side(scheme: st.SearchStrategy[str | None]) -> tuple[Argument, ...]:
        made = st.builds(
            lambda p, u, s: an_argument(premises=p, unless=u, scheme=s), names, undercutters, scheme
        )
        return tuple(draw(st.lists(made, max_size=3)))

    claims = {}
    for key, words in zip(ids, said, strict=True):
        held = draw(st.lists(st.sampled_from(sorted(PEOPLE)), max_size=2, unique=True)) if people else []
        con = side(schemes if schemes_against else st.none())
        fields: dict[str, Any] = {"pro": side(schemes), "con": con, "held_by": tuple(held)}
        claims[key] = Claim(text=words, **fields)
    holders = {who for claim in claims.values() for who in claim.held_by}
    scholars = {who: Scholar(name=PEOPLE[who]) for who in holders}
    return merge([FileRecords("", claims=claims, scholars=scholars)], Settings(title="A map"))


def there_and_back(project: Project, format: str, name: str = "map") -> Project:
    """Write a map in a format and read it again, its format told by its content alone."""
    exported = write(judge(project), format)
    return read(exported.files[""], name).project
