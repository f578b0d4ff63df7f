"""The comparison of schools: claims by schools, with what each says and how it fares before each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from argmap.compare.agreement import Agreement, OverallAgreement, agreements, overall_agreement
from argmap.compare.cases import EvidenceUse, evidence_uses
from argmap.compare.cruxes import Crux, cruxes
from argmap.model.errors import UnknownIdError
from argmap.model.project import Project
from argmap.model.records import Claim
from argmap.model.stances import Position, positions
from argmap.verdict.audience import Audience
from argmap.verdict.judgement import Judgement, Verdict, judge

STANCE_SIGNS: Mapping[str, tuple[str, str]] = {
    "holds": ("+", "H"),
    "qualifies": ("±", "Q"),
    "rejects": ("−", "R"),
    "silent": ("·", ""),
}
"""Stance to its sign and letter, so that no meaning hangs on colour."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where a school's stance is taken from: one scholar, or the school itself."""

    scholar: str
    """Empty where it is stated of the school."""
    stance: str
    cite: tuple[str, ...] = ()
    """Sources."""
    locator: str = ""

    def __str__(self) -> str:
        """Say it in one line.

        Examples:
            >>> str(Said("park", "holds", ("park-2012",), "pp. 171-172"))
            'park: park-2012, pp. 171-172'
        """
        where = ", ".join(part for part in (*self.cite, self.locator) if part)
        return ": ".join(part for part in (self.scholar, where) if part)

    def printed(self, project: Project) -> str:
        """Say it with the scholar's name and the short titles of the sources."""
        who = project.scholars[self.scholar].name if self.scholar in project.scholars else self.scholar
        works = (project.sources[c].short if c in project.sources else c for c in self.cite)
        return ": ".join(part for part in (who, ", ".join((*works, *filter(None, (self.locator,))))) if part)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one school says to one claim, and how the claim fares before it."""

    position: Position | None
    """None where the school is silent."""
    verdict: Verdict
    said: tuple[Said, ...] = ()
    """Where the stance is taken from."""

    @property
    def stance(self) -> str:
        """``holds``, ``rejects``, ``qualifies`` or ``silent``."""
        return self.position.stance if self.position else "silent"

    def where(self, project: Project) -> list[str]:
        """Say where the stance is taken from, one line for each scholar, in names and short titles."""
        return [line for line in (said.printed(project) for said in self.said) if line]


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

    @property
    def common(self) -> bool:
        """Whether at least two schools speak of it."""
        return sum(cell.stance != "silent" for cell in self.cells.values()) > 1


@dataclass(frozen=True)
class Comparison:
    """Schools side by side."""

    schools: tuple[str, ...]
    rows: tuple[Row, ...]
    """Claims of which some school speaks, by part and id; those on which schools part first."""
    agreements: tuple[Agreement, ...]
    cruxes: tuple[Crux, ...]
    overall: OverallAgreement
    """Agreement of all the schools compared."""
    evidence: tuple[EvidenceUse, ...]
    """What each pair of schools does with the evidence."""
    project: Project

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


def compare(
    project: Project,
    schools: Sequence[str] = (),
    known: Judgement | None = None,
    *,
    claims: Sequence[str] = (),
    before: Mapping[str, Judgement] | None = None,
) -> Comparison:
    """Compare the schools of a project.

    Args:
        project: The argument.
        schools: Which schools; all of them when empty.
        known: The judgement of the map as it is, if the caller has it already.
        claims: The only claims looked at, even where no school speaks of them; all when empty. What the
            schools do with the evidence is told of the whole map nevertheless.
        before: The judgements before the schools, if the caller has them already.

    Raises:
        UnknownIdError: If there is no such school or claim.
    """
    for school in schools:
        if school not in project.schools:
            raise UnknownIdError("school", school, project.schools)
    for claim in claims:
        if claim not in project.claims:
            raise UnknownIdError("claim", claim, project.claims)
    as_it_is = known or judge(project)
    chosen = tuple(dict.fromkeys(schools)) or tuple(project.schools)
    taken = {pair: p for pair, p in positions(project).items() if pair[0] in chosen}
    before = before or {school: judge(project, Audience(school=school), as_it_is) for school in chosen}
    rows = []
    for key in dict.fromkeys(claims) or project.claims:
        cells = {s: _cell(taken.get((s, key)), before[s].verdicts[key], project.claims[key]) for s in chosen}
        if claims or any(cell.stance != "silent" for cell in cells.values()):
            rows.append(Row(key, project.claims[key].text, as_it_is.verdicts[key], cells))
    rows.sort(key=lambda r: (not r.parted, project.part_order(project.claims[r.claim].part), r.claim))
    stances: dict[str, dict[str, str]] = {school: {} for school in chosen}
    for (school, claim), position in taken.items():
        if position.stance != "silent" and claim in project.claims:
            stances[school][claim] = position.stance
    of_these = _within(stances, claims)
    return Comparison(
        chosen,
        tuple(rows),
        tuple(agreements(of_these)),
        tuple(cruxes(as_it_is, stances, claims or None)),
        overall_agreement(of_these),
        tuple(evidence_uses(as_it_is.reading.graph, stances)),
        project,
    )


def _within(stances: Mapping[str, Mapping[str, str]], claims: Sequence[str]) -> dict[str, dict[str, str]]:
    wanted = set(claims)
    return {
        school: {claim: stance for claim, stance in said.items() if not wanted or claim in wanted}
        for school, said in stances.items()
    }


def _cell(position: Position | None, verdict: Verdict, claim: Claim) -> Cell:
    if position is None:
        return Cell(None, verdict)
    if not position.scholars:
        return Cell(position, verdict, (Said("", position.stance, position.cite, position.locator),))
    said = []
    for who in position.scholars:
        stance = claim.scholars.get(who)
        if stance is None:
            said.append(Said(who, "holds"))
        else:
            locator = str(stance.locator) if stance.locator else ""
            said.append(Said(who, stance.stance, stance.cite, locator))
    return Cell(position, verdict, tuple(said))
