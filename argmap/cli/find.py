"""``argmap find``."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap import __version__
from argmap.cli.options import Format, ProjectDir, TextOrJson, write_json

if TYPE_CHECKING:
    from argmap.search.entry import Entry


class Searched(StrEnum):
    """Kinds of records that can be searched."""

    CLAIMS = "claims"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    SCHOLARS = "scholars"
    SCHOOLS = "schools"
    EVENTS = "events"
    PARTS = "parts"
    FINDINGS = "findings"


def find(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="Words; a phrase in quotation marks; the beginning of a word with a star. "
            "The last word counts as a beginning too.",
        ),
    ],
    project: ProjectDir = None,
    kind: Annotated[
        list[Searched], typer.Option(help="Only this kind of record; repeatable.", case_sensitive=False)
    ] = [],
    without: Annotated[
        list[str],
        typer.Option("--not", metavar="WORD", help="Only records without this word or phrase; repeatable."),
    ] = [],
    limit: Annotated[int, typer.Option(min=1, help="Records shown.")] = 20,
    form: Format = TextOrJson.TEXT,
) -> None:
    """Search claims, evidence, sources, scholars, schools, events, parts and findings.

    Ranked as on the web pages; case and accents do not count. What must not be there follows --not, or a
    minus sign: argmap find 'acheson -speech'.

    Exit code 0: something was found; 1: nothing; 2: wrong usage or unreadable input.
    """
    from argmap.cli.finding import Asking, print_hits
    from argmap.search.cache import find as search

    root = _root(project)
    asking = Asking(words, without, [each.value for each in kind])
    query = asking.query
    hits = search(root, lambda: _entries(root), query, asking.kinds or (), limit, __version__)
    if form is TextOrJson.JSON:
        from argmap.exchange.find_objects import find_object

        write_json(find_object(hits, query))
        code = 0 if hits.number else 1
    else:
        code = print_hits(hits, query)
    raise typer.Exit(code)


def _root(project: Path | None) -> Path:
    """Find the project; what is wrong where there is none is told by what takes longer to import."""
    from argmap.files.folder import project_folder

    found = project_folder(str(project or Path()), upwards=project is None)
    if found is None:
        from argmap.files.project import find_root

        return find_root(project or Path(), upwards=project is None)
    return Path(found)


def _entries(root: Path) -> Iterable["Entry"]:
    """Give the records of a project as it is now."""
    from argmap.check import check_project
    from argmap.site.catalogue import Catalogue
    from argmap.site.entries import entries
    from argmap.verdict.judgement import judge

    audit = check_project(root)
    return entries(Catalogue(audit, judge(audit.project)))
