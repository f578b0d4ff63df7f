"""Argument diagrams: a figure is chosen, laid out by Graphviz and painted as SVG, PNG or PDF."""

from argmap.draw.drawing import Drawing, draw, lay_out_together
from argmap.draw.sketch import Material

__all__ = ["Drawing", "Material", "draw", "lay_out_together"]
