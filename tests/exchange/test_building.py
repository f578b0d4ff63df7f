import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.arriving import renamed
from argmap.exchange.building import MapBuilder
from argmap.exchange.flatten import flat_steps, statements, tell_losses, words_of
from argmap.exchange.ids import Ids, is_slug, slug
from argmap.exchange.loss import LossReport
from argmap.exchange.schemes import scheme_named, scheme_title
from argmap.model.records import Expectation
from argmap.model.settings import Settings
from argmap.model.vocabulary import Scheme
from exchange_maps import an_argument
from makers import a_claim, a_project, some_evidence


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=20))
def test_every_foreign_id_gets_one_slug_and_none_twice(pairs: list[tuple[str, str]]) -> None:
    ids = Ids(taken=["a"])
    given_ = {id: ids.give(id, text) for id, text in pairs}
    assert all(is_slug(key) for key in given_.values())
    assert len(set(given_.values())) == len(given_)
    assert "a" not in given_.values()
    assert given_ == {id: ids.give(id) for id, _ in pairs}


@given(st.text())
def test_a_slug_is_short_and_stays_as_it_is(text: str) -> None:
    made = slug(text)
    assert len(made) <= 60
    assert made == "" or is_slug(made)
    assert slug(made) == made


def test_ids_that_say_something_stay() -> None:
    ids = Ids()
    assert ids.give("mao-offer", "Other words") == "mao-offer"
    assert ids.give("Mao Offer", "x") == "mao-offer-2"
    assert ids.give("123", "It burnt.") == "it-burnt"
    assert ids.give("124", "불이 났다") == "record-124"
    assert ids.renamed() == {"Mao Offer": "mao-offer-2", "123": "it-burnt", "124": "record-124"}


def test_what_leads_nowhere_is_told_and_the_rest_is_built() -> None:
    new = MapBuilder()
    new.claim("1", "It burnt.", held_by=("p", "q"), kind="nonsense")
    new.claim("2", "")
    new.claim("1", "Again.")
    new.evidence("e", "A letter.", source="s", kind="letter")
    new.scholar("p", "Ann Lee")
    new.source("s", {"title": "Papers"})
    new.step("a", "1", ["e", "2", "x"], scheme="Sign", strength="huge")
    new.step("a", "1", ["x"])
    new.step("b", "9", ["1"])
    new.step("c", "e", ["1", "e"], against=True)
    new.step("d", "e", ["1"])
    new.undercut("a", "y")
    new.expect("1", Expectation(verdict="supported"))
    built = new.build("  The\nfire ")
    burnt = built.project.claims["it-burnt"]
    assert burnt.held_by == ("p",)
    assert burnt.pro == (an_argument(premises=("e", "claim-2"), scheme="sign"),)
    assert built.project.evidence["e"].challenged_by == ("it-burnt",)
    assert built.project.settings.title == "The fire"
    assert built.project.expectations.keys() == {"it-burnt"}
    told = [(loss.fate, loss.type, loss.id) for loss in built.loss.losses]
    assert set(told) == {
        ("changed", "claim", "2"),
        ("dropped", "claim", "1"),
        ("dropped", "claim.held_by", "1"),
        ("dropped", "claim.kind", "1"),
        ("dropped", "argument.premise", "a"),
        ("dropped", "argument.undercutter", "a"),
        ("dropped", "argument.strength", "a"),
        ("dropped", "argument.premise", "a (2)"),
        ("dropped", "argument", "a (2)"),
        ("dropped", "argument", "b"),
        ("changed", "argument", "c"),
        ("dropped", "argument", "d"),
    }


def test_every_field_that_a_format_lacks_is_told() -> None:
    claim = a_claim(kind="causal", hedge="seems", pro=[an_argument(premises="e", because="So.", weight=0.0)])
    project = a_project({"a": claim}, {"e": some_evidence()}, settings=Settings(title="T", thesis="a"))
    loss = LossReport()
    tell_losses(project, loss, {"claims": ("text", "kind"), "arguments": (), "settings": ("title",)})
    assert [(x.type, x.id) for x in loss.losses] == [
        ("claim.hedge", "a"),
        ("evidence", "e"),
        ("argument.because", "a.for.1"),
        ("argument.weight", "a.for.1"),
        ("setting", "thesis"),
    ]


def test_a_map_is_walked_in_order() -> None:
    project = a_project(
        {"a": a_claim(pro="e", con=["b"]), "b": a_claim(text="B.")}, {"e": some_evidence(shows="E.")}
    )
    assert [(s.id, s.side) for s in flat_steps(project)] == [("a.for.1", "for"), ("a.against.1", "against")]
    assert dict(statements(project)) == {"a": "Something is so.", "b": "B.", "e": "E."}
    assert [words_of(project, key) for key in ("b", "e", "x")] == ["B.", "E.", "x"]


def test_a_report_tells_counts_then_single_losses() -> None:
    loss = LossReport()
    loss.keep("claim", 3)
    loss.change("MA", "1", "a remark")
    for number in range(30):
        loss.drop("edge", str(number), "no\x1bend")
    lines = list(loss.lines(most=2))
    assert lines[:4] == ["kept: 3 claim", "changed: 1 MA", "dropped: 30 edge", "  changed MA 1: a remark"]
    assert lines[4] == r"  dropped edge 0: no\x1bend"
    assert lines[-1] == "  and 29 more"


def test_types_can_be_called_by_other_names() -> None:
    loss = LossReport()
    loss.keep("RA")
    loss.keep("CA", 2)
    loss.drop("RA.scheme", "1", "x")
    loss.retype({"RA": "scheme", "CA": "scheme"})
    assert loss.kept == {"scheme": 3}
    assert loss.losses[0].type == "scheme.scheme"


@pytest.mark.parametrize("scheme", Scheme.__args__)  # type: ignore[attr-defined]
def test_every_scheme_is_found_under_its_own_name_and_title(scheme: str) -> None:
    assert scheme_named(scheme) == scheme
    assert scheme_named(scheme_title(scheme)) == scheme
    assert scheme_named(f"Argument From {scheme_title(scheme)}") == scheme


def test_renaming_reaches_every_reference() -> None:
    claim = a_claim(
        pro=[an_argument(premises=("a", "e"), unless="b", answer="b")], held_by="s", schools={"o": "holds"}
    )
    project = a_project({"a": claim, "b": a_claim()}, {"e": some_evidence(challenged_by="a", source="k")})
    names = {"a": "a-2", "b": "b-2", "e": "e-2", "s": "s-2", "o": "o-2", "k": "k-2"}
    found = renamed(project, names)
    assert {r.target for r in found.references()} == {f"{name}-2" for name in ("a", "b", "e", "s", "o", "k")}
    assert found.claims.keys() == {"a-2", "b-2"}
