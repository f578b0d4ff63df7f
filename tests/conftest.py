"""Options of the test run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.cli.app import run
from argmap.model import records
from argmap.model.record import checker

for kind in (records.Claim, records.Evidence, records.School, records.Scholar, records.Event):
    checker(kind)  # made when it is first used, which a test that is timed would count as its own


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected files of tests/projects anew; read the difference before committing",
    )


@dataclass(frozen=True)
class Printed:
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Run ``argmap`` with these words, in this process."""

    def run_command(*words: object) -> Printed:
        capsys.readouterr()
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Printed(code, printed.out, printed.err)

    return run_command


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project of these files: names with ``/`` for folders to their text or bytes."""

    def make(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            target = tmp_path / "project" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "project"

    return make
