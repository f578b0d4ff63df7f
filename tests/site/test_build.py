"""The site on disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.model.errors import ExistsError
from argmap.site import build_single, build_site
from argmap.site.build import MARKER, write_site
from argmap.site.workers import share_out, shares_of

CLAIMS = """\
claims:
  war-was-planned:
    text: The war was planned.
    for: [order-of-may]
  plan-was-soviet: {text: The plan was Soviet.}
evidence:
  order-of-may: {shows: An order sets the date., form: record}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "claims").mkdir(parents=True)
    (root / "evidence").mkdir()
    (root / "claims" / "all.yaml").write_text(CLAIMS, "utf-8")
    return root


def files_in(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_site_is_built_into_a_folder_that_was_not_there(project: Path, tmp_path: Path):
    report = build_site(project, tmp_path / "new" / "site")
    assert files_in(report.out) == {*report.files, MARKER}
    assert report.written == report.files
    assert report.index.read_bytes().startswith(b"<!DOCTYPE html>")
    assert "claims/war-was-planned.html" in report.files
    assert not report.unreadable


def test_building_again_writes_nothing_new(project: Path, tmp_path: Path):
    build_site(project, tmp_path / "site")
    report = build_site(project, tmp_path / "site")
    assert report.written == ()
    assert report.removed == ()


def test_pages_of_claims_that_are_gone_are_removed_and_other_files_stay(project: Path, tmp_path: Path):
    out = build_site(project, tmp_path / "site").out
    (out / "CNAME").write_text("example.org", "utf-8")
    (out / "claims" / "mine.html").write_text("mine", "utf-8")
    file = project / "claims" / "all.yaml"
    file.write_text(CLAIMS.replace("plan-was-soviet", "plan-was-korean"), "utf-8")
    report = build_site(project, out)
    assert report.removed == ("claims/plan-was-soviet.html",)
    assert files_in(out) == {*report.files, MARKER, "CNAME", "claims/mine.html"}


def test_a_folder_with_other_things_in_it_is_left_alone(project: Path, tmp_path: Path):
    out = tmp_path / "full"
    out.mkdir()
    (out / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(ExistsError, match="not empty"):
        build_site(project, out)
    assert files_in(out) == {"letter.txt"}


def test_the_project_itself_is_no_folder_for_its_site(project: Path):
    before = files_in(project)
    with pytest.raises(ExistsError):
        build_site(project, project)
    assert files_in(project) == before


def test_an_empty_folder_will_do(project: Path, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    assert build_site(project, tmp_path / "empty").files


def test_a_file_is_no_folder(project: Path, tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ExistsError, match="is a file"):
        build_site(project, tmp_path / "file")


def test_a_list_that_was_tampered_with_removes_nothing_outside(project: Path, tmp_path: Path):
    outside = tmp_path / "precious.txt"
    outside.write_text("keep me", "utf-8")
    out = build_site(project, tmp_path / "site").out
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.html").write_text("kept", "utf-8")
    (out / "link").symlink_to(tmp_path / "elsewhere")
    marker = out / MARKER
    listed = f"../precious.txt\n{outside}\n..\\precious.txt\nlink/kept.html\n\n.\n"
    marker.write_text(marker.read_text("utf-8") + listed, "utf-8")
    build_site(project, out)
    assert outside.read_text("utf-8") == "keep me"
    assert (tmp_path / "elsewhere" / "kept.html").exists()


def test_folders_left_empty_go_too(tmp_path: Path):
    write_site(tmp_path, {"a.html": b"a", "old/b.html": b"b"})
    assert write_site(tmp_path, {"a.html": b"a"}, ["a.html", "old/b.html"]) == ((), ("old/b.html",))
    assert not (tmp_path / "old").exists()


def test_two_builds_of_one_project_are_the_same_to_the_byte(project: Path, tmp_path: Path):
    one, other = (build_site(project, tmp_path / name).out for name in ("one", "other"))
    assert files_in(one) == files_in(other)
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in files_in(one))


def test_one_file_is_written_alone_and_replaces_what_stood_there(project: Path, tmp_path: Path):
    file = tmp_path / "new" / "map.html"
    report = build_single(project, file)
    assert report.index == file
    assert files_in(file.parent) == {"map.html"}
    again = build_single(project, file)
    assert again.written == ()


def test_the_command_writes_a_folder_or_a_file_and_not_both(project: Path, tmp_path: Path, command):
    told = command("build", "--project", project, "--single", tmp_path / "map.html")
    assert (told.code, told.err) == (0, "")
    assert "one page, " in told.out
    told = command("build", "--project", project, "--single", tmp_path / "a.html", "--out", tmp_path / "b")
    assert told.code == 2
    assert not (tmp_path / "a.html").exists()


def test_work_that_is_shared_out_comes_back_in_order_and_tells_how_far_it_is():
    told: list[tuple[int, int]] = []
    done = list(share_out(lambda n: n * n, range(20), lambda at, of: told.append((at, of))))
    assert done == [n * n for n in range(20)]
    assert told[-1] == (20, 20)


WHERE = """
import _thread, os
from argmap.site.workers import share_out
if {threads}:
    wait = _thread.allocate_lock()
    wait.acquire()
    _thread.start_new_thread(wait.acquire, ())  # `threading` does not know of it
print(os.getpid() in set(share_out(lambda _: os.getpid(), range(100))))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one core, or no safe copies"
)
@pytest.mark.parametrize("threads", [False, True])
def test_a_process_is_only_copied_where_no_other_thread_is_at_work_in_it(threads: bool):
    code = WHERE.format(threads=threads)
    told = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
    assert (told.stdout, told.stderr) == (f"{threads}\n", "")


def test_a_fault_in_shared_work_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        list(share_out(lambda n: 1 // n, range(20)))


def test_a_build_tells_what_it_does_and_how_far_it_is(project: Path, tmp_path: Path):
    told: list[tuple[str, int, int]] = []
    build_site(project, tmp_path / "site", lambda *step: told.append(step))
    names = list(dict.fromkeys(name for name, _, _ in told))
    assert names == ["checking the map", "verdicts over time", "pages", "writing files"]
    done = [(at, of) for name, at, of in told if name == "pages" and of]
    assert done == [(at, done[-1][1]) for at in range(1, done[-1][1] + 1)]


def test_a_terminal_sees_how_far_the_work_is_and_is_left_as_it_was(project: Path, tmp_path: Path):
    pty = pytest.importorskip("pty", reason="no terminals of this kind here")
    ours, theirs = pty.openpty()
    words = [
        sys.executable,
        "-m",
        "argmap",
        "build",
        "--project",
        str(project),
        "--out",
        str(tmp_path / "site"),
    ]
    ended = subprocess.run(words, stdout=subprocess.PIPE, stderr=theirs, text=True, check=True)
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    assert "pages, 1 of " in seen.decode("utf-8")
    assert seen.endswith(b"\r\x1b[K")
    assert " pages, " in ended.stdout


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # nobody writes to it any more
        return b""


def test_shares_hold_everything_once():
    keys = list(range(11))
    shares = shares_of(keys)
    assert sorted(key for share in shares for key in share) == keys
    assert shares_of([]) == []
