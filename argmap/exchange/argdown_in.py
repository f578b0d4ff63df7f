"""Reads Argdown source, line by line, as its documentation describes it."""

import re
from typing import Any

from argmap.exchange.argdown_doc import Document, End, Inference, Kind, Member, data_of, premises_used
from argmap.exchange.argdown_inline import Inline, parse_data, read_inline, taken_out, without_comments
from argmap.exchange.loss import LossReport
from argmap.exchange.texts import clean, one_line

_FRONT = re.compile(r"\A\s*={3,}[ \t]*\n(.*?)\n={3,}[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}[ \t]+(.+)")
_RELATION = re.compile(r"([ \t]*)(<\+|\+>|<-|->|<_|_>|><|\+|-|_)[ \t]+(.*)")
_NUMBERED = re.compile(r"[ \t]*\(([0-9]{1,6})\)[ \t]+(.*)")
_BRACKET = re.compile(r"[ \t]*-{2,}[ \t]*$")
_ONE_LINE = re.compile(r"[ \t]*--+[ \t]*(\S.*?)[ \t]*--+[ \t]*$")
_BULLET = re.compile(r"([ \t]*)(?:\*|[0-9]+\.)[ \t]+(.*)")
_KINDS: dict[str, Kind] = {"+": "support", "-": "attack", "_": "undercut", "><": "contradiction"}


def read_argdown(text: str, loss: LossReport) -> Document:
    """Read a document.

    Args:
        text: Its source, lines ending in a line feed.
        loss: The report.
    """
    reader = _Reader(loss)
    reader.read(text)
    return reader.document


class _Reader:
    def __init__(self, loss: LossReport) -> None:
        self.loss = loss
        self.document = Document()
        self.section = ""
        self.argument: str | None = None
        """The argument defined in the block before: a structure that follows is its own."""
        self.data: list[str] = []
        self.untitled = 0

    def read(self, text: str) -> None:
        text = clean(text).replace("\x00", "\ufffd")
        if front := _FRONT.match(text):
            self._front_matter(front[1])
            text = text[front.end() :]
        text, self.data = taken_out(without_comments(text))
        block: list[str] = []
        for line in text.split("\n"):
            if line and not line.isspace():
                block.append(line)
            elif block:
                self._block(block)
                block = []
        if block:
            self._block(block)

    def _front_matter(self, raw: str) -> None:
        found = parse_data("{\n" + raw + "\n}")
        if found is None:
            self.loss.drop("front matter", "", "it cannot be read as YAML")
            return
        self.document.title = one_line(found.pop("title", ""))
        model = found.get("model")
        if isinstance(model, dict) and model.get("mode") == "strict":
            self.document.strict = True
        for key in found:
            self.loss.drop("front matter", key, "settings of Argdown's own")

    def _block(self, lines: list[str]) -> None:
        first = lines[0]
        if first[0] == "#" and (heading := _HEADING.match(first)):
            self.section = read_inline(heading[1]).text
            self.argument = None
            if lines[1:]:
                self._block(lines[1:])
        elif _NUMBERED.match(first):
            self._structure(lines)
        else:
            self._tree(lines)

    def _tree(self, lines: list[str]) -> None:
        """Read a statement or argument with the relations indented below it."""
        above: list[tuple[int, End | None]] = []
        self.argument = None
        for indent, symbol, content in _items(lines):
            end = self._member(read_inline(content))
            while above and above[-1][0] >= indent and symbol:
                above.pop()
            if symbol and above and above[-1][1] is not None and end is not None:
                self._relate(symbol, above[-1][1], end)
            elif symbol and end is not None:
                self.loss.drop("relation", end.title, "nothing stands above it")
            if not symbol:
                above = []
                if end is not None and end.kind == "argument":
                    self.argument = end.title
            above.append((indent, end))

    def _relate(self, symbol: str, parent: End, child: End) -> None:
        kind = _KINDS[symbol.strip("<>") or symbol]
        start, end = (parent, child) if symbol.endswith(">") and symbol != "><" else (child, parent)
        self.document.relations[kind, start, end] = None

    def _member(self, found: Inline) -> End | None:
        """Take in what a line says; give it as an end of relations."""
        if found.is_argument:
            members, kind = self.document.arguments, "argument"
        else:
            members, kind = self.document.statements, "statement"
        title, titled = found.title, True
        if not title:
            if not found.text:
                return None
            self.untitled += 1
            title, titled = f"(untitled {self.untitled})", False
        member = members.get(title)
        if member is None:
            member = members[title] = Member(title, section=self.section, titled=titled)
        elif found.text and not member.texts:
            member.section = self.section
        member.say(found.text)
        for tag in found.tags:
            member.tags[tag] = None
        if found.data:
            member.data |= self._data(found.data, title)
        return End(kind, title)  # type: ignore[arg-type]  # one of the two above

    def _data(self, numbers: list[int], title: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for number in numbers:
            data = parse_data(self.data[number])
            if data is None:
                self.loss.drop("data", title, "it cannot be read as YAML")
            else:
                found |= data_of(data)
        return found

    def _structure(self, lines: list[str]) -> None:
        """Read a premise-conclusion structure, of the argument before it or of one without a title."""
        title = self.argument
        if title is None:
            self.untitled += 1
            title = f"(untitled {self.untitled})"
        if title in self.document.structures:
            self.loss.drop("argument", title, "it has a second structure; the first was kept")
            return
        _Structure(self, title).read(lines)
        self.argument = None


class _Structure:
    """The steps of one argument on their way in."""

    def __init__(self, reader: _Reader, title: str) -> None:
        self.reader = reader
        self.title = title
        self.steps: list[Inference] = []
        self.numbers: dict[int, str] = {}
        self.since = 0
        self.waiting: Inference | None = None
        """An inference whose conclusion comes next."""

    def read(self, lines: list[str]) -> None:
        self.reader.document.structures[self.title] = self.steps
        above: list[tuple[int, End]] = []
        for line in _joined(lines):
            if _BRACKET.match(line):
                above = self._infer("")
            elif named := _ONE_LINE.match(line):
                above = self._infer(named[1])
            elif numbered := _NUMBERED.match(line):
                above = self._statement(int(numbered[1]), numbered[2])
            elif relation := _RELATION.match(line):
                self._relation(relation, above)
        if self.waiting is not None or not self.steps:
            self.reader.loss.drop("argument", self.title, "no conclusion follows its last inference")
        if not self.steps:
            del self.reader.document.structures[self.title]

    def _statement(self, number: int, content: str) -> list[tuple[int, End]]:
        end = self.reader._member(read_inline(content))
        if end is None or end.kind != "statement":
            self.reader.loss.drop("premise", f"{self.title} ({number})", "it is no statement")
            return []
        if self.waiting is not None:
            self.waiting.conclusion = end.title
            self.steps.append(self.waiting)
            self.waiting = None
            self.since = number
        self.numbers[number] = end.title
        return [(-1, end)]

    def _infer(self, line: str) -> list[tuple[int, End]]:
        found = read_inline(line)
        data = self.reader._data(found.data, self.title) if found.data else {}
        rules = [rule.strip() for rule in found.text.split(",") if rule.strip()]
        premises = premises_used(self.numbers, self.since, data.pop("uses", None))
        self.waiting = Inference(list(premises), "", rules, data)
        return [(-1, End("inference", self.title, len(self.steps)))]

    def _relation(self, relation: re.Match[str], above: list[tuple[int, End]]) -> None:
        indent = len(relation[1].expandtabs(4))
        end = self.reader._member(read_inline(relation[3]))
        while above and above[-1][0] >= indent:
            above.pop()
        if end is None:
            return
        if above:
            self.reader._relate(relation[2], above[-1][1], end)
        else:
            self.reader.loss.drop("relation", end.title, "nothing stands above it")
        above.append((indent, end))


def _items(lines: list[str]) -> list[tuple[int, str, str]]:
    """Put the lines of a block together to elements: indent, relation (empty for none), content."""
    found: list[tuple[int, str, str]] = []
    for line in lines:
        relation = _RELATION.match(line)
        if relation and (relation[1] or (found and relation[3][:1] in ("[", "<"))):
            found.append((len(relation[1].expandtabs(4)), relation[2], relation[3]))
        elif bullet := _BULLET.match(line):
            found.append((len(bullet[1].expandtabs(4)), "", bullet[2]))
        elif found:
            indent, symbol, content = found[-1]
            found[-1] = (indent, symbol, f"{content} {line.strip()}")
        else:
            found.append((0, "", line.strip()))
    return found


def _joined(lines: list[str]) -> list[str]:
    """Put the lines of a structure together: what begins nothing of its own goes on the line before.

    An inference with rules between its two lines is given as one line, ``-- rules --``.
    """
    found: list[str] = []
    ends = [len(lines)] * (len(lines) + 1)
    for i in range(len(lines) - 1, -1, -1):
        ends[i] = i if _NUMBERED.match(lines[i]) else ends[i + 1]
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if _BRACKET.match(line):
            close = next((i for i in range(at, ends[at]) if _BRACKET.match(lines[i])), None)
            rules = " ".join(inner.strip() for inner in lines[at:close]) if close is not None else ""
            at = close + 1 if close is not None else at
            found.append(f"-- {rules} --" if rules else "----")
        elif not found or _BRACKET.match(found[-1]) or _own(line):
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line.strip()}"
    return found


def _own(line: str) -> bool:
    return bool(_NUMBERED.match(line) or _ONE_LINE.match(line) or _RELATION.match(line))
