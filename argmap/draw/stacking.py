"""Things in one column: as near as possible to where each wants to be, without overlap."""

from collections.abc import Sequence
from itertools import pairwise


def settle(wanted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """Place things of given heights in a column, in their order.

    Least squares under the constraint of order and distance, by pooling adjacent violators
    (isotonic regression; Barlow et al. 1972).

    Args:
        wanted: Where each would like its centre.
        heights: How high each is.
        gap: Least distance between two.

    Returns:
        Centres.

    Examples:
        >>> settle([0, 0], [10, 10], 2)
        [-6.0, 6.0]
        >>> settle([0, 100], [10, 10], 2)
        [0.0, 100.0]
    """
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    placed = [total / count for total, count in pools for _ in range(count)]
    return [base + offset for base, offset in zip(placed, offsets, strict=False)]
