"""Writes seconds, sizes and ratios as a reader wants them."""

from collections.abc import Sequence

NOTHING = "–"


def seconds(value: float | None) -> str:
    """Write seconds with two figures that count.

    Examples:
        >>> seconds(0.0123), seconds(0.456), seconds(12.34), seconds(None)
        ('0.012', '0.46', '12.3', '–')
    """
    if value is None:
        return NOTHING
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def mebibytes(value: int | None) -> str:
    """Write bytes as MiB.

    Examples:
        >>> mebibytes(104_857_600)
        '100'
    """
    return NOTHING if value is None else f"{value / 2**20:,.0f}"


def ratio(value: float | None, to: float | None) -> str:
    """Write how many times one figure is of another.

    Examples:
        >>> ratio(3.0, 2.0), ratio(30.0, 2.0), ratio(1.0, None)
        ('1.5', '15', '–')
    """
    if value is None or not to:
        return NOTHING
    times = value / to
    return f"{times:.2f}" if times < 1 else f"{times:.1f}" if times < 10 else f"{times:,.0f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table; the first column is text, the others are figures.

    Args:
        head: Names of the columns.
        rows: As many cells each.

    Examples:
        >>> print(table(["tool", "s"], [["argmap", "1.0"]]))
        | tool | s |
        | --- | ---: |
        | argmap | 1.0 |
        <BLANKLINE>
    """
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")
