"""Competing hypotheses as a table, a picture and a web page."""

from collections.abc import Callable, Iterator, Sequence

from argmap.compare.ach import Ach, AchRow, Hypothesis, Rating, told_counts
from argmap.draw.grid import Grid, GridCell, GridColumn, GridRow, grid_svg
from argmap.draw.page import cell_class, paragraphs, table_html, web_page
from argmap.draw.wrap import xml
from argmap.model.vocabulary import GRADE_WORDS

MOST = 60
"""Rows that one picture holds at most."""
KEY = "C consistent, I inconsistent, doubled where the evidence is good or firm; B both ways; · neutral"
MEANT = (
    "Diagnosticity: highest less lowest grade over the hypotheses, 0 to 8. Score: the grades of what is "
    "inconsistent, one document once; the lowest ranks first. It orders, and is no probability."
)
_WORDS = {
    "CC": "strongly consistent",
    "C": "consistent",
    "N": "neutral",
    "I": "inconsistent",
    "II": "strongly inconsistent",
    "B": "both consistent and inconsistent",
}
_SIGNS = {"C": "+", "I": "−", "B": "±", "N": "·"}


def shown_evidence(ach: Ach, most: int | None) -> tuple[Sequence[AchRow], str]:
    """Choose the evidence shown, the most telling first, and count what is not."""
    kept = ach.telling if most is None else ach.telling[:most]
    left = len(ach.telling) - len(kept)
    told = f"{len(kept)} pieces of evidence that tell the hypotheses apart"
    told += f", {left} less telling ones not shown" if left else ""
    told += f"; {len(ach.indifferent)} that stand to all alike"
    told += f"; {len(ach.excluded)} forged, withheld or undermined" if ach.excluded else ""
    return kept, f"{told}; {ach.bears_on_none} bear on none"


def told_hypothesis(ach: Ach, each: Hypothesis) -> str:
    """Say how a hypothesis fares, in a line."""
    thin = "; the map says little of it" if each.thin else ""
    return (
        f"rank {each.rank}, score {each.score} (inconsistent: {told_counts(each.inconsistent)}; "
        f"consistent: {told_counts(each.consistent)}{thin}); the map: {each.verdict}"
    )


def ach_table(ach: Ach, name: str = "evidence") -> list[Sequence[object]]:
    """Give the matrix, or the ``hypotheses``, as a plain table, its heading first."""
    if name == "hypotheses":
        return list(_hypotheses(ach))
    return list(_evidence(ach))


def _evidence(ach: Ach) -> Iterator[Sequence[object]]:
    letters = [h.letter for h in ach.hypotheses]
    grades = [f"{letter} grade" for letter in letters]
    yield "evidence", "shows", "document", "diagnosticity", *letters, *grades
    for row in ach.rows:
        shows = ach.project.evidence[row.evidence].shows
        words, worths = [r.word for r in row.ratings], [r.worth for r in row.ratings]
        yield row.evidence, shows, row.document, row.diagnosticity, *words, *worths


def _hypotheses(ach: Ach) -> Iterator[Sequence[object]]:
    yield (
        "hypothesis",
        "claim",
        "text",
        "rank",
        "score",
        "inconsistent",
        "consistent",
        "verdict",
        "says little",
    )
    for each in ach.hypotheses:
        counts = told_counts(each.inconsistent), told_counts(each.consistent)
        text, little = ach.project.claims[each.claim].text, "yes" if each.thin else ""
        yield each.letter, each.claim, text, each.rank, each.score, *counts, str(each.verdict), little


def ach_svg(
    ach: Ach,
    *,
    colours: str = "colour",
    link: Callable[[str], str] | None = None,
    most: int = MOST,
) -> str:
    """Draw the matrix; the same bytes for the same map.

    Args:
        ach: The matrix.
        colours: ``colour`` or ``mono``.
        link: Id of a piece of evidence to its address.
        most: Not more rows than so many, the most telling; the rest is counted.
    """
    rows, told = shown_evidence(ach, most)
    names = [
        f"{h.letter}  {ach.project.claims[h.claim].text} ({told_hypothesis(ach, h)})" for h in ach.ranking
    ]
    grid = Grid(
        title=f"Competing hypotheses: {ach.project.settings.title}",
        subtitle=f"{told[0].upper()}{told[1:]}.",
        preface=names,
        columns=[*(GridColumn("", h.letter) for h in ach.hypotheses), GridColumn("tells apart")],
        rows=[_row(ach, row, link) for row in rows],
        width=52,
        legend=(f"{KEY}.", MEANT, *(f"Mind: {warning}." for warning in ach.warnings)),
    )
    return grid_svg(grid, colours=colours)


def _row(ach: Ach, row: AchRow, link: Callable[[str], str] | None) -> GridRow:
    cells = [_cell(each, rating) for each, rating in zip(ach.hypotheses, row.ratings, strict=True)]
    last = GridCell("", str(row.diagnosticity), told=f"diagnosticity {row.diagnosticity} of 8")
    href = link(row.evidence) if link else ""
    return GridRow(ach.project.evidence[row.evidence].shows, row.evidence, [*cells, last], href=href)


def _cell(each: Hypothesis, rating: Rating) -> GridCell:
    word = rating.word
    sign = _SIGNS[word[0]]
    grade = GRADE_WORDS[abs(rating.worth)] if rating.worth else ""
    told = f"{each.letter}: {_WORDS[word]}" + (f", {grade}" if grade else "")
    return GridCell(sign, "" if word == "N" else word, strong=len(word) > 1, told=told)


def ach_html(ach: Ach, *, link: Callable[[str], str] | None = None) -> str:
    """Make a page: hypotheses by rank, the whole matrix, and evidence that does not discriminate."""
    _, told = shown_evidence(ach, None)
    columns = ("Evidence", *(h.letter for h in ach.hypotheses), "Diagnosticity")
    sections = [
        ("hypotheses", "Hypotheses, the least contradicted first", _ranking_html(ach)),
        (
            "matrix",
            "Evidence by hypothesis",
            table_html(f"{KEY}.", columns, [_row_html(ach, row, link) for row in ach.telling]),
        ),
    ]
    if ach.indifferent:
        lines = [f"{ach.project.evidence[row.evidence].shows} ({row.evidence})" for row in ach.indifferent]
        sections.append(("alike", "Evidence that does not discriminate", _list(lines)))
    if ach.excluded:
        lines = [f"{ach.project.evidence[key].shows} ({key})" for key in ach.excluded]
        sections.append(("excluded", "Evidence left out: forged, withheld or undermined", _list(lines)))
    title = f"Competing hypotheses: {ach.project.settings.title}"
    return web_page(title, f"{ach.found} {told[0].upper()}{told[1:]}.", sections)


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{xml(line)}</li>' for line in lines)}</ul>"


def _ranking_html(ach: Ach) -> str:
    rows = (
        f'<tr><td class="n">{each.rank}</td><th scope="row"><b>{each.letter}</b> '
        f"{xml(ach.project.claims[each.claim].text)}<br><code>{xml(each.claim)}</code></th>"
        f'<td class="n">{each.score}</td><td>{told_counts(each.inconsistent)}</td>'
        f"<td>{told_counts(each.consistent)}</td><td>{each.verdict.mark} {xml(str(each.verdict))}</td></tr>\n"
        for each in ach.ranking
    )
    columns = ("Rank", "Hypothesis", "Score", "Inconsistent documents", "Consistent documents", "The map")
    return table_html(MEANT, columns, rows) + paragraphs(f"Mind: {w}." for w in ach.warnings)


def _row_html(ach: Ach, row: AchRow, link: Callable[[str], str] | None) -> str:
    name = f"<code>{xml(row.evidence)}</code>"
    name = f'<a href="{xml(link(row.evidence))}">{name}</a>' if link else name
    cells = "".join(_cell_html(rating) for rating in row.ratings)
    shows = xml(ach.project.evidence[row.evidence].shows)
    return f'<tr><th scope="row">{shows}<br>{name}</th>{cells}<td class="n">{row.diagnosticity}</td></tr>\n'


def _cell_html(rating: Rating) -> str:
    word = rating.word
    look = cell_class(_SIGNS[word[0]], strong=len(word) > 1)
    shown = "·" if word == "N" else f"{_SIGNS[word[0]]} {word}"
    return f'<td class="{look} narrow" title="{_WORDS[word]}">{shown}</td>'
