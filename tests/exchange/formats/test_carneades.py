"""Carneades 4 YAML: the labels that its files expect come out, and maps come back."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.exchange.arriving import bring
from argmap.exchange.content import Content
from argmap.exchange.registry import Imported, detect, read, write
from argmap.files.project import read_project
from argmap.model.errors import UnreadableError
from argmap.model.project import Project
from argmap.verdict.judgement import judge
from exchange_maps import there_and_back
from exchange_rich import rich_maps

STAND_OFF = """\
meta: {title: Two ways to the harbour}
statements:
  north: {text: They came by the northern road.}
  south:
    text: They came by the southern road.
  dust: Dust was seen in the north.
  boats: Boats were missing in the south.
assumptions: [dust, boats]
issues: {i1: {positions: [north, south], standard: PE}}
arguments:
  a1: {conclusion: north, premises: [dust]}
  a2: {conclusion: south, premises: [boats]}
tests: {in: [dust, boats], out: [north, south]}
"""

UNDERCUT = """\
statements:
  red: The wall is red.
  looks: {text: The wall looks red., assumed: true}
  lamp: {text: A red lamp shines on it., assumed: true}
  ¬app(a1): {text: ¬app(a1)}
arguments:
  a1:
    premises: {observation: looks}
    conclusion: red
    undercutter: ¬app(a1)
  a1.2: {premises: [lamp], conclusion: ¬app(a1)}
tests: {in: [looks, lamp, ¬app(a1)], out: [red]}
"""

CYCLES = """\
statements: {sa: a, sb: b, sc: c, sd: d, ua: ¬app(a), ub: ¬app(b), uc: ¬app(c), ud: ¬app(d)}
arguments:
  a: {conclusion: sa, undercutter: ua}
  b: {conclusion: sb, undercutter: ub}
  c: {conclusion: sc, undercutter: uc}
  d: {conclusion: sd, undercutter: ud}
  a1: {conclusion: ub, premises: [sa]}
  a3: {conclusion: ud, premises: [sc]}
  a4: {conclusion: uc, premises: [sd]}
tests: {in: [sa, ub], out: [ua, sb], undecided: [sc, sd, uc, ud]}
"""

NEGATION = """\
statements: {P: P, ¬P: ¬P}
issues: {i1: {positions: [P, ¬P]}}
arguments:
  a1: {conclusion: P, premises: [¬P]}
  a2: {conclusion: ¬P, premises: [P]}
tests: {undecided: [P, ¬P]}
"""

FACTORS = """\
statements: {heat: It is hot., rain: It rains., run: Run., ¬run: Do not run.}
issues: {i1: {positions: [run, ¬run]}}
arguments:
  a1: {scheme: factorized, conclusion: ¬run, premises: [rain]}
  a2: {scheme: factorized, conclusion: ¬run, premises: [heat]}
  a3: {scheme: factorized, conclusion: run, premises: [rain, heat]}
assumptions: [rain, heat]
tests: {in: [run], out: [¬run]}
"""

CUMULATIVE = """\
statements:
  snake: It is a snake.
  rope: It is a rope.
  coiled: It lies coiled.
  moved: It moved.
  lay still: It lay still.
issues:
  i1: {positions: [snake, rope]}
  i2: {positions: [moved, lay still]}
arguments:
  a1: {scheme: cumulative, conclusion: snake, premises: [coiled, moved]}
  a2: {scheme: cumulative, conclusion: rope, premises: [coiled, lay still]}
assumptions: [coiled, lay still]
tests: {in: [rope, lay still], out: [moved, snake]}
"""

CONVERGENT = """\
statements: {p: P, q: Q, r: R, s: S, t: T}
arguments:
  a1: {scheme: convergent, conclusion: t, premises: [p, s]}
  a2: {scheme: linked, conclusion: p, premises: [q, r]}
assumptions: [q, r]
tests: {in: [q, r, p, t], out: [s]}
"""

PREFERENCE = """\
weighing_functions:
  rank:
    preference:
      - {property: office, order: [clerk, mayor, king]}
      - {property: date, order: ascending}
argument_schemes:
  old-royal: {meta: {office: king, date: 1489-06-14}, weight: rank}
  new-town: {meta: {office: mayor, date: 1508-04-13}, weight: rank}
statements:
  forbidden(fires): Fires are forbidden.
  allowed(fires): Fires are allowed.
  lit(fires): A fire was lit.
  crime: There was a crime.
issues:
  i1:
    positions:
      - forbidden(fires)
      - allowed(fires)
arguments:
  a1: {scheme: old-royal, conclusion: forbidden(fires)}
  a2: {scheme: new-town, conclusion: allowed(fires)}
  a3:
    conclusion: crime
    premises:
      - forbidden(fires)
      - lit(fires)
assumptions:
  - lit( fires )
tests:
  in: [crime, forbidden(fires)]
  out: [allowed(fires)]
"""

CRITERIA = """\
argument_schemes:
  hiring:
    weight:
      criteria:
        hard: []
        soft:
          price: {factor: 2, values: {low: 1.0, high: 0.0}}
          speed: {factor: 1, values: {slow: 0.0, fast: 1.0}}
statements:
  hire(ox): Hire the ox.
  hire(horse): Hire the horse.
  price(ox,low): The ox is cheap.
  price(horse,high): The horse is dear.
  speed(ox,slow): The ox is slow.
  speed(horse,fast): The horse is fast.
issues:
  i1:
    positions:
      - hire(ox)
      - hire(horse)
arguments:
  a1:
    scheme: hiring
    conclusion: hire(ox)
    premises:
      - price(ox,low)
      - speed(ox,slow)
  a2:
    scheme: hiring
    conclusion: hire(horse)
    premises:
      - price(horse,high)
      - speed(horse,fast)
assumptions:
  - price(ox,low)
  - price(horse,high)
  - speed(ox,slow)
  - speed(horse,fast)
tests:
  in:
    - hire(ox)
  out:
    - hire(horse)
"""

ASSUMED_POSITION = """\
statements: {p: P, np: Not P, q: Q}
issues: {i1: {positions: [p, np]}}
arguments: {a1: {conclusion: np, premises: [q]}}
assumptions: [p, q]
tests: {in: [p, q], out: [np]}
"""

BEYOND_DOUBT = """\
statements: {guilt: Guilty., ¬guilt: Not guilty., knife: A knife., alibi: An alibi.}
issues: {i1: {positions: [guilt, ¬guilt], standard: BRD}}
arguments:
  a1: {conclusion: guilt, premises: [knife], weight: 0.9}
  a2: {conclusion: ¬guilt, premises: [alibi], weight: 0.35}
assumptions: [knife, alibi]
tests: {out: [guilt, ¬guilt]}
"""

FILES = {
    "stand-off": STAND_OFF,
    "undercut": UNDERCUT,
    "cycles": CYCLES,
    "negation": NEGATION,
    "factors": FACTORS,
    "cumulative": CUMULATIVE,
    "convergent": CONVERGENT,
    "preference": PREFERENCE,
    "criteria": CRITERIA,
    "assumed-position": ASSUMED_POSITION,
}


def imported(text: str) -> Imported:
    return read(text.encode(), "map.yml")


def is_met(project: Project) -> dict[str, bool]:
    judged = judge(project)
    return {k: judged[k].verdict == e[0].verdict for k, e in project.expectations.items()}


@pytest.mark.parametrize("name", FILES)
def test_the_labels_that_a_file_expects_come_out(name: str) -> None:
    found = imported(FILES[name])
    assert found.project.settings.verdicts.setting == "carneades"
    assert found.project.expectations
    assert all(is_met(found.project).values())


@pytest.mark.parametrize("name", FILES)
def test_what_is_in_stands_and_nothing_else(name: str) -> None:
    from argmap.files.yaml_text import parse_yaml

    tests: Any = parse_yaml(FILES[name])["tests"]  # type: ignore[index]
    found = imported(FILES[name])
    judged = judge(found.project)
    ids = found.loss.ids
    for label, names in tests.items():
        for each in names:
            key = ids.get(each.replace(" ", "") if "(" in each else each, each)
            assert (judged[key].verdict == "supported") == (label == "in"), (each, label)


def test_a_wrong_expectation_fails_the_check() -> None:
    found = imported(
        STAND_OFF.replace("out: [north, south]", "in: [north]").replace("in: [dust, boats],", "")
    )
    assert is_met(found.project) == {"north": False}


def test_reasonable_doubt_is_counted_as_carneades_does() -> None:
    judged = judge(imported(BEYOND_DOUBT).project)
    assert judged["guilt"].verdict != "supported"
    assert judge(imported(BEYOND_DOUBT.replace("0.35", "0.25")).project)["guilt"].verdict == "supported"


def test_a_mere_negation_becomes_what_is_against() -> None:
    text = """\
statements: {p: It rained., ¬p: ¬It rained., q: The road was dry.}
issues: {i1: {positions: [p, ¬p]}}
arguments: {a1: {conclusion: ¬p, premises: [q]}}
assumptions: [q]
"""
    project = imported(text).project
    assert set(project.claims) == {"p", "q"}
    assert project.claims["p"].con[0].premises == ("q",)


def test_everything_assumed_leans_on_one_piece_of_evidence() -> None:
    project = imported(STAND_OFF).project
    assert list(project.evidence) == ["assumed"]
    assert project.claims["dust"].pro[0].premises == ("assumed",)


def test_roles_and_unknown_schemes_are_kept_as_remarks_and_reported() -> None:
    found = imported(UNDERCUT.replace("    conclusion: red\n", "    conclusion: red\n    scheme: looks-so\n"))
    remark = found.project.claims["red"].pro[0].remark or ""
    assert "observation" in remark
    assert "looks-so" in remark
    assert {"argument.role", "argument.scheme"} <= {each.type for each in found.loss.losses}


def test_what_has_no_place_is_reported() -> None:
    text = STAND_OFF + "language: {rains/1: '%s rains'}\nissue_schemes: {x: [a]}\nodd: 1\n"
    found = imported(text)
    assert {"language", "issue scheme", "section"} <= {each.type for each in found.loss.losses}


def test_names_that_are_not_stated_become_statements_and_are_reported() -> None:
    found = imported("statements: {a: A}\narguments: {a1: {conclusion: a, premises: [b, ¬a]}}\n")
    assert {"a", "b", "not-a"} == set(found.project.claims)
    assert sum(each.type == "statement" for each in found.loss.losses) == 2


def test_a_scheme_with_parameters_fills_in_the_argument() -> None:
    text = """\
language: {biased/1: "%s is biased.", untrue/1: "%s speaks untruth."}
argument_schemes:
  - id: bias
    variables: [W]
    premises: [biased(W)]
    exceptions: [sworn(W)]
    conclusions: [untrue(W)]
statements: {biased(kim): }
arguments: {a1: {scheme: bias, parameters: [kim]}}
assumptions: [biased(kim)]
tests: {in: [untrue(kim)]}
"""
    found = imported(text)
    assert found.project.claims["biased-kim"].text == "kim is biased."
    assert all(is_met(found.project).values())


def test_carriage_returns_and_a_byte_order_mark_do_not_matter() -> None:
    text = "\ufeff" + STAND_OFF.replace("\n", "\r\n")
    assert dict(imported(text).project.claims) == dict(imported(STAND_OFF).project.claims)


def test_a_file_is_told_from_a_project_file_of_ours() -> None:
    assert detect(Content(STAND_OFF.encode(), "x")).name == "carneades"
    with pytest.raises(UnreadableError):
        read(b"claims: {a: {text: A}}\nevidence: {}\n", "x.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "statements:\narguments:\n",
        "statements: {a: " + "[" * 100_000 + "]" * 100_000 + "}\narguments: {}\n",
        "statements: {a: {\narguments: [",
        "- statements\n",
    ],
)
def test_what_cannot_be_understood_fails_with_one_message(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text.encode(), "x.yml", "carneades")


def test_wrong_shapes_are_reported_and_the_rest_is_read() -> None:
    text = """\
statements: {a: [1], b: {text: [x]}, 3: null}
arguments: {a1: {conclusion: [a], premises: {x: [b]}, weight: x}, a2: 5, a3: {conclusion: a, premises: [b]}}
issues: {j: {positions: a, standard: 7}}
tests: {in: a, out: [zz]}
references: {k: 1}
argument_schemes: [1, {id: [s]}, {id: s, weight: {criteria: {soft: {p: {factor: x}}}}}]
"""
    found = imported(text)
    assert found.project.claims["a"].pro[0].premises == ("b",)
    assert {"argument", "reference", "test", "issue.standard"} <= {each.type for each in found.loss.losses}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_maps())
def test_a_map_comes_back_the_same(project: Project) -> None:
    back = there_and_back(project, "carneades")
    assert dict(back.claims) == dict(project.claims)
    assert dict(back.evidence) == dict(project.evidence)
    assert dict(back.expectations) == dict(project.expectations)


def test_a_project_with_sources_comes_back_as_files_without_faults(project: Any, tmp_path: Path) -> None:
    root = project(
        {
            "argmap.toml": 'title = "Fire"\n',
            "claims/a.yaml": "claims: {fire: {text: It began here., for: [roll]}}\n",
            "evidence/a.yaml": "evidence: {roll: {shows: The roll says so., source: town-roll}}\n",
            "evidence/b.json": '[{"id": "town-roll", "type": "book", "title": "Town roll"}]',
        }
    )
    exported = write(judge(read_project(root)), "carneades")
    bring(read(exported.files[""], "fire.yml"), tmp_path / "new", "fire")
    back = read_project(tmp_path / "new")
    assert not back.faults
    assert back.sources["town-roll"].title == "Town roll"
    assert back.evidence["roll"].source == "town-roll"


def test_an_imported_file_keeps_its_setting_and_expectations_on_disk(tmp_path: Path) -> None:
    bring(imported(STAND_OFF), tmp_path / "new", "map")
    back = read_project(tmp_path / "new")
    assert back.settings.verdicts.setting == "carneades"
    assert back.settings.verdicts.carneades.beta == 0.5
    assert all(is_met(back).values())


def test_weights_that_carneades_would_not_count_are_reported() -> None:
    text = BEYOND_DOUBT
    exported = write(judge(imported(text).project), "carneades")
    assert any(each.type == "argument.weight" for each in exported.loss.losses)
