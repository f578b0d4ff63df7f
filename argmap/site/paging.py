"""Lists that may be long: sections of rows, cut into pages none of which is heavy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

BUDGET = 150_000
"""Bytes of rows on one page; with the head of a page and its figure that stays below 300 KB."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a list below it."""

    id: str
    title: str
    rows: tuple[Markup, ...] = ()
    shape: str = "uses"
    """Class of the list; ``arguments`` are numbered, ``table`` makes a table."""
    intro: str = ""
    """HTML above the list, as ``Markup``."""
    columns: tuple[str, ...] = ()
    """Headings, for a table."""
    empty: str = ""
    """What stands where there are no rows; without it, the section is left out."""
    total: int | None = None
    """How many rows there are on all pages."""
    head: bool = True
    """Whether the heading and the intro have still to be shown."""

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.rows or self.empty or self.intro)


def size(text: str) -> int:
    """Give the size of a text in bytes."""
    return len(text.encode("utf-8", "replace"))


def cut_rows(rows: Iterable[str], budget: int = BUDGET) -> list[list[str]]:
    """Cut rows into pages, each as full as its budget allows and never empty.

    Examples:
        >>> cut_rows(["aaa", "bb", "cccc", "d"], 5)
        [['aaa', 'bb'], ['cccc', 'd']]
    """
    pages: list[list[str]] = [[]]
    left = budget
    for row in rows:
        weight = size(row)
        if weight > left and pages[-1]:
            pages.append([])
            left = budget
        pages[-1].append(row)
        left -= weight
    return pages


def cut_sections(sections: Sequence[Section], budget: int = BUDGET) -> list[list[Section]]:
    """Cut sections into pages; one that does not fit goes on where it left off."""
    pages: list[list[Section]] = [[]]
    left = budget
    for whole in sections:
        if not whole.shown:
            continue
        section = replace(whole, total=len(whole.rows))
        rows: list[Markup] = []
        left -= size(section.intro)
        for row in section.rows:
            weight = size(row)
            if weight > left and (rows or pages[-1]):
                if rows:
                    pages[-1].append(replace(section, rows=tuple(rows)))
                    section = replace(section, head=False, intro="")
                pages.append([])
                rows, left = [], budget
            rows.append(row)
            left -= weight
        pages[-1].append(replace(section, rows=tuple(rows)))
    return pages
