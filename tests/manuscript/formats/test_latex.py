from manuscript_files import called, read

BOOK = r"""\documentclass{scrbook}
\usepackage[style=verbose]{biblatex}
\newcommand{\fn}[1]{\footnote{#1}}
\title{The \emph{Long} Year}
\begin{document}
\frontmatter
\chapter{Preface}
Thanks.\footnote{First.}
\mainmatter
\chapter{One}
It began.\footnote{Smith, \textit{The War~I}, p.~4.

Second paragraph.} Then\fn{By an own command.} it % \footnote{no}
went\footcite[see][12--14]{smith}. \textcite[33]{lee} agrees.\autocite[5]{kim}
\begin{quote}
``Quoted'' by M\"uller and Ren\'{e}\footnotemark.\footnotetext{Apart.}
\end{quote}
\verb|\footnote{x}|
\begin{verbatim}
\footnote{not a note}
\end{verbatim}
\input{chapters/two}
\chapter{Two}
Again.\footnote{New.}
\chapter*{Coda}
On.\footnote[9]{By number.}\footnote{On.}
\begin{thebibliography}{9}
\bibitem{a} Adams, \emph{A}.
\end{thebibliography}
\end{document}
"""


def test_every_way_to_write_a_note_is_a_note_with_its_printed_number():
    reading = read(BOOK, "a.tex")
    assert [(n.number, n.text) for n in reading.notes] == [
        (1, "First."),
        (1, "Smith, *The War I*, p. 4. Second paragraph."),
        (2, "By an own command."),
        (3, "see @smith, 12–14."),
        (4, "@kim, 5."),
        (5, "Apart."),
        (1, "New."),
        (9, "By number."),
        (2, "On."),
    ]
    assert len({n.key for n in reading.notes}) == 9
    assert sum(len(b.markers) for b in reading.blocks) == 9


def test_chapters_of_the_front_matter_and_with_a_star_do_not_number_anew():
    reading = read(BOOK.replace("\\mainmatter\n", ""), "a.tex")
    assert [n.number for n in reading.notes][:3] == [1, 2, 3]


def test_notes_stand_where_they_are_called():
    reading = read(BOOK, "a.tex")
    paragraph = next(b for b in reading.blocks if b.text.startswith("It began"))
    assert [before for before, _ in called(paragraph, reading)] == ["began.", ". Then", "t went", "grees."]
    assert [m.line for m in paragraph.markers] == [11, 13, 14, 14]


def test_accents_quotation_marks_and_verbatim_are_read_as_printed():
    blocks = {b.kind: b.text for b in read(BOOK, "a.tex").blocks}
    assert blocks["quotation"] == "“Quoted” by Müller and René."
    assert any(b.text == "\\footnote{not a note}" for b in read(BOOK, "a.tex").blocks)


def test_citations_know_the_note_they_stand_in():
    cited = [(c.entry, c.locator, c.note) for c in read(BOOK, "a.tex").citations]
    assert cited == [
        ("smith", "12–14", "footnote:2.3"),
        ("lee", "33", None),
        ("kim", "5", "footnote:2.4"),
    ]


def test_other_files_are_named_in_a_remark_and_the_bibliography_has_its_heading():
    reading = read(BOOK, "a.tex")
    assert reading.remarks == ("another file belongs to the text and was not read: chapters/two",)
    assert [(b.kind, b.text) for b in reading.blocks][-2:] == [
        ("heading", "Bibliography"),
        ("item", "Adams, *A*."),
    ]
    assert reading.title == "The Long Year"


def test_an_article_numbers_through_and_text_with_a_backslash_is_text():
    article = "\\documentclass{article}\n\\begin{document}\n"
    article += "\\section{A}x\\footnote{1}\n\\section{B}y\\footnote{2}\n"
    assert [n.number for n in read(article, "a.tex").notes] == [1, 2]
    assert read("He wrote \\footnote{x} once.", "a.txt").format == "text"
    assert read(article, "a.txt").format == "latex"
