"""What ``argmap explain`` tells."""

from collections.abc import Iterator

from argmap.model.errors import UnknownNameError
from argmap.model.settings import VerdictSettings
from argmap.model.vocabulary import STANDARDS
from argmap.rules.registry import FAMILIES, Rule, all_rules

TOPICS = ("grades", "standards", "verdicts")

VERDICTS = {
    "supported": "what is for it meets its standard, however open questions turn out; told with a grade",
    "insufficient": "something speaks for it and nothing against, but not enough for its standard",
    "contested": "worth on both sides and neither prevails, or an attack that is itself undecided",
    "outweighed": "what is against it would meet the claim's own standard",
    "unsupported": "nothing is given for it, or nothing that is given is worth anything",
    "circular": "it rests only on itself: without the circle nothing is left",
}


def manual(name: str | None) -> str:
    """Give the page of a rule, a family or a topic; the list of all without a name.

    Raises:
        UnknownNameError: If there is no such page.
    """
    return "\n".join(_page(name)).rstrip() + "\n"


def _page(name: str | None) -> Iterator[str]:
    if name is None:
        yield from _index()
    elif name in all_rules():
        yield from rule_page(all_rules()[name])
    elif name in FAMILIES:
        yield from _family(name)
    elif name == "grades":
        yield from _grades()
    elif name == "standards":
        yield from _standards()
    elif name == "verdicts":
        yield from (f"{word:<14}{meaning}" for word, meaning in VERDICTS.items())
    else:
        raise UnknownNameError("rule, family or topic", name, (*all_rules(), *FAMILIES, *TOPICS))


def rule_page(rule: Rule) -> Iterator[str]:
    """Give the manual page of a rule."""
    on = "" if rule.on else ", off unless selected"
    yield f"{rule.name}   ({rule.severity.value}, family {rule.family}{on})"
    yield ""
    yield rule.title
    yield ""
    yield from rule.reason.splitlines()
    for title, kind in (("Found in:", "Found in"), ("Not found in:", "Not in")):
        example = rule.example(kind)  # type: ignore[arg-type]  # the two kinds there are
        if example:
            yield ""
            yield title
            yield ""
            yield from (f"    {line}".rstrip() for line in example.splitlines())


def _index() -> Iterator[str]:
    for family in FAMILIES:
        yield from _family(family)
        yield ""
    yield f"Also: argmap explain {' | '.join(TOPICS)}"


def _family(family: str) -> Iterator[str]:
    yield f"{family}: {FAMILIES[family]}"
    for rule in all_rules().values():
        if rule.family == family:
            yield f"  {rule.name:<28}{rule.severity.value:<9}{rule.title}"


def _grades() -> Iterator[str]:
    from argmap.verdict.grades import TABLES

    yield "Evidence starts from its form (or an Admiralty letter in 'grade') and moves by recorded facts,"
    yield "clamped to 1 weak, 2 limited, 3 good, 4 firm. Forged evidence is excluded. An argument is worth"
    yield "the weakest of its premises and its own strength; two arguments that hold and rest on different"
    yield "documents lift their side by one step, once. Tables can be changed under [verdicts.steps]."
    for name, table in TABLES.items():
        yield ""
        yield name
        for word, steps in table.items():
            start = name in ("form", "grade", "strength")
            yield f"  {word:<20}{steps if start else format(steps, '+d') if steps else '0'}"


def _standards() -> Iterator[str]:
    from argmap.verdict.standards import told

    yield "A claim is supported when its side for meets its proof standard; thresholds are set under"
    yield "[verdicts.thresholds] of argmap.toml, the standard of a claim by 'standard:'."
    for title, settings in (
        ("in grades (default):", VerdictSettings()),
        ("in weights (setting = 'carneades'):", VerdictSettings(setting="carneades")),
    ):
        yield ""
        yield title
        yield from (f"  {told(standard, settings)}" for standard in STANDARDS)
