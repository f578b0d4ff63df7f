"""What is open while a LaTeX file is read: groups, environments, notes, and the block being woven."""

from dataclasses import dataclass

from argmap.manuscript import latex_macros as macros
from argmap.manuscript.latex_cites import Cited
from argmap.manuscript.latex_source import Preamble, Source
from argmap.manuscript.reading import BlockKind, Citation
from argmap.manuscript.weaving import Gathering, Weaver


@dataclass
class Note:
    """A note being read."""

    weaver: Weaver
    key: str
    number: int | None
    endnote: bool = False


@dataclass
class Frame:
    """What ends at the next closing brace."""

    italics: int = 0
    after: str = ""
    quoted: bool = False
    note: Note | None = None
    heading: int = 0
    paragraph: bool = False
    then: tuple[int, int] | None = None
    """A piece of the source to be read when it ends."""


class Flow:
    """The state of one pass over a file."""

    def __init__(self, source: Source, preamble: Preamble) -> None:
        self.source = source
        self.preamble = preamble
        self.found = Gathering()
        self._at = preamble.begin
        self._end = len(source.text)
        self._resume: list[tuple[int, int]] = []
        self._frames: list[Frame] = []
        self._notes: list[Note] = []
        self._weaver = Weaver(1)
        self._environments: list[str] = []
        self._counts = {"footnote": 0, "endnote": 0}
        self._run = 1
        self._keys: set[str] = set()
        self._numbered = True
        self._quotes = 0
        self._maths = False
        self._heading = 0

    def _now(self) -> Weaver:
        return self._notes[-1].weaver if self._notes else self._weaver

    def _say(self, text: str, at: int) -> None:
        weaver = self._now()
        weaver.line = self.source.line(at)
        weaver.add(text)

    def _paragraph_end(self) -> None:
        self._maths = False
        if self._notes or self._heading:
            self._now().space()
        else:
            self._flush()

    def _flush(self) -> None:
        """End a block."""
        kind: BlockKind = "paragraph"
        if self._heading:
            kind = "heading"
        elif any(name in macros.QUOTE_ENVIRONMENTS for name in self._environments):
            kind = "quotation"
        elif any(name in macros.LISTS or name == "thebibliography" for name in self._environments):
            kind = "item"
        self.found.add(self._weaver, kind, self._heading)
        self._weaver = Weaver(self.source.line(self._at))

    def _close(self) -> None:
        if not self._frames:
            return
        frame = self._frames.pop()
        for _ in range(frame.italics):
            self._now().italics(False)
        if frame.after:
            self._now().add(frame.after)
        self._quotes -= frame.quoted
        if frame.note is not None:
            self._notes.pop()
            note = frame.note
            line = note.weaver.line_of_text()
            self.found.add_note(note.key, note.weaver.text(), line, note.number, note.endnote)
        if frame.heading or frame.paragraph:
            self._flush()
            self._heading = 0
        if frame.then is not None:
            self._resume.append((self._at, self._end))
            self._at, self._end = frame.then

    def _open(self, frame: Frame) -> bool:
        """Enter the argument in braces that follows, if there is one."""
        at = self.source.skip_space(self._at)
        if not self.source.text.startswith("{", at):
            return False
        self._at = at + 1
        self._frames.append(frame)
        return True

    def _option(self) -> str | None:
        """Read an optional argument."""
        found = self.source.bracketed(self._at)
        if found is None:
            return None
        self._at = found[2]
        return self.source.text[found[0] : found[1]]

    def _number(self, kind: str, step: bool) -> tuple[str, int | None]:
        """Give key and number of the next note, or of the one that its option names."""
        option = self._option()
        if option is not None and option.strip().isdecimal() and len(option.strip()) < 6:
            number = int(option)
        else:
            self._counts[kind] += step
            number = self._counts[kind]
        key = f"{kind}:{self._run}.{number}"
        if self.preamble.per_page:
            self.found.remark("its notes are numbered anew on every page; they are numbered on here")
            return key, None
        return key, number

    def _new_key(self, key: str) -> str:
        while key in self._keys:
            key += "'"
        self._keys.add(key)
        return key

    def _mark(self, key: str) -> None:
        self._now().line = self.source.line(self._at)
        self._now().mark(key)

    def _record(self, cited: Cited, line: int, note: str | None) -> None:
        self.found.citations += [Citation(key, locator, line, note) for key, locator in cited.entries]
