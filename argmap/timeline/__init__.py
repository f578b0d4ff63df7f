"""Timelines: events, what claims are about, when evidence was made and readable, how verdicts went."""

from argmap.timeline.page import timeline_html
from argmap.timeline.picture import timeline_picture, timeline_svg
from argmap.timeline.strip import strip_svg
from argmap.timeline.timeline import Timeline, timeline

__all__ = ["Timeline", "strip_svg", "timeline", "timeline_html", "timeline_picture", "timeline_svg"]
