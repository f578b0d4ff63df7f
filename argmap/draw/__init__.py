"""Argument diagrams: a figure is chosen, laid out by Graphviz and painted as SVG, PNG or PDF."""

from argmap.draw.asked import Asked, asked_for
from argmap.draw.drawing import Drawing, draw, draw_sheets, lay_out_together
from argmap.draw.sketch import Material

__all__ = ["Asked", "Drawing", "Material", "asked_for", "draw", "draw_sheets", "lay_out_together"]
