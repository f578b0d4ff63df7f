"""A site in one file, in a real browser."""

from browsed import an_argument
from browsers import opened, until
from site_pages import single_of


def test_the_site_in_one_file_turns_its_pages_with_and_without_a_script(site, browser):
    for scripted in (True, False):
        page = opened(browser, site / "alone.html", java_script_enabled=scripted)
        assert page.get_by_role("heading", level=1, name="The plan").is_visible()
        page.locator("main a[href='#claims.war-was-planned']").first.click()
        heading = page.get_by_role("heading", level=1, name="The war was planned in the capital.")
        heading.wait_for()
        assert not page.get_by_role("heading", level=1, name="The plan").is_visible()
        page.go_back()
        page.get_by_role("heading", level=1, name="The plan").wait_for()
        assert page.faults == []
        page.context.close()
    page = opened(browser, site / "alone.html")
    page.keyboard.press("/")
    page.keyboard.type("march")
    page.keyboard.press("Enter")
    page.locator("[data-hits] a").first.click()
    page.get_by_role("heading", level=1, name="An order sets the date of the march.").wait_for()


def test_a_large_site_in_one_file_unpacks_its_pages(tmp_path, browser, monkeypatch):
    monkeypatch.setattr("argmap.site.single.SMALL", 0)
    (tmp_path / "packed.html").write_bytes(single_of(an_argument()))
    page = opened(browser, tmp_path / "packed.html")
    assert page.locator("#claims\\.war-was-planned").count() == 0
    page.locator("main a[href='#claims.war-was-planned']").first.click()
    page.get_by_role("heading", level=1, name="The war was planned in the capital.").wait_for()
    assert page.locator(".page.shown svg.argmap-figure").first.is_visible()
    assert page.get_by_role("group", name="Figure").count() == 1
    assert page.title().startswith("The war was planned in the capital.")
    page.evaluate("scrollTo(0, 500)")
    page.wait_for_timeout(400)
    page.locator(".top nav a[href='#findings']").click()
    page.locator("#findings form[data-filter] input[type=search]").fill("zzzz")
    until(page, "document.querySelectorAll('#findings [data-item]:not([hidden])').length === 0")
    page.go_back()
    page.get_by_role("heading", level=1, name="The war was planned in the capital.").wait_for()
    until(page, "scrollY === 500")
    page.keyboard.press("/")
    page.keyboard.type("march")
    page.keyboard.press("Enter")
    page.locator("[data-hits] a").first.click()
    page.get_by_role("heading", level=1, name="An order sets the date of the march.").wait_for()
    assert page.faults == []
    page.context.close()
    page = opened(browser, tmp_path / "packed.html", java_script_enabled=False)
    assert page.get_by_text("Without JavaScript").is_visible()
    assert page.get_by_role("heading", level=1, name="The plan").is_visible()
    page.locator(".top nav a[href='#outline']").click()
    page.get_by_role("heading", level=1, name="Outline").wait_for()
    page.get_by_role("link", name="All 34 claims of this part").click()
    assert page.get_by_text("Small point number 29.").first.is_visible()
