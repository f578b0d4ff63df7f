"""RigorGraph: claims and evidence as lines of JSON."""

import json
from pathlib import Path

from benchmarks.generate.argument import Argument
from benchmarks.peers.peer import Peer

_TIME = "2026-01-01T00:00:00Z"


def write(argument: Argument, folder: Path) -> None:
    """Write claims with what they depend on, and evidence; links have no sides and no warrants here."""
    state = folder / ".rigorgraph"
    state.mkdir(parents=True)
    (folder / "rigorgraph.yaml").write_text(
        "version: 1\nname: Made up\nlanguage: en\nfail_on: error\n", "utf-8"
    )
    with (state / "claims.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(argument.claims):
            premises = dict.fromkeys(p for step in argument.steps.get(number, ()) for p in step.premises)
            row = {
                "id": argument.key(number),
                "statement": argument.text(number),
                "type": "synthesis",
                "status": "DRAFT",
                "authors": ["writer"],
                "dependencies": [argument.key(p) for p in premises if p < argument.claims],
                "evidence_ids": [argument.key(p) for p in premises if p >= argument.claims],
                "created_at": _TIME,
                "updated_at": _TIME,
            }
            stream.write(json.dumps(row) + "\n")
    with (state / "evidence.jsonl").open("w", encoding="utf-8") as stream:
        for number in argument.evidence:
            item = {
                "id": argument.key(number),
                "type": "source",
                "title": argument.text(number),
                "producer": "writer",
                "uri": f"https://example.org/{number}",
                "locator": f"page {number % 400}",
                "scope": "The page cited.",
                "created_at": _TIME,
            }
            stream.write(json.dumps(item) + "\n")
    (state / "verifications.jsonl").write_text("", "utf-8")


RIGORGRAPH = Peer(
    "rigorgraph",
    "rigorgraph",
    "rigorgraph audit",
    single=False,
    write=write,
    command=lambda program, folder: [program, "audit", str(folder)],
)
