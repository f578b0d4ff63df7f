"""Maps made by chance that use every field of claims, evidence and arguments."""

from typing import Any

from hypothesis import strategies as st

from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Argument, Claim, Evidence, Expectation
from argmap.model.settings import Settings
from exchange_maps import maps, texts


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


SENTENCES = maybe(texts)


@st.composite
def rich_maps(draw: st.DrawFn) -> Project:
    """A map with evidence, weights, warrants, remarks and expectations."""
    plain = draw(maps())
    ids = list(plain.claims)
    some_ids = st.lists(st.sampled_from(ids), max_size=2, unique=True).map(tuple)
    evidence = {
        key: Evidence(
            shows=draw(texts),
            kind=draw(maybe(st.sampled_from(["telegram", "book"]))),
            form=draw(maybe(st.sampled_from(["record", "testimony"]))),
            made=draw(maybe(st.sampled_from(["1950-07-02", "1950?", "1950/1951"]))),
            locator=draw(maybe(st.sampled_from(["p. 3", {"fond": "45", "opis": "1"}]))),
            by=tuple(draw(st.lists(texts, max_size=2, unique=True))),
            challenged_by=draw(some_ids),
            searched=draw(SENTENCES),
            quote=draw(maybe(st.just({"exact": "a b"}))),
            remark=draw(SENTENCES),
        )
        for key in draw(st.lists(st.sampled_from(["deed", "letter-1", "map-x"]), max_size=3, unique=True))
    }
    premises = st.lists(st.sampled_from([*ids, *evidence]), min_size=1, max_size=3, unique=True).map(tuple)

    def fuller(argument: Argument) -> Argument:
        return Argument(
            premises=draw(premises),
            unless=argument.unless,
            answer=draw(some_ids),
            scheme=argument.scheme,
            because=draw(SENTENCES),
            strength=draw(maybe(st.sampled_from(["firm", "weak"]))),
            weight=draw(maybe(st.sampled_from([0.0, 0.25, 1.0]))),
            bearing=draw(maybe(st.just("direct"))),
            remark=draw(SENTENCES),
        )

    claims = {
        key: Claim(
            text=claim.text,
            kind=draw(st.sampled_from(["interpretive", "factual", "thesis"])),
            part=draw(maybe(st.sampled_from(["V", "intro"]))),
            section=draw(SENTENCES),
            when=draw(maybe(st.sampled_from(["1950", "1950-07/1950-10"]))),
            hedge=draw(SENTENCES),
            contradicts=draw(some_ids),
            defines=draw(st.dictionaries(texts, texts, max_size=2)),
            standard=draw(maybe(st.sampled_from(["scintilla", "clear-and-convincing"]))),
            remark=draw(SENTENCES),
            pro=tuple(fuller(a) for a in claim.pro),
            con=tuple(fuller(a) for a in claim.con),
        )
        for key, claim in plain.claims.items()
    }
    expected = {
        key: (Expectation(verdict=draw(st.sampled_from(["supported", "contested", "unsupported"]))),)
        for key in draw(some_ids)
    }
    records = FileRecords("", claims=claims, evidence=evidence, expectations=expected)
    return merge([records], Settings(title="A map"))
