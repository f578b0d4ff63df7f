"""Makes ``site_pages`` importable: a folder called ``site`` cannot be, for the standard library's module."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site on disk, and beside it the same in one file, ``alone.html``."""
    from browsed import an_argument
    from site_pages import single_of, site_of

    from argmap.site.build import write_site

    folder = tmp_path_factory.mktemp("site")
    write_site(folder, site_of(an_argument()))
    (folder / "alone.html").write_bytes(single_of(an_argument()))
    return folder


@pytest.fixture(scope="module")
def browser() -> Any:
    """A real browser, one at a time: while it runs, nothing else in this process may loop over events."""
    from browsers import chromium

    with chromium() as found:
        yield found
