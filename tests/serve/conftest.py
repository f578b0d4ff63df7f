"""A small project that is served, and a client that asks for its pages."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from argmap.serve.application import make_application
from argmap.serve.editors import editor_link
from argmap.serve.engine import Engine

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "site")]

TOWN = {
    "argmap.toml": 'title = "Who burnt the mill?"\nthesis = "miller-burnt-it"\n[parts]\nI = "The fire"\n',
    "claims/mill.yaml": """
claims:
  miller-burnt-it:
    text: The miller burnt his own mill.
    part: I
    for: [debt-roll]
    against: [lightning-struck]
  lightning-struck: {text: Lightning struck the mill., part: I, schools: {secular: rejects}}
schools:
  secular: {name: Secular}
""",
    "evidence/rolls.yaml": """
evidence:
  debt-roll: {shows: The roll lists debts of the miller., form: record, made: 1801-02, available: 1850}
""",
}


@pytest.fixture
def town(project) -> Path:
    return project(TOWN)


@pytest.fixture
def engine(town) -> Iterator[Engine]:
    """The project, without threads: tests say themselves when it is read and audited."""
    made = Engine(town, editor_link(town, "vscode"))
    yield made
    made.stop()


@pytest.fixture
def client(engine) -> TestClient:
    return TestClient(make_application(engine, "127.0.0.1"), base_url="http://127.0.0.1:8000")
