"""Names, roles, contrast, keys and motion, in a real browser."""

from browsers import named_nodes, opened
from test_browser import PAGES


def test_landmarks_names_and_headings_are_in_the_accessibility_tree(site, browser):
    for name in PAGES:
        page = opened(browser, site / name)
        nodes = named_nodes(page)
        roles = [role for role, _ in nodes]
        assert roles.count("main") == 1, name
        assert "banner" in roles, name
        assert "contentinfo" in roles, name
        nameless = [
            role
            for role, said in nodes
            if role
            in ("link", "button", "searchbox", "combobox", "checkbox", "region", "figure", "navigation")
            and not said.strip()
            and role != "figure"
        ]
        assert nameless == [], name
        assert roles.count("heading") >= 1, name
        page.context.close()


def test_every_card_of_a_figure_is_named_and_the_list_beside_it_has_the_same(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html")
    links = [said for role, said in named_nodes(page) if role == "link"]
    for text in ("The army moved to the border.", "An order sets the date of the march."):
        assert any(text in said and said.startswith(("Claim", "Evidence")) for said in links), links
        page.locator("figcaption details").first.evaluate("details => details.open = true")
        assert page.locator(".told li", has_text=text).count() >= 1


def test_text_stands_out_from_its_ground_in_light_and_dark(site, browser):
    for scheme in ("light", "dark"):
        page = opened(browser, site / "index.html", color_scheme=scheme)
        for name in ("index.html", "claims/war-was-planned.html", "findings.html", "comparison.html"):
            page.goto((site / name).as_uri())
            assert page.evaluate(CONTRAST) == [], (scheme, name)
        page.context.close()


CONTRAST = """() => {
  const shade = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const read = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = read(getComputedStyle(at).backgroundColor);
      if (found[3] > 250) return found;
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.offsetParent || element.closest('.tools')) continue;
    const [one, two] = [read(getComputedStyle(element).color), ground(element)].map(shade);
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5) faults.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...faults];
}"""


FAINT = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).map(Number);
    const shade = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = parts.slice(0, 3).map((v) => shade(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const solid = (colour) => /^rgb\\(/.test(colour);
  const faint = [];
  for (const figure of document.querySelectorAll("svg.argmap-figure")) {
    const sheet = getComputedStyle(figure.closest(".sheet") ?? document.documentElement).backgroundColor;
    const base = solid(sheet) ? sheet : getComputedStyle(document.documentElement).backgroundColor;
    const grounds = [];
    for (const element of figure.querySelectorAll("rect, polygon, circle, text")) {
      const box = element.getBoundingClientRect();
      const look = getComputedStyle(element);
      if (element.tagName !== "text") {
        if (solid(look.fill)) grounds.push([box, look.fill]);
        continue;
      }
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const holds = ([b]) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom;
      const ground = grounds.filter(holds).at(-1)?.[1] ?? base;
      const pair = [light(look.fill), light(ground)].sort((a, b) => b - a);
      const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
      if (ratio < 4.5) faint.push(`${element.textContent}: ${ratio.toFixed(2)}, ${look.fill} on ${ground}`);
    }
  }
  return faint;
}"""


def test_words_in_figures_stand_out_from_their_ground_in_light_and_dark(site, browser):
    pages = (
        "index.html",
        "claims/war-was-planned.html",
        "schools/orthodox.html",
        "schools/other.html",
        "comparison.html",
        "timeline.html",
    )
    for scheme in ("light", "dark"):
        page = opened(browser, site / "index.html", color_scheme=scheme)
        for name in pages:
            page.goto((site / name).as_uri())
            assert page.locator("svg.argmap-figure text").count() > 3, name
            assert page.evaluate(FAINT) == [], (name, scheme)
        page.context.close()


def test_on_paper_a_tall_figure_is_shown_row_by_row(site, browser):
    for name in ("comparison.html", "timeline.html"):
        page = opened(browser, site / name)
        slices = page.locator(".slices svg")
        assert not any(each.is_visible() for each in slices.all()), name
        page.emulate_media(media="print")
        assert not page.locator("figure.long .stage").is_visible()
        assert slices.count() > 3
        drawn = "all => all.map(svg => svg.querySelector('use').getBBox().height * svg.clientHeight)"
        assert all(slices.evaluate_all(drawn)), name
        page.context.close()


def test_the_tab_key_goes_through_a_page_as_it_is_read(site, browser):
    page = opened(browser, site / "claims" / "war-was-planned.html")
    places = []
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "() => { const e = document.activeElement; if (e === document.body) return null;"
            " const b = e.getBoundingClientRect();"
            " return [e.closest('header, main, footer')?.tagName ?? '', b.width > 0 && b.height > 0,"
            " getComputedStyle(e).outlineStyle]; }"
        )
        if place is None:
            break
        places.append(place)
    regions = [region for region, _, _ in places if region]
    order = {"HEADER": 0, "MAIN": 1, "FOOTER": 2}
    assert [order[region] for region in regions] == sorted(order[region] for region in regions)
    assert len(set(regions)) == 3
    assert all(is_seen and outline != "none" for _, is_seen, outline in places)


def test_nothing_moves_for_readers_who_want_no_motion(site, browser):
    moving = (
        "() => getComputedStyle(document.documentElement).scrollBehavior === 'smooth' || "
        "[...document.querySelectorAll('*')].some((e) => { const s = getComputedStyle(e); "
        "return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'; })"
    )
    for name in ("index.html", "claims/war-was-planned.html", "findings.html"):
        page = opened(browser, site / name, reduced_motion="reduce")
        assert not page.evaluate(moving), name
        page.context.close()
