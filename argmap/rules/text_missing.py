"""Texts that should be at hand and are not."""

from collections.abc import Iterator
from pathlib import Path

from argmap.files.local_file import LOCAL_FILE
from argmap.model.errors import shown
from argmap.model.finding import Finding, Severity, Spot
from argmap.rules.case import Case
from argmap.rules.hints import Hints
from argmap.rules.registry import project_rule


@project_rule("text-missing", family="files", severity=Severity.ERROR)
def text_missing(case: Case) -> Iterator[Finding]:
    """A text that should be at hand is not there.

    ``argmap.local.toml`` says where the texts of sources and manuscripts lie on this machine. A file that is
    not there, cannot be opened or is empty leaves quotations and notes unchecked; a text under an id that
    no source has is never looked into. Mend the path or the id.

    Found in::

        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: ""

    Not in::

        sources:
          kim-1998: {type: book, title: The Border War}
        texts:
          kim-1998: The telegram of 3 May says that Moscow is not ready to send the army to the border.
    """
    project = case.project
    hints = Hints(project)
    for name, text in case.texts.declared_manuscripts.items():
        if fault := _fault(text):
            yield Finding(
                f"the manuscript '{shown(name)}' {fault}",
                Spot(LOCAL_FILE, ("manuscripts", name)),
                help="mend the path in argmap.local.toml",
            )
    for key, text in case.texts.declared_sources.items():
        spot = Spot(LOCAL_FILE, ("texts", key))
        if key not in project.sources and ("sources", key) not in project.dropped:
            yield Finding(
                f"a text is given for '{shown(key)}', and no source has that id",
                spot,
                (key,),
                hints.did_you_mean(key, ("sources",), "name it under the id of its source"),
            )
        if fault := _fault(text):
            yield Finding(
                f"the text of source '{shown(key)}' {fault}",
                spot,
                (key,),
                "mend the path in argmap.local.toml",
            )


def _fault(text: Path | bytes) -> str | None:
    """Say what keeps a text from being read, as far as its file tells."""
    if isinstance(text, bytes):
        return None if text.strip() else "is empty"
    try:
        if text.is_dir():
            return f"is a folder: {shown(text.name)}"
        with text.open("rb") as file:
            return None if file.read(1) else f"is empty: {shown(text.name)}"
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f"cannot be read: {shown(text.name)}: {told}"
