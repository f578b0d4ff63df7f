"""A small project for tests of the command line."""

import json
from pathlib import Path

import pytest

TOWN = {
    "argmap.toml": """
title = "Who burnt the mill?"
author = "clerk"
thesis = "miller-burnt-it"
[parts]
I = {title = "The fire", notes = 2}
II = "The debts"
""",
    "claims/mill.yaml": """
claims:
  miller-burnt-it:
    text: The miller burnt his own mill.
    kind: thesis
    part: I
    when: 1801-03
    held_by: [clerk]
    for:
      - from: [miller-was-ruined, oil-was-bought]
        because: Who is ruined and buys oil has a motive and the means.
    against:
      - from: lightning-struck
        answer: sky-was-clear
  miller-was-ruined:
    text: The miller was ruined.
    part: II
    held_by: [clerk]
    for: [debt-roll]
  oil-was-bought:
    text: Oil was bought the day before.
    part: I
    held_by: [clerk]
    for: [shop-ledger]
  lightning-struck:
    text: Lightning struck the mill.
    part: I
    scholars: {parson: {stance: holds, cite: sermon}}
    for: [sermon-says]
  sky-was-clear:
    text: The sky was clear that night.
    part: I
    held_by: [clerk]
    for: [weather-diary]
scholars:
  clerk: {name: The Clerk, schools: [secular]}
  parson: {name: The Parson, schools: [pious], works: [sermon]}
schools:
  secular: {name: Secular}
  pious: {name: Pious}
expect:
  miller-burnt-it: [supported, {school: pious, verdict: supported}]
""",
    "evidence/papers.yaml": """
evidence:
  debt-roll: {shows: The mill owed nine years' rent., source: rolls, form: record, cited: [I.1]}
  shop-ledger: {shows: A barrel of oil was sold., source: ledger, form: record, made: 1801-03, cited: [I.2]}
  sermon-says: {shows: The parson preached of a bolt., source: sermon, form: testimony, available: 1850}
  weather-diary: {shows: No cloud was seen that night., source: diary, form: testimony, available: 1900}
""",
    "evidence/sources.json": json.dumps(
        [
            {"id": key, "type": "manuscript", "title": key.title(), "issued": {"date-parts": [[1802]]}}
            for key in ("rolls", "ledger", "sermon", "diary")
        ]
    ),
}


@pytest.fixture
def town(project) -> Path:
    return project(TOWN)
