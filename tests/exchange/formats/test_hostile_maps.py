import json
import random
from copy import deepcopy
from typing import Any

import pytest

import exchange_samples
from argmap.exchange.registry import Imported, read
from argmap.files.dump import project_files
from argmap.files.project import parse_file
from argmap.model.errors import UnreadableError
from argmap.model.project import merge
from exchange_samples import AGXML, AIF, AIF_RDF, AML, ARGDOWN

SAMPLES = {
    "aif": exchange_samples.AIF,
    "xaif": exchange_samples.XAIF,
    "aif-rdf": exchange_samples.AIF_RDF,
    "aif-rdf in Turtle": exchange_samples.TURTLE,
    "aif-jsonld": exchange_samples.JSONLD,
    "sadface": exchange_samples.SADFACE,
    "argdown": exchange_samples.ARGDOWN,
    "argdown-json": exchange_samples.ARGDOWN_JSON,
    "aml": exchange_samples.AML,
    "agxml": exchange_samples.AGXML,
}
FORMATS = {name: name.partition(" ")[0] for name in SAMPLES}
JSON = [name for name, text in SAMPLES.items() if text.startswith("{")]
DEEP = 100_000


def import_or_refuse(data: bytes, format: str | None, name: str = "a.txt") -> Imported | None:
    """Import; whatever comes out can be written as files that have no fault."""
    try:
        found = read(data, name, format)
    except UnreadableError as error:
        refusal = str(error)
    else:
        return check_files(found)
    assert "\n" not in refusal
    assert len(refusal) < 400
    return None


def check_files(found: Imported) -> Imported:
    files = project_files(found.project)
    parts = [parse_file(file, text.encode()) for file, text in files.items() if file != "argmap.toml"]
    assert [fault.message for part in parts for fault in part.faults] == []
    again = merge(parts)
    assert dict(again.claims) == dict(found.project.claims)
    assert {r.target for r in found.project.references()} <= set(found.project.ids())
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_known_by_its_content(name: str) -> None:
    text = SAMPLES[name]
    plain = read(text.encode(), "file.bin", FORMATS[name]).project
    assert read(text.encode(), "file.bin").project == plain
    assert read(text.encode(), "file.json").project == plain


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_other_encodings_and_line_ends_change_nothing(name: str, encoding: str) -> None:
    text = SAMPLES[name]
    expected = read(text.encode(), "a.txt").project
    assert read(text.replace("\n", "\r\n").encode(encoding), "a.txt").project == expected


def test_a_guessed_encoding_is_told() -> None:
    found = read("[a]: Caf\xe9s burnt.\n".encode("cp1252"), "a.argdown")
    assert found.project.claims["a"].text == "Cafés burnt."
    assert [(loss.type, loss.why) for loss in found.loss.losses] == [("file", "not in UTF-8; read as cp1252")]


@pytest.mark.parametrize("name", JSON)
def test_json_of_other_types_is_refused_or_read_in_part(name: str) -> None:
    chance = random.Random(name)
    values: list[Any] = [
        None,
        0,
        -1,
        True,
        "",
        "x",
        [],
        [1],
        {},
        {"a": [None]},
        "\ud800",
        "\x00\u2028",
        1e300,
        10**50,
    ]
    for _ in range(150):
        root = json.loads(SAMPLES[name])
        for _ in range(chance.randint(1, 3)):
            _spoil(root, chance, values)
        import_or_refuse(json.dumps(root).encode(), chance.choice([FORMATS[name], None]))


def _spoil(root: Any, chance: random.Random, values: list[Any]) -> None:
    node = root
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(node[key], dict | list) and node[key] and chance.random() < 0.85:
            node = node[key]
            continue
        node[key] = deepcopy(chance.choice(values))
        return


@pytest.mark.parametrize("name", SAMPLES)
def test_spoilt_bytes_are_refused_or_read_in_part(name: str) -> None:
    chance = random.Random(name)
    data = SAMPLES[name].encode()
    for _ in range(120):
        spoilt = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(spoilt))
            if chance.random() < 0.5:
                del spoilt[at : at + chance.randint(1, 40)]
            else:
                spoilt[at:at] = chance.choice(
                    [b"\xff", b"\x00", b"{", b"[", b"<", b'"', b"\n\n", b"&x;", b"---", b"(1) "]
                )
            if not spoilt:
                break
        import_or_refuse(bytes(spoilt), chance.choice([FORMATS[name], None]))


@pytest.mark.parametrize(
    "text", ["[" * DEEP, '{"a":' * DEEP, '{"nodes": ' + "[" * DEEP, '{"@graph": ' + "[" * DEEP]
)
def test_deep_json_is_refused_in_one_message(text: str) -> None:
    with pytest.raises(UnreadableError, match="nested too deeply"):
        read(text.encode(), "a.json")


@pytest.mark.parametrize("name", ["ARG", "arggraph", "rdf:RDF"])
def test_deep_xml_is_refused_in_one_message(name: str) -> None:
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:aif="http://www.arg.tech/aif#">'
    start = head if name.startswith("rdf") else f"<{name}>"
    text = start + "<AU><PROP><PROPTEXT>" * DEEP + "</PROPTEXT></PROP></AU>" * DEEP + f"</{name}>"
    with pytest.raises(UnreadableError, match="damaged"):
        read(text.encode(), "a.xml")


@pytest.mark.parametrize("sample", [AML, AGXML, AIF_RDF])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]>',
    ],
)
def test_xml_entities_that_stand_for_more_than_a_text_are_refused(sample: str, doctype: str) -> None:
    body = sample[
        sample.index("<ARG" if "<ARG" in sample else "<arggraph" if "<arggraph" in sample else "<rdf:RDF") :
    ]
    with pytest.raises(UnreadableError):
        read(f'<?xml version="1.0"?>{doctype}{body}'.encode(), "a.xml")


def test_plain_entities_cannot_be_used_to_grow_without_bounds() -> None:
    doctype = f'<!DOCTYPE a [<!ENTITY x "{"x" * 290}">]>'
    with pytest.raises(UnreadableError, match="grow beyond"):
        read(f"{doctype}<ARG><AU>{'&x;' * 500_000}</AU></ARG>".encode(), "a.xml")


@pytest.mark.parametrize(
    "data",
    [b"", b"   \n", b"%PDF-1.4 x", b"\x00\x01\x02", b"Some prose.\nMore prose.\n", b"[]", b"{}", b"<html/>"],
)
def test_what_is_no_map_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(data, "a.txt")


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_understood_is_a_failure(name: str) -> None:
    for text in ("{}", '{"nodes": [], "edges": []}', "<ARG/>", "[]", "3"):
        if name == "argdown":
            continue
        with pytest.raises(UnreadableError):
            read(text.encode(), "a.txt", FORMATS[name])


def test_long_chains_and_circles_are_read() -> None:
    count = 20_000
    nodes = [{"nodeID": f"i{n}", "type": "I", "text": f"S{n}"} for n in range(count)]
    nodes += [{"nodeID": f"r{n}", "type": "RA"} for n in range(count)]
    edges = [{"fromID": f"i{n}", "toID": f"r{n}"} for n in range(count)]
    edges += [{"fromID": f"r{n}", "toID": f"i{(n + 1) % count}"} for n in range(count)]
    found = read(json.dumps({"nodes": nodes, "edges": edges}).encode(), "a.json")
    assert found.loss.kept == {"claim": count, "RA": count}


def test_control_characters_do_not_reach_the_files() -> None:
    text = AIF.replace("The fire began in the bakery.", "The \\u0007fire\\u0085 \\ud800began.")
    found = import_or_refuse(text.encode(), "aif")
    assert found is not None
    assert "the-fire-began" in found.project.claims
    found = import_or_refuse(ARGDOWN.replace("baker says", "baker\x07 \x00says").encode(), "argdown")
    assert found is not None
