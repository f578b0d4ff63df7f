"""The JSON that Argdown's program writes (``argdown json``)."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.argdown_doc import (
    Document,
    End,
    EndKind,
    Inference,
    Kind,
    Member,
    data_of,
    premises_used,
)
from argmap.exchange.argdown_inline import mentions_named
from argmap.exchange.argdown_map import map_of_document
from argmap.exchange.content import Content
from argmap.exchange.loss import LossReport
from argmap.exchange.registry import Imported, importer
from argmap.exchange.texts import key_of, list_of, one_line
from argmap.model.errors import UnreadableError, shown

_KINDS: dict[str, Kind] = {
    "support": "support",
    "entails": "support",
    "attack": "attack",
    "contrary": "contradiction",
    "contradictory": "contradiction",
    "undercut": "undercut",
}
_ENDS: dict[str, EndKind] = {
    "equivalence-class": "statement",
    "statement": "statement",
    "argument": "argument",
    "inference": "inference",
}


def likely_argdown_json(content: Content) -> float:
    """Tell by statements and arguments under their titles."""
    keys = content.keys
    if "statements" not in keys or not keys & {"arguments", "relations"}:
        return 0.0
    statements = content.json["statements"]
    if isinstance(statements, dict):
        rows = list(statements.values())[:20]
        if any(isinstance(row, dict) and ("members" in row or "type" in row) for row in rows):
            return 1.0
    return 0.3


@importer("argdown-json", "JSON of Argdown's program", (".json",), likely_argdown_json)
def read_argdown_json(content: Content) -> Imported:
    """Read the JSON of ``argdown json``; what its structures imply is not among its relations."""
    root = content.read_json()
    if not isinstance(root, dict):
        raise UnreadableError(f"'{shown(content.name)}' is no JSON of Argdown: an object is wanted")
    loss = LossReport()
    document = Document(content.name.rpartition("/")[2].rpartition(".")[0])
    sections = _sections(root)
    for title, row in _table(root, "statements", loss):
        _statement(document.statements, title, row, sections, loss)
    conclusions: dict[str, list[int]] = {}
    for title, row in _table(root, "arguments", loss):
        member = _member(title, row, sections)
        for words in list_of(row.get("members") or row.get("descriptions")):
            if isinstance(words, dict):
                _words(member, words, sections)
        document.arguments[title] = member
        conclusions[title] = _structure(document, title, row, loss)
    for relation in list_of(root.get("relations")):
        if isinstance(relation, dict):
            _relation(document, relation, conclusions, loss)
    if root.get("map"):
        loss.drop("map", "", "a drawing; it is made anew")
    return map_of_document(document, loss)


def _table(root: Mapping[str, Any], key: str, loss: LossReport) -> Iterator[tuple[str, dict[str, Any]]]:
    table = root.get(key)
    for title, row in table.items() if isinstance(table, dict) else ():
        name = one_line(title)
        if isinstance(row, dict) and name:
            yield name, row
        else:
            loss.drop(key, name, "it is no object")


def _sections(root: Mapping[str, Any]) -> dict[str, str]:
    """Give the titles of sections by their ids; they lie inside one another."""
    found: dict[str, str] = {}
    waiting = list_of(root.get("sections"))[::-1]
    while waiting:
        section = waiting.pop()
        if isinstance(section, dict) and (id := key_of(section.get("id"))) is not None:
            found[id] = one_line(section.get("title"))
            waiting += list_of(section.get("children"))[::-1]
    return found


def _member(title: str, row: Mapping[str, Any], sections: Mapping[str, str]) -> Member:
    titled = not title.startswith("Untitled ") or not title[9:].isdigit()
    member = Member(title, titled=titled)
    _about(member, row, sections)
    return member


def _about(member: Member, row: Mapping[str, Any], sections: Mapping[str, str]) -> None:
    """Take in what is said beside the words: tags, data, section."""
    for tag in list_of(row.get("tags")):
        name = one_line(tag.get("tag") if isinstance(tag, dict) else tag)
        if name:
            member.tags[name] = None
    if isinstance(row.get("data"), dict):
        member.data |= data_of(row["data"])
    section = row.get("section")
    if isinstance(section, dict):
        section = section.get("id")
    if not member.section and not row.get("isReference"):
        member.section = sections.get(one_line(section), "")


def _words(member: Member, row: Mapping[str, Any], sections: Mapping[str, str]) -> None:
    """Take in a wording; the tags that stand in it are no part of it, the addresses of its links are."""
    _about(member, row, sections)
    if not row.get("isReference"):
        text = mentions_named(_with_addresses(row.get("text"), list_of(row.get("ranges"))))
        for tag in member.tags:
            text = text.replace(f"#({tag})", " ").replace(f"#{tag}", " ")
        member.say(one_line(text))


def _with_addresses(text: object, ranges: list[Any]) -> str:
    """Write the address of each link behind its words."""
    words = text if isinstance(text, str) else one_line(text)
    links = [r for r in ranges if isinstance(r, dict) and isinstance(r.get("url"), str)]
    for link in sorted((r for r in links if isinstance(r.get("stop"), int)), key=lambda r: -int(r["stop"])):
        stop = link["stop"] + 1
        if 0 < stop <= len(words):
            words = f"{words[:stop].rstrip()} ({link['url']}){words[stop:]}"
    return words


def _statement(
    statements: dict[str, Member],
    title: str,
    row: Mapping[str, Any],
    sections: Mapping[str, str],
    loss: LossReport,
) -> None:
    member = statements.get(title)
    if member is None:
        member = statements[title] = _member(title, row, sections)
    for words in list_of(row.get("members")):
        if isinstance(words, dict):
            _words(member, words, sections)
        else:
            loss.drop("statement", title, "a wording of it is no object")


def _structure(document: Document, title: str, row: Mapping[str, Any], loss: LossReport) -> list[int]:
    """Take in the structure of an argument; give the places of its conclusions, from 0."""
    numbers: dict[int, str] = {}
    steps: list[Inference] = []
    places: list[int] = []
    since = 0
    for number, entry in enumerate(list_of(row.get("pcs")), 1):
        name = one_line(entry.get("title")) if isinstance(entry, dict) else ""
        if not name:
            loss.drop("premise", f"{title} ({number})", "it has no title")
            continue
        if name not in document.statements:
            member = document.statements[name] = _member(name, entry, {})
            _words(member, entry, {})
        inference = entry.get("inference")
        if one_line(entry.get("role")).endswith("conclusion") or isinstance(inference, dict):
            steps.append(_inference(inference if isinstance(inference, dict) else {}, numbers, since, name))
            places.append(number - 1)
            since = number
        numbers[number] = name
    if steps:
        document.structures[title] = steps
    return places


def _inference(row: Mapping[str, Any], numbers: Mapping[int, str], since: int, name: str) -> Inference:
    data = data_of(row["data"]) if isinstance(row.get("data"), dict) else {}
    rules = row.get("inferenceRules")
    named = [rule for rule in map(one_line, rules if isinstance(rules, list) else ()) if rule]
    return Inference(list(premises_used(numbers, since, data.pop("uses", None))), name, named, data)


def _relation(
    document: Document, row: Mapping[str, Any], conclusions: Mapping[str, list[int]], loss: LossReport
) -> None:
    kind = _KINDS.get(one_line(row.get("relationType")))
    start, end = _end(row.get("from"), row.get("fromType")), _end(row.get("to"), row.get("toType"))
    if kind is None or start is None or end is None:
        named = f"{shown(str(row.get('from')))} → {shown(str(row.get('to')))}"
        loss.drop("relation", named, f"'{shown(one_line(row.get('relationType')))}' between unknown ends")
        return
    if start.kind == "inference":
        start = End("argument", start.title)
    if end.kind == "inference":
        places, place = conclusions.get(end.title, []), row.get("conclusionIndex")
        if place in places:
            end = End("inference", end.title, places.index(place))
    for each in (start, end):
        if each.kind == "statement" and each.title not in document.statements:
            document.statements[each.title] = Member(each.title)
        elif each.kind == "argument" and each.title not in document.arguments:
            document.arguments[each.title] = Member(each.title)
    document.relations[kind, start, end] = None


def _end(value: object, type: object) -> End | None:
    kind = _ENDS.get(one_line(type))
    if isinstance(value, dict):
        value = value.get("argumentTitle", value.get("title"))
    title = key_of(value)
    if kind is None or title is None:
        return None
    return End(kind, title)
