"""Where each record stands on the site: addresses that are safe whatever its id is.

Addresses are relative to the top of the site and use forward slashes.
"""

import hashlib
import posixpath
import re

_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 80
_TAKEN = frozenset(
    {"index", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that a web server or Windows keeps for itself."""

_PAGES = {
    "evidence": "evidence/index.html",
    "sources": "sources.html",
    "schools": "schools.html",
    "scholars": "schools.html",
    "parts": "outline.html",
    "rules": "findings.html",
}
"""Kinds of thing that share a page, each under an anchor of its own."""


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
    """Give the address of a record (or part, or rule).

    Examples:
        >>> address("claims", "a"), address("evidence", "b")
        ('claims/a.html', 'evidence/index.html#b')
    """
    name = safe_name(key)
    if kind == "claims":
        return f"claims/{name}.html"
    anchor = f"part_{name}" if kind == "parts" else name
    return f"{_PAGES[kind]}#{anchor}"


def anchor(kind: str, key: str) -> str:
    """Give the anchor of a record on the page that it shares with others."""
    return address(kind, key).partition("#")[2]


def relative(here: str, target: str) -> str:
    """Give the way from one page of the site to another address on it.

    Examples:
        >>> relative("claims/a.html", "evidence/index.html#b"), relative("index.html", "style.css")
        ('../evidence/index.html#b', 'style.css')
        >>> relative("claims/a.html", "claims/a.html#for")
        '#for'
    """
    page, mark, fragment = target.partition("#")
    if page == here and mark:
        return f"#{fragment}"
    way = posixpath.relpath(page, posixpath.dirname(here) or ".")
    return f"{way}{mark}{fragment}"
