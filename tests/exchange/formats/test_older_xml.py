from argmap.exchange.registry import read
from argmap.model.records import Scholar
from exchange_maps import an_argument
from exchange_samples import AGXML, AML


def test_araucaria_keeps_premises_apart_or_together() -> None:
    imported = read(AML.encode(), "a.aml")
    wet = imported.project.claims["the-street-is-wet"]
    assert wet.pro == (
        an_argument(premises=("ann-says-that-it-rained", "ann-knows"), scheme="expert-opinion"),
        an_argument(premises="shoes-are-wet"),
        an_argument(premises="cars-splash"),
    )
    assert wet.con == (an_argument(premises="the-sun-shines"),)


def test_a_proposition_that_araucaria_repeats_is_one_claim() -> None:
    project = read(AML.encode(), "a.aml").project
    assert len(project.claims) == 6
    assert project.claims["shoes-are-wet"].pro == (an_argument(premises="ann-says-that-it-rained"),)


def test_enthymemes_owners_and_losses_of_araucaria_are_told() -> None:
    imported = read(AML.encode(), "a.aml")
    assert imported.project.claims["ann-knows"].remark == "Left unsaid in the text (an enthymeme)."
    assert imported.project.scholars == {"ann": Scholar(name="Ann")}
    assert imported.loss.count("dropped") == {"SCHEMESET": 1, "TEXT": 1, "EDATA": 2}
    assert imported.loss.count("changed") == {"PROP.missing": 2}


def test_a_unit_may_be_the_root_and_encodings_are_as_declared() -> None:
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><AU><PROP identifier="n1">'
        "<PROPTEXT>Caf\xe9s are wet.</PROPTEXT>"
        "</PROP><CA><AU><PROP identifier='n2'><PROPTEXT>Rain.</PROPTEXT></PROP></AU></CA></AU>"
    )
    project = read(text.encode("latin-1"), "a.xml").project
    assert project.claims["cafes-are-wet"].text == "Cafés are wet."
    assert project.claims["cafes-are-wet"].pro == (an_argument(premises="rain"),)


def test_a_microtext_keeps_linked_premises_undercuts_and_voices() -> None:
    imported = read(AGXML.encode(), "micro.xml")
    wet = imported.project.claims["the-street-is-wet"]
    assert imported.project.settings.title == "wet streets"
    assert wet.pro == (
        an_argument(
            premises=("it-rained-all-night", "the-roof-leaked-too"), unless="but-the-roof-is-over-the-street"
        ),
        an_argument(premises="last-monday-it-was-the-same", scheme="example"),
    )
    assert wet.con == (an_argument(premises="the-sun-shines"),)
    assert wet.held_by == ("proponent",)
    assert imported.project.claims["the-sun-shines"].held_by == ("opponent",)


def test_edges_of_a_microtext_that_lead_nowhere_are_told() -> None:
    broken = AGXML.replace('src="a6" trg="a1" type="reb"', 'src="a6" trg="c99" type="und"')
    broken = broken.replace('src="a7" trg="a1" type="exa"', 'src="a77" trg="a1" type="exa"')
    imported = read(broken.encode(), "micro.xml")
    assert {(loss.type, loss.id) for loss in imported.loss.losses if loss.type == "edge"} == {
        ("edge", "c4"),
        ("edge", "c5"),
    }


def test_an_attack_on_an_undercut_is_one_on_the_undercutter() -> None:
    changed = AGXML.replace('src="a6" trg="a1" type="reb"', 'src="a6" trg="c3" type="und"')
    project = read(changed.encode(), "micro.xml").project
    assert project.claims["but-the-roof-is-over-the-street"].con == (an_argument(premises="the-sun-shines"),)
