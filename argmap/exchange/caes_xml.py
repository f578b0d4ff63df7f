"""What the XML formats of the earlier Carneades programs share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.exchange.caes import NOT, CaesGraph, Issue, Statement, negation
from argmap.exchange.texts import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: "_Element") -> str:
    """Give an element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "_Element | None", *path: str) -> Iterator["_Element"]:
    """Give the elements under a path of local names; none where the start is missing."""
    found = [] if element is None else [element]
    for name in path:
        found = [child for each in found for child in each if local(child) == name]
    yield from found


def first(element: "_Element | None", *path: str) -> "_Element | None":
    """Give the first element under a path of local names, or None."""
    return next(children(element, *path), None)


def said(element: "_Element | None") -> str:
    """Give the text in an element as one line."""
    return one_line("".join(map(str, element.itertext()))) if element is not None else ""


def number(element: "_Element", name: str) -> float | None:
    """Give a number from 0 to 1 in an attribute, or None."""
    try:
        value = float(str(element.get(name, "")))
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None


def complement(graph: CaesGraph, name: str) -> str:
    """Give the negation of a statement, made where it is missing."""
    other = negation(name)
    if other not in graph.statements:
        text = graph.statements[name].text if name in graph.statements else name
        graph.statements[other] = Statement(other, NOT + text)
    return other


def set_at_issue(graph: CaesGraph, standards: dict[str, str | None]) -> None:
    """Make an issue of every statement and its negation; alone, its standard has no rival to beat."""
    for name in list(graph.statements):
        if not name.startswith(NOT) and NOT + name in graph.statements:
            key = f"i{len(graph.issues) + 1}"
            graph.issues[key] = Issue(key, [name, NOT + name], standards.get(name))
