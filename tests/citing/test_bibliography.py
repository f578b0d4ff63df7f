"""The sorted bibliography."""

from argmap.citing.bibliography import bibliography
from argmap.citing.manual import CHICAGO_17
from argmap.citing.work import work_of
from argmap.files.csl_items import source_of


def a_work(key, title, *authors, **fields):
    names = [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in authors]
    source, _ = source_of({"id": key, "type": "book", "title": title, "author": names, **fields})
    return work_of(key, source)


def texts(works, **options):
    return [listed.text.text for listed in bibliography(works, **options)]


def test_entries_stand_by_name_then_title_and_repeated_names_become_a_dash():
    works = [
        a_work("a", "The Zebra", "Roe, Jane"),
        a_work("b", "An Ape", "Roe, Jane"),
        a_work("c", "Both", "Roe, Jane", "Doe, John"),
        a_work("d", "Übung", "Ärger, Anna"),
    ]
    assert texts(works) == [
        "Ärger, Anna. Übung. n.d.",
        "Roe, Jane. An Ape. n.d.",
        "———. The Zebra. n.d.",
        "Roe, Jane, and John Doe. Both. n.d.",
    ]
    assert texts(works, dashes=False)[2] == "Roe, Jane. The Zebra. n.d."


def test_the_dash_stands_for_many_names_and_before_ed():
    many = [f"N{i}, A" for i in range(8)]
    works = [a_work("a", "One", *many), a_work("b", "Two", *many)]
    assert texts(works)[1] == "———. Two. n.d."
    editors = [{"family": "Roe", "given": "Jane"}]
    edited = [a_work("a", "Apes", "Roe, Jane"), a_work("b", "Bears", editor=editors)]
    assert texts(edited, manual=CHICAGO_17)[1] == "———, ed. Bears. n.d."


def test_primary_sources_stand_apart_if_wanted():
    works = [
        a_work("book", "Book", "Roe, Jane"),
        a_work("paper", "News", "Roe, Jane", type="article-newspaper", **{"container-title": "Times"}),
        a_work("file", "File", "Roe, Jane", type="document", archive="RGASPI"),
        a_work("talk", "Talk", "Roe, Jane", type="interview"),
    ]
    listed = bibliography(works, grouped=True)
    assert [(each.group, each.key) for each in listed] == [
        ("Archival sources", "file"),
        ("Newspapers and periodicals", "paper"),
        ("Interviews and speeches", "talk"),
        ("Literature", "book"),
    ]
    assert not any("———" in each.text.text for each in listed)


def test_an_article_at_the_head_of_a_title_does_not_count():
    works = [a_work("a", "The Bear"), a_work("b", "An Ape"), a_work("c", "Cow")]
    assert [listed.key for listed in bibliography(works)] == ["b", "a", "c"]
