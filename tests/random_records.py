"""Small records at random, of every kind and with most fields, that have much to do with each other."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

CLAIMS, EVIDENCE = [f"c{n}" for n in range(6)], [f"e{n}" for n in range(4)]
NAMES = st.sampled_from([*CLAIMS, *EVIDENCE, "nowhere"])
PREMISES = st.lists(NAMES, min_size=1, max_size=3, unique=True)
TEXTS = st.sampled_from(
    [
        "The mill burnt in May 1950.",
        "The mill burned in May 1950.",
        "All mills burnt.",
        "It was probably 40 men.",
    ]
)
DATES = st.sampled_from([*["1950-05", "1950-05-03", "1949/1951", "1961"] * 5, "not a date"])


def some(values):
    return st.none() | values


ARGUMENTS = st.lists(
    st.builds(
        lambda names, unless, answer, warrant: {
            "from": names,
            **({"unless": [unless]} if unless else {}),
            **({"answer": [answer]} if answer else {}),
            **({"because": warrant} if warrant else {}),
        },
        PREMISES,
        some(NAMES),
        some(NAMES),
        some(st.just("It follows.")),
    ),
    max_size=2,
)


def record(**fields):
    return st.fixed_dictionaries(fields).map(
        lambda made: {k: v for k, v in made.items() if v not in (None, [])}
    )


SOURCES = st.sampled_from(["m", "n", "o", "lost"])
A_CLAIM = record(
    text=TEXTS,
    kind=some(st.sampled_from(["factual", "causal", "thesis"])),
    part=some(st.sampled_from(["I", "II"])),
    section=some(st.sampled_from(["Conclusion", "The fire"])),
    when=some(DATES),
    hedge=some(st.just("perhaps")),
    held_by=some(st.sampled_from(["k", "l"])),
    scholars=some(st.sampled_from([{"l": "rejects"}, {"k": {"stance": "holds", "cite": ["n"]}}])),
    schools=some(
        st.sampled_from([{"s": "holds"}, {"s": "rejects", "t": {"stance": "holds", "cite": ["m"]}}])
    ),
    contradicts=some(st.lists(st.sampled_from(CLAIMS), max_size=1)),
    defines=some(st.sampled_from([{"fire": "what burns"}, {"Fire": "What is hot."}])),
    **{"for": ARGUMENTS, "against": ARGUMENTS},
)
SOME_EVIDENCE = record(
    shows=st.sampled_from(["40 men came in May 1950.", "Nothing was seen."]),
    source=some(SOURCES),
    locator=some(st.just("p. 4")),
    document=some(st.just("log")),
    made=some(DATES),
    published=some(DATES),
    available=some(DATES),
    form=some(st.sampled_from([*["record", "testimony", "scholarship"] * 5, "rumour"])),
    by=some(st.sampled_from(["guard", "k"])),
    chain=some(st.sampled_from([["original"], ["quoted-in(o)"]])),
    authenticity=some(st.sampled_from(["genuine", "forged"])),
    challenged_by=some(st.lists(st.sampled_from(CLAIMS), max_size=1)),
    rests_on=some(st.lists(SOURCES, max_size=1)),
    cited=some(st.lists(st.sampled_from(["I.1", "I.2", "II.7"]), max_size=2, unique=True)),
    quote=some(st.just({"exact": "men came"})),
)
AN_EVENT = record(
    text=st.just("It burnt."),
    when=some(DATES),
    part=some(st.sampled_from(["I", "III"])),
    claims=st.lists(st.sampled_from(CLAIMS), max_size=2),
    evidence=st.lists(st.sampled_from(EVIDENCE), max_size=2),
)
A_SOURCE = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["book", "report"]),
        "title": st.sampled_from(["Mills", "Mills again", "Ash"]),
        "author": st.just([{"family": "Moor", "given": "Anna"}]),
    },
    optional={
        "archive": st.just("Town Hall"),
        "issued": st.sampled_from([{"date-parts": [[1949]]}, {"date-parts": [[1990]]}]),
        "custom": st.sampled_from([{"edition_of": "m"}, {"listed": False}]),
    },
)
BESIDE = {
    "argmap.toml": 'title = "Mill"\nauthor = "k"\nthesis = "c0"\n[parts]\nI = {title = "Fire", notes = 2}\n',
    "claims/people.yaml": (
        "scholars: {k: {name: Anna Moor, schools: s, works: m}}\nschools: {s: {name: S}, t: {name: T}}\n"
    ),
}
BOOKS = {
    "m": {"type": "book", "title": "Mills", "author": [{"family": "Moor", "given": "Anna"}]},
    "n": {"type": "book", "title": "Mills again", "custom": {"edition_of": "m"}},
}
PEOPLE = st.sampled_from(
    [
        BESIDE["claims/people.yaml"],
        "scholars: {k: {name: Anna Moor, works: [m, o]}, l: {name: Li, schools: t}}\n"
        "schools: {t: {name: T}}\n",
    ]
)

A_PROJECT = st.fixed_dictionaries(
    {
        "claims": st.dictionaries(st.sampled_from(CLAIMS), A_CLAIM, min_size=2),
        "evidence": st.dictionaries(st.sampled_from(EVIDENCE), SOME_EVIDENCE),
        "events": st.dictionaries(st.sampled_from(["v0", "v1"]), AN_EVENT),
        "books": st.dictionaries(st.sampled_from(["m", "n", "o"]), A_SOURCE),
        "people": PEOPLE,
    }
)


def write_project(root: Path, made: dict[str, Any]) -> None:
    """Write a project at random into a folder."""
    files = {
        "argmap.toml": BESIDE["argmap.toml"],
        "claims/people.yaml": made["people"],
        "claims/a.yaml": json.dumps({kind: made[kind] for kind in ("claims", "evidence", "events")}),
        "evidence/books.json": json.dumps([{"id": key, **book} for key, book in made["books"].items()]),
    }
    for file, text in files.items():
        (root / file).parent.mkdir(exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
