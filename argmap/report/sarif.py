"""The format ``sarif``: Static Analysis Results Interchange Format 2.1.0 (OASIS 2023, errata 01)."""

from typing import Any
from urllib.parse import quote

from argmap.check import Audit, Held, NotChecked, Reason
from argmap.model.finding import Finding, Place, Related
from argmap.model.fix import Fix
from argmap.model.pattern import pattern
from argmap.report.registry import Reader, report_format
from argmap.report.safe import as_json, one_line
from argmap.report.where import file_of, has_file, message_and_help
from argmap.rules.registry import Rule, all_rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LINK = pattern(r"\](?=\()")


@report_format("sarif")
def sarif_report(audit: Audit, read: Reader, colour: bool) -> str:
    """Write an audit as one run, with every rule there is and what it says in its docstring."""
    rules = all_rules()
    index = {name: i for i, name in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "argmap",
                **_version(),
                "rules": [_descriptor(rule) for rule in rules.values()],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not audit.unreadable,
                "toolExecutionNotifications": [_notification(n, index) for n in audit.not_checked],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(finding, index) for finding in audit.findings),
            *(
                {**_result(held.finding, index), "suppressions": [_suppression(held)]}
                for held in audit.held
                if held.why in (Reason.IGNORE, Reason.BASELINE)
            ),
        ],
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _version() -> dict[str, str]:
    """Name our version, if argmap is installed and not merely on the path."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"version": version("argmap"), "semanticVersion": version("argmap")}
    except PackageNotFoundError:
        return {}


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": _prose(rule.title)},
        "fullDescription": {"text": _prose(rule.reason or rule.title)},
        "help": {"text": _manual(rule), "markdown": _manual_in_markdown(rule)},
        "defaultConfiguration": {"enabled": rule.on, "level": rule.severity.value},
        "properties": {"tags": [rule.family]},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    related = [{"id": i, **_location(other)} for i, other in enumerate(finding.related, 1)]
    return {
        **_reference("ruleId", "ruleIndex", finding.rule, index),
        "level": finding.severity.value,
        "message": {"text": _message(message_and_help(finding))},
        "locations": [_location(finding)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"argmap/v1": finding.fingerprint},
        **({"fixes": [_fix(finding.fix)]} if finding.fix and finding.fix.edits else {}),
        "properties": {"subjects": list(finding.subjects)},
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """Give a fix with the characters it changes; whether it is safe is said in its properties."""
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    file = quote(fix.edits[0].place.file, errors="surrogateescape")
    return {
        "description": {"text": _message(one_line(fix.title))},
        "artifactChanges": [{"artifactLocation": {"uri": file}, "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _suppression(held: Held) -> dict[str, Any]:
    told = held.told if held.why is Reason.IGNORE else f"allowed by {held.told}"
    return {"kind": "external", "justification": one_line(told)}


def _notification(skipped: NotChecked, index: dict[str, int]) -> dict[str, Any]:
    """Tell a rule that could not run; a plugin that failed to load is no rule we could point at."""
    told = {
        "level": "note",
        "message": {"text": _message(one_line(f"not checked: {skipped.rule} ({skipped.reason})"))},
    }
    if skipped.rule in index:
        told["associatedRule"] = _reference("id", "index", skipped.rule, index)
    return told


def _reference(name: str, position: str, rule: str, index: dict[str, int]) -> dict[str, Any]:
    return {name: rule, position: index[rule]} if rule in index else {name: rule}


def _location(item: Finding | Related) -> dict[str, Any]:
    """Give the file and the region of a finding, or of a place related to it."""
    uri = quote(file_of(item), errors="surrogateescape") + ("" if has_file(item) else "/")
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if item.place:
        physical["region"] = _region(item.place)
    location: dict[str, Any] = {"physicalLocation": physical}
    message = one_line(item.message) if isinstance(item, Related) else ""
    if message:
        location["message"] = {"text": _message(message)}
    return location


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _message(text: str) -> str:
    """Keep a text from being read as a template (3.11.5) or as one with links (3.11.6)."""
    return _LINK.sub(r"\\]", text.replace("{", "{{").replace("}", "}}"))


def _prose(text: str) -> str:
    """Unfold the lines of each paragraph, without the marks of literals."""
    return "\n\n".join(one_line(part) for part in text.replace("``", "'").split("\n\n"))


def _manual(rule: Rule) -> str:
    parts = [_prose(rule.title), _prose(rule.reason)]
    for title, example in _examples(rule):
        parts += [title, "\n".join(f"    {line}".rstrip() for line in example.splitlines())]
    return "\n\n".join(part for part in parts if part)


def _manual_in_markdown(rule: Rule) -> str:
    parts = [f"**{rule.title}**", rule.reason]
    for title, example in _examples(rule):
        parts += [title, f"```yaml\n{example}```"]
    return "\n\n".join(part for part in parts if part)


def _examples(rule: Rule) -> list[tuple[str, str]]:
    examples = [("Found in:", rule.example("Found in")), ("Not found in:", rule.example("Not in"))]
    return [(title, example) for title, example in examples if example]
