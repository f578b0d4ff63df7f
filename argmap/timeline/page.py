"""A timeline as one accessible web page: the picture, and its equal in tables."""

from collections.abc import Iterator

from argmap.draw.figure import Href
from argmap.draw.page import Section, paragraphs, table_html, web_page
from argmap.draw.wrap import xml
from argmap.timeline.picture import timeline_svg
from argmap.timeline.strip import segments
from argmap.timeline.tables import in_time, told_lanes
from argmap.timeline.timeline import LANE_WORDS, Timeline


def timeline_html(shown: Timeline, *, link: Href | None = None) -> str:
    """Make a page.

    Args:
        shown: The timeline.
        link: Kind of record and id to an address.
    """
    figure = (
        '<div class="figure" tabindex="0" role="region" aria-label="Timeline">'
        f"{timeline_svg(shown, link=link)}</div>"
    )
    sections: list[Section] = [
        ("picture", "Picture", figure + paragraphs(f"{line}." for line in told_lanes(shown))),
        ("list", "The same as a table", items_html(shown, link=link)),
    ]
    if shown.strips:
        sections.append(("verdicts", "Verdicts by year", strips_html(shown)))
    return web_page(f"Timeline: {shown.title}", shown.project.settings.title, sections)


def items_html(shown: Timeline, *, link: Href | None = None) -> str:
    """Make the table of all items in time."""
    return table_html("All that the picture shows, in time", ("Date", "What", "Record"), _rows(shown, link))


def _rows(shown: Timeline, link: Href | None) -> Iterator[str]:
    for item in in_time(shown):
        name = f"<code>{xml(item.id)}</code>"
        address = link(item.kind, item.id) if link else None
        name = f'<a href="{xml(address)}">{name}</a>' if address else name
        flags = [
            word
            for word, on in (("approximate", item.span.approximate), ("uncertain", item.span.uncertain))
            if on
        ]
        small = f"<br><small>{', '.join(flags)}</small>" if flags else ""
        note = f" ({xml(item.note)})" if item.note else ""
        yield (
            f"<tr><td>{xml(item.when.text)}{small}</td><td>{LANE_WORDS[item.lane]}{note}</td>"
            f'<th scope="row">{xml(item.text)}<br>{name}</th></tr>\n'
        )


def strips_html(shown: Timeline) -> str:
    """Make the table of verdicts by year."""
    rows = []
    for history in shown.strips:
        told = "<br>".join(
            f"{'at first' if year is None else year}: {verdict.mark} {xml(str(verdict))}"
            for year, verdict in segments(history)
        )
        text = xml(shown.project.claims[history.claim].text)
        rows.append(
            f'<tr><th scope="row">{text}<br><code>{xml(history.claim)}</code></th><td>{told}</td>'
            f"<td>{history.now.mark} {xml(str(history.now))}</td></tr>\n"
        )
    more = f"{shown.more_strips} more claims asked about are not followed." if shown.more_strips else ""
    columns = ("Claim", "By what could be read after that year", "Now")
    return table_html("How verdicts went", columns, rows) + paragraphs([more] if more else [])
