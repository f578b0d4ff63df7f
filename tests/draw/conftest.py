from pathlib import Path

import pytest

from argmap.files.project import read_project
from argmap.verdict.judgement import Judgement, judge

GRANARY = Path(__file__).parent / "granary"


@pytest.fixture(scope="session")
def granary() -> Judgement:
    project = read_project(GRANARY)
    assert not project.faults
    return judge(project)
