"""Turtle, JSON-LD and nanopublications, read back by another program."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.iris import Iris, id_in, iris_of
from argmap.exchange.registry import write
from argmap.exchange.triples import Literal, Triples, json_ld, term, trig, turtle
from argmap.model.project import Project
from argmap.model.records import Source
from exchange_whole_map import NASTY, an_empty_map, judged, whole_map, with_loose_ends
from makers import a_claim, a_project, some_evidence

rdflib = pytest.importorskip("rdflib")
pyshacl = pytest.importorskip("pyshacl")

SHAPES = Path(__file__).parents[1] / "crminf_shapes.ttl"
HERE = "urn:argmap:the-fire-of-1666:"


def parsed(text: bytes | str, format: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Dataset().parse(data=text, format=format) if format == "trig" else (
            rdflib.Graph().parse(data=text, format=format)
        )  # fmt: skip


def exported(format: str, project: Project | None = None) -> bytes:
    return write(judged(project), format).files[""]


@pytest.mark.parametrize("project", [whole_map(), with_loose_ends()], ids=["whole", "loose ends"])
def test_the_triples_keep_to_what_crminf_says(project: Project) -> None:
    graph = parsed(exported("turtle", project), "turtle")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shapes = rdflib.Graph().parse(SHAPES, format="turtle")
        fits, _, report = pyshacl.validate(graph + shapes, shacl_graph=shapes)
    assert fits, report


def test_the_shapes_find_a_belief_without_a_value() -> None:
    text = exported("turtle").decode().replace("crminf:J5_holds_to_be", "crminf:J99", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shapes = rdflib.Graph().parse(SHAPES, format="turtle")
        fits, _, _ = pyshacl.validate(parsed(text, "turtle") + shapes, shacl_graph=shapes)
    assert not fits


def test_turtle_and_json_ld_say_the_same() -> None:
    one, other = parsed(exported("turtle"), "turtle"), parsed(exported("jsonld"), "json-ld")
    assert set(one) == set(other)
    assert len(one) > 200


def test_an_argument_is_an_inference_with_premises_and_a_conclusion_of_its_own() -> None:
    graph = parsed(exported("turtle"), "turtle")
    found = graph.query("""
        PREFIX crminf: <http://www.cidoc-crm.org/extensions/crminf/>
        SELECT ?premise ?value WHERE {
          ?step crminf:J1_used_as_premise/crminf:J4_that ?premise ; crminf:J2_concluded_that ?belief .
          ?belief crminf:J5_holds_to_be ?value .
          FILTER(STRENDS(STR(?step), ":argument:bakery-burned:for:1")) }""")
    assert {(str(p), str(v)) for p, v in found} == {
        (f"{HERE}claim:oven-lit", f"{HERE}belief-value:true"),
        (f"{HERE}evidence:watch-saw", f"{HERE}belief-value:true"),
    }


def test_links_between_claims_evidence_and_sources_are_citations() -> None:
    graph = parsed(exported("turtle"), "turtle")
    links = {(str(s), str(p).rpartition("/")[2], str(o)) for s, p, o in graph if "/cito/" in str(p)}
    assert (f"{HERE}evidence:watch-saw", "supports", f"{HERE}claim:bakery-burned") in links
    assert (f"{HERE}evidence:baker-denies", "disputes", f"{HERE}claim:bakery-burned") in links
    assert (f"{HERE}claim:oven-cold", "disputes", f"{HERE}evidence:watch-saw") in links
    assert (f"{HERE}claim:oven-cold", "disputes", f"{HERE}argument:bakery-burned:for:1") in links
    assert (f"{HERE}claim:baker-lied", "refutes", f"{HERE}argument:bakery-burned:against:1") in links
    assert (f"{HERE}claim:bakery-burned", "citesAsEvidence", f"{HERE}source:Pepys%3A1666") in links


def test_words_that_could_break_out_come_back_as_they_were() -> None:
    graph = parsed(exported("turtle"), "turtle")
    labels = {str(o) for o in graph.objects(rdflib.URIRef(f"{HERE}claim:oven-cold"), rdflib.RDFS.label)}
    assert labels == {NASTY.replace("\x07", "\ufffd")}
    titles = {str(o) for o in graph.objects(rdflib.URIRef(f"{HERE}source:evelyn-1818"), rdflib.DCTERMS.title)}
    assert titles == {"Half of a \ufffd character"}


@given(st.text(max_size=40), st.text(min_size=1, max_size=12))
def test_any_text_and_any_id_can_be_read_back(said: str, key: str) -> None:
    graph = Triples()
    iri = Iris("x").of("claim", key)
    graph.add(iri, "rdfs:label", Literal(said))
    graph.add(iri, "dcterms:date", Literal("1950~", term("edtf:EDTF")))
    one, other = parsed(turtle(graph), "turtle"), parsed(json.dumps(json_ld(graph)), "json-ld")
    assert set(one) == set(other)
    assert len(one) == len(graph)
    assert parsed(trig([("urn:x:g", graph)]), "trig").graph(rdflib.URIRef("urn:x:g"))


def test_an_id_comes_back_out_of_its_iri_and_a_base_takes_the_place_of_the_urn() -> None:
    assert id_in(Iris("The fire").of("source", "Pepys:1666/ü"), "source") == "Pepys:1666/ü"
    assert id_in("urn:argmap:a:claim:b", "source") is None
    assert Iris("x", "https://example.org/m#").of("claim", "a") == "https://example.org/m#claim/a"
    assert Iris("x", "javascript:alert(1)/").of("claim", "a") == "urn:argmap:x:claim:a"
    assert iris_of(a_project()).map == "urn:argmap:untitled-argument:map"


def test_every_format_tells_names_that_lead_nowhere() -> None:
    for format in ("turtle", "jsonld", "nanopub"):
        loss = write(judged(with_loose_ends()), format).loss
        assert loss.count("changed")["reference"] >= 13, format


def test_the_rest_of_a_bibliography_entry_is_told() -> None:
    source = Source("book", "T", csl={"id": "s", "title": "T", "publisher": "P", "volume": "2"})
    project = a_project({"a": a_claim(pro="e")}, {"e": some_evidence(source="s")}, sources={"s": source})
    told = [each.why for each in write(judged(project), "turtle").loss.losses]
    assert told == ["fields of the bibliography without a term here: publisher, volume"]


def test_each_claim_is_a_nanopublication_of_four_graphs() -> None:
    dataset = parsed(exported("nanopub"), "trig")
    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    found = list(dataset.quads((None, rdflib.RDF.type, np.Nanopublication, None)))
    assert len(found) == 4
    for itself, _, _, head in found:
        wanted = (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo)
        parts = {p: next(dataset.graph(head).objects(itself, p)) for p in wanted}
        assert len({str(head), *map(str, parts.values())}) == 4
        provenance = dataset.graph(parts[np.hasProvenance])
        assert (parts[np.hasAssertion], None, None) in provenance
        assert (itself, None, None) in dataset.graph(parts[np.hasPublicationInfo])
        assert len(dataset.graph(parts[np.hasAssertion])) >= 5


def test_the_same_map_gives_the_same_bytes_and_an_empty_one_a_valid_file() -> None:
    for format, name in (("turtle", "turtle"), ("jsonld", "json-ld"), ("nanopub", "trig")):
        assert exported(format) == exported(format)
        parsed(write(an_empty_map(), format).files[""], name)
