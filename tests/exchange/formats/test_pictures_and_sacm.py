"""DOT, Mermaid and SACM: well-formed, escaped, and honest about what they leave out."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.exchange.registry import Exported, write
from argmap.model.project import Project
from argmap.model.records import Argument
from argmap.verdict.judgement import judge
from exchange_rich import rich_maps
from makers import a_claim, a_project, some_evidence


def a_map() -> Project:
    joined = Argument(premises=("oven", "deed"), unless=("wind",), because="Ovens burn.", strength="good")
    return a_project(
        {
            "fire": a_claim(text='The "fire" <b>began</b> & spread\\n.', pro=(joined,), con=("wind",)),
            "oven": a_claim(text="The oven burned."),
            "wind": a_claim(text="Wind blew."),
        },
        {"deed": some_evidence(shows="A deed shows it.", challenged_by=("wind",))},
    )


def written(form: str) -> tuple[str, Exported]:
    exported = write(judge(a_map()), form)
    return exported.files[""].decode(), exported


def test_dot_has_a_node_for_everything_and_a_joint_for_joined_premises() -> None:
    text, _ = written("dot")
    assert '"fire.for.1" [shape=point' in text
    assert '"oven" -> "fire.for.1"' in text
    assert '"wind" -> "fire.for.1" [style=dotted' in text
    assert '\\"fire\\" <b>began</b>' in text
    assert text.count("{") == text.count("}") == 1


def test_mermaid_escapes_what_it_would_take_for_markup() -> None:
    text, _ = written("mermaid")
    assert "#quot;fire#quot; #lt;b#gt;" in text
    assert "flowchart BT" in text
    links = len(re.findall(r" (?:---|-->|-\.->|-\.-x)", text))
    styled = [int(n) for line in re.findall(r"linkStyle ([\d,]+)", text) for n in line.split(",")]
    assert sorted(styled) == list(range(links))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_sacm_is_well_formed_and_every_reference_leads_somewhere(project: Project) -> None:
    from lxml import etree

    root = etree.fromstring(write(judge(project), "sacm").files[""])
    id = "{http://www.omg.org/XMI}id"
    known = {str(each.get(id)) for each in root.iter() if each.get(id)}
    for each in root.iter():
        for name in ("source", "target", "reasoning"):
            assert set(str(each.get(name, "")).split()) <= known
    assert len(known) == 1 + sum(1 for _ in root)


def test_sacm_tells_inference_from_evidence_and_counters() -> None:
    text, _ = written("sacm")
    assert 'isCounter="true"' in text
    assert "argumentation:ArgumentReasoning" in text
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize("form", ["dot", "mermaid", "sacm"])
def test_what_is_left_out_is_reported(form: str) -> None:
    _, exported = written(form)
    types = {each.type for each in exported.loss.losses}
    assert {"argument.strength", "evidence.form"} <= types
    assert ("argument.because" in types) == (form != "sacm")


@pytest.mark.parametrize("form", ["dot", "mermaid", "sacm", "graphml", "csv", "xlsx", "carneades", "gsn"])
def test_an_empty_map_and_names_that_lead_nowhere_can_be_written(form: str) -> None:
    assert write(judge(a_project()), form).files[""]
    assert write(judge(a_project({"a": a_claim(pro=("nowhere",), con=("a",))})), form).files[""]
