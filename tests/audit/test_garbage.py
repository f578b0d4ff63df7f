"""An audit leaves nothing behind that only the collector of circular garbage could put away.

The collector is held off while an audit is made, so what goes in circles would stay for long, and with it
the whole project.
"""

import gc
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.audit.live import LiveAudit, read_again
from argmap.audit.run import Choice, check_folder
from argmap.files.project import read_parts

PROJECTS = Path(__file__).parents[1] / "projects"
CORPUS = Path(__file__).parents[2]
EVERY_RULE = Choice(select=("all",))


@pytest.fixture
def left() -> Iterator[list[object]]:
    """What is left behind in circles, once it is asked for by ``circles``."""
    check_folder(PROJECTS / "self-support" / "bad", EVERY_RULE)  # what is made once and kept
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        yield gc.garbage
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def circles(left: list[object]) -> set[str]:
    """Name the kinds of our own objects that were left behind."""
    gc.collect()
    return {type(each).__qualname__ for each in left if type(each).__module__.startswith("argmap.")}


@pytest.mark.parametrize("first", range(4))
def test_checks_of_folders_leave_no_circles(left: list[object], first: int):
    for folder in sorted(PROJECTS.glob("*/bad"))[first::4]:
        check_folder(folder, EVERY_RULE)
    assert circles(left) == set()


def test_a_check_of_the_corpus_leaves_no_circles(left: list[object]):
    check_folder(CORPUS, EVERY_RULE)
    assert circles(left) == set()


def test_edits_that_are_followed_leave_no_circles(left: list[object], tmp_path: Path):
    lot, file = random.Random(3), tmp_path / "claims" / "all.yaml"
    claims = {f"c{n}": {"text": f"The mill burnt in {1900 + n}."} for n in range(20)}
    file.parent.mkdir()
    file.write_text(json.dumps({"claims": claims}), encoding="utf-8")
    live = LiveAudit(tmp_path, EVERY_RULE, read_parts(tmp_path))
    for number in range(10):
        claims[lot.choice(sorted(claims))] = {"text": f"Fire {number} took the tower.", "for": ["c1"]}
        file.write_text(json.dumps({"claims": claims}), encoding="utf-8")
        live = live.after(read_again(tmp_path, live.parts, ["claims/all.yaml"]))
        assert live.audit.findings
    assert live.is_followed
    assert circles(left) == set()
