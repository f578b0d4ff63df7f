"""The words of TEI elements: one reading of every choice, without notes and deletions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.exchange.texts import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SILENT = frozenset({"note", "del", "pb", "fw", "figDesc", "teiHeader", "surplus"})
_SECOND = frozenset({"sic", "orig", "abbr"})
_APART = frozenset({"lb", "p", "l", "ab", "head", "item", "cell", "row", "div", "lg", "milestone", "cb"})


def local(element: "_Element") -> str:
    """Give the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def id_of(element: "_Element") -> str:
    """Give the id of an element, as P5 or as P4 writes it; empty where it has none."""
    return (element.get(_ID) or element.get("id") or "").strip()


def pointed(element: "_Element", *names: str) -> list[str]:
    """Give the ids inside the file that attributes of an element point to.

    Args:
        element: The element.
        names: The attributes, e.g. ``target``; each may hold several pointers.
    """
    found = (p for name in names for p in (element.get(name) or "").split())
    return [pointer[1:] for pointer in found if pointer.startswith("#") and len(pointer) > 1]


def inside(element: "_Element", *names: str) -> Iterator["_Element"]:
    """Give the elements of those names below one, in order."""
    for each in element.iter():
        if each is not element and local(each) in names:
            yield each


def first(element: "_Element", *names: str) -> "_Element | None":
    """Give the first element of those names below one."""
    return next(inside(element, *names), None)


def above(element: "_Element", *names: str) -> "_Element | None":
    """Give the nearest element of those names that holds one."""
    return next((each for each in element.iterancestors() if local(each) in names), None)


def words(element: "_Element | None") -> str:
    """Give the words of an element on one line."""
    return one_line("".join(_pieces(element))) if element is not None else ""


def _pieces(element: "_Element") -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "choice":
            kept = [each for each in child if local(each) not in _SECOND] or list(child)
            yield from _pieces(kept[0]) if kept else ()
        elif name in ("lb", "pb", "cb") and child.get("break") == "no":
            pass
        elif name in _SILENT:
            yield " " if name == "pb" else ""
        elif name:
            apart = " " if name in _APART else ""
            yield apart
            yield from _pieces(child)
            yield apart
        yield child.tail or ""
