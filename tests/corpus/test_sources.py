import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from argmap.corpus.audit_corpus import audit_corpus
from argmap.corpus.columns import Asked
from argmap.model.errors import ArgmapError, ExistsError, UnknownNameError, UnreadableError
from corpus_makers import SOURCES, files_of, read, rows_of, write_folders, write_rows

PLAIN = ("project", "rule", "message", "file", "line")


def audited(source, out, **options):
    """The results of a corpus, without where each project stands."""
    audit_corpus(source, out, **{"workers": 1, "batch": 7, **options})
    findings = [tuple(row[name] for name in PLAIN) for row in read(out, "findings")]
    return sorted(map(str, findings)), {row["project"]: row for row in read(out, "projects")}


@pytest.fixture
def expected(tmp_path):
    """What a corpus of twenty projects in folders gives."""
    tree = write_folders(tmp_path / "tree", {f"bridge-{n}": files_of(n) for n in range(20)})
    return audited(tree, tmp_path / "expected")[0]


def layouts():
    rows = rows_of(20)
    names = [name for name in rows if name in files_of(0)]
    keys = rows["project"]
    each = [[(name, rows[name][i]) for name in names] for i in range(20)]
    text = pa.string()
    return {
        "a column a file": rows,
        "bytes": {
            "project": keys,
            **{n: pa.array([t.encode() for t in rows[n]], pa.binary()) for n in names},
        },
        "large strings": {"key": keys, **{n: pa.array(rows[n], pa.large_string()) for n in names}},
        "dictionaries": {"id": keys, **{n: pa.array(rows[n]).dictionary_encode() for n in names}},
        "short names": {
            "project": keys,
            "settings": rows["argmap.toml"],
            "claims": rows["claims/all.yaml"],
            "evidence": rows["evidence/all.yaml"],
            "sources": rows["evidence/sources.json"],
        },
        "a map": {"project": keys, "files": pa.array(each, pa.map_(text, text))},
        "a list": {
            "project": keys,
            "files": pa.array(
                [[{"name": name, "text": value} for name, value in row] for row in each],
                pa.list_(pa.struct([("name", text), ("text", text)])),
            ),
        },
        "JSON": {"project": keys, "files": [json.dumps(dict(row)) for row in each]},
    }


@pytest.mark.parametrize("layout", layouts())
def test_a_row_a_project_gives_the_same_in_every_layout(tmp_path, expected, layout):
    columns = layouts()[layout]
    found, projects = audited(write_rows(tmp_path / "maps.parquet", columns, 9), tmp_path / "out")
    renamed = [line.replace("claims/claims.yaml", "claims/all.yaml") for line in found]
    assert [line.replace("evidence/evidence.yaml", "evidence/all.yaml") for line in renamed] == expected
    assert len(projects) == 20
    assert projects["bridge-9"]["origin"] == "maps.parquet, row 10"


def record_rows(count, as_text=json.dumps):
    """One row a record, those of a project far from each other."""
    rows = []
    for n in range(count):
        key = f"bridge-{n}"
        claim = {"text": f"The bridge fell in the flood of 18{n:02d}.", "for": [f"warden-{n}"]}
        rows += [
            (key, "claim", f"bridge-fell-{n}", as_text(claim), "North", "2011"),
            (
                key,
                "claims",
                f"toll-was-lost-{n}",
                as_text({"text": f"The toll of 18{n:02d} was lost."}),
                None,
                None,
            ),
            (key, "evidence", f"warden-{n}", as_text({"shows": "It fell.", "source": "book"}), None, None),
            (key, "source", "book", as_text({"type": "book", "title": "Book"}), None, None),
        ]
    rows.sort(key=lambda row: row[2])
    names = ("project", "kind", "id", "record", "school", "made")
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))


def test_a_row_a_record_brings_projects_together(tmp_path):
    source = write_rows(tmp_path / "records.parquet", record_rows(30))
    _, projects = audited(source, tmp_path / "out", asked=Asked(group="school", date="made"))
    assert len(projects) == 30
    one = projects["bridge-3"]
    assert (one["claims"], one["evidence"], one["sources"], one["supported"]) == (2, 1, 1, 1)
    assert (one["status"], one["group"], one["year"]) == ("whole", "North", 2011)
    assert not (tmp_path / "out" / ".sorted").exists()


def test_records_in_yaml_and_odd_ones_are_read_each_for_itself(tmp_path):
    rows = [
        ("a", "claim", "fell", "text: It fell.\nfor:\n  - seen"),
        ("a", "evidence", "seen", '{"shows": "Seen \\ud83d\\ude00.",\n "form": "record"}'),
        ("a", "claim", "fell", '{"text": "It fell twice."}'),
        ("a", "claim", "torn", '{"text": "It'),
        ("a", "claim", "x\n  y", '{"text": "An id with a line."}'),
        ("a", "wish", "w", "{}"),
        ("a", "source", "s", "[1"),
        ("", "claim", "nobody", '{"text": "x"}'),
    ]
    columns = dict(zip(("project", "kind", "id", "record"), map(list, zip(*rows, strict=True)), strict=True))
    _, projects = audited(write_rows(tmp_path / "r.parquet", columns), tmp_path / "out")
    rules = {row["rule"] for row in read(tmp_path / "out", "findings")}
    assert {"duplicate-id", "bad-id", "unreadable-record"} & rules
    assert projects["a"]["status"] == "partly"
    verdicts = {row["claim"]: row["verdict"] for row in read(tmp_path / "out", "verdicts")}
    assert verdicts["fell"] in ("supported", "unsupported")
    assert projects[""]["message"] == "its rows have no key"


def test_records_that_are_damaged_are_told_and_the_others_are_audited(tmp_path):
    source = write_rows(tmp_path / "r.parquet", record_rows(30), 40)
    start = pq.ParquetFile(source).metadata.row_group(1).column(3).data_page_offset
    data = bytearray(source.read_bytes())
    data[start : start + 60] = b"\xff" * 60
    source.write_bytes(bytes(data))
    _, projects = audited(source, tmp_path / "out")
    assert projects[""]["message"].startswith("records of row group 2 cannot be read")
    assert len(projects) > 20


def test_a_key_that_stands_twice_is_audited_once_and_told(tmp_path):
    columns = rows_of(12)
    columns["project"][7] = columns["project"][11] = columns["project"][2]
    source = write_rows(tmp_path / "maps.parquet", columns, 5)
    audit_corpus(source, tmp_path / "out", workers=1)
    rows = [row for row in read(tmp_path / "out", "projects") if row["project"] == "bridge-2"]
    assert sorted((row["status"], row["message"] or "") for row in rows) == [
        ("refused", "the key 'bridge-2' is that of maps.parquet, row 3 already"),
        ("refused", "the key 'bridge-2' is that of maps.parquet, row 3 already"),
        ("whole", ""),
    ]
    assert len([r for r in read(tmp_path / "out", "verdicts") if r["project"] == "bridge-2"]) == 3


def test_keys_that_are_missing_numbers_or_endless_are_told(tmp_path):
    columns = rows_of(4)
    columns["project"] = [None, "", "k" * 5_000, "../../up"]
    audit_corpus(write_rows(tmp_path / "maps.parquet", columns), tmp_path / "out", workers=1)
    rows = {row["origin"][-1]: (row["project"], row["message"]) for row in read(tmp_path / "out", "projects")}
    assert rows == {
        "1": ("", "it has no key"),
        "2": ("", "it has no key"),
        "3": ("", "its key has 5,000 bytes"),
        "4": ("../../up", None),
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["maps.parquet", "out"]


def test_numbers_and_days_serve_as_keys_and_dates(tmp_path):
    import datetime

    columns = rows_of(2)
    columns["project"] = [17, 18]
    columns["made"] = [datetime.date(2020, 5, 1), None]
    source = write_rows(tmp_path / "maps.parquet", columns)
    _, projects = audited(source, tmp_path / "out", asked=Asked(date="made"))
    assert (projects["17"]["date"], projects["17"]["year"], projects["18"]["date"]) == (
        "2020-05-01",
        2020,
        None,
    )


def test_the_names_of_folders_give_columns_and_one_bad_file_does_not_end_the_run(tmp_path):
    for publisher, first in (("bbc", 0), ("taz", 5)):
        folder = tmp_path / "data" / f"publisher={publisher}"
        folder.mkdir(parents=True)
        rows = {
            name: values[first : first + 5] for name, values in rows_of(10).items() if name != "publisher"
        }
        write_rows(folder / "part.parquet", rows)
    (tmp_path / "data" / "torn.parquet").write_bytes(b"PAR1 and no more")
    (tmp_path / "data" / "_SUCCESS").write_text("")
    _, projects = audited(tmp_path / "data", tmp_path / "out", asked=Asked(group="publisher"))
    assert [row["group"] for row in projects.values()].count("bbc") == 5
    assert projects[""]["status"] == "refused"
    assert projects[""]["message"].startswith("'torn.parquet' is not Parquet")


def test_a_row_group_that_is_damaged_is_a_row_and_the_others_are_audited(tmp_path):
    source = write_rows(tmp_path / "maps.parquet", rows_of(30), 10)
    metadata = pq.ParquetFile(source).metadata
    start = metadata.row_group(1).column(4).data_page_offset
    data = bytearray(source.read_bytes())
    data[start : start + 60] = b"\xff" * 60
    source.write_bytes(bytes(data))
    _, projects = audited(source, tmp_path / "out")
    assert len(projects) == 21
    told = [row["message"] for row in read(tmp_path / "out", "projects") if row["status"] == "refused"]
    assert sorted(message.partition(":")[0] for message in told) == [
        "3 rows cannot be read",
        "7 rows cannot be read",
    ]


def test_a_text_that_says_the_same_hundred_megabytes_in_every_row_is_not_unpacked(tmp_path):
    import subprocess
    import sys

    columns = rows_of(60)
    bomb = pa.array(["claims: {}", "x" * 100_000_000])
    which = pa.array([i % 2 for i in range(60)], pa.int32())
    columns["claims/all.yaml"] = pa.DictionaryArray.from_arrays(which, bomb)
    columns["made"] = ["x" * 2_000] * 60
    source = write_rows(tmp_path / "bomb.parquet", columns, 60)
    assert source.stat().st_size < 10_000_000
    script = (
        "import resource, sys; from argmap.cli.app import run; "
        "code = run(sys.argv[1:]); print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    words = [
        "corpus",
        "audit",
        str(source),
        "--out",
        str(tmp_path / "out"),
        "--workers",
        "1",
        "--date",
        "made",
    ]
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=True)
    code, megabytes = map(int, done.stdout.splitlines()[-1].split())
    rows = read(tmp_path / "out", "projects")
    assert code == 0
    assert sum(row["status"] == "refused" for row in rows) == 30
    assert {row["message"] for row in rows if row["status"] == "refused"} == {
        "it has 100 MB; above 20 MB a project is audited by itself, with 'argmap check'"
    }
    assert megabytes < 1_500  # unpacked it would be 3,000


def test_records_of_one_project_that_are_too_much_together_are_told(tmp_path):
    columns = record_rows(2)
    more = {"text": "y" * 9_000_000}
    for name, value in (("project", "bridge-1"), ("kind", "claim"), ("school", None), ("made", None)):
        columns[name] += [value] * 3
    columns["id"] += ["a1", "a2", "a3"]
    columns["record"] += [json.dumps(more)] * 3
    _, projects = audited(write_rows(tmp_path / "r.parquet", columns), tmp_path / "out")
    assert projects["bridge-0"]["status"] == "whole"
    assert "it has 27 MB" in projects["bridge-1"]["message"]


def test_folders_in_folders_are_found_and_grouped(tmp_path):
    tree = write_folders(
        tmp_path / "tree",
        {
            "north/a": {**files_of(1), "claims/deep/claims/x.yaml": "claims: {}"},
            "north/b": {"claims/all.yaml": "claims: {c: {text: It fell.}}"},
            "south/deep/c": {"pyproject.toml": "[tool.argmap]\nauthor = 'park'\n"},
            ".git/claims": {"x.yaml": "no"},
            "south/none": {"readme.md": "Nothing."},
        },
    )
    (tree / "south" / "loop").symlink_to(tree)
    _, projects = audited(tree, tmp_path / "out", asked=Asked(group="folder"))
    assert {key: row["group"] for key, row in projects.items()} == {
        "north/a": "north",
        "north/b": "north",
        "south/deep/c": "south",
    }
    _, projects = audited(tree, tmp_path / "by-author", asked=Asked(group="author"))
    assert projects["south/deep/c"]["group"] == "park"


def test_a_project_is_a_corpus_of_one(tmp_path):
    tree = write_folders(tmp_path, {"one": files_of(1)})
    _, projects = audited(tree / "one", tmp_path / "out")
    assert list(projects) == ["."]


@pytest.mark.parametrize(
    ("asked", "error", "message"),
    [
        (Asked(key="nr"), UnknownNameError, "no column 'nr'"),
        (Asked(group="publishr"), UnknownNameError, "did you mean 'publisher'"),
        (Asked(date="when"), UnknownNameError, "no column 'when'"),
    ],
)
def test_a_column_that_is_not_there_is_one_message(tmp_path, asked, error, message):
    source = write_rows(tmp_path / "maps.parquet", rows_of(2))
    with pytest.raises(error, match=message):
        audit_corpus(source, tmp_path / "out", asked=asked, workers=1)
    assert not (tmp_path / "out").exists()


def test_a_source_that_is_no_corpus_is_one_message(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.parquet").write_text("no")
    write_rows(tmp_path / "other.parquet", {"a": ["x"]})
    write_rows(tmp_path / "keys.parquet", {"project": ["x"]})
    for name, message in (
        ("empty", "has no projects and no Parquet files"),
        ("gone", "there is no file or folder"),
        ("text.parquet", "is not Parquet"),
        ("other.parquet", "no column of 'other.parquet' is called project, key, project_id or id"),
        ("keys.parquet", "holds a project"),
    ):
        with pytest.raises(UnreadableError, match=message):
            audit_corpus(tmp_path / name, tmp_path / "out", workers=1)


def test_results_never_go_over_something_else_or_into_the_corpus(tmp_path):
    tree = write_folders(tmp_path / "tree", {"a": files_of(1)})
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("Mine.")
    with pytest.raises(ExistsError, match="holds no results"):
        audit_corpus(tree, tmp_path / "mine", workers=1)
    for out in (tree, tree / "out", tmp_path):
        with pytest.raises(ArgmapError, match="apart from the corpus"):
            audit_corpus(tree, out, workers=1)
    assert SOURCES in (tree / "a" / "evidence" / "sources.json").read_text()
