"""``argmap solve``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.options import Format, TextOrJson, write, write_json

if TYPE_CHECKING:
    from argmap.solver.tasks import Answer


def solve(
    problem: Annotated[
        str | None,
        typer.Option("-p", "--problem", metavar="TASK-SEMANTICS", help="What to solve, as DS-PR."),
    ] = None,
    file: Annotated[Path | None, typer.Option("-f", "--file", help="The framework.")] = None,
    file_format: Annotated[
        str | None,
        typer.Option(
            "-fo", "--file-format", help="Its format: apx, tgf or i23; told by content if left out."
        ),
    ] = None,
    argument: Annotated[
        str | None, typer.Option("-a", "--argument", help="The argument that DC and DS ask about.")
    ] = None,
    gradual: Annotated[
        str | None,
        typer.Option(
            metavar="SEMANTICS",
            help="Strengths in a weighted framework (facts or JSON): dfquad, quadratic-energy or euler.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="List or count no more extensions than this.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(min=0, help="Stop after so many seconds.")] = None,
    form: Format = TextOrJson.TEXT,
    problems: Annotated[bool, typer.Option("--problems", help="Print the problems it solves.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="Print the formats it reads.")] = False,
) -> None:
    """Solve an abstract argumentation framework, called as the solvers of the ICCMA are.

    Tasks: EE, SE, DC, DS, CE (list all extensions, give one, in some, in all, count). Semantics: CO complete,
    PR preferred, ST stable, SST semi-stable, STG stage, GR grounded, ID ideal.
    """
    if problems or formats:
        _print_abilities(problems=problems)
        return
    if file is None or (problem is None) == (gradual is None):
        raise typer.BadParameter("a file is wanted (-f), and either a problem (-p) or --gradual")
    data = _read(file)
    if gradual is not None:
        answer = _strengths(data, str(file), gradual, argument, timeout)
    else:
        from argmap.solver.reading import read_framework
        from argmap.solver.tasks import solve as solve_problem

        framework = read_framework(data, str(file), file_format)
        answer = solve_problem(framework, problem or "", argument, limit=limit, timeout=timeout)
    _print(answer, form)


def _print_abilities(*, problems: bool) -> None:
    from argmap.solver.reading import FORMATS
    from argmap.solver.tasks import PROBLEMS

    write(f"[{','.join(PROBLEMS if problems else FORMATS)}]\n")


def _read(file: Path) -> bytes:
    from argmap.model.errors import UnreadableError, shown
    from argmap.solver.text import LARGEST

    try:
        if file.stat().st_size > LARGEST:
            raise UnreadableError(f"'{shown(str(file))}' is larger than {LARGEST // 1_000_000} MB")
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableError(f"cannot read '{shown(str(file))}': {reason}") from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError(f"cannot read '{shown(str(file))}': {error}") from error


def _strengths(
    data: bytes, name: str, semantics: str, argument: str | None, timeout: float | None
) -> "Answer":
    from argmap.model.errors import UnknownNameError
    from argmap.solver.gradual import strengths
    from argmap.solver.reading import read_weighted
    from argmap.solver.tasks import Answer

    framework = read_weighted(data, name)
    found = strengths(framework, semantics, timeout)
    values = dict(zip(framework.names, found.values, strict=True))
    if argument is not None:
        if argument not in values:
            raise UnknownNameError("argument", argument, values if len(values) <= 10_000 else ())
        values = {argument: values[argument]}
    status = "ok" if found.converged else "limit"
    return Answer(found.semantics, status, strengths=values, note=found.report)


def _print(answer: "Answer", form: TextOrJson) -> None:
    sys.set_int_max_str_digits(0)  # a count can be long
    if answer.note:
        sys.stderr.write(f"argmap: {answer.note}\n")
    if form is TextOrJson.JSON:
        write_json(answer.as_object())
        return
    if answer.strengths:
        text = "".join(f"{name} {value:.10g}\n" for name, value in answer.strengths.items())
    else:
        from argmap.solver.iccma import answer_text

        text = answer_text(answer)
    for line in text.splitlines(keepends=True):
        if line.rstrip("\n").isprintable():
            sys.stdout.write(line)
        else:
            write(line)
