"""Where each record stands on the site: addresses that are safe whatever its id is.

Addresses are relative to the top of the site, use forward slashes and lie at most one folder down.
"""

import hashlib
import re
from collections.abc import Callable

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80
_TAKEN = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that a web server or Windows keeps for itself."""

FOLDERS = ("claims", "evidence", "sources", "schools", "scholars", "events", "parts", "rules")
"""Kinds of thing that have a page each."""

Links = Callable[[str], str]
"""Writes an address of the site as a link on the page at hand."""


def safe_name(key: str) -> str:
    """Make an id fit for a file name, an anchor and an address.

    A short slug stays as it is. Of anything else what can be read is kept, with a hash behind an
    underscore, so that two ids never meet, not even where case does not count.

    Examples:
        >>> safe_name("mao-offer-1950"), safe_name("Kim & Söhne/1950")
        ('mao-offer-1950', 'kim-s-hne-1950_1b6804ed16')
    """
    if len(key) <= _LONGEST and key not in _TAKEN and _PLAIN.fullmatch(key):
        return key
    readable = re.sub(r"[^a-z0-9]+", "-", key.lower())[:40].strip("-")
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{readable or 'x'}_{digest}"


def address(kind: str, key: str) -> str:
    """Give the address of a record, a part or a rule.

    Examples:
        >>> address("claims", "a"), address("evidence", "b")
        ('claims/a.html', 'evidence/b.html')
    """
    return f"{kind}/{safe_name(key)}.html"


def page_number(page: str, number: int) -> str:
    """Give the address of the later pages of a list or a record.

    Examples:
        >>> page_number("evidence.html", 1), page_number("claims/a.html", 2)
        ('evidence.html', 'claims/a_2.html')
    """
    return page if number == 1 else f"{page.removesuffix('.html')}_{number}.html"


def main_page(page: str) -> str:
    """Give the address of the first page of what a later page may belong to.

    Examples:
        >>> main_page("claims/a_2.html"), main_page("claims/a.html")
        ('claims/a.html', 'claims/a.html')
    """
    return re.sub(r"_[0-9]+\.html$", ".html", page)


def top(here: str) -> str:
    """Give the way from a page to the top of the site.

    Examples:
        >>> top("index.html"), top("claims/a.html")
        ('', '../')
    """
    return "../" if "/" in here else ""


def links_from(here: str) -> Links:
    """Link as pages in folders do: relatively.

    Examples:
        >>> links_from("claims/a.html")("evidence/b.html#uses")
        '../evidence/b.html#uses'
    """
    return top(here).__add__


def link_inside(target: str) -> str:
    """Link as a site in one file does: to an anchor.

    Examples:
        >>> link_inside("claims/a.html"), link_inside("claims/a.html#for"), link_inside("index.html")
        ('#claims.a', '#claims.a.for', '#index')
    """
    page, _, fragment = target.partition("#")
    return "#" + page_id(page) + (f".{fragment}" if fragment else "")


def page_id(page: str) -> str:
    """Give the id under which a page stands in a site of one file.

    Examples:
        >>> page_id("claims/a.html")
        'claims.a'
    """
    return page.removesuffix(".html").replace("/", ".")
