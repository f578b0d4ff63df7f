"""What LaTeX's commands stand for: signs, accents, and which of them cite, call notes or say nothing."""

from functools import cache

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361",
}  # fmt: skip
"""Accent command to combining character."""

LEVELS = {
    "part": 0, "addpart": 0, "chapter": 1, "addchap": 1, "section": 2, "addsec": 2, "subsection": 3,
    "subsubsection": 4, "paragraph": 5, "subparagraph": 6,
}  # fmt: skip
"""Heading command to its depth below a part."""

ITALIC = frozenset(("emph", "textit", "textsl", "mkbibemph", "booktitle", "worktitle"))
ITALIC_SWITCHES = frozenset(("em", "it", "itshape", "sl", "slshape"))
UPRIGHT_SWITCHES = frozenset(("upshape", "rm", "normalfont", "rmfamily"))

FOOT_CITES = frozenset(
    ("footcite", "footcitetext", "footfullcite", "footcites", "footfullcites", "footcitep")
)
AUTO_CITES = frozenset(("autocite", "autocites", "smartcite", "smartcites"))
CITES = (
    frozenset(
        "cite parencite textcite fullcite supercite citep citet citealp citealt citeauthor citeyear "
        "citeyearpar "
        "citetitle citedate footnotecite cites parencites textcites fullcites onlinecite shortcite citeA "
        "parenciteauthor notecite pnotecite posscite citeposs".split()
    )
    | FOOT_CITES
    | AUTO_CITES
)
"""Citation commands; all may have a star or begin with a capital letter."""

QUOTES = {
    "enquote": ("“", "”"),
    "textquote": ("“", "”"),
    "blockquote": ("“", "”"),
    "foreignquote": ("“", "”"),
}

QUOTE_ENVIRONMENTS = frozenset("quote quotation displayquote verse quoting foreigndisplayquote".split())
LISTS = frozenset("itemize enumerate description compactitem compactenum inparaenum".split())
MATHS = frozenset(
    "equation align displaymath math eqnarray gather multline alignat flalign "
    "equation* align* gather* multline* eqnarray* alignat* flalign*".split()
)
UNREAD = frozenset("comment lstlisting minted tikzpicture filecontents filecontents* picture".split())
"""Environments that hold no text of the author's."""

VERBATIM = frozenset("verbatim verbatim* Verbatim alltt".split())

SILENT = {
    "label": 1, "ref": 1, "pageref": 1, "cref": 1, "Cref": 1, "autoref": 1, "nameref": 1, "eqref": 1,
    "vref": 1,
    "index": 1, "sindex": 1, "glsadd": 1, "nocite": 1, "bibliographystyle": 1, "bibliography": 1,
    "includegraphics": 1, "vspace": 1, "hspace": 1, "usepackage": 1, "addbibresource": 1, "hypersetup": 1,
    "pagestyle": 1, "thispagestyle": 1, "pagenumbering": 1, "setlength": 2, "addtolength": 2, "fontsize": 2,
    "markboth": 2, "markright": 1, "addcontentsline": 3, "addtocontents": 2, "phantomsection": 0, "color": 1,
    "selectlanguage": 1, "foreignlanguage": 1, "textcolor": 1, "definecolor": 3, "newcommand": 2,
    "renewcommand": 2, "providecommand": 2, "newenvironment": 3, "renewenvironment": 3,
    "DeclareMathOperator": 2,
    "hyphenation": 1, "geometry": 1, "KOMAoptions": 1, "graphicspath": 1, "bibitem": 0,
    "printbibliography": 0,
    "printindex": 0, "tableofcontents": 0, "todo": 1, "marginpar": 1, "author": 1, "date": 1, "thanks": 1,
    "hypertarget": 1, "href": 1, "linespread": 1, "setstretch": 1, "captionsetup": 1, "counterwithin": 2,
    "counterwithout": 2, "rule": 2, "cline": 1, "multicolumn": 2, "titleformat": 5, "MakePerPage": 1,
    "documentclass": 1, "newtheorem": 2, "setmainfont": 1, "setkomafont": 2, "addtokomafont": 2,
    "discretionary": 3,
}  # fmt: skip
"""Command to the number of its arguments that are not text; optional ones do not count."""

_OWN = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶", "dag": "†", "ddag": "‡",
    "pounds": "£",
    "euro": "€", "EUR": "€", "textdegree": "°", "LaTeX": "LaTeX", "TeX": "TeX", "slash": "/",
    "textbackslash": "\\",
    "quad": " ", "qquad": " ", "newline": " ", "linebreak": " ", "par": "\n\n", "space": " ", "textbar": "|",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«",
    "guillemotright": "»", "og": "«", "fg": "»", "textquotedblleft": "“", "textquotedblright": "”",
    "textquoteleft": "‘", "textquoteright": "’", "quotedblbase": "„", "textendash": "–", "textemdash": "—",
    "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">", "i": "ı", "j": "ȷ",
    "textperiodcentered": "·", "textbullet": "•", "textnumero": "№", "textsection": "§", "xspace": "",
}  # fmt: skip


@cache
def signs() -> dict[str, str]:
    """Give the commands that stand for a sign, by name, as pylatexenc knows them."""
    from pylatexenc.latex2text import get_default_latex_context_db

    known: dict[str, str] = {}
    for spec in get_default_latex_context_db().iter_macro_specs():
        sign = getattr(spec, "simplify_repl", None)
        if isinstance(sign, str) and spec.macroname and "%" not in sign and len(sign) <= 3 and sign.strip():
            known.setdefault(spec.macroname, sign)
    return known | _OWN
