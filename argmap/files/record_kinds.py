"""The kinds of record that a YAML file may hold."""

from argmap.model.pattern import pattern
from argmap.model.records import Claim, Event, Evidence, Expectation, Scholar, School

RECORDS: dict[str, type] = {
    "claims": Claim,
    "evidence": Evidence,
    "schools": School,
    "scholars": Scholar,
    "events": Event,
    "expect": Expectation,
}
"""Section of a file to the class of its records."""

ID = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What the id of a record looks like."""
