"""The manual pages of the rules, as Markdown files."""

from collections.abc import Iterator

from argmap.rules.example import find_in_example
from argmap.rules.registry import FAMILIES, Rule, all_rules


def rule_pages() -> dict[str, str]:
    """Write a page for each rule and one that lists them, by the name of the file."""
    pages = {f"{rule.name}.md": "\n".join(_page(rule)) + "\n" for rule in all_rules().values()}
    return {"README.md": "\n".join(_index()) + "\n", **pages}


def _page(rule: Rule) -> Iterator[str]:
    on = "" if rule.on else ", off unless selected"
    yield from (f"# {rule.name}", "", f"{rule.severity.value}, family {rule.family}{on}", "")
    yield from (f"**{rule.title}**", "", rule.reason.replace("``", "`"), "")
    found = rule.example("Found in")
    yield from ("## Found in", "", f"```yaml\n{found}```", "", "What it says there:", "")
    for finding in find_in_example(rule, found):
        yield f"- {finding.message}" + (f" (*help:* {finding.help})" if finding.help else "")
    yield from ("", "## Not found in", "", f"```yaml\n{rule.example('Not in')}```")


def _index() -> Iterator[str]:
    yield "# Rules of the audit"
    for family, about in FAMILIES.items():
        yield from ("", f"## {family}", "", f"{about[0].upper()}{about[1:]}.", "")
        yield from ("| rule | severity | finds |", "| --- | --- | --- |")
        for rule in all_rules().values():
            if rule.family == family:
                level = rule.severity.value + ("" if rule.on else ", off")
                title = rule.title.replace("``", "`").replace("|", "\\|")
                yield f"| [{rule.name}]({rule.name}.md) | {level} | {title} |"
