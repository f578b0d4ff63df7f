"""A real browser for tests of the site: Debian's Chromium through playwright, or a skip that says why."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")


@contextmanager
def chromium() -> Iterator[Any]:
    """Start the browser of this machine; skip the tests where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright on this machine")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as api:
        browser = api.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def opened(browser: Any, file: Path, **options: Any) -> Any:
    """Open a page in a context of its own; whatever it complains of is collected in ``page.faults``."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.goto(file.as_uri())
    return page


def until(page: Any, expression: str, arg: Any = None) -> None:
    """Wait until an expression holds on a page whose policy forbids the page itself to evaluate one."""
    for _ in range(600):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never so: {expression}")


def named_nodes(page: Any) -> list[tuple[str, str]]:
    """Give role and name of every node of the accessibility tree that is not ignored."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [
        (node.get("role", {}).get("value", ""), node.get("name", {}).get("value", ""))
        for node in tree["nodes"]
        if not node.get("ignored")
    ]
