"""A comparison as plain tables, for spreadsheets."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from argmap.compare.comparison import Cell, Comparison
from argmap.compare.selection import Which, shown_rows

Line = Sequence[object]


def compare_table(comparison: Comparison, name: str = "claims", which: Which = "all") -> list[Line]:
    """Give one table of a comparison, its heading first.

    Args:
        comparison: The schools.
        name: One of ``TABLES``.
        which: Which claims, see ``shown_rows``; only for ``claims``.
    """
    if name == "claims":
        return list(_claims(comparison, which))
    return list(_OTHERS[name](comparison))


def _claims(comparison: Comparison, which: Which) -> Iterator[Line]:
    yield (
        *("claim", "part", "text", "verdict", "grade"),
        *(
            f"{school}: {column}"
            for school in comparison.schools
            for column in ("stance", "where", "verdict")
        ),
    )
    rows, _ = shown_rows(comparison, which)
    for row in rows:
        part = comparison.project.claims[row.claim].part or ""
        cells = (value for s in comparison.schools for value in _values(row.cells[s]))
        yield (row.claim, part, row.text, row.verdict.verdict, row.verdict.grade or "", *cells)


def _values(cell: Cell) -> tuple[str, str, str]:
    return cell.stance, "; ".join(str(said) for said in cell.said if str(said)), str(cell.verdict)


def _agreement(comparison: Comparison) -> Iterator[Line]:
    yield "schools", "common claims", "same", "share", "kappa", "alpha", "warnings"
    for pair in comparison.agreements:
        share = "" if pair.share is None else round(pair.share, 4)
        told = "; ".join(pair.warnings)
        yield (
            " / ".join(pair.schools),
            pair.common,
            pair.same,
            share,
            _or(pair.kappa),
            _or(pair.alpha),
            told,
        )
    every = comparison.overall
    told = "; ".join(every.warnings)
    yield "all", every.claims, "", "", "", _or(every.alpha), told


def _cruxes(comparison: Comparison) -> Iterator[Line]:
    yield "claim", "text", "held by", "rejected by", "above", "turns", "disagreement", "because"
    for crux in comparison.cruxes:
        yield (
            crux.claim,
            comparison.project.claims[crux.claim].text,
            "; ".join(crux.holding),
            "; ".join(crux.rejecting),
            crux.above,
            len(crux.turns) if crux.weighed else "not weighed",
            str(crux.disagreement or "not weighed"),
            "; ".join(crux.disagreement.because) if crux.disagreement else "",
        )


def _evidence(comparison: Comparison) -> Iterator[Line]:
    yield "evidence", "shows", "use", "schools", "claims", "first school's claims", "second school's claims"
    for pair in comparison.evidence:
        for both in pair.opposite:
            shows = comparison.project.evidence[both.evidence].shows
            mine, theirs = ("; ".join(use) for use in both.uses)
            names = " / ".join(pair.schools)
            yield both.evidence, shows, "opposite use", names, "; ".join(both.claims), mine, theirs
        for one in pair.left_aside:
            shows, names = comparison.project.evidence[one.evidence].shows, f"{one.user} / {one.ignorer}"
            yield one.evidence, shows, "used / left aside", names, "; ".join(one.claims), "", ""


def _or(value: float | None) -> float | str:
    return "" if value is None else value


_OTHERS: Mapping[str, Callable[[Comparison], Iterator[Line]]] = {
    "agreement": _agreement,
    "cruxes": _cruxes,
    "evidence": _evidence,
}
TABLES = ("claims", *_OTHERS)
