"""A small project that uses every field of every kind of record, and every file that argmap reads.

Values stand as Python values, so that one of them can be put out of joint and the rest written as it was.
"""

import io
import json
import zipfile
from typing import Any

RECORDS: dict[str, Any] = {
    "claims": {
        "a": {
            "text": "The mill burnt down in May 1950 because 3 sparks flew.",
            "kind": "causal",
            "part": "I",
            "section": "The night",
            "when": "1950-05",
            "held_by": ["k"],
            "scholars": {"r": {"stance": "rejects", "cite": ["n"], "locator": "p. 9", "remark": "Briefly."}},
            "schools": {"s": {"stance": "holds", "cite": ["m"], "locator": {"chapter": 5}}, "t": "silent"},
            "hedge": "probably",
            "standard": "clear-and-convincing",
            "contradicts": ["c"],
            "defines": {"mill": "Any house with a wheel."},
            "for": [
                {
                    "from": ["b", "e"],
                    "because": "Sparks set dry wood on fire.",
                    "scheme": "sign",
                    "strength": "good",
                    "weight": 0.5,
                    "bearing": "inferential",
                    "tendency": "self-serving",
                    "unless": ["c"],
                    "remark": "See the plan.",
                },
                "f",
            ],
            "against": [{"from": "g", "answer": ["b"]}],
            "remark": "The root.",
        },
        "b": {"text": "The mill was dry.", "kind": "factual", "part": "I", "for": ["e", "d"]},
        "c": {"text": "The mill stood in the river.", "part": "II", "for": ["d"], "held_by": ["r"]},
        "d": {"text": "Rain had not fallen.", "for": ["b"], "schools": {"t": "holds"}},
    },
    "evidence": {
        "e": {
            "shows": "A guard saw 40 sparks on 3 May 1950.",
            "source": "m",
            "locator": {"fond": 45, "opis": 1, "delo": 331, "list": "76-77"},
            "kind": "letter",
            "document": "guard-letter",
            "made": "1950-05-03",
            "published": "1961",
            "available": "1961/1962",
            "by": ["guard"],
            "form": "testimony",
            "authenticity": "accepted",
            "chain": ["original", "translation(ko)"],
            "witness": "eyewitness",
            "cited": ["I.1", "II.2a"],
            "challenged_by": ["c"],
            "rests_on": ["n"],
            "searched": "The watch-books of the year.",
            "quote": {"exact": "forty sparks flew", "prefix": "then ", "suffix": " away"},
            "remark": "By hand.",
        },
        "f": {
            "shows": "A clerk counted the sparks.",
            "source": "n",
            "locator": "p. 4",
            "grade": "B",
            "quote": {"digest": "sha256:" + "0" * 64, "length": 40, "near": "Of sparks"},
        },
        "g": {"shows": "The miller denies it.", "source": "m", "form": "record", "made": "1950-06"},
    },
    "schools": {
        "s": {"name": "Sparkists", "text": "Sparks.", "letter": "S", "cite": ["m"], "remark": "Old."},
        "t": {"name": "Damp"},
    },
    "scholars": {
        "k": {"name": "Anna Moor", "schools": ["s"], "works": ["m"], "remark": "Young."},
        "r": {"name": "Bo Rill", "schools": ["t"], "works": ["n"]},
    },
    "events": {
        "fire": {
            "text": "The mill burnt.",
            "when": "1950-05-02/1950-05-04",
            "part": "I",
            "claims": ["a"],
            "evidence": ["e"],
            "remark": "At night.",
        }
    },
    "expect": {
        "a": [{"verdict": "contested", "grade": "good", "school": "s", "as_of": "1970"}],
        "b": "supported",
    },
}

BIBLIOGRAPHY: list[Any] = [
    {
        "id": "m",
        "type": "book",
        "title": "Mills on Fire",
        "title-short": "Mills",
        "author": [{"family": "Moor", "given": "Anna", "suffix": "Jr", "non-dropping-particle": "van"}],
        "editor": [{"literal": "Fjord Board"}],
        "issued": {"date-parts": [[1961, 5, 3]], "season": 1, "circa": True},
        "accessed": {"date-parts": [[2020, 1, 1], [2020, 2, 1]]},
        "publisher": "Fjord Press",
        "publisher-place": "Bergen",
        "container-title": "Works",
        "volume": 2,
        "page": "4-5",
        "archive": "Town Archive",
        "archive_location": "Box 4",
        "URL": "https://example.org/m?utm_source=x",
        "DOI": "10.1000/182",
        "ISBN": "978-3-16-148410-0",
        "language": "en",
        "genre": "report",
        "number": "12",
        "note": "argmap.listed: no",
        "custom": {"listed": True, "edition_of": "n"},
    },
    {"id": "n", "type": "article-journal", "title": "Sparks", "issued": {"literal": "1949"}, "DOI": "10.1/x"},
]

SETTINGS: dict[str, Any] = {
    "title": "The mill",
    "author": "k",
    "thesis": "a",
    "iri-base": "https://example.org/mill/",
    "manuscripts": ["text.md"],
    "parts": {"I": {"title": "Fire", "notes": 3}, "II": "Water"},
    "verdicts": {
        "setting": "grades",
        "standard": "preponderance",
        "thresholds": {"scintilla": 1, "clear-and-convincing": 3, "reasonable-doubt": 1},
        "carneades": {"alpha": 0.4, "beta": 0.3, "gamma": 0.2},
        "steps": {"form": {"record": 4}},
    },
    "rules": {
        "select": ["all"],
        "extend-select": ["wording"],
        "ignore": ["opaque-id"],
        "severity": {"self-support": "note"},
        "require": [
            {
                "name": "two kinds",
                "of": "claims",
                "where": {"kind": "factual", "verdict": "contested", "part": True},
                "given": ["part"],
                "at-least": {"kinds": 2},
                "at-most": {"words": 40},
                "because": "One is not enough.",
            }
        ],
    },
    "ignore": [{"rule": "unused-evidence", "reason": "Later.", "files": ["claims/*"], "records": ["g"]}],
}

REVIEWS: dict[str, Any] = {
    "reviews": {
        "a": {"r": {"when": "2020-01-02", "note": "Read.", "seen": {"a": "c2h5oh7a", "e": "q6f4c2n7"}}}
    },
    "versions": {"c2h5oh7a": {"text": "k3p9zu2d"}, "q6f4c2n7": {"shows": "k3p9zu2d"}},
}

LOCAL: dict[str, Any] = {"manuscripts": {"thesis": "other.txt"}, "texts": {"m": "m.txt"}}

BASELINE: dict[str, Any] = {"counts": {"claims/a.yaml": {"circular-support": 1, "unused-evidence": 0}}}

RECEIPTS: list[Any] = [
    {
        "quotation": "f",
        "source": "n",
        "source_sha256": "1" * 64,
        "fold": "normal-1",
        "start": 5,
        "length": 12,
        "digest": "sha256:" + "2" * 64,
        "words": "sha256:" + "0" * 64,
        "verdict": "exact",
        "version": "1",
        "date": "2020-01-02",
    }
]

BIBTEX = (
    "@string{fp = {Fjord Press}}\n"
    "@book{w, author = {Moor, Anna and {Fjord Board} and Rill, Bo}, title = {The {M}ill \\& \\'{E}lan},\n"
    "  publisher = fp # { Bergen}, year = 1961, month = may, pages = {4--5}, note = {argmap.listed: no}}\n"
    '@comment{x}\n@article{x, title = "Sparks", date = {1950-05/1951}, crossref = {w}, url = {https://a.org}}\n'
)

TEXT = (
    "# Fire\n\nThe mill burnt.[^1] \u201cForty sparks flew away\u201d, she says.[^2] "
    "Perhaps it was damp.[^3]\n\n"
    "# Water\n\nIt stood in a river.[^4]\n\n"
    "[^1]: Anna Moor, *Mills on Fire* (Bergen: Fjord Press, 1961), pp. 4-5.\n[^2]: Ibid., p. 6.\n"
    "[^3]: Moor, *Mills*, p. 7; Bo Rill, \u2018Sparks\u2019, Mill Journal 4 (1949), 12.\n[^4]: Ibid.\n"
)


def files() -> dict[str, bytes]:
    """Give every file of the project as it should be."""
    return {
        "argmap.toml": toml_text(SETTINGS).encode(),
        "argmap.local.toml": toml_text(LOCAL).encode(),
        "argmap.baseline.json": json.dumps(BASELINE).encode(),
        "claims/a.yaml": yaml_text(RECORDS).encode(),
        "evidence/m.json": json.dumps(BIBLIOGRAPHY).encode(),
        "evidence/w.bib": BIBTEX.encode(),
        "reviews.yaml": yaml_text(REVIEWS).encode(),
        "quotation-receipts.json": json.dumps(RECEIPTS).encode(),
        "text.md": TEXT.encode(),
        "other.txt": TEXT.replace("[^", "[").encode(),
        "m.txt": b"Then forty sparks flew away. Of sparks there were many.",
    }


class Raw(str):
    """Text that stands in a file as it is."""

    __slots__ = ()


def flow(value: Any) -> str:
    """Write a value as JSON, which YAML reads as well; raw text stands as it is."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value)


def yaml_text(root: Any) -> str:
    """Write records with a line for each section, record and field."""
    if not isinstance(root, dict):
        return f"{flow(root)}\n"
    lines = []
    for section, records in root.items():
        if not isinstance(records, dict) or not records:
            lines.append(f"{flow(section)}: {flow(records)}")
            continue
        lines.append(f"{flow(section)}:")
        for key, record in records.items():
            if not isinstance(record, dict) or not record:
                lines.append(f"  {flow(key)}: {flow(record)}")
                continue
            lines.append(f"  {flow(key)}:")
            lines += [f"    {flow(name)}: {flow(value)}" for name, value in record.items()]
    return "\n".join(lines) + "\n"


def toml_flow(value: Any) -> str:
    """Write a value as TOML on one line; raw text stands as it is."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_flow(key)} = {toml_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_flow, value)) + "]"
    return json.dumps(value)


def toml_text(root: dict[Any, Any]) -> str:
    """Write settings, one line each."""
    return "".join(f"{toml_flow(key)} = {toml_flow(value)}\n" for key, value in root.items())


def zipped(entries: dict[str, bytes]) -> bytes:
    """Pack files as office documents are."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()
