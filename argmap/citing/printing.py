"""Records of a project printed in a style, whether ours or a file of the Citation Style Language."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from argmap.citing.bibliography import GROUPS, bibliography, group_of
from argmap.citing.citation import Citer
from argmap.citing.manual import MANUALS, Manual
from argmap.citing.marked import Marked
from argmap.citing.places import Place
from argmap.model.errors import UnknownNameError
from argmap.model.project import Project


@dataclass(frozen=True, slots=True)
class Printed:
    """One record as a style prints it; what the style has not is None."""

    id: str
    note: Marked | None = None
    short: Marked | None = None
    entry: Marked | None = None
    group: str = ""
    """The heading it stands under in a grouped bibliography."""

    def form(self, name: str) -> Marked | None:
        """Give its ``note``, ``short`` note or ``entry``."""
        found: Marked | None = getattr(self, name)
        return found


def manual_of(style: str) -> Manual:
    """Find an edition of the Chicago Manual by name.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    if style not in MANUALS:
        raise UnknownNameError("style", style, MANUALS)
    return MANUALS[style]


def printed(project: Project, keys: Iterable[str], style: str | Path = "chicago") -> list[Printed]:
    """Print sources and evidence in all their forms.

    Args:
        project: The project.
        keys: Ids of sources or evidence.
        style: ``chicago``, ``chicago-17``, or a file of the Citation Style Language.

    Raises:
        UnknownIdError: If there is neither source nor evidence of an id.
        UnknownNameError: If there is no such style.
        ArgmapError: If pandoc is missing or fails.
    """
    if isinstance(style, str):
        citer = Citer(project, manual_of(style))
        cited = (citer.cite(key) for key in keys)
        return [Printed(each.id, each.note, each.short, each.entry) for each in cited]
    from argmap.citing.pandoc import styled

    citer, keys = Citer(project), list(keys)
    found = styled([citer.placed(key) for key in keys], style)
    return [Printed(key, found.notes.get(key), found.shorts.get(key), found.entries.get(key)) for key in keys]


def entries_of(
    project: Project, style: str | Path = "chicago", *, grouped: bool = False, dashes: bool = True
) -> list[Printed]:
    """Print the whole bibliography, sorted.

    Args:
        project: The project.
        style: ``chicago``, ``chicago-17``, or a file of the Citation Style Language.
        grouped: Whether primary sources stand apart, by kind.
        dashes: Whether names that repeat become a dash, in our own styles.

    Raises:
        UnknownNameError: If there is no such style.
        ArgmapError: If pandoc is missing or fails.
    """
    if isinstance(style, str):
        manual = manual_of(style)
        works = Citer(project, manual).works.values()
        listed = bibliography(works, manual, dashes=dashes, grouped=grouped)
        return [Printed(each.key, entry=each.text, group=each.group) for each in listed]
    from argmap.citing.pandoc import styled

    by_key = Citer(project).works
    entries = styled([(work, Place()) for work in by_key.values()], style).entries
    lines = [
        Printed(key, entry=entry, group=GROUPS[group_of(by_key[key])] if grouped else "")
        for key, entry in entries.items()
    ]
    return sorted(lines, key=lambda line: GROUPS.index(line.group)) if grouped else lines
