"""MindMup's maps, as its JSON and as YAML."""

import json
from typing import Any

import pytest

from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, detect, read
from argmap.model.errors import UnreadableError

YAML = """\
"The mill is old":
  r1:
    "It stands on the map of 1508.":
      note: |
        The second map.
    "Maps are right.":
    label: by authority
    strength: 2
  o1:
    "Its wheel is new.":
      r1:
        The smith says so.: {}
    "-New wheels make new mills.":
  note: Much debated.
"""


def idea(id: str, title: str, *below: Any, **attr: Any) -> dict[str, Any]:
    return {"id": id, "title": title, "attr": attr, "ideas": {str(i): b for i, b in enumerate(below, 1)}}


def mup(*ideas: Any, **more: Any) -> bytes:
    root = {
        "id": "root",
        "title": "Mills",
        "formatVersion": 3,
        "ideas": {str(i): b for i, b in enumerate(ideas, 1)},
    }
    return json.dumps(root | more).encode()


MAP = mup(
    idea(
        "1",
        "The mill is old\n",
        idea("2", "group", idea("3", "Its wheel is new"), idea("4", "Wheels tell"), group="opposing"),
        idea("5", "group", idea("6", "A map shows it"), group="supporting", parentConnector={"label": "map"}),
        note={"text": "Debated."},
    ),
    theme={"name": "x"},
)


def imported(data: bytes, name: str = "a.mup") -> Imported:
    return read(data, name)


def test_groups_are_reasons_that_join_claims() -> None:
    found = imported(MAP)
    top = found.project.claims["the-mill-is-old"]
    assert top.con[0].premises == ("its-wheel-is-new", "wheels-tell")
    assert top.pro[0].premises == ("a-map-shows-it",)
    assert top.pro[0].because == "map"
    assert top.remark == "Debated."
    assert found.project.settings.title == "Mills"
    assert [each.type for each in found.loss.losses] == ["theme"]


def test_a_branch_without_a_group_is_read_as_a_reason_and_reported() -> None:
    found = imported(mup(idea("1", "Top", idea("2", "Below")), links=[{"ideaIdFrom": "1", "ideaIdTo": "2"}]))
    assert found.project.claims["top"].pro[0].premises == ("below",)
    assert {each.type for each in found.loss.losses} == {"idea", "link"}


def test_yaml_nests_claims_and_reasons() -> None:
    found = imported(YAML.encode(), "a.yml")
    claims = found.project.claims
    top = claims["the-mill-is-old"]
    assert top.pro[0].premises == ("it-stands-on-the-map-of-1508", "maps-are-right")
    assert (top.pro[0].because, top.pro[0].strength) == ("by authority", "limited")
    assert top.con[0].premises == ("its-wheel-is-new", "new-wheels-make-new-mills")
    assert claims["new-wheels-make-new-mills"].remark == "Implicit."
    assert claims["it-stands-on-the-map-of-1508"].remark == "The second map."
    assert claims["its-wheel-is-new"].pro[0].premises == ("the-smith-says-so",)


def test_a_claim_stated_twice_is_one_claim() -> None:
    text = 'Top claim here:\n  r1: {"Same old.": }\n  r2: {"Same old.": , "Another one.": }\n'
    found = imported(text.encode(), "a.yml")
    assert len(found.project.claims) == 3
    assert any(each.why.startswith("stated again") for each in found.loss.losses)


def test_both_are_told_by_content() -> None:
    assert detect(Content(MAP, "a.txt")).name == "mindmup"
    assert detect(Content(YAML.encode(), "a.txt")).name == "argmap-yaml"


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("mindmup", b'{"ideas": {}}'),
        ("mindmup", b'{"ideas": 5}'),
        ("mindmup", b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
        ("argmap-yaml", b"a claim: " + b"{r1: {a b: " * 100_000 + b"{}" + b"}}" * 100_000),
        ("argmap-yaml", b"5"),
    ],
)
def test_what_cannot_be_understood_fails_with_one_message(form: str, data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read(data, "x", form)


def test_wrong_shapes_do_no_harm() -> None:
    text = (
        '{"ideas":{"1":{"title":5,"attr":[],"ideas":{"x":5,"2":{"attr":{"group":7},"ideas":[]},'
        '"3":{"id":{},"attr":{"note":5,"styleNames":"x"}}}}},"links":5}'
    )
    assert len(imported(text.encode()).project.claims) == 2
