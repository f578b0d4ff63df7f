"""Paths that lead out of the project."""

import re
from collections.abc import Iterator

from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity
from argmap.model.pattern import pattern
from argmap.rules.case import Case
from argmap.rules.registry import project_rule

_ABSOLUTE = pattern(r"/|~|\\\\|[A-Za-z]:[\\/]|file:", re.IGNORECASE)
_UPWARDS = pattern(r"(?:^|[\\/])\.\.(?:[\\/]|$)")


@project_rule("path-outside-project", family="files", severity=Severity.WARNING)
def path_outside_project(case: Case) -> Iterator[Finding]:
    """A path leads out of the project.

    It holds on one machine only, may tell more of that machine than was meant, and is dead in every copy of
    the map. Put the file into the project, or name its place in ``argmap.local.toml``, which stays at home.
    Looked at are ``manuscripts`` in ``argmap.toml`` and the addresses of sources.

    Found in::

        settings: |
          manuscripts = ["../drafts/thesis.txt"]
        claims:
          attack-first: {text: The North attacked first.}

    Not in::

        settings: |
          manuscripts = ["thesis.txt"]
        claims:
          attack-first: {text: The North attacked first.}
    """
    for name in case.project.settings.manuscripts:
        if leads_out(name):
            yield Finding(
                f"the manuscript '{shown(name)}' lies outside the project",
                case.setting("manuscripts"),
                help="name its place in argmap.local.toml, and its title here",
            )
    for key, source in case.project.sources.items():
        address = (source.csl or {}).get("URL")
        if isinstance(address, str) and leads_out(address.strip()):
            yield Finding(
                f"the address of source '{shown(key)}' is a path on one machine: {shown(address)}",
                case.project.spot("sources", key, "URL"),
                (key,),
                "name a public address, or the place of the text in argmap.local.toml",
            )


def leads_out(path: str) -> bool:
    """Tell whether a path is absolute, or climbs above where it starts.

    Examples:
        >>> [leads_out(path) for path in ("thesis.txt", "a/../thesis.txt", "C:/thesis.txt", "/thesis.txt")]
        [False, False, True, True]
    """
    if _ABSOLUTE.match(path):
        return True
    if not _UPWARDS.search(path) or "://" in path:
        return False
    depth = 0
    for piece in re.split(r"[\\/]", path):
        depth += {"..": -1, ".": 0, "": 0}.get(piece, 1)
        if depth < 0:
            return True
    return False
