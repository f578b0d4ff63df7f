"""``argmap review``."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, ProjectDir, TextOrJson, open_map, write, write_json

if TYPE_CHECKING:
    from argmap.api import ArgumentMap
    from argmap.model.reviewing import ReviewStatus

SHOWN = 20
"""Claims without a review that are named before the rest are counted."""


def review(
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Claims that were reviewed.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who reviewed them: the id of a scholar, or a name.")] = None,
    note: Annotated[str | None, typer.Option(help="What the reviewer has to say.")] = None,
    when: Annotated[str | None, typer.Option(help="When (EDTF); not recorded if left out.")] = None,
    show: Annotated[
        bool, typer.Option("--list", help="Show which claims are reviewed, and which anew.")
    ] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Drop reviews of claims that are gone.")] = False,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Record that somebody reviewed claims as they are; 'check' tells when they have changed since."""
    from argmap.model.errors import ArgmapError

    asked = claims or []
    if show + prune + (by is not None) != 1:
        raise ArgmapError("review what? give ids with --by NAME, or --list, or --prune")
    if by is not None and not asked:
        raise ArgmapError("review what? give the ids of the claims that were reviewed")
    if prune and asked:
        raise ArgmapError("--prune takes no ids: it drops the reviews of all claims that are gone")
    if (note is not None or when is not None) and by is None:
        raise ArgmapError("--note and --when go with --by")
    opened = open_map(project)
    if by is not None:
        _record(opened, asked, by, note, when)
    elif prune:
        _prune(opened)
    else:
        found = opened.reviews(asked)
        if form is TextOrJson.JSON:
            from argmap.exchange.review_objects import reviews_object

            write_json(reviews_object(opened.project, found))
        else:
            write("\n".join(_listed(opened, found)) + "\n")


def _record(opened: "ArgumentMap", claims: list[str], by: str, note: str | None, when: str | None) -> None:
    from argmap.model.edtf import EdtfError
    from argmap.model.errors import ArgmapError, shown

    try:
        made = opened.review(*claims, by=by, note=note, when=when)
    except EdtfError as error:
        raise ArgmapError(f"--when: {error}") from None
    count = "1 claim" if len(made) == 1 else f"{len(made)} claims"
    sys.stderr.write(f"argmap: recorded the review of {count} by {shown(made[0].by)} in reviews.yaml\n")
    if opened.project.is_author(by):
        sys.stderr.write("argmap: the author of an argument is no reviewer of it: self-review will say so\n")


def _prune(opened: "ArgumentMap") -> None:
    from argmap.files.review_file import write_reviews
    from argmap.model.reviewing import without_gone

    kept, dropped = without_gone(opened.project)
    if dropped and opened.root is not None:
        write_reviews(opened.root, kept)
    names = ", ".join(dict.fromkeys(each.claim for each in dropped))
    sys.stderr.write(f"argmap: dropped reviews of {names}\n" if dropped else "argmap: nothing to drop\n")


def _listed(opened: "ArgumentMap", found: "dict[str, ReviewStatus]") -> Iterator[str]:
    from argmap.cli.tables import folded
    from argmap.rules.review_phrases import told_changes

    groups: dict[str, list[str]] = {"reviewed": [], "suspect": [], "not reviewed": []}
    for key, status in found.items():
        groups[status.word].append(key)
    yield f"Of {len(found)} claims " + ", ".join(f"{len(keys)} {word}" for word, keys in groups.items()) + "."
    for word in ("suspect", "reviewed"):
        for key in groups[word]:
            yield ""
            yield f"{word}   {key}"
            for each, changes in found[key].reviews:
                dated = f", {each.when}" if each.when else ""
                own = ", the author" if opened.project.is_author(each.by) else ""
                state = told_changes(opened.project, key, changes) if changes else "as it was"
                yield from folded(f"    {each.by}{dated}{own}: {state}", 8)
                if each.note:
                    yield from folded(f"        {each.note}", 8)
    missing = groups["not reviewed"]
    if missing:
        yield ""
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        yield from folded(f"not reviewed   {', '.join(missing[:SHOWN])}{more}", 15)
