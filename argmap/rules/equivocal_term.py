"""Key terms used in two senses."""

from collections.abc import Iterator
from operator import itemgetter

from argmap.model.errors import shown
from argmap.model.finding import Finding, Related, Severity
from argmap.rules.case import Case
from argmap.rules.registry import project_rule


@project_rule("equivocal-term", family="logic", severity=Severity.WARNING)
def equivocal_term(case: Case) -> Iterator[Finding]:
    """One key term has two senses.

    Two claims fix the sense of the same term under ``defines:``, and not in the same words: what is shown
    of it in one sense does not follow in the other. Choose one, or call the two by two names. Looks at
    claims that the ``author`` of ``argmap.toml`` holds; rivals may mean what they like.

    Found in::

        claims:
          crossing-was: {text: The crossing was an invasion., defines: {invasion: Any crossing in arms.}}
          raid-was-none: {text: The raid was no invasion., defines: {invasion: A crossing to stay.}}

    Not in::

        claims:
          crossing-was: {text: The crossing was an invasion., defines: {invasion: A crossing to stay.}}
          raid-was-none: {text: The raid was no invasion., defines: {invasion: A crossing to stay.}}
    """
    project = case.project
    first: dict[str, tuple[str, str, str]] = {}
    for key, claim in sorted(case.lists.claims_with("defines"), key=itemgetter(0)):
        if key not in case.own:
            continue
        for term, sense in claim.defines.items():
            known, written, meaning = first.setdefault(_plain(term), (key, term, sense))
            if _plain(meaning) == _plain(sense):
                continue
            yield Finding(
                f"claims '{known}' and '{key}' define '{shown(term)}' in two ways",
                project.spot("claims", key, "defines", term),
                (key, known, term),
                "choose one sense, or call the two by two names",
                (Related(project.spot("claims", known, "defines", written), f"'{known}' defines it here"),),
            )


def _plain(text: str) -> str:
    return " ".join(text.casefold().rstrip(".").split())
