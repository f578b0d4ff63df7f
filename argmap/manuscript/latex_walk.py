"""The text of a LaTeX file, token by token, with a stack of its own for what is open."""

import re
import unicodedata
from dataclasses import replace

from argmap.manuscript import latex_macros as macros
from argmap.manuscript.latex_cites import read_citation
from argmap.manuscript.latex_flow import Flow, Frame, Note
from argmap.manuscript.latex_source import TOKEN, plain
from argmap.manuscript.weaving import Weaver

_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "-": "-"}
_SIGNS = {**{c: c for c in "&%$#_{}"}, **dict.fromkeys(" ,;:\n\t", " ")}
_BASE = re.compile(r"\s*(?:\{\s*(?:\\([ij])|(\w*))\s*\}|\\([ij])(?![A-Za-z])[ ]?|(\w))")
_URL = re.compile(r"\s*\{([^{}\n]*)\}")
_ARGUMENT = re.compile(r"\s*\\[A-Za-z@]+")
_END_VERBATIM = {name: "\\end{" + name + "}" for name in macros.VERBATIM | macros.UNREAD}
_INCLUDED = frozenset(("input", "include", "subfile", "subimport", "import", "includepdf"))
_NOTES = frozenset(("footnote", "endnote", "footnotetext", "sidenote", "tablefootnote", "blfootnote"))


class Walk(Flow):
    """One pass over a file."""

    def run(self) -> None:
        """Read the file."""
        while self._end >= 0:
            if self._at >= self._end:
                if not self._resume:
                    break
                self._at, self._end = self._resume.pop()
                continue
            match = TOKEN.match(self.source.text, self._at, self._end)
            if match is None:
                self._at += 1
                continue
            self._at = match.end()
            self._token(match)
        while self._frames:
            self._close()
        self._flush()
        self._shift_levels()

    def _token(self, match: re.Match[str]) -> None:
        kind, text = match.lastgroup, match[0]
        if kind == "text":
            self._say(re.sub(r"[\^_]", "", text) if self._maths else text, match.start())
        elif kind == "word":
            self._word(match["word"], match.start())
        elif kind == "sign":
            self._sign(match["sign"], match.start())
        elif kind == "mark":
            self._say(_MARKS[text], match.start())
        elif kind == "open":
            self._frames.append(Frame())
        elif kind == "close":
            self._close()
        elif kind == "par":
            self._paragraph_end()
        elif kind == "maths":
            self._maths = not self._maths
        elif kind in ("tie", "cell"):
            self._now().space()

    def _shift_levels(self) -> None:
        """Count levels from the highest heading in use."""
        used = [block.level for block in self.found.blocks if block.kind == "heading"]
        for i, block in enumerate(self.found.blocks):
            if block.kind == "heading":
                self.found.blocks[i] = replace(block, level=block.level - min(used) + 1)

    def _sign(self, sign: str, at: int) -> None:
        if sign in macros.ACCENTS:
            self._accent(macros.ACCENTS[sign])
        elif sign == "\\":
            if self.source.text.startswith("*", self._at):
                self._at += 1
            if self.source.text.startswith("[", self._at):
                self._option()
            self._now().space()
        elif sign in _SIGNS:
            self._say(_SIGNS[sign].replace("\n", " "), at)
        elif sign in "()[]":
            self._maths = sign in "(["

    def _accent(self, accent: str) -> None:
        match = _BASE.match(self.source.text, self._at)
        if match is None:
            return
        self._at = match.end()
        base = next((group for group in match.groups() if group), "")
        self._now().add(unicodedata.normalize("NFC", base[:1] + accent + base[1:]) if base else "")

    def _word(self, word: str, at: int) -> None:
        name = self.preamble.aliases.get(word.rstrip("*"), word.rstrip("*"))
        starred = word.endswith("*")
        lower = name[0].lower() + name[1:]
        if name in ("begin", "end"):
            self._environment(name == "begin")
        elif name in self.preamble.words:
            self._say(self.preamble.words[name], at)
        elif name in _NOTES or name == "footnotemark":
            self._note(name)
        elif lower in macros.CITES:
            self._cite(lower, at)
        elif name in macros.LEVELS:
            self._start_heading(name, starred)
        elif name in macros.QUOTES or name in ("textcquote", "blockcquote"):
            self._quote(name, starred, at)
        elif not self._style(name, at):
            self._other(name, at)

    def _style(self, name: str, at: int) -> bool:
        """Handle commands that change the look of what follows or stand for a sign."""
        if name in macros.ITALIC:
            if self._open(Frame(italics=1)):
                self._now().italics(True)
        elif name in macros.ITALIC_SWITCHES:
            if self._frames and not self._frames[-1].italics:
                self._frames[-1].italics += 1
                self._now().italics(True)
        elif name in macros.ACCENTS and len(name) == 1:
            self._accent(macros.ACCENTS[name])
        elif name in macros.signs():
            sign = macros.signs()[name]
            if sign == "\n\n":
                self._paragraph_end()
            else:
                self._say(sign, at)
            self._at = self.source.skip_space(self._at)
        else:
            return False
        return True

    def _other(self, name: str, at: int) -> None:
        """Handle commands that are silent, take what follows as it stands, or set counters."""
        source = self.source
        if name in _INCLUDED:
            self._included()
        elif name == "item":
            self._flush_item(self._option())
        elif name in ("url", "path", "nolinkurl"):
            found = _URL.match(source.text, self._at)
            if found:
                self._say(found[1].replace("\\", ""), at)
                self._at = found.end()
        elif name in ("verb", "lstinline") and self._at < len(source.text):
            stop = source.text.find(source.text[self._at], self._at + 1)
            if 0 < stop < self._at + 500:
                self._say(source.text[self._at + 1 : stop], at)
                self._at = stop + 1
        elif name == "caption":
            self._flush()
            self._option()
            self._open(Frame(paragraph=True))
        elif name in ("setcounter", "addtocounter", "stepcounter", "refstepcounter"):
            self._counter(name)
        elif name in ("frontmatter", "mainmatter", "backmatter"):
            self._numbered = name == "mainmatter"
        elif name == "bibitem":
            self._flush()
            self._option()
            self._skip_arguments(1)
        else:
            self._skip_arguments(macros.SILENT.get(name, 0), name not in macros.SILENT)

    def _skip_arguments(self, count: int, unknown: bool = False) -> None:
        """Skip arguments that are no text; of an unknown command only an option before braces."""
        source = self.source
        if unknown:
            option = source.bracketed(self._at) if source.text.startswith("[", self._at) else None
            if option and source.text.startswith("{", option[2]):
                self._at = option[2]
            elif not source.text.startswith("{", self._at):
                self._at = source.skip_space(self._at)
            return
        for _ in range(count):
            while (option := source.bracketed(self._at)) is not None:
                self._at = option[2]
            found = source.braced(self._at)
            if found:
                self._at = found[2]
            elif named := _ARGUMENT.match(source.text, self._at):
                self._at = named.end()
        if count == 0:
            self._at = source.skip_space(self._at)

    def _included(self) -> None:
        found = self.source.braced(self._at)
        if found:
            named = " ".join(self.source.text[found[0] : found[1]].split())[:80]
            self._at = found[2]
            self.found.remark(f"another file belongs to the text and was not read: {named}")

    def _flush_item(self, label: str | None) -> None:
        if self._notes:
            self._now().space()
        else:
            self._flush()
        if label:
            self._now().add(plain(label) + " ")

    def _environment(self, begin: bool) -> None:
        found = self.source.braced(self._at)
        if found is None:
            return
        name = self.source.text[found[0] : found[1]].strip()
        self._at = found[2]
        if name in _END_VERBATIM and begin:
            self._verbatim(name)
        elif name == "document":
            self._end = self._end if begin else -1
        elif name in macros.MATHS:
            self._maths = begin
            self._now().space()
        elif begin:
            self._begin(name)
        else:
            self._paragraph_end()
            if name in self._environments:
                self._environments.remove(name)

    def _begin(self, name: str) -> None:
        self._paragraph_end()
        if name == "thebibliography":
            self._heading = macros.LEVELS["chapter" if self._has_chapters() else "section"]
            self._say("Bibliography", self._at)
            self._flush()
            self._heading = 0
        self._environments.append(name)
        if len(self._environments) > 200:
            del self._environments[0]
        arguments = {"tabular": 1, "tabular*": 2, "tabularx": 2, "longtable": 1, "minipage": 1, "array": 1}
        arguments |= {"thebibliography": 1, "multicols": 1, "otherlanguage": 1, "otherlanguage*": 1}
        self._option()
        self._skip_arguments(arguments.get(name, 0))

    def _has_chapters(self) -> bool:
        return any(b.kind == "heading" and b.level == macros.LEVELS["chapter"] for b in self.found.blocks)

    def _verbatim(self, name: str) -> None:
        stop = self.source.text.find(_END_VERBATIM[name], self._at)
        stop = len(self.source.text) if stop < 0 else stop
        if name in macros.VERBATIM:
            self._paragraph_end()
            self._say(self.source.text[self._at : stop], self._at)
            self._paragraph_end()
        self._at = min(stop + len(_END_VERBATIM[name]), len(self.source.text))

    def _start_heading(self, name: str, starred: bool) -> None:
        if self._notes:
            return
        self._flush()
        self._option()
        if not starred and self._numbered and name == self.preamble.resets:
            self._counts["footnote"] = 0
            self._run += 1
        frame = Frame(heading=macros.LEVELS[name] + 1)
        if self._open(frame):
            self._heading = frame.heading

    def _counter(self, name: str) -> None:
        counter = self.source.braced(self._at)
        if counter is None:
            return
        self._at = counter[2]
        which = self.source.text[counter[0] : counter[1]]
        by = "1"
        if not name.endswith("stepcounter"):
            value = self.source.braced(self._at)
            by = self.source.text[value[0] : value[1]].strip() if value else ""
            self._at = value[2] if value else self._at
        if which in self._counts and re.fullmatch(r"-?\d{1,5}", by):
            self._counts[which] = int(by) + (0 if name == "setcounter" else self._counts[which])
            if name == "setcounter":
                self._run += 1

    def _note(self, name: str) -> None:
        kind = "endnote" if name.startswith("end") else "footnote"
        key, number = self._number(kind, step=name != "footnotetext")
        if name == "footnotemark":
            self._mark(key)
            return
        if name != "footnotetext":
            key = self._new_key(key)
        note = Note(Weaver(self.source.line(self._at)), key, number, kind == "endnote")
        if not self._open(Frame(note=note)):
            return
        if name != "footnotetext":
            self._mark(key)
        self._notes.append(note)

    def _cite(self, name: str, at: int) -> None:
        cited = read_citation(self.source, self._at, several=name.endswith("cites"))
        if cited is None:
            return
        line = self.source.line(at)
        in_notes = name in macros.FOOT_CITES or (
            name in macros.AUTO_CITES and (self.preamble.auto_in_notes or name.startswith("smart"))
        )
        if in_notes and not self._notes:
            self._at, kind = at, "footnote"
            key, number = self._number(kind, step=True)
            key = self._new_key(key)
            if name != "footcitetext":
                self._mark(key)
            end = "" if cited.text.endswith(".") else "."
            self.found.add_note(key, cited.text + end, line, number)
            self._record(cited, line, key)
        else:
            words = cited.text if name.startswith("text") and "," not in cited.text else f"[{cited.text}]"
            self._say(words, at)
            self._record(cited, line, self._notes[-1].key if self._notes else None)
        self._at = cited.end

    def _quote(self, name: str, starred: bool, at: int) -> None:
        """Begin a quotation in marks, with a citation to follow it if it has one."""
        opening, closing = ("„", "“") if self.preamble.german else ("“", "”")
        if self._quotes % 2 or starred:
            opening, closing = ("‚", "‘") if self.preamble.german else ("‘", "’")
        then = None
        if name.endswith("cquote"):
            cited = read_citation(self.source, self._at, several=False)
            if cited is not None:
                self._at = cited.end
                closing += f" [{cited.text}]"
                self._record(cited, self.source.line(at), self._notes[-1].key if self._notes else None)
        else:
            option = self.source.bracketed(self._at)
            if option is not None:
                then, self._at = (option[0], option[1]), option[2]
        if name == "foreignquote":
            self._skip_arguments(1)
        if self._open(Frame(after=closing, quoted=True, then=then)):
            self._say(opening, at)
            self._quotes += 1
