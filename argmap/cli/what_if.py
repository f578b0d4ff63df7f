"""``argmap what-if``."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.cli.options import (
    AsOf,
    Assume,
    Format,
    Grades,
    GradesOf,
    ProjectDir,
    Reject,
    SchoolName,
    Standard,
    TextOrJson,
    Without,
    audience_of,
    open_map,
    write,
    write_json,
)

if TYPE_CHECKING:
    from argmap.model.project import Project
    from argmap.verdict.whatif import Change


def what_if(
    project: ProjectDir = None,
    without: Without = [],
    as_of: AsOf = None,
    grades: Grades = GradesOf.THEN,
    school: SchoolName = None,
    assume: Assume = [],
    reject: Reject = [],
    standard: Standard = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Show which verdicts change before another audience: old verdict to new."""
    from argmap.model.errors import ArgmapError
    from argmap.verdict.audience import Audience

    who = audience_of(without, as_of, school, assume, reject, grades, standard)
    if who == Audience():
        raise ArgmapError("what if what? give --without, --as-of, --school, --assume, --reject or --standard")
    opened = open_map(project)
    changed = opened.what_if(who)
    if form is TextOrJson.JSON:
        from argmap.exchange.objects import what_if_object

        write_json(what_if_object(str(who), opened.project, changed))
    else:
        write("\n".join(_lines(str(who), opened.project, changed)) + "\n")


def _lines(who: str, project: "Project", changed: "list[Change]") -> Iterator[str]:
    turned = sum(change.turned for change in changed)
    who = who[0].upper() + who[1:]
    if not changed:
        yield f"{who}: no verdict changes."
        return
    grades = len(changed) - turned
    turn = "1 verdict turns" if turned == 1 else f"{turned} verdicts turn"
    change_too = "1 grade changes" if grades == 1 else f"{grades} grades change"
    yield f"{who}: of {len(project.claims)} claims {turn} and {change_too}."
    for change in changed:
        yield ""
        yield f"{change.before.mark} {change.before} → {change.after.mark} {change.after}   {change.claim}"
        text = project.claims[change.claim].text
        yield from textwrap.wrap(text, 100, initial_indent="    ", subsequent_indent="    ")
