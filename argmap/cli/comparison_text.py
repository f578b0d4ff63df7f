"""A comparison of schools for the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.tables import console, table
from argmap.compare.ach import Ach
from argmap.compare.comparison import STANCE_SIGNS, Cell, Comparison, Row
from argmap.compare.selection import Which, shown_rows, spoken_schools
from argmap.draw.chips import school_letters

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

NARROW = 100
"""Below so many columns cells hold signs only, and where a stance is said stands below the claim."""
TELLING = 25
"""Rows of evidence shown of competing hypotheses; the rest is counted."""
MOST = 8
"""Pieces of evidence named of each pair of schools; the rest is counted."""


def print_comparison(comparison: Comparison, which: Which) -> None:
    """Print claims by schools, agreement, cruxes, and what the schools do with the evidence."""
    out = console()
    if not comparison.schools:
        out.print("No schools are recorded: nothing to compare.")
        return
    rows, told = shown_rows(comparison, which)
    spoken, silent = spoken_schools(comparison)
    out.print(f"{told[0].upper()}{told[1:]}.", markup=False)
    out.print("+ holds  ± qualifies  − rejects  · silent; then the verdict before that school")
    out.print()
    _print_rows(out, comparison, rows, spoken)
    if silent:
        out.print(f"Silent on every claim: {', '.join(silent)}", markup=False)
    _print_agreement(out, comparison)
    _print_cruxes(out, comparison)
    _print_evidence(out, comparison)


def _print_rows(out: "Console", comparison: Comparison, rows: Sequence[Row], spoken: list[str]) -> None:
    from rich.text import Text

    narrow = out.width < NARROW
    letters = school_letters(comparison.project)
    if narrow:
        out.print("  ".join(f"{letters[school]} {school}" for school in spoken) + "\n", markup=False)
    heads = [letters[school] for school in spoken] if narrow else spoken
    made = table("claim", "map" if narrow else "the map", *heads, wide=True)
    for row in rows:
        where = [
            (f"\n{school}: {'; '.join(lines)}", "dim")
            for school in spoken
            if (lines := row.cells[school].where(comparison.project))
        ]
        name = Text.assemble((row.claim, "bold"), "\n", row.text, *where)
        cells = [_cell(row.cells[school], narrow) for school in spoken]
        verdict = row.verdict.mark if narrow else f"{row.verdict.mark} {row.verdict}"
        made.add_row(name, Text(verdict), *cells)
        made.add_section()
    out.print(made)


def _cell(cell: Cell, narrow: bool) -> "Text":
    from rich.text import Text

    sign = STANCE_SIGNS[cell.stance][0]
    if narrow:
        return Text(f"{sign} {cell.verdict.mark}")
    return Text(f"{sign} {cell.stance}\n{cell.verdict.mark} {cell.verdict}")


def _print_agreement(out: "Console", comparison: Comparison) -> None:
    pairs = [pair for pair in comparison.agreements if pair.common]
    if not pairs:
        out.print("\nNo two schools speak of one and the same claim.")
        return
    out.print("\nAgreement, on claims of which both schools speak:", style="bold")
    rows = table("schools", "same", "share", "kappa", "alpha")
    for pair in pairs:
        share = "–" if pair.share is None else f"{pair.share:.0%}"
        same = f"{pair.same} of {pair.common}"
        rows.add_row(" / ".join(pair.schools), same, share, _figure(pair.kappa), _figure(pair.alpha))
    out.print(rows)
    every = comparison.overall
    out.print(f"All schools together: alpha {_figure(every.alpha)}, on {every.claims} claims.", markup=False)
    warned = [(" / ".join(pair.schools), warning) for pair in pairs for warning in pair.warnings]
    warned += [("All schools", warning) for warning in every.warnings]
    for who, warning in warned:
        out.print(f"Mind: {who}: {warning}.", markup=False)
    out.print("kappa: Cohen's, alpha: Krippendorff's, for nominal data; 1 full agreement, 0 as by chance.")


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _print_cruxes(out: "Console", comparison: Comparison) -> None:
    from rich.text import Text

    if not comparison.cruxes:
        out.print("\nNo cruxes: no claim is held by one school and rejected by another.")
        return
    out.print("\nCruxes, by how many verdicts above turn on them:", style="bold")
    letters = school_letters(comparison.project)
    named = letters.__getitem__ if out.width < NARROW else str
    rows = table("claim and kind of disagreement", "hold", "reject", "above", "turn", wide=True)
    for crux in comparison.cruxes:
        name = [(crux.claim, "bold")]
        if crux.disagreement:
            name.append((f"\n{crux.disagreement}: {'; '.join(crux.disagreement.because)}", "dim"))
        turns = str(len(crux.turns)) if crux.weighed else "not weighed"
        holding, rejecting = ", ".join(map(named, crux.holding)), ", ".join(map(named, crux.rejecting))
        rows.add_row(Text.assemble(*name), holding, rejecting, str(crux.above), turns)
    out.print(rows)


def _print_evidence(out: "Console", comparison: Comparison) -> None:
    from rich.table import Table
    from rich.text import Text

    pairs = [pair for pair in comparison.evidence if all(pair.used)]
    if not pairs:
        return
    out.print("\nWhat the schools do with the evidence:", style="bold")
    for pair in pairs:
        one, other = pair.schools
        out.print(
            f"{one} rests on {pair.used[0]} pieces, {other} on {pair.used[1]}; {pair.shared} serve both, "
            f"{len(pair.opposite)} of them on claims on which they part.",
            markup=False,
        )
        uses = Table.grid(padding=(0, 2, 0, 0))
        for both in pair.opposite[:MOST]:
            ends = f"{one} for {', '.join(both.uses[0])}; {other} for {', '.join(both.uses[1])}"
            uses.add_row("  opposite", Text(f"{both.evidence}: {ends}"))
        for aside in pair.left_aside[:MOST]:
            told = f"{aside.user} uses it on {', '.join(aside.claims)}, {aside.ignorer} does not"
            uses.add_row("  left aside", Text(f"{aside.evidence}: {told}"))
        out.print(uses)
        more = max(0, len(pair.opposite) - MOST) + max(0, len(pair.left_aside) - MOST)
        if more:
            out.print(f"  … and {more} more; --format csv --table evidence names all", markup=False)


def print_ach(ach: Ach, *, every: bool) -> None:
    """Print competing hypotheses by rank, and the evidence that tells them apart."""
    from rich.table import Table
    from rich.text import Text

    from argmap.compare.ach_views import KEY, MEANT, shown_evidence, told_hypothesis

    out = console()
    out.print(ach.found, markup=False)
    out.print()
    ranking = Table.grid(padding=(0, 1, 0, 0))
    for each in ach.ranking:
        text = ach.project.claims[each.claim].text
        fares = f"\n{told_hypothesis(ach, each)}\n{each.claim}"
        ranking.add_row(Text(f"{each.letter:>3}", style="bold"), Text.assemble(text, (fares, "dim")))
    out.print(ranking)
    rows, told = shown_evidence(ach, None if every else TELLING)
    out.print(f"\n{told[0].upper()}{told[1:]}.", markup=False)
    out.print(f"{KEY}.\n", markup=False)
    made = table("evidence", *(h.letter for h in ach.hypotheses), "", wide=True)
    for row in rows:
        shows = ach.project.evidence[row.evidence].shows
        name = Text.assemble((row.evidence, "bold"), *(("\n", shows) if out.width >= NARROW else ()))
        cells = ["·" if rating.word == "N" else rating.word for rating in row.ratings]
        made.add_row(name, *cells, str(row.diagnosticity))
    out.print(made)
    out.print(f"\nThe last column is diagnosticity. {MEANT}", markup=False)
    for warning in ach.warnings:
        out.print(f"Mind: {warning}.", markup=False)
