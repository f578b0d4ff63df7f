"""The one place that reads YAML texts: yaml-rs, or PyYAML where it has no wheel."""

import re

from argmap.files.yaml_fault import YamlFault, fault_of, several_documents
from argmap.model.pattern import pattern

try:
    import yaml_rs
except ImportError:  # a platform without a wheel
    yaml_rs = None  # type: ignore[assignment]

_DEEP = pattern(r"\n[ \t?-]{200}")
_WHERE = pattern(r"YAML parse error at line (\d+), column (\d+)")
_NEXT_DOCUMENT = pattern(r"^---(?=\s|$)", re.MULTILINE)


def parse_yaml(text: str, *, first_wins: bool = False) -> object:
    r"""Read one YAML document (YAML 1.2; dates stay texts).

    Args:
        text: The document, without a byte order mark, lines ending in ``\n``.
        first_wins: Whether to keep the first of two equal keys instead of refusing them.

    Raises:
        YamlFault: If the text cannot be read, holds several documents, or has a key twice.

    Examples:
        >>> parse_yaml("claims: {a: {text: It rained, when: 1950-06-25}}")
        {'claims': {'a': {'text': 'It rained', 'when': '1950-06-25'}}}
    """
    if yaml_rs is None:
        from argmap.files.yaml_fallback import parse_yaml_slowly

        return parse_yaml_slowly(text, first_wins=first_wins)
    if _may_be_deep(text) or ("\r" in text and _may_be_deep(text.replace("\r", "\n"))):
        from argmap.files.yaml_nodes import compose

        compose(text)  # refuses what is too deep
    policies = yaml_rs.DuplicateKeyPolicy
    policy = policies.FirstWins if first_wins else policies.Error
    try:
        value: object = yaml_rs.loads(text, parse_datetime=False, duplicate_key_policy=policy)
    except (ValueError, TypeError, RecursionError) as error:
        raise _fault(str(error), text) from None
    if isinstance(value, list) and (second := _second_document(text)):
        raise several_documents(second)
    return value


def _may_be_deep(text: str) -> bool:
    """Whether a text may be nested so deep that yaml-rs, 20,000 levels down, would crash."""
    return bool(_DEEP.match("\n" + text[:200]) or _DEEP.search(text))


def _fault(raw: str, text: str) -> YamlFault:
    """Read place and reason out of yaml-rs's message, which quotes the line in between."""
    if place := _WHERE.match(raw):
        return fault_of(raw.rpartition("\n")[2], int(place[1]), int(place[2]))
    if raw.startswith("duplicate mapping key"):
        key = raw.partition(":")[2].strip()
        return YamlFault(f"the key {key} stands twice", kind="duplicate")
    from argmap.files.yaml_fallback import parse_yaml_slowly

    try:  # for the place, which this message lacks
        parse_yaml_slowly(text, first_wins=True)
    except YamlFault as fault:
        return fault
    return fault_of(raw, 1, 1)


def _second_document(text: str) -> int | None:
    """Find the line where a second document begins, if the root is not simply a list."""
    from argmap.files.yaml_nodes import compose

    if not _NEXT_DOCUMENT.search(text):
        return None
    try:
        compose(text)
    except YamlFault as fault:
        return fault.line if fault.kind == "documents" else 1
    return None
