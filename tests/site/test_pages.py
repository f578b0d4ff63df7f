"""What the pages show, and that they hold together."""

from dataclasses import fields
from typing import Any

import pytest
from site_pages import faults_of, parse_page, single_of, site_of

from argmap.draw.palette import COLOUR
from argmap.model.project import FileRecords, Project, merge
from argmap.model.records import Event, Evidence, Expectation, Scholar, School, Source
from argmap.model.settings import Settings
from argmap.site.styles import DARK
from argmap.site.writer import SCRIPTS
from makers import a_claim, a_project, some_evidence

EVIL = "<script>alert('x')</script>\"'>&<img src=x onerror=alert(1)>"


def a_debate() -> Project:
    """A small argument with everything in it."""
    return a_project(
        {
            "stalin-ordered-war": a_claim(
                text="Stalin ordered the war.",
                kind="thesis",
                part="I",
                when="1950-06",
                hedge="seems",
                held_by=["kim"],
                scholars={"stone": {"stance": "rejects", "cite": ["Stone 1952!"], "locator": "ch. 3"}},
                pro=[
                    {
                        "from": ["telegram-1", "moscow-decided"],
                        "because": "Who decides orders.",
                        "scheme": "sign",
                        "bearing": "inferential",
                        "unless": ["telegram-forged"],
                    },
                    "nowhere",
                ],
                con=[{"from": "rhee-struck-first", "answer": ["north-struck-first"]}],
                remark="A remark for auditors.",
            ),
            "moscow-decided": a_claim(text="Moscow decided.", part="I", section="One", pro=["telegram-1"]),
            "telegram-forged": a_claim(text="The telegram is forged.", part="I"),
            "rhee-struck-first": a_claim(text="Rhee struck first.", part="I", pro=["memoir"]),
            "north-struck-first": a_claim(text="The North struck first.", part="II", pro=["telegram-1"]),
            "in-a-circle": a_claim(text="Round and round.", part="II", pro=["in-a-circle"]),
        },
        {
            "telegram-1": some_evidence(
                shows="Stalin gives leave.",
                source="Stone 1952!",
                locator={"fond": 45, "list": 9},
                made="1950-01-30",
                by=["kim"],
                chain=["original", "translation(ko)"],
                challenged_by=["telegram-forged"],
                cited=["I.3"],
            ),
            "memoir": Evidence(shows="He remembers it so.", form="testimony"),
        },
        sources={
            "Stone 1952!": Source(
                "book", "The Hidden History", ("Stone, I. F.",), csl={"URL": "javascript:alert(1)"}
            ),
            "edition": Source("book", "Again", edition_of="Stone 1952!", csl={"DOI": "10.1/2"}),
        },
        schools={"orthodox": School(name="Orthodox"), "revisionist": School(name="Revisionist")},
        scholars={
            "kim": Scholar(name="Kim", schools=["gone", "orthodox", "revisionist"]),
            "stone": Scholar(name="Stone", schools=["revisionist"], works=["Stone 1952!", "lost"]),
        },
        expectations={"stalin-ordered-war": (Expectation(verdict="supported", school="orthodox"),)},
        settings=Settings(title="A debate", thesis="stalin-ordered-war", author="kim", parts={"I": "First"}),
    )


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return site_of(a_debate())


def text_of(site: dict[str, bytes], page: str) -> str:
    return parse_page(site[page]).text


def test_every_link_leads_somewhere_and_every_page_is_well_formed(site):
    assert faults_of(site) == []


def test_the_same_project_gives_the_same_bytes(site):
    assert site_of(a_debate()) == site


def test_an_empty_project_has_a_site_too():
    assert faults_of(site_of(Project())) == []


def test_nothing_is_fetched_from_elsewhere_and_no_script_is_inline(site):
    for name, data in site.items():
        if name.endswith(".html"):
            page = parse_page(data)
            outside = [link for link in page.links if link.startswith("http")]
            assert set(outside) <= {"https://doi.org/10.1/2"}
            assert all(script.get("src", "").endswith(".js") for script in page.scripts)
    assert b"url(" not in site["style.css"]
    own = [data for name, data in site.items() if name.endswith(".js") and "/" not in name]
    assert len(own) == len(SCRIPTS) + 1
    assert not [data for data in own if b"https:" in data]


def test_an_address_that_would_run_a_script_is_no_link(site):
    pages = [parse_page(data) for name, data in site.items() if name.endswith(".html")]
    assert not [link for page in pages for link in page.links if link.startswith("javascript")]


def test_every_text_is_shown_as_text():
    texts: dict[str, Any] = {"remark": EVIL}
    stance = {"stance": "holds", "cite": [EVIL], "locator": EVIL, "remark": EVIL}
    project = a_project(
        {
            "c1": a_claim(
                text=EVIL,
                hedge=EVIL,
                part=EVIL,
                section=EVIL,
                held_by=[EVIL],
                schools={"s1": stance, EVIL: stance},
                scholars={"a1": stance},
                pro=[{"from": ["e1", EVIL], "because": EVIL, "unless": EVIL, "answer": EVIL, **texts}],
                **texts,
            )
        },
        {"e1": some_evidence(shows=EVIL, source=EVIL, locator=EVIL, document=EVIL, by=[EVIL], **texts)},
        sources={EVIL: Source(EVIL, EVIL, (EVIL,), container=EVIL, csl={"publisher": EVIL, "volume": EVIL})},
        schools={"s1": School(name=EVIL, text=EVIL, cite=[EVIL], letter="<b", **texts)},
        scholars={"a1": Scholar(name=EVIL, schools=["s1", EVIL], works=[EVIL], **texts)},
        settings=Settings(title=EVIL, author="a1", manuscripts=[EVIL], thesis="c1", parts={EVIL: EVIL}),
    )
    site = site_of(project)
    assert faults_of(site) == []
    for name, data in site.items():
        if name.endswith(".html"):
            assert b"<script>" not in data
            assert b"<img" not in data
            assert EVIL in parse_page(data).text
    assert all(b"<script" not in data for name, data in site.items() if name.endswith(".js"))
    alone = single_of(project)
    assert b"<img" not in alone
    assert b"<script>alert" not in alone


def test_characters_that_html_may_not_hold_are_left_out():
    site = site_of(a_project({"c1": a_claim(text="A\x00B\x1b[31mC.")}))
    page = site["claims/c1.html"].decode("utf-8")
    assert "\x00" not in page
    assert "\x1b" not in page


def test_a_claim_tells_its_verdict_and_why(site):
    text = text_of(site, "claims/stalin-ordered-war.html")
    assert "Stalin ordered the war." in text
    assert "hedged: “seems”" in text
    assert "about 1950-06" in text
    assert "preponderance (for > against)" in text
    assert "It stands by preponderance" in text
    assert "supported before the orthodox school" in text
    assert "A remark for auditors." in text


def test_a_claim_shows_its_arguments_with_grades_warrants_and_undercutters(site):
    text = text_of(site, "claims/stalin-ordered-war.html")
    assert "2 premises that carry only together" in text
    assert "because Who decides orders." in text
    assert "scheme: sign" in text
    assert "form record 4 · chain original ±0 · chain translation ±0 · bearing inferential −1" in text
    assert "unless The telegram is forged." in text
    assert "it does not stand: the step is kept" in text
    assert "answered by The North struck first." in text
    assert "it stands: the objection is met" in text
    assert "Revisionist" in text


def test_a_premise_that_is_missing_is_marked_as_such(site):
    assert (
        b'<span class="missing" title="no record has this id">nowhere</span>'
        in (site["claims/stalin-ordered-war.html"])
    )


def test_a_claim_shows_who_holds_and_who_rejects_it_and_where(site):
    text = text_of(site, "claims/stalin-ordered-war.html")
    assert "Stone − rejects Stone , ch. 3" in text
    assert "Revisionist school ± qualifies through Kim , Stone" in text


def test_a_stance_with_a_citation_is_not_lost_behind_held_by():
    claim = a_claim(held_by=["kim"], scholars={"kim": {"stance": "qualifies", "cite": ["b"]}})
    site = site_of(a_project({"c1": claim}, scholars={"kim": Scholar(name="Kim")}))
    assert "Kim ± qualifies b" in text_of(site, "claims/c1.html")


def test_a_claim_tells_where_it_is_used(site):
    assert "speaks for Stalin ordered the war." in text_of(site, "claims/moscow-decided.html")
    assert "answers an objection to Stalin" in text_of(site, "claims/north-struck-first.html")
    undercutter = text_of(site, "claims/telegram-forged.html")
    assert "would undercut a step towards Stalin" in undercutter
    assert "challenges the evidence Stalin gives leave." in undercutter


def test_contrary_evidence_further_down_is_named():
    project = a_project(
        {
            "top": a_claim(text="The top.", pro=["middle"]),
            "middle": a_claim(text="The middle.", pro=["e1"], con=["e2"]),
        },
        {"e1": some_evidence(), "e2": some_evidence(shows="The contrary.")},
    )
    text = text_of(site_of(project), "claims/top.html")
    assert "Something speaks against 1 claim that it rests on" in text
    assert "against The contrary." in text


def test_a_figure_has_a_name_and_the_same_as_a_list(site):
    page = site["claims/stalin-ordered-war.html"].decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert 'aria-label="Stalin ordered the war."' in page
    assert "The same as a list" in page


def test_findings_stand_with_their_claim_on_their_page_and_with_their_rule(site):
    assert "unsupported-claim" in text_of(site, "claims/telegram-forged.html")
    findings = text_of(site, "findings.html")
    assert "telegram-forged" in findings
    assert "Rules with nothing to report" in findings
    rule = text_of(site, "rules/unsupported-claim.html")
    assert "A claim rests on nothing." in rule
    assert "telegram-forged" in rule
    assert "Found in" in rule


def test_evidence_shows_its_grade_step_by_step_its_note_and_what_hangs_on_it(site):
    text = text_of(site, "evidence/telegram-1.html")
    assert "form record 4 chain original ±0 chain translation ±0" in text
    assert "here good form record 4" in text
    assert "challenged by The telegram is forged. unsupported" in text
    assert "l. 9, f. 45" in text
    assert "What hangs on it" in text
    assert "Undated" in text_of(site, "evidence.html")


def test_a_claim_prints_the_note_of_its_evidence():
    book = Source("book", "The Hidden History", ("Stone, I. F.",))
    item = some_evidence(source="stone", locator={"page": 9})
    site = site_of(a_project({"c1": a_claim(pro=["e1"])}, {"e1": item}, sources={"stone": book}))
    assert b"I. F. Stone, <i>The Hidden History</i>" in site["claims/c1.html"]


def test_a_claim_tells_what_its_verdict_hangs_on(site):
    text = text_of(site, "claims/moscow-decided.html")
    assert "What its verdict hangs on" in text
    assert "Stalin gives leave." in text


def test_a_claim_can_be_cited(site):
    text = text_of(site, "claims/moscow-decided.html")
    assert "“Moscow decided.” (moscow-decided), in A debate" in text
    assert "Permalink: claims/moscow-decided.html" in text


def test_a_claim_tells_its_verdict_over_time():
    early = some_evidence(available="1955")
    late = some_evidence(shows="The letter says so.", available="1994")
    project = a_project({"c1": a_claim(pro=["late"], con=["early"])}, {"early": early, "late": late})
    text = text_of(site_of(project), "claims/c1.html")
    assert "Over time" in text
    assert "until 1993 unsupported" in text
    assert "since 1994" in text
    assert "1994" in text_of(site_of(project), "history.html")


def test_sources_list_the_evidence_taken_from_them(site):
    name = next(n for n in site if n.startswith("sources/stone-1952"))
    text = text_of(site, name)
    assert "Evidence taken from it" in text
    assert "Stalin gives leave." in text
    assert "Other editions" in text
    assert "No evidence is taken from it." in text_of(site, "sources/edition.html")


def test_the_outline_has_every_claim_once(site):
    listed = []
    for name in site:
        if name.startswith("parts/"):
            tree = site[name].decode().partition("All claims")[2].partition("</article>")[0]
            listed += [key for key in a_debate().claims if f"/{key}.html" in tree]
    assert sorted(listed) == sorted(a_debate().claims)


def test_schools_show_their_stances_and_what_they_would_conclude(site):
    text = text_of(site, "comparison.html")
    assert "Schools part" in text
    assert "Stalin ordered the war." in text
    assert "What it qualifies" in text_of(site, "schools/revisionist.html")
    assert "Rejects" in text_of(site, "scholars/stone.html")


def test_events_have_pages_and_stand_on_the_timeline():
    event = Event(text="The line was crossed.", when="1950-10-01", claims=["c1", "gone"], evidence=["e1"])
    records = FileRecords("all.yaml", {"c1": a_claim()}, {"e1": some_evidence()}, events={"crossing": event})
    site = site_of(merge([records], Settings()))
    assert faults_of(site) == []
    assert "The line was crossed." in text_of(site, "timeline.html")
    text = text_of(site, "events/crossing.html")
    assert "Named and not on the map gone" in text


def test_the_first_page_opens_with_the_thesis_and_the_state(site):
    text = text_of(site, "index.html")
    assert "Thesis Stalin ordered the war." in text
    assert "6 claims by verdict" in text
    assert "The argument of Kim" in text


def test_a_thesis_that_does_not_exist_is_passed_over():
    site = site_of(a_project({"c1": a_claim()}, settings=Settings(thesis="gone", author="gone")))
    assert faults_of(site) == []
    assert "Thesis" not in text_of(site, "index.html")


def test_weights_of_carneades_are_told_as_numbers():
    settings = Settings(verdicts={"setting": "carneades"})
    claim = a_claim(pro=[{"from": "e1", "weight": 0.6}])
    site = site_of(a_project({"c1": claim}, {"e1": some_evidence()}, settings=settings))
    assert "worth 0.6" in text_of(site, "claims/c1.html")


def test_filters_are_hidden_where_no_script_runs(site):
    assert b' hidden aria-label="Filter findings">' in site["findings.html"]


def test_every_colour_of_the_figures_but_the_schools_has_a_dark_counterpart():
    assert set(DARK) == {f.name for f in fields(COLOUR) if isinstance(getattr(COLOUR, f.name), str)}


def test_makers_of_documents_are_named_as_the_texts_name_them():
    claims = {"c1": a_claim(text="The CIA wrote to Stalin about the Soviet Union.")}
    makers = ["cia", "stalin", "soviet-staff", "kim"]
    records = FileRecords(
        "all.yaml", claims, {"e1": some_evidence(by=makers)}, scholars={"kim": Scholar(name="Yun Kim")}
    )
    site = site_of(merge([records], Settings()))
    assert "CIA, Stalin, Soviet staff, Yun Kim" in text_of(site, "evidence/e1.html")


def test_of_many_objections_further_down_the_nearest_are_listed():
    claims = {f"c{i:02}": a_claim(pro=[f"c{i + 1:02}"], con=["e1"]) for i in range(60)}
    site = site_of(a_project(claims, {"e1": some_evidence()}))
    text = text_of(site, "claims/c00.html")
    assert "more than 40 claims that it rests on, near or far; the nearest 40 are listed" in text
    assert "against 19 claims that it rests on, near or far." in text_of(site, "claims/c40.html")


def test_no_page_and_no_shard_is_heavy_however_long_its_lists():
    claims = {f"c{i:04}": a_claim(text=f"Claim {i} says {'much ' * 20}", pro=["e1"]) for i in range(1500)}
    claims["top"] = a_claim(text="The top.", pro=[f"c{i:04}" for i in range(1500)])
    evidence = {"e1": some_evidence(source="s1")} | {
        f"x{i:04}": some_evidence(shows=f"Paper {i} {'says ' * 20}", source="s1") for i in range(1500)
    }
    project = a_project(claims, evidence, sources={"s1": Source("book", "The book")})
    site = site_of(project)
    assert faults_of(site) == []
    heavy = {name: len(data) for name, data in site.items() if len(data) > 300_000}
    assert heavy == {}
    assert "claims/top_2.html" in site
    assert "evidence/e1_2.html" in site
    pages = [data for name, data in site.items() if name.startswith("evidence") and "/" not in name]
    for key in evidence:
        assert sum(f'"evidence/{key}.html"'.encode() in data for data in pages) >= 1
