"""Small makers of arguments for the tests of drawings."""

import random

from argmap.model.project import FileRecords, merge
from argmap.model.records import Claim
from argmap.model.settings import Settings
from argmap.verdict.judgement import Judgement, judge


def judged(claims: dict[str, dict], settings: dict | None = None, **kinds: dict) -> Judgement:
    """Judge claims given by their fields, with further records by kind."""
    from pydantic import TypeAdapter

    records = {
        key: TypeAdapter(Claim).validate_python({"text": key, **fields}) for key, fields in claims.items()
    }
    made = TypeAdapter(Settings).validate_python(settings or {})
    return judge(merge([FileRecords("made", claims=records, **kinds)], made))


def dense(count: int, parents: int = 3, parts: int = 9) -> Judgement:
    """Judge a map in which every claim supports ``parents`` earlier ones."""
    chance = random.Random(7)
    claims: dict[str, dict] = {}
    for i in range(count):
        claims[f"c{i:05}"] = {"text": f"Claim {i} says something.", "part": str(i % parts), "for": []}
        for earlier in chance.sample(range(i), min(i, parents)):
            claims[f"c{earlier:05}"]["for"].append(f"c{i:05}")
    return judged(claims)
