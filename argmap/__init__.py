"""A compiler for arguments: which claims stand, what they lean on, and how schools differ.

    >>> import argmap
    >>> kinds = argmap.Claim(text="The store burned.", pro=["ashes"]).kind
    >>> kinds
    'interpretive'

``load`` opens a project folder; what it gives back checks, judges, explains, compares and draws.
Everything is imported when first asked for.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as typing has it, which takes as long to import as the interpreter to start

if TYPE_CHECKING:
    from argmap.api import ArgumentMap, Verdicts, load, read_manuscript
    from argmap.briefing.brief import Brief
    from argmap.check import Audit, NotChecked
    from argmap.compare.comparison import Comparison
    from argmap.draw.drawing import Drawing
    from argmap.manuscript.citations.matching import Citations
    from argmap.manuscript.coverage import Coverage
    from argmap.manuscript.document import Manuscript
    from argmap.model.edtf import Edtf, parse_edtf
    from argmap.model.errors import ArgmapError
    from argmap.model.finding import Finding, Place, Severity
    from argmap.model.project import Project
    from argmap.model.records import (
        Argument,
        Claim,
        Event,
        Evidence,
        Expectation,
        Scholar,
        School,
        Source,
        Stance,
    )
    from argmap.model.reviews import Review
    from argmap.model.settings import Settings
    from argmap.verdict.audience import Audience
    from argmap.verdict.explanation import Explanation
    from argmap.verdict.fragility import Fragility
    from argmap.verdict.grades import Grading
    from argmap.verdict.history import History
    from argmap.verdict.impact import Impact
    from argmap.verdict.judgement import Judgement, Verdict
    from argmap.verdict.statistics import Statistics
    from argmap.verdict.whatif import Change

_HOMES = {
    "ArgmapError": "argmap.model.errors",
    "Argument": "argmap.model.records",
    "ArgumentMap": "argmap.api",
    "Audience": "argmap.verdict.audience",
    "Audit": "argmap.check",
    "Brief": "argmap.briefing.brief",
    "Change": "argmap.verdict.whatif",
    "Citations": "argmap.manuscript.citations.matching",
    "Claim": "argmap.model.records",
    "Comparison": "argmap.compare.comparison",
    "Coverage": "argmap.manuscript.coverage",
    "Drawing": "argmap.draw.drawing",
    "Edtf": "argmap.model.edtf",
    "Event": "argmap.model.records",
    "Evidence": "argmap.model.records",
    "Expectation": "argmap.model.records",
    "Explanation": "argmap.verdict.explanation",
    "Finding": "argmap.model.finding",
    "Fragility": "argmap.verdict.fragility",
    "Grading": "argmap.verdict.grades",
    "History": "argmap.verdict.history",
    "Impact": "argmap.verdict.impact",
    "Judgement": "argmap.verdict.judgement",
    "Manuscript": "argmap.manuscript.document",
    "NotChecked": "argmap.check",
    "Place": "argmap.model.finding",
    "Project": "argmap.model.project",
    "Review": "argmap.model.reviews",
    "Scholar": "argmap.model.records",
    "School": "argmap.model.records",
    "Settings": "argmap.model.settings",
    "Severity": "argmap.model.finding",
    "Source": "argmap.model.records",
    "Stance": "argmap.model.records",
    "Statistics": "argmap.verdict.statistics",
    "Verdict": "argmap.verdict.judgement",
    "Verdicts": "argmap.api",
    "load": "argmap.api",
    "parse_edtf": "argmap.model.edtf",
    "read_manuscript": "argmap.api",
}

__all__ = [  # noqa: RUF022  # the way in first
    "load",
    "ArgumentMap",
    "Project",
    "Claim",
    "Argument",
    "Stance",
    "Evidence",
    "Source",
    "School",
    "Scholar",
    "Event",
    "Expectation",
    "Settings",
    "Audience",
    "Judgement",
    "Verdict",
    "Verdicts",
    "Grading",
    "Explanation",
    "Change",
    "Fragility",
    "Impact",
    "History",
    "Statistics",
    "Comparison",
    "Drawing",
    "Brief",
    "Review",
    "Audit",
    "Finding",
    "NotChecked",
    "Place",
    "Severity",
    "read_manuscript",
    "Manuscript",
    "Citations",
    "Coverage",
    "Edtf",
    "parse_edtf",
    "ArgmapError",
]


def __getattr__(name: str) -> object:  # whatever the name stands for
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'argmap' has no attribute '{name}'")
    from importlib import import_module

    value: object = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
