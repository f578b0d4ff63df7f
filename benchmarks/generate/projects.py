"""Writes an argument as a project of argmap: in few big files, or with one record a file."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.generate.argument import Argument, Step
from benchmarks.generate.words import numbers

A_FILE = 400
"""Records in one big file."""
A_SOURCE = 6
"""Pieces of evidence from one source, about."""
PARTS = 10
SCHOLARS = 20
_SCHOOLS = ("old-school", "new-school", "third-school")
_KINDS = ("letter", "report", "minutes", "diary", "memorandum")
_FORMS = ("record", "record", "testimony", "scholarship")


def write_project(argument: Argument, folder: Path, *, single: bool = False) -> None:
    """Write a project.

    Args:
        argument: The argument.
        folder: The project's folder, made anew.
        single: Whether each record has a file of its own.
    """
    for name in ("claims", "evidence"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "argmap.toml").write_text(_settings(argument), "utf-8")
    (folder / "claims" / "people.yaml").write_text("".join(_people(argument)), "utf-8")
    _write(
        folder,
        "claims",
        range(argument.claims),
        (_claim(argument, n) for n in range(argument.claims)),
        single,
    )
    _write(folder, "evidence", argument.evidence, (_evidence(argument, n) for n in argument.evidence), single)
    text = json.dumps(list(_sources(argument)), indent=1)
    (folder / "evidence" / "sources.json").write_text(text + "\n", "utf-8")


def source_count(argument: Argument) -> int:
    """Tell how many sources the evidence comes from."""
    return 1 + len(argument.evidence) // A_SOURCE


def _settings(argument: Argument) -> str:
    begins = [_first_note(argument, part) for part in range(PARTS + 1)]
    parts = "".join(
        f'P{n} = {{title = "Part {n}", notes = {begins[n + 1] - begins[n]}}}\n' for n in range(PARTS)
    )
    return (
        f'title = "A made-up argument: {argument.shape}, {argument.size} records"\n'
        f'author = "writer"\nthesis = "{argument.key(0)}"\n\n[parts]\n{parts}'
    )


def _people(argument: Argument) -> Iterator[str]:
    """Give schools and scholars, each with a work of his own."""
    yield "schools:\n"
    for school in _SCHOOLS:
        yield f"  {school}: {{name: The {school.replace('-', ' ')}}}\n"
    yield "scholars:\n  writer: {name: The writer}\n"
    for number in range(SCHOLARS):
        work = number % source_count(argument)
        school = _SCHOOLS[number % len(_SCHOOLS)]
        yield f"  scholar-{number}: {{name: Scholar {number}, schools: [{school}], works: [source-{work}]}}\n"


def _write(folder: Path, kind: str, keys: Iterable[int], records: Iterator[str], single: bool) -> None:
    """Write records under one heading, so many a file; a folder holds a thousand files at most."""
    size = 1 if single else A_FILE
    numbered = list(keys)
    for begin in range(0, len(numbered), size):
        file = begin // size
        place = folder / kind / f"{file // 1000:03}" if single else folder / kind
        if file % 1000 == 0:
            place.mkdir(exist_ok=True)
        lines = [f"{kind}:\n", *(next(records) for _ in numbered[begin : begin + size])]
        (place / f"{file:06}.yaml").write_text("".join(lines), "utf-8")


def _claim(argument: Argument, number: int) -> str:
    lines = [f"  {argument.key(number)}:\n    text: {argument.text(number)}\n    kind: interpretive\n"]
    lines.append(f"    part: P{number * PARTS // argument.claims}\n")
    holders = "writer" if number % 5 else f"writer, scholar-{numbers(number) % SCHOLARS}"
    lines.append(f"    held_by: [{holders}]\n")
    if number % 2:
        lines.append(f"    when: {_date(number)}\n")
    steps = argument.steps.get(number, ())
    for field, against in (("for", False), ("against", True)):
        side = [step for step in steps if step.against is against]
        if side:
            lines.append(f"    {field}:\n")
            lines += [_step(argument, step) for step in side]
    return "".join(lines)


def _step(argument: Argument, step: Step) -> str:
    names = [argument.key(premise) for premise in step.premises]
    if len(names) == 1 and step.answer is None:
        return f"      - {names[0]}\n"
    text = f"      - from: [{', '.join(names)}]\n"
    if len(names) > 1:
        text += f"        because: {argument.text(step.premises[0] + 7_000_000)}\n"
    if step.answer is not None:
        text += f"        answer: {argument.key(step.answer)}\n"
    return text


def _evidence(argument: Argument, number: int) -> str:
    at = number - argument.claims
    stirred = numbers(number)
    part = at * PARTS // len(argument.evidence)
    return (
        f"  {argument.key(number)}:\n    shows: {argument.text(number)}\n"
        f"    source: source-{at // A_SOURCE}\n    locator: {{page: {1 + stirred % 400}}}\n"
        f"    kind: {_KINDS[stirred % 5]}\n    form: {_FORMS[at // A_SOURCE % 4]}\n"
        f"    made: {_date(number)}\n    cited: [P{part}.{1 + at - _first_note(argument, part)}]\n"
    )


def _first_note(argument: Argument, part: int) -> int:
    """Tell which piece of evidence the first note of a part cites."""
    return -(-part * len(argument.evidence) // PARTS)


def _sources(argument: Argument) -> Iterator[dict[str, object]]:
    for number in range(source_count(argument)):
        words = argument.text(number + 9_000_000).split()
        yield {
            "id": f"source-{number}",
            "type": "book",
            "title": " ".join(words[:6]),
            "author": [{"family": words[6].capitalize(), "given": words[7].capitalize()}],
            "issued": {"date-parts": [[1900 + number % 100]]},
            "publisher": "Town Press",
            "publisher-place": "Harbour",
        }


def _date(number: int) -> str:
    """Give a day between 1700 and 1899."""
    stirred = numbers(number + 5_000_000)
    return f"{1700 + stirred % 200}-{1 + stirred // 200 % 12:02}-{1 + stirred // 2400 % 28:02}"
