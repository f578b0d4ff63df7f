import json
from typing import Any

import pytest
from hypothesis import given

from argmap.exchange.registry import Imported, read, write
from argmap.model.project import Project
from argmap.model.records import Claim
from argmap.model.settings import Settings
from argmap.verdict.judgement import judge
from exchange_maps import an_argument, maps, there_and_back
from exchange_samples import ARGDOWN, ARGDOWN_JSON
from makers import a_claim, a_project, some_evidence


def argdown(text: str) -> Imported:
    return read(text.encode(), "a.argdown", "argdown")


def claims(text: str) -> dict[str, Claim]:
    return dict(argdown(text).project.claims)


def sides(text: str, key: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    claim = claims(text)[key]
    return [a.premises for a in claim.pro], [a.premises for a in claim.con]


def test_a_document_becomes_a_map() -> None:
    project = read(ARGDOWN.encode(), "notes.txt").project
    bakery = project.claims["bakery"]
    assert project.settings.title == "The fire"
    assert (bakery.text, bakery.kind, bakery.section) == (
        "The fire began in the bakery.",
        "causal",
        "What happened",
    )
    assert [a.premises for a in bakery.pro] == [
        ("there-was-fire-in-the-bakery", "it-had-not-come-from-elsewhere"),
        ("oven",),
    ]
    assert bakery.pro[1].unless == ("drunk",)
    assert [a.premises for a in bakery.con] == [("cold",), ("mill",)]
    assert [a.premises for a in project.claims["mill"].con] == [("bakery",)]
    assert project.claims["mill"].text == "The fire began in the mill."
    inner = project.claims["there-was-fire-in-the-bakery"].pro[0]
    assert (inner.scheme, inner.because, inner.unless) == ("sign", "It is a rule.", ("drunk",))


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("+", ([("b",)], [])),
        ("<+", ([("b",)], [])),
        ("-", ([], [("b",)])),
        ("<-", ([], [("b",)])),
        ("><", ([], [("b",)])),
        ("+>", ([], [])),
    ],
)
def test_relations_point_as_their_signs_say(relation: str, expected: object) -> None:
    text = f"[a]: One.\n    {relation} [b]: Two.\n"
    assert sides(text, "a") == expected
    if relation == "+>":
        assert sides(text, "b") == ([("a",)], [])


def test_contraries_are_symmetric_in_strict_mode() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[a]: One.\n    - [b]: Two.\n"
    assert sides(text, "a") == ([], [("b",)])
    assert sides(text, "b") == ([], [("a",)])


def test_one_title_is_one_claim_and_other_wordings_are_kept() -> None:
    imported = argdown("[A]: First.\n\n[A]: Second.\n\n[B]: x\n    + [A]\n    + [Nowhere]\n")
    assert imported.project.claims["a"].text == "First."
    assert imported.project.claims["a"].remark == "Also: Second."
    assert imported.project.claims["nowhere"].text == "Nowhere"
    assert {loss.id for loss in imported.loss.losses} == {"A", "Nowhere"}


def test_steps_rest_on_what_stands_above_them_or_on_what_they_use() -> None:
    text = "(1) a\n(2) b\n----\n(3) c\n(4) d\n--\nModus Ponens, Cut {uses: [1, 3]}\n--\n(5) e\n"
    found = claims(text)
    assert found["c"].pro[0].premises == ("a", "b")
    assert found["e"].pro[0].premises == ("a", "c")
    assert found["e"].pro[0].remark == "Scheme: Modus Ponens, Cut."


def test_an_attack_on_a_reconstructed_argument_undercuts_its_last_step() -> None:
    imported = argdown(
        "<A>\n\n(1) [p]: P.\n----\n(2) [q]: Q.\n\n<A>\n    - [r]: R.\n    _ [s]: S.\n    + [t]: T.\n"
    )
    step = imported.project.claims["q"].pro[0]
    assert step.unless == ("r", "s")
    assert step.remark == "Backed by t."
    assert [loss.type for loss in imported.loss.losses] == ["relation", "relation"]


def test_a_reconstructed_argument_speaks_through_its_conclusion() -> None:
    text = "[x]: X.\n    - <A>\n\n<A>: Drift.\n\n(1) [p]: P.\n----\n(2) [q]: Q.\n"
    assert sides(text, "x") == ([], [("q",)])
    assert "a" not in claims(text)


def test_an_undercut_of_what_leads_nowhere_is_told() -> None:
    imported = argdown("<A>: Drift.\n    _ [u]: U.\n")
    assert imported.loss.count("dropped") == {"relation": 1}


def test_comments_escapes_links_and_emphasis_do_not_reach_the_text() -> None:
    text = (
        "[a]: One *two* __three__ \\#four [five](http://x.org/a) @[b] <!-- no\n no --> six. // seven\n\n"
        "[b]: See https://x.org/y_z_w and 3_4.\n\n[c]: A \\{brace\\} a\\_b.\n"
    )
    found = claims(text)
    assert found["a"].text == "One two three #four five (http://x.org/a) b six."
    assert found["b"].text == "See https://x.org/y_z_w and 3_4."
    assert found["c"].text == "A {brace} a_b."


def test_lists_lines_that_go_on_and_windows_line_ends_are_read() -> None:
    found = claims("* [a]: One\r\n  goes on.\r\n* [b]: Two.\r\n    + [c]: Three\r\n      goes on.\r\n")
    assert (found["a"].text, found["c"].text) == ("One goes on.", "Three goes on.")
    assert found["b"].pro[0].premises == ("c",)


def test_relations_nest_as_they_are_indented() -> None:
    found = claims("[a]: A.\n  + [b]: B.\n    - [c]: C.\n      + [d]: D.\n  - [e]: E.\n")
    assert [x.premises for x in found["a"].pro + found["a"].con] == [("b",), ("e",)]
    assert found["b"].con[0].premises == ("c",)
    assert found["c"].pro[0].premises == ("d",)


def test_data_may_break_lines_and_bad_data_cost_nothing_else() -> None:
    imported = argdown(
        "[a]: A. {\nkind: causal\nwhen: 1950\nother: {b: [1]}\n}\n\n"
        "[b]: B. {: : }\n\n[c]: C. {kind: nonsense}\n"
    )
    assert imported.project.claims["a"].kind == "causal"
    assert str(imported.project.claims["a"].when) == "1950"
    assert imported.project.claims.keys() == {"a", "b", "c"}
    told = {(loss.type, loss.id) for loss in imported.loss.losses}
    assert {("statement.data", "a"), ("data", "b"), ("claim.kind", "c")} <= told


def test_a_structure_without_a_conclusion_is_told() -> None:
    imported = argdown("(1) One.\n(2) Two.\n----\n\n[a]: A.\n")
    assert len(imported.project.claims) == 3
    assert imported.loss.count("dropped") == {"argument": 1}


def test_a_deep_chain_is_read() -> None:
    depth = 100_000
    chain = "\n".join(f"{' ' * min(i, 300)}{'+ ' if i else ''}[s{i}]: S." for i in range(2000))
    assert len(claims(chain)) == 2000
    assert len(claims("[a]: " + "(" * depth + "{" * depth + "[" * depth)) == 1


@given(maps())
def test_a_map_comes_back_from_argdown(project: Project) -> None:
    found = there_and_back(project, "argdown")
    assert dict(found.claims) == dict(project.claims)
    assert found.settings.title == project.settings.title


def test_what_data_and_headings_can_hold_comes_back() -> None:
    step = an_argument(
        premises=("b", "c"), because="A {so} // it is /* */ <!-- .", strength="good", weight=0.5
    )
    a = a_claim(
        text="A: [b] //c :d:", kind="causal", when="1950-07?", hedge="seems", section="On #1", pro=[step]
    )
    project = a_project(
        {
            "a": a,
            "b": a_claim(part="IV", remark='Say "so".'),
            "c": a_claim(con=[an_argument(premises="a", remark="R.")]),
        },
        settings=Settings(title='The "fire"'),
    )
    exported = write(judge(project), "argdown")
    assert exported.loss.is_lossless
    found = read(exported.files[""], "x").project
    assert dict(found.claims) == dict(project.claims)


def test_what_argdown_cannot_hold_is_told() -> None:
    claim = a_claim(held_by="s", pro=[an_argument(premises="e", answer="b")])
    exported = write(
        judge(a_project({"a": claim, "b": a_claim()}, {"e": some_evidence(by=["x"])})), "argdown"
    )
    told = {(loss.fate, loss.type, loss.id) for loss in exported.loss.losses}
    assert told == {
        ("dropped", "claim.held_by", "a"),
        ("changed", "argument.answer", "a.for.1"),
        ("changed", "evidence", "e"),
        ("dropped", "evidence.form", "e"),
        ("dropped", "evidence.by", "e"),
    }


def test_the_json_of_its_program_is_read_with_what_structures_imply() -> None:
    imported = read(ARGDOWN_JSON.encode(), "a.json")
    wet = imported.project.claims["wet"]
    assert [a.premises for a in wet.pro] == [("rain", "rain-wets-streets")]
    assert wet.pro[0].unless == ("b",)
    assert [a.premises for a in wet.con] == [("b",)]


@pytest.mark.parametrize(
    "text", ["[a]: It rained.\n", "(1) a\n-----\n(2) b\n", "x\n  + <y>: z\n", "===\na: 1\n===\nx"]
)
def test_argdown_is_known_by_its_marks(text: str) -> None:
    assert read(text.encode(), "a.txt").project.claims


def test_the_json_of_its_program_gives_what_its_source_gives() -> None:
    text: dict[str, Any] = {"text": "See @[Rain] and this. #a #(b c)", "tags": ["a", "b c"], "section": "s2"}
    text["data"] = {"kind": "causal"}
    text["ranges"] = [{"type": "link", "start": 16, "stop": 19, "url": "http://x.org"}]
    inner = {"id": "s2", "title": "Inner", "children": []}
    root = {
        "statements": {"Wet": {"type": "equivalence-class", "members": [text]}},
        "arguments": {},
        "sections": [{"id": "s1", "title": "Outer", "children": [inner]}],
    }
    from_json = read(json.dumps(root).encode(), "a.json").project.claims
    source = "# Outer\n\n## Inner\n\n[Wet]: See @[Rain] and [this](http://x.org). #a #(b c) {kind: causal}\n"
    assert from_json == claims(source)


def test_an_undercut_in_json_leads_to_the_inference_it_names() -> None:
    steps = [
        {"role": "premise", "title": "P", "text": "P."},
        {"role": "intermediary-conclusion", "title": "Q", "text": "Q.", "inference": {}},
        {"role": "main-conclusion", "title": "R", "text": "R.", "inference": {}},
    ]
    undercut = {"relationType": "undercut", "from": "U", "fromType": "equivalence-class", "to": "A"}
    root = {
        "statements": {"U": {"members": [{"text": "U."}]}},
        "arguments": {"A": {"pcs": steps}},
        "relations": [{**undercut, "toType": "inference", "conclusionIndex": 1}],
    }
    found = read(json.dumps(root).encode(), "a.json").project.claims
    assert found["q"].pro == (an_argument(premises="p", unless="u"),)
    assert found["r"].pro == (an_argument(premises="q"),)


def test_a_structure_that_concludes_a_negation_attacks_and_may_say_so_twice() -> None:
    text = "[x]: X.\n    - <A>\n\n<A>\n\n(1) [p]: P.\n(2) [q]: Q.\n----\n(3) [¬x]: Not so.\n    -> [x]\n"
    imported = argdown(text)
    assert imported.project.claims.keys() == {"x", "p", "q"}
    assert imported.project.claims["x"].con == (an_argument(premises=("p", "q")),)
