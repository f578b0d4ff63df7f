"""What a project must hold before a rule can find anything.

Most rules ask about something that few projects tell of. One that has no occasion is not run, and where
a project is read only once its module is not even loaded. A rule that stands nowhere here, as those of
plugins do, always has occasion.
"""

from collections.abc import Callable, Iterator, Mapping

from argmap.rules.case import Case
from argmap.rules.contradictions import contradictions

Occasion = Callable[[Case], object]
"""Tells whether a project holds what a rule is about; it may hold it and the rule find nothing."""


def has_occasion(name: str, case: Case) -> bool:
    """Tell whether a rule can find anything in a project, or can have a reason not to run.

    Args:
        name: The rule's name.
        case: The project.
    """
    occasion = OCCASIONS.get(name)
    return occasion is None or bool(occasion(case))


def _of_fault(name: str) -> Occasion:
    return lambda case: any(fault.rule == name for fault in case.project.faults)


def _claims(*fields: str) -> Occasion:
    return lambda case: any(case.lists.claims_with(field) for field in fields)


def _kinds(*kinds: str) -> Occasion:
    return lambda case: any(case.lists.claims_of(kind) for kind in kinds)


def _evidence(*fields: str) -> Occasion:
    return lambda case: any(case.lists.evidence_with(field) for field in fields)


def _forms(*forms: str) -> Occasion:
    return lambda case: case.lists.evidence_of(*forms)


def _steps(*fields: str) -> Occasion:
    return lambda case: any(case.lists.steps_with(field) for field in fields)


def _either(*occasions: Occasion) -> Occasion:
    return lambda case: any(occasion(case) for occasion in occasions)


def _both(*occasions: Occasion) -> Occasion:
    return lambda case: all(occasion(case) for occasion in occasions)


def _some_lack(told: str, of: str) -> Occasion:
    """Ask for records that do not tell something; where none tells it, rules give that for a reason."""
    return lambda case: not (count := getattr(case.shares, told)) or count < getattr(case.shares, of)


def _schools(case: Case) -> object:
    return case.project.schools


def _scholars(case: Case) -> object:
    return case.project.scholars


def _addresses(case: Case) -> object:
    return any("URL" in (source.csl or ()) for source in case.project.sources.values())


_ON_FAULTS = (
    "bad-date bad-id bad-settings bad-value duplicate-field unknown-field unreadable-file unreadable-record"
)

_WHERE: tuple[tuple[Occasion, str], ...] = (
    (_addresses, "homepage-as-source tracking-address"),
    (lambda case: any(source.archive for source in case.project.sources.values()), "one-archive"),
    (_both(_evidence("by"), _scholars), "carrier-unrecorded"),
    (_both(_forms("record"), _kinds("causal")), "evidence-after-effect"),
    (_both(_forms("record"), _kinds("factual")), "evidence-outside-time"),
    (_both(_forms("testimony"), _kinds("factual", "causal")), "evidence-before-event"),
    (_both(_kinds("factual"), _kinds("evaluative", "counterfactual")), "fact-from-opinion"),
    (_both(_schools, _scholars), "school-by-opponents"),
    (lambda case: case.graph.arrangement.circles, "circular-support self-support"),
    (lambda case: len(case.unnamed) > len(case.unnamed_claims), "unused-evidence"),
    (lambda case: case.unnamed_claims, "isolated-claim"),
    (_some_lack("placed", "claims"), "claim-without-part"),
    (_some_lack("sourced", "evidence"), "evidence-without-source"),
    (lambda case: case.project.settings.ignores, "unused-ignore"),
    (_claims("con"), "answer-does-not-stand unanswered-objection"),
    (_claims("defines"), "equivocal-term"),
    (_claims("hedge"), "hedge-dropped"),
    (_claims("schools"), "school-against-its-scholars school-misattribution"),
    (_claims("section"), "chapter-conclusion-unsupported"),
    (lambda case: case.project.duplicates or case.project.faults, "duplicate-id"),
    (lambda case: any(source.edition_of for source in case.project.sources.values()), "circular-edition"),
    (_either(_addresses, lambda case: case.project.settings.manuscripts), "path-outside-project"),
    (_either(_claims("scholars"), _evidence("authenticity")), "rejected-premise"),
    (_either(_claims("scholars"), contradictions), "holder-at-odds"),
    (_either(_steps("answer", "unless"), _evidence("challenged_by")), "objection-to-itself"),
    (_evidence("authenticity"), "doubt-without-reason"),
    (_evidence("available", "rests_on"), "used-before-available"),
    (_evidence("by"), "one-witness"),
    (_evidence("challenged_by"), "objection-to-nothing"),
    (_evidence("quote"), "translation-unrecorded"),
    (lambda case: case.project.expectations, "expected-verdict-not-met"),
    (_forms("testimony"), "late-testimony"),
    (_kinds("thesis"), "several-theses"),
    (lambda case: case.misses, "dangling-reference source-not-in-bibliography wrong-kind"),
    (lambda case: not case.project.claims or case.project.faults, "empty-project"),
    (lambda case: case.shares.rejections, "non-diagnostic-evidence"),
    (lambda case: case.project.settings.rules.require, "idle-requirement unmet-requirement"),
    (
        lambda case: case.project.reviews.entries or case.project.reviews.broken,
        "review-of-nothing self-review suspect-review",
    ),
    (_scholars, "circular-through-sources one-school-support"),
    (_schools, "school-never-reviewed"),
    (lambda case: case.lists.claims_with_stances, "rejection-without-objection stance-without-citation"),
    (_steps("bearing", "scheme"), "silence-unsearched"),
    (_steps("bearing", "tendency", "weight"), "reading-without-effect"),
    (_steps("scheme"), "effect-before-cause known-too-late"),
    (_steps("tendency"), "interested-party"),
    (lambda case: case.texts.declared_manuscripts or case.texts.declared_sources, "text-missing"),
    (lambda case: case.shares.unlisted, "unlisted-source"),
    (contradictions, "contradictory-claims contrary-not-faced same-evidence-both-ways"),
    (
        _either(_evidence("quote"), lambda case: case.texts.declared_manuscripts),
        "quotation-absent quotation-altered quotation-by-receipt quotation-cut-short quotation-two-wordings",
    ),
)


def _by_name() -> Iterator[tuple[str, Occasion]]:
    for name in _ON_FAULTS.split():
        yield name, _of_fault(name)
    for occasion, names in _WHERE:
        for name in names.split():
            yield name, occasion


OCCASIONS: Mapping[str, Occasion] = dict(_by_name())
"""Rules to what they need, of those that need something."""
