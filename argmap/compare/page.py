"""The comparison of schools as one accessible web page."""

from collections.abc import Callable, Iterator, Sequence

from argmap.compare.cases import EvidenceUse
from argmap.compare.comparison import STANCE_SIGNS, Cell, Comparison, Row
from argmap.compare.selection import Which, shown_rows, spoken_schools
from argmap.draw.page import cell_class, paragraphs, table_html, web_page
from argmap.draw.wrap import xml
from argmap.model.project import Project

Link = Callable[[str], str] | None


def compare_html(comparison: Comparison, which: Which = "common", *, link: Link = None) -> str:
    """Make a page: the matrix, agreement, cruxes and what each school does with the evidence.

    Args:
        comparison: The schools.
        which: Which claims the matrix shows, see ``shown_rows``.
        link: Id of a claim to its address.
    """
    _, told = shown_rows(comparison, which)
    _, silent = spoken_schools(comparison)
    lead = f"Schools side by side: {told}."
    if silent:
        names = ", ".join(comparison.project.schools[school].name for school in silent)
        lead += f" Silent on every claim: {names}."
    return web_page(
        comparison.project.settings.title,
        lead,
        (
            ("claims", "Claims by schools", matrix_html(comparison, which, link=link)),
            ("agreement", "Agreement", agreement_html(comparison)),
            ("cruxes", "Cruxes", cruxes_html(comparison, link=link)),
            ("evidence", "What the schools do with the evidence", evidence_html(comparison)),
        ),
    )


def matrix_html(comparison: Comparison, which: Which = "common", *, link: Link = None) -> str:
    """Make the table of claims by schools."""
    rows, told = shown_rows(comparison, which)
    spoken, _ = spoken_schools(comparison)
    names = [comparison.project.schools[school].name for school in spoken]
    key = "+ holds, ± qualifies, − rejects, · silent; below, the verdict on the claim before that school"
    return table_html(
        f"{told}. {key}.", ("Claim", "The map", *names), _matrix_rows(comparison, rows, spoken, link)
    )


def _matrix_rows(comparison: Comparison, rows: Sequence[Row], spoken: list[str], link: Link) -> Iterator[str]:
    group = None
    for row in rows:
        part = comparison.project.part_title(comparison.project.claims[row.claim].part)
        head = "Schools part" if row.parted else part
        if head != group:
            group = head
            wide = len(spoken) + 2
            yield f'<tr class="group"><th scope="colgroup" colspan="{wide}">{xml(head)}</th></tr>\n'
        cells = "".join(_cell(comparison.project, row.cells[school]) for school in spoken)
        verdict = f"<td>{row.verdict.mark} {xml(str(row.verdict))}</td>"
        yield f'<tr><th scope="row">{xml(row.text)}<br>{_name(row.claim, link)}</th>{verdict}{cells}</tr>\n'


def _name(claim: str, link: Link) -> str:
    name = f"<code>{xml(claim)}</code>"
    return f'<a href="{xml(link(claim))}">{name}</a>' if link else name


def _cell(project: Project, cell: Cell) -> str:
    sign = STANCE_SIGNS[cell.stance][0]
    where = "<br>".join(map(xml, cell.where(project)))
    told = f'<br><small class="where">{where}</small>' if where else ""
    look = cell_class(sign, strong=cell.verdict.verdict == "supported")
    return (
        f'<td class="{look}"><span class="sign" aria-hidden="true">{sign}</span>{cell.stance}<br>'
        f"<small>{cell.verdict.mark} {xml(str(cell.verdict))}</small>{told}</td>"
    )


def agreement_html(comparison: Comparison) -> str:
    """Make the table of agreement, each figure with what it rests on."""
    rows = [
        f'<tr><th scope="row">{xml(" / ".join(pair.schools))}</th>'
        f'<td class="n">{pair.same} of {pair.common}</td>'
        f'<td class="n">{"–" if pair.share is None else format(pair.share, ".0%")}</td>'
        f'<td class="n">{_figure(pair.kappa)}</td><td class="n">{_figure(pair.alpha)}</td>'
        f"<td>{xml('; '.join(pair.warnings))}</td></tr>\n"
        for pair in comparison.agreements
        if pair.common
    ]
    if not rows:
        return "<p>No two schools speak of one and the same claim.</p>"
    columns = ("Schools", "Same", "Share", "Cohen's kappa", "Krippendorff's alpha", "Mind")
    table = table_html("Agreement on the claims of which both schools speak", columns, rows)
    every = comparison.overall
    told = f"All schools together: alpha {_figure(every.alpha)}, on {every.claims} claims."
    return table + paragraphs((told, *every.warnings))


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def cruxes_html(comparison: Comparison, *, link: Link = None) -> str:
    """Make the table of cruxes, each with what the schools disagree in."""
    if not comparison.cruxes:
        return "<p>No claim is held by one school and rejected by another.</p>"
    rows = []
    for crux in comparison.cruxes:
        kinds = str(crux.disagreement or "not weighed")
        why = "; ".join(crux.disagreement.because) if crux.disagreement else ""
        rows.append(
            f'<tr><th scope="row">{xml(comparison.project.claims[crux.claim].text)}<br>'
            f"{_name(crux.claim, link)}</th>"
            f"<td>{xml(', '.join(crux.holding))}</td><td>{xml(', '.join(crux.rejecting))}</td>"
            f'<td class="n">{crux.above}</td>'
            f'<td class="n">{len(crux.turns) if crux.weighed else "not weighed"}</td>'
            f"<td>{xml(kinds)}<br><small>{xml(why)}</small></td></tr>\n"
        )
    columns = (
        "Claim",
        "Held by",
        "Rejected by",
        "Claims above",
        "Verdicts that turn on it",
        "Kind of disagreement",
    )
    return table_html("Claims that one school holds and another rejects, the weightiest first", columns, rows)


def evidence_html(comparison: Comparison) -> str:
    """Tell of each pair of schools what evidence it shares, turns around and leaves aside."""
    told = [_uses(comparison.project, pair) for pair in comparison.evidence if all(pair.used)]
    return "".join(told) or "<p>No two schools rest on evidence of the map.</p>"


def _uses(project: Project, pair: EvidenceUse) -> str:
    one, other = (project.schools[school].name for school in pair.schools)
    told = (
        f"<h3>{xml(one)} and {xml(other)}</h3><p>{xml(one)} rests on {pair.used[0]} pieces of evidence, "
        f"{xml(other)} on {pair.used[1]}; {pair.shared} serve both, {len(pair.opposite)} of them on claims "
        "on which the two part.</p>"
    )
    if pair.opposite:
        rows = (
            f"<tr>{_shows(project, both.evidence)}"
            f"<td>{_names(both.uses[0])}</td><td>{_names(both.uses[1])}</td></tr>\n"
            for both in pair.opposite
        )
        columns = ("Evidence", f"{one} uses it for", f"{other} uses it for")
        told += table_html("Shared evidence put to opposite use", columns, rows)
    if pair.left_aside:
        rows = (
            f"<tr>{_shows(project, aside.evidence)}<td>{xml(aside.user)}</td>"
            f"<td>{xml(aside.ignorer)}</td><td>{_names(aside.claims)}</td></tr>\n"
            for aside in pair.left_aside
        )
        caption = "Evidence that one school uses on a claim of which the other speaks without it"
        told += table_html(caption, ("Evidence", "Used by", "Left aside by", "Claims"), rows)
    return told


def _shows(project: Project, evidence: str) -> str:
    shows = project.evidence[evidence].shows
    return f'<th scope="row">{xml(shows)}<br><code>{xml(evidence)}</code></th>'


def _names(ids: Sequence[str]) -> str:
    return "<br>".join(f"<code>{xml(name)}</code>" for name in ids)
