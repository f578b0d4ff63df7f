"""Other people's additions are found wherever Python would find them, and nothing is loaded to find none."""

import subprocess
import sys

import pytest

from argmap.exchange.registry import ENTRY_POINTS as EXCHANGE
from argmap.manuscript.registry import ENTRY_POINTS as MANUSCRIPTS
from argmap.model.plugins import GROUPS, has_plugins, plugins
from argmap.report.registry import ENTRY_POINTS as REPORTS
from argmap.rules.registry import ENTRY_POINTS as RULES

METADATA = "Metadata-Version: 2.1\nName: ours\nVersion: 1\n"


def test_every_group_is_looked_for():
    assert set(GROUPS) == {RULES, REPORTS, MANUSCRIPTS, EXCHANGE}


@pytest.mark.parametrize("folder", ["ours-1.dist-info", "ours.egg-info"])
@pytest.mark.parametrize("header", ["[argmap.rules]", "[ argmap.rules ]"])
def test_an_installed_addition_is_found(tmp_path, monkeypatch, folder, header):
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "METADATA").write_text(METADATA)
    (tmp_path / folder / "PKG-INFO").write_text(METADATA)
    (tmp_path / folder / "entry_points.txt").write_text(f"{header}\nb = ours:b\na = ours:a\n")
    before = [point.name for point in plugins("argmap.rules")]
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    if header == "[argmap.rules]":
        assert [point.name for point in plugins("argmap.rules")] == sorted([*before, "a", "b"])
        assert has_plugins()
    assert plugins("argmap.exchange") == plugins("argmap.exchange")


def test_an_archive_among_the_places_is_left_to_the_library(tmp_path, monkeypatch):
    (tmp_path / "some.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    before = plugins("argmap.rules")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "some.zip"), str(tmp_path / "missing")])
    assert plugins("argmap.rules") == before


def test_nothing_is_loaded_where_there_is_none(tmp_path):
    code = (
        "import sys; from argmap.model import plugins as p; sys.path[:] = [sys.argv[1]]; "
        "assert not p.has_plugins(); assert 'importlib.metadata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
