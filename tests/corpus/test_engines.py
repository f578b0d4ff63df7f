import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from argmap.audit.run import Choice
from argmap.corpus.audit_corpus import audit_corpus
from argmap.corpus.columns import Asked
from argmap.corpus.engines import local
from argmap.corpus.engines.registry import engine
from argmap.corpus.isolating import DIED
from argmap.corpus.parts import Work, begin, stamp_of
from argmap.corpus.text_project import TextProject
from argmap.model.errors import ArgmapError, UnknownNameError
from corpus_makers import DiesOf, DiesOnce, Listed, bytes_of, files_of, read, rows_of, write_rows

ASKED = Asked(group="publisher", date="made")


@pytest.fixture
def spark(capsys, monkeypatch):
    """Nothing where Spark can run; where it cannot, the test is skipped, and that is said aloud."""
    java, pyspark = shutil.which("java"), importlib.util.find_spec("pyspark")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    if java is None or pyspark is None:
        told = f"SPARK IS NOT TESTED HERE: {'there is no Java' if java is None else 'no pyspark'}"
        with capsys.disabled():
            print(f"\n{told}")  # noqa: T201
        pytest.skip(told)


@pytest.fixture
def source(tmp_path):
    return write_rows(tmp_path / "maps.parquet", rows_of(60), 10)


@pytest.fixture
def expected(tmp_path, source):
    """What one core gives, to the byte."""
    audit_corpus(source, tmp_path / "expected", asked=ASKED, workers=1, batch=10)
    return bytes_of(tmp_path / "expected")


def a_work(out, batch=5):
    begin(out, {})
    return Work(out, batch, Choice(), stamp_of(Choice()))


def is_gone(group):
    """Whether every process of a group ends within half a minute."""
    for _ in range(300):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_pool_gives_what_one_core_gives_to_the_byte(tmp_path, source, expected):
    audit_corpus(source, tmp_path / "out", asked=ASKED, workers=2, batch=10)
    assert bytes_of(tmp_path / "out") == expected


def test_batches_and_row_groups_of_any_size_give_the_same_rows(tmp_path, source):
    audit_corpus(source, tmp_path / "a", asked=ASKED, workers=1, batch=10)
    write_rows(source, rows_of(60), 60)
    for batch, workers in ((7, 2), (1, 1), (1_000, 1)):
        out = tmp_path / f"{batch}"
        audit_corpus(source, out, asked=ASKED, workers=workers, batch=batch)
        for table in ("projects", "findings", "verdicts"):
            assert read(out, table) == read(tmp_path / "a", table)


def test_a_worker_that_is_killed_loses_nothing_and_counts_nothing_twice(tmp_path):
    projects = [TextProject(f"p{n}", files_of(n)) for n in range(40)]
    portions = [Listed(f"portion {n}", projects[10 * n : 10 * n + 10]) for n in range(4)]
    plain = a_work(tmp_path / "plain")
    parts = [part for done in map(plain, portions) for part in done]
    work = DiesOnce(a_work(tmp_path / "killed"), tmp_path / "mark")
    again = [part for done in local.run(work, portions, 2) for part in done]
    assert (tmp_path / "mark").exists()
    assert {part.key for part in again} == {part.key for part in parts}
    assert read(tmp_path / "killed", "projects") == read(tmp_path / "plain", "projects")


def test_a_project_that_ends_every_process_is_found_and_refused(tmp_path):
    projects = [TextProject(f"p{n}", files_of(n)) for n in range(5)]
    portions = [DiesOf("deadly", projects, "p3", os.getpid()), Listed("other", projects[:0])]
    done = list(local.run(a_work(tmp_path / "out"), portions, 2))
    assert sum(part.projects for parts in done for part in parts) == 5
    rows = {row["project"]: row for row in read(tmp_path / "out", "projects")}
    assert rows.pop("p3")["message"] == DIED
    assert {row["status"] for row in rows.values()} == {"whole"}


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(tmp_path, source, expected, command):
    out = tmp_path / "out"
    words = ["corpus", "audit", source, "--out", out, "--workers", 1, "--batch", 10]
    words += ["--group", "publisher", "--date", "made"]
    assert command(*words).code == 0
    parts = sorted((out / "projects").iterdir())
    before = {path.name: path.stat().st_mtime_ns for path in parts}
    parts[0].unlink()  # as if it had stopped between findings and projects
    (out / "verdicts" / parts[1].name).write_bytes((out / "verdicts" / parts[1].name).read_bytes())
    (out / "findings" / f".{parts[2].name}.x1").write_bytes(b"half")
    printed = command(*words)
    assert "5 of 6 batches were done by an earlier run" in printed.out
    after = {path.name: path.stat().st_mtime_ns for path in (out / "projects").iterdir()}
    assert {name for name, at in after.items() if before[name] != at} == {parts[0].name}
    assert bytes_of(out) == expected


def test_what_is_no_longer_of_the_corpus_is_removed(tmp_path, source, command):
    out = tmp_path / "out"
    command("corpus", "audit", source, "--out", out, "--batch", 10, "--workers", 1)
    write_rows(source, rows_of(50), 10)
    printed = command("corpus", "audit", source, "--out", out, "--batch", 10, "--workers", 1)
    assert "1 batches of an earlier run are no longer" in printed.out
    assert len(read(out, "projects")) == 50
    assert json.loads((out / "corpus.json").read_text())["complete"] is True


def test_other_rules_are_another_run(tmp_path, source, command):
    out = tmp_path / "out"
    words = ["corpus", "audit", source, "--out", out, "--workers", 1, "--format", "json"]
    every = json.loads(command(*words).out)
    few = json.loads(command(*words, "--select", "unsupported-claim").out)
    assert few["rules"] == {"unsupported-claim": every["rules"]["unsupported-claim"]}
    assert few["batches"]["there"] == 0


def test_a_driver_that_is_killed_leaves_what_the_next_run_takes_up(tmp_path, source, expected):
    out = tmp_path / "out"
    words = [sys.executable, "-m", "argmap", "corpus", "audit", str(source), "--out", str(out)]
    words += ["--workers", "2", "--batch", "10", "--group", "publisher", "--date", "made"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not (out / "projects").is_dir():
            time.sleep(0.01)
        while process.poll() is None and not any((out / "projects").glob("*.parquet")):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    assert bytes_of(out) == expected


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_the_run_and_its_workers_without_a_traceback(tmp_path):
    source = write_rows(tmp_path / "many.parquet", rows_of(2_000), 50)
    words = [sys.executable, "-m", "argmap", "corpus", "audit", str(source), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(
        [*words, "--workers", "2", "--batch", "50"],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and not any((tmp_path / "out").glob("projects/*.parquet")):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    assert "Traceback" not in process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert is_gone(process.pid)


@pytest.mark.filterwarnings("ignore")  # a library of Dask may warn
def test_dask_gives_what_one_core_gives_to_the_byte(tmp_path, source, expected):
    audit_corpus(source, tmp_path / "out", asked=ASKED, workers=2, batch=10, engine_name="dask")
    assert bytes_of(tmp_path / "out") == expected


@pytest.mark.filterwarnings("ignore")
def test_a_dask_worker_that_is_killed_loses_nothing_and_counts_nothing_twice(tmp_path):
    projects = [TextProject(f"p{n}", files_of(n)) for n in range(40)]
    portions = [Listed(f"portion {n}", projects[10 * n : 10 * n + 10]) for n in range(4)]
    plain = a_work(tmp_path / "plain")
    parts = [part for done in map(plain, portions) for part in done]
    work = DiesOnce(a_work(tmp_path / "killed"), tmp_path / "mark")
    again = [part for done in engine("dask")(work, portions, 2, None) for part in done]
    assert (tmp_path / "mark").exists()
    assert sorted(part.key for part in again) == sorted(part.key for part in parts)
    assert read(tmp_path / "killed", "projects") == read(tmp_path / "plain", "projects")


@pytest.mark.filterwarnings("ignore")
def test_a_dask_scheduler_that_is_not_there_is_one_message():
    with pytest.raises(ArgmapError, match="there is no Dask scheduler at"):
        list(engine("dask")(len, [], 1, "tcp://127.0.0.1:1"))  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.usefixtures("spark")
def test_spark_gives_what_one_core_gives_though_a_worker_is_killed(tmp_path, source, expected):
    projects = [TextProject(f"p{n}", files_of(n)) for n in range(40)]
    portions = [Listed(f"portion {n}", projects[10 * n : 10 * n + 10]) for n in range(4)]
    plain = a_work(tmp_path / "plain")
    parts = [part for done in map(plain, portions) for part in done]
    work = DiesOnce(a_work(tmp_path / "killed"), tmp_path / "mark")
    again = [part for done in engine("spark")(work, portions, 2, None) for part in done]
    assert (tmp_path / "mark").exists()
    assert sorted(part.key for part in again) == sorted(part.key for part in parts)
    assert read(tmp_path / "killed", "projects") == read(tmp_path / "plain", "projects")
    audit_corpus(source, tmp_path / "out", asked=ASKED, workers=2, batch=10, engine_name="spark")
    assert bytes_of(tmp_path / "out") == expected


def test_an_engine_or_a_library_that_is_not_there_is_one_message(monkeypatch, tmp_path, source):
    with pytest.raises(UnknownNameError, match="no engine 'flink'"):
        audit_corpus(source, tmp_path / "out", engine_name="flink")

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("argmap.corpus.extras.import_module", missing)
    for name, extra in (("dask", "dask"), ("spark", "spark")):
        with pytest.raises(ArgmapError, match=rf"is not installed: pip install 'argmap\[{extra}\]'"):
            list(engine(name)(len, [], 1, None))  # type: ignore[arg-type]
    with pytest.raises(ArgmapError, match=r"pyarrow is not installed: pip install 'argmap\[data\]'"):
        audit_corpus(source, tmp_path / "out")


def test_results_are_plain_parquet_that_keeps_its_types(tmp_path, source):
    audit_corpus(source, tmp_path / "out", workers=1)
    table = pq.read_table(tmp_path / "out" / "findings")
    assert table.schema.field("line").type == "int32"
    assert table.schema.field("subjects").type.value_type == "string"
    assert not table.schema.field("rule").nullable


@pytest.mark.parametrize(
    "words", [("--workers", 0), ("--batch", 0), ("--select", "no-such"), ("--cluster", "x")]
)
def test_misuse_is_one_message_and_code_two(tmp_path, source, command, words):
    printed = command("corpus", "audit", source, "--out", tmp_path / "out", *words)
    assert (printed.code, printed.out) == (2, "")
    assert printed.err.startswith("argmap: ")
    assert len(printed.err.splitlines()) == 1
