"""The comparison of schools: claims by schools, with what each says and how it fares before each."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from argmap.compare.agreement import Agreement, agreements
from argmap.compare.cruxes import Crux, cruxes
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.stances import Position, positions
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, Verdict, judge


@dataclass(frozen=True, slots=True)
class Cell:
    """What one school says to one claim, and how the claim fares before it."""

    position: Position | None
    """None where the school is silent."""
    verdict: Verdict

    @property
    def stance(self) -> str:
        """``holds``, ``rejects``, ``qualifies`` or ``silent``."""
        return self.position.stance if self.position else "silent"


@dataclass(frozen=True, slots=True)
class Row:
    """One claim before every school."""

    claim: str
    text: str
    verdict: Verdict
    """Before the map as it is."""
    cells: Mapping[str, Cell]
    """By school."""

    @property
    def parted(self) -> bool:
        """Whether one school holds it and another rejects it."""
        said = {cell.stance for cell in self.cells.values()}
        return {"holds", "rejects"} <= said


@dataclass(frozen=True)
class Comparison:
    """Schools side by side."""

    schools: tuple[str, ...]
    rows: tuple[Row, ...]
    """Claims of which some school speaks, by part and id; those on which schools part first."""
    agreements: tuple[Agreement, ...]
    cruxes: tuple[Crux, ...]

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(school)}</th>" for school in self.schools)
        body = "".join(_row_html(row) for row in self.rows)
        return f"<table><tr><th>claim</th><th>the map</th>{head}</tr>{body}</table>"


def _row_html(row: Row) -> str:
    cells = "".join(
        f"<td>{cell.stance}<br><small>{cell.verdict.mark} {cell.verdict}</small></td>"
        for cell in row.cells.values()
    )
    return f"<tr><td>{escape(row.text)}</td><td>{row.verdict}</td>{cells}</tr>"


def compare(project: Project, schools: tuple[str, ...] = (), known: Judgement | None = None) -> Comparison:
    """Compare the schools of a project.

    Args:
        project: The argument.
        schools: Which schools; all of them when empty.
        known: The judgement of the map as it is, if the caller has it already.

    Raises:
        UnknownIdError: If there is no such school.
    """
    for school in schools:
        if school not in project.schools:
            raise UnknownIdError("school", school, project.schools)
    as_it_is = known or judge(project)
    chosen = tuple(dict.fromkeys(schools)) or tuple(project.schools)
    taken = {pair: p for pair, p in positions(project).items() if pair[0] in chosen}
    before = {school: judge(project, Audience(school=school), as_it_is) for school in chosen}
    rows = []
    for key, claim in project.claims.items():
        cells = {s: Cell(taken.get((s, key)), before[s].verdicts[key]) for s in chosen}
        if any(cell.stance != "silent" for cell in cells.values()):
            rows.append(Row(key, claim.text, as_it_is.verdicts[key], cells))
    rows.sort(key=lambda r: (not r.parted, project.part_order(project.claims[r.claim].part), r.claim))
    stances = {
        school: {claim: p.stance for (s, claim), p in taken.items() if s == school and p.stance != "silent"}
        for school in chosen
    }
    return Comparison(chosen, tuple(rows), tuple(agreements(stances)), tuple(cruxes(as_it_is, stances)))
