"""Whatever the text, it is read to the end or refused in words."""

import contextlib

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from argmap.manuscript.assemble import assemble
from argmap.manuscript.citations.matching import match_citations
from argmap.manuscript.citations.reconcile import reconcile
from argmap.manuscript.coverage import measure_coverage
from argmap.manuscript.draft import draft_records
from argmap.manuscript.quotations import find_quotations
from argmap.manuscript.registry import read_bytes
from argmap.manuscript.statements import find_statements
from argmap.model.errors import ArgmapError
from makers import a_project
from manuscript_makers import a_manuscript, matched

PIECES = """
¹ ² ³ ^1 ^2 [1] [2] 1 2 3. Ibid. Ebd. op.cit. (n 1) supra note 2
*Mills* “Bread” ‘Flour’ " “ ” „ « ; , . : ( ) [ ] p. 3 pp. S.
1987 3 May 1950 F.45, OP.1, D.331 RGASPI FRUS Vol. VII London: Press,
Baker, Ann Chapter I. Bibliography Notes References
——— http://a.b/c see also v Report Letter from A to B the miller said argued may
some 300 men - \t \f * ** … 。 é 金 ٣ ⁹⁹⁹⁹⁹
""".split()
pieces = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\n\n", " ", "¹ ", "\n¹ "]), max_size=60).map(
    " ".join
)
texts = st.one_of(
    pieces, st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("\n".join)
)


def read_whole(text):
    manuscript = assemble(read_bytes(text.encode("utf-8", "replace"), "text.txt", "text"), {})
    citations = match_citations(manuscript)
    reconcile(citations)
    list(find_statements(manuscript, citations))
    find_quotations(manuscript)
    project = a_project()
    measure_coverage(manuscript, project)
    draft_records(manuscript, citations, project)
    return manuscript


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
@example("¹")
@example("Bibliography")
@example("\n\nBibliography\n\n¹ a\n")
@example("a\f1 b\f\f2 c")
@example("a¹\n\n¹ Ibid.; ; Ibid.")
def test_any_text_is_read_to_the_end(text):
    with contextlib.suppress(ArgmapError):
        manuscript = read_whole(text)
        assert len({p.anchor for p in manuscript.paragraphs}) == len(manuscript.paragraphs)
        assert all(s.text == p.text[s.start : s.start + len(s.text)] for p, s in manuscript.sentences())
        assert all(
            n.offset is None or 0 <= n.offset <= len(manuscript.paragraphs[n.paragraph].text)
            for n in manuscript.notes
        )


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=5)
)
def test_any_notes_are_matched(notes):
    found = matched(*notes, bibliography="\nBaker, Ann. *Mills*. London: Press, 1987.\n")
    for citation in found.citations:
        assert 0 <= citation.score <= 100
        assert citation.review == bool(citation.doubts)


def test_a_long_text_of_one_line_is_read():
    read_whole("The miller said so on 3 May 1950. " * 10_000)


def test_a_book_of_many_short_paragraphs_and_notes_is_read():
    body = "".join(
        f"It ran here.^{i} Then it fell.\n\n^{i} Baker, *Mills {i}*, p. {i}.\n\n" for i in range(1, 2000)
    )
    assert len(a_manuscript(body).notes) == 1999
