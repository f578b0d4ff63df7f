"""What the tests of report formats share."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECTS = Path(__file__).parent.parent / "projects"


@pytest.fixture(params=sorted(folder.name for folder in PROJECTS.iterdir()))
def bad(request: pytest.FixtureRequest) -> Path:
    """The bad project of each rule in turn."""
    return PROJECTS / request.param / "bad"


@pytest.fixture
def reported(command) -> Callable[[Path, str], str]:
    """Run ``argmap check`` on a project in a format; nothing may go to standard error."""

    def report(root: Path, form: str) -> str:
        printed = command("check", root, "--format", form)
        assert printed.err == ""
        return printed.out

    return report


@pytest.fixture
def findings(reported) -> Callable[[Path], list[dict[str, Any]]]:
    """What ``--format json`` says was found in a project."""
    return lambda root: json.loads(reported(root, "json"))["findings"]
