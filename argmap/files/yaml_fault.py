"""Why a YAML text cannot be read, in plain words."""

import re
from typing import Literal

FaultKind = Literal["syntax", "duplicate", "documents", "limit"]


class YamlFault(Exception):  # noqa: N818  # a fault of the text, never shown as an exception
    """A YAML text that cannot be read, and the place where that shows.

    Internal to ``argmap.files``: what leaves the room is a finding.
    """

    def __init__(
        self,
        message: str,
        line: int = 1,
        column: int = 1,
        *,
        kind: FaultKind = "syntax",
        help: str = "",
    ) -> None:
        """Keep the fault's parts.

        Args:
            message: The fault in one sentence without a full stop.
            line: Line, from 1.
            column: Column in characters, from 1.
            kind: Whether the text breaks the grammar (``syntax``), has a key twice
                (``duplicate``), holds several documents, or would blow up (``limit``).
            help: What to do about it.
        """
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.kind = kind
        self.help = help


_QUOTE = "put the whole text in quotation marks, or write it as a block after '>-'"
_INDENT = "check the indentation: entries of one list or mapping start in one column"

_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        r"tabs disallowed|found a tab|character '\\t' that cannot start|"
        r"found character that cannot start any token",
        "a tab stands in the indentation; YAML wants spaces",
        "replace the tab by spaces",
    ),
    (
        r"mapping values are not allowed|illegal placement of ':'",
        "a colon stands where none may stand",
        "if it belongs to the text, " + _QUOTE + "; otherwise " + _INDENT,
    ),
    (r"unclosed bracket '(.)'", "the bracket '{0}' is never closed", "add the closing bracket"),
    (r"misplaced bracket", "a bracket is closed that was never opened", _QUOTE),
    (
        r"unclosed quote|end of stream.*quoted|while scanning a quoted scalar|"
        r"invalid indentation in multiline quoted",
        "a quotation mark is never closed",
        "add the closing mark; a mark inside the text is doubled ('') or the text goes after '>-'",
    ),
    (
        r"invalid trailing content after",
        "something follows the closing quotation mark",
        "a quotation mark inside the text is doubled (''), or the text goes after '>-'",
    ),
    (
        r"unknown escape|surrogate|escape sequence|hexdecimal|hexadecimal|escape code",
        "a backslash begins an escape that YAML does not know",
        "use single quotation marks, in which a backslash is only a backslash",
    ),
    (
        r"expected ',' or|flow sequence|flow mapping|flow node",
        "a list or mapping in brackets lacks a comma or its closing bracket",
        "close the bracket, or " + _QUOTE,
    ),
    (
        r"did not find expected key|did not find expected '-'|block collection|block mapping|"
        r"expected <block end>|could not find expected ':'|simple key",
        "neither a key nor an entry of the list or mapping begins here",
        _INDENT,
    ),
    (
        r"block sequence entries are not allowed|is only valid inside a block",
        "a list entry ('- …') stands where none may stand",
        "put it on a line of its own, or the text in quotation marks",
    ),
    (
        r"unexpected character: `(.)|found character '(.)' that cannot start",
        "a text begins with '{0}', which has a meaning of its own in YAML",
        _QUOTE,
    ),
    (
        r"unknown anchor|undefined alias",
        "a '*' refers to an '&' mark that the file does not have",
        "if the star belongs to the text, " + _QUOTE,
    ),
    (
        r"scanning an anchor|scanning an alias",
        "'&' or '*' begins a mark and no name follows",
        _QUOTE,
    ),
    (
        r"scanning a block scalar",
        "text follows '|' or '>' on the same line",
        "begin the text on the next line",
    ),
    (
        r"[Ii]nvalid tag:? '(.*)'|constructor for the tag '(.*)'",
        "YAML tag '{0}' is not used here",
        "remove the tag",
    ),
    (r"Invalid value '(.*)' for '(.*)' tag", "'{0}' does not fit the YAML tag '{1}'", "remove the tag"),
    (r"integer string conversion", "a number has more than 4300 digits", _QUOTE),
    (r"unhashable|surrogates not allowed", "a list or mapping serves as a key", "use a text as key"),
)

_DEEP = r"recursion limit|nested|depth"
_BOMB = r"replay limit|alias expansion"


def fault_of(raw: str, line: int, column: int) -> YamlFault:
    """Put a YAML engine's message into our words.

    Examples:
        >>> fault_of("unclosed bracket '['", 1, 4).message
        "the bracket '[' is never closed"
    """
    if re.search(_BOMB, raw):
        return too_much("repeats itself by aliases without end", line, column)
    if re.search(_DEEP, raw):
        return too_much("is nested too deep", line, column)
    for pattern, message, help_ in _WORDS:
        if found := re.search(pattern, raw, re.DOTALL):
            groups = [group for group in found.groups() if group is not None]
            return YamlFault(message.format(*groups), line, column, help=help_)
    return YamlFault(f"YAML cannot be read here: {raw[:100].strip()}", line, column)


def too_much(what: str, line: int = 1, column: int = 1) -> YamlFault:
    """Say that a text would blow up when read."""
    help_ = "records are a few levels deep; this may not be a project file"
    return YamlFault(f"the file {what}", line, column, kind="limit", help=help_)


def several_documents(line: int) -> YamlFault:
    """Say that a text holds more than one YAML document."""
    return YamlFault(
        "several YAML documents stand in one file ('---' begins a new one)",
        line,
        kind="documents",
        help="remove the line '---', or split the file",
    )
