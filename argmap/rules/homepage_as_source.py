"""Addresses that lead to a front door."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_DOORS = frozenset({"", "index.html", "index.htm", "index.php", "home", "default.aspx", "en", "main"})
_WHOLE = frozenset({"dataset", "software", "periodical", "collection"})
"""CSL types of which the home page is the work."""


@project_rule("homepage-as-source", family="citations", severity=Severity.NOTE)
def homepage_as_source(case: Case) -> Iterator[Finding]:
    """The address of an entry is a home page.

    Nobody finds the work from there, and what a home page shows tomorrow is something else. Give the address
    of the page itself, best a lasting one (a DOI, a handle, an archived copy). Entries for a whole
    periodical, collection, dataset or program are passed over.

    Found in::

        sources:
          border-archive: {type: webpage, title: The Telegram of 3 May, URL: "https://archive.example.org/"}

    Not in::

        sources:
          border-archive: {type: webpage, title: The Telegram of 3 May, URL: "https://archive.example.org/d/35"}
    """
    for key, source in case.project.sources.items():
        address = (source.csl or {}).get("URL")
        if source.type not in _WHOLE and isinstance(address, str) and is_homepage(address):
            yield Finding(
                f"the address of source '{shown(key)}' is a home page: {shown(address.strip())}",
                case.project.spot("sources", key, "URL"),
                (key,),
                "give the address of the page itself",
            )


def is_homepage(address: str) -> bool:
    """Tell whether an address leads to a site and no further.

    Examples:
        >>> [is_homepage(text) for text in ("example.org", "https://example.org/en/", "https://example.org/?p=3")]
        [True, True, False]
    """
    text = address.strip()
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
    except ValueError:
        return False
    if parts.scheme not in ("", "http", "https") or "." not in parts.netloc:
        return False
    return parts.path.strip("/").lower() in _DOORS and not parts.query and not parts.fragment
