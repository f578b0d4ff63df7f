"""The JSON answers: the same objects as the commands give, as the OpenAPI document describes them."""

import json
from typing import Any

import jsonschema
import pytest

from argmap.serve.openapi import openapi_document

TOWN = {
    "argmap.toml": 'title = "Who burnt the mill?"\nauthor = "clerk"\nthesis = "miller-burnt-it"\n',
    "claims/mill.yaml": """
claims:
  miller-burnt-it:
    text: The miller burnt his own mill.
    held_by: [clerk]
    for: [debt-roll]
    against: [{from: lightning-struck, because: Lightning burns too.}]
  lightning-struck:
    text: Lightning struck the mill.
    scholars: {parson: {stance: holds, cite: sermon, locator: p. 3}}
    schools: {secular: rejects}
scholars:
  clerk: {name: The Clerk, schools: [secular]}
  parson: {name: The Parson, schools: [pious]}
schools:
  secular: {name: Secular, text: What burns was lit.}
  pious: {name: Pious}
events:
  the-fair: {text: The fair., when: 1801-06-24, claims: [miller-burnt-it]}
""",
    "evidence/rolls.yaml": """
evidence:
  debt-roll: {shows: The roll lists debts., source: sermon, form: record, made: 1801-02, available: 1850}
""",
    "evidence/sources.json": '[{"id": "sermon", "type": "book", "title": "A Sermon", '
    '"author": [{"family": "Parson", "given": "A."}], "issued": {"date-parts": [[1802]]}}]',
}

QUESTIONS = {
    "/project": "/project",
    "/claims/{id}": "/claims/miller-burnt-it",
    "/evidence/{id}": "/evidence/debt-roll",
    "/sources/{id}": "/sources/sermon",
    "/schools/{id}": "/schools/secular",
    "/scholars/{id}": "/scholars/clerk",
    "/events/{id}": "/events/the-fair",
    "/why/{id}": "/why/miller-burnt-it?depth=3",
    "/check": "/check",
    "/compare": "/compare?school=secular",
    "/stats": "/stats",
    "/search": "/search?q=mill&kind=claim&limit=3",
}


@pytest.fixture
def town(project):
    """A small project with a record of every kind."""
    return project(TOWN)


def schema_of(document: dict[str, Any], path: str, code: str) -> dict[str, Any]:
    answer = document["paths"][path]["get"]["responses"][code]["content"]["application/json"]["schema"]
    return {**answer, "components": document["components"]}


def test_every_operation_is_asked_here():
    assert set(openapi_document()["paths"]) == set(QUESTIONS)


@pytest.mark.parametrize("path", sorted(QUESTIONS))
def test_answers_fit_the_document(client, path):
    document = client.get("/api/openapi.json").json()
    answer = client.get(f"/api{QUESTIONS[path]}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    jsonschema.Draft202012Validator(schema_of(document, path, "200")).validate(answer.json())


def test_refusals_fit_the_document(client):
    document = client.get("/api/openapi.json").json()
    for path, asked, code in (
        ("/claims/{id}", "/claims/miller-burnt", 404),
        ("/why/{id}", "/why/nobody", 404),
        ("/why/{id}", "/why/miller-burnt-it?depth=deep", 400),
        ("/why/{id}", "/why/miller-burnt-it?depth=-1", 400),
        ("/compare", "/compare?school=nobody", 404),
        ("/search", "/search?q=mill&limit=0", 400),
        ("/search", "/search?q=mill&limit=²", 400),
        ("/search", "/search?q=mill&kind=mills", 400),
        ("/search", "/search?words=mill", 400),
    ):
        answer = client.get(f"/api{asked}")
        assert answer.status_code == code, asked
        jsonschema.Draft202012Validator(schema_of(document, path, str(code))).validate(answer.json())
    assert "did you mean 'miller-burnt-it'?" in client.get("/api/claims/miller-burnt").json()["error"]


def test_the_document_is_whole():
    document = openapi_document()
    assert document["openapi"].startswith("3.1")
    text = json.dumps(document)
    for name in set(document["components"]["schemas"]):
        jsonschema.Draft202012Validator.check_schema(document["components"]["schemas"][name])
    import re

    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in document["components"]["schemas"]
    for path, operations in document["paths"].items():
        operation = operations["get"]
        assert operation["operationId"]
        assert operation["summary"].endswith(".")
        named = [p["name"] for p in operation["parameters"] if p["in"] == "path"]
        assert named == (["id"] if "{id}" in path else [])


def test_answers_are_those_of_the_commands(client, command, town):
    for asked, words in (
        ("/project", ("export", "json")),
        ("/why/miller-burnt-it", ("why", "miller-burnt-it", "--format", "json")),
        ("/check", ("check", "--format", "json")),
        ("/compare", ("compare", "--format", "json")),
        ("/stats", ("stats", "--format", "json")),
    ):
        assert client.get(f"/api{asked}").json() == json.loads(command(*words, "--project", town).out), asked


def test_a_search_is_that_of_the_terminal(client, command, town, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(tmp_path / "cache"))
    client.get("/api/check")
    told = command("find", "--project", town, "mill -own", "--format", "json")
    assert client.get("/api/search", params={"q": "mill -own"}).json() == json.loads(told.out)


@pytest.mark.parametrize("key", ["http://zotero.org/items/AB", "김-1950", "a/../b", "?#"])
def test_ids_of_any_signs_can_be_asked_for(project, key):
    from urllib.parse import quote

    from starlette.testclient import TestClient

    from argmap.serve.application import make_application
    from argmap.serve.editors import editor_link
    from argmap.serve.engine import Engine

    entry = json.dumps([{"id": key, "type": "book", "title": "A book"}])
    town = project({"claims/a.yaml": "claims: {a: {text: So.}}\n", "evidence/s.json": entry})
    client = TestClient(
        make_application(Engine(town, editor_link(town, "none")), "::1"), base_url="http://[::1]"
    )
    assert client.get(f"/api/sources/{quote(key, safe='')}").json()["record"]["title"] == "A book"


@pytest.mark.parametrize(
    "path", ["claims/..%2f..%2fargmap.toml", "claims/", "claims/%00", "sources/%ff", "nothing"]
)
def test_records_that_there_are_not(client, path):
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 404
    assert "title" not in answer.text
