"""Foreign files as YAML, read once for every format that looks at them."""

from typing import Any
from weakref import WeakKeyDictionary

from argmap.exchange.content import Content
from argmap.files.yaml_fault import YamlFault
from argmap.files.yaml_text import parse_yaml
from argmap.model.errors import UnreadableError, shown

LONGEST_LOOK = 2_000_000
"""Characters of a file that is parsed to tell its format."""

_READ: WeakKeyDictionary[Content, Any] = WeakKeyDictionary()


def yaml_of(content: Content) -> Any:
    """Give a file as YAML; of two equal keys the first wins.

    Raises:
        UnreadableError: If it is none.
    """
    if content not in _READ:
        try:
            _READ[content] = parse_yaml(_spaced(content.text), first_wins=True)
        except YamlFault as fault:
            raise UnreadableError(
                f"'{shown(content.name)}' cannot be read as YAML: line {fault.line}: {fault.message}"
            ) from None
    return _READ[content]


def looks_like_yaml(content: Content) -> bool:
    """Whether a look at the beginning leaves YAML possible: text, neither JSON nor XML."""
    head = content.head
    return bool(head) and head[0] not in "{[<" and "\0" not in head and ":" in head


def yaml_for_a_look(content: Content) -> Any:
    """Give a file as YAML where it is one that is not too large, else None."""
    if not looks_like_yaml(content) or len(content.text) > LONGEST_LOOK:
        return None
    try:
        return yaml_of(content)
    except UnreadableError:
        return None


def _spaced(text: str) -> str:
    """Drop what YAML does not allow but files have: a form feed, a tab at the end of a line."""
    return text.replace("\f", "").replace("\t\n", "\n")
