"""``argmap manuscript quotes``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.manuscript.opening import From, cited, map_here, open_manuscript, waiting
from argmap.cli.options import Format, ProjectDir, TextOrJson, write_json

if TYPE_CHECKING:
    from argmap.api import ArgumentMap
    from argmap.manuscript.lookups import Lookups
    from argmap.manuscript.quotes.receipts import Receipt
    from argmap.manuscript.quotes.records import SourceText
    from argmap.manuscript.quoting import Quoted

Texts = Annotated[
    list[str],
    typer.Option(
        "--text", metavar="KEY=FILE", help="A source's text, by its id in the bibliography; repeatable."
    ),
]


def quotes(
    file: Annotated[
        Path | None,
        typer.Argument(help="The text; without it, the quotations of evidence records.", metavar="[FILE]"),
    ] = None,
    from_: From = None,
    text: Texts = [],
    keep: Annotated[
        bool, typer.Option("--keep-receipts", help="Note what was verified, for when a text is not here.")
    ] = False,
    project: ProjectDir = None,
    form: Format = TextOrJson.TEXT,
) -> None:
    """List the quotations of a text, or check them and those of the evidence against their sources.

    With --text, or with texts named in argmap.local.toml, every quotation is looked up: exact,
    typographic, elided, edited, altered, near, absent. The exit code is 1 if one is worse than edited.
    """
    from argmap.model.errors import ArgmapError

    opened = map_here(project)
    texts = _texts(text, opened)
    receipts = _receipts(opened)
    if file is None and not texts and not receipts:
        raise ArgmapError(
            "give a text to list its quotations, or --text KEY=FILE to check those of the evidence"
        )
    if file is not None and not texts:
        _list(file, from_, opened, form)
        return
    _check(file, from_, opened, texts, keep, form)


def _list(file: Path, from_: str | None, opened: "ArgumentMap | None", form: TextOrJson) -> None:
    from argmap.manuscript.quotations import find_quotations

    found, loose = find_quotations(open_manuscript(file, from_, opened))
    if form is TextOrJson.JSON:
        from argmap.exchange.manuscript_objects import quotation_object

        write_json([quotation_object(quotation) for quotation in found])
    else:
        from argmap.cli.manuscript.tables import print_quotations

        print_quotations(found, loose)


def _check(
    file: Path | None,
    from_: str | None,
    opened: "ArgumentMap | None",
    texts: "list[SourceText]",
    keep: bool,
    form: TextOrJson,
) -> None:
    from argmap.manuscript.lookups import look_up, rewordings
    from argmap.manuscript.quotes.records import Verdict

    quoted = _quoted(file, from_, opened, texts)
    with waiting(f"looking up {len(quoted)} quotations"):
        lookups = look_up(quoted, texts, _receipts(opened))
    if keep:
        _keep(opened, lookups, texts)
    wordings = rewordings(quoted)
    if form is TextOrJson.JSON:
        from argmap.exchange.quotation_objects import checks_object

        write_json(checks_object(lookups, wordings))
    else:
        from argmap.cli.manuscript.quotation_tables import print_checks

        print_checks(lookups, wordings)
    verdicts = {each.check.verdict for each in lookups.each}
    if any(not verdict.is_clean and verdict is not Verdict.EARLIER for verdict in verdicts):
        raise typer.Exit(1)


def _quoted(
    file: Path | None, from_: str | None, opened: "ArgumentMap | None", texts: "list[SourceText]"
) -> "list[Quoted]":
    from argmap.manuscript.quoting import evidence_quotations, manuscript_quotations

    quoted = list(evidence_quotations(opened.project)) if opened else []
    if file is not None:
        manuscript = open_manuscript(file, from_, opened)
        here = dict.fromkeys(text.key for text in texts)
        quoted += manuscript_quotations(file.name, manuscript, cited(manuscript, opened, file), here)
    return quoted


def _texts(named: list[str], opened: "ArgumentMap | None") -> "list[SourceText]":
    """Read the texts named on the command line and in argmap.local.toml."""
    from argmap.files.local_file import read_local
    from argmap.manuscript.quotes.records import SourceText
    from argmap.manuscript.read import plain_text
    from argmap.model.errors import ArgmapError

    files: dict[str, Path] = {}
    if opened is not None and opened.root is not None:
        files.update(read_local(opened.root, opened.project.settings).sources)
    for each in named:
        key, equals, name = each.partition("=")
        if not (key and equals and name):
            raise ArgmapError(f"--text is KEY=FILE, not '{each}'")
        files[key] = Path(name)
    texts = []
    for key, path in files.items():
        with waiting(f"reading {path.name}", path):
            words, pages = plain_text(path)
        texts.append(SourceText(key, words, pages))
    return texts


def _receipts(opened: "ArgumentMap | None") -> "list[Receipt]":
    from argmap.manuscript.receipt_file import read_receipts

    return read_receipts(opened.root) if opened is not None and opened.root is not None else []


def _keep(opened: "ArgumentMap | None", lookups: "Lookups", texts: "list[SourceText]") -> None:
    import sys
    from datetime import date

    from argmap import __version__
    from argmap.manuscript.receipt_file import RECEIPTS_FILE, keep_receipts
    from argmap.model.errors import ProjectNotFoundError

    if opened is None or opened.root is None:
        raise ProjectNotFoundError("receipts are kept in a project, and there is none here")
    checks = [(each.quoted.quotation, each.check) for each in lookups.each]
    made = keep_receipts(opened.root, checks, texts, version=__version__, date=date.today().isoformat())
    sys.stderr.write(f"argmap: {made} quotations verified, noted in {RECEIPTS_FILE}\n")
