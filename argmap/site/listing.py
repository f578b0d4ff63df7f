"""Long lists of a site: every row on some page, and all rows in shards for the filter."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from argmap.site.addresses import page_number
from argmap.site.figures import Picture
from argmap.site.paging import BUDGET, size
from argmap.site.writer import Made, Writer

SHARD = 200_000
"""Bytes of rows in one shard."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list."""

    html: Markup
    group: str = ""
    """Heading that it stands under."""
    facets: tuple[str, ...] = ()
    """One value for each facet of the list."""


def row(html: Markup, group: str = "", facets: tuple[str, ...] = ()) -> Row:
    """Make a row that carries its facets where the filter finds them.

    Args:
        html: A list item, ``<li data-item…``.
        group: Heading that it stands under.
        facets: One value for each facet of the list.
    """
    told = Markup("").join(Markup(' data-f{}="{}"').format(i, value) for i, value in enumerate(facets))
    return Row(Markup(str(html).replace("<li data-item", f"<li data-item{told}", 1)), group, facets)


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that a list can be filtered by."""

    label: str
    values: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    """What a value reads, where not itself."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A way to a group of the list."""

    title: str
    to: str
    number: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with all that its pages show."""

    name: str
    """Also the name of its page, without ``.html``."""
    rows: Sequence[Row]
    facets: tuple[Facet, ...] = ()
    what: str = "rows"
    columns: str = "rows"
    """Class of its rows."""
    figure: Picture | None = None
    """Shown above the list."""


def write_listing(writer: Writer, listing: Listing, template: str, **values: Any) -> Made:
    """Write the pages of a list."""
    page = f"{listing.name}.html"
    cut = [list(listing.rows)] if writer.single else _pages(listing)
    addresses = [page_number(page, number) for number in range(1, len(cut) + 1)]
    anchors = {group: f"group_{n}" for n, group in enumerate(dict.fromkeys(r.group for r in listing.rows))}
    jumps = list(_jumps(cut, addresses, anchors))
    shards = [] if len(cut) == 1 else [name for name, _ in _shards(listing)]
    first: set[str] = set()
    for number, rows in enumerate(cut, 1):
        groups = _groups(rows)
        starting = {title for title, _ in groups} - first
        first |= starting
        here = addresses[number - 1]
        yield (
            here,
            writer.page(
                here,
                template if number == 1 else "list.html",
                listing=listing,
                groups=groups,
                anchors={title: anchors[title] for title in starting},
                jumps=jumps,
                pages=addresses,
                number=number,
                total=len(listing.rows),
                shards=shards,
                figure=listing.figure,
                **values,
            ),
        )


def listing_shards(listing: Listing) -> dict[str, bytes]:
    """Give the shards of a list that takes more than one page; the filter loads them."""
    return dict(_shards(listing)) if len(_pages(listing)) > 1 else {}


def _shards(listing: Listing) -> Iterator[tuple[str, bytes]]:
    for number, rows in enumerate(_cut(listing.rows, SHARD)):
        told = json.dumps([row.html for row in rows], ensure_ascii=False, separators=(",", ":"))
        told = told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        script = f'argmap.add.rows("{listing.name}",{number},{told});\n'
        yield f"rows/{listing.name}_{number}.js", script.encode("utf-8", "replace")


def _pages(listing: Listing) -> list[list[Row]]:
    """Cut a list into pages; the figure takes its share of the first."""
    taken = size(listing.figure.svg) if listing.figure else 0
    return _cut(listing.rows, BUDGET, max(BUDGET // 5, BUDGET - taken))


def _cut(rows: Sequence[Row], budget: int, first: int | None = None) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    left = budget if first is None else first
    for row in rows:
        weight = size(row.html) + 40
        if weight > left and pages[-1]:
            pages.append([])
            left = budget
        pages[-1].append(row)
        left -= weight
    return pages


def _groups(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Gather neighbouring rows of one group."""
    groups: list[tuple[str, list[Row]]] = []
    for row in rows:
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        groups[-1][1].append(row)
    return groups


def _jumps(cut: list[list[Row]], addresses: list[str], anchors: Mapping[str, str]) -> Iterator[Jump]:
    counts: dict[str, int] = {}
    start: dict[str, str] = {}
    for rows, page in zip(cut, addresses, strict=True):
        for row in rows:
            counts[row.group] = counts.get(row.group, 0) + 1
            start.setdefault(row.group, page)
    for group, number in counts.items():
        if group:
            yield Jump(group, f"{start[group]}#{anchors[group]}", number)
