"""Claims wider than what they rest on."""

import re
from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.phrases import named
from argmap.rules.registry import project_rule
from argmap.rules.support import asserted, standing
from argmap.rules.words import claim_words

_ALL = re.compile(
    r"\b(?<!above )(?<!after )(?<!first of )(?<!as a )(?<!on the )(?<!at )"
    r"(all(?! but\b| through\b)|always|every|everyone|everywhere|entire|entirely|whole|wholly|never|none"
    r"|nobody|no one)\b",
    re.I,
)
"""Words that leave nothing out, not in phrases such as "above all"."""
_FULL = re.compile(rf"{_ALL.pattern}|\b(any|both|complete(ly)?|each|full(y)?|throughout|total(ly)?)\b", re.I)
"""The same, and words that may mean as much in a premise."""
_ALL_WORDS = frozenset(
    "all always every everyone everywhere entire entirely whole wholly never none nobody no".split()
)
LEAST = 6
"""How many times as long as all that it rests on the time of a claim may not be."""


@project_rule("scope-escalation", family="support", severity=Severity.NOTE, on=False)
def scope_escalation(case: Case) -> Iterator[Finding]:
    """A claim reaches further than what it rests on.

    It says "all", "never" or "the whole", and no premise does; or its ``when`` is more than six times as
    long as the span from the first to the last of its premises. Narrow it, or show that the instances
    stand for the rest. Told from words and dates alone; off unless it is selected. Looks at supported
    claims without a hedge that the ``author`` of ``argmap.toml`` holds; at dates where the claim is not
    causal and rests on records, for a report tells of more than its day and a cause works on.

    Found in::

        claims:
          never-prepared: {text: The South never prepared for war., for: [no-shells]}
        evidence:
          no-shells: {shows: In May 1950 the southern army had shells for ten days., form: record}

    Not in::

        claims:
          unprepared: {text: The South was short of shells in May 1950., for: [no-shells]}
        evidence:
          no-shells: {shows: In May 1950 the southern army had shells for ten days., form: record}
    """
    project = case.project
    sweeping, long = frozenset(claim_words(case).saying(_ALL_WORDS)), _spanning_years(case)
    wide = sweeping | long
    for key, claim in asserted(case):
        if key not in wide:
            continue
        arguments = standing(case, key)
        texts = [item.shows for each in arguments for _, item in each.evidence]
        texts += [premise.text for each in arguments for _, premise in each.claims]
        names = list(dict.fromkeys(name for each in arguments for name in each.argument.premises))
        if not texts:
            continue
        word = _ALL.search(claim.text) if key in sweeping else None
        if word and not any(_FULL.search(text) for text in texts):
            yield Finding(
                f"claim '{key}' says \"{word[0]}\", and nothing it rests on does: {named(names)}",
                project.spot("claims", key, "text"),
                (key, *names),
                "narrow it, or show that the instances stand for the rest",
            )
            continue
        dates = [item.made for each in arguments for _, item in each.evidence]
        dates += [premise.when for each in arguments for _, premise in each.claims]
        retold = any(item.form != "record" for each in arguments for _, item in each.evidence)
        if key not in long or retold or any(date is None for date in dates):
            continue
        bounds = [(date.earliest, date.latest) for date in (claim.when, *dates) if date is not None]
        known = [(first, last) for first, last in bounds if first is not None and last is not None]
        if len(known) < len(bounds):
            continue
        (first, last), *rest = known
        span = max(b for _, b in rest) - min(a for a, _ in rest) + 1
        if last - first + 1 > LEAST * span:
            yield Finding(
                f"claim '{key}' is about {claim.when}, and all it rests on about a time "
                f"of {span} day{'s' * (span > 1)}",
                project.spot("claims", key, "when"),
                (key, *names),
                "narrow it, or show that the instances stand for the rest",
            )


def _spanning_years(case: Case) -> frozenset[str]:
    """Give the claims, other than of a cause, that are about more than a year."""
    fields = zip(case.project.claims, case.lists.claims.when, case.lists.claims.kind, strict=True)
    return frozenset(
        key
        for key, when, kind in fields
        if when is not None and when.earliest is not None and when.latest is not None
        if kind != "causal" and when.latest - when.earliest > 366
    )
