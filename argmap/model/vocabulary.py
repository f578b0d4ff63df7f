"""The closed lists of words a project file may use."""

from typing import Literal, get_args

ClaimKind = Literal[
    "thesis",
    "interpretive",
    "causal",
    "factual",
    "evaluative",
    "counterfactual",
    "historiographical",
]

StanceWord = Literal["holds", "rejects", "qualifies", "silent"]

Standard = Literal[
    "scintilla",
    "preponderance",
    "clear-and-convincing",
    "beyond-reasonable-doubt",
    "dialectical-validity",
]
"""Proof standards, named as in Gordon, Prakken and Walton 2007, section 5."""

Scheme = Literal[
    "abduction",
    "analogy",
    "cause",
    "circumstantial",
    "classification",
    "commitment",
    "consequences",
    "correlation",
    "example",
    "expert-opinion",
    "ignorance",
    "position-to-know",
    "practical-reasoning",
    "precedent",
    "sign",
    "witness-testimony",
]
"""Argumentation schemes, a selection after Walton, Reed and Macagno 2008."""

GradeWord = Literal["firm", "good", "limited", "weak"]

Form = Literal["record", "testimony", "scholarship", "derived"]

Authenticity = Literal["verified", "accepted", "unknown", "doubted", "disputed", "forged"]

Witness = Literal["actor", "eyewitness", "informed", "hearsay"]

Tendency = Literal["against-interest", "neutral", "interested", "self-serving", "propaganda"]

Bearing = Literal["direct", "inferential", "circumstantial", "silence"]

Admiralty = Literal["A", "B", "C", "D"]

EvidenceKind = Literal[
    "agreement",
    "article",
    "book",
    "bulletin",
    "chapter",
    "collection",
    "declaration",
    "diary",
    "directive",
    "intelligence",
    "interview",
    "law",
    "letter",
    "memoir",
    "memorandum",
    "minutes",
    "newspaper",
    "order",
    "other",
    "plan",
    "report",
    "resolution",
    "speech",
    "statement",
    "statistics",
    "telegram",
    "thesis",
    "treaty",
    "website",
    "yearbook",
]

VerdictWord = Literal["supported", "insufficient", "contested", "outweighed", "unsupported", "circular"]

STANDARDS: tuple[str, ...] = get_args(Standard)
VERDICT_WORDS: tuple[str, ...] = get_args(VerdictWord)
GRADE_WORDS: tuple[str, ...] = ("nothing", "weak", "limited", "good", "firm")
"""Grade words by step: index 0 is worth nothing, 4 is firm."""

RECORD_KINDS: tuple[str, ...] = ("claims", "evidence", "sources", "schools", "scholars", "events")
"""Kinds of record that have an id, as named in the files."""

DRAFT = "Draft: "
"""How a record begins that was drafted from a manuscript and is not yet worded."""

SINGULAR = {
    "claims": "claim",
    "evidence": "evidence",
    "sources": "source",
    "schools": "school",
    "scholars": "scholar",
    "events": "event",
}

VERDICT_MARKS: dict[str, str] = {
    "supported": "✓",
    "insufficient": "◔",
    "contested": "⇄",
    "outweighed": "✗",
    "unsupported": "○",
    "circular": "↻",
}
"""A mark for each verdict, so that no meaning hangs on colour."""
