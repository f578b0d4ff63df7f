"""A real browser on a real server: a save is shown by itself, and the reader stays where he was."""

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from browsers import chromium
from real_server import served


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def town(project):
    claims = "".join(f"  c{n}: {{text: Claim number {n} is so., part: I, for: [e]}}\n" for n in range(60))
    return project(
        {
            "argmap.toml": 'title = "Town"\n[parts]\nI = "The fire"\n',
            "claims/a.yaml": f"claims:\n{claims}",
            "evidence/e.yaml": "evidence: {e: {shows: A roll lists it., form: record}}\n",
        }
    )


def opened_at(browser: Any, port: int, path: str) -> Any:
    page = browser.new_context(viewport={"width": 1000, "height": 500}).new_page()
    page.set_default_timeout(30_000)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.goto(f"http://127.0.0.1:{port}/{path}")
    return page


def until(page: Any, script: str) -> None:
    """Wait for something to be true on the page; the policy allows no script to wait in the page itself."""
    end = time.monotonic() + 30
    while True:
        with suppress(Exception):  # the page is just being loaded anew
            if page.evaluate(script):
                return
        assert time.monotonic() < end, script
        page.wait_for_timeout(50)


def until_checked(page: Any) -> None:
    until(page, "fetch('/api/check').then((answer) => answer.ok)")


def test_a_save_is_shown_where_the_reader_was(town, browser):
    with served(town) as (port, _):
        page = opened_at(browser, port, "evidence/e.html")
        until_checked(page)
        page.wait_for_timeout(600)
        page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
        at = page.evaluate("scrollY")
        assert at > 300
        file = town / "claims/a.yaml"
        file.write_text(
            file.read_text("utf-8").replace("Claim number 30 is so.", "Claim thirty is not."), "utf-8"
        )
        until(page, "document.body.textContent.includes('Claim thirty is not.')")
        until(page, f"Math.abs(scrollY - {at}) < 40")  # the findings that follow may load it once more
        assert page.faults == []


def test_a_file_broken_while_writing_is_told_with_a_link_to_the_editor(town, browser):
    with served(town) as (port, _):
        page = opened_at(browser, port, "claims/c1.html")
        until_checked(page)
        file = town / "claims/a.yaml"
        text = file.read_text("utf-8")
        file.write_text(text + "  c9: {text: 'never closed\n", "utf-8")
        until(page, "document.body.textContent.includes('cannot be read as saved')")
        link = page.locator("a[href^='vscode://file/']").first
        assert "claims/a.yaml" in link.text_content()
        assert "Claim number 1 is so." in page.text_content("main")
        file.write_text(text, "utf-8")
        until(page, "!document.body.textContent.includes('cannot be read as saved')")
        assert page.faults == []


def test_search_and_filter_work_under_the_strict_policy(town, browser):
    with served(town, "--no-watch") as (port, _):
        page = opened_at(browser, port, "search.html#q=number+30")
        until(page, "document.querySelector('[data-hits]').textContent.includes('number 30')")
        page.goto(f"http://127.0.0.1:{port}/findings.html")
        page.wait_for_selector("form[data-filter]")
        assert page.faults == []
