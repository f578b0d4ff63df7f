"""Which document a piece of evidence goes back to: each case of ``root_document``, in its order."""

import pytest

from argmap.graph.documents import root_document, root_documents, root_source
from argmap.model.records import Source
from makers import a_project, some_evidence


def book(edition_of: str | None = None) -> Source:
    return Source("book", "A book", edition_of=edition_of)


PROJECT = a_project(
    sources={"memoir": book(), "memoir-ko": book("memoir"), "memoir-ko-2": book("memoir-ko"), "other": book()}
)


def root(**fields: object) -> str:
    return root_document(PROJECT, "e", some_evidence(**fields))


def test_the_document_named_goes_before_all_else():
    named = {"document": "long-telegram", "source": "memoir", "made": "1950"}
    assert root(**named, locator={"fond": 45}) == "document long-telegram"


ADDRESS = {"fond": 45, "opis": 1, "delo": 331, "list": "76-77"}


def test_an_address_in_an_archive_is_one_document_in_whatever_publication():
    assert root(source="memoir", locator=ADDRESS) == root(source="other", locator=ADDRESS, made="1950")
    assert root(locator=ADDRESS) == "address fond=45/opis=1/delo=331/list=76-77"
    assert root(locator=ADDRESS) != root(locator={**ADDRESS, "list": "78"})


def test_an_address_that_stops_short_of_the_document_takes_the_date_to_it():
    file = {"fond": 45, "delo": 331}
    assert root(locator=file, made="1950-07-01") != root(locator=file, made="1950-07-02")
    assert root(locator=file, made="1950-07-01") == root(locator=file, made="1950-07-01", source="other")
    assert root(locator=file) == "address fond=45/delo=331"


@pytest.mark.parametrize(
    "address",
    [
        {"record_group": 59, "box": 4, "folder": "Korea"},
        {"record_group": 59, "item": 7},
        {"scheme": "tna", "series": "FO 371", "piece": "84057"},
    ],
)
def test_an_exact_address_in_other_archives_needs_no_date(address):
    assert root(locator=address, made="1950") == root(locator=address, made="1951", source="other")


def test_an_address_in_a_publication_belongs_to_that_work_in_any_edition():
    document = {"scheme": "frus", "year": 1950, "volume": "VII", "document": 52}
    assert root(source="memoir", locator=document) == root(source="memoir-ko-2", locator=document)
    assert root(source="memoir", locator=document) != root(source="other", locator=document)


def test_a_numbered_document_is_one_whether_or_not_its_date_is_recorded():
    document = {"year": 1950, "volume": "VII", "document": 52}
    assert root(source="memoir", locator=document) == root(
        source="memoir", locator=document, made="1950-06-25"
    )


def test_pages_are_no_document():
    assert root(source="memoir", form="scholarship", locator={"chapter": 3}) == "source memoir"
    assert root(source="memoir", form="scholarship", locator="p. 5") == "source memoir"


@pytest.mark.parametrize("form", ["record", "testimony"])
def test_a_dated_trace_or_testimony_is_a_document_within_its_source(form):
    telegram = {
        "source": "memoir",
        "form": form,
        "made": "1950-07-02",
        "kind": "telegram",
        "by": ["roshchin"],
    }
    assert root(**telegram) == "dated memoir 1950-07-02 roshchin telegram"
    assert root(**telegram) == root(**{**telegram, "source": "memoir-ko"})
    for field, other in {"made": "1950-07-03", "by": ["mao"], "kind": "letter", "source": "other"}.items():
        assert root(**{**telegram, field: other}) != root(**telegram)


@pytest.mark.parametrize("form", ["scholarship", "derived", None])
def test_dates_do_not_part_a_work_of_scholarship(form):
    assert root(source="memoir", form=form, made="1950") == "source memoir"


def test_without_a_date_the_source_is_the_document():
    assert root(source="memoir-ko-2") == "source memoir"
    assert root(source="unlisted") == "source unlisted"


def test_without_any_source_evidence_is_its_own_document():
    assert root() == "evidence e"
    assert root(made="1950") == "evidence e"


def test_all_are_named_by_id():
    project = a_project(evidence={"a": some_evidence(document="d"), "b": some_evidence()})
    assert root_documents(project) == {"a": "document d", "b": "evidence b"}


def test_editions_are_followed_to_the_work():
    assert [root_source(PROJECT, s) for s in PROJECT.sources] == ["memoir", "memoir", "memoir", "other"]


def test_an_edition_of_what_is_not_listed_goes_back_to_its_name():
    project = a_project(sources={"ko": book("original")})
    assert root_source(project, "ko") == "original"


def test_all_round_a_circle_of_editions_and_before_it_have_one_root():
    sources = {"a": book("c"), "d": book("c"), "c": book("b"), "b": book("c"), "self": book("self")}
    project = a_project(sources=sources)
    assert {root_source(project, s) for s in "abcd"} == {"b"}
    assert root_source(project, "self") == "self"
