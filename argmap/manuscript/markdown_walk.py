"""The text of a Markdown file, token by token."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.manuscript.citekeys import cited_keys
from argmap.manuscript.reading import BlockKind, Citation
from argmap.manuscript.weaving import Gathering, Weaver

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_UNDEFINED = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^{}]*\}$|\s*\{-\}$")
_RAISED = re.compile(r"(?<=\w)\^([^\s^\[\]]{1,12})\^")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*>", re.DOTALL)
_LEAVES = frozenset(("code_block", "fence", "html_block"))


def _parser() -> "MarkdownIt":
    """Make a parser that leaves notes where they are defined."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    return parser.disable("footnote_tail")


@dataclass
class _Note:
    """A note being read."""

    key: str
    weaver: Weaver


class Walk:
    """One pass over the tokens of a file."""

    def __init__(self, text: str) -> None:
        self.found = Gathering()
        self._text = text
        self._env: dict[str, Any] = {}
        self._note: _Note | None = None
        self._quotes = 0
        self._items = 0
        self._kind: tuple[BlockKind, int] = ("paragraph", 0)
        self._inline_notes = 0

    def run(self) -> None:
        """Read the file."""
        for token in _parser().parse(self._text, self._env):
            if token.type == "inline":
                self._inline(token)
            elif token.type in _LEAVES:
                self._leaf(token)
            else:
                self._structure(token)

    def _structure(self, token: "Token") -> None:
        """Keep track of what the next text stands in."""
        kind, change = token.type.rpartition("_")[0], token.nesting
        if kind == "blockquote":
            self._quotes += change
        elif kind == "list_item":
            self._items += change
        elif kind == "heading":
            self._kind = ("heading", int(token.tag[1])) if change > 0 else ("paragraph", 0)
        elif kind == "footnote_reference":
            if change > 0:
                line = token.map[0] + 1 if token.map else 1
                self._note = _Note(f"note:{token.meta['label']}", Weaver(line))
            elif self._note is not None:
                self._end_note(self._note)
                self._note = None

    def _end_note(self, note: _Note) -> None:
        line = note.weaver.line_of_text()
        key = self.found.add_note(note.key, note.weaver.text(), line)
        self._cite(note.weaver.text(), key, None, line)

    def _leaf(self, token: "Token") -> None:
        content = _TAG.sub("", token.content) if token.type == "html_block" else token.content
        weaver = self._weaver(token)
        weaver.add(content)
        self._end_block(weaver)

    def _weaver(self, token: "Token") -> Weaver:
        line = token.map[0] + 1 if token.map else 1
        if self._note is not None:
            self._note.weaver.space()
            self._note.weaver.line = line
            return self._note.weaver
        return Weaver(line)

    def _end_block(self, weaver: Weaver) -> None:
        if self._note is not None:
            return
        kind, level = self._kind
        if kind != "heading" and (self._quotes or self._items):
            kind = "quotation" if self._quotes else "item"
        before = len(self.found.blocks)
        self.found.add(weaver, kind, level)
        if len(self.found.blocks) > before:
            block = self.found.blocks[-1]
            self._cite(block.text, None, block.line_at, block.line)

    def _cite(self, text: str, note: str | None, line_at: Any, line: int) -> None:
        for key, locator, offset in cited_keys(text) if "@" in text else ():
            place = line_at(offset) if line_at else line
            self.found.citations.append(Citation(key, locator, place, note))

    def _inline(self, token: "Token") -> None:
        weaver = self._weaver(token)
        children = token.children or []
        if self._kind[0] == "heading" and children and children[-1].type == "text":
            children[-1].content = _ATTRIBUTES.sub("", children[-1].content)
        self._spans(children, weaver)
        self._end_block(weaver)

    def _spans(self, tokens: "list[Token]", weaver: Weaver) -> None:
        for token in tokens:
            kind = token.type
            if kind == "text":
                self._words(token.content, weaver)
            elif kind in ("softbreak", "hardbreak"):
                weaver.add("\n")
            elif kind in ("em_open", "em_close"):
                weaver.italics(kind == "em_open")
            elif kind in ("code_inline", "image"):
                weaver.add(token.content)
            elif kind == "html_inline":
                self._tag(token.content, weaver)
            elif kind == "footnote_ref":
                self._call(token, weaver)

    def _tag(self, tag: str, weaver: Weaver) -> None:
        if re.match(r"</?(?:i|em)\b", tag, re.IGNORECASE):
            weaver.italics(not tag.startswith("</"))
        elif re.match(r"<br\b", tag, re.IGNORECASE):
            weaver.space()

    def _words(self, text: str, weaver: Weaver) -> None:
        """Add words; what looks like the marker of a note that nobody defines is one."""
        text = _RAISED.sub(r"\1", text) if "^" in text else text
        at = 0
        for match in _UNDEFINED.finditer(text) if "[^" in text else ():
            weaver.add(text[at : match.start()])
            weaver.mark(f"note:{match[1]}")
            at = match.end()
        weaver.add(text[at:])

    def _call(self, token: "Token", weaver: Weaver) -> None:
        label = token.meta.get("label")
        if label is not None:
            weaver.mark(f"note:{label}")
            return
        tokens = self._env["footnotes"]["list"][token.meta["id"]].get("tokens") or []
        inner = Weaver(weaver.line)
        self._spans(tokens, inner)
        weaver.line += sum(t.type in ("softbreak", "hardbreak") for t in tokens)
        self._inline_notes += 1
        key = self.found.add_note(f"note:inline-{self._inline_notes}", inner.text(), inner.line_of_text())
        weaver.mark(key)
        self._cite(inner.text(), key, None, inner.line_of_text())
