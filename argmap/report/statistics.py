"""How often each rule found something: what ``argmap check --statistics`` tells in place of the findings."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from typing_extensions import TypedDict  # the standard one serves pydantic only from 3.12 on

from argmap.check import Audit
from argmap.model.errors import ArgmapError
from argmap.model.finding import Severity
from argmap.report.json_report import audit_object
from argmap.report.paint import paint
from argmap.report.safe import as_json
from argmap.report.text import closing
from argmap.rules.registry import all_rules


class RuleCount(TypedDict):
    """How many findings of one severity a rule has."""

    rule: str
    family: str
    severity: str
    count: int


def rule_counts(audit: Audit) -> list[RuleCount]:
    """Count findings by rule and severity: errors first, and what is most frequent within a severity."""
    counts = Counter((finding.rule, finding.severity) for finding in audit.findings)
    rules = all_rules()

    def order(entry: tuple[tuple[str, Severity], int]) -> tuple[int, int, str]:
        (rule, severity), count = entry
        return severity.rank, -count, rule

    return [
        {
            "rule": rule,
            "family": rules[rule].family if rule in rules else "",
            "severity": severity.value,
            "count": count,
        }
        for (rule, severity), count in sorted(counts.items(), key=order)
    ]


def write_statistics(audit: Audit, name: str, colour: bool = False) -> str:
    """Write the counts of an audit in a format.

    Raises:
        ArgmapError: If the format holds findings only.
    """
    if name not in _FORMATS:
        raise ArgmapError(
            f"--statistics is told as {', '.join(_FORMATS)}; format '{name}' holds findings only"
        )
    return _FORMATS[name](audit, colour)


def _as_text(audit: Audit, colour: bool) -> str:
    return "\n".join([*_table(rule_counts(audit), colour), *closing(audit, colour)]) + "\n"


def _table(counts: list[RuleCount], colour: bool) -> Iterator[str]:
    digits = max((len(str(entry["count"])) for entry in counts), default=0)
    width = max((len(entry["rule"]) for entry in counts), default=0)
    for entry in counts:
        severity = paint(f"{entry['severity']:<7}", entry["severity"], colour)
        rule = paint(f"{entry['rule']:<{width}}", "bold", colour)
        yield f"{entry['count']:>{digits}}  {severity}  {rule}  {entry['family']}".rstrip()


def _as_json(audit: Audit, colour: bool) -> str:
    return as_json({"statistics": rule_counts(audit), **_rest(audit)}, indent=2) + "\n"


def _as_jsonl(audit: Audit, colour: bool) -> str:
    return "".join(as_json(line) + "\n" for line in (*rule_counts(audit), _rest(audit)))


def _rest(audit: Audit) -> dict[str, Any]:
    whole = audit_object(audit)
    return {"not_checked": whole["not_checked"], "summary": whole["summary"]}


_FORMATS: dict[str, Callable[[Audit, bool], str]] = {
    "full": _as_text,
    "concise": _as_text,
    "json": _as_json,
    "jsonl": _as_jsonl,
}
