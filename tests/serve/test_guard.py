"""Who may ask the server, how, and what a browser may do with the answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from argmap.serve.application import make_application
from argmap.serve.guard import is_ours

PATHS = ("/", "/claims/miller-burnt-it.html", "/style.css", "/api/stats", "/nothing", "/api/nothing")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers_of_safety(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    for rule in ("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert not [name for name in headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        "192.168.1.9",
        "127.0.0.1@evil.example",
        "[::1",
        "localhost:x",
        "127.0.0.1:8000:80",
        "2130706433",
        "localhost\x00",
    ],
)
def test_names_that_are_not_ours_are_refused(client, host):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "mill" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000", "127.0.0.2"])
def test_names_of_this_machine_are_ours(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_one_host_is_needed(engine):
    import asyncio

    def asked(*headers: tuple[bytes, bytes]) -> int:
        scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b""}
        said: list[dict] = []

        async def send(message: dict) -> None:
            said.append(message)

        async def receive() -> dict:
            return {"type": "http.request"}

        app = make_application(engine, "127.0.0.1")
        asyncio.run(app({**scope, "headers": list(headers), "root_path": ""}, receive, send))
        return said[0]["status"]

    host = (b"host", b"127.0.0.1")
    assert asked() == 400
    assert asked(host, (b"host", b"evil.example")) == 400
    assert asked(host) == 200


def test_beyond_this_machine_addresses_in_figures_are_ours_and_names_are_not(engine):
    wide = TestClient(make_application(engine, "0.0.0.0"), base_url="http://192.168.1.9:8000")
    assert wide.get("/").status_code == 200
    assert wide.get("/", headers={"Host": "evil.example"}).status_code == 421
    named = TestClient(make_application(engine, "desk.lan"), base_url="http://desk.lan:8000")
    assert named.get("/").status_code == 200


@given(st.text(max_size=40))
def test_no_text_is_taken_for_a_name_of_ours_unless_it_is_one(text):
    if is_ours(text, "127.0.0.1"):
        bare = text.lower().rpartition(":")[0] or text.lower() if text.count(":") == 1 else text.lower()
        assert bare == "localhost" or bare.startswith(("127.", "[::1]", "[0", "[::ffff:127"))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_only_get_and_head_are_answered(client, method):
    for path in PATHS:
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", PATHS)
def test_head_tells_the_same_without_the_page(client, path):
    whole, head = client.get(path), client.head(path)
    assert head.content == b""
    assert head.status_code == whole.status_code
    assert head.headers.get("etag") == whole.headers.get("etag")


@pytest.mark.parametrize(
    "path",
    [
        "/../argmap.toml",
        "/claims/../../argmap.toml",
        "/claims/%2e%2e/%2e%2e/argmap.toml",
        "/argmap.toml",
        "/claims%2f..%2fargmap.toml",
        "/claims%5c..%5cargmap.toml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/claims/mill.yaml",
        "/claims/%00",
        "/claims/%252e%252e/x",
        "/C:/Windows/win.ini",
        "/claims/.",
        "/.git/config",
        "/claims//miller-burnt-it.html",
        "/claims/miller-burnt-it.html/",
        "/evidence/rolls.yaml",
        "/live.js/x",
    ],
)
def test_nothing_outside_the_pages_is_served(client, engine, path):
    import httpx2 as httpx

    request = client.build_request("GET", "/")
    request.url = httpx.URL("http://127.0.0.1:8000").copy_with(raw_path=path.encode())
    answer = client.send(request)
    assert answer.status_code == 404
    assert answer.text == "no such page\n"


def test_a_link_in_the_project_leads_nowhere(client, engine, town, tmp_path):
    (tmp_path / "secret.yaml").write_text("claims: {secret: {text: A secret.}}\n", "utf-8")
    (town / "claims" / "linked.yaml").symlink_to(tmp_path / "secret.yaml")
    engine.reread()
    assert client.get("/claims/secret.html").status_code == 404
    assert client.get("/claims/linked.yaml").status_code == 404


def test_pages_of_other_sites_may_link_here_and_take_nothing_in(client):
    foreign = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/search/index.js", headers=foreign).status_code == 403
    assert client.get("/api/project", headers={**foreign, "Sec-Fetch-Site": "same-site"}).status_code == 403
    assert client.get("/", headers={**foreign, "Sec-Fetch-Mode": "navigate"}).status_code == 200
    assert client.get("/live.js", headers={**foreign, "Sec-Fetch-Site": "same-origin"}).status_code == 200


def test_a_long_path_and_strange_signs_are_just_not_there(client):
    for path in (
        "/" + "a" * 5000,
        "/claims/" + "ü" * 50 + ".html",
        "/claims/'\"<>.html",
        "/%ff.html",
        "/%zz",
    ):
        assert client.get(path).status_code == 404
