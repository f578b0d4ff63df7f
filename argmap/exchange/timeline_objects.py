"""Timelines as plain data."""

from argmap.exchange.timeline_shapes import TimelineData, TimelineItemData, TimelineStripData
from argmap.timeline.strip import segments
from argmap.timeline.tables import in_time
from argmap.timeline.timeline import Item, Timeline
from argmap.verdict.history import History


def timeline_object(shown: Timeline) -> TimelineData:
    """Give a timeline."""
    return {
        "title": shown.title,
        "lanes": [
            {
                "lane": lane.lane,
                "shown": len(lane.items),
                "earlier": lane.earlier,
                "later": lane.later,
                "undated": lane.undated,
                "days": list(days) if days else None,
            }
            for lane in shown.lanes
            for days in (shown.public_range if lane.lane == "public" else shown.range,)
        ],
        "items": [_item(item) for item in in_time(shown)],
        "strips": [_strip(history) for history in shown.strips],
        "more_strips": shown.more_strips,
    }


def _item(item: Item) -> TimelineItemData:
    span = item.span
    return {
        "lane": item.lane,
        "id": item.id,
        "text": item.text,
        "date": item.when.text,
        "earliest": span.start,
        "latest": span.end,
        "sure": list(span.sure) if span.sure else None,
        "approximate": span.approximate,
        "uncertain": span.uncertain,
        "known_from": item.note,
    }


def _strip(history: History) -> TimelineStripData:
    return {
        "claim": history.claim,
        "segments": [
            {"year": year, "verdict": verdict.verdict, "grade": verdict.grade}
            for year, verdict in segments(history)
        ],
        "verdict": history.now.verdict,
        "grade": history.now.grade,
    }
