"""Single steps beside the libraries that do only these: quotations, frameworks, AIF."""

from pathlib import Path

from benchmarks.generate.aif import write_aif
from benchmarks.generate.frameworks import FRAMEWORKS, write_framework
from benchmarks.generate.quotations import Quotations, write_quotations
from benchmarks.measure.run import Contestant
from benchmarks.peers.listed import ARGUEBUF, FORMAL_ARGUMENTATION, PYTHON_ARGUMENTATION, REANCHOR
from benchmarks.peers.peer import DRIVERS, Library, find_python
from benchmarks.series.bench import REPOSITORY, Bench, argmap_command
from benchmarks.series.rows import ARGMAP

QUOTATIONS = "quotations"
FRAMEWORK = "frameworks"
AIF = "aif"


def run_quotations(bench: Bench, *, quick: bool = False) -> None:
    """Look quotations up: a few in one text, beside reanchor, and a thousand in 50 MB."""
    sizes = [(1_000_000, 20, 1)] if quick else [(1_000_000, 20, 1), (50_000_000, 1000, 10)]
    for size, count, texts in sizes:
        made = write_quotations(bench.work / f"quotations-{size}", size, count, texts, bench.seed)
        race = f"{count:,} in {size // 1_000_000} MB"
        contestants = [Contestant(ARGMAP, _quotes(made), REPOSITORY)]
        if texts == 1:
            words = (str(made.quoted.parent), made.texts[0].name)
            contestants += _library(bench, QUOTATIONS, race, count, REANCHOR, *words)
        bench.race(QUOTATIONS, race, count, contestants)


def _quotes(made: Quotations) -> tuple[str, ...]:
    named = [word for file in made.texts for word in ("--text", f"{file.stem}={file}")]
    return (*argmap_command(), "manuscript", "quotes", *named, "--project", str(made.project))


def run_frameworks(bench: Bench, *, quick: bool = False) -> None:
    """Find the grounded extension, and one preferred extension, of frameworks."""
    for size in (1_000,) if quick else (1_000, 10_000, 100_000):
        for kind in FRAMEWORKS:
            file = bench.work / f"{kind}-{size}.af"
            write_framework(kind, size, file, bench.seed)
            for problem in ("SE-GR", "SE-PR"):
                race = f"{problem}, {kind}, {size:,}"
                contestants = [
                    Contestant(
                        ARGMAP, (*argmap_command(), "solve", "-p", problem, "-f", str(file)), REPOSITORY
                    )
                ]
                contestants += _library(
                    bench, FRAMEWORK, race, size, FORMAL_ARGUMENTATION, str(file), problem
                )
                if problem == "SE-GR":
                    contestants += _library(bench, FRAMEWORK, race, size, PYTHON_ARGUMENTATION, str(file))
                bench.race(FRAMEWORK, race, size, contestants)


def run_aif(bench: Bench, *, quick: bool = False) -> None:
    """Read AIF and write it again."""
    for size in (1_000,) if quick else (1_000, 10_000, 100_000):
        file = bench.work / f"map-{size}.json"
        out = bench.work / f"out-{size}.json"
        write_aif(bench.argument("book", size), file)
        words = (*argmap_command(), "convert", str(file), str(out), "--from", "aif", "--to", "aif")
        contestants = [Contestant(ARGMAP, words, REPOSITORY, (out,))]
        contestants += _library(bench, AIF, f"{size:,}", size, ARGUEBUF, str(file), str(out))
        bench.race(AIF, f"{size:,}", size, contestants)


def _library(
    bench: Bench, series: str, race: str, size: int, library: Library, *words: str
) -> list[Contestant]:
    """Make a contestant of a library, or keep a row that says why there is none."""
    if library.name not in bench.names:
        return []
    python = find_python(library.module, bench.places)
    if python is None:
        bench.absent(series, race, library.name, size, "not here")
        return []
    over = [
        row
        for row in bench.rows
        if row.series == series
        and row.name == library.name
        and row.size < size
        and row.race.partition(",")[0] == race.partition(",")[0]
        and row.fault.startswith(("over", "not run"))
    ]
    if over:
        bench.absent(series, race, library.name, size, f"not run: over the limit at {over[0].size:,}")
        return []
    driver: Path = DRIVERS / library.driver
    return [Contestant(library.name, (python, str(driver), *words), bench.work, codes=(0,))]
