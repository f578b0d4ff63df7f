"""CSL-JSON, BibLaTeX, BibTeX and RIS, in and out."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange import registry
from argmap.model.errors import UnreadableError
from argmap.model.records import Source
from argmap.verdict.judgement import judge
from makers import a_claim, a_project, some_evidence


def read(data, name="file", form=None):
    return registry.read(data.encode() if isinstance(data, str) else data, name, form)


def written(sources, form):
    return registry.write(judge(a_project(sources=sources)), form)


def sources_of(*items):
    return read(json.dumps(list(items)), "a.json", "csl").project.sources


def there_and_back(item, form):
    """Give what comes back of an item, and the report of the writer."""
    given_source = sources_of(item)
    out = written(given_source, form)
    back = read(out.files[""], "x", form).project.sources
    return next(iter(given_source.values())), next(iter(back.values())), out.loss


# --- detection -------------------------------------------------------------------------------------

BIBTEX = "@book{roe-1981,\n  author = {Roe, Jane},\n  title = {The Granary},\n  year = 1981,\n}\n"
BIBLATEX = "@online{roe-1981,\n  author = {Roe, Jane},\n  title = {The Granary},\n  date = {1981-05},\n}\n"
RIS = "TY  - BOOK\r\nAU  - Roe, Jane\r\nTI  - The Granary\r\nPY  - 1981\r\nER  - \r\n"
CSL = '[{"id": "roe-1981", "type": "book", "title": "The Granary", "author": [{"family": "Roe"}]}]'
YAML = "references:\n- id: roe\n  type: book\n  title: The Granary\n  issued:\n  - year: 1981\n    month: 5\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (BIBTEX, "bibtex"),
        (BIBLATEX, "biblatex"),
        (RIS, "ris"),
        (CSL, "csl"),
        (YAML, "csl"),
        (f"---\n{YAML}...\n", "csl"),
    ],
)
def test_a_format_is_told_by_its_content(text, form):
    assert registry.detect(registry.Content(text.encode(), "nameless")).name == form
    assert [s.title for s in read(text).project.sources.values()] == ["The Granary"]


@pytest.mark.parametrize("text", [BIBTEX, BIBLATEX, RIS, CSL, YAML])
@pytest.mark.parametrize(
    "encode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n").encode(),
        lambda text: text.replace("\r\n", "\n").replace("\n", "\r").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("Granary", "Gränary").encode("cp1252"),
    ],
    ids=["BOM", "CRLF", "CR", "UTF-16", "Latin-1"],
)
def test_encodings_and_line_ends_do_not_matter(text, encode):
    (source,) = read(encode(text)).project.sources.values()
    assert source.title in ("The Granary", "The Gränary")


@pytest.mark.parametrize("text", ["hello", "{}", "[]", '{"nodes": []}', "<a/>", "@", "TY", "references: 3"])
def test_what_is_no_bibliography_is_refused(text):
    with pytest.raises(UnreadableError):
        read(text)


@pytest.mark.parametrize("form", ["csl", "bibtex", "biblatex", "ris"])
@pytest.mark.parametrize("text", ["hello", "[" * 100_000, "@book{" * 2000, '{"a": 1}', "\0\1\2"])
def test_nothing_makes_a_reader_stumble(form, text):
    with pytest.raises(UnreadableError) as error:
        read(text, "x", form)
    assert len(str(error.value)) < 400


# --- coming in -------------------------------------------------------------------------------------


def test_an_item_without_an_id_gets_one_and_the_report_says_so():
    found = read('[{"type": "book", "title": "The Granary"}, {"id": "a b", "type": "book", "title": "X"}]')
    assert list(found.project.sources) == ["a_b", "the-granary"]
    assert found.loss.count("changed") == {"source": 2}


def test_better_csl_yaml_has_dates_as_parts():
    (source,) = read(YAML).project.sources.values()
    assert str(source.issued) == "1981-05"


def test_reading_goes_on_after_broken_entries_and_names_their_lines():
    text = BIBTEX + "@book{broken,\n  title = {never closed,\n\n" + BIBTEX.replace("roe-1981", "doe") + BIBTEX
    found = read(text)
    assert {"roe-1981", "doe"} <= set(found.project.sources)
    told = [loss.why for loss in found.loss.losses]
    assert any("line 6" in why for why in told), told
    assert any("already the id" in why for why in told)


def test_bibtex_fields_that_argmap_does_not_know_are_reported():
    found = read(BIBTEX.replace("year = 1981", "year = 1981, file = {a.pdf}, groups = {x}"))
    assert found.loss.count("dropped") == {"source.file": 1, "source.groups": 1}


def test_better_biblatex_keeps_archives_and_edtf():
    text = """@letter{stalin-1950,
  title = {Telegram to {{Shtykov}}},
  author = {Stalin, I. V.},
  recipient = {Shtykov, T. F. and {{The Embassy, Pyongyang}}},
  date = {1950-01-30~},
  origdate = {194X},
  urldate = {2020-05-01},
  type = {ciphered telegram},
  archive = {AVP RF},
  archivelocation = {f. 059a, op. 5a},
  archivecollection = {Ciphers},
  archiveplace = {Moscow},
  langid = {russian},
}
@thesis{roe,
  type = {phdthesis}, title = {War \\& Bread}, institution = {Univ}, date = {1949/..}, author={Roe, J}
}
@article{news,
  entrysubtype = {newspaper}, title = {T}, journaltitle = {J}, journalsubtitle = {S}, date = {1950-21}
}
"""
    sources = read(text).project.sources
    letter = sources["stalin-1950"]
    assert (letter.type, str(letter.issued), letter.archive) == (
        "personal_communication",
        "1950-01-30~",
        "AVP RF",
    )
    csl = letter.csl
    assert csl["archive_location"] == "f. 059a, op. 5a"
    assert csl["archive_collection"] == "Ciphers"
    assert csl["archive-place"] == "Moscow"
    assert csl["original-date"] == {"raw": "194X"}
    assert csl["accessed"] == {"date-parts": [[2020, 5, 1]]}
    assert csl["recipient"][1] == {"literal": "The Embassy, Pyongyang"}
    assert (sources["roe"].csl["genre"], sources["roe"].title) == ("PhD thesis", "War & Bread")
    assert str(sources["roe"].issued) == "1949/.."
    assert (sources["news"].type, sources["news"].container, str(sources["news"].issued)) == (
        "article-newspaper",
        "J: S",
        "1950-21",
    )


def test_a_reference_that_comes_twice_is_read_once():
    found = read(RIS + RIS + RIS.replace("1981", "1982"))
    assert list(found.project.sources) == ["roe-1981", "roe-1982"]
    assert [loss.why for loss in found.loss.losses] == ["the same reference as in line 1"]


def test_ris_of_other_programs():
    text = (
        "\ufeffProvider: Somebody\n\nTY  - JOUR\nT1  - A Title\nA1  - Roe, Jane, Jr.\nA1  - UN Command\n"
        "JF  - Journal\n"
        "Y1  - 2002/07//Summer\nSP  - 425\nEP  - 458\nSN  - 1234-5678\nKW  - war\nKW  - bread\n"
        "N2  - An abstract\nthat goes on\nXX  - strange\nUR  - https://x.org\nER  -\n\n"
        "TY  - PCOMM\nAU  - Stalin, I.\nA2  - Shtykov\nTI  - Telegram\nDB  - AVP RF\nAN  - f. 59\n"
        "DA  - 1950/01/30/\n"
        "M2  - archive_collection: Ciphers\nM2  - Type: letter\nM2  - free words\n"
    )
    found = read(text, "a.ris")
    one, two = found.project.sources.values()
    assert one.csl | {"id": ""} == {
        "id": "",
        "type": "article-journal",
        "title": "A Title",
        "author": [{"family": "Roe", "given": "Jane", "suffix": "Jr."}, {"literal": "UN Command"}],
        "container-title": "Journal",
        "issued": {"date-parts": [[2002, 7]], "season": "Summer"},
        "page": "425-458",
        "ISSN": "1234-5678",
        "keyword": "war, bread",
        "abstract": "An abstract that goes on",
        "URL": "https://x.org",
    }
    assert two.csl["recipient"] == [{"literal": "Shtykov"}]
    assert two.csl["archive_collection"] == "Ciphers"
    assert "free words" in two.csl["note"]
    told = {(loss.fate, loss.type) for loss in found.loss.losses}
    assert ("dropped", "line") in told  # words before the first reference
    assert ("dropped", "source.XX") in told
    assert ("changed", "source.ER") in told  # the last one has no end


# --- going out -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris"])
def test_what_is_no_source_is_reported_one_by_one(form):
    project = a_project(
        {"c": a_claim(pro=["e"])}, {"e": some_evidence()}, sources={"s": Source(type="book", title="T")}
    )
    loss = registry.write(judge(project), form).loss
    assert {("claim", "c"), ("evidence", "e"), ("argument", "c.for.1")} <= {
        (x.type, x.id) for x in loss.losses
    }
    assert loss.kept == {"source": 1}


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris"])
def test_a_source_made_by_a_program_is_written_whole(form):
    source = Source(
        type="book",
        title="T & T",
        authors=("Roe, Jane", "UN Command"),
        archive="A",
        listed=False,
        edition_of="x",
    )
    (back,) = read(written({"s": source}, form).files[""], "x", form).project.sources.values()
    assert (back.title, back.authors, back.archive) == ("T & T", ("Roe, Jane", "UN Command"), "A")
    assert (back.listed, back.edition_of) == (False, "x")


def test_biblatex_is_escaped_and_an_odd_id_becomes_a_key():
    item = {"id": "a,b{c}", "type": "book", "title": "50 % of A_B & {C} -- ~ \\x $1 #2 ^"}
    out = written(sources_of(item), "biblatex")
    text = out.files[""].decode()
    assert "@book{a-b-c,\n" in text
    assert r"50 \% of A\_B \& \textbraceleft{}C\textbraceright{} -{}- \textasciitilde{} " in text
    assert r"\textbackslash{}x \$1 \#2 \textasciicircum{}" in text
    (back,) = read(text).project.sources.values()
    assert back.title == item["title"]
    assert out.loss.count("changed") == {"source": 1}


def test_no_title_can_break_out_of_an_entry_or_a_reference():
    item = {
        "id": "x",
        "type": "book",
        "title": "A}\n}\n@book{evil,\n title={B}}\nER  - \nTY  - BOOK\nTI  - C",
    }
    for form in ("biblatex", "ris"):
        assert len(read(written(sources_of(item), form).files[""], "x", form).project.sources) == 1


WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn", "Mn", "Me", "Mc")
    ),
    min_size=1,
).filter(lambda text: text.isprintable() and "<" not in text)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
NAME_WORDS = st.from_regex(r"[A-ZÄÉŁ][a-zäéł]{1,8}", fullmatch=True).filter(
    lambda text: text.lower() not in ("and", "others")
)
PEOPLE = st.lists(
    st.one_of(
        st.builds(lambda f, g: {"family": f, "given": g}, NAME_WORDS, NAME_WORDS),
        st.builds(lambda f: {"family": f}, NAME_WORDS),
        st.builds(
            lambda f, g, p: {"family": f, "given": g, "non-dropping-particle": p},
            NAME_WORDS,
            NAME_WORDS,
            st.sampled_from(["van der", "de"]),
        ),
        st.lists(NAME_WORDS, min_size=2, max_size=4).map(lambda words: {"literal": " ".join(words)}),
    ),
    min_size=1,
    max_size=3,
)
DATES = st.sampled_from(
    [
        {"date-parts": [[1950]]},
        {"date-parts": [[1950, 6]]},
        {"date-parts": [[1950, 6, 25]]},
        {"date-parts": [[1950, 6, 25], [1953, 7, 27]]},
        {"raw": "1950~"},
        {"raw": "195X"},
        {"raw": "1950-21"},
        {"raw": "1949/.."},
        {"raw": "../1950"},
        {"raw": "1950-06?"},
        {"date-parts": [[1950]], "circa": True},
    ]
)
TEXTS = (
    "publisher",
    "publisher-place",
    "archive",
    "archive_location",
    "genre",
    "language",
    "edition",
    "title-short",
)


@st.composite
def items(draw, types, roles):
    item = {"id": "key", "type": draw(st.sampled_from(types)), "title": draw(LINES)}
    for name in draw(st.sets(st.sampled_from(TEXTS))):
        item[name] = draw(LINES)
    for role in draw(st.sets(st.sampled_from(roles))):
        item[role] = draw(PEOPLE)
    if draw(st.booleans()):
        item["issued"] = draw(DATES)
    if draw(st.booleans()):
        item["page"] = draw(st.sampled_from(["1", "12-14", "iv-ix", "A1"]))
    return item


def same(one, other):
    assert (one.type, one.title, one.authors, one.issued) == (
        other.type,
        other.title,
        other.authors,
        other.issued,
    )
    for name in (*TEXTS, "page", "author", "editor", "translator", "recipient"):
        assert one.csl.get(name) == other.csl.get(name), name


BIBLATEX_TYPES = [
    "book",
    "article-journal",
    "article-newspaper",
    "chapter",
    "personal_communication",
    "interview",
    "treaty",
]


@settings(max_examples=150, deadline=None)
@given(items(BIBLATEX_TYPES, ["author", "editor", "translator", "recipient"]))
def test_what_biblatex_can_hold_comes_back_the_same(item):
    one, other, loss = there_and_back(item, "biblatex")
    if not any(each.type in ("source.author", "source.editor", "source.translator") for each in loss.losses):
        same(one, other)
    assert (one.title, one.issued, one.type) == (other.title, other.issued, other.type)


@settings(max_examples=150, deadline=None)
@given(
    items(
        ["book", "article-journal", "report", "personal_communication", "interview", "collection"],
        ["author", "translator"],
    )
)
def test_what_ris_can_hold_comes_back_the_same(item):
    one, other, loss = there_and_back(item, "ris")
    if not any(each.type in ("source.author", "source.translator") for each in loss.losses):
        same(one, other)
    assert (one.title, one.issued, one.type) == (other.title, other.issued, other.type)


@settings(max_examples=60, deadline=None)
@given(items(BIBLATEX_TYPES, ["author", "recipient"]))
def test_csl_json_comes_back_whole(item):
    one, other, loss = there_and_back(item, "csl")
    assert one == other
    assert loss.is_lossless


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_makes_the_ris_reader_stumble(text):
    with suppress(UnreadableError):
        read(f"TY  - BOOK\n{text}", "x", "ris")
