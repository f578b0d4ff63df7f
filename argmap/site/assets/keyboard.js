// Keys: / search, j and k along a list, arrows from page to page, ? help, Esc back out.
"use strict";
(() => {
  const { make } = argmap;
  const KEYS = [
    ["/", "search"],
    ["j, k", "next and previous entry of a list; Enter opens it"],
    ["←, →", "page before and after"],
    ["h", "first page"],
    ["o", "outline"],
    ["t", "light or dark colours"],
    ["+, −, 0, arrows, f", "on a figure: zoom, move, full window"],
    ["?", "these keys"],
    ["Esc", "leave a field, a figure or this list"],
  ];
  const help = make("dialog", { class: "help", "aria-labelledby": "help_" });
  const rows = KEYS.map(([key, words]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)));
  const close = make("button", { type: "button" }, "Close");
  close.addEventListener("click", () => help.close());
  help.append(make("h2", { id: "help_" }, "Keys"), make("dl", {}, ...rows), close);
  document.body.append(help);
  for (const foot of document.querySelectorAll(".foot .wide")) {
    const button = make("button", { type: "button", class: "link" }, "Keys: press ?");
    button.addEventListener("click", () => help.showModal());
    foot.append(button);
  }

  const isVisible = (element) => element.offsetParent !== null;
  const step = (by) => {
    const links = [...document.querySelectorAll("main [data-item] a.main")].filter(isVisible);
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? links.findIndex((link) => link.getBoundingClientRect().top > 0) : at + by;
    const link = links[Math.min(Math.max(next, 0), links.length - 1)];
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "center" });
  };
  const follow = (rel) => {
    const links = [...document.querySelectorAll(`a[rel=${rel}]`)].filter(isVisible);
    if (links.length) location.href = links[0].href;
  };
  const acts = {
    "/": () => [...document.querySelectorAll("form[data-search] input")].find(isVisible)?.focus(),
    j: () => step(1),
    k: () => step(-1),
    ArrowLeft: () => follow("prev"),
    ArrowRight: () => follow("next"),
    h: () => (location.href = argmap.href("index.html")),
    o: () => (location.href = argmap.href("outline.html")),
    t: () => argmap.switchTheme(),
    "?": () => help.showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
    const inField = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape") {
      if (!argmap.hidePreview() && inField) event.target.blur();
      return;
    }
    if (inField || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });
})();
