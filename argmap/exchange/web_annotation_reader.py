"""Web Annotations become evidence with its quotation; what they target becomes a source."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

from argmap.exchange.building import MapBuilder
from argmap.exchange.ids import slug
from argmap.exchange.iris import id_in
from argmap.exchange.texts import one_line
from argmap.model.errors import shown
from argmap.model.records import Evidence

_LISTS = ("items", "first", "annotations", "rows", "@graph", "resources")
_PAGE = re.compile(r"page=(\d+)")
_SHOWING = ("describing", "commenting", "assessing", "replying", "questioning")
_TAGS = ("tagging", "classifying", "identifying", "linking")
DEEPEST = 50
"""How far lists of annotations may lie inside one another."""


def annotations_in(root: Any) -> Iterator[Mapping[str, Any]]:
    """Give every annotation of a file: alone, in lists, pages and collections."""
    waiting = [(root, 0)]
    while waiting:
        thing, depth = waiting.pop()
        if isinstance(thing, list):
            waiting.extend((inner, depth) for inner in reversed(thing))
        elif isinstance(thing, Mapping):
            if is_annotation(thing):
                yield thing
            elif depth < DEEPEST:
                inner = [thing[name] for name in _LISTS if isinstance(thing.get(name), list | Mapping)]
                waiting.extend((each, depth + 1) for each in reversed(inner))


def is_annotation(thing: Mapping[str, Any]) -> bool:
    """Tell an annotation by its type, or, as Hypothesis writes it, by a target beside a URI."""
    types = texts(thing.get("type") or thing.get("@type"))
    if any(t.rpartition(":")[2].rpartition("#")[2] == "Annotation" for t in types):
        return True
    return not types and "target" in thing and ("uri" in thing or "body" in thing)


def texts(value: Any) -> list[str]:
    """Give a text, or the texts of a list."""
    values = value if isinstance(value, list) else [value]
    return [inner for inner in values if isinstance(inner, str)]


class AnnotationReader:
    """Turns annotations into records of a builder."""

    def __init__(self, builder: MapBuilder) -> None:
        """Begin.

        Args:
            builder: Takes the records.
        """
        self.builder = builder
        self.loss = builder.loss

    def read(self, annotation: Mapping[str, Any], number: int) -> None:
        """Read one annotation.

        Args:
            annotation: As JSON.
            number: Its place in the file, from 1, where it has no id.
        """
        foreign = (
            next(iter(texts(annotation.get("id") or annotation.get("@id"))), "") or f"annotation-{number}"
        )
        ours = annotation.get("argmap:evidence")
        fields = _known(ours, self.loss, foreign) if isinstance(ours, Mapping) else {}
        shows, extra = _words(annotation, self.loss, foreign)
        targets = annotation.get("target")
        targets = targets if isinstance(targets, list) else [targets]
        if not targets or targets == [None]:
            self.loss.drop("annotation", foreign, "it has no target")
            return
        for i, target in enumerate(targets):
            name = foreign if i == 0 else f"{foreign}-{i + 1}"
            self._target(name, target, annotation, shows, dict(fields), extra)
        if len(targets) > 1:
            self.loss.change(
                "annotation", foreign, f"its {len(targets)} targets are one piece of evidence each"
            )

    def _target(
        self,
        foreign: str,
        target: Any,
        annotation: Mapping[str, Any],
        shows: str,
        fields: dict[str, Any],
        extra: list[str],
    ) -> None:
        source = target.get("source", target.get("id")) if isinstance(target, Mapping) else target
        quote, where, lost = _selected(target)
        for kind in lost:
            self.loss.drop(f"selector.{kind}", foreign, "argmap finds passages by their words alone")
        own_id = fields.pop("id", None)
        own_quote = fields.pop("quote", None)
        merged = {**quote, **(own_quote if isinstance(own_quote, Mapping) else {})}
        if not shows and quote.get("exact"):
            shows = quote["exact"]
            self.loss.change("annotation", foreign, "it says nothing of its own: the quotation stands for it")
        if "source" in fields:
            self._listed(fields["source"])
        elif source_id := self._source(source, annotation):
            fields["source"] = source_id
        if where and "locator" not in fields:
            fields["locator"] = where
        if extra:
            fields["remark"] = " ".join(filter(None, (fields.get("remark"), *extra)))
        if merged:
            fields["quote"] = merged
        key = own_id if isinstance(own_id, str) and own_id else id_in(foreign, "evidence") or foreign
        if not shows:
            self.loss.drop("annotation", foreign, "it has neither words nor a quotation")
            return
        self.builder.add("evidence", key, shows, shows=one_line(shows), **fields)

    def _listed(self, key: str) -> None:
        if self.builder.kind_of(key) is None:
            self.builder.source(key, {"title": key, "type": "document"})

    def _source(self, source: Any, annotation: Mapping[str, Any]) -> str | None:
        """Add what an annotation is about; give its foreign id."""
        uri = _uri(source) or next(iter(texts(annotation.get("uri"))), "")
        if not uri:
            return None
        if id_in(uri, "passage"):
            return None
        ours = id_in(uri, "source")
        if ours is not None:
            self._listed(ours)
            return ours
        if self.builder.kind_of(uri) is None:
            title = _title(source, annotation) or uri
            item = {"type": "webpage", "title": title, "URL": uri}
            wish = slug(title, 48) if title != uri else slug(uri.partition("://")[2])
            self.builder.ids.given[uri] = self.builder.ids.free(wish or "source")
            self.builder.source(uri, item)
        return uri


def _uri(source: Any) -> str:
    if isinstance(source, Mapping):
        source = source.get("id") or source.get("@id") or source.get("source")
    return source.strip() if isinstance(source, str) else ""


def _title(source: Any, annotation: Mapping[str, Any]) -> str:
    document = annotation.get("document")
    places = (source, document if isinstance(document, Mapping) else None)
    for place in places:
        if isinstance(place, Mapping):
            for name in ("title", "label", "dcterms:title", "name"):
                if found := next(iter(texts(place.get(name))), ""):
                    return one_line(found)
    return ""


def _words(annotation: Mapping[str, Any], loss: Any, foreign: str) -> tuple[str, list[str]]:
    """Give what an annotation says, and what else is worth a remark."""
    said: list[str] = []
    tags: list[str] = []
    bodies = annotation.get("body", annotation.get("bodyValue"))
    for body in bodies if isinstance(bodies, list) else [bodies]:
        value, purpose = _body(body)
        if not value:
            if isinstance(body, Mapping) and body:
                loss.drop("body", foreign, f"a body of type {shown(str(body.get('type')))} without words")
            continue
        (tags if purpose in _TAGS else said).append(value)
    said += [one_line(t) for t in texts(annotation.get("text"))]
    tags += [one_line(t) for t in texts(annotation.get("tags"))]
    extra = [f"Tags: {', '.join(tags)}."] if tags else []
    who = _name(annotation.get("creator")) or next(iter(texts(annotation.get("user"))), "")
    when = next(iter(texts(annotation.get("created"))), "")
    if who or when:
        extra.append(
            f"Annotated{f' by {one_line(who)}' if who else ''}{f' on {one_line(when)}' if when else ''}."
        )
    if extra:
        loss.change("annotation", foreign, "tags, annotator and date are kept as a remark")
    return " ".join(filter(None, said)), extra


def _body(body: Any) -> tuple[str, str]:
    if isinstance(body, str):
        is_link = body.startswith(("http://", "https://", "urn:"))
        return one_line(body), "linking" if is_link else "describing"
    if not isinstance(body, Mapping):
        return "", ""
    purpose = next(iter(texts(body.get("purpose"))), "describing")
    value = body.get("value", body.get("chars", body.get("rdf:value")))
    text = one_line(value) or one_line(body.get("id") or body.get("source"))
    if body.get("format") == "text/html":
        text = " ".join(re.sub(r"<[^<>]*>", " ", text).split())
    return text, purpose if one_line(value) else "linking"


def _name(creator: Any) -> str:
    if isinstance(creator, list):
        creator = creator[0] if creator else None
    if isinstance(creator, Mapping):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    return creator if isinstance(creator, str) else ""


def _selected(target: Any) -> tuple[dict[str, Any], str, list[str]]:
    """Read the selectors of a target: quotation, place, and the kinds that say nothing to us."""
    quote: dict[str, Any] = {}
    where = ""
    lost: list[str] = []
    selectors = target.get("selector") if isinstance(target, Mapping) else None
    waiting = list(selectors) if isinstance(selectors, list) else [selectors]
    seen = 0
    while waiting and seen < DEEPEST:
        seen += 1
        selector = waiting.pop(0)
        if not isinstance(selector, Mapping):
            continue
        kind = next(iter(texts(selector.get("type") or selector.get("@type"))), "unnamed").rpartition(":")[2]
        waiting += [selector["refinedBy"]] if "refinedBy" in selector else []
        page = _PAGE.search(str(selector.get("value", ""))) if kind == "FragmentSelector" else None
        if kind == "TextQuoteSelector" and not quote and isinstance(selector.get("exact"), str):
            names = ("exact", "prefix", "suffix")
            quote = {n: selector[n] for n in names if isinstance(selector.get(n), str) and selector[n]}
        elif page:
            where = f"p. {page[1]}"
        elif kind == "PageSelector" and one_line(selector.get("label")):
            where = f"p. {one_line(selector.get('label'))}"
        else:
            lost.append(kind)
    return quote, where, lost


def _known(fields: Mapping[str, Any], loss: Any, key: str) -> dict[str, Any]:
    """Leave out what is no field of evidence."""
    names = {"id", *(field.name for field in dataclasses.fields(Evidence))} - {"shows"}
    for name in sorted(set(map(str, fields)) - names):
        loss.drop("evidence", key, f"'{shown(name)}' is no field of evidence")
    known = {name: value for name, value in fields.items() if name in names}
    if not isinstance(known.get("source", ""), str):
        loss.drop("evidence.source", key, "it names nothing")
        del known["source"]
    challengers = known.get("challenged_by", [])
    if not (isinstance(challengers, list) and len(texts(challengers)) == len(challengers)):
        loss.drop("evidence.challenged_by", key, "it names nothing")
        del known["challenged_by"]
    return known
