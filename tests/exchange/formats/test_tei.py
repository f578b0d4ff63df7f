from typing import Any

import pytest

from argmap.exchange.registry import Imported, read
from argmap.model.errors import UnreadableError

HEAD = (
    "<teiHeader><fileDesc><titleStmt><title>On the <hi>fire</hi></title></titleStmt></fileDesc></teiHeader>"
)
EVELYN = (
    '<listBibl><biblStruct xml:id="evelyn"><monogr><author><persName><surname>Evelyn</surname>'
    "<forename>John</forename></persName></author><title>Memoirs</title><imprint><pubPlace>London</pubPlace>"
    '<publisher>Colburn</publisher><date from="1818" to="1819"/></imprint></monogr></biblStruct></listBibl>'
)


def tei(body: str, back: str = "") -> Imported:
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEAD}<text><body><div>{body}</div></body>'
        f"<back>{back}</back></text></TEI>"
    )
    return read(text.encode(), "a.xml")


def only(imported: Imported) -> Any:
    found = list(imported.project.evidence.values())
    assert len(found) == 1, found
    return found[0]


def told(imported: Imported) -> list[tuple[str, str]]:
    return [(loss.fate, loss.type) for loss in imported.loss.losses]


def test_a_quotation_and_the_note_after_it_are_one_piece_of_evidence() -> None:
    imported = tei(
        '<p>He wrote: <quote>the bak<lb break="no"/>ery <choice><sic>burnd</sic><corr>burned</corr></choice> '
        'down</quote>.<note n="7" place="foot"><bibl><author>Samuel Pepys</author>, <title>Diary</title>, '
        '<date when="1666-09-02">2 Sept.</date></bibl>, pp. 12-13.</note></p>'
    )
    item = only(imported)
    assert item.quote.exact == item.shows == "the bakery burned down"
    assert (item.source, str(item.locator), item.cited) == ("samuel-pepys-1666", "pp. 12-13", ("text.7",))
    source = imported.project.sources["samuel-pepys-1666"]
    assert (source.title, source.authors, str(source.issued)) == ("Diary", ("Samuel Pepys",), "1666-09-02")
    assert imported.project.settings.title == "On the fire"
    assert imported.project.settings.parts["text"].notes == 7
    assert told(imported) == [("changed", "quote")]


def test_a_quotation_with_its_own_reference_leads_to_the_list_of_works() -> None:
    imported = tei(
        '<p><cit><quote>all was smoke</quote><bibl><ref target="#evelyn">Evelyn</ref> '
        '<citedRange unit="page">p. 44</citedRange></bibl></cit></p>',
        EVELYN,
    )
    item = only(imported)
    assert (item.source, str(item.locator)) == ("evelyn", "p. 44")
    source = imported.project.sources["evelyn"]
    assert (source.title, source.authors, str(source.issued)) == ("Memoirs", ("Evelyn, John",), "1818/1819")
    assert source.csl["publisher"] == "Colburn"


@pytest.mark.parametrize(
    "body",
    [
        '<p><quote source="#evelyn">smoke</quote></p>',
        '<p><quote>smoke</quote> <ref target="#evelyn">Evelyn</ref></p>',
        '<p>“<quote>smoke</quote>”<note><ref target="#evelyn">E</ref></note></p>',
        '<p><quote>smoke</quote><ref target="#n"/></p><note xml:id="n"><ptr target="#evelyn"/></note>',
        '<note><quote>smoke</quote>, <ref target="#evelyn">E</ref></note>',
        '<p><q source="#evelyn">smoke</q></p>',
        '<epigraph><cit><q>smoke</q><bibl><ptr target="#evelyn"/></bibl></cit></epigraph>',
    ],
)
def test_the_source_of_a_quotation_is_found_wherever_it_stands(body: str) -> None:
    item = only(tei(body, EVELYN))
    assert (item.source, item.quote.exact) == ("evelyn", "smoke")


def test_a_note_that_cites_two_works_is_evidence_from_each() -> None:
    imported = tei(
        '<p>Yes.<note n="2">See <ref target="#evelyn">Evelyn</ref>, p. 3, and '
        '<bibl><title level="a">A piece</title> <title level="j">Review</title> '
        '<biblScope unit="volume">4</biblScope></bibl>.</note></p>',
        EVELYN,
    )
    items = imported.project.evidence
    assert {(key, item.source, item.cited) for key, item in items.items()} == {
        ("note-2", "evelyn", ("text.2",)),
        ("note-2-2", "a-piece", ("text.2",)),
    }
    piece = imported.project.sources["a-piece"]
    assert (piece.type, piece.container, piece.csl["volume"]) == ("article-journal", "Review", "4")
    assert told(imported) == [("changed", "note")]


def test_a_note_that_cites_nothing_marked_is_kept_without_a_source() -> None:
    imported = tei("<p>Yes.<note>Central Files, 611.95.</note></p>")
    assert (only(imported).shows, only(imported).source) == ("Central Files, 611.95.", None)
    assert told(imported) == [("changed", "note")]


def test_works_described_in_another_file_are_named_by_their_pointers() -> None:
    imported = tei(
        '<p><note n="1"><bibl><ptr target="bm:Meinardus1961"/>'
        '<citedRange unit="page">12</citedRange></bibl></note>'
        '<note n="2"><bibl><ptr target="bm:Meinardus1961"/><citedRange>fol. 3</citedRange></bibl></note></p>'
    )
    assert len(imported.project.sources) == 1
    assert {str(item.locator) for item in imported.project.evidence.values()} == {"p. 12", "fol. 3"}
    assert ("changed", "bibl") in told(imported)


def test_speech_and_pointers_in_running_text_are_told_as_left_behind() -> None:
    imported = tei('<p><q>Oh!</q> as in <ref target="#evelyn">[1]</ref></p>', EVELYN)
    assert told(imported) == [("dropped", "q"), ("dropped", "ref")]
    assert set(imported.project.sources) == {"evelyn"}


def test_the_same_entry_twice_is_one_source() -> None:
    bibl = '<bibl><author>A. Smith</author>, <title level="m">Fires</title></bibl>'
    imported = tei(f'<p><note n="1">{bibl}</note><note n="2">{bibl}</note></p>')
    assert len(imported.project.sources) == 1
    assert len(imported.project.evidence) == 2


def test_the_older_form_without_a_namespace_is_read() -> None:
    text = (
        '<TEI.2><text><body><p><cit><quote>first quote</quote> <bibl n="shak. 1.1">Hml. I, 1</bibl></cit></p>'
        "</body></text></TEI.2>"
    )
    imported = read(text.encode(), "a.xml")
    assert [s.title for s in imported.project.sources.values()] == ["Hml. I, 1"]


def test_the_text_s_own_description_is_no_source() -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><sourceDesc><bibl><title>Itself</title></bibl>'
        "</sourceDesc></teiHeader><text><p><note>A note.</note></p></text></TEI>"
    )
    assert not read(text.encode(), "a.xml").project.sources


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI><text><note>&a;</note></text></TEI>',
        '<TEI><text><note xml:id="a">x</note><note xml:id="a">y</note></text></TEI',
        "<TEI>" + "<div>" * 100_000 + "<note>x</note>" + "</div>" * 100_000 + "</TEI>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Nothing here.</p></text></TEI>',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><note>open',
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><quote/><note/><bibl/></text></TEI>',
    ],
)
def test_hostile_and_empty_texts_end_in_one_message(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode(), "a.xml", "tei")


def test_ids_that_clash_and_odd_numbers_do_no_harm() -> None:
    imported = tei(
        '<note xml:id="a" n="1">One.</note><note n="99999999999">Two.</note><note n="1">Three.</note>'
        '<note n="*">Four.</note><note xml:id="불">Five.</note><quote xml:id="Evelyn">Six.</quote>',
        EVELYN,
    )
    assert sorted(item.shows for item in imported.project.evidence.values()) == [
        "Five.", "Four.", "One.", "Six.", "Three.", "Two.",
    ]  # fmt: skip
