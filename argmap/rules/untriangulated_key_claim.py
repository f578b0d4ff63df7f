"""Important claims that rest on one kind of evidence."""

from collections.abc import Iterator

from argmap.model.finding import Finding, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule
from argmap.rules.support import SEVERAL, documents, gathered, key_claims

KINDS = {
    "record": "records",
    "testimony": "testimony",
    "scholarship": "scholarship",
    "derived": "derived works",
}


@project_rule("untriangulated-key-claim", family="support", severity=Severity.NOTE)
def untriangulated_key_claim(case: Case) -> Iterator[Finding]:
    """An important claim rests on evidence of one ``form`` only.

    Records, witnesses and scholars err in different ways; where they agree, the claim does not hang on
    the weakness of one kind. Look for evidence of another form. Important are the thesis, the claims it
    rests on directly, and those under ``expect:``. Factual claims shown by records are passed over, and
    claims about what scholars hold; what goes back to one document is left to ``single-source``.

    Found in::

        settings: |
          thesis = "attack-first"
        claims:
          attack-first: {text: The North attacked first., for: [guard, priest]}
        evidence:
          guard: {shows: A guard saw the first shells., form: testimony}
          priest: {shows: A priest heard guns in the north., form: testimony}

    Not in::

        settings: |
          thesis = "attack-first"
        claims:
          attack-first: {text: The North attacked first., for: [guard, order]}
        evidence:
          guard: {shows: A guard saw the first shells., form: testimony}
          order: {shows: The army is to cross the line., form: record}
    """
    project, keys = case.project, key_claims(case)
    if case.supported.isdisjoint(keys):
        return
    forms = gathered(case, [form or SEVERAL for form in case.lists.evidence.form], keys)
    for key in keys:
        claim, only = project.claims[key], forms.get(key)
        if not only or key in documents(case) or key not in case.supported:
            continue
        if claim.kind == "historiographical" or (claim.kind == "factual" and only == "record"):
            continue
        yield Finding(
            f"claim '{key}' rests on {KINDS[only]} alone",
            project.spot("claims", key, "for"),
            (key,),
            "look for evidence of another form",
        )
