"""LaTeX source: its tokens, its arguments, and the settings that number its notes."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

from argmap.manuscript.latex_macros import ACCENTS, signs

TOKEN = re.compile(
    r"(?P<par>\n[ \t]*\n\s*)|%(?P<comment>[^\n]*\n?[ \t]*)|\\(?P<word>[A-Za-z@]+\*?)|\\(?P<sign>(?s:.))"
    r"|(?P<open>\{)|(?P<close>\})|(?P<maths>\$\$?)|(?P<tie>~)|(?P<cell>&)"
    r"|(?P<mark>---?|``|''|`|')|(?P<text>[^\\{}$~&%\n`'-]+|\n|-)"
)
_SPACE = re.compile(r"(?:%[^\n]*\n|[ \t]|\n(?!\s*\n))*")
_BRACES = re.compile(r"\\.|%[^\n]*|[{}]", re.DOTALL)
_BRACKETS = re.compile(r"\\.|%[^\n]*|[{}\[\]]", re.DOTALL)
_COMMAND = re.compile(r"\\([A-Za-z@]+)\*?\s*|\\(.)", re.DOTALL)
_DEFINED = re.compile(
    r"\\(?:re|provide)?newcommand\*?\s*\{?\\([A-Za-z]+)\}?\s*(?:\[(\d)\])?\s*(?=\{)"
    r"|\\def\\([A-Za-z]+)\s*(?=\{)"
)
_WRAPS = re.compile(r"\s*\\([A-Za-z]+)\s*\{#1\}[.%\s]*")


class Source:
    """The text of a file and its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def line(self, at: int) -> int:
        """Tell in which line a position stands."""
        return bisect_right(self._breaks, at - 1) + 1

    def skip_space(self, at: int) -> int:
        """Give the position after blanks and comments, but not after an empty line."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def braced(self, at: int) -> tuple[int, int, int] | None:
        """Find the argument in braces at a position: begin, end and where the text goes on."""
        at = self.skip_space(at)
        if not self.text.startswith("{", at):
            return None
        depth = 0
        for match in _BRACES.finditer(self.text, at):
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            if depth == 0 and match[0] == "}":
                return at + 1, match.start(), match.end()
        return at + 1, len(self.text), len(self.text)

    def bracketed(self, at: int) -> tuple[int, int, int] | None:
        """Find the optional argument at a position, if there is one."""
        at = self.skip_space(at)
        if not self.text.startswith("[", at):
            return None
        depth = nested = 0
        for match in _BRACKETS.finditer(self.text, at, at + 3_000):
            depth += {"{": 1, "}": -1}.get(match[0], 0)
            nested += {"[": 1, "]": -1}.get(match[0], 0) if depth == 0 else 0
            if depth < 0 or nested > 20:
                return None
            if nested == 0 and depth == 0 and match[0] == "]":
                return at + 1, match.start(), match.end()
        return None


def plain(raw: str) -> str:
    r"""Turn a short piece of LaTeX, such as an option, into text.

    Examples:
        >>> plain(r"pp.~12--14, \emph{passim}")
        'pp. 12–14, passim'
    """
    text = raw.replace("~", " ").replace("---", "—").replace("--", "–").replace("\\%", "%")
    text = _COMMAND.sub(lambda m: signs().get(m[1] or "", "") if m[1] else _sign(m[2]), text)
    return unicodedata.normalize("NFC", " ".join(text.replace("{", "").replace("}", "").split()))


def _sign(sign: str) -> str:
    return sign if sign in "&%$#_{}" else ACCENTS.get(sign, " " if sign in ", \n;:\\" else "")


@dataclass
class Preamble:
    """What the lines before the text settle."""

    begin: int = 0
    """Position at which the text begins."""
    title: str | None = None
    resets: str | None = "chapter"
    """Heading at which notes are numbered anew; None if at none."""
    per_page: bool = False
    auto_in_notes: bool = False
    """Whether ``\\autocite`` makes a note."""
    german: bool = False
    aliases: dict[str, str] = field(default_factory=dict)
    """Own command to the known one that it wraps around its argument."""
    words: dict[str, str] = field(default_factory=dict)
    """Own command to the words that it stands for."""


def read_preamble(source: Source) -> Preamble:
    """Read the settings of a document; those of a file without any are LaTeX's own."""
    text = source.text
    begin = re.search(r"^[^%\n]*?\\begin\{document\}", text, re.MULTILINE)
    head = re.sub(r"(?<!\\)%[^\n]*", "", text[: begin.end()] if begin else text[:20_000])
    found = Preamble(begin=begin.end() if begin else 0)
    if begin:
        title = re.search(r"\\title(?:\[[^\]]*\])?\s*(?=\{)", head)
        at = Source(head).braced(title.end()) if title else None
        found.title = (
            plain(re.sub(r"\\(?:thanks|footnote)\{[^{}]*\}", "", head[at[0] : at[1]])) if at else None
        )
    within = re.findall(r"\\counterwithin\*?\{footnote\}\{(\w+)\}|\\@addtoreset\{footnote\}\{(\w+)\}", head)
    if within:
        found.resets = next(name for name in within[-1] if name)
    if re.search(r"\\counterwithout\*?\{footnote\}\{chapter\}|\\@removefromreset\{footnote\}", head):
        found.resets = None
    found.per_page = bool(re.search(r"\[[^\]]*perpage[^\]]*\]\{footmisc\}|\\MakePerPage.*\{footnote\}", head))
    languages = re.findall(r"\\usepackage\s*\[([^\]]*)\]\s*\{babel\}", head) or re.findall(
        r"\\documentclass\s*\[([^\]]*)\]|\\usepackage\s*(\{n?german\})", head
    )
    found.german = bool(
        re.search(r"(?:n?german|n?austrian)\W*$", "".join(languages[-1]) if languages else "")
    )
    biblatex = re.search(r"\\usepackage\s*\[([^\]]*)\]\s*\{biblatex(?:-chicago)?\}", head)
    if biblatex:
        options = biblatex[1].replace(" ", "")
        said = re.search(r"autocite=(\w+)", options)
        by_style = re.search(r"style=(?:verbose|chicago-notes|\w*-notes)", options) is not None
        found.auto_in_notes = said[1] == "footnote" if said else by_style
        found.auto_in_notes |= "biblatex-chicago" in biblatex[0] and "authordate" not in options and not said
    _read_commands(head, found)
    return found


def _read_commands(head: str, found: Preamble) -> None:
    """Read the author's own commands, as far as they are words or wrap a known command."""
    source = Source(head)
    for match in _DEFINED.finditer(head):
        name, count = match[1] or match[3], int(match[2] or 0)
        at = source.braced(match.end())
        body = head[at[0] : at[1]] if at else ""
        wraps = _WRAPS.fullmatch(body)
        if count == 1 and wraps:
            found.aliases[name] = wraps[1]
        elif count == 0 and len(body) < 200 and "#" not in body and "note" not in body:
            found.words[name] = plain(body)
