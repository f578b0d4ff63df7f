"""``argmap verdicts``, and ``argmap export apx``."""

import json

import pytest

MAP = """
claims:
  miller-burnt-it: {text: The miller did it., for: [oil-bought], against: [alibi]}
  nobody-saw: {text: Nobody saw it., for: [roll]}
  lightning: {text: Lightning did it.}
evidence:
  oil-bought: {shows: He bought oil., form: record}
  alibi: {shows: He was away., form: record}
  roll: {shows: No witness is named., form: record}
"""


@pytest.fixture
def mill(project):
    return project({"argmap.toml": "title = 'The mill'", "claims/mill.yaml": MAP})


def test_positions_stand_beside_the_verdict(command, mill):
    printed = command("verdicts", "--project", mill, "--semantics", "preferred", "--format", "json")
    assert (printed.code, printed.err) == (0, "")
    assert json.loads(printed.out) == {
        "semantics": "preferred",
        "positions": True,
        "claims": {
            "lightning": {"verdict": "unsupported", "grade": None, "sceptical": False, "credulous": False},
            "miller-burnt-it": {"verdict": "contested", "grade": None, "sceptical": False, "credulous": True},
            "nobody-saw": {"verdict": "supported", "grade": "firm", "sceptical": True, "credulous": True},
        },
        "disputes": [["miller-burnt-it"]],
    }


def test_the_table_tells_the_disputes(command, mill):
    printed = command("verdicts", "--project", mill, "-s", "stable")
    assert printed.code == 0
    row = next(line for line in printed.out.splitlines() if line.startswith("miller-burnt-it"))
    assert row.split()[-3:] == ["contested", "no", "yes"]
    assert "1 dispute is open, each for itself:\n  miller-burnt-it\n" in printed.out


def test_grounded_is_shown_when_nothing_is_said(command, mill):
    assert (
        json.loads(command("verdicts", "--project", mill, "--format", "json").out)["semantics"] == "grounded"
    )


def test_no_position_at_all_is_told(command, project):
    odd = "claims: {a: {text: So., for: [{from: e, unless: a}]}}\nevidence: {e: {shows: It., form: record}}"
    folder = project({"argmap.toml": "title = 'Odd'", "claims/a.yaml": odd})
    printed = command("verdicts", "--project", folder, "-s", "stable")
    assert printed.code == 0
    assert "There is no stable position: every claim stands in all of none." in printed.out


def test_an_unknown_semantics_is_one_message(command, mill):
    printed = command("verdicts", "--project", mill, "-s", "prefered")
    assert (printed.code, printed.out) == (2, "")
    assert printed.err == "argmap: no semantics 'prefered'; did you mean 'preferred'?\n"


def test_an_empty_map_has_an_empty_table(command, project):
    printed = command("verdicts", "--project", project({"argmap.toml": "title = 'None yet'"}))
    assert printed.code == 0


def test_the_exported_framework_is_solved_to_the_same_end(command, mill, tmp_path):
    out = tmp_path / "mill.apx"
    printed = command("export", "apx", "--project", mill, "--out", out)
    assert printed.code == 0
    assert out.read_text().startswith("arg(c_lightning).\narg(c_miller_burnt_it).\narg(c_nobody_saw).\n")
    for claim, answers in {
        "c_lightning": ("NO", "NO"),
        "c_miller_burnt_it": ("YES", "NO"),
        "c_nobody_saw": ("YES", "YES"),
    }.items():
        for task, answer in zip(("DC-PR", "DS-PR"), answers, strict=True):
            assert command("solve", "-p", task, "-a", claim, "-f", out).out.startswith(answer)


def test_what_the_exported_framework_does_not_hold_is_told(command, project, tmp_path):
    claims = "claims: {a-b: {text: So., for: [e, gone, {from: f, because: It says so.}]}}\n"
    evidence = "evidence: {e: {shows: It., form: record}, f: {shows: It too., authenticity: forged}}"
    folder = project({"argmap.toml": "title = 'Lossy'", "claims/a.yaml": claims, "evidence/e.yaml": evidence})
    out = tmp_path / "lossy.apx"
    printed = command("export", "apx", "--project", folder, "--out", out)
    assert "argument a-b.for.2: it rests on something that is not in the map" in printed.err
    assert "argument a-b.for.3: it rests on evidence that is withheld or forged" in printed.err
    assert "evidence f: withheld or forged" in printed.err
    assert "att(a_a_b_for_1,unsupported_c_a_b)." in out.read_text()
    assert "for_2" not in out.read_text()
