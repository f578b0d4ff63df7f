"""Ignores that nothing needs."""

from collections.abc import Iterator

from argmap.model.errors import nearest, shown
from argmap.model.finding import Finding, Severity
from argmap.model.fix import Fix, take_away, write_instead
from argmap.model.likeness import is_slip
from argmap.rules.found import Found
from argmap.rules.registry import FAMILIES, finding_rule, listed_rules


@finding_rule("unused-ignore", family="files", severity=Severity.WARNING)
def unused_ignore(found: Found) -> Iterator[Finding]:
    """An ignore in the settings holds nothing back.

    What it excused is gone, or its rule, file or id is misspelt; left standing, it would hide the next
    finding of that kind without a word. Take it out, or mend it. Of rules that did not run nothing is said.

    Found in::

        claims:
          attack-first: {text: The North attacked first., for: [war-diary]}
        evidence:
          war-diary: {shows: The order to cross the line came from Pyongyang., form: record}
        settings: |
          [[ignore]]
          rule = "unsupported-claim"
          records = ["attack-first"]
          reason = "It is granted by everybody."

    Not in::

        claims:
          attack-first: {text: The North attacked first.}
        settings: |
          [[ignore]]
          rule = "unsupported-claim"
          records = ["attack-first"]
          reason = "It is granted by everybody."
    """
    if found.is_partial:
        return
    known = (*listed_rules(), *FAMILIES)
    for i, ignore in enumerate(found.case.project.settings.ignores):
        spot = found.case.setting("ignore", i)
        fix: Fix | None = take_away(spot, "the ignore", safe=True)
        if ignore.rule not in known:
            meant = nearest(ignore.rule, known)
            rule = found.case.setting("ignore", i, "rule")
            fix = write_instead(rule, meant, safe=is_slip(ignore.rule, meant, known)) if meant else None
            message = f"there is no rule or family '{shown(ignore.rule)}' to ignore"
            cure = f"did you mean '{meant}'?" if meant else "'argmap explain' lists them"
            yield Finding(message, rule, (ignore.rule,), cure, fix=fix)
        elif not found.ignoring[i] and _all_ran(ignore.rule, found.ran):
            where = ", ".join(map(shown, (*ignore.files, *ignore.records)))
            message = f"nothing needs the ignore of '{ignore.rule}'" + (f" for {where}" if where else "")
            subjects = (ignore.rule, *ignore.files, *ignore.records)
            yield Finding(message, spot, subjects, "take it out of the settings", fix=fix)


def _all_ran(name: str, ran: frozenset[str]) -> bool:
    """Whether a rule, or every rule of a family that is on by default, ran."""
    rules = listed_rules()
    return (
        name in ran
        if name in rules
        else all(rule in ran for rule, about in rules.items() if about.family == name and about.on)
    )
