"""verocase: an assurance case as an outline, a package a claim."""

from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer


def write(argument: Argument, folder: Path) -> None:
    """Write a package for each claim; what stands elsewhere is cited, and an objection is support here."""
    folder.mkdir(parents=True)
    told: set[int] = set()
    with (folder / "case.ltac").open("w", encoding="utf-8") as stream:
        for claim in range(argument.claims):
            stream.write(f"- Claim {argument.key(claim)}: {argument.text(claim)}\n")
            premises = dict.fromkeys(p for step in argument.steps.get(claim, ()) for p in step.premises)
            for premise in premises:
                if premise < argument.claims:
                    stream.write(f"  - Claim ^{argument.key(premise)}\n")
                else:
                    sign = "^" if premise in told else ""
                    text = "" if premise in told else f": {argument.text(premise)}"
                    told.add(premise)
                    stream.write(f"  - Evidence {sign}{argument.key(premise)}{text}\n")
            stream.write("\n")


VEROCASE = Peer(
    "verocase",
    "verocase",
    "verocase --validate",
    single=False,
    write=write,
    command=lambda program, folder: [program, "--ltac", str(folder / "case.ltac"), "--validate"],
)
