"""Cards: where on a node every word, mark, pip and chip stands, and how large that makes it.

Lengths are points; a card's own origin is its top left corner and y grows downwards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from argmap.draw.figure import Chip, Node, Ruling
from argmap.draw.font import text_width
from argmap.draw.wrap import plain, wrap
from argmap.model.vocabulary import GRADE_WORDS

Role = Literal["ink", "muted", "side"]

WIDTH = 204.0
"""Of claims, evidence and stubs: one width, so that columns line up."""
REASON = 116.0
"""Widest reason."""
DISC = 15.0
"""A reason without words is a disc of this size with its sign."""
PAD = 11.0
TOP = 8.5
CORNER = 11.0
"""Folded corner of a note."""
BODY, FOCUS, SMALL = 10.0, 11.0, 9.0
"""Sizes of type; none is smaller than 9 pt."""
MARK = 5.0
"""Radius of a verdict's mark."""
PIP = 5.4
"""From one grade pip to the next."""
CHIP = 13.0
CROSS = 8.5
"""Room on a chip for the cross of who rejects."""
UNBROKEN = 24
"""A fact of so many characters stays on one row."""
TAB = 13.0
"""Height of the tab that counts what is left out; half of it hangs below the card."""


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    role: Role = "ink"


@dataclass(frozen=True, slots=True)
class MarkItem:
    """A verdict's mark; ``x, y`` is its centre."""

    x: float
    y: float
    word: str


@dataclass(frozen=True, slots=True)
class PipsItem:
    """Four pips of which ``grade`` are filled; ``x, y`` is the centre of the first."""

    x: float
    y: float
    grade: int


@dataclass(frozen=True, slots=True)
class ChipItem:
    """A school's chip; ``x, y`` is its top left corner."""

    x: float
    y: float
    width: float
    chip: Chip


Item = TextItem | MarkItem | PipsItem | ChipItem


@dataclass(slots=True)
class Card:
    """A node with everything in its place."""

    node: Node
    width: float
    height: float = 0.0
    items: list[Item] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Its text as broken into lines."""
    tab: str = ""
    """What the tab says."""

    def say(
        self, lines: Iterable[str], size: float, *, bold: bool = False, x: float = PAD, role: Role = "ink"
    ) -> None:
        """Set lines of text below what is there."""
        for line in lines:
            self.height += size * 1.3
            self.items.append(TextItem(x, self.height - size * 0.33, line, size, bold, role))


def card_of(node: Node) -> Card:
    """Lay out one node."""
    make = {"claim": _claim, "evidence": _evidence, "reason": _reason, "stub": _stub}
    return make[node.kind](node)


def _claim(node: Node) -> Card:
    card = Card(node, WIDTH, TOP - 2)
    size = FOCUS if node.focus else BODY
    card.lines = wrap(node.text, WIDTH - 2 * PAD, size, bold=node.focus, lines=8)
    card.say(card.lines, size, bold=node.focus)
    card.height += 5
    pen = _Pen(card)
    for i, ruling in enumerate(node.rulings):
        if i:
            pen.new_row()
        _ruling(pen, ruling)
    for fact in node.facts:
        pen.words(fact, role="muted")
    _chips(pen, node.chips)
    pen.end()
    card.height += TOP - 2
    _tab(card)
    return card


def _evidence(node: Node) -> Card:
    card = Card(node, WIDTH, TOP - 2)
    first = wrap(node.text, WIDTH - 2 * PAD - CORNER / 2, BODY, lines=8)
    card.lines = first
    card.say(first, BODY)
    card.height += 4
    pen = _Pen(card)
    grades = [r.grade for r in node.rulings if r.grade is not None]
    if grades:
        pen.pips(max(grades))
        words = [GRADE_WORDS[g] for g in grades]
        pen.words(words[0] if len(words) == 1 else f"{words[-1]} to {words[0]}", bold=True)
    for note in dict.fromkeys(r.note for r in node.rulings if r.note):
        pen.words(note, bold=True)
    pen.flow(node.facts, role="muted")
    pen.end()
    card.height += TOP - 2
    _tab(card)
    return card


def _reason(node: Node) -> Card:
    if not (node.text or node.head):
        return Card(node, DISC, DISC)
    inner = REASON - DISC / 2 - 6 - 8
    head = wrap(node.head, inner, SMALL, bold=True, lines=3)
    card = Card(node, REASON, 4)
    card.lines = wrap(node.text, inner, SMALL, lines=7)
    x = DISC / 2 + 5
    card.say(head, SMALL, bold=True, x=x, role="side")
    card.say(card.lines, SMALL, x=x)
    card.height += 5
    widest = max(text_width(t.text, t.size, t.bold) for t in card.items if isinstance(t, TextItem))
    card.width = min(REASON, widest + x + 8)
    return card


def _stub(node: Node) -> Card:
    card = Card(node, WIDTH, 6)
    words = f"{node.text}: {elsewhere(node)}" if node.sheets else node.text
    card.lines = wrap(words, WIDTH - 2 * PAD - 4, BODY, bold=True, lines=3)
    card.say(card.lines, BODY, bold=True, x=PAD + 2, role="muted")
    for fact in node.facts:
        card.say(wrap(fact, WIDTH - 2 * PAD - 4, SMALL, lines=3), SMALL, x=PAD + 2, role="muted")
    card.height += 7
    return card


def _tab(card: Card) -> None:
    """Count on a tab what is left out, with what it is or where it is shown."""
    node = card.node
    if not node.more:
        return
    card.height += 3.5 if node.chips else 1.5
    short = f"+{node.more:,} more"
    one_kind = node.told.removeprefix(f"{node.more} ") if "," not in node.told else ""
    if node.sheets:
        full = f"{short}: {elsewhere(node)}"
    elif one_kind in ("for", "against"):
        full = f"{short} {one_kind}"
    else:
        full = f"{short}: {node.told}" if node.told else short
    card.tab = full if text_width(full, SMALL) <= WIDTH - 30 else short


def elsewhere(node: Node) -> str:
    """Name the sheets that show what is left out.

    Examples:
        >>> elsewhere(Node("n1", "claim", sheets=(3,))), elsewhere(Node("n1", "claim", sheets=(3, 4, 5, 9)))
        ('sheet 3', 'sheets 3, 4 … 9')
    """
    numbers = [str(number) for number in node.sheets]
    if len(numbers) > 3:
        numbers = [f"{numbers[0]}, {numbers[1]} … {numbers[-1]}"]
    what = "sheet" if len(node.sheets) == 1 else "sheets"
    return f"{what} {', '.join(numbers)}" if numbers else ""


class _Pen:
    """Sets marks and short words in rows, left to right, breaking between them."""

    GAP = 5.5
    ROW = 13.5

    def __init__(self, card: Card) -> None:
        self.card = card
        self.x = PAD
        self.right = card.width - PAD
        self.used = False

    def new_row(self) -> None:
        if self.used:
            self.card.height += self.ROW
        self.x, self.used = PAD, False

    def room(self, width: float) -> float:
        """Make room for something, on a new row if need be; gives its x."""
        if self.used and self.x + width > self.right + 0.01:
            self.new_row()
        x = self.x
        self.x += width + self.GAP
        self.used = True
        return x

    @property
    def middle(self) -> float:
        return self.card.height + self.ROW / 2

    def mark(self, word: str, following: float) -> None:
        x = self.room(2 * MARK + 4 + following) + MARK
        self.card.items.append(MarkItem(x, self.middle, word))
        self.x = x + MARK + 4

    def pips(self, grade: int) -> None:
        x = self.room(3 * PIP + 4.4)
        self.card.items.append(PipsItem(x + 2.2, self.middle, grade))
        self.x = x + 3 * PIP + 4.4 + 4

    def words(self, text: str, *, bold: bool = False, role: Role = "ink") -> None:
        for line in wrap(plain(text), self.right - PAD, SMALL, bold=bold, lines=2):
            x = self.room(text_width(line, SMALL, bold))
            y = self.middle + SMALL * 0.36
            self.card.items.append(TextItem(x, y, line, SMALL, bold, role))

    def flow(self, facts: Sequence[str], role: Role) -> None:
        """Set small facts as running text, in what is left of the row and in further rows."""
        line, start = "", self.x
        space = text_width(" ", SMALL)
        for word in _words(facts, self.right - PAD):
            width = text_width(word, SMALL)
            if self.used and self.x + width > self.right + 0.01:
                self._line(start, line, role)
                self.new_row()
                line, start = "", self.x
            line = f"{line} {word}" if line else word
            self.x += width + space
            self.used = True
        self._line(start, line, role)

    def _line(self, x: float, text: str, role: Role) -> None:
        if text.strip(" ·"):
            y = self.middle + SMALL * 0.36
            self.card.items.append(TextItem(x, y, text, SMALL, role=role))

    def end(self) -> None:
        self.new_row()


def _words(facts: Sequence[str], width: float) -> list[str]:
    """Split facts where a row may break: a short one nowhere, a long one between words."""
    found: list[str] = []
    for fact in map(plain, facts):
        words = [fact] if len(fact) <= UNBROKEN else fact.split()
        pieces = [piece for word in words for piece in wrap(word, width, SMALL)]
        if found and pieces:
            found[-1] += " ·"
        found += pieces
    return found


def _ruling(pen: _Pen, ruling: Ruling) -> None:
    word = ruling.word + (f", {ruling.note}" if ruling.note else "")
    if ruling.word:
        pen.mark(ruling.word, text_width(word, SMALL, bold=True))
        pen.words(word, bold=True)
    if ruling.grade is not None:
        pen.pips(ruling.grade)
        pen.words(GRADE_WORDS[ruling.grade])
    if ruling.before:
        pen.words(ruling.before, role="muted")


def chip_width(chip: Chip) -> float:
    """Tell how wide a school's chip is."""
    cross = CROSS if chip.stance == "rejects" and chip.letter.strip() else 0.0
    return max(CHIP, text_width(chip.letter, SMALL, bold=True) + 5) + cross


def _chips(pen: _Pen, chips: tuple[Chip, ...]) -> None:
    """Set chips at the right end of the row, in rows of their own where they do not fit."""
    if not chips:
        return
    gap = 3.0
    widths = [chip_width(c) for c in chips]
    total = sum(widths) + gap * (len(chips) - 1)
    if pen.used and pen.x + total > pen.right:
        pen.new_row()
    x = max(PAD, pen.right - total)
    for chip, width in zip(chips, widths, strict=True):
        if x + width > pen.right + 0.01:
            pen.used = True
            pen.new_row()
            x = PAD
        pen.card.items.append(ChipItem(x, pen.middle - CHIP / 2, width, chip))
        x += width + gap
    pen.used = True
