import shutil
import subprocess
import sys

import pytest

from argmap.draw import draw, engine
from argmap.model.errors import DrawingError


def test_the_engine_is_found_without_a_path(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "graphviz-pure" in engine.find_engine()


def test_the_engine_is_found_through_its_package(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "graphviz-pure" in engine.find_engine()


def test_a_missing_engine_is_one_clear_error(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    monkeypatch.setattr(engine, "_installed", lambda name: None)
    with pytest.raises(DrawingError, match="pip install graphviz-pure"):
        engine.find_engine()


def test_a_missing_system_engine_is_named(granary):
    with pytest.raises(DrawingError, match="no program 'no-such-dot'"):
        draw(granary, claim="council-burned-it", engine="no-such-dot").svg()


@pytest.mark.skipif(shutil.which("dot") is None, reason="no system Graphviz here")
def test_the_system_engine_serves_as_well(granary):
    drawing = draw(granary, claim="council-burned-it", engine="dot")
    assert drawing.layout.nodes.keys() == draw(granary, claim="council-burned-it").layout.nodes.keys()


def test_broken_input_is_one_clear_error():
    with pytest.raises(DrawingError, match="the layout failed"):
        engine.rank(["digraph {"])


def test_output_that_is_no_layout_is_one_clear_error(monkeypatch):
    monkeypatch.setattr(engine, "_run", lambda *_: "not json")
    with pytest.raises(DrawingError, match="cannot be read"):
        engine.rank(["digraph {}"])


def test_a_slow_layout_is_hurried_then_given_up(monkeypatch):
    calls = []

    def slow(program, text, options, limit):
        calls.append(options)
        raise subprocess.TimeoutExpired(program, limit)

    monkeypatch.setattr(engine, "_run", slow)
    with pytest.raises(DrawingError, match="took longer than 30 seconds"):
        engine.rank(["digraph {}"])
    assert calls == [(), engine._HURRY]


@pytest.mark.parametrize(("nodes", "links"), [(5000, 4001), (50, 151)])
def test_too_many_links_are_refused(nodes, links):
    with pytest.raises(DrawingError, match="draw one part, one claim"):
        engine.guard(nodes, links)


def test_a_fair_figure_passes_the_guard():
    engine.guard(30, 60)
    engine.guard(10, 100)


def test_many_graphs_go_through_one_process():
    found = engine.rank(["digraph { a -> b [id=e0] }", 'digraph { rankdir=RL "c" }'])
    assert [sorted(ranking.nodes) for ranking in found] == [["a", "b"], ["c"]]
    assert len(found[0].ways[0]) >= 4
