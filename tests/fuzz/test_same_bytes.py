"""What is printed depends on the project, and on nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import targets
import whole_project
from mutations import wrecked

HERE = Path(__file__).parents[2]
CHECK = ("check", "--select", "all", "--format", "json", "--no-cache")


def printed(root: Path, *words: str, seed: str = "0", cores: int = 2, cwd: Path | None = None) -> bytes:
    """Run a command in a process of its own."""
    main = (
        f"import os, sys; cores = sorted(os.sched_getaffinity(0))[:{cores}]; os.sched_setaffinity(0, cores)\n"
        "from argmap.cli import main; main()"
    )
    if not hasattr(os, "sched_setaffinity"):
        main = "from argmap.cli import main; main()"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE), "NO_COLOR": "1"}
    command = [sys.executable, "-W", "error", "-c", main, *words, "--project", str(root)]
    done = subprocess.run(command, env=environment, cwd=cwd, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


def made(folder: Path, files: dict[str, bytes], chance: Random) -> Path:
    """Write files in any order."""
    names = list(files)
    chance.shuffle(names)
    return targets.put(folder, {name: files[name] for name in names})


def test_the_corpus_is_told_the_same_under_every_hash_seed(tmp_path):
    told = {printed(HERE, *CHECK, seed=seed, cores=cores) for seed, cores in (("0", 1), ("1", 2), ("77", 2))}
    told.add(printed(HERE, *CHECK, seed="5", cwd=tmp_path))
    assert len(told) == 1


def test_files_may_be_written_in_any_order(tmp_path):
    files = {name: (HERE / name).read_bytes() for name in corpus_files()}
    told = set()
    for seed in range(2):
        root = made(tmp_path / str(seed), files, Random(seed))
        told.add(printed(root, *CHECK, seed=str(seed + 3)))
    assert len(told) == 1


def corpus_files() -> list[str]:
    found = [HERE / "argmap.toml", *(HERE / "claims").rglob("*.*"), *(HERE / "evidence").rglob("*.*")]
    return [file.relative_to(HERE).as_posix() for file in found if file.is_file()]


@pytest.mark.parametrize(
    "words",
    [
        CHECK,
        ("report",),
        ("why", "a", "--format", "json"),
        ("compare", "--format", "json"),
        ("fragile", "--all", "--format", "json"),
        ("timeline", "--format", "svg"),
        ("export", "json"),
    ],
    ids=lambda words: words[0],
)
def test_commands_tell_the_same_under_every_hash_seed(words, tmp_path):
    root = targets.put(tmp_path, whole_project.files())
    assert len({printed(root, *words, seed=seed) for seed in ("0", "1")}) == 1


def large(count: int) -> dict[str, bytes]:
    """A generated map in several files: chains, circles, attacks, twins of words, schools, sources."""
    chance = Random(count)
    files: dict[str, list[str]] = {f"claims/{n}.yaml": ["claims:"] for n in range(9)}
    for n in range(count):
        links = {side: [f"c{chance.randrange(count)}" for _ in range(2)] for side in ("for", "against")}
        schools = {chance.choice("st"): chance.choice(["holds", "rejects"])}
        files[f"claims/{chance.randrange(9)}.yaml"].append(
            f"  c{n}: {{text: Mill {n % 700} burnt {n % 7} times., for: [{links['for'][0]}, e{n % 90}], "
            f"against: [{links['against'][1]}], held_by: [k], schools: {whole_project.flow(schools)}}}"
        )
    evidence = ["evidence:"] + [
        f"  e{n}: {{shows: Smoke {n} rose., source: m{n % 7}, made: {1940 + n % 30}, by: [w{n % 5}]}}"
        for n in range(90)
    ]
    people = ["schools: {s: {name: S}, t: {name: T}}", "scholars: {k: {name: K, schools: [s, t]}}"]
    sources = [{"id": f"m{n}", "type": "book", "title": f"Mills {n}"} for n in range(7)]
    return {name: "\n".join(lines).encode() for name, lines in files.items()} | {
        "evidence/e.yaml": "\n".join([*evidence, *people]).encode(),
        "evidence/m.json": whole_project.flow(sources).encode(),
    }


def test_one_process_and_two_tell_the_same(tmp_path):
    files = large(5200)
    told = set()
    for cores in (1, 2):
        root = made(tmp_path / str(cores), files, Random(cores))
        told.add(printed(root, *CHECK, seed=str(cores), cores=cores))
    assert len(told) == 1


def test_findings_stand_in_order_of_their_places():
    for seed in range(4):
        files = wrecked(Random(seed))
        code, told = targets.check_files(files, "--select", "all", "--format", "json")
        if code == 2 and not told.startswith("{"):
            continue
        found = json.loads(told)["findings"]
        order = [(f["file"], f["line"] or 0, f["column"] or 0, f["rule"], f["message"]) for f in found]
        assert order == sorted(order)
