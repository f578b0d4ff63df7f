"""Schools of scholarship side by side: stances, verdicts, agreement, cruxes."""

from argmap.compare.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
