"""The site in a real browser, opened from a folder without a server."""

from browsers import opened, until

PAGES = (
    "index.html",
    "outline.html",
    "evidence.html",
    "sources.html",
    "schools.html",
    "scholars.html",
    "comparison.html",
    "timeline.html",
    "history.html",
    "findings.html",
    "search.html",
    "claims/war-was-planned.html",
    "evidence/order.html",
    "sources/archive-book.html",
    "schools/orthodox.html",
    "scholars/stone.html",
    "events/crossing.html",
    "rules/unsupported-claim.html",
)


def test_every_kind_of_page_opens_without_a_complaint_or_a_sideways_scroll(site, browser):
    for width, scheme in ((1280, "light"), (375, "dark")):
        page = opened(
            browser, site / "index.html", viewport={"width": width, "height": 800}, color_scheme=scheme
        )
        for name in PAGES:
            page.goto((site / name).as_uri())
            page.wait_for_load_state()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.faults == []
        page.context.close()


def test_a_search_finds_by_words_beginnings_and_other_scripts(site, browser):
    page = opened(browser, site / "search.html")
    field = page.locator("form[data-results] input[type=search]")
    for asked, found in (
        ("order march", "An order sets the date of the march."),
        ("plann", "The war was planned in the capital."),
        ("스탈린", "The harvest was poor"),
        ("毛泽", "The harvest was poor"),
        ("SOHNE", "The harvest was poor"),
        ("papers staff", "Papers of the Staff"),
    ):
        field.fill(asked)
        until(page, "text => document.querySelector('[data-hits]').textContent.includes(text)", arg=found)
        assert found in page.locator("[data-hits] li").first.text_content(), asked
    field.fill("zzzz")
    until(page, "document.querySelector('[data-results] output').textContent.startsWith('0')")
    assert page.faults == []


def test_the_browser_cuts_words_as_the_index_does(site, browser):
    from argmap.search.words import words_of

    page = opened(browser, site / "index.html")
    for text in (
        "Söhne's Telegrams, 1950–51; USSR",
        "스탈린은 毛泽东",
        "Łódź ΟΣ İstanbul ﬁnal",
        "a_b c-d press gas",
    ):
        assert page.evaluate("text => argmap.wordsOf(text)", text) == words_of(text)


def test_what_is_asked_stands_in_the_address_and_comes_back(site, browser):
    page = opened(browser, site / "search.html")
    page.locator("form[data-results] input[type=search]").fill("march")
    hit = page.locator("[data-hits] a").first
    hit.click()
    page.wait_for_url("**/evidence/order.html")
    page.go_back()
    page.wait_for_selector("[data-hits] a")
    assert page.locator("form[data-results] input[type=search]").input_value() == "march"
    page.go_forward()
    page.wait_for_url("**/evidence/order.html")


def test_the_box_on_every_page_suggests_and_leads_there(site, browser):
    page = opened(browser, site / "claims" / "denial.html")
    page.keyboard.press("/")
    page.keyboard.type("army bor")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/army-moved.html")
    page.keyboard.press("/")
    page.keyboard.type("planned")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html#q=planned")
    page.wait_for_selector("[data-hits] a")


def test_keys_alone_lead_from_the_first_page_to_a_document(site, browser):
    page = opened(browser, site / "index.html")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.classList.contains('main')")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.goto((site / "claims" / "war-was-planned.html").as_uri())
    for _ in range(40):
        page.keyboard.press("j")
        if page.evaluate("document.activeElement.getAttribute('href')") == "../evidence/order.html":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/order.html")
    page.keyboard.press("?")
    assert page.locator("dialog.help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog.help").is_visible()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/evidence/memoir.html")
    page.keyboard.press("h")
    page.wait_for_url("**/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_findings_can_be_filtered(site, browser):
    page = opened(browser, site / "findings.html")
    rows = page.locator(".findings [data-item]")
    everything = rows.count()
    page.locator("form[data-filter] input[type=search]").fill("harvest")
    until(page, "document.querySelector('[data-filter] output').textContent !== ''")
    shown = page.locator(".findings [data-item]:visible").count()
    assert 0 < shown < everything
    page.locator("form[data-filter] input[type=search]").fill("")
    until(page, "document.querySelector('[data-filter] output').textContent === ''")
    assert page.locator(".findings [data-item]:visible").count() == everything


def test_a_figure_zooms_moves_and_fills_the_window(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html")
    stage = page.locator("figure[data-figure] .stage").first
    moved = "!!document.querySelector('.stage').style.transform"
    page.get_by_role("button", name="Zoom in").first.click()
    until(page, moved)
    assert "scale(1.25)" in stage.get_attribute("style")
    page.locator(".sheet").first.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("0")
    until(page, f"!({moved})")
    page.keyboard.press("f")
    assert page.locator("figure.full").count() == 1
    page.locator(".sheet").first.hover()
    page.mouse.wheel(0, -300)
    until(page, moved)
    page.keyboard.press("Escape")
    assert page.locator("figure.full").count() == 0
    assert page.url.endswith("war-was-planned.html")


def test_moving_and_zooming_a_figure_lays_nothing_out_anew(site, browser):
    """A thousand cards stay smooth only while no movement makes the browser lay the page out."""
    page = opened(browser, site / "claims" / "war-was-planned.html")
    page.get_by_role("button", name="Zoom in").first.click()
    until(page, "!!document.querySelector('.stage').style.transform")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def layouts() -> float:
        told = devtools.send("Performance.getMetrics")["metrics"]
        return next(each["value"] for each in told if each["name"] == "LayoutCount")

    box = page.locator(".sheet").first.bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 190, box["y"] + 95)
    page.wait_for_timeout(200)
    before = layouts()
    transform = page.locator(".stage").first.get_attribute("style")
    for step in range(20):
        page.mouse.move(box["x"] + 190 - 3 * step, box["y"] + 95 + step)
    page.mouse.up()
    page.keyboard.down("Control")
    for step in range(10):
        page.mouse.wheel(0, 40 if step % 2 else -60)
    page.keyboard.up("Control")
    page.wait_for_timeout(200)
    assert page.locator(".stage").first.get_attribute("style") != transform
    assert layouts() - before <= 1  # one when the pointer is let go


def test_the_outline_folds_and_unfolds(site, browser):
    page = opened(browser, next((site / "parts").glob("*.html")))
    button = page.locator("button.fold").first
    below = page.locator("[data-tree] li li").first
    assert below.is_visible()
    button.click()
    assert not below.is_visible()
    assert button.get_attribute("aria-expanded") == "false"
    page.get_by_role("button", name="Unfold all").click()
    assert below.is_visible()


def test_a_preview_tells_what_a_link_leads_to(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html")
    link = page.locator("main a[href='../evidence/order.html']").first
    link.hover()
    page.wait_for_selector(".preview:visible")
    assert "evidence" in page.locator(".preview").text_content()
    page.mouse.move(0, 0)
    page.wait_for_selector(".preview", state="hidden")


def test_dark_and_light_are_switched_and_kept(site, browser):
    page = opened(browser, site / "index.html", color_scheme="light")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate(ground) != light
    page.goto((site / "outline.html").as_uri())
    assert page.evaluate(ground) != light
    assert page.get_by_role("button", name="Light colours").count() == 1


def test_everything_can_be_read_without_a_script(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html", java_script_enabled=False)
    assert page.get_by_role("heading", level=1).inner_text() == "The war was planned in the capital."
    assert page.locator(".argument .premise").first.is_visible()
    assert not page.locator("form[data-search]").is_visible()
    page.get_by_role("link", name="Findings", exact=True).click()
    assert page.locator(".findings [data-item]").first.is_visible()
    page.goto((site / "search.html").as_uri())
    assert page.get_by_text("The search needs a script").is_visible()


def test_a_page_prints_to_paper(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html", color_scheme="dark")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.locator(".top nav").is_visible()
    assert page.locator("h1").is_visible()
