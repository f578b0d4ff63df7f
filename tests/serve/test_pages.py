"""Pages that are made when they are asked for are those of the site that is built."""

import re

import pytest
from site_pages import parse_page
from starlette.testclient import TestClient

from argmap.check import check_project
from argmap.serve.application import make_application
from argmap.serve.editors import editor_link
from argmap.serve.engine import Engine
from argmap.site import render_site
from argmap.verdict.judgement import judge

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
SCRIPT = re.compile(rb'<script src="[^"]*live\.js" defer></script>\n')


def as_built(data: bytes) -> bytes:
    return SCRIPT.sub(b"", POLICY.sub(b"", data))


def client_of(engine: Engine) -> TestClient:
    return TestClient(make_application(engine, "127.0.0.1"), base_url="http://localhost")


def test_every_file_of_the_built_site_is_served_with_the_same_content(town):
    audit = check_project(town)
    built = render_site(audit, judge(audit.project))
    engine = Engine(town, editor_link(town, "none"))
    engine.audit()
    client = client_of(engine)
    for name, data in built.items():
        answer = client.get(f"/{name}")
        assert answer.status_code == 200, name
        served = re.sub(rb' data-tag="\w+"', b"", answer.content)
        assert as_built(served) == as_built(data), name


def test_the_folder_and_the_top_lead_to_the_first_page(client):
    assert client.get("/").text == client.get("/index.html").text


def test_types_are_told(client):
    types = {"/": "text/html", "/style.css": "text/css", "/live.js": "text/javascript"}
    types |= {"/search/index.js": "text/javascript", "/api/stats": "application/json"}
    for path, kind in types.items():
        assert client.get(path).headers["content-type"].startswith(kind)


def test_a_page_that_did_not_change_is_not_sent_again(client, engine):
    first = client.get("/claims/lightning-struck.html")
    engine.reread()
    again = client.get("/claims/lightning-struck.html", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["x-content-type-options"] == "nosniff"


def test_a_save_gives_new_pages_at_once_and_new_findings_after_the_audit(client, engine, town):
    engine.audit()
    before = client.get("/claims/miller-burnt-it.html")
    text = (town / "claims/mill.yaml").read_text("utf-8")
    (town / "claims/mill.yaml").write_text(text.replace("his own mill", "the tithe barn"), "utf-8")
    engine.reread()
    after = client.get("/claims/miller-burnt-it.html")
    assert "the tithe barn" in after.text
    assert after.headers["etag"] != before.headers["etag"]
    assert "is being checked" in client.get("/findings.html").text
    engine.audit()
    assert "is being checked" not in client.get("/findings.html").text


def test_new_records_have_pages_and_old_ones_have_none(client, engine, town):
    client.get("/index.html")
    assert client.get("/api/search?q=zeppelin").json()["found"] == 0
    (town / "claims/mill.yaml").write_text("claims: {zeppelin: {text: A zeppelin burnt it.}}\n", "utf-8")
    engine.reread()
    assert client.get("/claims/zeppelin.html").status_code == 200
    assert client.get("/claims/miller-burnt-it.html").status_code == 404
    assert client.get("/index.html").status_code == 200
    engine.audit()
    assert client.get("/api/search?q=zeppelin").json()["found"] >= 1


BROKEN = "claims:\n  miller-burnt-it: {text: 'never closed\n"


def test_a_file_that_is_broken_for_the_moment_leaves_the_site_as_it_was_and_says_so(client, engine, town):
    engine.audit()
    (town / "claims/mill.yaml").write_text(BROKEN, "utf-8")
    (town / "claims/more.yaml").write_text("claims: {new: {text: Something new.}}\n", "utf-8")
    engine.reread()
    for step in range(2):
        page = client.get("/claims/miller-burnt-it.html")
        assert "The miller burnt his own mill." in page.text, step
        assert "cannot be read as saved" in page.text
        assert "vscode://file/" in page.text
        assert "claims/mill.yaml:" in page.text
        assert client.get("/claims/new.html").status_code == 200
        findings = client.get("/findings.html").text
        assert "unreadable-file" in findings
        rules = [finding["rule"] for finding in client.get("/api/check").json()["findings"]]
        assert rules.count("unreadable-file") == 1
        engine.audit()


def test_a_record_that_is_broken_for_the_moment_stays_as_it_was(client, engine, town):
    text = (town / "claims/mill.yaml").read_text("utf-8")
    for broken in (
        text.replace("text: The miller", "text: [The miller"),
        text.replace("text: The mil", "txt: The mil"),
    ):
        (town / "claims/mill.yaml").write_text(broken, "utf-8")
        engine.reread()
        engine.audit()
        page = client.get("/claims/miller-burnt-it.html").text
        assert "The miller burnt his own mill." in page
        assert "Something cannot be read as saved" in page
        assert (
            "dangling-reference" not in client.get("/findings.html").text.partition("Rules with nothing")[0]
        )


def test_mended_files_are_as_if_nothing_had_been(client, engine, town):
    text = (town / "claims/mill.yaml").read_text("utf-8")
    before = client.get("/claims/miller-burnt-it.html")
    (town / "claims/mill.yaml").write_text(BROKEN, "utf-8")
    engine.reread()
    (town / "claims/mill.yaml").write_text(text, "utf-8")
    engine.reread()
    assert client.get("/claims/miller-burnt-it.html").headers["etag"] == before.headers["etag"]
    assert engine.snapshot.troubles == ()


def test_broken_settings_keep_those_of_before(client, engine, town):
    (town / "argmap.toml").write_text("title = [", "utf-8")
    engine.reread()
    assert "Who burnt the mill?" in client.get("/").text
    assert "cannot be read as saved" in client.get("/").text


def test_broken_settings_of_this_machine_are_told(client, engine, town):
    (town / "argmap.local.toml").write_text("nonsense = 1\n", "utf-8")
    engine.reread()
    engine.audit()
    page = client.get("/")
    assert page.status_code == 200
    assert "there is no setting" in page.text


def test_a_project_that_goes_away_is_told_and_comes_back(client, engine, town):
    gone = town.with_name("gone")
    town.rename(gone)
    engine.reread()
    page = client.get("/")
    assert page.status_code == 200
    assert "What is shown is how it was before" in page.text
    gone.rename(town)
    engine.reread()
    assert "What is shown is how it was before" not in client.get("/").text


def test_a_project_that_is_broken_from_the_start_is_served(project):
    town = project({"claims/a.yaml": BROKEN, "claims/b.yaml": "claims: {b: {text: B is so.}}\n"})
    engine = Engine(town, editor_link(town, "cursor"))
    client = client_of(engine)
    assert client.get("/claims/b.html").status_code == 200
    assert "cursor://file/" in client.get("/").text
    engine.audit()
    assert "unreadable-file" in client.get("/findings.html").text


EVIL = "<script>alert(1)</script>]]><img src=x onerror=alert(2)>"


def test_texts_that_would_run_are_shown(project):
    town = project(
        {
            "argmap.toml": f"title = '{EVIL}'\n",
            "claims/a.yaml": f"""
claims:
  a: {{text: '{EVIL}', part: '{EVIL}', for: [e], remark: 'javascript:alert(3)'}}
  '{EVIL}': {{text: x}}
schools:
  s: {{name: ']]>{EVIL}'}}
""",
            "evidence/e.yaml": f"evidence: {{e: {{shows: '{EVIL}', source: s1, locator: '{EVIL}'}}}}\n",
            "evidence/s.json": '[{"id":"s1","type":"book","title":"T","URL":"javascript:alert(4)"}]',
        }
    )
    engine = Engine(town, editor_link(town, "vscode"))
    engine.audit()
    client = client_of(engine)
    names = ["", "findings.html", "claims/a.html", "evidence/e.html", "sources/s1.html", "schools/s.html"]
    names += ["outline.html", "comparison.html", "timeline.html", "search.html", "evidence.html"]
    for name in names:
        answer = client.get(f"/{name}")
        assert answer.status_code == 200, name
        page = parse_page(answer.content)
        assert page.faults == [], name
        assert all(script.get("src") for script in page.scripts), name
        assert not [link for link in page.links if link.lower().startswith("javascript:")], name
    assert "<" not in client.get("/search/records_0.js").text
    assert client.get("/api/claims/a").headers["content-type"].startswith("application/json")


@pytest.mark.parametrize(
    "name", ["claims/a_2.html", "claims/miller-burnt-it_2.html", "findings_9.html", "x.html"]
)
def test_further_pages_that_there_are_not(client, name):
    assert client.get(f"/{name}").status_code == 404


def test_further_pages_of_long_lists_are_served(project):
    claims = "".join(f"  c{n}: {{text: Claim number {n} is so and so., for: [e]}}\n" for n in range(700))
    town = project({"claims/a.yaml": f"claims:\n{claims}evidence: {{e: {{shows: All of it.}}}}\n"})
    audit = check_project(town)
    built = render_site(audit, judge(audit.project))
    engine = Engine(town, editor_link(town, "none"))
    engine.audit()
    client = client_of(engine)
    further = [name for name in built if re.search(r"_\d+\.(html|js)$", name)]
    assert further
    for name in further:
        assert client.get(f"/{name}").status_code == 200, name
