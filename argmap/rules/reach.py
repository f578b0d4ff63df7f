"""How far each rule sees: on which records the findings about one record hang.

After an edit a rule runs again only where the edit is seen. A rule that stands nowhere here, as those of
plugins do, sees the whole project and runs again after every edit.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from argmap.model.dataclass import dataclass
from argmap.model.project import Project
from argmap.model.records import Claim, Evidence

Mark = Callable[[str, Any, Project], object]
"""Tells of a record, given with its id, what a rule sees of it; None where it sees nothing."""


class Sight(Enum):
    """What the findings about one record hang on, where that is not the whole project."""

    NEAR = "near"
    """The record, those that it names and that name it, and the verdicts on them."""
    CONE = "cone"
    """Also all evidence that a claim rests on in the end."""
    KEYS = "keys"
    """The same, of the claims that matter most."""
    BELOW = "below"
    """Also the records below a claim, as many as ``records_below`` reads."""
    CIRCLE = "circle"
    """The claims that support each other in a circle."""
    TOP = "top"
    """The claims that a claim bears on, however indirectly."""
    SHARED = "shared"
    """Also the claims that rest on the same evidence."""
    WORDS = "words"
    """The words of a claim, and the claims that share its rarest words."""
    MISSES = "misses"
    """The record, whether there is what it names, and the ids that are like that."""
    ALWAYS = "always"
    """What is quickly looked through: faults of reading, reviews, files; runs after every edit."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole project, but only some of what is written in its records."""

    marks: Mapping[str, Mark]
    """Kind of record to what the rule sees of one."""
    verdicts: bool = False
    """Whether it looks at verdicts."""
    faults: bool = False
    """Whether it looks at faults of reading."""
    where: str = ""
    """Field of ``Shares`` that is not zero where the rule can find anything."""


Reach = Sight | Whole


def _record(key: str, record: Any, project: Project) -> object:
    return record


def _of_holders(claim: Claim) -> tuple[object, ...]:
    return claim.held_by, claim.scholars


def _definitions(key: str, claim: Claim, project: Project) -> object:
    return (tuple(claim.defines.items()), *_of_holders(claim)) if claim.defines else None


def _theses(key: str, claim: Claim, project: Project) -> object:
    is_one = claim.kind == "thesis" or key == project.settings.thesis
    return (claim.kind, *_of_holders(claim)) if is_one else None


def _stances(key: str, claim: Claim, project: Project) -> object:
    said = tuple(claim.schools.items()), tuple(claim.scholars.items())
    return said if any(said) else None


def _sections(key: str, claim: Claim, project: Project) -> object:
    more = (claim.pro, *_of_holders(claim)) if claim.section else ()
    return claim.part, claim.section, more


def _notes(key: str, item: Evidence, project: Project) -> object:
    return item.cited or None


def _notes_or_none(key: str, item: Evidence, project: Project) -> object:
    return item.cited


def _quotations(key: str, item: Evidence, project: Project) -> object:
    return item if item.quote is not None else None


def _cites_unlisted(names: Iterable[str | None], project: Project) -> bool:
    found = (project.sources.get(name) for name in names if name is not None)
    return any(source is not None and not source.listed for source in found)


def _evidence_of_unlisted(key: str, item: Evidence, project: Project) -> object:
    seen = _cites_unlisted((item.source, *item.rests_on), project)
    return (item.source, item.rests_on, item.cited) if seen else None


def _stances_of_unlisted(key: str, claim: Claim, project: Project) -> object:
    stances = (*claim.schools.values(), *claim.scholars.values())
    seen = _cites_unlisted((name for stance in stances for name in stance.cite), project)
    return (tuple(claim.schools.items()), tuple(claim.scholars.items())) if seen else None


def _judged_claims(key: str, claim: Claim, project: Project) -> object:
    """Give what any audience judges a claim by."""
    stances = tuple(claim.schools.items()), tuple(claim.scholars.items())
    return claim.kind, claim.when, claim.standard, claim.pro, claim.con, claim.held_by, stances


def _judged_evidence(key: str, item: Evidence, project: Project) -> object:
    """Give what any audience judges evidence by: not what it shows, or where it is cited."""
    dates = item.made, item.published, item.available
    where = item.source, item.locator, item.document, item.by, item.kind, item.rests_on
    worth = item.form, item.grade, item.authenticity, item.chain, item.witness, item.challenged_by
    return dates, where, worth


_SOURCES: Mapping[str, Mark] = {"sources": _record}
_QUOTED = Whole({"sources": _record, "evidence": _quotations})
_ALL: Mapping[str, Mark] = dict.fromkeys(("claims", "evidence", "sources", "events"), _record)
_REQUIRED = Whole(_ALL, verdicts=True, where="requirements")

_WHOLE: dict[str, Whole] = {
    "address-of-two-documents": Whole(_SOURCES),
    "ambiguous-ibid": Whole(_SOURCES),
    "chapter-conclusion-unsupported": Whole(
        {"claims": _sections, "evidence": _notes_or_none}, faults=True, where="sections"
    ),
    "citation-not-in-bibliography": Whole(_SOURCES),
    "duplicate-entry": Whole(_SOURCES),
    "entry-never-cited": Whole(_SOURCES),
    "equivocal-term": Whole({"claims": _definitions}),
    "expected-verdict-not-met": Whole(
        {"claims": _judged_claims, "evidence": _judged_evidence, "sources": _record}, verdicts=True
    ),
    "idle-requirement": _REQUIRED,
    "loose-note": Whole({}),
    "note-without-evidence": Whole({"evidence": _notes}),
    "quotation-absent": _QUOTED,
    "quotation-altered": _QUOTED,
    "quotation-by-receipt": _QUOTED,
    "quotation-cut-short": _QUOTED,
    "quotation-two-wordings": _QUOTED,
    "school-by-opponents": Whole({"claims": _stances}),
    "several-theses": Whole({"claims": _theses}),
    "short-title-never-introduced": Whole(_SOURCES),
    "unlisted-source": Whole(
        {"sources": _record, "evidence": _evidence_of_unlisted, "claims": _stances_of_unlisted},
        where="unlisted",
    ),
    "unmet-requirement": _REQUIRED,
    "work-in-two-ways": Whole(_SOURCES),
}

_SEEN: dict[Sight, str] = {
    Sight.ALWAYS: (
        "bad-settings duplicate-id empty-project review-of-nothing self-review suspect-review text-missing "
        "unreadable-file"
    ),
    Sight.MISSES: "dangling-reference source-not-in-bibliography",
    Sight.CONE: "one-school-support only-scholarship single-source",
    Sight.KEYS: "one-archive untriangulated-key-claim",
    Sight.BELOW: "date-not-shown number-not-shown",
    Sight.CIRCLE: "circular-support",
    Sight.TOP: "off-the-thesis",
    Sight.WORDS: "near-duplicate-claims",
    Sight.SHARED: "non-diagnostic-evidence",
    Sight.NEAR: """
        answer-does-not-stand argued-later bad-identifier carrier-unrecorded cause-without-comparison
        certainty-over-grade circular-edition circular-through-sources claim-without-holder
        claim-without-part contradictory-claims contrary-not-faced doubt-without-reason
        effect-before-cause evidence-after-effect evidence-before-event evidence-for-no-note
        evidence-outside-time evidence-without-place evidence-without-source fact-from-opinion
        flat-but-weak hedge-dropped holder-at-odds homepage-as-source id-of-another-kind impossible-dates
        incomplete-entry incomplete-locator interested-party isolated-claim known-too-late late-testimony
        objection-to-itself objection-to-nothing one-premise-both-sides one-witness opaque-id
        path-outside-project reading-without-effect redundant-argument rejected-premise
        rejection-without-objection repeated-link restated-premise same-evidence-both-ways
        school-against-its-scholars school-misattribution school-never-reviewed school-unfaced
        scope-escalation secondary-over-primary self-support shared-ancestor silence-unsearched
        stance-without-citation topic-not-statement tracking-address translation-unrecorded
        two-claims-in-one unanswered-objection unfinished-draft unknown-part unstated-warrant
        unsupported-claim unsupported-support unused-evidence unused-source used-before-available
        vague-word wrong-kind
    """,
}

REACHES: Mapping[str, Reach] = {
    **_WHOLE,
    **{name: sight for sight, names in _SEEN.items() for name in names.split()},
}
"""Rules on projects to how far they see."""
