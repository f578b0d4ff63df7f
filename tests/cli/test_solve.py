"""``argmap solve``, called as the solvers of the ICCMA are."""

import json
import subprocess
import sys

import pytest

from argmap.solver.tasks import PROBLEMS

FLOATING = "arg(a). arg(b). arg(c). arg(d).\natt(a,b). att(b,a). att(a,c). att(b,c). att(c,d).\n"
RING = "p af 3\n# a ring\n1 2\n2 3\n3 1\n"
KEYS = ["task", "status", "answer", "extensions", "count", "strengths"]


@pytest.fixture
def file(tmp_path):
    def make(text, name="framework"):
        target = tmp_path / name
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return target

    return make


def test_it_tells_what_it_can_solve_and_read(command):
    printed = command("solve", "--problems")
    assert printed.code == 0
    assert printed.out == f"[{','.join(PROBLEMS)}]\n"
    assert {"EE-PR", "SE-ST", "DC-CO", "DS-SST", "CE-STG", "SE-GR", "DS-ID"} <= set(PROBLEMS)
    assert len(PROBLEMS) == 35
    assert command("solve", "--formats").out == "[apx,tgf,i23]\n"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["-p", "EE-PR"], "[[a,d],[b,d]]\n"),
        (["-p", "EE-CO"], "[[],[a,d],[b,d]]\n"),
        (["-p", "SE-GR"], "w\n"),
        (["-p", "CE-ST"], "2\n"),
        (["-p", "DS-PR", "-a", "d", "-fo", "apx"], "YES\n"),
        (["-p", "DS-PR", "-a", "a"], "NO\nw b d\n"),
        (["-p", "DC-ST", "-a", "a"], "YES\nw a d\n"),
        (["-p", "DC-CO", "-a", "c"], "NO\n"),
        (["-p", "DS-ID", "-a", "d"], "NO\nw\n"),
    ],
)
def test_answers_are_printed_as_in_the_competition(command, file, words, out):
    printed = command("solve", *words, "-f", file(FLOATING))
    assert (printed.code, printed.out, printed.err) == (0, out, "")


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["-p", "SE-ST"], "NO\n"),
        (["-p", "EE-ST"], "[]\n"),
        (["-p", "EE-PR"], "[[]]\n"),
        (["-p", "DS-ST", "-a", "2"], "YES\n"),
        (["-p", "DC-ST", "-a", "2"], "NO\n"),
        (["-p", "EE-STG", "-fo", "i23"], "[[1],[2],[3]]\n"),
    ],
)
def test_a_ring_of_three_has_no_stable_extension(command, file, words, out):
    assert command("solve", *words, "-f", file(RING)).out == out


def test_json_has_exactly_the_promised_keys(command, file):
    def told(*words):
        printed = command("solve", *words, "-f", file(FLOATING), "--format", "json")
        assert printed.code == 0
        found = json.loads(printed.out)
        assert list(found) == KEYS
        return list(found.values())

    assert told("-p", "EE-PR") == ["EE-PR", "ok", None, [["a", "d"], ["b", "d"]], 2, {}]
    assert told("-p", "DS-PR", "-a", "a") == ["DS-PR", "ok", "NO", [["b", "d"]], 1, {}]
    assert told("-p", "DS-PR", "-a", "d") == ["DS-PR", "ok", "YES", [], 0, {}]
    assert told("-p", "CE-CO") == ["CE-CO", "ok", None, [], 3, {}]
    assert told("-p", "EE-PR", "--limit", "1") == ["EE-PR", "limit", None, [["a", "d"]], 1, {}]
    assert told("-p", "CE-CO", "--limit", "2") == ["CE-CO", "limit", None, [], 2, {}]
    assert told("-p", "SE-PR", "--timeout", "0") == ["SE-PR", "limit", None, [], 0, {}]


def test_a_limit_is_told_on_the_side(command, file):
    printed = command("solve", "-p", "EE-PR", "-f", file(FLOATING), "--limit", 1)
    assert (printed.code, printed.out) == (0, "[[a,d]]\n")
    assert printed.err == "argmap: stopped at the limit of 1; there are more\n"
    assert command("solve", "-p", "EE-PR", "-f", file(FLOATING), "--limit", 2).err == ""


def test_no_answer_in_time_prints_none(command, file):
    printed = command("solve", "-p", "DC-PR", "-a", "a", "-f", file(FLOATING), "--timeout", 0)
    assert (printed.code, printed.out) == (0, "")
    assert "no answer within 0 s" in printed.err


def test_a_count_may_have_thousands_of_digits(command, file):
    pairs = 16_000
    text = f"p af {2 * pairs}\n" + "".join(
        f"{2 * i + 1} {2 * i + 2}\n{2 * i + 2} {2 * i + 1}\n" for i in range(pairs)
    )
    printed = command("solve", "-p", "CE-PR", "-f", file(text))
    assert len(printed.out.strip()) == 4817
    told = command("solve", "-p", "CE-PR", "-f", file(text), "--format", "json").out
    assert printed.out.strip() in told


def test_strengths_of_a_weighted_framework(command, file):
    bag = file("arg(a,0.5). arg(b,1). arg(c,0.5).\natt(b,c). sup(b,a).\n")
    assert command("solve", "--gradual", "dfquad", "-f", bag).out == "a 1\nb 1\nc 0\n"
    printed = command("solve", "--gradual", "qe", "-f", bag, "--format", "json", "-a", "a")
    assert json.loads(printed.out) == {
        "task": "quadratic-energy",
        "status": "ok",
        "answer": None,
        "extensions": [],
        "count": 0,
        "strengths": {"a": 0.75},
    }
    assert printed.err == ""


def test_circles_are_reported_on_the_side(command, file):
    printed = command(
        "solve", "--gradual", "euler", "-f", file("arg(a,0.5). arg(b,0.5). att(a,b). att(b,a).")
    )
    assert printed.code == 0
    assert "2 arguments lie on circles or rest on them: converged (iteration, " in printed.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "a file is wanted (-f), and either a problem"),
        (["-p", "EE-PR"], "a file is wanted"),
        (["-f", "FILE"], "either a problem (-p) or --gradual"),
        (["-f", "FILE", "-p", "EE-PR", "--gradual", "qe"], "either a problem"),
        (["-f", "FILE", "-p", "EE-PX"], "no problem 'EE-PX'; did you mean 'EE-PR'?"),
        (["-f", "FILE", "-p", "DC-PR"], "name it with -a"),
        (["-f", "FILE", "-p", "DC-PR", "-a", "z"], "no argument 'z'"),
        (["-f", "FILE", "-p", "EE-PR", "-fo", "tgf2"], "no format 'tgf2'; did you mean 'tgf'?"),
        (["-f", "FILE", "-p", "EE-PR", "-fo", "i23"], "'p af n'"),
        (["-f", "FILE", "-p", "EE-PR", "--limit", "0"], "limit"),
        (["-f", "FILE", "--gradual", "dfquat"], "'a' wants a base score"),
        (["-f", "/nowhere", "-p", "EE-PR"], "cannot read '/nowhere': No such file"),
        (["-f", "FOLDER", "-p", "EE-PR"], "cannot read"),
    ],
)
def test_misuse_is_one_message(command, file, tmp_path, words, message):
    names = {"FILE": file(FLOATING), "FOLDER": tmp_path}
    printed = command("solve", *(names.get(word, word) for word in words))
    assert printed.code == 2
    assert printed.out == ""
    assert message in printed.err
    assert "Traceback" not in printed.err


def test_a_fault_names_file_and_line(command, file):
    bad = file("arg(a).\natt(a,b).\n", "bad.apx")
    printed = command("solve", "-p", "EE-PR", "-f", bad)
    assert printed.code == 2
    assert printed.err == f"argmap: {bad}:2: an attack names 'b', which no arg(b). declares\n"


def test_control_characters_in_names_do_not_reach_the_terminal(command, file):
    printed = command("solve", "-p", "SE-GR", "-f", file("arg(a\x1b[31m)."))
    assert printed.code == 0
    assert "\x1b" not in printed.out


def test_the_grounded_extension_needs_neither_numpy_nor_a_sat_solver(file):
    code = (
        "import sys; from argmap.cli.app import run; run(sys.argv[1:]); "
        "sys.exit(bool({'numpy', 'pysat', 'rich.table'} & set(sys.modules)))"
    )
    words = ["solve", "-p", "SE-GR", "-f", str(file(FLOATING))]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "w\n")
