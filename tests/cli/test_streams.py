"""What the program writes to pipes, files and terminals, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run_as_program(*words: object, cwd: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **more}
    return subprocess.run(
        [sys.executable, "-m", "argmap", *map(str, words)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
    )


def test_the_program_speaks_utf8_to_a_pipe_without_colour(town):
    done = run_as_program("why", "miller-burnt-it", cwd=town, PYTHONUTF8="1")
    assert done.returncode == 0
    assert "✓".encode() in done.stdout
    assert b"\x1b[" not in done.stdout


NOT_UTF8 = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""An environment in which Python writes ASCII, as on Windows it writes what a country used to write."""


@pytest.mark.parametrize(
    "words", [("why", "miller-burnt-it"), ("check", "--format", "json"), ("report",), ("draw",)]
)
def test_a_file_is_utf8_wherever_it_is_written(town, words):
    done = run_as_program(*words, cwd=town, **NOT_UTF8)
    assert done.returncode == 0
    assert not done.stderr
    assert done.stdout == run_as_program(*words, cwd=town, PYTHONUTF8="1").stdout
    assert b"\\u" not in done.stdout


def test_an_ascii_terminal_gets_escapes_rather_than_a_traceback(town):
    done = run_as_program("why", "miller-burnt-it", cwd=town, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u2713" in done.stdout


def test_force_color_colours_and_no_color_does_not(town):
    assert b"\x1b[" in run_as_program("check", cwd=town, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in run_as_program("check", cwd=town, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_the_same_input_gives_the_same_bytes_under_another_hash_seed(town):
    for words in (("check",), ("why", "miller-burnt-it"), ("compare",), ("draw",), ("export", "json")):
        first = run_as_program(*words, cwd=town, PYTHONHASHSEED="1").stdout
        assert first == run_as_program(*words, cwd=town, PYTHONHASHSEED="2").stdout
