import json

from hypothesis import given

from argmap.exchange.registry import read, write
from argmap.model.project import Project
from argmap.verdict.judgement import judge
from exchange_maps import an_argument, maps, there_and_back
from exchange_samples import SADFACE
from makers import a_claim, a_project


def test_atoms_become_claims_and_the_name_of_a_scheme_tells_its_side() -> None:
    imported = read(SADFACE.encode(), "a.json")
    wet = imported.project.claims["the-street-is-wet"]
    assert imported.project.settings.title == "The street"
    assert wet.pro == (an_argument(premises="it-rained", unless="the-sun-shines"),)
    assert imported.loss.kept == {"atom": 3, "scheme": 2}
    assert [(loss.type, loss.id) for loss in imported.loss.losses] == [("metadata", "analyst_name")]


def test_what_sources_and_metadata_say_is_told() -> None:
    root = json.loads(SADFACE)
    root["nodes"][0]["sources"] = [{"resource_id": "r", "text": "wet", "offset": 3}]
    root["nodes"][1]["metadata"] = {"core": {"note": "hm"}}
    root["nodes"] += [{"type": "atom"}, {"id": "n", "type": "hm"}, 3]
    root["resources"] = [{"id": "r", "content": "It is wet.", "type": "text"}]
    imported = read(json.dumps(root).encode(), "a.json")
    types = [loss.type for loss in imported.loss.losses]
    assert sorted(types) == [
        "atom.metadata",
        "atom.sources",
        "metadata",
        "node",
        "node",
        "nodes row",
        "resource",
    ]


@given(maps(schemes_against=False))
def test_a_map_comes_back_from_sadface(project: Project) -> None:
    found = there_and_back(project, "sadface")
    assert dict(found.claims) == dict(project.claims)
    assert found.settings.title == project.settings.title


def test_an_attack_has_no_name_for_its_scheme() -> None:
    project = a_project({"a": a_claim(con=[an_argument(premises="b", scheme="sign")]), "b": a_claim()})
    exported = write(judge(project), "sadface")
    assert [(loss.fate, loss.type) for loss in exported.loss.losses] == [("dropped", "argument.scheme")]
