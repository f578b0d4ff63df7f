"""Following what is saved: news for those who listen, and the places in an editor."""

import asyncio
import gc
import threading
import time
import weakref
from pathlib import Path

import pytest

from argmap.model.errors import ArgmapError, UnknownNameError
from argmap.model.finding import Finding, Place, Spot
from argmap.serve import engine as engine_module
from argmap.serve.editors import EDITORS, editor_link
from argmap.serve.engine import Engine
from argmap.serve.events import Events
from argmap.serve.live_catalogue import LiveCatalogue, OnDemand
from argmap.site.catalogue import Catalogue

PLACED = Finding("m", Spot("claims/a b.yaml"), place=Place("claims/a b.yaml", 3, 5, 3, 9))


def wait_until(true, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def test_a_save_is_read_and_then_audited(engine, town):
    engine.start()
    wait_until(lambda: engine.snapshot.is_checked)
    number = engine.snapshot.number

    # until the watch is set up a save may go unseen, so that it is repeated
    def saved() -> bool:
        (town / "claims/new.yaml").write_text("claims: {new: {text: Something new.}}\n", "utf-8")
        return "new" in engine.snapshot.judgement.project.claims

    wait_until(saved)
    wait_until(lambda: engine.snapshot.is_checked)
    assert engine.snapshot.number > number
    assert any("new" in finding.subjects for finding in engine.snapshot.audit.findings)


def test_what_was_known_before_a_save_goes_without_a_collector(engine, town):
    def look() -> weakref.ref[object]:
        for page in ("index.html", "outline.html", "claims/miller-burnt-it.html", "comparison.html"):
            engine.pages.get(page)
        return weakref.ref(engine.pages.catalogue)

    gc.collect()
    gc.disable()
    try:
        known = [look()]
        for number in range(3):
            text = f"claims: {{new: {{text: Something new {number}.}}}}\n"
            (town / "claims/new.yaml").write_text(text, "utf-8")
            engine.reread()
            known.append(look())
            engine.audit()
            known.append(look())
        assert [each() is None for each in known] == [True] * 6 + [False]
    finally:
        gc.enable()


def test_templates_of_pages_long_gone_are_put_away(engine, monkeypatch):
    collected = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(engine.snapshot.number))
    monkeypatch.setattr(engine_module, "TIDIED", 3)
    for _ in range(6):
        engine.reread()
        engine.audit()
    assert len(collected) == 2


def test_stopping_leaves_no_thread(town):
    before = set(threading.enumerate())
    engine = Engine(town, editor_link(town, "none"))
    engine.start()
    engine.stop()
    assert set(threading.enumerate()) <= before


def test_without_a_watch_only_the_audit_runs(engine):
    engine.start(watch=False)
    wait_until(lambda: engine.snapshot.is_checked)


def test_an_audit_that_a_save_overtakes_is_not_shown(engine, monkeypatch):
    from argmap.serve import engine as module

    real = module.with_findings

    def slow(snapshot):
        engine.reread()
        return real(snapshot)

    monkeypatch.setattr(module, "with_findings", slow)
    engine.audit()
    assert not engine.snapshot.is_checked
    monkeypatch.setattr(module, "with_findings", real)
    engine.audit()
    assert engine.snapshot.is_checked


def test_listeners_hear_news_from_any_thread_until_they_are_sent_home():
    events = Events()

    async def heard() -> list[str]:
        found = []
        async for news in events.listen("first"):
            found.append(news)
            work = events.close if len(found) == 2 else lambda: events.tell("second")
            threading.Thread(target=work).start()
        return found

    assert asyncio.run(asyncio.wait_for(heard(), 10)) == ["retry: 1000\ndata: first\n\n", "data: second\n\n"]
    assert len(events) == 0


def test_a_line_keeps_the_connection_alive(monkeypatch):
    from argmap.serve import events as module

    monkeypatch.setattr(module, "ALIVE", 0.01)
    events = Events()

    async def second() -> str:
        listening = events.listen("first")
        await anext(listening)
        line = await anext(listening)
        await listening.aclose()
        return line

    assert asyncio.run(second()).startswith(":")
    assert len(events) == 0


@pytest.mark.parametrize("editor", sorted(set(EDITORS) - {"none"}))
def test_every_editor_opens_the_file_at_its_line(editor, tmp_path):
    link = editor_link(tmp_path, editor)(PLACED)
    assert "claims/a%20b.yaml" in link
    assert "3" in link.rpartition("yaml")[2]
    assert not link.startswith("http")


def test_the_address_for_vscode_is_the_one_it_documents():
    assert editor_link(Path("/home/me"), "vscode")(PLACED) == "vscode://file/home/me/claims/a%20b.yaml:3:5"


def test_an_address_of_ones_own_is_filled_in():
    link = editor_link(Path("/p"), "ed://open?f={path}&l={line}")
    assert link(PLACED) == "ed://open?f=/p/claims/a%20b.yaml&l=3"
    assert link(Finding("m", Spot("claims/x{line}.yaml"))) == "ed://open?f=/p/claims/x%7Bline%7D.yaml&l=1"


def test_no_editor_gives_no_link():
    assert editor_link(Path("/p"), "none")(PLACED) == ""
    assert editor_link(Path("/p"), "vscode")(Finding("m", Spot(""))) == ""


@pytest.mark.parametrize(
    "template",
    [
        "javascript://{path}",
        "JavaScript:{path}",
        "data:{path}",
        "https://evil.example/{path}",
        "{path}",
        "ed://open",
        "ed://{line}",
        "ed://{path}{evil}",
        "ed://{path.__class__}",
        " ed://{path}",
    ],
)
def test_addresses_that_are_none_of_an_editor_are_refused(template):
    with pytest.raises(ArgmapError):
        editor_link(Path("/p"), template)


def test_an_editor_nobody_knows_is_told_with_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean 'vscode'"):
        editor_link(Path("/p"), "vscod")


def test_what_is_worked_out_for_one_is_what_is_worked_out_for_all(engine):
    snapshot = engine.snapshot
    live, whole = (kind(snapshot.audit, snapshot.judgement) for kind in (LiveCatalogue, Catalogue))
    for key in snapshot.judgement.project.claims:
        assert live.histories[key] == whole.histories[key]
        assert live.fragile[key].losses == whole.fragile[key].losses
        assert live.fragile[key].verdict == whole.fragile[key].verdict
    for school, judgement in whole.before.items():
        assert live.before[school].verdicts == judgement.verdicts
    assert dict(live.histories.items()) == whole.histories
    assert live.hanging == whole.hanging


def test_keys_that_there_are_not_are_refused():
    made = OnDemand({"a": 1}, str.upper, lambda: {"a": "whole"})
    assert made["a"] == "A"
    assert "b" not in made
    assert (len(made), list(made), list(made.values())) == (1, ["a"], ["whole"])
