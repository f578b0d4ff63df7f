"""A first project, small and whole, for ``argmap new``."""

import json
from pathlib import Path

from argmap.files.atomic import make_folder, write_text
from argmap.files.schema import json_schema, settings_schema
from argmap.model.errors import ExistsError, shown

SCHEMA_LINE = "# yaml-language-server: $schema=../schema/argmap.schema.json\n"

CLAIMS = """
claims:
  fire-began-in-the-bakery:
    text: The fire began in the bakery.
    kind: factual
    part: I
    when: 1862-06-21
    held_by: [author]
    for:
      - night-watchs-report
      - from: [oven-left-burning, bakery-burnt-first]
        because: The house that burns first, with a fire lit in it, is where a fire begins.
        scheme: sign
        strength: good
    against:
      - from: baker-denies-it
        tendency: self-serving
        because: The baker says that the oven was cold.
        answer: oven-left-burning

  oven-left-burning:
    text: The oven was left burning over night.
    kind: factual
    part: I
    held_by: [author]
    for: [apprentices-letter]

  bakery-burnt-first:
    text: The bakery burnt before the houses beside it.
    kind: factual
    part: I
    held_by: [author]
    hedge: seems

scholars:
  author:
    name: Your Name

expect:
  fire-began-in-the-bakery: supported
"""

EVIDENCE = """
evidence:
  night-watchs-report:
    shows: The night watch saw flames behind the bakery's shutters before any other house burnt.
    source: town-book
    locator: {volume: 3, page: 41}
    kind: report
    made: 1862-06-22
    by: [night-watch]
    form: testimony
    witness: eyewitness
    cited: [I.1]
  apprentices-letter:
    shows: The apprentice writes home that nobody banked the oven that night.
    source: guild-papers
    kind: letter
    made: 1862-06-25
    by: [apprentice]
    form: testimony
    witness: actor
    cited: [I.2]
  baker-denies-it:
    shows: The baker told the court that the oven had been cold since noon.
    source: town-book
    locator: {volume: 3, page: 57}
    kind: minutes
    made: 1862-07-02
    by: [baker]
    form: testimony
    witness: actor
    cited: [I.3]
"""

SOURCES = """[
  {
    "id": "guild-papers",
    "type": "manuscript",
    "title": "Papers of the Bakers' Guild",
    "archive": "Town Archive"
  },
  {
    "id": "town-book",
    "type": "manuscript",
    "title": "Town Book",
    "volume": "3",
    "archive": "Town Archive"
  }
]
"""


def begin(folder: Path, title: str | None = None) -> list[str]:
    """Write a first project into a folder.

    Args:
        folder: The folder; it is made if need be.
        title: Title of the argument; the folder's name when None.

    Returns:
        The files made, as named from the folder.

    Raises:
        ExistsError: If one of them is there already; then nothing is written.
        UnreadableError: If they cannot be written.
    """
    named = title or folder.resolve().name or "An argument"
    files = {
        "argmap.toml": _settings(named),
        "claims/thesis.yaml": SCHEMA_LINE + CLAIMS,
        "evidence/documents.yaml": SCHEMA_LINE + EVIDENCE,
        "evidence/sources.json": SOURCES,
        "schema/argmap.schema.json": _json(json_schema()),
        "schema/argmap-settings.schema.json": _json(settings_schema()),
    }
    for name in files:
        if (folder / name).exists():
            raise ExistsError(f"'{shown(str(folder / name))}' is there already; nothing was written")
    for name, text in files.items():
        make_folder((folder / name).parent)
        write_text(folder / name, text)
    return list(files)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _settings(title: str) -> str:
    quoted = json.dumps(" ".join(title.split()), ensure_ascii=False)  # TOML quotes as JSON does
    return f"""#:schema schema/argmap-settings.schema.json
title = {quoted}
author = "author"
thesis = "fire-began-in-the-bakery"

[parts]
I = {{title = "The night of the fire", notes = 3}}
"""
