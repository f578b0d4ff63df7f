import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.exchange.objects import record_object
from argmap.exchange.registry import Imported, read, write
from argmap.exchange.texts import clean
from argmap.model.errors import UnreadableError
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Evidence, Quote, Source
from argmap.model.settings import Settings
from argmap.verdict.judgement import judge
from exchange_maps import texts, there_and_back
from exchange_whole_map import NASTY, an_empty_map, judged, with_loose_ends

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
KEYS = st.sampled_from(["smoke", "oven-lit", "diary-2", "wind", "e1"])


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    exact = draw(st.none() | WORDS)
    digest = draw(st.none() | st.just("sha256:" + "a" * 64))
    return Quote(
        exact=exact,
        prefix=draw(st.none() | WORDS),
        suffix=draw(st.none() | WORDS),
        digest=digest,
        length=draw(st.none() | st.integers(1, 10**6)),
        near=draw(st.none() | WORDS),
    )


@st.composite
def maps_of_evidence(draw: st.DrawFn) -> Project:
    """Evidence with what an annotation can hold: all of it but challenges, which name claims."""
    links = {"diary": Source("book", "Diary", csl={"id": "diary", "type": "book", "title": "Diary"}),
             "page": Source("webpage", "P", csl={"id": "page", "type": "webpage", "title": "P",
                                                 "URL": "https://example.org/p?a=1"})}  # fmt: skip
    items = {}
    for key in draw(st.lists(KEYS, min_size=1, unique=True)):
        items[key] = Evidence(
            shows=draw(texts),
            source=draw(st.sampled_from([None, "diary", "page"])),
            locator=draw(
                st.sampled_from([None, "p. 5", {"fond": "45", "delo": "1"}, {"scheme": "cia", "page": "2"}])
            ),
            made=draw(st.sampled_from([None, "1950-06?", "1949/1950"])),
            form=draw(st.sampled_from([None, "record", "testimony"])),
            chain=draw(st.sampled_from([(), ("original", "translation(ko)")])),
            cited=draw(st.sampled_from([(), ("IV.12", "V.1a")])),
            quote=draw(st.none() | quotes().filter(lambda quote: quote != Quote())),
            remark=draw(st.none() | texts),
        )
    used = {item.source for item in items.values()}
    sources = {key: source for key, source in links.items() if key in used}
    return merge([FileRecords("", evidence=items, sources=sources)], Settings(title="A map"))


@given(maps_of_evidence())
def test_evidence_comes_back_as_it_was(project: Project) -> None:
    back = there_and_back(project, "webanno")
    wanted = {key: _plain(item) for key, item in project.evidence.items()}
    assert {key: _plain(item) for key, item in back.evidence.items()} == wanted
    assert {key: s.csl for key, s in back.sources.items()} == {
        key: s.csl for key, s in project.sources.items()
    }
    assert back.settings.title == "A map"


def _plain(item: Evidence) -> Any:
    """Evidence as it comes back: control characters are replaced."""
    return _cleaned(record_object("evidence", item))


def _cleaned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return clean(value) if isinstance(value, str) else value


def page(*items: Any) -> bytes:
    return json.dumps(
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": list(items)}
    ).encode()


def note(**fields: Any) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "id": "https://example.org/a/1",
        "target": "https://example.org/text",
        **fields,
    }


def told(imported: Imported) -> list[tuple[str, str]]:
    return [(loss.fate, loss.type) for loss in imported.loss.losses]


def test_the_quotation_of_evidence_is_a_text_quote_selector() -> None:
    root = json.loads(write(judged(), "webanno").files[""])
    item = next(i for i in root["first"]["items"] if i["argmap:evidence"]["id"] == "watch-saw")
    assert item["target"]["source"] == "https://a.org/d"
    assert item["target"]["selector"] == {
        "type": "TextQuoteSelector",
        "exact": NASTY.replace("\x07", "\ufffd"),
        "prefix": "before ",
        "suffix": " after",
    }
    assert item["body"]["value"] == "The watchman saw smoke from the oven."
    assert root["total"] == len(root["first"]["items"]) == 2


def test_what_is_no_evidence_is_told_as_left_behind() -> None:
    loss = write(judged(), "webanno").loss
    assert loss.kept == {"evidence": 2, "source": 2}
    assert loss.count("dropped")["claim"] == 4
    assert loss.count("dropped")["event"] == 1


def test_a_note_of_a_reader_becomes_evidence_from_a_web_page() -> None:
    selector = [
        {"type": "RangeSelector"},
        {"type": "TextPositionSelector", "start": 1, "end": 9},
        {"type": "TextQuoteSelector", "exact": "a  fire\nbegan", "prefix": "then ", "suffix": ""},
    ]
    body = [
        {"type": "TextualBody", "value": "The fire began <b>here</b>.", "format": "text/html"},
        {"type": "TextualBody", "value": "fire", "purpose": "tagging"},
    ]
    target = {"source": {"id": "https://example.org/text", "title": "A text"}, "selector": selector}
    made = note(body=body, target=target, creator={"name": "Ann"}, created="2020-01-02")
    imported = read(page(made), "a.json")
    item = next(iter(imported.project.evidence.values()))
    assert item.shows == "The fire began here ."
    assert item.quote == Quote(exact="a  fire\nbegan", prefix="then ")
    assert item.remark == "Tags: fire. Annotated by Ann on 2020-01-02."
    assert imported.project.sources["a-text"].csl["URL"] == "https://example.org/text"  # type: ignore[index]
    assert item.source == "a-text"
    assert sorted(told(imported)) == [
        ("changed", "annotation"),
        ("dropped", "selector.RangeSelector"),
        ("dropped", "selector.TextPositionSelector"),
    ]


def test_what_hypothesis_gives_out_is_read() -> None:
    selector = {"type": "TextQuoteSelector", "exact": "burned", "prefix": "", "suffix": "."}
    row = {
        "id": "abc",
        "uri": "https://example.org/t",
        "text": "It burned.",
        "tags": ["fire"],
        "user": "acct:x@y",
        "document": {"title": ["The text"]},
        "created": "2020-01-01T00:00:00Z",
        "target": [{"source": "https://example.org/t", "selector": [selector]}],
    }
    imported = read(json.dumps({"total": 1, "rows": [row]}).encode(), "a.json")
    item = imported.project.evidence["abc"]
    assert (item.shows, item.source) == ("It burned.", "the-text")
    assert item.quote == Quote(exact="burned", suffix=".")


@pytest.mark.parametrize(
    ("fields", "shows"),
    [
        ({"bodyValue": "Said."}, "Said."),
        ({"body": {"type": "TextualBody", "value": "Said."}}, "Said."),
        (
            {"body": [{"type": "TextualBody", "value": "One."}, {"type": "TextualBody", "value": "Two."}]},
            "One. Two.",
        ),
        ({"body": "Plain words"}, "Plain words"),
        (
            {"target": {"source": "x:y", "selector": {"type": "TextQuoteSelector", "exact": "quoted"}}},
            "quoted",
        ),
    ],
)
def test_the_words_of_an_annotation_are_found_wherever_they_stand(fields: dict[str, Any], shows: str) -> None:
    imported = read(json.dumps([note(**fields)]).encode(), "a.json", "webanno")
    assert [item.shows for item in imported.project.evidence.values()] == [shows]


def test_several_targets_are_several_pieces_of_evidence() -> None:
    imported = read(page(note(bodyValue="Both.", target=["https://e.org/1", "https://e.org/2"])), "a.json")
    assert {item.source for item in imported.project.evidence.values()} == {"e-org-1", "e-org-2"}
    assert ("changed", "annotation") in told(imported)


def test_a_page_number_is_a_locator() -> None:
    selector = {"type": "FragmentSelector", "value": "page=12",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "x"}}  # fmt: skip
    imported = read(page(note(bodyValue="S.", target={"source": "u:v", "selector": selector})), "a.json")
    item = next(iter(imported.project.evidence.values()))
    assert (str(item.locator), item.quote) == ("p. 12", Quote(exact="x"))


@pytest.mark.parametrize(
    "item",
    [
        note(body=None, target=None),
        note(body={"type": "Video", "id": 5}),
        {"type": "Annotation"},
        note(bodyValue="", target={"source": 5, "selector": "x"}),
        note(bodyValue=["x"], target=[[], 3]),
        note(body={"value": {"a": 1}}, target={"selector": [{"type": 3}, None]}),
        note(**{"argmap:evidence": {"id": 3, "made": "no date", "xyz": [1], "quote": 7, "source": ["a"]}}),
    ],
)
def test_odd_annotations_end_in_a_message_or_a_report(item: Any) -> None:
    sound = note(id="https://example.org/a/2", bodyValue="Sound.")
    imported = read(page(item, sound), "a.json")
    assert "Sound." in {found.shows for found in imported.project.evidence.values()}
    assert imported.loss.losses
    try:
        read(page(item), "a.json")
    except UnreadableError as error:
        assert "understood" in str(error)  # noqa: PT017  # both ends are right


def test_lists_nested_100_000_deep_end_in_one_message() -> None:
    deep = '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": ' + "[" * 100_000 + "]" * 100_000 + "}"
    with pytest.raises(UnreadableError):
        read(deep.encode(), "a.json", "webanno")


def test_loose_ends_and_empty_maps_are_written_all_the_same() -> None:
    assert write(judged(with_loose_ends()), "webanno").files[""]
    assert json.loads(write(an_empty_map(), "webanno").files[""])["total"] == 0
    assert write(judge(Project()), "webanno").loss.is_lossless
