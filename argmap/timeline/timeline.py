"""A timeline as plain values: what happened, what claims are about, when evidence was made and readable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from argmap.model.edtf import Edtf, EdtfError, parse_edtf
from argmap.model.errors import ArgmapError
from argmap.model.project import Project
from argmap.timeline.axis import sensible_range
from argmap.timeline.selection import Chosen, choose
from argmap.timeline.spans import Span, span_of
from argmap.verdict.audience import readable_since
from argmap.verdict.history import History, histories
from argmap.verdict.judgement import Judgement

Lane = Literal["events", "claims", "made", "public"]
LANES: tuple[Lane, ...] = get_args(Lane)

LANE_TITLES: Mapping[str, str] = {
    "events": "Events",
    "claims": "What claims are about",
    "made": "Evidence made",
    "public": "Evidence readable since",
}
LANE_WORDS: Mapping[str, str] = {"events": "event", "claims": "claim", "made": "made", "public": "readable"}

LEAST_PUBLIC = 3653
"""Days that the lane of what became readable covers at least: verdicts are told by years."""
STRIPS = 12
"""Strips of verdicts that one timeline shows at most; claims beyond are counted."""


@dataclass(frozen=True, slots=True)
class Item:
    """One record in one lane."""

    lane: Lane
    id: str
    text: str
    when: Edtf
    span: Span
    weight: tuple[int, int]
    """Sorting key of importance, the weightiest first."""
    note: str = ""
    """For evidence readable since a date: the field that says so."""

    @property
    def kind(self) -> str:
        """Kind of the record, as in the files."""
        return self.lane if self.lane in ("events", "claims") else "evidence"


@dataclass(frozen=True, slots=True)
class LaneItems:
    """One lane, with what of it lies outside the range or has no date."""

    lane: Lane
    items: tuple[Item, ...]
    """Within the range, in time."""
    earlier: int
    later: int
    undated: int

    @property
    def told(self) -> str:
        """Count in words what the lane does not show.

        Examples:
            >>> LaneItems("events", (), 2, 0, 1).told
            '0 (2 earlier, 1 without a date)'
        """
        counted = ((self.earlier, "earlier"), (self.later, "later"), (self.undated, "without a date"))
        left = ", ".join(f"{n} {word}" for n, word in counted if n)
        return f"{len(self.items)} ({left})" if left else str(len(self.items))


@dataclass(frozen=True)
class Timeline:
    """All that one timeline shows."""

    project: Project
    title: str
    lanes: tuple[LaneItems, ...]
    range: tuple[int, int] | None
    """Days that the lanes of what happened cover; None where nothing has a date."""
    public_range: tuple[int, int] | None
    """Days that the lane of what became readable covers."""
    strips: tuple[History, ...]
    """How the verdicts on the claims asked about went."""
    more_strips: int
    """Claims asked about whose verdicts are not shown."""

    def lane(self, name: Lane) -> LaneItems | None:
        """Give a lane, if it was asked for."""
        return next((lane for lane in self.lanes if lane.lane == name), None)


def timeline(
    judgement: Judgement,
    ids: Sequence[str] = (),
    *,
    part: str | None = None,
    depth: int = 2,
    since: str | int | None = None,
    until: str | int | None = None,
    lanes: Iterable[str] = LANES,
) -> Timeline:
    """Put a timeline together.

    Args:
        judgement: The map as it is.
        ids: Claims (with what bears on them down to ``depth``), evidence, events or sources; the whole map
            without any.
        part: Only what belongs to one part of the manuscript.
        depth: Steps down from each claim named.
        since: First day shown of what happened (EDTF); chosen from the dates when None.
        until: Last day shown.
        lanes: Which lanes.

    Raises:
        UnknownIdError: If there is no such record or part.
        ArgmapError: If ``since`` or ``until`` is no date with a bound, or the one lies after the other.
    """
    project = judgement.project
    chosen = choose(judgement, ids, part, depth)
    wanted = [lane for lane in LANES if lane in set(lanes)]
    items = {lane: _items(project, chosen, lane) for lane in wanted}
    happened = [item for lane in wanted for item in items[lane][0] if _bounds_axis(project, item)]
    days = _range(happened, since, until)
    public = items.get("public", ([], 0))[0]
    asked = [claim for claim in chosen.focus if claim in project.claims]
    told = tuple(histories(judgement, asked[:STRIPS]).values()) if asked and "public" in wanted else ()
    public_days = _with_turns(sensible_range((item.span for item in public), least=LEAST_PUBLIC), told)
    return Timeline(
        project,
        _title(project, ids, part),
        tuple(_lane(lane, *items[lane], public_days if lane == "public" else days) for lane in wanted),
        days,
        public_days,
        told,
        max(0, len(asked) - STRIPS) if "public" in wanted else 0,
    )


def _bounds_axis(project: Project, item: Item) -> bool:
    """Tell whether an item has a say in which days are shown: later scholarship has none."""
    if item.lane == "made":
        return project.evidence[item.id].form not in ("scholarship", "derived")
    return item.lane != "public"


def _title(project: Project, ids: Sequence[str], part: str | None) -> str:
    if len(ids) == 1:
        record = project.record(ids[0])
        said = (getattr(record, name, None) for name in ("text", "shows", "title", "name"))
        return str(next(filter(None, said), ids[0]))
    if part is not None:
        return project.part_title(part)
    return ", ".join(ids) or project.settings.title


def _items(project: Project, chosen: Chosen, lane: Lane) -> tuple[list[Item], int]:
    """Give the items of a lane in time, and count the records without a date."""
    found, undated = [], 0
    for key, distance in getattr(chosen, "evidence" if lane in ("made", "public") else lane).items():
        text, when, note, links = _dated(project, lane, key)
        if when is None:
            undated += 1
        else:
            span = span_of(when, period=lane == "claims")
            found.append(Item(lane, key, text, when, span, (distance, -links), note))
    found.sort(key=lambda item: (*item.when.sort_key(), item.id))
    return found, undated


def _dated(project: Project, lane: Lane, key: str) -> tuple[str, Edtf | None, str, int]:
    """Give the text of a record, its date in a lane, where that is from, and how much hangs on it."""
    if lane == "events":
        event = project.events[key]
        return event.text, event.when, "", len(event.claims) + len(event.evidence)
    if lane == "claims":
        claim = project.claims[key]
        thesis = 1000 if key == project.settings.thesis else 0
        return claim.text, claim.when, "", thesis + len(claim.pro) + len(claim.con)
    item = project.evidence[key]
    if lane == "made":
        return item.shows, item.made, "", len(item.cited)
    when, note = readable_since(project, item)
    return item.shows, when, note, len(item.cited)


def _lane(lane: Lane, items: list[Item], undated: int, days: tuple[int, int] | None) -> LaneItems:
    if days is None:
        return LaneItems(lane, tuple(items), 0, 0, undated)
    within = tuple(item for item in items if item.span.touches(*days))
    earlier = sum(item.span.end is not None and item.span.end < days[0] for item in items)
    return LaneItems(lane, within, earlier, len(items) - len(within) - earlier, undated)


def _range(items: Sequence[Item], since: str | int | None, until: str | int | None) -> tuple[int, int] | None:
    chosen = sensible_range(item.span for item in items)
    first = _bound(since, "--from", first=True)
    last = _bound(until, "--to", first=False)
    if first is not None and last is not None and first > last:
        raise ArgmapError(f"the range ends before it begins: {since} … {until}")
    if chosen is None and (first is None or last is None):
        return None
    low, high = chosen or (0, 0)
    low, high = (low if first is None else first), (high if last is None else last)
    if low > high:  # one bound was given, and nothing lies on its side
        low, high = (first, first + 365) if first is not None else (high - 365, high)
    return low, high


def _bound(value: str | int | None, option: str, *, first: bool) -> int | None:
    if value is None:
        return None
    try:
        when = parse_edtf(value)
    except EdtfError as error:
        raise ArgmapError(f"{option}: {error}") from None
    day = when.earliest if first else when.latest
    if day is None:
        raise ArgmapError(f"{option}: '{when}' has no {'first' if first else 'last'} day")
    return day


def _with_turns(days: tuple[int, int] | None, told: Sequence[History]) -> tuple[int, int] | None:
    """Widen a range so that it shows every year in which a verdict changed."""
    from argmap.model.edtf_parse import day_number

    years = [year for history in told for year, _ in history.strip]
    turns = [day_number(year, 1, 1) for year in (*years, *(year + 1 for year in years))]
    if days is None and not turns:
        return None
    both = [*(days or ()), *turns]
    return min(both), max(both)
