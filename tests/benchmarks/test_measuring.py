"""Commands are measured in processes of their own, in turn, and stopped at the limit."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure.machine import describe
from benchmarks.measure.run import Contestant, in_turn, run_once
from benchmarks.options import parse
from benchmarks.series.bench import Bench
from benchmarks.series.rows import Row, find
from benchmarks.series.sizes import peers_for


def python(name: str, code: str, folder: Path) -> Contestant:
    """A contestant that runs a line of Python."""
    return Contestant(name, (sys.executable, "-I", "-c", code), folder)


def test_cpu_time_and_memory_are_those_of_the_command(tmp_path: Path) -> None:
    little = run_once(python("little", "pass", tmp_path), 10, tmp_path / "log")
    much = run_once(
        python("much", "x = bytes(1) * 60_000_000\nfor _ in range(3_000_000): pass", tmp_path),
        10,
        tmp_path / "log",
    )
    assert little.seconds is not None
    assert much.seconds is not None
    assert much.seconds > little.seconds
    assert little.peak is not None
    assert much.peak is not None
    assert much.peak > little.peak + 40_000_000


def test_the_memory_of_whoever_measures_does_not_count(tmp_path: Path) -> None:
    held = bytes(1) * 100_000_000
    figures = run_once(python("little", "pass", tmp_path), 10, tmp_path / "log")
    assert figures.peak is not None
    assert figures.peak < len(held)


def test_time_of_children_counts(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-I', '-c', 'for _ in range(20_000_000): pass'], check=True)"
    )
    figures = run_once(python("parent", code, tmp_path), 20, tmp_path / "log")
    assert figures.seconds is not None
    assert figures.seconds > 0.1


def test_a_command_over_the_limit_is_stopped_and_has_no_figure(tmp_path: Path) -> None:
    figures = run_once(python("endless", "while True: pass", tmp_path), 1, tmp_path / "log")
    assert figures.fault == "over 1 s"
    assert figures.seconds is None


def test_a_traceback_is_told_by_its_name_alone(tmp_path: Path) -> None:
    figures = run_once(python("broken", f"open({str(tmp_path / 'no')!r})", tmp_path), 10, tmp_path / "log")
    assert figures.fault == "crashed: FileNotFoundError"


def test_an_unexpected_exit_code_is_a_failure(tmp_path: Path) -> None:
    figures = run_once(python("three", "raise SystemExit(3)", tmp_path), 10, tmp_path / "log")
    assert figures.fault == "failed: exit code 3"


def test_contestants_run_in_turn_and_one_that_fails_only_once(tmp_path: Path) -> None:
    told: list[str] = []
    contestants = [python("a", "pass", tmp_path), python("b", "raise SystemExit(4)", tmp_path)]
    found = in_turn(contestants, 3, 10, tmp_path / "log", told.append)
    assert [line[0] for line in told] == ["a", "b", "a", "a"]
    assert len(found["a"].cpu) == 3
    assert found["b"].seconds is None


def test_what_a_command_leaves_behind_is_removed_before_it_runs_again(tmp_path: Path) -> None:
    made = tmp_path / "made"
    contestant = Contestant(
        "maker",
        (sys.executable, "-I", "-c", f"import os; os.mkdir({str(made)!r})"),
        tmp_path,
        (made,),
        (0,),
    )
    found = in_turn([contestant], 2, 10, tmp_path / "log")
    assert found["maker"].fault == ""


def test_the_machine_is_described_without_names_or_paths() -> None:
    told = dict(describe())
    assert {"processor", "cores", "memory", "Python", "argmap"} <= told.keys()
    assert not any("/" in value for value in told.values())


def test_a_peer_that_is_not_here_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    bench = Bench(tmp_path, names=["rigorgraph"])
    assert peers_for(bench, "sizes", "500", bench.argument("book", 500)) == []
    row = find(bench.rows, "sizes", "500", "rigorgraph")
    assert row is not None
    assert row.fault == "not here"


def test_a_peer_that_ran_over_the_limit_is_not_run_on_more(tmp_path: Path) -> None:
    tool = tmp_path / "rigorgraph"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)
    bench = Bench(tmp_path, [tmp_path], ["rigorgraph"])
    bench.rows.append(Row("sizes", "500", "rigorgraph", 500, fault="over 60 s"))
    assert peers_for(bench, "sizes", "1000", bench.argument("book", 1000)) == []
    assert bench.rows[-1].fault == "not run: over the limit at 500"


@pytest.mark.parametrize(("seconds", "fault"), [(0.75, ""), (1.5, "not run: 2 s at 1,000")])
def test_what_a_peer_would_take_is_told_by_the_largest_size_before(
    seconds: float, fault: str, tmp_path: Path
) -> None:
    tool = tmp_path / "rigorgraph"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)
    bench = Bench(tmp_path, [tmp_path], ["rigorgraph"], limit=2)
    rows = [Row("sizes", "500", "rigorgraph", 500, 0.7), Row("sizes", "1000", "rigorgraph", 1000, seconds)]
    bench.rows += rows
    ready = peers_for(bench, "sizes", "4000", bench.argument("book", 4000))
    assert [each.peer.name for each in ready] == ([] if fault else ["rigorgraph"])
    assert bench.rows == rows if not fault else bench.rows[-1].fault == fault


def test_a_row_comes_back_from_json_as_it_was() -> None:
    row = Row("sizes", "500", "argmap", 500, 0.5, 0.6, 1000, 3)
    assert Row.from_object(row.as_object()) == row


def test_options_have_defaults_and_refuse_what_makes_no_sense(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse([]).sizes == [500, 1_000, 10_000, 100_000, 1_000_000]
    assert parse(["--quick", "--peers", "none"]).peers == []
    assert parse(["--sizes", "500,2_000"]).sizes == [500, 2000]
    for wrong in (["--sizes", "few"], ["--sizes", "3"], ["--peers", "nobody"], ["--repeats", "0"]):
        with pytest.raises(SystemExit):
            parse(wrong)
    assert "no peer 'nobody'" in capsys.readouterr().err
