"""LaTeX sources (.tex)."""

import re

from argmap.manuscript.decoding import decoded
from argmap.manuscript.latex_source import Source, read_preamble
from argmap.manuscript.latex_walk import Walk
from argmap.manuscript.reading import Reading
from argmap.manuscript.registry import manuscript_format

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t\r]*(?:%[^\n]*)?\n)*[ \t]*"
    rb"\\(?:documentclass|documentstyle|RequirePackage|PassOptionsTo\w+|begin|chapter|section|part|input|include"
    rb"|newcommand|usepackage|label|addchap|setcounter)\*?\s*[\[{\\]"
)
_CHARSET = re.compile(rb"\\usepackage\[(latin1|latin9|ansinew|cp1252|applemac|cp1251|koi8-r)\]\{inputenc\}")
_SHORTHAND = re.compile(r"(?<!\\)\"([`'=~/|<>-]|[aouAOUsS])")
_SHORTHANDS = {
    "`": "„", "'": "“", "=": "-", "~": "-", "/": "", "|": "", "-": "", "<": "«", ">": "»",
    "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü", "s": "ß", "S": "SS",
}  # fmt: skip
_PYTHON_NAMES = {"ansinew": "cp1252", "latin9": "iso8859-15", "applemac": "mac_roman"}


def looks_like_latex(data: bytes) -> bool:
    """Tell LaTeX by its first line that is no comment."""
    return _START.match(data[:50_000]) is not None


@manuscript_format("latex", (".tex", ".latex", ".ltx"), looks_like_latex)
def read_latex(data: bytes, name: str) -> Reading:
    """Read a LaTeX source. Places are lines of the file; files that it includes are not read.

    Notes are numbered as LaTeX would: anew with every numbered chapter, unless it says otherwise.
    """
    declared = _CHARSET.search(data[:50_000])
    encoding = declared[1].decode() if declared else None
    text, remark = decoded(data, _PYTHON_NAMES.get(encoding or "", encoding))
    source = Source(text)
    preamble = read_preamble(source)
    if preamble.german:
        source = Source(_SHORTHAND.sub(lambda m: _SHORTHANDS[m[1]], text))
        preamble = read_preamble(source)
    walk = Walk(source, preamble)
    if remark:
        walk.found.remark(remark)
    walk.run()
    return walk.found.reading("latex", "line", preamble.title)
