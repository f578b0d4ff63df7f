"""Addresses that carry more than the way to a page."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule

_TRACKING = pattern(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref_src|phpsessid|jsessionid|sessionid",
    re.IGNORECASE,
)
_IN_PATH = pattern(r";(jsessionid|phpsessid)=", re.IGNORECASE)
_SHORT = frozenset({"bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "rb.gy"})


@project_rule("tracking-address", family="citations", severity=Severity.NOTE)
def tracking_address(case: Case) -> Iterator[Finding]:
    """The address of an entry carries tracking parts, or is a short form.

    What follows ``utm_source=`` or ``jsessionid=`` tells how somebody came to the page and no longer works
    for others; a shortened address hides where it leads and dies with the service. Give the plain address.

    Found in::

        sources:
          order: {type: webpage, title: The Order, URL: "https://example.org/d/35?utm_source=mail"}

    Not in::

        sources:
          order: {type: webpage, title: The Order, URL: "https://example.org/d/35"}
    """
    for key, source in case.project.sources.items():
        address = (source.csl or {}).get("URL")
        if not isinstance(address, str) or not (told := _fault(address.strip())):
            continue
        yield Finding(
            f"the address of source '{shown(key)}' {told}: {shown(address.strip())}",
            case.project.spot("sources", key, "URL"),
            (key,),
            "give the plain address of the page",
        )


def _fault(address: str) -> str | None:
    """Say what an address carries beyond the way to a page, or None."""
    try:
        parts = urlsplit(address)
        names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=1000)]
    except ValueError:
        return None
    if (parts.hostname or "").removeprefix("www.") in _SHORT:
        return "is a short form of another"
    found = [name for name in names if _TRACKING.fullmatch(name)] + _IN_PATH.findall(parts.path)
    return f"carries {named(found)}" if found else None
