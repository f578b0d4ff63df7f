"""The tables of a thesis's appendix: main claims, evidence by claim, schools."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.citing.citation import Citer
from argmap.citing.marked import Marked
from argmap.exchange.texts import one_line
from argmap.model.project import Project, arguments_of
from argmap.model.stances import positions
from argmap.verdict.judgement import Judgement


@dataclass(frozen=True, slots=True)
class AppendixRow:
    """A row: its cells, or one cell over the whole width that heads the rows below it."""

    cells: tuple[str | Marked, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class AppendixTable:
    """A table with its caption."""

    caption: str
    note: str
    """What a reader has to know to read it, in a sentence or two."""
    head: tuple[str, ...]
    widths: tuple[int, ...]
    """Share of the width of each column, in hundredths."""
    rows: tuple[AppendixRow, ...]


def appendix_tables(judgement: Judgement) -> list[AppendixTable]:
    """Give the tables that a map fills; a table without rows is left out."""
    tables = (_main_table(judgement), _evidence_table(judgement), _schools_table(judgement))
    return [table for table in tables if table.rows]


def main_claims(project: Project) -> list[str]:
    """Choose what stands highest: the thesis and what it rests on, else claims that nothing rests on."""
    thesis = project.claims.get(project.settings.thesis or "")
    if thesis is not None and project.settings.thesis is not None:
        below = (p for argument in thesis.pro for p in argument.premises if p in project.claims)
        return list(dict.fromkeys((project.settings.thesis, *below)))
    used = {
        p for c in project.claims.values() for _, _, a in arguments_of(c) for p in (*a.premises, *a.answer)
    }
    return sorted(set(project.claims) - used, key=lambda key: _place(project, key)) or list(project.claims)


def _place(project: Project, key: str) -> tuple[tuple[int, str], str]:
    return project.part_order(project.claims[key].part), key


def _main_table(judgement: Judgement) -> AppendixTable:
    project = judgement.project
    rows = []
    for key in main_claims(project):
        claim, verdict = project.claims[key], judgement[key]
        counts = f"{len(claim.pro)} / {len(claim.con)}"
        part = claim.part or "–"
        rows.append(AppendixRow((one_line(claim.text), part, f"{verdict.mark} {verdict}", counts)))
    standard = project.settings.verdicts.standard
    note = (
        "Verdicts as argmap works them out from the arguments and evidence recorded, by the proof standard "
        f"“{standard}” where a claim names no other. For / against: the number of arguments on each side."
    )
    head = ("Claim", "Part", "Verdict", "For / against")
    return AppendixTable("Main claims and verdicts", note, head, (60, 9, 19, 12), tuple(rows))


def _evidence_table(judgement: Judgement) -> AppendixTable:
    project = judgement.project
    citer = Citer(project)
    rows: list[AppendixRow] = []
    for key in sorted(project.claims, key=lambda key: _place(project, key)):
        found = list(_evidence_rows(project, citer, key))
        if found:
            text = f"{one_line(project.claims[key].text)} — {judgement[key]}"
            rows += [AppendixRow((text,), heading=True), *found]
    note = "Evidence that claims rest on directly, for (+) and against (−); notes are those that cite it."
    head = ("", "What it shows", "Where it stands", "Notes")
    return AppendixTable("Evidence by claim", note, head, (4, 42, 42, 12), tuple(rows))


def _evidence_rows(project: Project, citer: Citer, key: str) -> Iterator[AppendixRow]:
    seen: set[tuple[str, str]] = set()
    for side, _, argument in arguments_of(project.claims[key]):
        for premise in argument.premises:
            item = project.evidence.get(premise)
            if item is None or (side, premise) in seen:
                continue
            seen.add((side, premise))
            sign = "+" if side == "for" else "−"
            notes = ", ".join(item.cited) or "–"
            yield AppendixRow((sign, one_line(item.shows), citer.cite(premise).note, notes))


def compared_claims(project: Project) -> list[str]:
    """Choose claims of which two schools or more speak; where there is none, those of which one does."""
    speaking: dict[str, int] = {}
    for (school, claim), position in positions(project).items():
        if position.stance != "silent" and school in project.schools:
            speaking[claim] = speaking.get(claim, 0) + 1
    shared = [claim for claim, count in speaking.items() if count > 1]
    return sorted(shared or speaking, key=lambda key: _place(project, key))


def _schools_table(judgement: Judgement) -> AppendixTable:
    project = judgement.project
    taken = positions(project)
    schools = list(project.schools)
    rows = []
    for key in compared_claims(project):
        said = (taken[school, key].stance if (school, key) in taken else "silent" for school in schools)
        words = ("–" if stance == "silent" else stance for stance in said)
        rows.append(AppendixRow((one_line(project.claims[key].text), str(judgement[key]), *words)))
    each = max(1, 45 // max(1, len(schools)))
    widths = (100 - 15 - each * len(schools), 15, *(each for _ in schools))
    names = (one_line(project.schools[school].name) for school in schools)
    head = ("Claim", "This map", *names)
    note = (
        "What each school holds, as stated or as its scholars hold it; a dash where it says nothing. "
        "Claims of which only one school speaks are left out."
    )
    return AppendixTable("Schools", note, head, widths, tuple(rows))
