"""Schools of scholarship side by side: stances, verdicts, agreement, cruxes; rival claims by evidence."""

from argmap.compare.comparison import Comparison, compare
from argmap.compare.heat_map import compare_picture, compare_svg
from argmap.compare.page import compare_html

__all__ = ["Comparison", "compare", "compare_html", "compare_picture", "compare_svg"]
