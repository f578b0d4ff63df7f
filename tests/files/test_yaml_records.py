"""YAML files: what fits is kept, what does not is told."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.yaml_records import parse_yaml_file
from argmap.model.project import FileRecords


def read(text: str | bytes) -> FileRecords:
    return parse_yaml_file("claims/a.yaml", text if isinstance(text, bytes) else text.encode())


def told(text: str | bytes) -> list[tuple[str, str]]:
    """Rule and message of each fault."""
    return [(fault.rule, fault.message) for fault in read(text).faults]


def only(text: str | bytes):
    """The one fault of a text."""
    faults = read(text).faults
    assert len(faults) == 1, told(text)
    return faults[0]


def test_all_kinds_of_record_are_read_with_their_short_forms():
    found = read(
        """
claims:
  c1:
    text: >-
      It
      rained.
    part: 4
    when: 1950
    for: e1
    against: [c2, {from: c3, answer: c4}]
    schools: {orthodox: holds, revisionist: {stance: rejects, cite: x}}
evidence: {e1: {shows: Rain., locator: {fond: 45, opis: 1}, cited: V.12}}
schools: {orthodox: {name: Orthodox}}
scholars: {kim: {name: Kim, schools: orthodox}}
events: {war: {text: War., when: 1950-06-25}}
expect: {c1: supported}
"""
    )
    assert found.faults == ()
    claim = found.claims["c1"]
    assert (claim.text, claim.part, str(claim.when)) == ("It rained.", "4", "1950")
    assert [a.premises for a in (*claim.pro, *claim.con)] == [("e1",), ("c2",), ("c3",)]
    assert claim.schools["revisionist"].cite == ("x",)
    assert str(found.evidence["e1"].locator) == "fond 45, opis 1"
    assert found.scholars["kim"].schools == ("orthodox",)
    assert found.expectations["c1"][0].verdict == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# a comment\n",
        "claims:\n",
        "claims: {}\nevidence: null",
        "claims: {a: {text: <script>alert(1)</script>}}",
        "\ufeffclaims: {a: {text: x}}",
        "claims:\r\n  a:\r\n    text: x\r\n",
        "claims: {a: {text: 😀 \u202e한국}}",
        "claims: {a: {text: x, for: , against: null, kind: , schools: , held_by: , when: }}",
        "claims: {a: &x {text: x}, b: *x}",
    ],
)
def test_nothing_is_wrong_with_these(text):
    assert told(text) == []


FAULTS = [
    ("- 1", "unreadable-file", "a list, not a mapping of sections"),
    ("hello", "unreadable-file", "'hello', not a mapping of sections"),
    ("claims: []", "bad-value", "'claims' is a list"),
    ("claims: text", "bad-value", "'claims' is 'text'"),
    ("claims: {a: null}", "bad-value", "claim 'a' is empty"),
    ("claims: {a: It rained}", "bad-value", "claim 'a' is a bare text, 'It rained'"),
    ("claims: {a: []}", "bad-value", "claim 'a' is a list, not a mapping of fields"),
    ("claims: {a: {}}", "bad-value", "claim 'a' has no 'text'"),
    ("claims: {a: {text: }}", "bad-value", "claim 'a' has no 'text'"),
    ("claims: {a: {text: ''}}", "bad-value", "'text' of claim 'a' is empty"),
    ("claims: {a: {text: 1}}", "bad-value", "'text' of claim 'a' is 1, not a text"),
    ("claims: {a: {text: x, kind: causl}}", "bad-value", "'causl' is not a word for 'kind'"),
    ("claims: {a: {text: x, txt: y}}", "unknown-field", "'txt' is not a field of claim 'a'"),
    ("claims: {a: {text: x, <<: y}}", "unknown-field", "'<<' is not a field"),
    ("claims: {a: {text: x, 5: y}}", "unknown-field", "'5' is not a field"),
    ("claims: {a: {text: x, when: 1950-13}}", "bad-date", "no month 13"),
    ("claims: {a: {text: x, when: [1950]}}", "bad-date", "is not a date"),
    ("claims: {a: {text: x, for: [null]}}", "bad-value", "an argument for claim 'a' is empty"),
    ("claims: {a: {text: x, for: {weight: 1}}}", "bad-value", "has no 'from'"),
    ("claims: {a: {text: x, for: {from: []}}}", "bad-value", "'from' of an argument for claim 'a' is empty"),
    ("claims: {a: {text: x, for: {from: b, weight: 2}}}", "bad-value", "is 2, more than 1"),
    ("claims: {a: {text: x, for: {from: b, weight: .nan}}}", "bad-value", "not a number"),
    ("claims: {a: {text: x, schools: {o: hold}}}", "bad-value", "'hold' is not a word for 'stance'"),
    ("claims: {a: {text: x, schools: [o]}}", "bad-value", "'schools' of claim 'a' is a list"),
    ("claims: {../../etc/passwd: {text: x}}", "bad-id", "'../../etc/passwd' is not an id"),
    ("claims: {1950: {text: x}}", "bad-id", "'1950' is not an id: it is not text"),
    ("claims: {a--b: {text: x}}", "bad-id", "'a--b' is not an id"),
    ("claims: {? [a, b] : {text: x}}", "bad-id", "a list' is not an id"),
    ("claim: {a: {text: x}}", "unknown-field", "'claim' is not a field of a project file"),
    ("sources: {a: {title: x}}", "unknown-field", "'sources' is not a field"),
    ("1: x", "unknown-field", "'1' is not a field"),
    ("evidence: {e: {shows: x, cited: 4.10}}", "bad-value", "is 4.1, not a text"),
    ("evidence: {e: {shows: x, locator: {fnd: 1}}}", "bad-value", "no locator has a part 'fnd'"),
    ("evidence: {e: {shows: x, quote: {digest: q}}}", "bad-value", "'q' does not fit 'digest'"),
    ("evidence: {e: {shows: x, quote: q}}", "bad-value", "the quote of evidence 'e' is a bare text"),
    ("expect: {a: supportd}", "bad-value", "'supportd' is not a word for 'verdict'"),
    ("expect: {a: }", "bad-value", "the expectation of 'a' is empty"),
    ("claims: {a: {text: x}}\n---\n", "unreadable-file", "several YAML documents"),
    ("claims: {a: {text: [[[[" + "[" * 300, "unreadable-file", "nested too deep"),
    ("claims:\n a:\n  text:\n   " + "- " * 50_000, "unreadable-file", "nested more than 256 deep"),
    ("claims: {a: {text: x}}\0", "unreadable-file", "NUL character"),
    (b"claims: {a: {text: \xe9t\xe9}}", "unreadable-file", "looks like Latin-1"),
    ("claims: {a: {text: 한국어}}".encode("cp949"), "unreadable-file", "looks like EUC-KR"),
    ("claims: {a: {text: x}}".encode("utf-16"), "unreadable-file", "is UTF-16"),
    (b"%PDF-1.4 \xff", "unreadable-file", "looks like a PDF"),
    (bytes(range(256)), "unreadable-file", ""),
    ('claims: {a: {text: "a\\x01b"}}', "bad-value", "control character U+0001"),
    ("claims: {a: {text: a\x07b}}", "bad-value", "control character U+0007"),
    ("claims:\n\ta: {text: x}\n", "unreadable-file", "a tab stands in the indentation"),
]


@pytest.mark.parametrize(("text", "rule", "words"), FAULTS)
def test_a_fault_is_told_in_plain_words_under_its_rule(text, rule, words):
    fault = only(text)
    assert fault.rule == rule
    assert words in fault.message
    assert "Input should" not in fault.message
    assert fault.message.isprintable()


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("claims: {a: {text: x, kind: causl}}", "did you mean 'causal'?"),
        ("claims: {a: {text: x, pro: y}}", "did you mean 'for'?"),
        ("claims: {a: {statement: x}}", "did you mean 'text'?"),
        ("claims: {a: x}", "write 'a: {text: x}'"),
        ("claims: {A b: {text: x}}", "perhaps 'a-b'"),
        ("claims: {a: {text: x, when: June 1950}}", "write 1950-06"),
        ("evidence: {e: {shows: x, cited: 4.10}}", "in quotation marks"),
        ("evidences: {}", "did you mean 'evidence'?"),
        ("sources: {}", "CSL-JSON or BibTeX"),
    ],
)
def test_help_says_what_to_do(text, help_):
    assert help_ in only(text).help


def test_what_fits_of_a_broken_record_is_kept():
    found = read(
        "claims: {a: {text: x, kind: causl, for: [b, {frm: c}, {from: d, weight: 9}], "
        "schools: {o: hold, r: holds}, against: {from: e, strength: huge}}, b: {text: y}}"
    )
    claim = found.claims["a"]
    assert (claim.kind, [a.premises for a in claim.pro]) == ("interpretive", [("b",), ("d",)])
    assert (claim.pro[1].weight, claim.con[0].strength) == (None, None)
    assert list(claim.schools) == ["r"]
    assert set(found.claims) == {"a", "b"}
    assert found.dropped == ()


def test_a_record_without_its_text_is_dropped_and_no_other():
    found = read("claims: {a: {kind: causal}, b: {text: y}, C: {text: z}}")
    assert list(found.claims) == ["b"]
    assert set(found.dropped) == {("claims", "a"), ("claims", "C")}
    assert all(fault.subjects for fault in found.faults)


def test_a_path_names_fields_as_the_file_does():
    fault = only("claims: {a: {text: x, against: [b, {from: c, weight: 2}]}}")
    assert fault.spot.path == ("claims", "a", "against", 1, "weight")


SALVAGE = """\
claims:
  a:
    text: Stalin said: no
  b:
    text: fine
  c: {text: "open}
# a comment
  d: {text: fine}

evidence:
  e: {shows: x
  f: {shows: fine}
"""


def test_records_with_broken_yaml_cost_no_other():
    found = read(SALVAGE)
    assert set(found.claims) == {"b", "d"}
    assert set(found.evidence) == {"f"}
    assert [(f.rule, f.subjects, f.spot.at) for f in found.faults] == [
        ("unreadable-record", ("a",), (3, 22)),
        ("unreadable-record", ("c",), (6, 13)),
        ("unreadable-record", ("e",), (11, 6)),
    ]
    assert set(found.dropped) == {("claims", "a"), ("claims", "c"), ("evidence", "e")}


def test_where_nothing_can_be_saved_the_file_is_unreadable():
    fault = only("claims: {a: {text: x}")
    assert (fault.rule, fault.spot.at) == ("unreadable-file", (1, 9))


def test_a_second_record_under_one_id_is_shown_with_the_first():
    found = read("claims:\n  a: {text: x}\n  b: {text: y}\n  a: {text: z}\n")
    fault = found.faults[0]
    assert (fault.rule, fault.spot.at, fault.related[0].spot.at) == ("duplicate-id", (4, 3), (2, 3))
    assert found.claims["a"].text == "x"


def test_a_field_that_stands_twice_is_no_second_record():
    found = read("claims:\n  a:\n    text: x\n    text: y\n")
    assert [(f.rule, f.spot.path) for f in found.faults] == [("duplicate-field", ("claims", "a", "text"))]
    assert found.claims["a"].text == "x"


def test_a_section_that_stands_twice_loses_no_record():
    found = read("claims:\n  a: {text: x}\nclaims:\n  b: {text: y}\n  a: {text: z}\n")
    assert {k: c.text for k, c in found.claims.items()} == {"a": "x", "b": "y"}
    assert [(f.rule, f.spot.at) for f in found.faults] == [
        ("duplicate-id", (5, 3)),
        ("duplicate-field", (3, 1)),
    ]


def test_a_text_with_a_control_character_is_kept_without_it():
    assert read('claims: {a: {text: "a\\x01b"}}').claims["a"].text == "a\ufffdb"


def test_an_alias_bomb_is_one_fault():
    bomb = "a: &a [1, 1]\n" + "".join(
        f"{y}: &{y} [{', '.join([f'*{x}'] * 9)}]\n" for x, y in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert "aliases without end" in only(bomb).message


def test_a_line_of_ten_megabytes_is_quick_and_its_message_short():
    start = time.process_time()
    assert len(read("claims: {a: {text: " + "x" * 10_000_000 + "}}").claims["a"].text) == 10_000_000
    fault = only("claims: {a: {text: x, kind: " + "x" * 10_000_000 + "}}")
    broken = only("claims: {a: {text: '" + "x" * 10_000_000 + "}}")
    assert len(fault.message) < 250
    assert len(broken.message) < 250
    assert time.process_time() - start < 5


def test_many_broken_records_are_quick():
    text = "claims:\n" + "".join(
        f"  c{i}: {{text: x, kind: wrong, for: [1, {{frm: x}}]}}\n" for i in range(2000)
    )
    start = time.process_time()
    assert len(read(text).claims) == 2000
    assert time.process_time() - start < 8


PIECES = st.sampled_from(
    [
        "claims:",
        "evidence:",
        "\n",
        "\n  ",
        "\n    ",
        "a:",
        "b:",
        "text:",
        "shows:",
        "for:",
        " x",
        " [",
        "]",
        " {",
        "}",
        "- ",
        ",",
        "'",
        '"',
        "&a ",
        "*a",
        "!!str ",
        "|",
        "\t",
        "1950",
        "null",
        "from:",
        "\x01",
        "é",
        "when:",
        "---",
        "#",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_makes_the_reader_stumble(text):
    found = read(text)
    assert all(fault.rule and fault.message for fault in found.faults)
    assert read(text) == found


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_stumble(data):
    parse_yaml_file("a.yaml", data)


def test_a_record_with_a_key_twice_and_a_list_within_a_key_is_one_fault():
    broken = "claims:\n  a: {text: x]\n  b: {text: y}\nevidence:\n  e: {{source: m, source: n, x: [y]}: z}\n"
    records = parse_yaml_file("claims/a.yaml", broken.encode())
    assert [fault.rule for fault in records.faults] == ["unreadable-record"] * 2
    assert ("evidence", "e") in records.dropped
