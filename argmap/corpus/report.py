"""The report on a corpus, in Markdown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from argmap.corpus.columns import Asked
from argmap.corpus.summary import MOST_TROUBLED, Summary, Tally
from argmap.model.finding import Severity
from argmap.model.vocabulary import VERDICT_WORDS
from argmap.report.markdown import escaped

MOST_ROWS = 25
"""Rows of a table of groups; the tables of results have them all."""

MOST_COLUMNS = 6
"""Groups that have a column of their own in the table of rules."""

_WIDTH = 160
K = TypeVar("K", str, "str | None")


def report_text(summary: Summary, name: str, asked: Asked) -> str:
    """Write the report.

    Args:
        summary: The corpus in figures.
        name: What the corpus is called.
        asked: Columns that were named; what was not is not reported on.
    """
    blocks = [
        f"# {_short(name)}: {_number(summary.whole.projects, 'project')}",
        _lead(summary),
        "## Verdicts",
        _verdicts(summary.whole),
        "## Which rules fire",
        _rules(summary, asked.group),
        "## The most fragile claims",
        _fragile(summary),
    ]
    if asked.group is not None:
        blocks += [f"## By {_short(asked.group)}", _tallies(asked.group, _largest(summary.groups))]
    if summary.schools:
        blocks += ["## What schools hold", _schools(summary.schools)]
    if asked.date is not None:
        years = sorted(summary.years.items(), key=lambda each: (each[0] is None, each[0] or 0))
        named = [("no date" if year is None else str(year), tally) for year, tally in years]
        blocks += ["## Over time", _tallies("year", named)]
    if summary.troubled:
        blocks += ["## Not audited, or not all of it", _troubled(summary)]
    return "\n\n".join(blocks) + "\n"


def _lead(summary: Summary) -> str:
    whole, statuses = summary.whole, summary.statuses
    counts = whole.counts
    findings = ", ".join(_number(counts[f"{s}s"], s.value) for s in Severity)
    lines = [
        f"{_number(counts['claims'], 'claim')} and {counts['evidence']:,} pieces of evidence in "
        f"{_number(whole.audited, 'project')}; {findings}.",
    ]
    for status, told in (
        ("partly", "could be read only in part"),
        ("refused", "were refused"),
        ("failed", "could not be audited"),
    ):
        if statuses[status]:
            lines.append(f"{statuses[status]:,} {told}.")
    lines.append("Everything is in `projects/`, `findings/` and `verdicts/` beside this page, as Parquet.")
    return "\n".join(lines)


def _verdicts(tally: Tally) -> str:
    claims = tally.counts["claims"]
    rows = [(word, f"{tally.counts[word]:,}", _share(tally.counts[word], claims)) for word in VERDICT_WORDS]
    return _table(("verdict", "claims", "share"), rows, right=2)


def _rules(summary: Summary, group: str | None) -> str:
    if not summary.rules:
        return "No rule found anything."
    columns = [] if group is None else _largest(summary.groups)[:MOST_COLUMNS]
    ranked = sorted(summary.rules.items(), key=lambda each: (-each[1].projects, each[0]))
    audited = summary.whole.audited
    rows = []
    for rule, fired in ranked:
        by_group = [_share(fired.groups[key], tally.audited) for key, tally in _keyed(summary, columns)]
        told = f"{fired.findings:,}", f"{fired.projects:,}", _share(fired.projects, audited)
        rows.append((escaped(rule), fired.severity, *told, *by_group))
    heads = ("rule", "severity", "findings", "projects", "share", *(_short(name) for name, _ in columns))
    table = _table(heads, rows, right=len(heads) - 2)
    if not columns:
        return table
    return f"{table}\n\nUnder a {_short(group or '')}: the share of its projects in which the rule fires."


def _keyed(summary: Summary, columns: Iterable[tuple[str, Tally]]) -> list[tuple[str | None, Tally]]:
    wanted = {id(tally) for _, tally in columns}
    by_id = {id(tally): (key, tally) for key, tally in summary.groups.items() if id(tally) in wanted}
    return [by_id[id(tally)] for _, tally in columns]


def _fragile(summary: Summary) -> str:
    if not summary.fragile:
        return "No supported claim falls with a single piece of evidence."
    rows = [
        (
            _short(each.project),
            f"{_short(each.claim)}: {_short(each.text)}",
            each.grade,
            f"{-each.rank[0]:,}",
            ", ".join(_short(name, 40) for name in each.hangs_on[:5]) + " …" * (len(each.hangs_on) > 5),
        )
        for each in summary.fragile
    ]
    head = ("project", "claim", "grade", "single points", "any of which turns it")
    lead = (
        f"{_number(summary.whole.counts['fragile'], 'supported claim')} would turn with the loss of a single "
        "piece of evidence; first those with most such pieces, then those with the smallest lead."
    )
    return f"{lead}\n\n{_table(head, rows)}"


def _largest(groups: Mapping[str | None, Tally]) -> list[tuple[str, Tally]]:
    ranked = sorted(groups.items(), key=lambda each: (-each[1].projects, each[0] or ""))
    return [("(none)" if key is None else key, tally) for key, tally in ranked]


def _tallies(head: str, tallies: Sequence[tuple[str, Tally]]) -> str:
    rows = []
    for name, tally in tallies[:MOST_ROWS]:
        counts, claims = tally.counts, tally.counts["claims"]
        per_project = [f"{counts[f'{s}s'] / tally.audited:.1f}" if tally.audited else "" for s in Severity]
        shares = [_share(counts[word], claims) for word in VERDICT_WORDS]
        fragile = _share(counts["fragile"], counts["supported"])
        rows.append((_short(name), f"{tally.projects:,}", f"{claims:,}", *shares, fragile, *per_project))
    heads = ("projects", "claims", *VERDICT_WORDS, "fragile", *(f"{s}s" for s in Severity))
    table = _table((_short(head), *heads), rows, right=len(heads))
    left = len(tallies) - len(rows)
    more = f"\n\n{left:,} more are in `projects/`." if left > 0 else ""
    return (
        f"{table}{more}\n\nVerdicts are shares of claims, fragile is a share of supported claims, findings "
        "are per project."
    )


def _schools(schools: Mapping[str, Mapping[str, int]]) -> str:
    ranked = sorted(schools.items(), key=lambda each: (-sum(each[1].values()), each[0]))[:MOST_ROWS]
    rows = []
    for school, verdicts in ranked:
        held = sum(verdicts.values())
        shares = [_share(verdicts.get(word, 0), held) for word in VERDICT_WORDS]
        rows.append((_short(school), f"{held:,}", *shares))
    heads = ("claims held", *VERDICT_WORDS)
    return _table(("school", *heads), rows, right=len(heads))


def _troubled(summary: Summary) -> str:
    rows = [
        (_short(each.project), _short(each.origin), each.status, _short(each.message, 300))
        for each in summary.troubled
    ]
    table = _table(("project", "where", "status", "message"), rows)
    left = sum(n for status, n in summary.statuses.items() if status != "whole") - len(rows)
    more = f"\n\n{left:,} more are in `projects/`, by `status`." if left > 0 else ""
    return table + more if len(rows) <= MOST_TROUBLED else table


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], right: int = 0) -> str:
    """Write a table; its last columns stand to the right, as numbers do."""
    rule = ["---"] * (len(head) - right) + ["---:"] * right
    lines = [head, rule, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else ""


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"


def _short(text: str, width: int = _WIDTH) -> str:
    return escaped(text if len(text) <= width else text[: width - 1] + "…")
