// What all scripts share: shards that register themselves, small elements, the switch of the theme.
"use strict";
const argmap = (() => {
  const root = document.documentElement;
  const single = root.hasAttribute("data-single");
  const kept = new Map();
  const waiting = new Map();

  const keep = (name, value) => {
    kept.set(name, value);
    for (const resolve of waiting.get(name) ?? []) resolve(value);
    waiting.delete(name);
  };

  // Shards call these; they are scripts because a page opened from a folder may not fetch.
  const add = {
    index: (value) => keep("search/index.js", value),
    records: (number, value) => keep(`search/records_${number}.js`, value),
    terms: (number, value) => keep(`search/terms_${number}.js`, value),
    rows: (list, number, value) => keep(`rows/${list}_${number}.js`, value),
  };

  const load = (name) => {
    if (kept.has(name)) return Promise.resolve(kept.get(name));
    if (single) return argmap.unpack(name).then((told) => JSON.parse(told).at(-1));
    return new Promise((resolve, reject) => {
      const asked = waiting.get(name);
      if (asked) {
        asked.push(resolve);
        return;
      }
      waiting.set(name, [resolve]);
      const script = document.createElement("script");
      script.src = `${root.dataset.top ?? ""}${name}`;
      script.onerror = () => {
        waiting.delete(name);
        reject(new Error(`cannot load ${name}`));
      };
      document.head.append(script);
    });
  };

  const make = (tag, given = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  // What scripts do to a page: to the document now, and to every page that is unpacked later.
  const acts = [];
  const onPage = (act) => {
    acts.push(act);
    act(document);
  };
  const prepare = (page) => acts.forEach((act) => act(page));

  // A page's address from the top of the site, with its parts as links write them.
  const href = (address) => {
    if (!single) return `${root.dataset.top}${address}`;
    const [page, fragment] = address.split("#");
    const id = page.replace(/\.html$/, "").replaceAll("/", ".");
    return fragment && !fragment.includes(":") ? `#${id}.${fragment}` : `#${id}`;
  };
  const addressOf = (link) => {
    const raw = link.getAttribute("href") ?? "";
    if (single) return raw.startsWith("#") ? raw.slice(1).replace(".", "/") + ".html" : "";
    if (/^[a-z]+:/i.test(raw) || raw.startsWith("#")) return "";
    const top = root.dataset.top;
    const path = raw.split("#")[0];
    if (top === "") return path;
    return path.startsWith("../") ? path.slice(3) : `${root.dataset.folder}/${path}`;
  };

  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const switchTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("argmap-theme", root.dataset.theme);
    } catch {
      // kept for this page only
    }
    for (const button of document.querySelectorAll("[data-theme-switch]")) name(button);
  };
  const name = (button) => {
    button.textContent = isDark() ? "☀" : "☾";
    button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
  };
  for (const bar of document.querySelectorAll(".top .wide")) {
    const button = make("button", { type: "button", class: "icon", "data-theme-switch": true });
    name(button);
    button.addEventListener("click", switchTheme);
    bar.append(button);
  }

  onPage((page) => {
    for (const source of page.querySelectorAll("[data-copy]")) {
      if (!navigator.clipboard) break;
      const button = make("button", { type: "button", class: "copy", "aria-label": "Copy" }, "copy");
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = "copied";
        setTimeout(() => (button.textContent = "copy"), 1500);
      });
      source.after(" ", button);
    }
    for (const link of page.querySelectorAll("[data-permalink]")) {
      if (location.protocol.startsWith("http")) link.textContent = link.href;
    }
  });

  return { add, load, make, href, addressOf, switchTheme, single, onPage, prepare };
})();
