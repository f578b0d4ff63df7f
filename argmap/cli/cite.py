"""``argmap cite``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.options import ProjectDir, is_colour, open_map, write, write_json
from argmap.model.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.citing.marked import Marked
    from argmap.citing.printing import Printed


class CiteFormat(StrEnum):
    """Formats of citations."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def cite(
    keys: Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Sources or evidence.")] = None,
    project: ProjectDir = None,
    style: Annotated[
        str,
        typer.Option(
            help="chicago (18th edition), chicago-17, or a .csl file, for which the extra 'csl' is needed."
        ),
    ] = "chicago",
    note: Annotated[
        bool, typer.Option("--note", help="The full note, which is printed if nothing is said.")
    ] = False,
    short: Annotated[bool, typer.Option("--short", help="The short note.")] = False,
    bibliography: Annotated[
        bool, typer.Option("--bibliography", help="The entry of a bibliography.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Every source: the whole bibliography, sorted.")
    ] = False,
    grouped: Annotated[
        bool, typer.Option("--grouped", help="Primary sources apart, under headings.")
    ] = False,
    dashes: Annotated[
        bool, typer.Option("--dashes/--no-dashes", help="A dash for names that repeat; Chicago only.")
    ] = True,
    form: Annotated[CiteFormat, typer.Option("--format", help="How it is printed.")] = CiteFormat.TEXT,
) -> None:
    """Print sources and evidence as notes, short notes or entries of a bibliography."""
    from argmap.citing.printing import entries_of, printed

    if everything == bool(keys):
        raise ArgmapError("name sources or evidence, or ask for --all")
    forms = [name for name, asked in (("note", note), ("short", short), ("entry", bibliography)) if asked]
    opened = open_map(project).project
    sheet = Path(style) if style.lower().endswith(".csl") else style
    if everything and not {"note", "short"} & set(forms):
        _print(entries_of(opened, sheet, grouped=grouped, dashes=dashes), ["entry"], form)
        return
    wanted = list(opened.sources) if everything else list(dict.fromkeys(keys or ()))
    usual = ["note", "short", "entry"] if form is CiteFormat.JSON else ["note"]
    _print(printed(opened, wanted, sheet), forms or usual, form)


def _print(lines: "list[Printed]", forms: list[str], form: CiteFormat) -> None:
    """Print citations one a line; a blank line before each where one has several forms."""
    if form is CiteFormat.JSON:
        write_json([_object(line, forms) for line in lines])
        return
    group, several = "", len(forms) > 1
    texts: list[str] = []
    for line in lines:
        if line.group != group:
            group = line.group
            texts.append(_heading(group, form, is_first=not texts))
        shown = [_text(marked, form) for name in forms if (marked := line.form(name)) is not None]
        texts += [f"{text}\n" if form is not CiteFormat.MARKDOWN else f"{text}\n\n" for text in shown]
        if several and form is CiteFormat.TEXT and len(lines) > 1:
            texts.append("\n")
    text = "".join(texts).rstrip("\n") + "\n" if texts else ""
    if form is CiteFormat.TEXT and is_colour():
        sys.stdout.write(text)  # italics steer the terminal; nothing else in it can
    else:
        write(text)


def _heading(group: str, form: CiteFormat, *, is_first: bool) -> str:
    if form is CiteFormat.HTML:
        from html import escape

        return f"<h2>{escape(group)}</h2>\n"
    if form is CiteFormat.MARKDOWN:
        return f"## {group}\n\n"
    return f"{'' if is_first else chr(10)}{group}\n\n"


def _text(marked: "Marked", form: CiteFormat) -> str:
    if form is CiteFormat.MARKDOWN:
        return marked.markdown
    if form is CiteFormat.HTML:
        return f"<p>{marked.html}</p>"
    return marked.terminal if is_colour() else marked.text


def _object(line: "Printed", forms: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"id": line.id}
    if line.group:
        found["group"] = line.group
    for name, key in (("note", "note"), ("short", "short"), ("entry", "bibliography")):
        marked = line.form(name)
        if name in forms and marked is not None:
            found[key] = {"text": marked.text, "markdown": marked.markdown, "html": marked.html}
    return found
