"""A timeline as lines and tables: for terminals, spreadsheets and those who cannot see the picture."""

from collections.abc import Iterator, Sequence

from argmap.timeline.axis import told_day
from argmap.timeline.strip import segments
from argmap.timeline.timeline import LANE_TITLES, LANE_WORDS, Item, Timeline


def in_time(shown: Timeline) -> list[Item]:
    """Give all items in time, whatever their lane."""
    items = [item for lane in shown.lanes for item in lane.items]
    return sorted(items, key=lambda item: (*item.when.sort_key(), item.lane, item.id))


def told_lanes(shown: Timeline) -> Iterator[str]:
    """Count each lane, with what is not shown, one line each."""
    for lane in shown.lanes:
        days = shown.public_range if lane.lane == "public" else shown.range
        span = f", {told_day(days[0])} to {told_day(days[1])}" if days else ""
        yield f"{LANE_TITLES[lane.lane]}: {lane.told}{span}"
    if shown.more_strips:
        yield f"{shown.more_strips} more claims asked about, whose verdicts are not followed here"


def timeline_table(shown: Timeline) -> Iterator[Sequence[object]]:
    """Give every item as a row, the heading first."""
    yield "lane", "id", "date", "earliest", "latest", "approximate", "uncertain", "text", "known from"
    for item in in_time(shown):
        span = item.span
        first = "" if span.start is None else told_day(span.start)
        last = "" if span.end is None else told_day(span.end)
        flags = ("yes" if span.approximate else "", "yes" if span.uncertain else "")
        yield item.lane, item.id, item.when.text, first, last, *flags, item.text, item.note


def timeline_lines(shown: Timeline, width: int = 100) -> Iterator[str]:
    """Tell a timeline in lines of text."""
    import textwrap

    yield from textwrap.wrap(shown.title, width)
    for line in told_lanes(shown):
        yield f"  {line}"
    yield ""
    items = in_time(shown)
    room = min(23, max((len(item.when.text) for item in items), default=0))
    hang = " " * (room + 11)
    for item in items:
        head = f"{item.when.text:<{room}} {LANE_WORDS[item.lane]:<9}"
        yield from textwrap.wrap(
            f"{head} {item.text} ({item.id})",
            width,
            subsequent_indent=hang,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
    for history in shown.strips:
        yield ""
        yield f"The verdict on {history.claim}, by what could be read:"
        for year, verdict in segments(history):
            yield f"{'at first' if year is None else year:>10}  {verdict.mark} {verdict}"
        yield f"{'now':>10}  {history.now.mark} {history.now}"
