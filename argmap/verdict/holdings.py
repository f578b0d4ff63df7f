"""What can be lost: evidence by itself, or all of one source, archive or person at once."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from argmap.model.errors import UnknownNameError
from argmap.model.project import Project

Holder = Literal["evidence", "source", "archive", "person"]
HOLDERS: tuple[Holder, ...] = get_args(Holder)


def holdings(project: Project, by: str) -> dict[str, tuple[str, ...]]:
    """Tell which evidence goes if something is lost.

    Evidence made by several persons goes with any one of them. Archives are one whatever the case
    of their letters, under the spelling of the first source by id.

    Args:
        project: The argument.
        by: ``evidence``, ``source``, ``archive`` or ``person``.

    Returns:
        Name of what is lost to ids of evidence, both sorted; evidence that nobody holds is in none.

    Raises:
        UnknownNameError: If things are not lost by that.
    """
    if by not in HOLDERS:
        raise UnknownNameError("kind of loss", by, HOLDERS)
    spelt: dict[str, str] = {}
    for source in project.sources.values():
        if source.archive:
            spelt.setdefault(source.archive.casefold(), source.archive)
    found: dict[str, list[str]] = {}
    for key in project.evidence:
        for name in _holders(project, key, by, spelt):
            found.setdefault(name, []).append(key)
    return {name: tuple(found[name]) for name in sorted(found)}


def _holders(project: Project, key: str, by: str, spelt: Mapping[str, str]) -> Iterable[str]:
    item = project.evidence[key]
    if by == "evidence":
        return (key,)
    if by == "person":
        return dict.fromkeys(item.by)
    if item.source is None:
        return ()
    if by == "source":
        return (item.source,)
    source = project.sources.get(item.source)
    return (spelt[source.archive.casefold()],) if source and source.archive else ()
